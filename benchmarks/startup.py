"""How long it takes to begin: whole processes, against an interpreter that does nothing.

Prints a Markdown table; --write puts it into docs/benchmarks/startup.md.

    python benchmarks/startup.py [--runs 15] [--write]
"""

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "benchmarks" / "startup.md"
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "briefing --version": ["-m", "briefing.cli", "--version"],
    "briefing --help": ["-m", "briefing.cli", "--help"],
    "briefing run --help": ["-m", "briefing.cli", "run", "--help"],
}


def seconds(arguments: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    options = parser.parse_args()
    rounds = [{name: seconds(arguments) for name, arguments in COMMANDS.items()} for _ in range(options.runs)]
    base, *_ = COMMANDS
    rows = []
    for name in COMMANDS:
        ratios = [each[name] / each[base] for each in rounds]
        middle = statistics.median(each[name] for each in rounds)
        spread = f"{min(ratios):.1f} to {max(ratios):.1f}"
        rows.append(f"| `{name}` | {1000 * middle:.0f} ms | {statistics.median(ratios):.2f} × | {spread} |\n")
    table = "| process | median | to an empty one | spread |\n|---|---:|---:|---:|\n" + "".join(rows)
    print(table)
    if options.write:
        command = f"python benchmarks/startup.py --runs {options.runs} --write"
        goal = "The goal is 3 × for `--version` and `--help`."
        PAGE.write_text(
            f"# Time to begin\n\n`{command}`, in one run, turn by turn. {goal}\n\n{table}", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
