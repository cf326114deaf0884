"""How many planted lies the rules of src/briefing/checks catch, and how many true sentences they refuse.

    python benchmarks/verification.py [--show] [--write]

The texts, in benchmarks/verification/, are this project's own. A block: a language and its passage, what a careful
writer would make of it (+), and lies by kind (-). --show
prints every miss; --write puts the tables into docs/benchmarks/verification.md.
"""

import argparse
from collections import Counter
from pathlib import Path

from briefing.checks.base import Statement, missing
from briefing.checks.table import checks

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks" / "verification.md"
START = "<!-- figures: written by benchmarks/verification.py -->\n"
SETS = Path(__file__).parent / "verification"


def rows(path: Path) -> list[tuple[str, str, str, str]]:
    """Language, passage, kind ("true" of what is none of a lie), statement."""
    found, language, passage = [], "", ""
    for line in path.read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "+":
            found.append((language, passage, "true", rest))
        elif mark == "-":
            kind, _, text = rest.partition(": ")
            found.append((language, passage, kind, text))
        elif line:
            language, passage = mark, rest
    return found


def measure(path: Path, *, show: bool) -> tuple[Counter[str], Counter[str]]:
    """How many of each kind there are, and how many of them fall."""
    there, fallen = Counter[str](), Counter[str]()
    for language, passage, kind, text in rows(path):
        gaps = missing(checks(), Statement(text, language, language), [passage])
        there[kind] += 1
        fallen[kind] += bool(gaps)
        if show and bool(gaps) == (kind == "true"):
            print(f"{kind}: {language}: {text}\n    {passage}\n    {'; '.join(map(str, gaps))}")
    return there, fallen


def tables(*, show: bool) -> str:
    lines = []
    for path in sorted(SETS.glob("*.txt")):
        there, fallen = measure(path, show=show)
        lies = sorted(set(there) - {"true"})
        caught, planted = sum(fallen[kind] for kind in lies), sum(there[kind] for kind in lies)
        languages = len({row[0] for row in rows(path)})
        lines += [
            "",
            f"## Set {path.stem}",
            "",
            f"{languages} languages.",
            "",
            "| what | caught | of | % |",
            "|---|---|---|---|",
        ]
        lines += [
            f"| {kind} | {fallen[kind]} | {there[kind]} | {100 * fallen[kind] / there[kind]:.0f} |" for kind in lies
        ]
        lines += [f"| **all lies** | {caught} | {planted} | {100 * caught / planted:.1f} |"]
        refused, true = fallen["true"], there["true"]
        lines += [f"| **true, and refused** | {refused} | {true} | {100 * refused / true:.1f} |"]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--show", action="store_true", help="print every lie that passes and every true sentence that falls"
    )
    parser.add_argument("--write", action="store_true", help=f"into {PAGE.name}")
    options = parser.parse_args()
    made = tables(show=options.show)
    print(made)
    if options.write:
        head = PAGE.read_text(encoding="utf-8").partition(START)[0]
        PAGE.write_text(head + START + made, encoding="utf-8")


if __name__ == "__main__":
    main()
