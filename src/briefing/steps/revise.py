"""Revise. In: what was written, recalled from a new reading, and what a writer answers to being shown it. Out: a draft
that changes only what the changes of the source bear on. What it becomes is verified like any other draft.

What a writer may change is decided here and not by its goodwill:
- an item that stands is kept in its words and its place; it is given up only for one that rests on a new sentence,
  and no two for the same: that which the new one corrects, else the last one left out;
- an item whose sentences are lost goes, is held against what they became, or is replaced;
- something new comes in where it rests on a new sentence, or in the place of what was lost.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from briefing.model import Draft, FieldKind, FieldSpec, Reading
from briefing.steps.changes import ALIKE, likeness
from briefing.steps.desk import number_of
from briefing.steps.recall import Recall, Recalled, numbers_in
from briefing.steps.verify_choices import as_word
from briefing.text import canonical

_MOSTLY = 0.5  # of what a sentence rests on: one that cites as much of it, and something new, is a correction of it


class _Change(Struct, frozen=True):
    """One field at work. previous: its items as they were; answer: what the writer would have in their place; shown:
    whether the writer was shown what was there, and can tell what is to make room."""

    spec: FieldSpec
    previous: tuple[Recalled, ...]
    answer: object
    recalled: Recall
    shown: bool

    @property
    def reading(self) -> Reading:
        return self.recalled.reading

    def news(self, value: object) -> set[int]:
        """The new passages, or links in them, that a value rests on. A view and a tag name none: theirs are all."""
        recalled = self.recalled
        if self.spec.kind == "analysis":
            return set(recalled.new)
        if self.spec.kind == "tags":
            return {n for n in recalled.new if as_word(str(value), self.reading.passages[n - 1].text)}
        if self.spec.kind == "references":
            return {n for n in [number_of(value)] if n in recalled.new_links}
        if isinstance(value, dict) and number_of(value.get("link")) in recalled.new_links:
            return {0}
        return set(recalled.new.intersection(numbers_in(value)))


def settle(answer: Mapping[str, object], recalled: Recall, specs: Sequence[FieldSpec], *, shown: bool) -> Draft:
    """The draft that comes of an answer: by field key None, or nothing, to leave the field as it is; else a value as in
    Draft, or in prose the number of a previous sentence to keep it. shown: whether the writer was shown what was there;
    from one who was not, what stands makes no room, and neither does what a lost sentence became."""
    fields: dict[str, object] = {}
    for spec in specs:
        change = _Change(spec, recalled.fields.get(spec.key, ()), answer.get(spec.key), recalled, shown)
        fields[spec.key] = _SETTLERS[spec.kind](change)
    return Draft(fields)


def _one(change: _Change) -> object:
    """A field that holds one thing: a quote, a reference, an excerpt."""
    before = change.previous[0] if change.previous else None
    if before is None or before.value is None:
        return change.answer
    if not change.shown or (before.stands and not change.news(change.answer)):
        return before.value
    return change.answer if _names_something(change.answer) else before.value


def _names_something(answer: object) -> bool:
    link = answer.get("link") if isinstance(answer, dict) else None
    return number_of(link) is not None or any(True for _ in numbers_in(answer))


def _many(change: _Change) -> object:
    """A list of links or of tags: what stands, then what is new, or fills a gap."""
    kept = [_plain(item.value) for item in change.previous if item.value is not None]
    room = sum(1 for item in change.previous if item.value is None)
    added: list[object] = []
    for given in change.answer if isinstance(change.answer, list) else [change.answer]:
        value = number_of(given) if change.spec.kind == "references" else given
        if value is None or value in kept or value in added:
            continue
        if change.news(value) or len(added) < room or not change.previous:
            added.append(value)
    return [*kept, *added][: change.spec.most] or None


def _plain(value: object) -> object:
    """A link as a list of links has it: by its number alone."""
    return value["link"] if isinstance(value, dict) else value


def _sentences(change: _Change) -> object:
    """Prose, and views: each sentence by itself."""
    if change.answer is None:
        return [item.value for item in change.previous if item.value is not None] or None
    if not change.previous:
        return change.answer
    return _Sentences(change).settled() or None


class _New(Struct):
    """A sentence that was not there. after: the place of the kept one that it follows in the answer, -1 at the front;
    instead: the place of the lost one that it replaces."""

    value: object
    fresh: bool
    after: int
    instead: int | None = None


class _Sentences:
    def __init__(self, change: _Change) -> None:
        self.change = change
        self.previous = change.previous
        self.kept: set[int] = set()  # places in `previous`
        self.new: list[_New] = []
        self.used: set[int] = set()  # new passages that a fresh sentence rests on

    def settled(self) -> list[object]:
        answer = self.change.answer if isinstance(self.change.answer, list) else [self.change.answer]
        after = -1
        for given in answer:
            after = self._take(given, after)
        if not self.change.shown:
            self.kept |= {place for place, item in enumerate(self.previous) if item.value is not None}
        self._replace()
        self._restore()
        self._shorten()
        return self._in_order()

    def _take(self, given: object, after: int) -> int:
        place = self._place_of(given)
        if place is not None and self.previous[place].value is not None:
            self.kept.add(place)
            return place
        if number_of(given) is None:  # else it is to be kept, and has lost what carried it
            news = self.change.news(given) - self.used
            self.used |= {min(news)} if news else set()
            self.new.append(_New(given, bool(news), after))
        return after

    def _place_of(self, given: object) -> int | None:
        """Which previous sentence is meant: by its number, its words, or, reworded for no reason, its citations."""
        number = number_of(given)
        if number is not None:
            return number - 1 if 1 <= number <= len(self.previous) else None
        text = _text(given)
        for place, item in enumerate(self.previous):
            if text and text in (item.text, _text(item.value)):
                return place
        if not isinstance(given, dict) or self.change.news(given):
            return None
        likely = ((self._sameness(given, item), -place) for place, item in enumerate(self.previous) if item.stands)
        best, place = max(likely, default=(0.0, 0))
        return -place if best else None

    def _sameness(self, given: Mapping[str, object], item: Recalled) -> float:
        """How much a sentence seems to be one that was there, in other words; 0 where it is another."""
        one, other = set(numbers_in(given)), set(numbers_in(item.value))
        if one == other:
            return 2.0
        alike = likeness(_text(given), item.text) if one & other else 0.0
        return alike if alike >= ALIKE else 0.0

    def _replace(self) -> None:
        """Each new sentence takes the place of one that is lost and became what it cites, or was left out and is
        brought up to date by it; else of the first lost one. What rests on nothing new comes in only for a lost one."""
        gaps = [p for p, item in enumerate(self.previous) if not item.stands and p not in self.kept]
        left = [p for p, item in enumerate(self.previous) if item.stands and p not in self.kept]
        for new in sorted(self.new, key=lambda new: not new.fresh):  # what is fresh goes first
            near = [place for place in gaps if self._shared(new, place)]
            outdated = [place for place in left if new.fresh and self._shared(new, place) >= _MOSTLY]
            new.instead = next(iter(near or outdated or gaps), None)
            gaps = [place for place in gaps if place != new.instead]
            left = [place for place in left if place != new.instead]
        self.new = [new for new in self.new if new.fresh or new.instead is not None]
        for one, other in pairwise(self.new):
            if one.after == other.after and one.instead is not None:  # it follows the one that now has a place
                other.after = one.instead

    def _shared(self, new: _New, place: int) -> float:
        """Which part of what a previous sentence rests on the new one cites, too."""
        before = set(numbers_in(self.previous[place].value))
        return len(before.intersection(numbers_in(new.value))) / max(len(before), 1)

    def _restore(self) -> None:
        """What stands and was left out for nothing comes back."""
        gone = self.kept | {new.instead for new in self.new}
        left = [place for place, item in enumerate(self.previous) if item.stands and place not in gone]
        given_up = sum(1 for new in self.new if new.instead is None) if self.change.shown else 0
        self.kept |= set(left[: max(len(left) - given_up, 0)])

    def _shorten(self) -> None:
        """Where it is too long, what was there before stays."""
        extra = [new for new in self.new if new.instead is None]
        room = self.change.spec.most - len(self.kept) - (len(self.new) - len(extra))
        self.new = [new for new in self.new if new.instead is not None or new in extra[: max(room, 0)]]

    def _in_order(self) -> list[object]:
        rows = [((place, 0), self.previous[place].value) for place in self.kept]
        rows += [((new.after, 1) if new.instead is None else (new.instead, 0), new.value) for new in self.new]
        return [value for _, value in sorted(rows, key=lambda row: row[0])]


def _text(value: object) -> str:
    text = value.get("text") if isinstance(value, dict) else value
    return canonical(text) if isinstance(text, str) else ""


_SETTLERS: Mapping[FieldKind, Callable[[_Change], object]] = {
    "prose": _sentences,
    "analysis": _sentences,
    "quote": _one,
    "words": _one,
    "reference": _one,
    "code": _one,
    "figure": _one,
    "table": _one,
    "references": _many,
    "quotes": _many,
    "tags": _many,
}
