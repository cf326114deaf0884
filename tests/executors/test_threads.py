"""Bounded threads: order, bounds, and what becomes of the others when one fails."""

import threading
import time

import pytest

from briefing.executors.threads import each


@pytest.mark.parametrize("jobs", [0, 1, 3, 100])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    def slow_at_first(n: int) -> int:
        time.sleep(0.02 if n == 0 else 0)
        return n * n

    assert each(slow_at_first, range(5), jobs) == [0, 1, 4, 9, 16]


def test_nothing_to_do() -> None:
    assert each(lambda item: item, [], 4) == []


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_never_more_at_once_than_jobs(jobs: int) -> None:
    lock, now, most = threading.Lock(), 0, 0

    def count(_: int) -> None:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.01)
        with lock:
            now -= 1

    each(count, range(12), jobs)
    assert most <= jobs


def test_one_failure_calls_off_what_has_not_begun_and_lets_the_rest_finish() -> None:
    begun, finished, fails = [], [], threading.Event()

    def work(n: int) -> None:
        begun.append(n)
        if n == 0:
            fails.set()
            raise ValueError("the first")
        fails.wait(5)
        time.sleep(0.05)
        finished.append(n)

    with pytest.raises(ValueError, match="the first"):
        each(work, range(50), 2)
    assert len(begun) < 50
    assert set(finished) == set(begun) - {0}


def test_of_several_failures_the_first_in_order_is_told() -> None:
    late = threading.Event()

    def work(n: int) -> None:
        if n == 0:
            late.wait(5)
        late.set()
        raise ValueError(str(n))

    with pytest.raises(ValueError, match=r"^0$"):
        each(work, range(2), 2)
