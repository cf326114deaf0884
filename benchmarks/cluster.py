"""How reading grows with the workers of a cluster: pages read by one worker process of one thread, and by two.

PAGES pages of the size of a long article, written for this, as local files; a scheduler and workers of dask.distributed
on this machine; only the reading is counted, and no page is read twice: sentences that were met are kept in caches.
Beside them, this machine without a cluster: threads, and processes with what it takes to start them.
Prints a Markdown table; --write puts it into docs/benchmarks/cluster.md.

    python benchmarks/cluster.py [--pages 300] [--runs 3] [--write]
"""

import argparse
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
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
from briefing.store import CACHE, Store  # noqa: E402

PAGE = ROOT / "docs" / "benchmarks" / "cluster.md"
FIRST = 8  # pages to begin with
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
    """Its folder, with a manifest of the pages, and one of a few others to begin with."""
    folder = root / "sources"
    folder.mkdir()
    for name, numbers in (("many", range(pages)), ("first", range(pages, pages + FIRST))):
        for n in numbers:
            (folder / f"p{n}.html").write_text(page(n), encoding="utf-8")
        lines = "".join(f"  - p{n}.html\n" for n in numbers)
        (folder / f"{name}.yaml").write_text(f"sources:\n{lines}", encoding="utf-8")
    return folder


def pages_a_second(folder: Path, executor: Executor) -> float:
    shutil.rmtree(folder.parent / CACHE, ignore_errors=True)  # what one way of reading has kept is not for the next
    _read(folder / "first.yaml", executor)  # what is imported at the first page is paid once
    start = time.perf_counter()
    pages = _read(folder / "many.yaml", executor)
    return pages / (time.perf_counter() - start)


def _read(path: Path, executor: Executor) -> int:
    manifest = load_manifest(path)
    found = gather(manifest, Store(Path(manifest.root)), RunOptions(executor=executor), silent)
    assert len(found.documents) == len(manifest.sources)
    return len(found.documents)


def on_workers(folder: Path, workers: int) -> float:
    with cluster(workers, threads=1) as running:
        executor = make_executor(running.address, 16)
        try:
            return pages_a_second(folder, executor)
        finally:
            executor.close()


def here(folder: Path, many: int) -> float:
    """In a process that has not met the pages. many: from how many sources on processes read them."""
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as fresh:
        return fresh.submit(_here, folder, many).result()


def _here(folder: Path, many: int) -> float:
    return pages_a_second(folder, LocalExecutor(16, many))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    options = parser.parse_args()
    ways = {
        "threads of one process": lambda folder: here(folder, 10**9),
        "a process for each processor": lambda folder: here(folder, FIRST + 1),
        "cluster of one worker": lambda folder: on_workers(folder, 1),
        "cluster of two workers": lambda folder: on_workers(folder, 2),
    }
    with tempfile.TemporaryDirectory() as name:
        folder = project(Path(name), options.pages)
        rounds = [{way: read(folder) for way, read in ways.items()} for _ in range(options.runs)]
    found = {way: [each[way] for each in rounds] for way in ways}
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
