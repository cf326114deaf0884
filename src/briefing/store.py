"""The caches in .briefing/, or in a place that several machines share: most of them cost only time to lose."""

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self

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
