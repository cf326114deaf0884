"""What is usual in a PDF. In: all its lines. Out: the lines without running heads and feet, and its measures.

Against them a line shows what it is: larger than most (a heading), smaller (a note), indented (a new paragraph).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median

from msgspec import Struct

from briefing.readers.pdf_lines import Line

_PAGE_NUMBER = re.compile(
    r"\W*(?:page|seite|p\.)?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:(?:of|/|von|-)\s*\d{1,4})?\W*", re.IGNORECASE
)
_COLUMN = 60  # points that two columns stand apart at least; an indent is less


def without_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines but for those at the edge of a page that come again on other pages, and but for page numbers."""
    pages = {page: list(group) for page, group in groupby(lines, key=lambda line: line.page)}
    outermost = {page: _edges(group, 1, 1) for page, group in pages.items()}
    edges = {page: _edges(group, 2, 3) for page, group in pages.items()}
    count = Counter(key for group in edges.values() for key in {_key(line) for line in group})
    numbered = sum(any(map(_is_number, group)) for group in outermost.values())

    def is_furniture(line: Line) -> bool:
        seen = count[_key(line)]
        if line in outermost[line.page]:
            return seen >= 3 or (_is_number(line) and (numbered >= 3 or numbered == len(pages)))
        return line in edges[line.page] and seen >= 3 and seen * 5 >= len(pages)

    return [line for line in lines if not is_furniture(line)]


def _is_number(line: Line) -> bool:
    return len(line.whole) < 40 and bool(_PAGE_NUMBER.fullmatch(line.whole))


def _edges(lines: Sequence[Line], high: int, low: int) -> list[Line]:
    """The highest and the lowest rows of a page."""
    rows = sorted({round(line.y) for line in lines})
    outer = {*rows[-high:], *rows[:low]}
    return [line for line in lines if round(line.y) in outer]


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", line.whole.casefold()), round(line.y / 4)


class Measures(Struct, frozen=True):
    """Of the text that most of a document is set in: its size, the families of its fonts, its leadings and margins."""

    size: float
    families: frozenset[str]
    leadings: dict[float, float]  # by size
    lefts: dict[tuple[int, float], tuple[float, ...]]  # by page and size: where columns begin

    def larger(self, line: Line, factor: float) -> bool:
        return line.size >= factor * self.size

    def small(self, line: Line) -> bool:
        return line.size < 0.95 * self.size

    def near(self, upper: Line, lower: Line) -> bool:
        """Whether two lines follow each other as lines of one paragraph do."""
        if upper.page != lower.page or not same_size(upper, lower):
            return False
        step = upper.y - lower.y
        usual = self.leadings.get(lower.size, 1.2 * lower.size)
        return -1 < step <= 1.3 * min(usual, 2.2 * lower.size) + 0.5

    def indent(self, line: Line) -> float:
        """How far a line begins from the left of its column, in its own size."""
        left = max((left for left in self.lefts.get((line.page, line.size), ()) if left <= line.x + 2), default=line.x)
        return (line.x - left) / line.size


def same_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= 0.04 * max(one.size, other.size)


def measure(lines: Sequence[Line]) -> Measures:
    weight: Counter[float] = Counter()
    for line in lines:
        weight[line.size] += len(line.text)
    size = max(weight, key=lambda each: (weight[each], each))
    families: Counter[str] = Counter()
    for line in lines:
        if abs(line.size - size) <= 0.04 * size:
            families[line.family] += len(line.text)
    common = [family for family, share in families.items() if share * 50 >= families.total()]
    alike: dict[tuple[int, float], list[Line]] = defaultdict(list)
    for line in lines:
        alike[line.page, line.size].append(line)
    lefts = {key: _lefts(group) for key, group in alike.items()}
    return Measures(size, frozenset(common), _leadings(lines), lefts)


def _leadings(lines: Sequence[Line]) -> dict[float, float]:
    steps: dict[float, list[float]] = defaultdict(list)
    for upper, lower in pairwise(lines):
        if upper.page == lower.page and upper.size == lower.size and 0 < upper.y - lower.y < 3 * lower.size:
            steps[lower.size].append(upper.y - lower.y)
    return {size: median(found) for size, found in steps.items()}


def _lefts(lines: Sequence[Line]) -> tuple[float, ...]:
    """Where the columns begin, for the lines of one page and one size.

    A column is where one line in seven begins, far enough from the last one; its left is the leftmost place near it
    at which more than one line begins (in a list of references most lines are indented).
    """
    count = Counter(round(line.x) for line in lines)
    lefts: list[float] = []
    for x in sorted(count):
        if count[x] * 7 >= len(lines) and (not lefts or x >= lefts[-1] + _COLUMN):
            lefts.append(min(near for near in count if x - _COLUMN / 2 < near <= x and (count[near] > 1 or near == x)))
    return tuple(lefts)
