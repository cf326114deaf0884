"""Copies of this process, one for each processor: for much work on what is held in memory, which is not sent anywhere.

What is done may be anything, and sees all that is in memory; only its results cross back, by pickle. Where a process
cannot be copied, or not safely (it has threads, which a copy would lack), all is done here, one after the other.
"""

import gc
import os
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from briefing.executors.local import begin

T = TypeVar("T")
R = TypeVar("R")

_under_way: tuple[Callable[[Any], Any], Sequence[Any]] | None = None  # what the copies do, and to what


def processors() -> int:
    """How many copies are worth it: 1 where there are to be none."""
    if sys.platform != "linux" or threading.active_count() > 1:  # a system library of macOS may fail in a copy
        return 1
    return len(os.sched_getaffinity(0))


def forked(do: Callable[[T], R], items: Sequence[T], copies: int) -> list[R]:
    """do(item) for all items, in their order. The first failure in that order is raised. An interrupt does not wait for
    anything."""
    if copies < 2 or len(items) < 2 or processors() < 2:
        return [do(item) for item in items]
    from concurrent.futures import FIRST_EXCEPTION, BrokenExecutor, ProcessPoolExecutor, wait  # 20 ms
    from multiprocessing import get_context

    global _under_way
    outer, _under_way = _under_way, (do, items)
    gc.freeze()  # the copies share what is not gone through
    pool = ProcessPoolExecutor(min(copies, len(items)), get_context("fork"), begin)
    try:
        futures = [pool.submit(_one, number) for number in range(len(items))]
        wait(futures, return_when=FIRST_EXCEPTION)
        pool.shutdown(wait=True, cancel_futures=True)
        return [future.result() for future in futures]
    except BrokenExecutor:  # a copy was ended, as when memory is short: there is less of that without copies
        return [do(item) for item in items]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        _under_way = outer
        gc.unfreeze()


def _one(number: int) -> Any:
    if _under_way is None:
        raise RuntimeError("this is no copy of a process that has work")
    do, items = _under_way
    return do(items[number])
