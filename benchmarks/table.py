"""All ratios in one table: what the program takes, against a limit or a peer. One command, in one run.

Runs each benchmark below by itself, one after the other, and takes its rows from what it prints with --rows (rows.py).
What does not hold its goal is shown so, and so is what could not be measured. Prints a Markdown table; --write puts it
into docs/benchmarks/README.md, and the same figures into the page of each benchmark. Best on a machine that does
nothing else.

    python benchmarks/table.py [--runs 3] [--write] [--corpus DIR] [--only NAME ...]

With --only, --write replaces the rows of those benchmarks and leaves the others: each row is of one run by itself.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.bytecode import kept  # noqa: E402 - the repository is put on the path first
from benchmarks.rows import Row, load, put  # noqa: E402

FOLDER = ROOT / "benchmarks"
PAGE = ROOT / "docs" / "benchmarks" / "README.md"
START = "<!-- what follows is measured: python benchmarks/table.py --write -->"
PATIENCE = 1200.0  # seconds that one benchmark may take


@dataclass(frozen=True, slots=True)
class Benchmark:
    """takes: which options of this command it knows. page: whether it has a page that shows the same figures, which it
    writes in the same run."""

    file: str
    takes: tuple[str, ...] = ()
    page: bool = False


BENCHMARKS = {
    "run_time": Benchmark("run_time.py", ("runs",), page=True),
    "startup": Benchmark("startup.py", page=True),
    "reply_tokens": Benchmark("reply_tokens.py", ("corpus",)),
    "peers": Benchmark("peers/compare.py", ("runs",), page=True),
    "extraction": Benchmark("extraction.py", ("corpus",)),
    "locating": Benchmark("locating.py", page=True),
    "many": Benchmark("many.py", page=True),
}


def rows_of(name: str, command: Sequence[str], patience: float = PATIENCE) -> list[Row]:
    """What a benchmark prints, as rows; one that says why, where it fails."""
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=patience)
    except subprocess.TimeoutExpired:
        return [_lacking(name, f"it took more than {patience:g} s")]
    try:
        found = load(done.stdout)
    except ValueError as error:
        return [_lacking(name, str(error))]
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        found.append(_lacking(name, f"it ended with {done.returncode}: {last}"))
    return found or [_lacking(name, "it printed no row")]


def _lacking(name: str, why: str) -> Row:
    return Row(f"the benchmark `{name}`", "", 0.0, beside=why)


HEAD = (
    "| what | limit, or peer | goal | figure (least to most) | holds | beside it |",
    "|---|---|--:|--:|---|---|",
)


def table(rows: Sequence[Row]) -> str:
    return "\n".join([*HEAD, *map(_line, rows)]) + "\n"


def renewed(old: str, rows: Sequence[Row]) -> str:
    """A table, with these rows in the places of those that measure the same, and the others below."""
    lines = [line for line in old.splitlines() if line.startswith("| ") and line not in HEAD]
    places = {_measures(line): n for n, line in enumerate(lines)}
    for line in map(_line, rows):
        n = places.get(_measures(line), len(lines))
        lines[n : n + 1] = [line]
    return "\n".join([*HEAD, *lines]) + "\n"


def _line(row: Row) -> str:
    return "| " + " | ".join(_cells(row)) + " |"


def _measures(line: str) -> tuple[str, ...]:
    """What a row measures, against what."""
    return tuple(line.split(" | ")[:2])


def _cells(row: Row) -> tuple[str, ...]:
    sign = "≤" if row.sense == "at most" else "≥"
    goal = f"{sign} {_figure(row.goal, row.goal)}" if row.limit else ""
    if row.ratio is None:
        return row.what, row.limit, goal, "", "**not measured**", row.beside
    spread = ""
    if row.spread:
        spread = f" ({' to '.join(_figure(value, row.goal).removesuffix(' ×') for value in row.spread)})"
    verdict = f"yes, {row.room:.0%} to spare" if row.holds else f"**no**, {-row.room:.0%} off"
    if not row.steady:
        verdict += ", and not in each run" if row.holds else ", and in some runs yes"
    return row.what, row.limit, goal, f"{_figure(row.ratio, row.goal)}{spread}", verdict, row.beside


def _figure(ratio: float, goal: float) -> str:
    """Shares in percent, factors as such."""
    if goal < 0.7:
        return f"{100 * ratio:.1f} %"
    return f"{ratio:,.0f} ×" if ratio >= 100 else f"{ratio:.2f} ×"


def summary(shown: str) -> str:
    """Of a table: how many of its goals hold."""
    verdicts = [line.split(" | ")[4] for line in shown.splitlines() if line.startswith("| ") and line not in HEAD]
    kept, missed = (sum(verdict.startswith(word) for verdict in verdicts) for word in ("yes", "**no**"))
    unknown = len(verdicts) - kept - missed
    return f"{kept} of {len(verdicts)} goals hold, {missed} do not, {unknown} could not be measured."


def command_of(name: str, options: argparse.Namespace) -> list[str]:
    benchmark = BENCHMARKS[name]
    given = {"runs": options.runs, "corpus": options.corpus}
    extra = [part for key in benchmark.takes if given[key] for part in (f"--{key}", str(given[key]))]
    page = ["--write"] * (options.write and benchmark.page)
    return [sys.executable, str(FOLDER / benchmark.file), "--rows", *page, *extra]


def main() -> int:
    kept()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3, help="of what takes long; medians are shown")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    parser.add_argument("--corpus", type=Path, help="a folder of real pages, for what is measured on such")
    parser.add_argument("--only", nargs="+", choices=list(BENCHMARKS), default=list(BENCHMARKS))
    options = parser.parse_args()
    rows: list[Row] = []
    for name in options.only:
        start = time.perf_counter()
        rows += rows_of(name, command_of(name, options))
        print(f"{name}: {time.perf_counter() - start:.0f} s", file=sys.stderr)
    old = PAGE.read_text(encoding="utf-8").partition(START)[2]
    some = options.only != list(BENCHMARKS)
    shown = renewed(old, rows) if options.write and some else table(rows)
    made = f"{shown}\n{summary(shown)}\n"
    print(made)
    if options.write:
        command = f"python benchmarks/table.py --runs {options.runs}{' --corpus DIR' * bool(options.corpus)} --write"
        put(PAGE, START, f"`{command}`:\n\n{made}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
