"""This machine: threads, and for reading many sources, which keeps a processor busy, one process for each of them."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from threading import Lock, Semaphore
from typing import Any, TypeVar

from briefing.cell import Cell
from briefing.executors.base import Kind
from briefing.executors.threads import each

T = TypeVar("T")
S = TypeVar("S")
R = TypeVar("R")
V = TypeVar("V")

MANY = 300  # sources from which on processes earn back what they take to start, about two seconds
CHUNK = 20  # sources that a process reads before it tells


class LocalExecutor:
    """Shared by all briefings of a run: `jobs` pages and `jobs` sections at once, in all."""

    here = True

    def __init__(self, jobs: int = 16, many: int = MANY) -> None:
        self.lease: AbstractContextManager[Any] = nullcontext()
        self._jobs = max(1, jobs)
        self._many = many
        self._places = {"read": Semaphore(self._jobs), "write": Semaphore(self._jobs)}

    def each(
        self, kind: Kind, do: Callable[[T, S], R], items: Sequence[T], shared: S, done: Callable[[T, R], None]
    ) -> list[R]:
        if kind == "read" and len(items) >= self._many and (processors := os.cpu_count() or 1) > 1:
            return self._in_processes(do, items, shared, done, processors)
        lock = Lock()

        def one(item: T) -> R:
            with self._places[kind]:
                result = do(item, shared)
            with lock:
                done(item, result)
            return result

        return each(one, items, self._jobs)

    def _in_processes(
        self, do: Callable[[T, S], R], items: Sequence[T], shared: S, done: Callable[[T, R], None], processors: int
    ) -> list[R]:
        """Each process has threads of its own, so that as many pages are waited for as by threads alone."""
        from concurrent.futures import ProcessPoolExecutor, as_completed  # 20 ms
        from multiprocessing import get_context

        jobs = max(1, self._jobs // processors)
        pool = ProcessPoolExecutor(processors, get_context("spawn"), begin)
        try:
            futures = {pool.submit(_chunk, do, chunk, shared, jobs): chunk for chunk in _chunks(items)}
            for future in as_completed(futures):
                if future.exception() is not None:
                    break
                for item, result in zip(futures[future], future.result(), strict=True):
                    done(item, result)
            pool.shutdown(wait=True, cancel_futures=True)
            for future in futures:
                if not future.cancelled() and (error := future.exception()) is not None:
                    raise error
            return [result for future in futures for result in future.result()]
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def cell(self, value: V) -> Cell[V]:
        return Cell(value)

    def close(self) -> None:
        """It holds nothing open."""


def _chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]


def _chunk(do: Callable[[T, S], R], items: Sequence[T], shared: S, jobs: int) -> list[R]:
    return each(lambda item: do(item, shared), items, jobs)


def begin() -> None:
    """In a new process: an interrupt is for the one that began it, and without that one there is nothing to do."""
    import multiprocessing
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def end_with_parent() -> None:
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=end_with_parent, daemon=True).start()
