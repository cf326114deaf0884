"""A briefing as its readers meet it, the same for every output: what templates are filled with.

Notes are numbered within their part, for the eye; their labels come from what they cite, so that nothing that is
inserted before a note changes its label.
"""

import re
from itertools import groupby
from urllib.parse import unquote

from msgspec import Struct

from briefing.division import caption, within_year
from briefing.model import FieldGroup, FieldKind, Severity, SourceRecord

_IDENTIFIERS = (
    (re.compile(r"^https?://(?:\w+\.)?arxiv\.org/(?:abs|pdf|html)/([\w./-]+?)(?:v\d+)?(?:\.pdf)?(?:[?#]|$)"), "arXiv:"),
    (re.compile(r"^https?://(?:dx\.)?doi\.org/(10\.[^?#]+)"), "doi:"),
)
_ADDRESS = 60  # characters of an address that are shown
_FEW = 16  # sections that a table of contents lists without years above them
_POINT = re.compile(r"[.,;:!?…。、，；：！？)]+(?=\s|$)")
_CELL = re.compile(r"(?:^|(?<= ))\|(?= |$)")


class SourceView(Struct, frozen=True):
    record: SourceRecord
    name: str
    href: str
    mark: str = ""  # that it was read from a fallback or a kept copy, in words
    file: str = ""  # the fallback
    language: str = ""  # of its text, where that is not the briefing's

    @property
    def about(self) -> tuple[str, ...]:
        """Author, site and date; once, where a site is named for its author."""
        facts = (self.record.author, self.record.site, self.record.published)
        return tuple(dict.fromkeys(filter(None, facts)))


class Note(Struct, frozen=True):
    """One citation: a slice of a passage. `number` counts within the part; `words` are the slice; `repeated` says that
    they are just what stands wherever the part cites them."""

    number: int
    label: str
    words: str
    href: str
    source: SourceView
    heading: tuple[str, ...] = ()
    repeated: bool = False


class Run(Struct, frozen=True):
    """A run of a passage's text, the numbers of the notes that cite it, and of those that begin with it."""

    text: str
    notes: tuple[int, ...]
    begins: tuple[int, ...] = ()


class Passage(Struct, frozen=True):
    """A block of a source that a part cites, whole, with the notes that cite it."""

    source: SourceView
    heading: tuple[str, ...]
    runs: tuple[Run, ...]
    notes: tuple[Note, ...]

    @property
    def lined(self) -> bool:
        """Whether its lines are its own: code, or the rows of a table."""
        return any("\n" in run.text for run in self.runs)


class Stretch(Struct, frozen=True):
    """A stretch of a line, and the notes that stand right after it. woven: words of a source, with the quotation marks
    around them; language: theirs, where that is not the briefing's."""

    text: str
    notes: tuple[Note, ...] = ()
    woven: bool = False
    language: str = ""
    again: bool = False  # its note stands in the line before


class Line(Struct, frozen=True):
    """A sentence, a quotation, a reference, a tag or an excerpt. `href` is where the text itself leads."""

    text: str
    notes: tuple[Note, ...] = ()
    href: str = ""
    first: tuple[int, ...] = ()  # the numbers of those notes that no line of the part has before it
    language: str = ""  # of words that are a source's, where that is not the briefing's
    woven: tuple[
        tuple[int, int, Note], ...
    ] = ()  # start and end of words of a source, with their marks, and their note

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The line in pieces: words of a source have their note beside them, the other notes stand at the end."""
        made: list[Stretch] = []
        last, told = 0, set[int]()
        for start, end, note in self.woven:
            again = note.number in told
            told.add(note.number)
            made += [Stretch(self.text[last:start])] if start > last else []
            point = _POINT.match(self.text, end)  # notes stand after a point, not before it
            made.append(Stretch(self.text[start:end], () if point else (note,), True, note.source.language, again))
            made += [Stretch(point.group(), (note,), again=again)] if point else []
            last = point.end() if point else end
        rest = tuple(note for note in self.notes if note.number not in told)
        tail = Stretch(self.text[last:], rest, False, "" if self.woven else self.language)
        return (*made, tail) if tail.text or tail.notes else tuple(made)

    @property
    def address(self) -> str:
        """Where it leads, as people write it: the number of a preprint, a DOI, else host and path."""
        for pattern, name in _IDENTIFIERS:
            if found := pattern.search(self.href):
                return f"{name}{unquote(found[1])}"
        shown = unquote(self.href.partition("://")[2]).removeprefix("www.").partition("?")[0].rstrip("/")
        return shown if len(shown) <= _ADDRESS else f"{shown[: _ADDRESS - 1]}…"

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells of a table, every row as long as the longest."""
        rows = [[cell.strip() for cell in _CELL.split(row)] for row in self.text.split("\n")]
        width = max(map(len, rows))
        return tuple(tuple(row + [""] * (width - len(row))) for row in rows)


class FieldView(Struct, frozen=True):
    key: str
    label: str
    kind: FieldKind
    lines: tuple[Line, ...]  # none of a field that the source does not give, and that says so
    language: str = ""  # of a code excerpt, as its source names it
    bare: bool = False  # shown without its label
    heads: bool = False  # it is the heading of its group
    address: bool = False  # where a reference leads is shown, too
    dropped: bool = False  # something was given for it, and did not stand: so it is not said to be missing
    group: FieldGroup | None = None


class Cluster(Struct, frozen=True):
    """A field, or the fields of a group. heading: of the group; a field that is one, or its label."""

    fields: tuple[FieldView, ...]
    group: FieldGroup | None = None
    heading: FieldView | None = None
    label: str = ""

    @property
    def anchor(self) -> str:
        return self.group.key if self.group else self.fields[0].key

    @property
    def title(self) -> str:
        """What a table of contents calls it."""
        return self.heading.lines[0].text if self.heading else self.label


class FindingView(Struct, frozen=True):
    """A finding in the page's language, as far as it is known in it. place: what it is about, by name, outermost first;
    anchor: where that stands. The languages are those of message and hint where they are not the page's."""

    where: str
    severity: Severity
    message: str
    hint: str
    language: str = ""
    hint_language: str = ""
    place: tuple[str, ...] = ()
    anchor: str = ""


class Part(Struct, frozen=True):
    """A section, or the fields of the overview before or after the sections. `anchor` is unique on the page."""

    id: str
    anchor: str
    title: str
    fields: tuple[FieldView, ...]
    notes: tuple[Note, ...]
    passages: tuple[Passage, ...]
    findings: tuple[FindingView, ...] = ()  # about this part
    clusters: tuple[Cluster, ...] = ()  # the fields again, in their groups

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags that stand by themselves, each once: what a filter goes by."""
        own = (field for field in self.fields if field.kind == "tags" and not field.group)
        tags = (line.text for field in own for line in field.lines)
        return tuple(dict.fromkeys(tags))

    @property
    def short(self) -> str:
        """A period within its year, or its year; "" for what is no period."""
        return within_year(self.id)

    @property
    def caption(self) -> str:
        """Below a bar, and in the row to jump by; "" for what is no period."""
        return caption(self.id)

    @property
    def year(self) -> str:
        """In which a period begins; "" for what is no period, or where no year is known."""
        year = self.id[:4]
        return year if self.caption and year.isdecimal() else ""


class View(Struct, frozen=True):
    title: str
    kind: tuple[str, ...]  # what it is: the style, the division, the year
    written: str  # by whom or what, in words
    sources: tuple[SourceView, ...]
    opening: Part
    sections: tuple[Part, ...]
    closing: Part
    findings: tuple[FindingView, ...]  # all of them

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.opening, *self.sections, self.closing)

    @property
    def years(self) -> tuple[tuple[str, tuple[Part, ...]], ...]:
        """The sections by year, for a table of contents; all in one group without a name where they are few, of one
        year, or of none."""
        grouped = tuple((year, tuple(parts)) for year, parts in groupby(self.sections, key=lambda part: part.year))
        years = [year for year, _ in grouped]
        told = all(years) and 1 < len(years) == len(set(years)) and len(self.sections) > _FEW
        return grouped if told else (("", self.sections),)

    @property
    def others(self) -> tuple[FindingView, ...]:
        """The findings that are about no part: about a source, or the whole."""
        told = {finding for part in self.parts for finding in part.findings}
        return tuple(finding for finding in self.findings if finding not in told)
