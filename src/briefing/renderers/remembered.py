"""Pages that need not be made again. In: a briefing as it is kept, and where its files stand. Out: those files, where
all that they are made of is as it was when they were made, and they are as they were made then.

To make the pages of a briefing in which nothing changed, and to load what makes them, took a fifth of such a run. What
they are made of is known by digest, and by the stamps of files: the briefing, the style, the program, its template
engine.
"""

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

from briefing.store import Outputs, Store
from briefing.style import Style

_KIND = "pages-made"
_PROGRAM = Path(__file__).parents[1]
_ENGINE = ("jinja2", "markupsafe")


class Made(Struct, frozen=True):
    """store: where it is remembered. key: what the pages are made of."""

    store: Store
    key: str

    def standing(self, outputs: Outputs, names: Sequence[str]) -> dict[str, bytes] | None:
        """The files of these names as they stand, or None where they are to be made."""
        kept = self.store.get(_KIND, self.key)
        if kept is None:
            return None
        found = {name: outputs.read(name) for name in names}
        there = {name: payload for name, payload in found.items() if payload is not None}
        return there if kept[0].get("pages") == _digests(there) and there.keys() == found.keys() else None

    def remember(self, pages: Mapping[str, bytes]) -> None:
        self.store.put(_KIND, self.key, {"pages": _digests(pages)}, b"")


def made_of(store: Store, memory: bytes, style: Style, base: str) -> Made:
    """memory: the briefing, as it is kept. base: leads from the pages to the project."""
    parts = [memory, base.encode(), sys.version.encode(), *_stamps(style.folders)]
    return Made(store, hashlib.sha256(b"\0".join(parts)).hexdigest())


def _digests(pages: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(payload).hexdigest() for name, payload in pages.items()}


def _stamps(folders: Sequence[str]) -> Iterator[bytes]:
    yield _program()
    for folder in folders:
        yield from _files(folder)


@cache
def _program() -> bytes:
    engine = [spec.origin for name in _ENGINE if (spec := find_spec(name)) and spec.origin]
    return b"\0".join([*_files(str(_PROGRAM)), *(_stamp(path, os.stat(path)) for path in engine)])  # noqa: PTH116


def _files(folder: str) -> Iterator[bytes]:
    """The stamps of all files of a folder and of those in it, but for what Python keeps there."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        else:
            yield _stamp(entry.path, _stat(entry))


def _stat(entry: os.DirEntry[str]) -> os.stat_result:
    """Of what a link leads to, where it leads anywhere."""
    try:
        return entry.stat()
    except OSError:  # a circle of links
        return entry.stat(follow_symlinks=False)


def _stamp(path: str, stat: os.stat_result) -> bytes:
    return f"{path} {stat.st_size} {stat.st_mtime_ns}".encode("utf-8", "surrogateescape")
