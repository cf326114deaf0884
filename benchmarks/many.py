"""How time and memory grow with the sources of one manifest: a whole process, `briefing run` without a model.

Articles of 3 to 5 kB, Markdown and HTML in turn, each with its date, made by this program, the same each time. Two ways
to have more of them: more months with as many articles each, and as many months with more articles each. Of each, the
first run, and one when nothing has changed; wall time, and the most memory that all processes of the run hold together.
Prints a Markdown table; --write puts it into docs/benchmarks/many.md, --rows prints the rows of the table of ratios.

    python benchmarks/many.py [--small 1000] [--large 10000] [--runs 1] [--write] [--rows]
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import rows as table_rows  # noqa: E402 - the repository is put on the path first

PAGE = ROOT / "docs" / "benchmarks" / "many.md"
START = "<!-- figures: written by benchmarks/many.py -->"
A_MONTH = 80  # articles, where more articles are more months
MONTHS = 12  # where more articles are fuller months
GOAL = 1.2  # × linear
SAMPLED = 0.05  # seconds between two looks at the memory

SUBJECTS = (
    "the kiln team|our workshop|the county archive|the ferry company|a survey of growers|the night school|the library|"
    "the river board|the seed bank|the tram works|the glass studio|the weather station|the harbour office|the dairy"
).split("|")
VERBS = "repaired|measured|published|reopened|tested|replaced|counted|surveyed|insulated|moved|mapped|audited".split(
    "|"
)
OBJECTS = (
    "the eastern wall|its boilers|the lending records|the lower field|two pumping stations|the oak doors|a new roof|"
    "the cold store|the old catalogue|its delivery routes|the signal cabin|forty looms|the flood gates|the glaze room"
).split("|")
REASONS = (
    "because the winter had been wet|after a vote of the members|although the grant came late|"
    "so that fewer visitors have to wait|while the price of clay kept rising|before the inspectors came back|"
    "to save heat at night|since nobody had looked at them for years|despite a shortage of copper"
).split("|")
ENDS = (
    "which took {n} days and cost {m} euros|and {n} of {m} visitors noticed|for the first time in {n} years|"
    "with {n} volunteers and {m} bricks|{n} per cent more than the plan had said|and it is due again in {n} months"
).split("|")
ADJECTIVES = "quiet|costly|careful|late|sudden|modest|public|third|final|northern|rare|steady|open|broken".split("|")


def article(number: int, published: str, *, as_html: bool) -> str:
    chance = random.Random(number)  # noqa: S311 - the same articles each time

    def sentence() -> str:
        end = chance.choice(ENDS).format(n=chance.randrange(2, 90), m=chance.randrange(100, 9000))
        parts = (chance.choice(SUBJECTS), chance.choice(VERBS), chance.choice(OBJECTS), chance.choice(REASONS), end)
        return " ".join(parts[:4]).capitalize() + f", {parts[4]}."

    title = f"{chance.choice(ADJECTIVES)} {chance.choice(ADJECTIVES)} work, report {number}".capitalize()
    paragraphs = [" ".join(sentence() for _ in range(chance.randrange(3, 6))) for _ in range(chance.randrange(7, 10))]
    heads = [""] * 3 + [f"How {chance.choice(SUBJECTS)} went on"] + [""] * 2 + ["What it means"] + [""] * 9
    if as_html:
        body = "".join(f"<h2>{heads[n]}</h2>" * bool(heads[n]) + f"<p>{text}</p>" for n, text in enumerate(paragraphs))
        return (
            f'<html lang="en"><head><title>{title}</title>'
            f'<meta property="article:published_time" content="{published}"></head>'
            f"<body><article><h1>{title}</h1>{body}</article></body></html>"
        )
    body = "\n\n".join(f"## {heads[n]}\n\n" * bool(heads[n]) + text for n, text in enumerate(paragraphs))
    return f"---\ntitle: {title}\ndate: {published}\nlanguage: en\n---\n\n# {title}\n\n{body}\n"


@dataclass(frozen=True, slots=True)
class Project:
    folder: Path
    sources: int
    bytes: int


def project(folder: Path, sources: int, months: int) -> Project:
    (folder / "sources").mkdir(parents=True)
    lines, size = ["title: Reports", "period: {by: month}", "sources:"], 0
    for n in range(sources):
        year, month = divmod(n * months // sources, 12)
        ending = "html" if n % 2 else "md"
        text = article(n, f"{2000 + year}-{month + 1:02}-{1 + n % 28:02}", as_html=bool(n % 2))
        (folder / "sources" / f"r{n:05}.{ending}").write_text(text, encoding="utf-8")
        size += len(text.encode())
        lines.append(f"  - r{n:05}.{ending}")
    (folder / "sources" / "reports.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Project(folder, sources, size)


@dataclass(frozen=True, slots=True)
class Run:
    seconds: float
    memory: int  # bytes
    summary: Mapping[str, object]


def run(made: Project) -> Run:
    command = [
        sys.executable,
        "-m",
        "briefing.cli",
        "run",
        "--json",
        "-q",
        "--engine",
        "extractive",
        "sources/reports.yaml",
    ]
    start = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        with subprocess.Popen(command, cwd=made.folder, stdout=out, stderr=subprocess.PIPE) as process:
            most = 0
            while process.poll() is None:
                most = max(most, sum(map(resident, family(process.pid))))
                time.sleep(SAMPLED)
            seconds = time.perf_counter() - start
            trouble = process.stderr.read().decode() if process.stderr else ""
        out.seek(0)
        said = out.read()
    if process.returncode:
        raise SystemExit(f"the run failed ({process.returncode}): {trouble[:500]}")
    return Run(seconds, most, json.loads(said)[0])


def family(pid: int) -> Iterator[int]:
    """A process and all that it began."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            for child in task.read_text().split():
                yield from family(int(child))
        except OSError:  # it has ended
            continue


def resident(pid: int) -> int:
    """Bytes of memory; what processes share counts for each of them."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Measured:
    project: Project
    first: Run
    again: Run


def measure(folder: Path, sources: int, months: int) -> Measured:
    made = project(folder, sources, months)
    first = run(made)
    again = run(made)
    assert again.summary["changed"] == [], "a run in which nothing changed changed a file"
    return Measured(made, first, again)


SHAPES: dict[str, Callable[[int], int]] = {
    "more months": lambda sources: max(2, sources // A_MONTH),
    "fuller months": lambda _: MONTHS,
}


@dataclass(frozen=True, slots=True)
class Growth:
    """All runs of one shape: pairs of a small and a large manifest."""

    shape: str
    pairs: tuple[tuple[Measured, Measured], ...]

    def ratios(self, which: str, what: str) -> list[float]:
        """By how much it grew, as a multiple of by how much the bytes of the sources did."""
        return [
            getattr(getattr(large, which), what) / getattr(getattr(small, which), what)
            / (large.project.bytes / small.project.bytes)
            for small, large in self.pairs
        ]  # fmt: skip


def measured(small: int, large: int, runs: int) -> list[Growth]:
    found = []
    for shape, months in SHAPES.items():
        pairs = []
        for _ in range(runs):
            with tempfile.TemporaryDirectory(prefix="briefing-many-") as name:
                pairs.append(
                    (
                        measure(Path(name, "small"), small, months(small)),
                        measure(Path(name, "large"), large, months(large)),
                    )
                )
        found.append(Growth(shape, tuple(pairs)))
    return found


def table(found: list[Growth]) -> str:
    head = (
        "| sources | | text | first run | its memory | nothing changed | its memory |\n"
        "|---|---|---:|---:|---:|---:|---:|\n"
    )
    return head + "".join(_lines(growth) for growth in found)


def _lines(growth: Growth) -> str:
    lines = []
    for each in zip(*growth.pairs, strict=True):
        project = each[0].project
        runs = [
            f"{statistics.median(getattr(m, w).seconds for m in each):.1f} s | "
            f"{statistics.median(getattr(m, w).memory for m in each) / 1e6:.0f} MB"
            for w in ("first", "again")
        ]
        lines.append(f"| {project.sources:,} | {growth.shape} | {project.bytes / 1e6:.1f} MB | {' | '.join(runs)} |\n")
    grown = [
        f"{statistics.median(growth.ratios(which, what)):.2f} ×"
        for which in ("first", "again")
        for what in ("seconds", "memory")
    ]
    return "".join(lines) + f"| growth, to linear | {growth.shape} | | {' | '.join(grown)} |\n"


def rows(found: list[Growth]) -> Iterator[table_rows.Row]:
    names = {"first": "a first run", "again": "nothing changed"}
    for growth in found:
        small, large = growth.pairs[0]
        for which, name in names.items():
            for what in ("seconds", "memory"):
                ratios = growth.ratios(which, what)
                yield table_rows.measured(
                    f"{small.project.sources:,} → {large.project.sources:,} sources, {growth.shape}, {name}: "
                    + ("wall time" if what == "seconds" else "resident memory"),
                    "linear in the text of the sources",
                    GOAL,
                    ratios,
                    _beside(getattr(small, which), getattr(large, which), what, large.project.bytes),
                )


def _beside(small: Run, large: Run, what: str, size: int) -> str:
    if what == "seconds":
        return f"{small.seconds:.1f} s → {large.seconds:.1f} s"
    return (
        f"{small.memory / 1e6:.0f} MB → {large.memory / 1e6:.0f} MB: {large.memory / size:.1f} bytes a byte of source"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--small", type=int, default=1000)
    parser.add_argument("--large", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--rows", action="store_true", help="print rows for the table of ratios, as JSON lines")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    options = parser.parse_args()
    found = measured(options.small, options.large, options.runs)
    if options.rows:
        print(table_rows.dump(rows(found)), end="")
    made = table(found)
    if not options.rows:
        print(made)
    if options.write:
        table_rows.put(PAGE, START, made)


if __name__ == "__main__":
    main()
