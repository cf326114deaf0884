"""The same briefing by other tools: twelve months and the whole, from the sample's notes, at the same scripted server.

Each tool runs as a whole process in an environment of its own (environments.py), with as many calls at once; they take
turns. The server says the same to all of them, in the form that each asks for (answers.py): numbers to `briefing`, and
typed words, titles and addresses to the others. It answers either after SECONDS, however long the answer is, or after
half a second and a time in proportion to its tokens, as models do. Prints a Markdown table; --write puts it into
docs/benchmarks/peers.md, --rows prints rows for table.py.

    python benchmarks/peers/compare.py [--runs 3] [--seconds 5] [--write | --rows]
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from benchmarks.bytecode import kept  # noqa: E402 - the repository is put on the path first
from benchmarks.peers import counting  # noqa: E402
from benchmarks.peers.answers import Content, contents, extractions, numbered, spelled, wanted  # noqa: E402
from benchmarks.peers.environments import Unavailable, interpreter, version  # noqa: E402
from benchmarks.peers.material import JOBS, MODEL  # noqa: E402
from benchmarks.rows import Row, dump, measured, put  # noqa: E402
from tests.servers.model_server import Answer, ModelServer, completion  # noqa: E402

PAGE = ROOT / "docs" / "benchmarks" / "peers.md"
START = "<!-- what follows is measured: python benchmarks/peers/compare.py --write -->"
HERE = Path(__file__).parent
SAMPLE = "raschka-2024"
TOOLS = {"script": "a plain script", "langextract": "langextract", "docetl": "DocETL"}
CALLS = 13  # twelve months and the whole
LEAST, SPEED = 0.5, 100.0  # seconds of an answer, and tokens a second
PATIENCE = 300.0


@dataclass(frozen=True, slots=True)
class Taken:
    seconds: float
    calls: int
    ingoing: int
    outgoing: int
    sections: int  # that it says it made


@dataclass(frozen=True, slots=True)
class Pace:
    """How long an answer of so many tokens takes, in words and seconds."""

    name: str
    seconds: Callable[[int], float]


# ── The server ──────────────────────────────────────────────────────────────────────────────────────────────────


class Desk:
    """Answers all tools, and counts."""

    def __init__(self, pace: Pace, known: Mapping[str, Content]) -> None:
        self._pace, self._known, self._lock = pace, known, threading.Lock()
        self.ingoing = self.outgoing = 0

    def __call__(self, request: dict[str, Any], number: int) -> Answer:
        text = spelled(self._content(request))
        sent, back = counting.of_request(request), counting.count(text)
        with self._lock:
            self.ingoing += sent
            self.outgoing += back
        answer = completion(text, usage=(sent, back), delay=self._pace.seconds(back))
        return _as_tool(answer, text, number) if "tools" in request else answer

    def _content(self, request: dict[str, Any]) -> object:
        if "reply_to" in json.dumps(request.get("response_format", {})):
            return numbered(request)
        found = wanted(request, self._known)
        return extractions(found) if "extractions" in json.dumps(request.get("response_format", {})) else found


def _as_tool(answer: Answer, text: str, number: int) -> Answer:
    """The same, as the arguments of the one tool that DocETL offers."""
    body = json.loads(answer.payload)
    call = {"id": f"call_{number}", "type": "function", "function": {"name": "send_output", "arguments": text}}
    choice = body["choices"][0]
    choice["message"] |= {"content": None, "tool_calls": [call]}
    choice["finish_reason"] = "tool_calls"
    return Answer(body=body, delay=answer.delay)


# ── The tools ───────────────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def folder() -> Iterator[Path]:
    """An empty project with the sample's sources, and a home: no tool finds a cache."""
    made = Path(tempfile.mkdtemp(prefix="briefing-bench-"))
    try:
        shutil.copytree(ROOT / "sources", made / "sources")
        (made / "home").mkdir()
        yield made
    finally:
        shutil.rmtree(made)


def command(tool: str) -> list[str]:
    python = str(interpreter(tool))
    if tool == "briefing":
        return [python, "-m", "briefing.cli", "run", "--json", "--offline", f"--jobs={JOBS}", f"sources/{SAMPLE}.yaml"]
    return [python, str(HERE / f"with_{tool}.py"), f"sources/{SAMPLE}", "out"]


def run(tool: str, pace: Pace, known: Mapping[str, Content]) -> Taken:
    """One run of a tool, as a whole process. Raises RuntimeError where it fails."""
    return _run(tool, pace, known)[0]


def _run(tool: str, pace: Pace, known: Mapping[str, Content]) -> tuple[Taken, bytes]:
    desk, asked = Desk(pace, known), command(tool)
    with folder() as place, ModelServer(desk) as server:
        start = time.perf_counter()
        done = subprocess.run(
            asked, cwd=place, env=_environment(place, server.base_url), capture_output=True, text=True, timeout=PATIENCE
        )
        seconds = time.perf_counter() - start
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no message"])[-1]
            raise RuntimeError(f"{tool} ended with {done.returncode}: {last}")
        made = place / "outputs" / SAMPLE / "briefing.json"
        taken = Taken(seconds, len(server.requests), desk.ingoing, desk.outgoing, sections_of(tool, done.stdout))
        return taken, made.read_bytes() if made.is_file() else b""


def sections_of(tool: str, printed: str) -> int:
    """How many it made, by its own word."""
    if tool == "briefing":
        return len(json.loads(printed)[0]["sections"]["written"]) - 1  # the overview is in it
    return int(json.loads(printed.splitlines()[-1])["sections"])


def _environment(place: Path, url: str) -> dict[str, str]:
    return {
        **os.environ,
        "HOME": str(place / "home"),
        "OPENAI_BASE_URL": url,
        "OPENAI_API_KEY": "none",
        "BRIEFING_MODEL": MODEL,
        "LITELLM_LOCAL_MODEL_COST_MAP": "True",  # else litellm asks the net for prices first
        "DOCETL_HOME_DIR": str(place / "home"),
    }


def said_first() -> dict[str, Content]:
    """What the model says, by month, from a run that waits for nothing. Raises RuntimeError."""
    taken, made = _run("briefing", Pace("at once", lambda _: 0.0), {})
    briefing = json.loads(made)
    lost = [found for found in briefing["findings"] if found["where"].partition("/")[0] not in ("sources", "briefing")]
    if taken.calls != CALLS or lost:
        raise RuntimeError(f"what the server says did not all stand up: {taken.calls} calls, {lost}")
    return contents(briefing)


# ── Figures ─────────────────────────────────────────────────────────────────────────────────────────────────────


def compare(pace: Pace, runs: int, tools: list[str], known: Mapping[str, Content]) -> dict[str, list[Taken]]:
    taken: dict[str, list[Taken]] = {tool: [] for tool in tools}
    for _ in range(runs):
        for tool in tools:
            taken[tool].append(run(tool, pace, known))
            sections = taken[tool][-1].sections
            assert sections == CALLS - 1, f"{tool} made {sections} sections"
    return taken


def rows(pace: Pace, taken: Mapping[str, list[Taken]]) -> Iterator[Row]:
    for tool in list(taken)[1:]:
        ratios = [ours.seconds / theirs.seconds for ours, theirs in zip(taken["briefing"], taken[tool], strict=True)]
        beside = f"{_figures(taken['briefing'])}; against {_figures(taken[tool])}"
        yield measured(f"the same briefing, {pace.name}", _named(tool), 1.0, ratios, beside)


def _named(tool: str) -> str:
    return TOOLS[tool] if tool == "script" else f"{TOOLS[tool]} {version(tool)}"


def _figures(taken: list[Taken]) -> str:
    seconds, first = statistics.median(each.seconds for each in taken), taken[0]
    return f"{seconds:.1f} s, {first.calls} calls, {first.ingoing:,} tokens in, {first.outgoing:,} out"


def page(paces: Mapping[str, Mapping[str, list[Taken]]], lacking: Mapping[str, str], runs: int) -> str:
    lines = [f"`python benchmarks/peers/compare.py --runs {runs} --write`; tokens by {counting.counted_by()}.\n"]
    for name, taken in paces.items():
        lines += [
            f"## {name[0].upper()}{name[1:]}\n",
            "| tool | seconds (least to most) | to `briefing` | calls | in | out |",
        ]
        lines.append("|---|--:|--:|--:|--:|--:|")
        base = statistics.median(each.seconds for each in taken["briefing"])
        for tool, all_ in taken.items():
            times = [each.seconds for each in all_]
            middle, first = statistics.median(times), all_[0]
            shown = [
                "`briefing`" if tool == "briefing" else _named(tool),
                f"{middle:.1f} ({min(times):.1f} to {max(times):.1f})",
                f"{middle / base:.2f} ×",
                *(f"{number:,}" for number in (first.calls, first.ingoing, first.outgoing)),
            ]
            lines.append(f"| {' | '.join(shown)} |")
        lines.append("")
    lines += [f"Not measured: {TOOLS[tool]}, {why}.\n" for tool, why in lacking.items()]
    return "\n".join(lines)


def usable() -> tuple[list[str], dict[str, str]]:
    """The tools that are there, and why the others are not."""
    there, lacking = ["briefing"], {}
    for tool in TOOLS:
        try:
            interpreter(tool)
            there.append(tool)
        except Unavailable as error:
            lacking[tool] = str(error)
    return there, lacking


def main() -> None:
    kept()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=5.0, help="of an answer, in the first part")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    parser.add_argument("--rows", action="store_true", help="print rows of JSON, for table.py")
    options = parser.parse_args()
    paces = [
        Pace(f"{options.seconds:g} s a reply", lambda _: options.seconds),
        Pace(f"{LEAST:g} s and {1000 / SPEED:g} ms a token of the reply", lambda tokens: LEAST + tokens / SPEED),
    ]
    there, lacking = usable()
    known = said_first()
    found = {pace.name: compare(pace, options.runs, there, known) for pace in paces}
    if options.rows:
        for pace in paces:
            print(dump(rows(pace, found[pace.name])), end="")
        what = "the same briefing"
        print(dump(Row(what, TOOLS[tool], 1.0, beside=why) for tool, why in lacking.items()), end="")
    made = page(found, lacking, options.runs)
    if not options.rows:
        print(made)
    if options.write:
        put(PAGE, START, made)


if __name__ == "__main__":
    main()
