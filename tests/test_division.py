"""Ids of sections that are periods."""

import pytest

from briefing.division import division, within_year


@pytest.mark.parametrize(
    ("id_", "kind", "short"),
    [
        ("2024-01", "month", "01"), ("m01", "month", ""), ("2024-11..2024-12", "month", ""),
        ("2024-Q1", "quarter", "Q1"), ("q1", "quarter", ""), ("2024-W05", "week", "W05"), ("w05", "week", ""),
        ("2024", "heading", "2024"), ("2024-01-02", "heading", ""), ("2024-x", "heading", ""), ("", "heading", ""),
        ("m1x", "heading", ""), ("january", "heading", ""), ("2024-01..outlook", "heading", ""), ("q12", "heading", ""),
    ],
)  # fmt: skip
def test_what_an_id_is(id_: str, kind: str, short: str) -> None:
    assert division(id_) == kind
    assert within_year(id_) == short
