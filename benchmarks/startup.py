"""How long it takes to begin: whole processes, against an interpreter that does nothing.

Prints a Markdown table; --write puts it into docs/benchmarks/startup.md, --rows prints rows for table.py.

    python benchmarks/startup.py [--runs 15] [--write] [--rows]
"""

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.bytecode import kept  # noqa: E402 - the repository is put on the path first
from benchmarks.rows import dump, measured  # noqa: E402

PAGE = ROOT / "docs" / "benchmarks" / "startup.md"
BASE = "python -c pass"
COMMANDS = {
    BASE: ["-c", "pass"],
    "briefing --version": ["-m", "briefing.cli", "--version"],
    "briefing --help": ["-m", "briefing.cli", "--help"],
    "briefing run --help": ["-m", "briefing.cli", "run", "--help"],
}
GOALS = {"briefing --version": 3.0, "briefing --help": 3.0}


def seconds(arguments: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return time.perf_counter() - start


def page(rounds: list[dict[str, float]], runs: int) -> str:
    rows = []
    for name in COMMANDS:
        ratios = [each[name] / each[BASE] for each in rounds]
        middle = statistics.median(each[name] for each in rounds)
        spread = f"{min(ratios):.1f} to {max(ratios):.1f}"
        rows.append(f"| `{name}` | {1000 * middle:.0f} ms | {statistics.median(ratios):.2f} × | {spread} |\n")
    table = "| process | median | to an empty one | spread |\n|---|---:|---:|---:|\n" + "".join(rows)
    command = f"python benchmarks/startup.py --runs {runs} --write"
    goal = "The goal is 3 × for `--version` and `--help`."
    return f"# Time to begin\n\n`{command}`, in one run, turn by turn. {goal}\n\n{table}"


def main() -> None:
    kept()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    parser.add_argument("--rows", action="store_true", help="print rows of JSON, for table.py")
    options = parser.parse_args()
    rounds = [{name: seconds(arguments) for name, arguments in COMMANDS.items()} for _ in range(options.runs + 1)][1:]
    if options.rows:
        for name, goal in GOALS.items():
            beside = f"{1000 * statistics.median(each[name] for each in rounds):.0f} ms, {options.runs} runs"
            ratios = [each[name] / each[BASE] for each in rounds]
            print(dump([measured(f"`{name}`", f"`{BASE}`", goal, ratios, beside)]), end="")
    made = page(rounds, options.runs)
    if not options.rows:
        print(made)
    if options.write:
        PAGE.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main()
