"""Files of the project. In: a path relative to the project's root. Out: a Page.

A manifest can come from a stranger, so nothing outside the project is read, wherever a symbolic link may lead, and
nothing hidden in it: .env and .git hold secrets.
"""

import stat
from pathlib import Path

from briefing.conflict import is_conflicted
from briefing.errors import SourceError
from briefing.fetchers.base import FetchOptions
from briefing.git import is_unmerged
from briefing.model import Origin, Page
from briefing.store import Store


def read_file(source: str, place: str, root: Path, store: Store, options: FetchOptions) -> Page:  # noqa: ARG001
    """Read a file inside `root`. Raises SourceError."""
    path = inside(place, root, root)
    name = path.relative_to(root.resolve()).as_posix()
    content = _read(path, place, options.max_bytes)
    _refuse_unmerged(path, place, content)
    return Page(source, name, Origin.FILE, content, path=name)


def inside(place: str, folder: Path, root: Path) -> Path:
    """The real path, without symbolic links, of what `folder` knows as `place`. Raises SourceError where it is not in
    the project that `root` is, or hidden in it."""
    try:
        home = root.resolve()
        path = (folder / place).resolve()
    except (OSError, RuntimeError, ValueError):  # links in a circle, a NUL character, a name that is too long
        raise SourceError("this is not a path", where=place, hint=_RELATIVE) from None
    if not path.is_relative_to(home):
        hint = f"Only files of the project are read; copy it to somewhere under {home}."
        raise SourceError("this file is outside the project", where=place, hint=hint)
    if any(part.startswith(".") for part in path.relative_to(home).parts):
        raise SourceError("hidden files are not read", where=place, hint="Copy it to a file without a dot in front.")
    return path


_RELATIVE = "Check the path; in a manifest, it is relative to the manifest."


def _refuse_unmerged(path: Path, place: str, content: bytes) -> None:
    """A text about git may show such marks; one that git holds for unmerged is no text that anybody wrote."""
    if is_conflicted(content) and is_unmerged(path):
        hint = "Settle it, `git add` the file, and run again."
        raise SourceError("a merge that was not finished left its marks in this file", where=place, hint=hint)


def _read(path: Path, place: str, most: int) -> bytes:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            what = "this is a folder" if stat.S_ISDIR(about.st_mode) else "this is not a regular file"
            raise SourceError(what, where=place, hint="Name a file.")
        with path.open("rb") as file:
            content = file.read(most + 1)
    except FileNotFoundError:
        raise SourceError("there is no such file", where=place, hint=_RELATIVE) from None
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        raise SourceError(what, where=place, hint="Check the path and the permissions.") from None
    if len(content) > most:
        what = f"the file is larger than {most:_} bytes".replace("_", " ")
        raise SourceError(what, where=place, hint="Split it, and name the parts as sources.")
    return content
