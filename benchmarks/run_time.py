"""How long a run takes, against the calls that must wait for each other.

A whole process, `briefing run` on the sample's twelve months, against a server on loopback that takes SECONDS for each
reply. The limit is the longest chain of calls that depend on each other: a section, then the overview. Prints a
Markdown table; --write puts it into docs/benchmarks/run_time.md.

    python benchmarks/run_time.py [--seconds 5] [--runs 3] [--write]
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
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.servers.honest import answer  # noqa: E402
from tests.servers.model_server import ModelServer, completion  # noqa: E402

PAGE = ROOT / "docs" / "benchmarks" / "run_time.md"


def run(folder: Path, url: str) -> tuple[float, dict[str, object]]:
    """Seconds of the whole process, and its summary."""
    command = [sys.executable, "-m", "briefing.cli", "run", "--json", "--offline", "sources/raschka-2024.yaml"]
    environment = {**os.environ, "OPENAI_BASE_URL": url, "BRIEFING_MODEL": "scripted"}
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True)
    return time.perf_counter() - start, json.loads(done.stdout)[0]


def project() -> Path:
    """The sample's sources by themselves, without outputs and caches."""
    folder = Path(tempfile.mkdtemp(prefix="briefing-bench-"))
    shutil.copytree(ROOT / "sources", folder / "sources")
    return folder


def measure(seconds: float) -> dict[str, float]:
    with ModelServer(lambda request, _: completion(answer(request), delay=seconds)) as server:
        folder = project()
        try:
            first, _ = run(folder, server.base_url)
            calls = len(server.requests)
            warm, again = run(folder, server.base_url)
            shutil.rmtree(folder / ".briefing", ignore_errors=True)
            empty, _ = run(folder, server.base_url)
        finally:
            shutil.rmtree(folder)
    assert len(server.requests) == calls, "an unchanged run asked the model"
    assert again["changed"] == [], "an unchanged run changed a file"
    chain = 2 * seconds
    return {
        "calls": calls,
        "at once": server.most_at_once,
        "first": first,
        "ratio": first / chain,
        "warm": warm,
        "warm ratio": warm / first,
        "empty": empty,
        "empty ratio": empty / first,
    }


def _share(middle: dict[str, float], name: str) -> str:
    return f"{middle[name]:.2f} s = {100 * middle[name + ' ratio']:.1f} % of the first run"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=5.0, help="of the server for each reply")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    options = parser.parse_args()
    runs = [measure(options.seconds) for _ in range(options.runs)]
    middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
    spread = max(run["ratio"] for run in runs) - min(run["ratio"] for run in runs)
    rows = [
        ("what", "figure", "limit"),
        ("---", "---", "---"),
        (
            "a first run of twelve sections, whole process",
            f"{middle['first']:.2f} s = {middle['ratio']:.3f} × the chain (spread {spread:.3f})",
            f"chain: 2 calls that must wait for each other = {2 * options.seconds:g} s; goal 1.15 ×",
        ),
        ("calls, most of them at once", f"{middle['calls']:.0f}, {middle['at once']:.0f}", "12 sections, the overview"),
        ("nothing changed, warm cache", _share(middle, "warm"), "goal 5 %"),
        ("nothing changed, empty cache", _share(middle, "empty"), "goal 10 %"),
    ]
    table = "".join("| " + " | ".join(row) + " |\n" for row in rows)
    print(table)
    if options.write:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(
            "# Time of a run\n\n"
            f"`python benchmarks/run_time.py --seconds {options.seconds:g} --runs {options.runs} --write`, "
            f"medians of {options.runs} runs. The server answers each call after {options.seconds:g} s.\n\n{table}",
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
