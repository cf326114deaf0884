"""Whether files are as they were, without reading them. In: the program, or a folder. Out: the path, the size and the
time of the last change of each file in it. They are this machine's, and nobody else's.
"""

import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_PROGRAM = str(Path(__file__).parent)


@cache
def program(*packages: str) -> bytes:
    """Of the program, the Python that it runs on, and these packages, which are known by their first file."""
    first = [spec.origin for name in packages if (spec := find_spec(name)) and spec.origin]
    return b"\0".join([sys.version.encode(), _own(), *(_stamp(path, os.stat(path)) for path in first)])  # noqa: PTH116


@cache
def _own() -> bytes:
    return b"\0".join(files(_PROGRAM))


def files(folder: str) -> Iterator[bytes]:
    """Of all files of a folder and of those in it, but for what Python keeps there."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from files(entry.path)
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
