"""How the time of planning grows with a source: 1,000 headings against 4,000, of several kinds.

Work that is linear grows by 4, quadratic work by 16. Prints a Markdown table; --write puts it into
docs/benchmarks/planning.md.

    python benchmarks/planning.py [--runs 5] [--write]
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from briefing.model import Block, Document, Origin, Period
from briefing.steps.plan import plan_sections

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks" / "planning.md"
FEW, MANY = 1000, 4000
MONTHS = "January February March April May June July August September October November December".split()


def item(number: int) -> tuple[Block, Block]:
    date = f"{2005 + number % 20}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    page = f"https://example.org/{number}"
    return Block("heading", f"Firing {number}", 2, date=date, url=page), Block("paragraph", "Hot.", date=date, url=page)


def headed(heading: str, level: int = 2) -> tuple[Block, Block]:
    return Block("heading", heading, level), Block("paragraph", "The kiln was fired, and it was hot.")


KINDS: dict[str, tuple[str, Callable[[int], tuple[Block, ...]]]] = {
    "items of a feed": ("month", item),
    "days with their years": ("week", lambda n: headed(f"{n % 28 + 1} {MONTHS[n % 12]} {2005 + n % 20}")),
    "months without years, on six levels": ("month", lambda n: headed(MONTHS[n % 12], n % 6 + 1)),
    "quarters among months": ("month", lambda n: headed(f"{MONTHS[n % 12]} 2024" if n % 3 else f"Q{n % 4 + 1} 2024")),
    "dated terms below headings": ("month", lambda n: (*headed(f"Firing {n}"), Block("term", MONTHS[n % 12]))),
    "headings, each its own": ("heading", lambda n: headed(f"Firing {n}")),
    "headings, all alike": ("heading", lambda _: headed("Firing")),
}


def seconds(kind: str, count: int, runs: int) -> float:
    """The least of some runs: what else a machine does only adds."""
    by, blocks = KINDS[kind]
    whole = tuple(block for number in range(count) for block in blocks(number))
    document = Document("a", "https://example.org/", Origin.LIVE, whole, title="Firings", language="en")
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        plan_sections([document], Period(by=by))
        taken.append(time.perf_counter() - start)
    return min(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks/planning.md")
    options = parser.parse_args()
    rows = [f"| what | {FEW:,} | {MANY:,} | ratio |", "| --- | --- | --- | --- |"]
    for kind in KINDS:
        few, many = (seconds(kind, count, options.runs) for count in (FEW, MANY))
        rows.append(f"| {kind} | {few:.3f} s | {many:.3f} s | {many / few:.1f} |")
    table = "\n".join(rows) + "\n"
    print(table)
    if options.write:
        PAGE.write_text(
            "# Time of planning\n\n"
            f"`python benchmarks/planning.py --runs {options.runs} --write`, the least of {options.runs} runs. Linear "
            f"work grows by {MANY // FEW}, quadratic work by {(MANY // FEW) ** 2}.\n\n{table}",
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
