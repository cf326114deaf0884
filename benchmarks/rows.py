"""A row of the table of ratios. In: figures that were taken in one run. Out: a line of JSON, and back.

A benchmark prints one line for each of its rows where it is called with --rows; table.py reads them.
"""

import json
import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal

Sense = Literal["at most", "at least"]


@dataclass(frozen=True, slots=True)
class Row:
    """`ratio`: the median of some runs, to the limit; None where it could not be measured, and then `beside` says why.
    `beside`: what to know with it: seconds, calls, tokens."""

    what: str
    limit: str
    goal: float
    sense: Sense = "at most"
    ratio: float | None = None
    spread: tuple[float, float] | None = None
    beside: str = ""

    @property
    def holds(self) -> bool:
        if self.ratio is None or math.isnan(self.ratio):
            return False
        return self.ratio <= self.goal if self.sense == "at most" else self.ratio >= self.goal

    @property
    def steady(self) -> bool:
        """Whether it was so in each of the runs."""
        return len({replace(self, ratio=ratio).holds for ratio in (self.ratio, *(self.spread or ()))}) == 1

    @property
    def room(self) -> float:
        """What is left to the goal, as a share of it; below 0 where it does not hold."""
        if self.ratio is None:
            return math.nan
        left = self.goal - self.ratio if self.sense == "at most" else self.ratio - self.goal
        return left / self.goal


def measured(
    what: str, limit: str, goal: float, ratios: Sequence[float], beside: str = "", sense: Sense = "at most"
) -> Row:
    """The row of some runs: their median, and of several the least and the most of them."""
    spread = (min(ratios), max(ratios)) if len(ratios) > 1 else None
    return Row(what, limit, goal, sense, statistics.median(ratios), spread, beside)


def put(page: Path, start: str, made: str) -> None:
    """Write what was measured into a page of the docs, in the place of all that follows the line `start`."""
    before = page.read_text(encoding="utf-8").partition(start)[0]
    page.write_text(f"{before}{start}\n\n{made}", encoding="utf-8")


def dump(rows: Iterable[Row]) -> str:
    return "".join(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in rows)


def load(text: str) -> list[Row]:
    """The rows among the lines of what a benchmark printed. Raises ValueError where a line is JSON, but no row."""
    lines = [line for line in text.splitlines() if line.startswith("{")]
    return [_row(json.loads(line)) for line in lines]


def _row(values: dict[str, object]) -> Row:
    try:
        row = Row(**values)  # type: ignore[arg-type]
    except TypeError as error:
        raise ValueError(f"not a row: {error}") from None
    if row.sense not in ("at most", "at least"):
        raise ValueError(f"not a row: the sense is {row.sense!r}")
    return replace(row, spread=row.spread and (row.spread[0], row.spread[1]))
