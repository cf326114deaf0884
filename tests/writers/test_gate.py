"""The gate: never more than the jobs, fewer after a refusal, more again after answers."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from briefing.errors import ModelError
from briefing.writers.breaker import FAILED, NARROW, Hopeless, Patience
from briefing.writers.gate import Gate

NEVER = threading.Event()


def round_of(gate: Gate, refuse: bool = False) -> None:
    """As many calls as are allowed, all under way at once, all ending alike."""
    with ExitStack() as calls:
        numbers = [calls.enter_context(gate.slot(threading.Event())) for _ in range(gate.allowed)]
        for number in numbers:
            if refuse:
                gate.refused(number)
            else:
                gate.answered()


@pytest.mark.parametrize(
    ("rounds", "allowed"),
    [
        ("", 8),
        ("+", 8),
        ("-", 4),  # eight refusals of calls that were under way together count once
        ("--", 2),
        ("-----", 1),
        ("-+", 5),
        ("-++++", 8),
        ("-+++++", 8),
        ("-----+", 2),
    ],
)
def test_it_narrows_and_widens(rounds: str, allowed: int) -> None:
    gate = Gate(8)
    for sign in rounds:
        round_of(gate, refuse=sign == "-")
    assert gate.allowed == allowed
    assert gate.running == 0


def test_a_late_refusal_of_an_early_call_counts_no_second_time() -> None:
    gate = Gate(8)
    with gate.slot(threading.Event()) as early, gate.slot(threading.Event()) as late:
        gate.refused(late)
        gate.refused(early)
    assert gate.allowed == 4


def test_never_more_at_once_than_allowed() -> None:
    gate = Gate(3)
    most = 0
    lock = threading.Lock()

    def call(_: int) -> None:
        nonlocal most
        with gate.slot(threading.Event()):
            with lock:
                most = max(most, gate.running)
            time.sleep(0.002)

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(call, range(40)))
    assert most == 3


def test_what_one_is_asked_to_wait_all_wait() -> None:
    gate = Gate(4, pace=0.01)
    with gate.slot(threading.Event()) as number:
        gate.refused(number, wait=10)
    begun = time.monotonic()
    with gate.slot(threading.Event()):
        assert time.monotonic() - begun >= 0.09


def test_a_failed_call_gives_its_place_back() -> None:
    gate = Gate(1)
    with pytest.raises(ValueError, match="oh"), gate.slot(threading.Event()):
        raise ValueError("oh")
    with gate.slot(threading.Event()):
        assert gate.running == 1


def test_no_jobs_is_one_job() -> None:
    assert Gate(0).allowed == 1


def test_when_it_is_over_for_a_writer_its_waits_end_and_nobody_else_s() -> None:
    gate, over = Gate(1), threading.Event()
    with ThreadPoolExecutor(3) as pool:
        with gate.slot(threading.Event()):
            waiting = pool.submit(lambda: gate.slot(over).__enter__())
            sleeping = pool.submit(gate.sleep, 60, over)
            other = pool.submit(lambda: gate.slot(threading.Event()).__enter__())
            time.sleep(0.02)
            over.set()
            gate.wake()
            for future in (waiting, sleeping):
                with pytest.raises(ModelError, match="interrupted"):
                    future.result(timeout=5)
            assert not other.done()
        assert other.result(timeout=5) == 2
    with pytest.raises(ModelError, match="interrupted"), gate.slot(over):
        pass


def fail(gate: Gate, times: int) -> None:
    for _ in range(times):
        with gate.slot(NEVER) as number:
            gate.failed(number, "status", "the server answered 503", Patience())


def test_a_server_that_gives_no_answer_is_tried_by_one_at_a_time_until_it_does() -> None:
    gate = Gate(4, pace=0.0)
    fail(gate, NARROW)
    with ThreadPoolExecutor(1) as pool, gate.slot(NEVER):
        other = pool.submit(lambda: gate.slot(NEVER).__enter__())
        time.sleep(0.02)
        assert not other.done()
        gate.answered()
        assert other.result(timeout=5) == NARROW + 2
    assert gate.pause == 0.0


def test_before_the_next_try_all_wait() -> None:
    gate = Gate(4, pace=0.02)
    fail(gate, NARROW)
    begun = time.monotonic()
    with gate.slot(NEVER):
        assert time.monotonic() - begun >= 0.07  # four seconds, at that pace
    assert gate.pause == 4.0


def test_who_waits_is_told_when_it_is_hopeless() -> None:
    gate = Gate(1, pace=0.0)
    fail(gate, FAILED - 1)
    with ThreadPoolExecutor(1) as pool, gate.slot(NEVER) as number:
        waiting = pool.submit(lambda: gate.slot(NEVER).__enter__())
        gate.failed(number, "status", "the server answered 503", Patience())
        with pytest.raises(Hopeless, match="503"):
            waiting.result(timeout=5)
    with pytest.raises(Hopeless), gate.slot(NEVER):
        pass
    with pytest.raises(Hopeless):
        gate.sleep(1, NEVER)


def test_a_long_sleep_ends_when_it_is_hopeless() -> None:
    gate = Gate(2)
    with ThreadPoolExecutor(1) as pool:
        sleeping = pool.submit(gate.sleep, 60, NEVER)
        for _ in range(10):
            gate.judged(False, "unreadable", "the reply is empty")
        with pytest.raises(Hopeless, match="10 replies in a row without use"):
            sleeping.result(timeout=5)
