"""`briefing init`. In: addresses or files. Out: a manifest."""

import argparse
import json
import os
import re
from pathlib import Path

from briefing.errors import ManifestError
from briefing.manifest import derive_id, load_manifest

_FEED = re.compile(r"(?:\.(?:rss|atom|xml)|/(?:rss|atom|feed))/?$", re.IGNORECASE)


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("places", nargs="+", metavar="URL", help="an address, or a file of this project")
    parser.add_argument("--output", "-o", type=Path, metavar="FILE", help="the manifest (default sources/NAME.yaml)")
    parser.add_argument("--title", default="", help="the briefing's title (default: that of the first source)")
    parser.add_argument(
        "--by", choices=("month", "quarter", "week", "heading"), default="month", help="a section for each"
    )
    parser.add_argument("--year", type=int, help="the year, where the sources do not say it")


def main(options: argparse.Namespace) -> int:
    path = options.output or Path("sources", f"{derive_id(options.places[0]).lower()}.yaml")
    if path.exists():
        raise ManifestError("exists already", where=str(path), hint="Name another file with --output.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(options.places, path, options.title, options.by, options.year), encoding="utf-8")
    except (OSError, ValueError) as error:
        what = getattr(error, "strerror", None) or "its name or an address cannot be written"
        raise ManifestError(f"cannot be written ({what})", where=str(path), hint="Name it with --output.") from error
    try:
        load_manifest(path)
    except ManifestError:
        path.unlink()
        raise
    print(f"{path} written. Now: briefing run {path}")
    return 0


def text(places: list[str], path: Path, title: str, by: str, year: int | None) -> str:
    """The manifest as people would write it. JSON strings are YAML strings."""
    lines = [f"title: {json.dumps(title, ensure_ascii=False)}"] if title else []
    period = f"by: {by}" + (f", year: {year}" if year else "")
    lines += [f"period: {{{period}}}"] if by != "month" or year else []
    lines.append("sources:")
    for place in places:
        if "://" in place:
            key, value = ("feed" if _FEED.search(place.split("?")[0]) else "url"), place
        else:
            key, value = "path", Path(os.path.relpath(place, path.parent)).as_posix()
        lines.append(f"  - {key}: {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"
