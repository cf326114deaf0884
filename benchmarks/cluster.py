"""How reading grows with the workers of a cluster: pages read by one worker process of one thread, and by two.

PAGES pages of the size of a long article, written for this, as local files; a scheduler and workers of dask.distributed
on this machine; only the reading is counted. Beside them, this machine without a cluster: threads, and processes.
Prints a Markdown table; --write puts it into docs/benchmarks/cluster.md.

    python benchmarks/cluster.py [--pages 120] [--runs 3] [--write]
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.servers.cluster import cluster  # noqa: E402

from briefing.executors.base import Executor  # noqa: E402
from briefing.executors.local import LocalExecutor  # noqa: E402
from briefing.executors.table import make_executor  # noqa: E402
from briefing.manifest import load_manifest  # noqa: E402
from briefing.steps.gather import gather  # noqa: E402
from briefing.steps.options import RunOptions, silent  # noqa: E402
from briefing.store import Store  # noqa: E402

PAGE = ROOT / "docs" / "benchmarks" / "cluster.md"
WORDS = (
    "kiln glaze ash clay heat cone slip oxide bisque salt wood soda copper iron studio firing shelf wall door".split()
)


def page(seed: int, paragraphs: int = 120) -> str:
    """An article of some 60 kB."""
    chance = random.Random(seed)  # noqa: S311 - no secret

    def sentence() -> str:
        return " ".join(["The", *chance.choices(WORDS, k=14)]) + f" took {chance.randrange(99)} hours."

    body = "".join(
        f"<h2>Firing {n}</h2>" * (n % 10 == 0) + f"<p>{' '.join(sentence() for _ in range(5))}</p>"
        for n in range(paragraphs)
    )
    return (
        f"<html lang=en><title>Kilns {seed}</title><body><article><h1>Kilns {seed}</h1>{body}</article></body></html>"
    )


def project(root: Path, pages: int) -> Path:
    folder = root / "sources"
    folder.mkdir()
    for n in range(pages):
        (folder / f"p{n}.html").write_text(page(n), encoding="utf-8")
    path = folder / "many.yaml"
    path.write_text("sources:\n" + "".join(f"  - p{n}.html\n" for n in range(pages)), encoding="utf-8")
    return path


def pages_a_second(path: Path, executor: Executor, pages: int) -> float:
    manifest = load_manifest(path)
    start = time.perf_counter()
    found = gather(manifest, Store(Path(manifest.root)), RunOptions(executor=executor), silent)
    assert len(found.documents) == pages
    return pages / (time.perf_counter() - start)


def on_workers(path: Path, workers: int, pages: int) -> float:
    with cluster(workers, threads=1) as running:
        executor = make_executor(running.address, 16)
        try:
            pages_a_second(path, executor, pages)  # what a worker imports at its first page is paid once
            return pages_a_second(path, executor, pages)
        finally:
            executor.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=120)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    options = parser.parse_args()
    ways = {
        "threads of one process": lambda path: pages_a_second(path, LocalExecutor(16, 10**9), options.pages),
        "a process for each processor": lambda path: pages_a_second(path, LocalExecutor(16, 1), options.pages),
        "cluster of one worker": lambda path: on_workers(path, 1, options.pages),
        "cluster of two workers": lambda path: on_workers(path, 2, options.pages),
    }
    with tempfile.TemporaryDirectory() as name:
        path = project(Path(name), options.pages)
        found = {way: [read(path) for _ in range(options.runs)] for way, read in ways.items()}
    middle = {way: statistics.median(rates) for way, rates in found.items()}
    base = middle["cluster of one worker"]
    rows = [
        f"| {way} | {rate:.0f} | {rate / base:.2f} × | {min(found[way]):.0f} to {max(found[way]):.0f} |\n"
        for way, rate in middle.items()
    ]
    table = "| read by | pages a second | to one worker | spread |\n|---|---:|---:|---:|\n" + "".join(rows)
    print(table)
    if options.write:
        command = f"python benchmarks/cluster.py --pages {options.pages} --runs {options.runs} --write"
        PAGE.write_text(
            f"# Reading on a cluster\n\n`{command}`, on {os.cpu_count()} processors: {options.pages} articles of some "
            f"60 kB, medians of {options.runs} runs. Workers have one thread each.\n\n{table}",
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
