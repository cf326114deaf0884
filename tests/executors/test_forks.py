"""Copies of this process: what they do, and when there are none."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

import pytest

from briefing.errors import SourceError
from briefing.executors.forks import forked, processors

several = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="one processor, or a system without safe copies"
)
T = TypeVar("T")


@pytest.mark.parametrize("copies", [1, 2])
def test_results_come_in_order_of_whatever_is_in_memory(copies: int) -> None:
    held = {n: object() for n in range(40)}  # never sent anywhere
    assert forked(lambda n: (n, n in held), range(60), copies) == [(n, n < 40) for n in range(60)]
    assert forked(lambda n: n, [], copies) == []


@pytest.mark.parametrize("copies", [1, 2])
def test_the_first_failure_is_raised_as_it_was(copies: int) -> None:
    def fail(n: int) -> int:
        if n in (7, 8):
            raise SourceError(f"no {n}", where="here", hint="Look.")
        return n

    with pytest.raises(SourceError) as caught:
        forked(fail, range(20), copies)
    assert (caught.value.what, caught.value.where, caught.value.hint) == ("no 7", "here", "Look.")


def alone(do: Callable[[], T]) -> T:
    """What it returns in a new process, which has no threads of its own, as that of the tests may have."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(do).result()


def _at_work() -> tuple[bool, list[int]]:
    seen: list[int] = []

    def remember(n: int) -> int:
        seen.append(n)
        return os.getpid()

    return os.getpid() in forked(remember, range(8), 2), seen


@several
def test_the_work_is_done_by_copies_and_what_they_change_is_theirs() -> None:
    assert alone(_at_work) == (False, [])


def _copies_of_copies() -> list[bool]:
    return forked(lambda _: forked(lambda _: os.getpid(), range(3), 2) == [os.getpid()] * 3, range(4), 2)


@several
def test_a_copy_makes_no_copies_of_its_own() -> None:
    assert alone(_copies_of_copies) == [True] * 4


def _with_one_that_ends() -> list[int]:
    own = os.getpid()

    def end(n: int) -> int:
        if n == 3 and os.getpid() != own:
            os._exit(9)
        return n

    return forked(end, range(6), 2)


@several
def test_a_copy_that_is_ended_costs_nothing_but_time() -> None:
    assert alone(_with_one_that_ends) == list(range(6))


def test_beside_a_thread_there_are_none() -> None:
    waiting = threading.Event()
    thread = threading.Thread(target=waiting.wait)
    thread.start()
    try:
        assert processors() == 1
        assert forked(lambda _: os.getpid(), range(4), 2) == [os.getpid()] * 4
    finally:
        waiting.set()
        thread.join()


_WORKS = """
import os, signal, time
signal.signal(signal.SIGINT, signal.default_int_handler)
from briefing.executors.forks import forked

def wait(n):
    print("at work", flush=True)
    time.sleep(600)

try:
    forked(wait, range(4), 2)
except KeyboardInterrupt:
    print("interrupted", flush=True)
    os._exit(130)  # as the command does
"""


@several
def test_an_interrupt_waits_for_no_copy() -> None:
    with subprocess.Popen([sys.executable, "-c", _WORKS], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "at work\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert "interrupted\n" in process.stdout.read()  # to its end: no copy holds it open any more
