"""A cluster of dask.distributed: sources and sections become tasks on its workers.

A worker that dies in the middle costs its task, which another one does again; what it had paid for is in the store that
all of them share. The number of calls of a model at once is a semaphore of the cluster.
"""

import logging
import pickle
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from importlib import import_module
from queue import Empty, Queue
from typing import Any, TypeVar

from briefing.errors import BriefingError, ManifestError, ModelError
from briefing.executors.base import Kind
from briefing.executors.dask_cell import LONG, ClusterCell
from briefing.executors.dask_lease import ClusterLease
from briefing.executors.dask_start import connected, refuse_other_programs
from briefing.executors.dask_there import told_with_its_worker

T = TypeVar("T")
S = TypeVar("S")
R = TypeVar("R")
V = TypeVar("V")

WAIT = 60.0  # seconds without any worker until it gives up, where the address does not say ?wait=SECONDS
_LOOK = 1.0  # seconds without a result until it looks whether there are workers
_FAILED = ("error", "cancelled")
_ANSWER = 5  # seconds that the scheduler may take to say so


class DaskExecutor:
    here = False

    def __init__(
        self, address: str, jobs: int, notice: Callable[[str], None] = lambda _: None, long: float = LONG
    ) -> None:
        """notice: called once when it begins to wait for workers, and once when a worker has waited for a cell for so
        many seconds. Raises ManifestError where there is no scheduler at the address, or no dask here; ModelError where
        something else answers there, or a worker has another briefing."""
        self._address, self._wait = _parted(address)
        try:
            import_module("distributed")  # 600 ms
        except ImportError:
            hint = "pip install 'briefing[dask]'"
            raise ManifestError("dask.distributed is not installed", where="--executor", hint=hint) from None
        _quiet()
        self._client = connected(_tcp(self._address))
        try:
            refuse_other_programs(self._client)
        except BaseException:
            self._client.close()
            raise
        self.lease: AbstractContextManager[Any] = ClusterLease(jobs, client=self._client)
        self._turn = ClusterLease(1, client=self._client)  # one for all cells: the scheduler never forgets one
        self._notice = notice
        self._alone_since: float | None = None  # without workers, by the monotonic clock
        self._lock = threading.Lock()
        self._cells: list[ClusterCell[Any]] = []
        self._long = long
        self._looked = time.monotonic()  # at the cells
        self._told: set[int] = set()  # the places of those of which it was told that somebody waits

    def each(
        self, kind: Kind, do: Callable[[T, S], R], items: Sequence[T], shared: S, done: Callable[[T, R], None]
    ) -> list[R]:
        work: list[Any] = []
        try:
            # As a task and not as data: what a dead worker held can be made again.
            work.append(self._client.submit(pickle.loads, pickle.dumps(shared), pure=False))
            work += [self._client.submit(told_with_its_worker, do, item, work[0], pure=False) for item in items]
            return self._results(work[1:], items, done)
        except BaseException as error:
            with suppress(Exception):  # whose scheduler may be gone
                self._client.cancel(work)  # what is under way is not interrupted
            if isinstance(error, Exception) and self._client.status != "running":
                raise self._lost() from None
            raise

    def _results(self, futures: Sequence[Any], items: Sequence[T], done: Callable[[T, R], None]) -> list[R]:
        place = {future.key: n for n, future in enumerate(futures)}
        results: dict[int, R] = {}
        came: Queue[Any] = Queue()
        for future in futures:
            future.add_done_callback(came.put)
        for _ in futures:
            future = self._next(came)
            n = place[future.key]
            results[n] = self._result(future, futures)
            done(items[n], results[n])
        return [results[n] for n in range(len(items))]

    def _next(self, came: Queue[Any]) -> Any:
        """The next that is done. Raises ModelError where for too long there is no worker to do it."""
        while True:
            try:
                return came.get(timeout=_LOOK)
            except Empty:
                self._look_for_workers()
                self._look_who_waits()

    def _result(self, future: Any, futures: Sequence[Any]) -> Any:
        """What came of it, or of doing it again where the worker that had it has died since. Raises what went wrong."""
        patience = _LOOK
        while future.status not in _FAILED:
            try:
                result = future.result(timeout=patience)
                self._alone_since = None
                return result
            except TimeoutError:
                self._look_for_workers()
                patience *= 2  # it is fetched from its beginning
            except Exception:
                if future.status not in _FAILED:
                    raise
        raise self._failure(futures)

    def _look_for_workers(self) -> None:
        workers: Any = ()
        with suppress(Exception):  # a scheduler that does not answer is as good as one without workers
            workers = self._client.nthreads(callback_timeout=_ANSWER)
        with self._lock:
            now = time.monotonic()
            if workers:
                self._alone_since = None
            elif self._alone_since is None:
                self._alone_since = now
                self._notice(f"there is no worker at {self._address}; without one, this run ends in {self._wait:.0f} s")
            elif now - self._alone_since >= self._wait:
                raise self._alone()

    def _look_who_waits(self) -> None:
        with self._lock:
            if time.monotonic() - self._looked < self._long:
                return
            self._looked = time.monotonic()
            cells = [(n, cell) for n, cell in enumerate(self._cells) if n not in self._told]
        for n, cell in cells:
            said = cell.waits
            with self._lock:
                new = bool(said) and n not in self._told
                self._told |= {n} if new else set()
            if new:
                self._notice(said)

    def _alone(self) -> ModelError:
        hint = (
            f"Start some: dask worker {_tcp(self._address)} (or wait longer for them: --executor "
            f"{self._address}?wait=600), then run again: replies that were paid for are kept."
        )
        return ModelError(f"no worker could be reached for {self._wait:.0f} s", where=self._address, hint=hint)

    def _lost(self) -> ModelError:
        hint = "Look at its log, start it again with its workers, then run again: replies that were paid for are kept."
        return ModelError("the connection to the scheduler was lost", where=self._address, hint=hint)

    def _failure(self, futures: Sequence[Any]) -> BaseException:
        """The first in the order of the items."""
        error: BaseException | None = next((f.exception() for f in futures if f.status == "error"), None)
        if isinstance(error, BriefingError):
            return error
        try:
            refuse_other_programs(self._client, to_the_letter=True)  # one that came since, or was changed
        except ModelError as other:
            return other
        what = f"the cluster gave up a task ({' '.join(str(error or 'it was cancelled').split())[:300]})"
        hint = "Look at the logs of its workers, then run again: replies that were paid for are kept."
        return ModelError(what, where=self._address, hint=hint)

    def cell(self, value: V) -> ClusterCell[V]:
        made = ClusterCell(value, self._turn, self._client, self._long)
        with self._lock:
            self._cells.append(made)
        return made

    def close(self) -> None:
        for cell in self._cells:
            with suppress(Exception):  # whose scheduler may be gone, and took it along
                cell.forget()
        self._client.close()


def _parted(address: str) -> tuple[str, float]:
    """dask://HOST:PORT?wait=SECONDS: the address of the scheduler, and how long to wait for a worker."""
    place, _, query = address.partition("?")
    name, _, seconds = query.partition("=")
    if not query:
        return place, WAIT
    if name != "wait" or not seconds.isdecimal():
        hint = f"It looks like {place}?wait=600: seconds to wait for a worker."
        raise ManifestError(f"{address!r:.80} is no executor", where="--executor", hint=hint)
    return place, float(seconds)


def _tcp(address: str) -> str:
    return address.replace("dask://", "tcp://", 1)


def _quiet() -> None:
    """What distributed logs of a lost scheduler are thirty lines before the one message that says it."""
    for name in [name for name in logging.root.manager.loggerDict if name.partition(".")[0] == "distributed"]:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
