"""Bounded threads: for work that waits, on pages and on models."""

from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def each(do: Callable[[T], R], items: Iterable[T], jobs: int) -> list[R]:
    """do(item) for all items, at most `jobs` at once.

    When one fails, what has not begun is called off, what is under way is let finish (it may have been paid for), and
    the first failure in the order of the items is raised. An interrupt does not wait for anything.
    """
    work = list(items)
    pool = ThreadPoolExecutor(max_workers=max(1, min(jobs, len(work) or 1)))
    try:
        futures = [pool.submit(do, item) for item in work]
        _, waiting = wait(futures, return_when=FIRST_EXCEPTION)
        for future in waiting:
            future.cancel()
        wait(futures)
        for future in futures:
            if not future.cancelled() and (error := future.exception()) is not None:
                raise error
        return [future.result() for future in futures]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
