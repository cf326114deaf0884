"""Where periods begin in a document. In: a Document, a language. Out: marks: headings, terms of a list, dated lines.

A month in one heading proves little; what counts is that the marks make a series. So each rule here looks at all
candidates of a kind together.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from briefing.model import Block, BlockKind, Document
from briefing.steps.period_grammar import Found, find_period, rest
from briefing.steps.period_when import By, When, section_id
from briefing.steps.plan_outline import closes, headings, paths, titles

_LINE = 120  # characters of a line that may be a heading without being marked up as one


class Mark(Struct, frozen=True):
    """A period begins at document.blocks[position].

    depth: the level of a heading; half a level below the heading that it stands under for a line that is none.
    rest: the words of the heading besides number and period. above: positions of the headings above it.
    heads: whether its text is a heading, marked up or not, rather than text that opens with a date.
    """

    position: int
    when: When
    depth: float
    number: tuple[int, ...] = ()
    rest: str = ""
    sure: bool = True
    above: tuple[int, ...] = ()
    heads: bool = True


def heading_marks(document: Document, language: str, by: By) -> tuple[Mark, ...]:
    """The headings that name a period, without those that only seem to, or name what others divide."""
    above, names = paths(document), titles(document)
    marks = [
        Mark(h.position, found.when, h.level, found.number, rest(h.text, found), found.sure, above[h.position])
        for h in headings(document)
        if (found := find_period(h.text, language, by)) and _exact(found.when, by)
    ]
    marks = _without_titles(marks, names)
    marks = _without(marks, [m for m in marks if closes(document.blocks[m.position].text)])
    return tuple(_one_level(_without_announcements(_certain(marks), by), by))


def _exact(when: When, by: By) -> bool:
    """A week needs a week or a day, and a day a year, which may be known from elsewhere."""
    return by != "week" or bool(when.week or when.day)


def _without(marks: list[Mark], some: Sequence[Mark]) -> list[Mark]:
    """Without these, unless that leaves none."""
    gone = {mark.position for mark in some}
    return [mark for mark in marks if mark.position not in gone] or marks


def _without_titles(marks: list[Mark], names: frozenset[int]) -> list[Mark]:
    """The title of a document is none of its months, unless it is one of a series that the reader took it from."""
    others = {mark.depth for mark in marks if mark.position not in names}
    return [mark for mark in marks if mark.position not in names or mark.depth in others]


def _certain(marks: list[Mark]) -> list[Mark]:
    """With the doubtful ones ("January in pictures") where they make a series of three months at least, and fit in."""
    doubtful = [mark for mark in marks if not mark.sure]
    levels = {level for level in {m.depth for m in doubtful} if len({m.when for m in marks if m.depth == level}) > 2}
    fits = _fitting([mark for mark in marks if mark.sure])
    return [m for m in marks if m.sure or (m.depth in levels and fits(m))]


def _fitting(sure: Sequence[Mark]) -> Callable[[Mark], bool]:
    """Tells of a mark whether its month lies between those of its sure neighbours, in the direction in which the
    document runs."""
    places, turn = [mark.position for mark in sure], 0 if rises(sure) else 12

    def fits(mark: Mark) -> bool:
        before, after = bisect_left(places, mark.position) - 1, bisect_right(places, mark.position)
        if before < 0 or after == len(places):
            return True
        start, end = sure[before].when.month, sure[after].when.month
        to, on = (mark.when.month - start) % 12, (end - mark.when.month) % 12
        return 0 not in (to, on) and to + on == (end - start) % 12 + turn

    return fits


def rises(marks: Sequence[Mark]) -> bool:
    """Whether a document runs forward through its months, rather than newest first."""
    steps = [(b.when.month - a.when.month) % 12 for a, b in pairwise(marks)]
    return sum(0 < step <= 6 for step in steps) >= sum(step > 6 for step in steps)


def _without_announcements(marks: list[Mark], by: By) -> list[Mark]:
    """Without spans that name what others are about.

    Those that hold two other marks or more ("Q3 2024" above July, August and September), and in a series of numbered
    months the unnumbered ("July to December" after "6. June" announces a second part), save one between two others.
    """
    shortest = _shortest(marks)
    kept = [mark for mark in marks if len(_inside(mark, shortest, by)) < 2]
    numbered = [mark for mark in kept if mark.number]
    if not _counts_months(numbered) or 2 * len(numbered) < len(kept):
        return kept
    first, last = numbered[0].position, numbered[-1].position
    fits = _fitting(numbered)
    return [m for m in kept if m.number or (first < m.position < last and not m.when.more and fits(m))]


def _counts_months(numbered: list[Mark]) -> bool:
    """Whether the numbers run with the months ("6. June", "7. July") rather than being those of versions."""
    steps = [(b.number[-1] - a.number[-1] - b.when.month + a.when.month) % 12 for a, b in pairwise(numbered)]
    return 2 * steps.count(0) > len(steps)


_Shortest = dict[tuple[int, int | None], list[When]]


def _shortest(marks: Sequence[Mark]) -> _Shortest:
    """By the month that they begin in, and by their year or (0) whatever that is, the two shortest periods: where
    those are not inside of a span, no others are."""
    found: _Shortest = defaultdict(list)
    for when in sorted({mark.when for mark in marks}, key=lambda when: when.more):
        for year in (when.year, 0):
            if len(found[when.month, year]) < 2:
                found[when.month, year].append(when)
    return found


def _inside(mark: Mark, shortest: _Shortest, by: By) -> set[When]:
    """Two of the shorter periods of other marks that a span of several sections holds, or as many as there are."""
    if ".." not in section_id(mark.when, by):
        return set()
    return {when for when in _beginning_in(mark.when, shortest) if when.more < mark.when.more}


def _beginning_in(span: When, shortest: _Shortest) -> Iterator[When]:
    for month in {index % 12 + 1 for index in span.months}:
        for year in (0,) if span.year is None else (span.year, None):
            yield from shortest.get((month, year), ())


def _one_level(marks: list[Mark], by: By) -> list[Mark]:
    """The highest level with two periods divides the document: what is dated below it belongs to it, and a heading
    above it that holds other periods than its own is none itself."""
    if not marks:
        return marks
    units = Counter(depth for depth, _ in {(mark.depth, _period(mark.when, by)) for mark in marks})
    count = Counter(mark.depth for mark in marks)
    level = min(units, key=lambda depth: (units[depth] < 2, depth if units[depth] > 1 else -count[depth], depth))
    held: defaultdict[int, set[tuple[int | None, ...]]] = defaultdict(set)  # below each heading, without their years
    for mark in marks:
        if mark.depth == level:
            for position in mark.above:
                held[position].add(_period(mark.when, by)[1:])
    kept: list[Mark] = []
    dividing: set[int] = set()
    for mark in marks:
        below = mark.depth > level and not dividing.isdisjoint(mark.above)
        if not below and held[mark.position] <= {_period(mark.when, by)[1:]}:
            kept.append(mark)
            dividing |= {mark.position} if mark.depth == level else set()
    return kept


def _period(when: When, by: By) -> tuple[int | None, ...]:
    return (when.year, when.month, when.day, when.week) if by == "week" else (when.year, when.month, when.more)


# ── Lines that are no headings ──────────────────────────────────────────────────────────────────────────────────


def line_marks(document: Document, language: str, by: By) -> tuple[Mark, ...]:
    """The terms of a dated list; else paragraphs or items that are a date, or open with one, where they make a series:
    two periods at least, three where text runs on behind the date, and text between them (a list of months is not
    yet a diary)."""
    groups: dict[tuple[BlockKind, int], list[tuple[int, Found]]] = {}
    for position, block in enumerate(document.blocks):
        if block.kind in ("term", "paragraph", "item") and (found := _leading(block, language, by)):
            groups.setdefault((block.kind, block.level), []).append((position, found))
    series = [group for group in groups.values() if _is_series(document, group, by)]
    if not series:
        return ()
    best = max(series, key=lambda group: (document.blocks[group[0][0]].kind == "term", len(group)))
    return _line_marks(document, best)


def _leading(block: Block, language: str, by: By) -> Found | None:
    line = block.text[:_LINE]
    found = find_period(line, language, by)
    if not found or not found.sure or not _exact(found.when, by):
        return None
    return found if found.leads or block.kind == "term" or _is_date(block, found) else None


def _is_date(block: Block, found: Found) -> bool:
    """Nothing but a date, with one word beside it at most: "Friday, 5 March 2024"."""
    return len((block.text[: found.start] + " " + block.text[found.end :]).split()) < 2


def _is_series(document: Document, group: list[tuple[int, Found]], by: By) -> bool:
    periods = {_period(found.when, by) for _, found in group}
    heads = [position for position, found in group if _heads(document.blocks[position], found)]
    taken = {position for position, _ in group}
    followed = [p for p in heads if p + 1 < len(document.blocks) and p + 1 not in taken]
    return len(periods) > (1 if len(heads) == len(group) else 2) and 2 * len(followed) >= len(heads)


def _heads(block: Block, found: Found) -> bool:
    return block.kind == "term" or _is_date(block, found) or _is_headline(block)


def _line_marks(document: Document, group: list[tuple[int, Found]]) -> tuple[Mark, ...]:
    """They stand below the headings above the first of them; a heading below that one is part of what they date."""
    above = paths(document)
    level = max((document.blocks[p].level for p in above[group[0][0]]), default=0)
    return tuple(
        Mark(
            position,
            found.when,
            level + 0.5,
            rest=rest(block.text, found) if _is_headline(block) else "",
            above=tuple(p for p in above[position] if document.blocks[p].level <= level),
            heads=_heads(block, found),
        )
        for position, found in group
        for block in (document.blocks[position],)
    )


def _is_headline(block: Block) -> bool:
    """A line that reads as a heading which its format lost: short, and no sentence."""
    return block.kind != "term" and len(block.text) <= _LINE and not block.text.endswith((".", "!", ";", "。", "！"))
