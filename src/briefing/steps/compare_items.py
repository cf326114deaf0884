"""Compare the items of a part. In: its two versions, as grounds. Out: an entry for each item that says something else,
and one for all those of which only the place changed.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from briefing.model import Cite, Excerpt, Field, Quote, Reference, Sentence, Tags, Words
from briefing.reports.difference import Cause, Entry, EntryKind, Noun
from briefing.steps.causes import BY_HAND, MENDED, MOVED, Grounds, Side
from briefing.steps.changes import ALIKE, likeness
from briefing.steps.pair import moved, pair
from briefing.walk import Item, cites_in, text_of

Place = tuple[str, int, int]
Footing = Literal["recited", "around", "moved", "heading", ""]
_NOUNS: Mapping[type, Noun] = {
    Sentence: "sentence",
    Quote: "quote",
    Words: "quote",
    Reference: "link",
    Excerpt: "excerpt",
}


def item_entries(grounds: Grounds, labels: Mapping[str, str]) -> list[Entry]:
    """labels: of the fields, by key."""
    before, after = grounds.before.fields, grounds.after.fields
    said: list[Entry] = []
    footing = _Footings(grounds)
    for key in sorted(
        {*before, *after}, key=lambda key: (list(labels).index(key) if key in labels else len(labels), key)
    ):
        old, new = grounds.before.items(key), grounds.after.items(key)
        pairs = pair(old, new, lambda one, two: _related(grounds, one, two))
        for a, b in pairs:
            was, now = old[a] if a >= 0 else None, new[b] if b >= 0 else None
            if was is not None and now is not None and _reads_same(was, now):
                said += footing.take((key, a, b), was, now, labels.get(key, key))
            else:
                said.append(_entry(grounds, (key, a, b), was, now, labels.get(key, key)))
        if moved(pairs):
            said.append(_order(grounds, key, pairs, labels.get(key, key)))
    return [*said, *footing.entries()]


def _related(grounds: Grounds, one: Item, two: Item) -> bool:
    old = {words for words, _ in grounds.before.words(one)}
    new = {words for words, _ in grounds.after.words(two)}
    became = {(c.before, c.after) for c in grounds.changes if c.before and c.after}
    return type(one) is type(two) and bool(old & new or any((a, b) in became for a in old for b in new))


def _reads_same(was: Item, now: Item) -> bool:
    if isinstance(was, Excerpt) and isinstance(now, Excerpt):
        return (was.kind, was.text, was.address, was.label) == (now.kind, now.text, now.address, now.label)
    return type(was) is type(now) and text_of(was) == text_of(now) and _target(was) == _target(now)


def _target(item: Item) -> str:
    return item.url if isinstance(item, Reference) else item.address if isinstance(item, Excerpt) else ""


def _entry(grounds: Grounds, place: Place, was: Item | None, now: Item | None, label: str) -> Entry:
    causes = grounds.of(place[0], was, now)
    noun = _noun(was if now is None else now, (grounds.after if now is not None else grounds.before).fields[place[0]])
    kind = _kind(was, now)
    full = was is not None and now is not None and _target(was) != _target(now)
    return Entry(kind, noun, causes, place[0], label, _shown(was, full), _shown(now, full), items=(place,))


def _kind(was: Item | None, now: Item | None) -> EntryKind:
    if was is None or now is None:
        return "added" if was is None else "dropped"
    if text_of(was) == text_of(now):
        return "changed"
    return "reworded" if likeness(text_of(was), text_of(now)) >= ALIKE else "replaced"


def _noun(item: Item | None, field: Field) -> Noun:
    return ("tag" if isinstance(field, Tags) else "view") if isinstance(item, str) else _NOUNS[type(item)]


def _shown(item: Item | None, full: bool) -> str:
    """full: with where a link leads."""
    if item is None:
        return ""
    return f"{text_of(item)} <{_target(item)}>" if full and _target(item) else text_of(item)


def _order(grounds: Grounds, key: str, pairs: Iterable[tuple[int, int]], label: str) -> Entry:
    places = tuple((key, a, b) for a, b in pairs if a >= 0 and b >= 0)
    sealed = [grounds.after.seals(key), _seals(grounds.after, key)]
    hand = sorted(sealed[0]) == sorted(sealed[1]) and sealed[0] != sealed[1]
    causes = (BY_HAND,) if hand else grounds.general
    return Entry("moved", "order", causes, key, label, count=len(places), items=places)


def _seals(side: Side, key: str) -> list[str]:
    return [side.seal(item) for item in side.items(key)]


class _Footings:
    """Items that read as before, and rest on something else, or elsewhere: a line for all that are alike."""

    def __init__(self, grounds: Grounds) -> None:
        self.grounds = grounds
        self.groups: dict[tuple[Footing, str, str, tuple[Cause, ...]], list[Place]] = {}
        self.slices: dict[tuple[Footing, str, str, tuple[Cause, ...]], set[Cite]] = {}

    def take(self, place: Place, was: Item, now: Item, label: str) -> Iterator[Entry]:
        one, two = self.grounds.before, self.grounds.after
        if _cited(one, was) != _cited(two, now):
            words = [" […] ".join(words for words, _ in side.words(item)) for side, item in ((one, was), (two, now))]
            causes = self.grounds.of(place[0], was, now)
            yield Entry("recited", "sentence", causes, place[0], label, words[0], words[1], items=(place,))
            return
        if _blocks(one, was) != _blocks(two, now):
            self._add("around", place, was, now, "", "", self._of_block(place[0], was, now))
        elif _addresses(one, was) != _addresses(two, now):
            self._add("moved", place, was, now, "", _files(two, now), self._of_place(place[0], was, now))
        if _headings(one, was) != _headings(two, now):
            self._add("heading", place, was, now, _headings(one, was), _headings(two, now), (self._of_heading(now),))

    def _add(
        self, kind: Footing, place: Place, was: Item, now: Item, old: str, new: str, causes: tuple[Cause, ...]
    ) -> None:
        key = (kind, old, new, causes)
        self.groups.setdefault(key, []).append(place)
        self.slices.setdefault(key, set()).update(cites_in(now))

    def _edited(self, key: str, was: Item, now: Item) -> tuple[Cause, ...]:
        if self.grounds.after.edited(key, now):
            return (BY_HAND,)
        return (MENDED,) if self.grounds.before.edited(key, was) else ()

    def _of_block(self, key: str, was: Item, now: Item) -> tuple[Cause, ...]:
        return self._edited(key, was, now) or self.grounds.around([(was, now)])

    def _of_place(self, key: str, was: Item, now: Item) -> tuple[Cause, ...]:
        return self._edited(key, was, now) or (MOVED,)

    def _of_heading(self, now: Item) -> Cause:
        """A heading that the source does not have was put in by hand."""
        for cite in cites_in(now):
            piece = self.grounds.after.evidence[cite.evidence]
            document = self.grounds.setting.documents.get(piece.source)
            known = {block.text for block in document.blocks if block.kind == "heading"} if document else None
            if known is not None and not set(piece.heading) <= known:
                return BY_HAND
        return Cause("source", "a heading above them changed")

    def entries(self) -> list[Entry]:
        order: dict[Footing, tuple[EntryKind, Noun]] = {
            "around": ("around", "sentence"),
            "heading": ("changed", "heading"),
            "moved": ("moved", "address"),
        }
        return [
            Entry(*order[kind], causes, before=old, after=new, count=len(self.slices[key]), items=tuple(places))
            for wanted in order
            for key, places in self.groups.items()
            for kind, old, new, causes in [key]
            if kind == wanted
        ]


def _cited(side: Side, item: Item) -> set[tuple[str, str]]:
    cites = ((side.evidence.get(cite.evidence), cite) for cite in cites_in(item))
    return {(piece.source, piece.text[cite.start : cite.end]) for piece, cite in cites if piece}


def _blocks(side: Side, item: Item) -> list[tuple[str, int, int, str]]:
    cites = cites_in(item)
    return [(c.evidence, c.start, c.end, side.evidence[c.evidence].text) for c in cites if c.evidence in side.evidence]


def _addresses(side: Side, item: Item) -> list[tuple[str, str]]:
    """Where the citations lead: to the words, and to their block."""
    return [(cite.url, side.evidence[cite.evidence].url) for cite in cites_in(item) if cite.evidence in side.evidence]


def _files(side: Side, item: Item) -> str:
    """The page or file that is cited, without the place in it."""
    return ", ".join(dict.fromkeys((exact or whole).partition("#")[0] for exact, whole in _addresses(side, item)))


def _headings(side: Side, item: Item) -> str:
    found = [side.evidence[cite.evidence].heading for cite in cites_in(item) if cite.evidence in side.evidence]
    return " · ".join(dict.fromkeys(" › ".join(path) for path in found))
