"""Prices: from the list, or none; never from a name alone."""

import pytest

from briefing.writers.prices import price


@pytest.mark.parametrize("base_url", ["", "https://api.openai.com/v1"])
def test_a_known_model_at_its_own_server_has_a_price(base_url: str) -> None:
    one = price("gpt-4o-mini", base_url, 1_000_000, 0)
    both = price("gpt-4o-mini", base_url, 1_000_000, 1_000_000)
    assert one is not None
    assert both is not None
    assert 0.01 < one < both < 100


def test_nothing_costs_nothing() -> None:
    assert price("gpt-4o-mini", "", 0, 0) == 0.0


@pytest.mark.parametrize(
    ("model", "base_url"),
    [
        ("no-such-model", ""),
        ("gpt-4o-mini", "http://localhost:8080/v1"),
        ("gpt-4o-mini", "https://proxy.example/v1"),
        ("", ""),
    ],
)
def test_what_is_not_known_is_not_guessed(model: str, base_url: str) -> None:
    assert price(model, base_url, 1000, 1000) is None
