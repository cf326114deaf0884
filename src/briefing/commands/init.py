"""`briefing init`. In: addresses or files. Out: a manifest."""

import argparse
import json
import os
import re
from pathlib import Path

from briefing.errors import ManifestError
from briefing.fetchers.base import FetchOptions
from briefing.fetchers.table import fetch
from briefing.manifest import SUFFIXES, derive_id, described_keys, load_manifest, project_root
from briefing.model import Source
from briefing.store import Store

_FEED = re.compile(r"(?:\.(?:rss|atom|xml)|/(?:rss|atom|feed))/?$", re.IGNORECASE)


_COMMENT = """\
# Where wanted: title: …, period: {by: quarter, year: 2024}, style: …, language: …
# `briefing init --help` says what each is for.
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("places", nargs="+", metavar="URL", help="an address, or a file of this project")
    parser.add_argument("--output", "-o", type=Path, metavar="FILE", help="the manifest (default sources/NAME.yaml)")
    parser.add_argument("--title", default="", help="the briefing's title (default: that of the first source)")
    parser.add_argument(
        "--by", choices=("month", "quarter", "week", "heading"), default="month", help="a section for each"
    )
    parser.add_argument("--year", type=int, help="the year, where the sources do not say it")
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = "\n".join(["keys of a manifest:", *(f"  {name:<21} {about}" for name, about in described_keys())])


def main(options: argparse.Namespace) -> int:
    path = options.output or Path("sources", f"{derive_id(options.places[0]).lower()}.yaml")
    if path.suffix.lower() not in SUFFIXES:
        hint = f"Name it with --output {path.with_suffix(SUFFIXES[0])}"
        raise ManifestError("the name of a manifest ends in .yaml", where=str(path), hint=hint)
    if path.exists():
        hint = f"Its briefing: briefing run {path}. For another manifest, name it with --output."
        raise ManifestError("exists already", where=str(path), hint=hint)
    for place in options.places:
        if "://" not in place:
            _refuse_what_is_no_source(place, path)
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


def _refuse_what_is_no_source(place: str, path: Path) -> None:
    """Raises BriefingError for a file that `run` would not read: one that is not there, is not of the project, or is a
    folder or a manifest."""
    if Path(place).suffix.lower() in SUFFIXES:
        hint = f"If it is a manifest already: briefing run {place}"
        raise ManifestError("is YAML, and no article", where=place, hint=hint)
    if Path(place).is_dir():
        hint = f"Name its files: briefing init {Path(place) / '*'}"
        raise ManifestError("is a folder, and sources are files", where=str(Path(place)), hint=hint)
    root = project_root(path)
    fetch(Source(derive_id(place), path=place), Path.cwd(), root, Store(root), FetchOptions())


def text(places: list[str], path: Path, title: str, by: str, year: int | None) -> str:
    """The manifest as people would write it. JSON strings are YAML strings."""
    lines = [_COMMENT.rstrip("\n")]
    lines += [f"title: {json.dumps(title, ensure_ascii=False)}"] if title else []
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
