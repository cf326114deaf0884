"""A number of places that all workers of a cluster share: a Semaphore of dask.distributed, kept by the scheduler.

A place whose worker died is free again after half a minute (distributed's lease-timeout), and so is one of a worker
that stood still for so long.
"""

import uuid
import weakref
from contextlib import suppress
from importlib import import_module
from math import inf
from types import TracebackType
from typing import Any, Self

_SHARE = 0.6  # of that time: what is sent must arrive, too


class ClusterLease:
    """Crosses to workers by its name."""

    def __init__(self, places: int, name: str = "", client: Any = None) -> None:
        """client: by which the scheduler is reached; a worker has its own way."""
        self._places, self._name = places, name or f"briefing-{uuid.uuid4()}"
        way = {"scheduler_rpc": client.scheduler, "loop": client.loop} if client else {}
        self._semaphore: Any = import_module("distributed").Semaphore(places, self._name, **way)
        # It tells the scheduler every few seconds that it is still there, for as long as its process lives: workers
        # are given one with each piece of work, and would in a night have nothing else to do.
        weakref.finalize(self, _end, self._semaphore).atexit = False

    @property
    def sure(self) -> float:
        """Seconds for which who has a place has it for certain, even if he stands still."""
        timeout = import_module("dask.config").get("distributed.scheduler.locks.lease-timeout")
        seconds: float = inf if timeout == "inf" else import_module("dask.utils").parse_timedelta(timeout, "s")
        return seconds * _SHARE

    def __reduce__(self) -> tuple[Any, ...]:
        return ClusterLease, (self._places, self._name)

    def __enter__(self) -> Self:
        self._semaphore.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._semaphore.release()


def _end(semaphore: Any) -> None:
    with suppress(Exception):  # whose loop may have ended
        semaphore.loop.add_callback(semaphore.refresh_callback.stop)
