"""A cluster of dask.distributed: sources and sections become tasks on its workers.

A worker that dies in the middle costs its task, which another one does again; what it had paid for is in the store that
all of them share. The number of calls of a model at once is a semaphore of the cluster.
"""

import pickle
import uuid
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, TypeVar

from briefing.errors import BriefingError, ManifestError, ModelError
from briefing.executors.base import Kind

T = TypeVar("T")
S = TypeVar("S")
R = TypeVar("R")

PATIENCE = "10s"  # to reach the scheduler


class DaskExecutor:
    here = False

    def __init__(self, address: str, jobs: int) -> None:
        """Raises ManifestError where there is no scheduler at the address, or no dask here."""
        try:
            self._dask: Any = import_module("distributed")  # 600 ms
        except ImportError:
            hint = "pip install 'briefing[dask]'"
            raise ManifestError("dask.distributed is not installed", where="--executor", hint=hint) from None
        self._address = address
        place = address.replace("dask://", "tcp://", 1)
        try:
            self._client = self._dask.Client(place, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            hint = "Start one: dask scheduler. Its workers need the same briefing, and the project at the same place."
            what = f"there is no scheduler ({' '.join(str(error).split())[:200]})"
            raise ManifestError(what, where=address, hint=hint) from None
        self.lease: Any = self._dask.Semaphore(max_leases=jobs, name=f"briefing-{uuid.uuid4()}")

    def each(
        self, kind: Kind, do: Callable[[T, S], R], items: Sequence[T], shared: S, done: Callable[[T, R], None]
    ) -> list[R]:
        # As a task and not as data: what a dead worker held can be made again.
        given = self._client.submit(pickle.loads, pickle.dumps(shared), pure=False)
        futures = [self._client.submit(do, item, given, pure=False) for item in items]
        place = {future.key: n for n, future in enumerate(futures)}
        try:
            for future in self._dask.as_completed(futures, loop=self._client.loop):
                if future.status != "finished":
                    raise self._failure(futures)
                done(items[place[future.key]], future.result())
            found: list[R] = self._client.gather(futures)
            return found
        except BaseException:
            self._client.cancel([*futures, given])  # what is under way is not interrupted
            raise

    def _failure(self, futures: Sequence[Any]) -> BaseException:
        """The first in the order of the items."""
        error: BaseException | None = next((f.exception() for f in futures if f.status == "error"), None)
        if isinstance(error, BriefingError):
            return error
        what = f"the cluster gave up a task ({' '.join(str(error or 'it was cancelled').split())[:300]})"
        hint = "Look at the logs of its workers, then run again: replies that were paid for are kept."
        return ModelError(what, where=self._address, hint=hint)

    def close(self) -> None:
        self._client.close()
