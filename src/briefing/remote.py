"""A folder in an object store, or anywhere else that fsspec reaches: s3://, gs://, az://, memory://, a WebDAV share.

In: names and bytes. Out: bytes. An object is replaced as a whole by such stores, and a file of a folder by us: whoever
reads it sees the old or the new one.
"""

import contextlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import ManifestError


@dataclass(frozen=True, slots=True)
class RemoteFolder:
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


def refuse_what_is_no_place(url: str) -> None:
    """Raises ManifestError where nothing can be kept at this address, before anything is paid for."""
    try:
        _reached(url)
    except ImportError as error:
        hint = "pip install 'briefing[store]', and what the address needs: s3fs for s3://, gcsfs for gs://."
        raise ManifestError(str(error), where="--store", hint=hint) from None
    except ValueError as error:
        raise ManifestError(str(error), where="--store", hint="It looks like s3://BUCKET/FOLDER.") from None
    try:
        RemoteFolder(url).read("briefing")
    except OSError as error:
        hint = "Check the address, and the keys in the environment."
        raise ManifestError(f"the store cannot be read ({error})", where=url, hint=hint) from None


def _reached(url: str) -> tuple[Any, str]:
    from fsspec.core import url_to_fs  # 60 ms, and what the address needs

    fs, path = url_to_fs(url)
    return fs, str(path).rstrip("/")


def _as_os_error(error: Exception) -> OSError:
    """Each store has errors of its own."""
    return (
        error
        if isinstance(error, OSError)
        else OSError(f"{type(error).__name__}: {' '.join(str(error).split())[:200]}")
    )


def write_atomically(path: Path, payload: bytes) -> None:
    """Replace a file as a whole: whoever reads it sees the old or the new one, never a part."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(payload)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
