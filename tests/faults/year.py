"""A project of twelve months, invented, and what is asked of every briefing of it."""

import random
from calendar import month_name
from collections.abc import Sequence
from pathlib import Path

from tests.steps.repository import sentence

MONTHS = tuple(f"2031-{number:02d}" for number in range(1, 13))
PARTS = (*MONTHS, "overview")
MANIFEST = "title: Workshops in 2031\nperiod: {by: month, year: 2031}\nsources:\n  - {id: report, path: report.md}\n"
FILES = ("briefing.json", "briefing.md", "briefing.html")


def report(seed: int = 0, months: Sequence[int] = range(1, 13)) -> str:
    """A report in Markdown. No sentence stands twice in it."""
    chance = random.Random(seed)  # noqa: S311 - chance that is the same every time
    fresh = iter(dict.fromkeys(sentence(chance) for _ in range(4000)))
    parts = ["# A year of workshops", f"This report follows the workshops of one town. {next(fresh)}"]
    for number in months:
        name = month_name[number]
        parts.append(f"## {name} 2031: kilns")
        parts.append(f"The [{name} Ledger](https://example.org/{name.lower()}) by Voss covers {100 + number} firings.")
        parts += [f"{next(fresh)}\n{next(fresh)}" for _ in range(3)]
    return "\n\n".join(parts) + "\n"


def project(root: Path, notes: str = "", manifest: str = MANIFEST) -> Path:
    """Write the project, and return the path of its manifest."""
    (root / "sources").mkdir(parents=True, exist_ok=True)
    (root / "sources/report.md").write_text(notes or report(), encoding="utf-8")
    path = root / "sources/town.yaml"
    path.write_text(manifest, encoding="utf-8")
    return path


def outputs(root: Path) -> dict[str, bytes]:
    folder = root / "outputs/town"
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())} if folder.is_dir() else {}
