"""What changed in meaning between two versions of a briefing, and why: the records that reports are made of."""

from typing import Literal

from msgspec import Struct

WHOLE = "briefing"  # the part of what is about all of it; the sources, the sections and the overview have their own
RENDERING = "rendering"  # the part of what only the files show

EntryKind = Literal["added", "dropped", "reworded", "replaced", "moved", "recited", "around", "changed"]
Noun = Literal[
    "section", "sentence", "quote", "link", "tag", "view", "excerpt", "title", "heading", "address", "order",
    "source", "finding", "writer", "style", "language", "period", "line",
]  # fmt: skip
CauseKind = Literal["source", "section", "style", "writer", "manifest", "hand", "program", "unknown"]


class SourceChange(Struct, frozen=True):
    """One sentence of a source. before or after is "" where it was not there, or where what it said is not known.

    part: the source's id; of what an overview is written from also "introduction", "outlook", or a section's id.
    """

    part: str
    kind: Literal["added", "removed", "reworded"]
    before: str = ""
    after: str = ""


class Cause(Struct, frozen=True):
    """Why something changed. note: in words, where the kind does not say all of it. sections: those that the overview
    follows."""

    kind: CauseKind
    note: str = ""
    changes: tuple[SourceChange, ...] = ()
    sections: tuple[str, ...] = ()


class Entry(Struct, frozen=True):
    """One change. items: the places in a field that it is about, as (field, before, after), -1 where there is none;
    lines: how many changed lines of briefing.md it accounts for."""

    kind: EntryKind
    noun: Noun
    causes: tuple[Cause, ...]
    field: str = ""
    label: str = ""  # of the field, for people
    before: str = ""
    after: str = ""
    count: int = 1  # of citations, where the entry is about several
    items: tuple[tuple[str, int, int], ...] = ()
    lines: int = 0


class Part(Struct, frozen=True):
    """A part in which something changed, or for which something changed that it does not say.

    quiet: sentences of its sources that changed and that nothing in it rests on."""

    id: str
    title: str
    kind: Literal["added", "removed", "changed"]
    entries: tuple[Entry, ...]
    quiet: tuple[SourceChange, ...] = ()
    rewritten: tuple[Cause, ...] = ()  # why it was written anew, where that changed no word


class Difference(Struct, frozen=True):
    """base: the revision as it was asked for. titles: of all sections of both versions, by id. new: there is no earlier
    version. lines: of briefing.md, removed and added."""

    name: str
    title: str
    base: str
    commit: str
    parts: tuple[Part, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()
    new: bool = False
    lines: tuple[int, int] = (0, 0)

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for part in self.parts for entry in part.entries)
