"""The files of a briefing, written safely: all or none of them, in a folder or in a store."""

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from briefing.errors import OutputError
from briefing.remote import RemoteFolder, write_atomically

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_AWAY = "Move it away, or name the manifest differently: its outputs get the same name."
_MOVING = ".moving"  # stands while what is staged is a whole version, of which some files may be in place already


def clear_way(folder: Path, names: Iterable[str]) -> None:
    """Raises OutputError where what stands in the folder's place is no folder, or in the place of a file no file."""
    for place in (*reversed(folder.parents), folder):
        if os.path.lexists(place) and not os.path.isdir(place):  # noqa: PTH112 - Path.is_dir() raises where it may not look
            raise OutputError("is no folder, and the outputs need one here", where=str(place), hint=_AWAY)
    for place in (folder / name for name in names):
        if os.path.exists(place) and not os.path.isfile(place):  # noqa: PTH110, PTH113 - likewise
            raise OutputError("is no file, and an output is to be written here", where=str(place), hint=_AWAY)


def write_all(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write the files of a briefing, all or none, and return the names of those that changed. Raises OutputError.

    All are first written beside their places; only then are they moved there, in the order given. A process that dies
    before the first is moved leaves the old version; after that, the next one moves the others, and until then
    Outputs.read() finds them where they are. Of several processes, one at a time writes.
    """
    clear_way(folder, files)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            _finish(folder, files)
            return _replace(folder, files)
    except OSError as error:
        advice = "Free some space or mend the permissions"
        if isinstance(error, IsADirectoryError | NotADirectoryError | FileExistsError):
            advice = f"Move {error.filename2 or error.filename} away"
        raise OutputError(
            f"the outputs could not be written ({error.strerror})",
            where=str(folder),
            hint=f"The previous outputs are as they were. {advice}, then run again: "
            "replies that were paid for are kept.",
        ) from error


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder for this process, where the system and the disk can."""
    handle = os.open(folder, os.O_RDONLY) if fcntl else None
    try:
        if fcntl and handle is not None:
            with contextlib.suppress(OSError):  # a network's disk may know no locks
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _finish(folder: Path, names: Iterable[str]) -> None:
    """End what a process left that died: a whole version is moved into place, less than that thrown away."""
    whole = (folder / _MOVING).exists()
    for name in names:
        fresh = _staged(folder, name)
        if whole and fresh.exists():
            fresh.replace(folder / name)
        fresh.unlink(missing_ok=True)
    for scrap in folder.glob("..*.new.*"):
        scrap.unlink()
    (folder / _MOVING).unlink(missing_ok=True)


def _replace(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    changed = [name for name, payload in files.items() if _bytes_at(folder / name) != payload]
    try:
        for name in changed:
            write_atomically(_staged(folder, name), files[name])
        if len(changed) > 1:
            (folder / _MOVING).touch()
    except BaseException:
        for name in changed:
            with contextlib.suppress(OSError):
                _staged(folder, name).unlink()
        raise
    for name in changed:
        _staged(folder, name).replace(folder / name)
    (folder / _MOVING).unlink(missing_ok=True)
    return changed


def _staged(folder: Path, name: str) -> Path:
    return folder / f".{name}.new"


def _bytes_at(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


class Outputs(Struct, frozen=True):
    """Where the files of one briefing stand: in a folder of the project, or in a store that several machines share."""

    folder: Path
    url: str = ""

    @property
    def place(self) -> str:
        """For people."""
        return self.url or str(self.folder)

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, or None where there is none. Raises OutputError."""
        try:
            return RemoteFolder(self.url).read(name) if self.url else self._here(name)
        except FileNotFoundError:
            return None
        except OSError as error:
            where = f"{self.place}/{name}"
            hint = "Check the address, and the keys in the environment." if self.url else "Mend its permissions."
            raise OutputError(f"cannot be read ({error.strerror or error})", where=where, hint=hint) from error

    def _here(self, name: str) -> bytes:
        if (self.folder / _MOVING).exists():
            with contextlib.suppress(FileNotFoundError):  # it is in place already
                return _staged(self.folder, name).read_bytes()
        return (self.folder / name).read_bytes()

    def write_all(self, files: Mapping[str, bytes]) -> list[str]:
        """As outputs.write_all(). A store has no way to move several objects at once: they are replaced one by one, the
        memory last, so that a run that was broken off between them is made good by the next."""
        if not self.url:
            return write_all(self.folder, files)
        place = RemoteFolder(self.url)
        changed = [name for name, payload in files.items() if self.read(name) != payload]
        try:
            for name in sorted(changed, key=lambda name: name.endswith(".json")):
                place.write(name, files[name])
        except OSError as error:
            hint = (
                "Check the keys and the space of the store, then run again: replies that it has are not paid for again."
            )
            raise OutputError(f"the outputs could not be written ({error})", where=self.url, hint=hint) from error
        return changed
