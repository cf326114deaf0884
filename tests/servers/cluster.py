"""A real cluster on loopback: a scheduler and worker processes of dask.distributed.

with cluster(workers=2) as running:
    ...  # running.address: dask://127.0.0.1:PORT; running.workers: their processes
"""

import json
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from signal import SIGKILL

from tests.servers.warmed import warmed

ROOT = Path(__file__).parents[2]
QUIET = {
    "DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "info",
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "false",  # which looks at each thread a hundred times a second
    "PYTHONWARNINGS": "ignore",
}
PATIENCE = 60  # seconds


def missing() -> str:
    """Why there is no cluster here, or ""."""
    return "" if find_spec("distributed") else "needs distributed (pip install distributed)"


@dataclass(frozen=True)
class Part:
    """A scheduler or a worker, and the file of what it says."""

    pid: int
    log: Path

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, SIGKILL)

    def alive(self) -> bool:
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        return True

    def said(self, pattern: str) -> str:
        """The first group of it, as soon as it stands in the log."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.alive():
            if found := re.search(pattern, self.log.read_text("utf-8")):
                return found[1]
            time.sleep(0.01)
        raise AssertionError(f"it did not say {pattern}: {self.log.read_text('utf-8')}")


@dataclass
class Cluster:
    address: str
    workers: list[Part]


@contextmanager
def cluster(workers: int, threads: int = 2, **environment: str) -> Iterator[Cluster]:
    started: list[Part] = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            where = ("--host", "127.0.0.1", "--port", "0", "--dashboard-address", ":0")
            started.append(_start(Path(folder, "scheduler"), "scheduler", *where))
            address = started[0].said(r"Scheduler at:\s+(tcp://\S+)\n")
            how = ("--nthreads", str(threads), "--no-dashboard", "--no-nanny", "--memory-limit", "0")
            for number in map(str, range(workers)):
                started += [_start(Path(folder, number), "worker", address, *how, **environment)]
            for each in started[1:]:
                each.said(r"(Registered to)")
            yield Cluster(address.replace("tcp://", "dask://"), started[1:])
        finally:
            for each in reversed(started):
                each.kill()
            while any(each.alive() for each in started):
                time.sleep(0.01)


def _start(log: Path, kind: str, *arguments: str, **environment: str) -> Part:
    log.touch()
    request = {
        "module": f"distributed.cli.dask_{kind}",
        "arguments": arguments,
        "folder": str(ROOT),
        "environment": {**os.environ, **QUIET, **environment},
        "out": os.devnull,
        "err": str(log),
    }
    warm = _warm()
    assert warm.stdin is not None
    assert warm.stdout is not None
    warm.stdin.write(json.dumps(request) + "\n")
    warm.stdin.flush()
    return Part(int(warm.stdout.readline()), log)


@cache
def _warm() -> "subprocess.Popen[str]":
    return warmed("tests.servers.warm_cluster", {**os.environ, **QUIET})
