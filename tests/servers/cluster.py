"""A real cluster on loopback: a scheduler and worker processes of dask.distributed.

with cluster(workers=2) as running:
    ...  # running.address: dask://127.0.0.1:PORT; running.workers: their processes
"""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO

QUIET = {"DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "info", "PYTHONWARNINGS": "ignore"}


def missing() -> str:
    """Why there is no cluster here, or ""."""
    return "" if find_spec("distributed") else "needs distributed (pip install distributed)"


@dataclass
class Cluster:
    address: str
    workers: list[subprocess.Popen[str]]


@contextmanager
def cluster(workers: int, threads: int = 2, **environment: str) -> Iterator[Cluster]:
    started: list[subprocess.Popen[str]] = []
    try:
        started.append(_start("scheduler", "--host", "127.0.0.1", "--port", "0", "--dashboard-address", ":0"))
        address = _said(started[0].stderr, r"Scheduler at:\s+(tcp://\S+)")
        how = ("--nthreads", str(threads), "--no-dashboard", "--no-nanny", "--memory-limit", "0")
        started += [_start("worker", address, *how, **environment) for _ in range(workers)]
        for each in started[1:]:
            _said(each.stderr, r"(Registered to)")
        for each in started:  # who has a pipe full of what nobody reads stands still
            threading.Thread(target=_drain, args=(each.stderr,), daemon=True).start()
        yield Cluster(address.replace("tcp://", "dask://"), started[1:])
    finally:
        for each in reversed(started):
            each.kill()
        for each in started:
            each.wait()


def _start(kind: str, *arguments: str, **environment: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_" + kind, *arguments],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, **QUIET, **environment},
    )


def _said(stream: IO[str] | None, pattern: str) -> str:
    assert stream is not None
    for line in stream:
        if found := re.search(pattern, line):
            return found[1]
    raise AssertionError(f"it ended before it said {pattern}")


def _drain(stream: IO[str] | None) -> None:
    if stream is not None:
        with stream:
            for _ in stream:
                pass
