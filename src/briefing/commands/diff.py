"""`briefing diff`. In: a manifest and a git revision. Out: what changed in meaning since then, and why."""

import argparse
import os
import sys
from pathlib import Path

from briefing.manifest import load_manifest
from briefing.reports.diff_json import as_json
from briefing.reports.diff_markdown import as_markdown
from briefing.reports.diff_text import as_text
from briefing.review import diff


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("manifest", metavar="MANIFEST", type=Path, help="sources/NAME.yaml")
    parser.add_argument("--base", default="HEAD", metavar="REV", help="a git revision (default HEAD)")
    parser.add_argument(
        "--format",
        choices=("text", "markdown", "json"),
        default="text",
        help="text for a terminal, markdown for the comment of a pull request, json for programs; default text",
    )


def main(options: argparse.Namespace) -> int:
    difference = diff(load_manifest(options.manifest), options.base)
    if options.format == "json":
        print(as_json(difference))
    elif options.format == "markdown":
        print(as_markdown(difference))
    else:
        print(as_text(difference, colour=_colour()))
    return 0


def _colour() -> bool:
    """Sources: no-color.org and force-color.org; a variable that is set and not empty counts."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")
