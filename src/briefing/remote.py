"""A folder in an object store, or anywhere else that fsspec reaches: s3://, gs://, az://, memory://, a WebDAV share.

In: names and bytes. Out: bytes. An object is replaced as a whole by such stores, and a file of a folder by us: whoever
reads it sees the old or the new one.
"""

import contextlib
import errno
import os
import re
import tempfile
import uuid
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from briefing.errors import ManifestError


class RemoteFolder(Struct, frozen=True):
    """Known by its address alone, so that it can cross to other processes. Keys and endpoints are those that the
    environment of each process gives to fsspec (AWS_ACCESS_KEY_ID, FSSPEC_S3_ENDPOINT_URL, and so on)."""

    url: str

    def read(self, name: str) -> bytes | None:
        """The bytes, or None where there is no such object. Raises OSError."""
        fs, root = _reached(self.url)
        try:
            found: bytes = fs.cat_file(f"{root}/{name}")
            return found
        except FileNotFoundError:
            return None
        except Exception as error:
            raise _as_os_error(error) from error

    def write(self, name: str, payload: bytes) -> None:
        """Raises OSError."""
        fs, root = _reached(self.url)
        path = f"{root}/{name}"
        try:
            if "file" in fs.protocol:
                Path(path).parent.mkdir(parents=True, exist_ok=True)
                write_atomically(Path(path), payload)
            else:
                fs.pipe_file(path, payload)
        except Exception as error:
            raise _as_os_error(error) from error

    def names(self, folder: str) -> list[str]:
        """Of what stands in a folder of it; none where there is no such folder. Raises OSError."""
        fs, root = _reached(self.url)
        path = f"{root}/{folder}"
        try:
            fs.invalidate_cache()  # another machine may have written since
            found = [str(each).rstrip("/") for each in fs.ls(path, detail=False)]
        except (FileNotFoundError, NotADirectoryError):
            return []
        except Exception as error:
            raise _as_os_error(error) from error
        return [name for each in found if (name := each.rpartition("/")[2]) and each.endswith(f"/{folder}/{name}")]

    def remove(self, name: str) -> None:
        """Raises OSError."""
        fs, root = _reached(self.url)
        try:
            fs.rm_file(f"{root}/{name}")
        except Exception as error:
            raise _as_os_error(error) from error


def address_of(given: str) -> str:
    """What --store names, as every process finds it, whatever folder it is in. Raises ManifestError."""
    given = given.removeprefix("file://")
    if not given.strip():
        raise ManifestError("it names no place", where="--store", hint=_LOOKS)
    if _PASSWORD.match(given):
        hint = "Leave it out: fsspec takes keys from the environment, or from its files in ~/.config/fsspec."
        raise ManifestError("a password in an address would stand in logs", where="--store", hint=hint)
    if "://" in given:
        return given
    if found := re.match(r"([A-Za-z][A-Za-z0-9+.-]+):", given):  # of one letter, it is a disk of Windows
        hint = f"{_LOOKS} For a folder of that name, write ./ before it."
        raise ManifestError(f"{given!r:.80} has no // after {found[0]}", where="--store", hint=hint)
    return str(Path(os.path.expanduser(given)).absolute())  # noqa: PTH111 - Path's own raises where there is no home


_PASSWORD = re.compile(r"[\w+.-]+://[^/@:]*:[^/@]*@")
_LOOKS = "It looks like s3://BUCKET/FOLDER, or is a folder that all machines share."


@cache
def refuse_what_is_no_place(url: str) -> None:
    """Raises ManifestError where nothing can be kept at this address, before anything is paid for. It is tried: a few
    bytes are written, read back and removed, once in each process."""
    place, name = RemoteFolder(url), f".probe-{uuid.uuid4()}"  # several may try at once
    try:
        place.write(name, _PROBE)
        kept = place.read(name)
    except ImportError as error:
        hint = "pip install 'briefing[store]', and what the address needs: s3fs for s3://, gcsfs for gs://."
        raise ManifestError(str(error), where="--store", hint=hint) from None
    except ValueError as error:
        raise ManifestError(str(error), where="--store", hint=_LOOKS) from None
    except OSError as error:
        what = f"nothing can be kept there ({error.strerror or error})"
        raise ManifestError(what, where=url, hint=_mending(error, url)) from None
    with contextlib.suppress(OSError):  # keys that may write and not remove are enough
        place.remove(name)
    if kept != _PROBE:
        hint = "Take a place that gives back what was written as soon as it is written."
        raise ManifestError("what is written there does not come back", where=url, hint=hint)


def _mending(error: OSError, url: str) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "Free some space there, or name another place."
    if "://" in url:
        return "Check the address (a bucket has to be there), and that the keys in the environment may write."
    return "Check the address: it has to be a folder that may be written, or can be made."


_PROBE = b"briefing looks whether it may write here\n"


def _reached(url: str) -> tuple[Any, str]:
    """Raises OSError; ImportError where what the address needs is not installed, ValueError where nothing is for it."""
    from fsspec.core import url_to_fs  # 60 ms, and what the address needs

    try:
        fs, path = url_to_fs(url)
    except (ImportError, ValueError):
        raise
    except Exception as error:  # some connect at once
        raise _as_os_error(error) from error
    return fs, str(path).rstrip("/")


def _as_os_error(error: Exception) -> OSError:
    """Each store has errors of its own."""
    return (
        error
        if isinstance(error, OSError)
        else OSError(f"{type(error).__name__}: {' '.join(str(error).split())[:200]}")
    )


def write_atomically(path: Path, payload: bytes, *, lasting: bool = True) -> None:
    """Replace a file as a whole: whoever reads it sees the old or the new one, never a part; after a power cut, too,
    where it is to be lasting."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(payload)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
