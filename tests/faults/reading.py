"""Reads an address in a process of its own. Out: what was refused or read, and the time and memory that it took."""

import resource
import time
from multiprocessing.connection import Connection
from pathlib import Path

from briefing.errors import BriefingError
from briefing.fetchers.base import FetchOptions
from briefing.fetchers.table import fetch
from briefing.model import Source
from briefing.steps.extract import extract
from briefing.store import Store
from tests.faults.apart import APART

Told = tuple[str, str, float, float, float]


def read_apart(url: str, root: Path, limits: tuple[tuple[str, float], ...]) -> Told:
    """The exit code and message, or ""; the hint, or the text that was read; seconds until it was
    fetched, and seconds of the processor in all; megabytes at the peak."""
    here, there = APART.Pipe()
    process = APART.Process(target=_read, args=(url, str(root), limits, there))
    process.start()
    there.close()
    told: Told = here.recv()
    process.join()
    process.close()
    here.close()
    return told


def _read(url: str, root: str, limits: tuple[tuple[str, float], ...], back: Connection) -> None:
    options = FetchOptions(allow_hosts=frozenset(["127.0.0.1"]), wait=0.01, **dict(limits))  # type: ignore[arg-type]
    before = _peak()
    began, fetched, worked = time.monotonic(), 0.0, time.process_time()
    try:
        page = fetch(Source("page", url), Path(root), Path(root), Store(Path(root)), options)
        fetched = time.monotonic() - began
        said, told = "", "\n".join(block.text for block in extract(page).blocks)
    except BriefingError as error:
        said, told = f"{error.exit_code} {error.what}", error.hint
        fetched = fetched or time.monotonic() - began
    back.send((said, told, fetched, time.process_time() - worked, _peak() - before))


def _peak() -> float:
    """Megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
