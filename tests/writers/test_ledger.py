"""The budget, held before each call."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from briefing.errors import BudgetExceeded
from briefing.model import Budget, Usage
from briefing.writers.commons import Commons
from briefing.writers.ledger import Ledger


def dollar_for_a_thousand(tokens_in: int, tokens_out: int) -> float | None:
    return (tokens_in + tokens_out) / 1000


def unknown(_in: int, _out: int) -> float | None:
    return None


@pytest.mark.parametrize(
    ("budget", "fits"),
    [
        (Budget(), True),
        (Budget(tokens=150), True),
        (Budget(tokens=149), False),
        (Budget(usd=0.15), True),
        (Budget(usd=0.149), False),
        (Budget(tokens=1000, usd=0.1), False),
        (Budget(tokens=0), False),
    ],
)
def test_a_call_fits_or_is_refused_before_it_is_made(budget: Budget, fits: bool) -> None:
    ledger = Ledger(budget, dollar_for_a_thousand)
    if fits:
        ledger.reserve("2024-01", 100, 50)
    else:
        with pytest.raises(BudgetExceeded) as caught:
            ledger.reserve("2024-01", 100, 50)
        assert caught.value.where == "2024-01"
        assert "model.budget" in caught.value.hint
    assert ledger.total == Usage()


def test_what_a_call_did_cost_takes_the_place_of_what_it_could_have() -> None:
    ledger = Ledger(Budget(tokens=200, usd=9.0), dollar_for_a_thousand)
    for _ in range(3):
        held = ledger.reserve("2024-01", 100, 50)
        ledger.settle(held, Usage(1, 20, 5, usd=0.025))
    with pytest.raises(BudgetExceeded, match="75 of 200 tokens are spent, and it can take 150"):
        ledger.reserve("2024-01", 100, 50)
    ledger.note(Usage(cached=1))
    assert ledger.total == Usage(3, 60, 15, 1, pytest.approx(0.075))


@pytest.mark.parametrize(
    ("counted", "tokens", "usd"),
    [
        ((100, 50), 150, 0.15),
        ((20, 5), 150, 0.15),  # fewer are taken as luck
        ((150, 10), 200, 0.2),  # another tokenizer
        ((100, 100), 200, 0.2),  # one that thinks beyond its limit
    ],
)
def test_a_server_that_counts_more_is_believed(counted: tuple[int, int], tokens: int, usd: float) -> None:
    ledger = Ledger(Budget(usd=9.0), dollar_for_a_thousand)
    ledger.settle(ledger.reserve("2024-01", 100, 50), Usage(1, *counted))
    for _ in range(2):
        held = ledger.reserve("2024-02", 100, 50)
        assert (held.tokens, held.usd) == (tokens, pytest.approx(usd))
        ledger.settle(held, Usage(1, *counted))


@pytest.mark.parametrize(
    ("usd", "calls", "each"), [(0.3, 3, 0.1), (0.6, 3, 0.2), (1.0, 10, 0.1), (0.00003, 3, 0.00001)]
)
def test_what_is_exactly_enough_is_enough(usd: float, calls: int, each: float) -> None:
    ledger = Ledger(Budget(usd=usd), lambda _in, _out: each)
    for _ in range(calls):
        ledger.settle(ledger.reserve("2024-01", 1, 1), Usage(1, 1, 1, usd=each))
    with pytest.raises(BudgetExceeded):
        ledger.reserve("2024-01", 1, 1)


def test_a_call_waits_for_what_others_turn_out_to_cost() -> None:
    ledger = Ledger(Budget(tokens=200), unknown)
    first = ledger.reserve("2024-01", 100, 50)
    with ThreadPoolExecutor(1) as pool:
        second = pool.submit(ledger.reserve, "2024-02", 100, 50)
        time.sleep(0.02)
        assert not second.done()
        ledger.settle(first, Usage(1, 10, 10))
        assert second.result(timeout=5).tokens == 150


def test_a_call_that_waited_in_vain_is_refused() -> None:
    ledger = Ledger(Budget(tokens=200), unknown)
    first = ledger.reserve("2024-01", 100, 50)
    with ThreadPoolExecutor(1) as pool:
        second = pool.submit(ledger.reserve, "2024-02", 100, 50)
        ledger.settle(first, Usage(1, 100, 50))
        with pytest.raises(BudgetExceeded):
            second.result(timeout=5)


def test_a_call_that_nobody_settles_counts_as_spent_after_its_time() -> None:
    """Its machine died. Until then it may still turn out to have cost less, and others wait for that."""
    ledger = Ledger(Budget(tokens=200), unknown, lost_after=0.0)
    held = ledger.reserve("2024-01", 100, 50)
    time.sleep(0.001)
    with pytest.raises(BudgetExceeded):
        ledger.reserve("2024-02", 100, 50)
    ledger.settle(held, Usage(1, 10, 10))  # it was only late
    assert ledger.reserve("2024-02", 100, 50).tokens == 150


def test_dollars_need_a_price() -> None:
    with pytest.raises(BudgetExceeded, match="price of this model is not known"):
        Ledger(Budget(usd=5.0), unknown).reserve("2024-01", 1, 1)


def test_tokens_need_none() -> None:
    assert Ledger(Budget(tokens=5), unknown).reserve("2024-01", 1, 1).usd == 0.0


@pytest.mark.parametrize(
    ("own", "whole", "says"),
    [
        (Budget(), Budget(tokens=310), "--budget-tokens"),
        (Budget(tokens=310), Budget(), "model.budget"),
        (Budget(), Budget(usd=0.31), "--budget-usd"),
        (Budget(tokens=310), Budget(tokens=10_000), "model.budget"),
    ],
)
def test_a_call_has_to_fit_the_briefing_and_the_run(own: Budget, whole: Budget, says: str) -> None:
    commons = Commons(whole)
    ledger = Ledger(own, dollar_for_a_thousand, commons.ledger)
    for _ in range(2):
        ledger.settle(ledger.reserve("2024-01", 100, 50), Usage(1, 100, 50, usd=0.15))
    with pytest.raises(BudgetExceeded) as caught:
        ledger.reserve("2024-01", 100, 50)
    assert says in caught.value.hint
    assert ledger.total == commons.ledger.total == Usage(2, 200, 100, usd=pytest.approx(0.3))
    ledger.settle(ledger.reserve("2024-01", 5, 5), Usage())  # what was refused holds nothing back


def test_the_briefings_of_a_run_spend_from_one_budget() -> None:
    commons = Commons(Budget(tokens=200))
    first, second = (Ledger(Budget(tokens=150), unknown, commons.ledger) for _ in range(2))
    first.settle(first.reserve("a", 100, 50), Usage(1, 90, 40))
    with pytest.raises(BudgetExceeded, match="130 of 200"):
        second.reserve("b", 100, 50)
    second.note(Usage(cached=1))
    assert commons.ledger.total.cached == 1


def test_one_server_has_one_gate() -> None:
    commons = Commons()
    assert commons.gate("http://a", 4, 1.0) is commons.gate("http://a", 9, 1.0)
    assert commons.gate("http://a", 4, 1.0) is not commons.gate("http://b", 4, 1.0)
