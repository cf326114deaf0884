"""A git repository with a briefing in it, made from a report that is invented by a seed."""

import os
import random
import subprocess
from pathlib import Path

from briefing.manifest import load_manifest
from briefing.pipeline import Outcome, run
from briefing.reports.difference import Difference
from briefing.review import diff
from briefing.steps.options import RunOptions

MONTHS = ("January", "February", "March", "April", "May")
MANIFEST = "title: Workshops in 2031\nperiod: {by: month, year: 2031}\nsources:\n  - {id: report, path: report.md}\n"
_NAMES = "Atlas Survey Ledger Almanac Gazette Primer Catalogue Register".split()
_MAKERS = "Okafor Lindqvist Berg Voss Ito Marlowe Sorensen Duarte".split()
_THINGS = "kilns looms presses lathes bellows anvils wheels ovens".split()
_FORMS = (
    "The {name} by {maker} measures {n} firings of {thing} in {m} workshops.",
    "{maker} reports that {n}% of the {thing} lost heat within {m} minutes.",
    "Only {n} of the {m} {thing} were repaired without a new part.",
    "The {name} finds that slow cooling of {thing} saves {n} hours a week.",
    "According to {maker}, the {name} will change how {n} studios plan their {thing}.",
    "In practice the {name} suits studios that use {m} {thing} twice a week.",
    "A shorter hold of {m} minutes saved {n}% of the energy that {thing} need.",
    "The {name} does not cover {thing} that were made before {n}.",
)


def git(folder: Path, *arguments: str) -> str:
    """Run git as somebody, whatever is configured here."""
    who = {"NAME": "A", "EMAIL": "a@example.org"}
    extra = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}
    environment = {**os.environ, **extra, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def chance_of(seed: object) -> random.Random:
    return random.Random(str(seed))  # noqa: S311 - chance that is the same every time


def sentence(chance: random.Random) -> str:
    return chance.choice(_FORMS).format(
        name=chance.choice(_NAMES),
        maker=chance.choice(_MAKERS),
        thing=chance.choice(_THINGS),
        n=chance.randint(11, 99),
        m=chance.randint(2, 9),
    )


def report(chance: random.Random, months: int = 4) -> list[list[str]]:
    """Paragraphs of sentences; a heading is a paragraph of one. No sentence stands twice."""
    seen: set[str] = set()

    def fresh() -> str:
        text = sentence(chance)
        while text in seen:
            text = sentence(chance)
        seen.add(text)
        return text

    parts = [["# A year of workshops"], ["This report follows the workshops of one town.", fresh()]]
    for month in MONTHS[:months]:
        name = f"{chance.choice(_NAMES)} of {month}"
        parts.append([f"## {month} 2031: {name}"])
        link = f"[{name}](https://example.org/{month.lower()})"
        parts.append([f"The {link} by Voss covers {chance.randint(100, 999)} firings."])
        parts += [[fresh() for _ in range(chance.randint(1, 4))] for _ in range(3)]
    outlook = ["The town will count its ovens next year.", "Voss leaves open whether all of them stay."]
    return [*parts, ["## Outlook"], outlook]


def written(parts: list[list[str]]) -> str:
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def repository(folder: Path, parts: list[list[str]], manifest: str = MANIFEST) -> Path:
    """A project that is committed with its briefing. Returns the path of the manifest."""
    (folder / "sources").mkdir(parents=True)
    (folder / ".gitignore").write_text(".briefing/\n")
    (folder / "sources/report.md").write_text(written(parts), encoding="utf-8")
    path = folder / "sources/town.yaml"
    path.write_text(manifest, encoding="utf-8")
    git(folder, "init", "-q")
    update(path)
    commit(folder)
    return path


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "state")


def update(manifest: Path, **options: object) -> Outcome:
    return run(load_manifest(manifest), RunOptions(**options), {})  # type: ignore[arg-type]


def difference(manifest: Path, base: str = "HEAD") -> Difference:
    return diff(load_manifest(manifest), base)
