"""Account for every changed line of briefing.md. In: two versions of a briefing with their Markdown, and the entries of
their comparison. Out: the entries with the number of lines that each claims, and further ones for lines that no change
of the briefing explains: they were rendered otherwise, or edited by hand in the Markdown.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from briefing.reports.difference import RENDERING, Cause, Difference, Entry, Part
from briefing.steps.claims import Claims, Ref

BY_HAND = Cause("hand", "briefing.md is not what its briefing.json renders to: edited by hand")
UNCLAIMED = Cause("unknown", "no change of the briefing explains it")


class Text(Struct, frozen=True, dict=True):
    """The lines of a briefing.md, as committed or as it lies there, and as its briefing.json renders now."""

    file: tuple[str, ...]
    rendered: tuple[str, ...]

    @cached_property
    def by_itself(self) -> Counter[str]:
        """Lines that only the file has."""
        return Counter(self.file) - Counter(self.rendered)

    @cached_property
    def lacking(self) -> Counter[str]:
        return Counter(self.rendered) - Counter(self.file)

    @property
    def intact(self) -> bool:
        return self.file == self.rendered


class Changed(Struct, frozen=True):
    """A changed line: of the earlier file, where it was removed, or of the later one."""

    text: str
    removed: bool


class Otherwise(Struct, frozen=True):
    """Why a file is not what its briefing renders to: the earlier one, and the later one."""

    before: Cause
    after: Cause


def account(difference: Difference, before: Text, after: Text, claims: Claims, why: Otherwise) -> Difference:
    """difference, with every changed line claimed by an entry."""
    changed = changed_lines(before.file, after.file)
    found = [_claim(line, before, after, claims, why) for line in changed]
    owners = _with_neighbours(found, before, after, why)
    taken = Counter(owner for owner in owners if not isinstance(owner, Cause))
    parts = [
        replace(part, entries=tuple(replace(entry, lines=taken[p, n]) for n, entry in enumerate(part.entries)))
        for p, part in enumerate(difference.parts)
    ]
    if rest := list(_unexplained(changed, owners)):
        parts.append(Part(RENDERING, "The Markdown itself", "changed", tuple(rest)))
    removed = sum(line.removed for line in changed)
    return replace(difference, parts=tuple(parts), lines=(removed, len(changed) - removed))


def changed_lines(before: Sequence[str], after: Sequence[str]) -> list[Changed]:
    """The line diff, in its order: removed lines before added ones."""
    start, end = 0, 0
    shorter = min(len(before), len(after))
    while start < shorter and before[start] == after[start]:
        start += 1
    while end < shorter - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return list(_changed(before[start : len(before) - end], after[start : len(after) - end]))


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[Changed]:
    """In a long text, lines that are frequent, such as labels, are matched only in a second look, at a part of it."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "replace" and (b - a, d - c) != (len(old), len(new)):
            yield from _changed(old[a:b], new[c:d])
        elif tag != "equal":
            yield from (Changed(line, True) for line in old[a:b])
            yield from (Changed(line, False) for line in new[c:d])


Owner = Ref | Cause


def _claim(line: Changed, before: Text, after: Text, claims: Claims, why: Otherwise) -> Owner | None:
    """Who claims a line; None of a line that only frames others."""
    if claims.frames(line.text):
        return None
    mine, other = (before, after) if line.removed else (after, before)
    own, lacked = (why.before, why.after) if line.removed else (why.after, why.before)
    if not mine.intact and mine.by_itself[line.text]:
        return own
    if (claimed := claims.of(line.text, removed=line.removed)) is not None:
        return claimed
    if not other.intact and other.lacking[line.text]:
        return lacked
    return UNCLAIMED if before.intact and after.intact else why.after if not after.intact else why.before


def _with_neighbours(found: Sequence[Owner | None], before: Text, after: Text, why: Otherwise) -> list[Owner]:
    """A line that frames others goes with the nearest that is claimed."""
    places = [n for n, owner in enumerate(found) if owner is not None]
    alone = UNCLAIMED if before.intact and after.intact else why.after if not after.intact else why.before
    owners: list[Owner] = []
    for n, owner in enumerate(found):
        near = min(places, key=lambda place: abs(place - n), default=-1) if owner is None else n
        nearest = found[near] if near >= 0 else alone
        owners.append(alone if nearest is None else nearest)
    return owners


def _unexplained(changed: Iterable[Changed], owners: Iterable[Owner]) -> Iterator[Entry]:
    """An entry for each cause that is no change of the briefing."""
    by_cause: dict[Cause, list[Changed]] = {}
    for line, owner in zip(changed, owners, strict=True):
        if isinstance(owner, Cause):
            by_cause.setdefault(owner, []).append(line)
    for cause, lines in by_cause.items():
        before, after = ("\n".join(each.text for each in lines if each.removed is side) for side in (True, False))
        yield Entry("changed", "line", (cause,), before=before, after=after, count=len(lines), lines=len(lines))
