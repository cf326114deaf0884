"""Revise. In: what was written, recalled from a new reading, and what a writer answers to being shown it. Out: a draft
that changes only what the changes of the source bear on. What it becomes is verified like any other draft.

What a writer may change is decided here and not by its goodwill:
- an item that stands is kept in its words; one is given up only for one that rests on a new sentence;
- an item whose sentences are lost goes, is held against what they became, or is replaced;
- something new comes in where it rests on a new sentence, or in the place of what was lost.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefing.model import Draft, FieldKind, FieldSpec, Reading
from briefing.steps.recall import Recall, Recalled, numbers_in
from briefing.text import canonical


@dataclass(frozen=True, slots=True)
class _Change:
    """One field at work. previous: its items as they were; answer: what the writer would have in their place."""

    spec: FieldSpec
    previous: tuple[Recalled, ...]
    answer: object
    reading: Reading
    rests_on_new: Callable[[object], bool]
    may_drop: bool


def settle(answer: Mapping[str, object], recalled: Recall, specs: Sequence[FieldSpec], *, may_drop: bool) -> Draft:
    """The draft that comes of an answer: by field key None, or nothing, to leave the field as it is; else a value as in
    Draft, or in prose the number of a previous sentence to keep it. may_drop: whether what stands may make room."""
    fields: dict[str, object] = {}
    for spec in specs:
        previous = recalled.fields.get(spec.key, ())
        change = _Change(spec, previous, answer.get(spec.key), recalled.reading, _judge(spec, recalled), may_drop)
        fields[spec.key] = _SETTLERS[spec.kind](change)
    return Draft(fields)


def _judge(spec: FieldSpec, recalled: Recall) -> Callable[[object], bool]:
    """Whether a value rests on something new."""

    def rests(value: object) -> bool:
        if spec.kind == "references":
            return value in recalled.new_links
        if isinstance(value, dict) and value.get("link") in recalled.new_links:
            return True
        return any(number in recalled.new for number in numbers_in(value))

    return rests


def _one(change: _Change) -> object:
    """A field that holds one thing: a quote, a reference, an excerpt."""
    before = change.previous[0] if change.previous else None
    if before is None or before.value is None:
        return change.answer
    if before.stands and (not change.may_drop or not change.rests_on_new(change.answer)):
        return before.value
    return before.value if change.answer is None else change.answer


def _many(change: _Change) -> object:
    """A list of links or of tags: what stands, then what is new, or fills a gap."""
    kept = [_plain(item.value) for item in change.previous if item.value is not None]
    room = sum(1 for item in change.previous if not item.stands)
    added: list[object] = []
    for value in change.answer if isinstance(change.answer, list) else []:
        if value in kept or value in added:
            continue
        if change.rests_on_new(value) or len(added) < room or not change.previous:
            added.append(value)
    return [*kept, *added][: change.spec.most] or None


def _plain(value: object) -> object:
    """A link as a list of links has it: by its number alone."""
    return value.get("link") or value.get("sentence") if isinstance(value, dict) else value


def _sentences(change: _Change) -> object:
    """Prose, and views: each sentence by itself."""
    if change.answer is None:
        return [item.value for item in change.previous if item.value is not None] or None
    if not change.previous:
        return change.answer
    return _Sentences(change).settled() or None


class _Sentences:
    def __init__(self, change: _Change) -> None:
        self.change = change
        self.previous = change.previous
        self.kept: list[int] = []  # places in `previous`
        self.items: list[tuple[object, int]] = []  # a value, and its place in `previous`, or -1
        self.room = sum(1 for item in self.previous if not item.stands)
        self.fresh = 0

    def settled(self) -> list[object]:
        answer = self.change.answer if isinstance(self.change.answer, list) else [self.change.answer]
        for given in answer:
            self._take(given)
        self._restore()
        self._shorten()
        return [value for value, _ in self.items]

    def _take(self, given: object) -> None:
        place = self._place_of(given)
        if place is not None and self.previous[place].value is not None:
            if place not in self.kept:
                self._keep(place)
        elif isinstance(given, int):
            return  # it is to be kept, and has lost what carried it
        elif self.change.rests_on_new(given):
            self.items.append((given, -1))
            self.fresh += 1
        elif self.room > 0:
            self.items.append((given, -1))
            self.room -= 1

    def _keep(self, place: int) -> None:
        self.kept.append(place)
        self.items.append((self.previous[place].value, place))
        self.room -= not self.previous[place].stands

    def _place_of(self, given: object) -> int | None:
        """Which previous sentence is meant: by its number, its words, or, reworded for no reason, its citations."""
        if isinstance(given, int) and not isinstance(given, bool):
            return given - 1 if 1 <= given <= len(self.previous) else None
        text = canonical(str(given.get("text", "") if isinstance(given, dict) else given))
        for place, item in enumerate(self.previous):
            if text == item.text or (isinstance(item.value, dict) and text == item.value["text"]):
                return place
        if isinstance(given, dict) and not self.change.rests_on_new(given):
            cites = set(numbers_in(given))
            for place, item in enumerate(self.previous):
                if item.stands and place not in self.kept and cites and cites == set(numbers_in(item.value)):
                    return place
        return None

    def _restore(self) -> None:
        """What stands and was left out for nothing comes back to where it stood."""
        left = [place for place, item in enumerate(self.previous) if item.stands and place not in self.kept]
        allowed = self.fresh if self.change.may_drop else 0
        for place in left[: max(len(left) - allowed, 0)]:
            after = next((n for n, (_, p) in enumerate(self.items) if p > place), len(self.items))
            before = [n for n, (_, p) in enumerate(self.items) if 0 <= p < place]
            self.items.insert(before[-1] + 1 if before else after, (self.previous[place].value, place))
            self.kept.append(place)

    def _shorten(self) -> None:
        """Where it is too long, what was there before stays."""
        while len(self.items) > self.change.spec.most and any(place < 0 for _, place in self.items):
            del self.items[max(n for n, (_, place) in enumerate(self.items) if place < 0)]


_SETTLERS: Mapping[FieldKind, Callable[[_Change], object]] = {
    "prose": _sentences,
    "analysis": _sentences,
    "quote": _one,
    "reference": _one,
    "code": _one,
    "figure": _one,
    "table": _one,
    "references": _many,
    "tags": _many,
}
