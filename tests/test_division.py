"""Ids of sections that are periods."""

import pytest

from briefing.division import caption, division, within_year


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


@pytest.mark.parametrize(
    ("id_", "short"),
    [
        ("2024-01", "01"), ("m07", "07"), ("2024-02..2024-03", "02–03"), ("m01..m07", "01–07"),
        ("2023-12..2024-02", "12–02"),
        ("2024-Q1", "Q1"), ("q1", "Q1"), ("2024-W05", "W05"), ("w05", "W05"), ("2024", "2024"), ("jan", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_what_fits_below_a_bar(id_: str, short: str) -> None:
    assert caption(id_) == short
