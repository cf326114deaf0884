"""Causes. In: a section, or the overview, at two versions, and what its sources say now and said then. Out: why an item
of it changed.

What tells it, from the surest on: a broken seal (somebody edited it by hand); a changed sentence of the source that the
item rested on, or rests on now; the parts of the fingerprint; and a sentence that changed elsewhere in the section.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from briefing.fingerprint import SHORT_DIGITS, digest, evidence_id
from briefing.model import Briefing, Evidence, Field, Overview, Reference, Section, Sentences
from briefing.reports.difference import Cause, SourceChange
from briefing.steps.changes import Texts, changes
from briefing.steps.seal import TITLE, seal
from briefing.steps.setting import Setting
from briefing.steps.stale import changed_parts
from briefing.walk import Item, cites_in, items_of

FRAME = ("introduction", "outlook")

BY_HAND = Cause("hand", "edited by hand in briefing.json")
MENDED = Cause("hand", "had been edited by hand in the earlier briefing.json, and was put right")
OTHER_PROGRAM = Cause("program", "another version of the program")
ANEW = Cause(
    "unknown", "nothing that it is written from changed: it was written anew (`run --force`, or a new version)"
)
MOVED = Cause("source", "what stands around it in the source moved or changed")
LINK = Cause("source", "the source links another address there")
UNLINKED = Cause("source", "the source does not link it any more")
LAYOUT = Cause("source", "no sentence of the source changed, but a link, a heading or the order of its paragraphs")


class Side(Struct, frozen=True, dict=True):
    """A section or the overview at one version. None of it where it did not exist."""

    part: Section | Overview | None
    evidence: Mapping[str, Evidence]

    @property
    def fields(self) -> Mapping[str, Field]:
        return self.part.fields if self.part else {}

    @property
    def sentences(self) -> Sentences:
        return self.part.sentences if self.part else {}

    def items(self, key: str) -> tuple[Item, ...]:
        return items_of(self.fields[key]) if key in self.fields else ()

    def seals(self, key: str) -> list[str]:
        return self.part.seals.get(key, "").split() if self.part else []

    def sealed(self, key: str, item: Item) -> bool:
        """Whether a seal says that the item belongs here, as it is."""
        return self.seal(item) in self.seals(key)

    def seal(self, item: Item) -> str:
        return seal(item, self.evidence)

    def edited(self, key: str, item: Item) -> bool:
        """Whether the item, which stands here, was edited: its seal is broken, or its evidence is not what it was."""
        if not self.part or not self.part.seals:
            return False  # an early version, which did not seal
        cited = (self.evidence.get(cite.evidence) for cite in cites_in(item))
        names = {cite.evidence for cite in cites_in(item)}
        whole = {evidence_id(piece.source, piece.text) for piece in cited if piece} == names
        return not whole or not self.sealed(key, item)

    def lacks(self, key: str, item: Item) -> bool:
        """Whether an item, which does not stand here, was taken out by hand."""
        if not self.part or not self.part.seals:
            return False
        items = self.items(key)
        whole = all(self.sealed(key, each) for each in items)
        return self.sealed(key, item) or (whole and len(self.seals(key)) > len(items))

    @cached_property
    def touched(self) -> bool:
        """Whether anything of it was edited by hand."""
        keys = {*self.fields, *(key for key in (self.part.seals if self.part else {}) if key != TITLE)}
        return self.retitled or any(
            len(self.seals(key)) != len(self.items(key)) or any(self.edited(key, item) for item in self.items(key))
            for key in keys
            if self.part and self.part.seals
        )

    @property
    def retitled(self) -> bool:
        known = self.part.seals.get(TITLE, "") if self.part else ""
        return isinstance(self.part, Section) and bool(known) and known != digest(self.part.title)[:SHORT_DIGITS]

    def words(self, item: Item) -> list[tuple[str, str]]:
        """By citation of an item: the words cited, and the block that they stand in."""
        found = ((self.evidence.get(cite.evidence), cite) for cite in cites_in(item))
        return [(piece.text[cite.start : cite.end], piece.text) for piece, cite in found if piece]


class Grounds(Struct, frozen=True, dict=True):
    """Why a part can have changed. texts: sentences by their hash, of the earlier and of the later version."""

    before: Side
    after: Side
    texts: tuple[Texts, Texts]
    setting: Setting
    briefings: tuple[Briefing, Briefing]

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """Which parts of the fingerprint differ."""
        one, two = self.before.part, self.after.part
        return changed_parts(one.fingerprint, two.fingerprint) if one and two else ()

    @cached_property
    def changes(self) -> tuple[SourceChange, ...]:
        """The sentences that changed, as far as both versions say what they were written from."""
        if not self.before.sentences or not self.after.sentences:
            return ()
        found = changes(self.before.sentences, self.after.sentences, *self.texts)
        return tuple(SourceChange(each.part, each.kind, each.before, each.after) for each in found)

    @cached_property
    def standing(self) -> tuple[Cause, ...]:
        """What makes all of a part be written anew: another writer, other prompts."""
        found: list[Cause] = []
        if "writer" in self.parts:
            found.append(self.setting.writer_cause(*self.briefings))
        if "style" in self.parts:
            found += self.setting.style_causes(*self.briefings)
        return tuple(found)

    def of(self, key: str, was: Item | None, now: Item | None) -> tuple[Cause, ...]:
        """Why the one item became the other: None where there is none."""
        if hand := self._by_hand(key, was, now):
            return (hand,)
        exact = self._exact(was, now)
        if not exact and "source" in self.parts:
            if _readdressed(was, now):
                return (LINK, *self.standing)
            if isinstance(was, Reference) and now is None and self._unlinked(was):
                return (UNLINKED, *self.standing)
        return (*self.told(exact), *self.standing) if exact else self.general

    def _by_hand(self, key: str, was: Item | None, now: Item | None) -> Cause | None:
        if self.after.edited(key, now) if now is not None else was is not None and self.after.lacks(key, was):
            return BY_HAND
        if self.before.edited(key, was) if was is not None else now is not None and self.before.lacks(key, now):
            return MENDED
        return None

    def _unlinked(self, was: Reference) -> bool:
        """Whether the source, which is at hand, has no such link any more."""
        piece = self.before.evidence.get(was.cite.evidence)
        document = self.setting.documents.get(piece.source) if piece else None
        return document is not None and not any(link.url == was.url for b in document.blocks for link in b.links)

    def _exact(self, was: Item | None, now: Item | None) -> list[SourceChange]:
        """The changed sentences that the one rested on, or the other rests on."""
        old = self.before.words(was) if was is not None else []
        new = self.after.words(now) if now is not None else []
        if same := {words for words, _ in old} & {words for words, _ in new}:  # these did not change: their block did
            old, new = ([(w, b) for w, b in side if w not in same] for side in (old, new))
        return [c for c in self.changes if _rests(c.before, old) or _rests(c.after, new)]

    def around(self, items: Iterable[tuple[Item, Item]]) -> tuple[Cause, ...]:
        """Why the blocks changed in which the cited words stand as they were."""
        blocks = {block for was, now in items for _, block in (*self.before.words(was), *self.after.words(now))}
        near = [c for c in self.changes if any(text and text in b for text in (c.before, c.after) for b in blocks)]
        return self.told(near) or (MOVED if "source" in self.parts else self.general[0],)

    def told(self, found: Sequence[SourceChange]) -> tuple[Cause, ...]:
        """Changes, as causes: in a section its sources; in the overview the sections, or the frame of the sources."""
        if isinstance(self.after.part or self.before.part, Section):
            return (Cause("source", changes=tuple(found)),) if found else ()
        own = tuple(c for c in found if c.part in FRAME)
        others = tuple(c for c in found if c.part not in FRAME)
        sections = tuple(dict.fromkeys(c.part for c in others))
        causes = [Cause("source", changes=own)] if own else []
        return (*causes, *([Cause("section", changes=others, sections=sections)] if others else []))

    @cached_property
    def general(self) -> tuple[Cause, ...]:
        """Why anything in this part can have changed."""
        if found := (*self.standing, *self.told(self.changes)):
            return found
        if self.before.touched:
            return (MENDED,)
        if "source" in self.parts:
            return (LAYOUT,) if isinstance(self.after.part, Section) else (self._renumbered(),)
        return (ANEW,)

    def _renumbered(self) -> Cause:
        """The sections of an overview are others."""
        old, new = ([section.id for section in briefing.sections] for briefing in self.briefings)
        others = tuple(id_ for id_ in [*old, *new] if (id_ in old) != (id_ in new))
        return Cause("section", "sections came or went", sections=others)

    @property
    def nothing(self) -> bool:
        """Whether it was written from just the same."""
        return not self.parts and not self.changes and not self.before.touched


def _readdressed(was: Item | None, now: Item | None) -> bool:
    """A link of the same words that leads elsewhere."""
    if not isinstance(was, Reference) or not isinstance(now, Reference):
        return False
    return was.text == now.text and was.url != now.url


def _rests(changed: str, cited: list[tuple[str, str]]) -> bool:
    """Whether one of the citations is of the changed sentence, or of a part of it that stands in its block."""
    return bool(changed) and any(
        changed in words or (words and words in changed and changed in block) for words, block in cited
    )
