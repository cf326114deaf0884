"""Who waits for a slow model is told, as long as no reply comes."""

import time

from briefing.writers.patience import Patience


def test_it_is_told_once_for_all_who_wait_and_again() -> None:
    told: list[str] = []
    patience = Patience(told.append, 0.1)
    try:
        with patience.waiting(), patience.waiting():
            time.sleep(0.75)
        came = len(told)
        time.sleep(0.4)
    finally:
        patience.close()
    assert 2 <= came <= 7
    assert len(told) <= came + 1  # one that was on its way
    assert told[0] == "no reply of the model in this process for 0 s; it is at work"


def test_replies_that_come_are_not_told() -> None:
    told: list[str] = []
    patience = Patience(told.append, 5.0)
    for _ in range(3):
        with patience.waiting():
            time.sleep(0.01)
    patience.close()
    assert told == []
