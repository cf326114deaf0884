"""The breaker: when it lets one call through at a time, and when none."""

import random

import pytest

from briefing.writers.breaker import FAILED, TRIES, USELESS, Breaker, Patience

USUAL = Patience()


def played(script: str, patience: Patience = USUAL, together: int = 1) -> Breaker:
    """F: so many calls that were under way together fail; A: one is answered; U and G: a reply is useless, or good."""
    breaker, begun = Breaker(), 0
    for sign in script:
        if sign == "F":
            numbers = range(begun + 1, begun + together + 1)
            begun += together
            for number in numbers:
                breaker.failed(number, begun, "status", "the server answered 503", patience)
        elif sign == "A":
            begun += 1
            breaker.answered()
        else:
            breaker.judged(sign == "G", "unreadable", "the reply is empty")
    return breaker


@pytest.mark.parametrize(
    ("script", "together", "narrow", "pause"),
    [
        ("", 1, False, 0),
        ("FF", 1, False, 0),
        ("FFF", 1, True, 4),
        ("FFFA", 1, False, 0),
        ("F", 12, True, 1),  # in the same moment: one try
        ("FF", 12, True, 2),
        ("FFAF", 2, False, 0),
        ("F" * 7, 1, True, 30),
    ],
)
def test_how_it_narrows(script: str, together: int, narrow: bool, pause: float) -> None:
    breaker = played(script, together=together)
    assert (breaker.narrow, breaker.pause) == (narrow, pause)


@pytest.mark.parametrize(
    ("script", "together", "patience", "opens"),
    [
        ("F" * (FAILED - 1), 1, USUAL, False),
        ("F" * FAILED, 1, USUAL, True),
        ("F" * (TRIES - 1), 12, USUAL, False),  # sixty calls, but five moments: it may be starting anew
        ("F" * TRIES, 12, USUAL, True),
        ("FF", 12, Patience(3), False),
        ("FFF", 12, Patience(3), True),
        ("F", 1, Patience(1), True),  # the server itself says so
        (("F" * (FAILED - 1) + "A") * 5, 1, USUAL, False),
        ("U" * (USELESS - 1), 1, USUAL, False),
        ("U" * USELESS, 1, USUAL, True),
        ("UUUUUUUUUG" * 5, 1, USUAL, False),
        ("UA" * USELESS, 1, USUAL, True),  # an answer need not be a reply of use
    ],
)
def test_when_it_opens(script: str, together: int, patience: Patience, opens: bool) -> None:
    assert (played(script, patience, together).open is not None) == opens


def test_what_it_says() -> None:
    assert str(played("F" * FAILED).open) == "the server answered 503 (the run gives up after 8 calls in a row)"
    assert str(played("F", Patience(1)).open) == "the server answered 503 (the run gives up after 1 call)"
    useless = played("U" * USELESS).open
    assert useless is not None
    assert str(useless) == "the reply is empty (the run gives up after 10 replies in a row without use)"
    assert useless.kind == "unreadable"


@pytest.mark.parametrize(("script", "opens"), [("FFFFFF", True), ("FFFFFFA", False), ("FAFFFFF", False)])
def test_what_one_has_tried_in_vain_others_need_not_try(script: str, opens: bool) -> None:
    breaker = played(script)
    breaker.given_up("status", "the server answered 503", 6)
    assert (breaker.open is not None) == opens


def test_it_stays_open() -> None:
    assert str(played("F" * FAILED + "AF").open) == str(played("F" * FAILED).open)


@pytest.mark.parametrize(("share", "runs"), [(0.3, 8), (0.1, 0)])
def test_sporadic_failures_hardly_ever_open_it(share: float, runs: int) -> None:
    """Of 4,000 runs of 13 replies, with each failure asked for again."""
    chance = random.Random(7)  # noqa: S311 - chance that is the same every time
    scripts = ("".join("F" * _failures(chance, share) + "A" for _ in range(13)) for _ in range(4000))
    assert sum(1 for script in scripts if played(script).open) <= runs


def _failures(chance: random.Random, share: float) -> int:
    return next(n for n in range(99) if chance.random() >= share)
