"""`briefing check`. In: manifests. Out: what does not hold in their committed files, each problem with its line.

The gate for CI: offline, without a key, and nothing is written. Exit 1 where a problem is an error.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from briefing.commands.manifests import expanded
from briefing.commands.stores import add_store_option, store_of
from briefing.errors import BriefingError, ManifestError
from briefing.manifest import SUFFIXES, load_manifest
from briefing.renderers.cleaning import clean
from briefing.reports.problems import Checked, Problem
from briefing.reports.table import PROBLEM_REPORTS
from briefing.review import check
from briefing.rules.table import RULES

FOUND = 1
_TOLD = re.compile(r"(?P<file>.+?)(?::(?P<line>\d+))?: (?P<what>.+)")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "manifests",
        nargs="*",
        metavar="MANIFEST",
        type=Path,
        help="sources/NAME.yaml, or a pattern as in run; default all of sources/",
    )
    add_store_option(parser)
    parser.add_argument(
        "--format",
        choices=tuple(PROBLEM_REPORTS),
        default="text",
        help="github: annotations of a workflow; sarif: for code scanning; default text",
    )


def main(options: argparse.Namespace) -> int:
    store = store_of(options)
    checked = [_checked(path, store) for path in expanded(options.manifests) or _all()]
    rules = {rule.name: rule.asks for rule in RULES}
    shown = _from(Path.cwd()) if options.format == "text" else _from(_repository(Path.cwd()))
    sys.stdout.write(clean(PROBLEM_REPORTS[options.format](checked, rules, shown)))  # a terminal obeys what it is shown
    return FOUND if any(each.fails for each in checked) else 0


def _all() -> list[Path]:
    found = sorted(path for path in Path("sources").rglob("*") if path.suffix in SUFFIXES)
    if not found:
        raise ManifestError("there is no manifest", where="sources", hint="Name one: briefing check MANIFEST...")
    return found


def _checked(path: Path, store: str) -> Checked:
    """A manifest that is none is a problem of its own, and does not hide the others."""
    try:
        return check(load_manifest(path), store)
    except BriefingError as error:
        return Checked(str(path), str(path.absolute()), tuple(_told(path, error)))


def _told(path: Path, error: BriefingError) -> Iterator[Problem]:
    """One error may list several problems of a manifest, each on a line with its place."""
    first, *rest = error.what.split("\n")
    for told in (": ".join(filter(None, (error.where, first))), *rest):
        place = _TOLD.fullmatch(told)
        if place and Path(place["file"]).is_file():
            file, line, what = place["file"], int(place["line"] or 1), place["what"]
        else:
            file, line, what = str(path), 1, told.removeprefix(f"{path}: ")
        yield Problem(str(Path(file).absolute()), line, "manifest", f"{what[:1].upper()}{what[1:]}.", error.hint)


def _from(folder: Path) -> Callable[[str], str]:
    """A path as it is seen from a folder; one outside of it stays as it is."""

    def shown(file: str) -> str:
        path = Path(file)
        return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else file

    return shown


def _repository(here: Path) -> Path:
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
