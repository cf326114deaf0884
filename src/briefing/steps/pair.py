"""Which item of a field became which. In: the items of two versions. Out: pairs of their places, -1 where there is
none, in the order of the later version, with what was dropped where it stood."""

from collections.abc import Callable, Iterable, Sequence

from briefing.model import Excerpt, Quote, Reference, Words
from briefing.steps.changes import ALIKE, likeness
from briefing.walk import Item, text_of

Pairs = list[tuple[int, int]]
Alike = Callable[[Item, Item], float]  # 0: not at all


def pair(before: Sequence[Item], after: Sequence[Item], related: Alike) -> Pairs:
    """related: whether one rests on what the other does, or on what that became."""
    pairs: Pairs = []
    for alike in (_same, _nearly_same, _reworded, related):
        pairs += _matched(before, after, pairs, alike)
    if len(before) == len(after) == 1 and not pairs and _single(before[0]) and type(before[0]) is type(after[0]):
        pairs = [(0, 0)]
    return _in_order(pairs, len(before), len(after))


def _single(item: Item) -> bool:
    return isinstance(item, Quote | Words | Reference | Excerpt)


def _matched(before: Sequence[Item], after: Sequence[Item], known: Pairs, alike: Alike) -> Pairs:
    """Of those that have no partner yet, each with the one that is most like it."""
    old = [n for n in range(len(before)) if n not in {a for a, _ in known}]
    new = [n for n in range(len(after)) if n not in {b for _, b in known}]
    found: Pairs = []
    for one in old:
        scores = {n: alike(before[one], after[n]) for n in new}
        other = max(scores, key=lambda n: scores[n], default=-1)
        if scores.get(other, 0) > 0:
            found.append((one, other))
            new.remove(other)
    return found


def _same(one: Item, other: Item) -> bool:
    return type(one) is type(other) and text_of(one) == text_of(other) and _url(one) == _url(other)


def _nearly_same(one: Item, other: Item) -> bool:
    """A link by its address or its words, anything else by its words."""
    if isinstance(one, Reference) and isinstance(other, Reference):
        return text_of(one) == text_of(other) or bool(one.url and one.url == other.url)
    return type(one) is type(other) and text_of(one) == text_of(other)


def _url(item: Item) -> str:
    return item.url if isinstance(item, Reference) else item.address if isinstance(item, Excerpt) else ""


def _reworded(one: Item, other: Item) -> float:
    if isinstance(one, Reference) or type(one) is not type(other):
        return 0
    likely = likeness(text_of(one), text_of(other))
    return likely if likely >= ALIKE else 0


def _in_order(pairs: Pairs, old: int, new: int) -> Pairs:
    partner = {b: a for a, b in pairs}
    ordered = [(partner.get(n, -1), n) for n in range(new)]
    for gone in sorted(set(range(old)) - set(partner.values())):
        place = next((n for n, (a, _) in enumerate(ordered) if a > gone), len(ordered))
        ordered.insert(place, (gone, -1))
    return ordered


def moved(pairs: Iterable[tuple[int, int]]) -> bool:
    """Whether those that stayed stand in another order."""
    stayed = [a for a, b in pairs if a >= 0 and b >= 0]
    return stayed != sorted(stayed)
