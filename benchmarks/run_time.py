"""How long a run takes, against the calls that must wait for each other; one in which nothing changed, against a first
one and against reading its sources; and where the time goes.

Whole processes, `briefing run` on the sample's twelve months, in an environment of the program's own, against a server
on loopback that takes SECONDS for each reply. The limit is the longest chain of calls that depend on each other: a
section, then the overview. Prints Markdown tables; --write puts them into docs/benchmarks/run_time.md, --rows prints
rows for table.py.

    python benchmarks/run_time.py [--seconds 5] [--runs 3] [--write] [--rows]
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.bytecode import kept  # noqa: E402 - the repository is put on the path first
from benchmarks.peers.environments import Unavailable, interpreter  # noqa: E402
from benchmarks.rows import Row, dump, measured, put  # noqa: E402
from tests.servers.honest import answer  # noqa: E402
from tests.servers.model_server import Answer, ModelServer, completion  # noqa: E402

PAGE = ROOT / "docs" / "benchmarks" / "run_time.md"
START = "<!-- what follows is measured: python benchmarks/run_time.py --write -->"
MANIFEST = "sources/raschka-2024.yaml"
SOURCES = ["sources/raschka-2024/part-1.md", "sources/raschka-2024/part-2.md"]
RUN = ["-m", "briefing.cli", "run", "--json", "--offline", MANIFEST]
EXTRACT = ["-m", "briefing.cli", "extract"]
READ_ALL = """
import gc, sys
from briefing.cli import main, set_up_process
set_up_process()
for place in sys.argv[1:]:
    main(["extract", place])
gc.freeze()  # as the command does it
"""
BOTH = ["-c", READ_ALL]
CHAIN = 2  # calls that must wait for each other
QUICK = 5  # rounds of what takes less than a second
# A run that says when it came to which step. Its clock is the machine's, and so the server's.
WATCHED = f"""
import gc, json, os, time
from briefing.cli import set_up_process
set_up_process()
from briefing.commands.run import RunOptions, load_manifest, run
from briefing.fetchers.base import FetchOptions
from pathlib import Path
at = [("imported", time.perf_counter())]
options = RunOptions(fetch=FetchOptions(offline=True))
run(load_manifest(Path({MANIFEST!r})), options, os.environ, lambda e: at.append((e.step, time.perf_counter())))
print(json.dumps(dict(at)))
gc.freeze()
"""
STEPS = {
    "start": "the interpreter and what it imports",
    "read": "fetching and extracting the sources",
    "plan": "dividing them into sections",
    "ask": "prompts, and the client of the model's server",
    "model": "waiting for the model",
    "verify": "reading, verifying and citing what it said",
    "render": "assembling, rendering, writing the files",
    "end": "leaving",
}


@dataclass(slots=True)
class Project:
    """The sample's sources by themselves, without outputs and caches, and a server. Times are of whole processes."""

    python: str
    seconds: float
    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="briefing-bench-")))
    stamps: list[tuple[float, float]] = field(default_factory=list)  # of each call: asked, answered

    def __post_init__(self) -> None:
        shutil.copytree(ROOT / "sources", self.folder / "sources")

    def respond(self, request: dict[str, object], _: int) -> Answer:
        now = time.perf_counter()
        self.stamps.append((now, now + self.seconds))
        return completion(answer(request), delay=self.seconds)

    def forget(self, *names: str) -> None:
        for name in names:
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def process(self, arguments: Sequence[str], url: str) -> tuple[float, str]:
        """Seconds of a whole process, and what it prints."""
        environment = {**os.environ, "OPENAI_BASE_URL": url, "BRIEFING_MODEL": "scripted"}
        command = [self.python, *arguments]
        start = time.perf_counter()
        done = subprocess.run(command, cwd=self.folder, env=environment, check=True, capture_output=True, text=True)
        return time.perf_counter() - start, done.stdout


# ── Measuring ───────────────────────────────────────────────────────────────────────────────────────────────────


def measure(project: Project, server: ModelServer) -> dict[str, list[float]]:
    """One first run, and some in which nothing changed, turn by turn with reading alone."""
    project.forget("outputs", ".briefing")
    taken: dict[str, list[float]] = {name: [] for name in ("first", "warm", "empty", "extract", "both")}
    taken["first"].append(project.process(RUN, server.base_url)[0])
    asked = len(server.requests)
    for _ in range(QUICK):
        seconds, said = project.process(RUN, server.base_url)
        assert json.loads(said)[0]["changed"] == [], "an unchanged run changed a file"
        taken["warm"].append(seconds)
        project.forget(".briefing")
        taken["empty"].append(project.process(RUN, server.base_url)[0])
        taken["extract"].append(sum(project.process([*EXTRACT, each], server.base_url)[0] for each in SOURCES))
        taken["both"].append(project.process([*BOTH, *SOURCES], server.base_url)[0])
    assert len(server.requests) == asked, "an unchanged run asked the model"
    return taken


def watch(project: Project, server: ModelServer) -> dict[str, float]:
    """Seconds of each step of a first run."""
    project.forget("outputs", ".briefing")
    project.stamps.clear()
    start = time.perf_counter()
    _, said = project.process(["-c", WATCHED], server.base_url)
    end, at = time.perf_counter(), json.loads(said)
    *sections, overview = sorted(project.stamps)
    last = max(answered for _, answered in sections)
    return {
        "start": at["imported"] - start,
        "read": at["read"] - at["imported"],
        "plan": at["plan"] - at["read"],
        "ask": sections[0][0] - at["plan"],
        "model": last - sections[0][0] + overview[1] - overview[0],
        "verify": overview[0] - last + at["write"] - overview[1],
        "render": at["done"] - at["write"],
        "end": end - at["done"],
    }


def own() -> str:
    """The interpreter of the program's own environment; else this one, which may have more to load."""
    try:
        return str(interpreter("briefing"))
    except Unavailable as error:
        print(f"measured in this environment: {error}", file=sys.stderr)
        return sys.executable


# ── Telling ─────────────────────────────────────────────────────────────────────────────────────────────────────


def rows(rounds: Sequence[dict[str, list[float]]], seconds: float) -> list[Row]:
    first = statistics.median(each["first"][0] for each in rounds)
    chain = f"the longest chain, {CHAIN} calls of {seconds:g} s"
    alone = "reading and extracting its sources alone"

    def of(name: str, other: str) -> list[float]:
        return [a / b for each in rounds for a, b in zip(each[name], each[other] * QUICK, strict=False)]

    def took(*names: str) -> str:
        return " against ".join(f"{statistics.median(s for each in rounds for s in each[n]):.2f} s" for n in names)

    return [
        measured(
            "a run of twelve sections, 13 calls, whole process",
            chain,
            1.10,
            [each["first"][0] / (CHAIN * seconds) for each in rounds],
            f"{first:.2f} s",
        ),
        measured("nothing changed, warm cache", "that run", 0.05, of("warm", "first"), took("warm", "first")),
        measured("nothing changed, empty cache", "that run", 0.10, of("empty", "first"), took("empty", "first")),
        measured(
            "nothing changed, empty cache",
            f"{alone}: `briefing extract` of each",
            1.5,
            of("empty", "extract"),
            took("empty", "extract"),
        ),
        measured(
            "nothing changed, empty cache",
            f"{alone}: one process for all",
            1.5,
            of("empty", "both"),
            took("empty", "both"),
        ),
    ]


def page(found: Sequence[Row], steps: dict[str, float], options: argparse.Namespace) -> str:
    lines = [
        f"`python benchmarks/run_time.py --seconds {options.seconds:g} --runs {options.runs} --write`\n",
        "| what | against | goal | figure (least to most) | seconds |\n|---|---|--:|--:|---|",
    ]
    for row in found:
        low, high = row.spread or (0.0, 0.0)
        lines.append(
            f"| {row.what} | {row.limit} | {row.goal:g} | {row.ratio:.3f} ({low:.3f} to {high:.3f}) | {row.beside} |"
        )
    whole = sum(steps.values())
    beside = whole - steps["model"]
    lines += [f"\nOne such run of {whole:.2f} s:\n", "| step | | seconds | share | of what is not the model |"]
    lines.append("|---|---|--:|--:|--:|")
    for name, seconds in steps.items():
        share = "" if name == "model" else f"{seconds / beside:.0%}"
        lines.append(f"| {name} | {STEPS[name]} | {seconds:.2f} | {seconds / whole:.1%} | {share} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    kept()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=5.0, help="of the server for each reply")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    parser.add_argument("--rows", action="store_true", help="print rows of JSON, for table.py")
    options = parser.parse_args()
    project = Project(own(), options.seconds)
    try:
        with ModelServer(project.respond) as server:
            project.process([*RUN, "--dry-run"], server.base_url)  # compiles what was changed
            rounds = [measure(project, server) for _ in range(options.runs)]
            steps = watch(project, server) if options.write or not options.rows else {}
    finally:
        shutil.rmtree(project.folder)
    found = rows(rounds, options.seconds)
    if options.rows:
        print(dump(found), end="")
    if not steps:
        return
    made = page(found, steps, options)
    if not options.rows:
        print(made)
    if options.write:
        put(PAGE, START, made)


if __name__ == "__main__":
    main()
