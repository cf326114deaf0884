"""`briefing preview`. In: a manifest. Out: its page, in the browser."""

import argparse
import webbrowser
from pathlib import Path

from briefing.errors import OutputError
from briefing.manifest import load_manifest
from briefing.pipeline import output_folder


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("manifest", metavar="MANIFEST", type=Path, help="sources/NAME.yaml")


def main(options: argparse.Namespace) -> int:
    page = output_folder(load_manifest(options.manifest)) / "briefing.html"
    if not page.is_file():
        raise OutputError("there is no page yet", where=str(page), hint=f"Make it: briefing run {options.manifest}")
    print(page.as_uri())
    webbrowser.open(page.as_uri())
    return 0
