"""Files, safely: outputs written all or none, and the caches in .briefing/ that cost only time to lose."""

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self

from msgspec import Struct

from briefing.errors import OutputError
from briefing.remote import RemoteFolder, refuse_what_is_no_place, write_atomically

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

CACHE = ".briefing"
_LOCKS = "locks"


class Damaged(Exception):  # noqa: N818 - the name says what it is
    """An entry was cut short or altered."""


class Store:
    """The cache of one project: values by kind ("pages", "replies") and key. An entry that was cut short or altered
    is as good as absent: every entry carries the SHA-256 of its header and payload."""

    def __init__(self, root: Path, url: str = "", *, writes: bool = True) -> None:
        """url: of a place that several machines share, instead of the project's own folder. writes: keep what is put,
        and refuse a place where nothing can be kept; who only reads needs neither."""
        self.root = root / CACHE
        self._url, self._writes = url, writes

    @property
    def own(self) -> Self:
        """For what is of no use to another machine: the same, in the project's own folder."""
        return type(self)(self.root.parent, writes=self._writes)

    def get(self, kind: str, key: str) -> tuple[dict[str, Any], bytes] | None:
        """The header and the payload kept under this key, or None."""
        try:
            return self.read(_name(kind, key))
        except (OSError, Damaged):
            return None

    def read(self, place: str) -> tuple[dict[str, Any], bytes] | None:
        """As get(), of what is no mere cache: None only where there is none. Raises OSError and Damaged."""
        try:
            raw = self._read(place)
        except (FileNotFoundError, NotADirectoryError):
            return None
        return None if raw is None else _opened(raw)

    def places(self, kind: str) -> list[str]:
        """Where all that is kept of a kind stands, for read(). Raises OSError."""
        return [place for folder in self._names(kind) for place in self._names(folder)]

    def place_of(self, kind: str, key: str) -> str:
        return _name(kind, key)

    def where(self, place: str) -> str:
        """For people."""
        return f"{self._url.rstrip('/')}/{CACHE}/{place}" if self._url else str(self.root / place)

    def remove(self, place: str) -> None:
        """Raises OSError."""
        if self._url:
            self._shared().remove(place)
        else:
            (self.root / place).unlink(missing_ok=True)

    def put(self, kind: str, key: str, header: Mapping[str, Any], payload: bytes, *, lasting: bool = True) -> None:
        """Keep a payload. A cache that cannot be written (a read-only folder, a full disk) is no reason to fail.
        lasting: through a power cut, too, for which the disk is waited for."""
        if not self._writes:
            return
        head = json.dumps({**header, "sha256": _seal(header, payload)}, sort_keys=True).encode()
        with contextlib.suppress(OSError):
            self._write(_name(kind, key), head + b"\n" + payload, lasting)

    def _read(self, name: str) -> bytes | None:
        return self._shared().read(name) if self._url else (self.root / name).read_bytes()

    def _write(self, name: str, payload: bytes, lasting: bool) -> None:
        if self._url:
            self._shared().write(name, payload)
            return
        write_atomically(self._place(name), payload, lasting=lasting)

    def _names(self, folder: str) -> list[str]:
        """What stands in a folder, without what is being written: its place. Raises OSError."""
        try:
            names = self._shared().names(folder) if self._url else os.listdir(self.root / folder)  # noqa: PTH208 - names
        except (FileNotFoundError, NotADirectoryError):
            return []
        return [f"{folder}/{name}" for name in sorted(names) if not name.startswith(".")]

    def _shared(self) -> RemoteFolder:
        """Raises ManifestError: another process may have other keys, and what it cannot keep is paid for each time."""
        if self._writes:
            refuse_what_is_no_place(self._url)
        return RemoteFolder(f"{self._url.rstrip('/')}/{CACHE}")

    def _place(self, name: str) -> Path:
        """The path of a file in it, whose folder is there. Raises OSError."""
        path = self.root / name
        if not self.root.parent.is_dir():  # the project is on another machine
            raise FileNotFoundError(self.root.parent)
        path.parent.mkdir(parents=True, exist_ok=True)
        ignore = self.root / ".gitignore"
        if not ignore.exists():
            write_atomically(ignore, b"*\n")  # else one that was cut short would have caches committed for ever
        return path

    @contextlib.contextmanager
    def alone(self, what: str, wait: Callable[[str], None]) -> Iterator[bool]:
        """Hold a name, of all threads and processes on this machine; yields whether it had to be waited for. While
        another holds it, wait(who) is called again and again, which should take its time, and may raise. Who dies holds
        nothing. Where there are no locks (a read-only folder, some network disks, Windows), nobody is kept out."""
        lock, waited = None, False
        with contextlib.suppress(OSError):
            if fcntl and self.root.parent.is_dir():
                path = self._place(_name(_LOCKS, what))
                while (lock := _lock(path)) is None:
                    waited = True
                    wait(_holder(path))
        try:
            yield waited
        finally:
            if lock is not None:
                with contextlib.suppress(OSError):
                    path.unlink()
                os.close(lock)


def _opened(raw: bytes) -> tuple[dict[str, Any], bytes]:
    """Raises Damaged."""
    head, separator, payload = raw.partition(b"\n")
    try:
        header = json.loads(head)
    except (ValueError, RecursionError):
        raise Damaged from None
    if not separator or not isinstance(header, dict) or header.pop("sha256", "") != _seal(header, payload):
        raise Damaged
    return header, payload


def _name(kind: str, key: str) -> str:
    name = _sha256(key.encode("utf-8", "surrogatepass"))
    return f"{kind}/{name[:2]}/{name}"


def _lock(path: Path) -> int | None:
    """The file, open, locked, and with our number in it; None where another has it. Raises OSError."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _stands_at(path, handle):  # else who had it has removed it since we opened it
                os.ftruncate(handle, 0)
                os.write(handle, str(os.getpid()).encode())
                return handle
        except BlockingIOError:
            os.close(handle)
            return None
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _stands_at(path: Path, handle: int) -> bool:
    try:
        return os.fstat(handle).st_ino == path.stat().st_ino
    except FileNotFoundError:
        return False


def _holder(path: Path) -> str:
    """Who holds a lock, for people."""
    try:
        number = path.read_text(encoding="ascii", errors="replace")
    except OSError:
        number = ""
    return f"process {number}" if number.isdecimal() else "another process"


def _seal(header: Mapping[str, Any], payload: bytes) -> str:
    return _sha256(json.dumps(header, sort_keys=True).encode() + b"\n" + payload)


def _sha256(payload: bytes) -> str:
    return hashlib.sha256(payload).hexdigest()


def clear_way(folder: Path, names: Iterable[str]) -> None:
    """Raises OutputError where what stands in the folder's place is no folder, or in the place of a file no file."""
    for place in (*reversed(folder.parents), folder):
        if os.path.lexists(place) and not os.path.isdir(place):  # noqa: PTH112 - Path.is_dir() raises where it may not look
            raise OutputError("is no folder, and the outputs need one here", where=str(place), hint=_AWAY)
    for place in (folder / name for name in names):
        if os.path.exists(place) and not os.path.isfile(place):  # noqa: PTH110, PTH113 - likewise
            raise OutputError("is no file, and an output is to be written here", where=str(place), hint=_AWAY)


_AWAY = "Move it away, or name the manifest differently: its outputs get the same name."


_MOVING = ".moving"  # stands while what is staged is a whole version, of which some files may be in place already


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
        """As store.write_all(). A store has no way to move several objects at once: they are replaced one by one, the
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
