"""The years of months that are named without one."""

import pytest

from briefing.model import Period
from briefing.steps.plan import plan_sections
from tests.steps.plan_documents import document


def ids(*lines: str, year: int | None = None, manifest: str = "", **facts: str) -> list[str]:
    """The sections of a document that has a line of text under each heading, in its own order."""
    written = [line for heading in lines for line in (heading, f"Text of {heading}.")]
    plan = plan_sections([document(*written, **facts)], Period("month", year), manifest)
    where = {located.position: section.id for section in plan.sections for located in section.blocks}
    return list(dict.fromkeys(where[position] for position in sorted(where)))


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        # from a heading above, or beside that is nothing but a year
        (["# 2023", "## March", "## April", "# 2024", "## March"], ["2023-03", "2023-04", "2024-03"]),
        (["## 2024", "## March", "## April", "## 2023", "## May"], ["2024-03", "2024-04", "2023-05"]),
        (
            ["## Boats in 2023", "### March", "### April", "## Boats in 2024", "### May"],
            ["2023-03", "2023-04", "2024-05"],
        ),
        # across the turn of the year, forward and back
        (["## November 2023", "## December", "## January"], ["2023-11", "2023-12", "2024-01"]),
        (["## November", "## December", "## January 2024"], ["2023-11", "2023-12", "2024-01"]),
        (["## January 2024", "## December", "## November"], ["2024-01", "2023-12", "2023-11"]),
        # not across headings: each begins again
        (["# News", "## December 2023", "# Releases", "## January", "## May 2023"], ["2023-12", "2023-01", "2023-05"]),
        (["## January", "## February"], ["m01", "m02"]),
    ],
)
def test_years_from_the_document(headings: list[str], expected: list[str]) -> None:
    assert ids(*headings) == expected


@pytest.mark.parametrize(
    ("facts", "year", "manifest", "expected"),
    [
        ({"title": "From 2022 to 2023"}, 2024, "", ["2024-04", "2024-05"]),
        ({}, 2024, "Review of 2023", ["2024-04", "2024-05"]),
        ({}, None, "Review of 2023", ["2023-04", "2023-05"]),
        ({"url": "https://example.org/2021/12/recap"}, None, "", ["2021-04", "2021-05"]),
        ({"url": "https://example.org/2022/01/recap-2021"}, None, "", ["m04", "m05"]),
        ({"published": "2021-12-30"}, None, "", ["2021-04", "2021-05"]),
        ({"published": "2022-01-05"}, None, "", ["2021-04", "2021-05"]),  # May cannot lie after it
        ({"published": "2022"}, None, "", ["2022-04", "2022-05"]),
        ({}, None, "", ["m04", "m05"]),
    ],
)
def test_years_from_elsewhere(facts: dict[str, str], year: int | None, manifest: str, expected: list[str]) -> None:
    assert ids("## April", "## May", year=year, manifest=manifest, **facts) == expected


def test_what_a_title_says_comes_before_the_year_that_is_asked_for() -> None:
    assert ids("## April", "## May", title="The year 2022") == ["2022-04", "2022-05"]
    assert ids("## April", "## May", title="The year 2022", year=2024) == []  # in the frame, as another year


def test_the_turn_of_the_year_and_the_year_of_the_title() -> None:
    assert ids("## November", "## December", "## January") == ["m11", "m12", "m01"]
    found = ids("# Our 2024", "## December", "## January", "## February", "## March")
    assert found == ["2023-12", "2024-01", "2024-02", "2024-03"]


def test_a_heading_before_the_months_may_tell() -> None:
    assert ids("## Papers of 2024", "## 1. April", "## 2. May") == ["2024-04", "2024-05"]


def test_no_year_is_said() -> None:
    plan = plan_sections([document("## April", "a", "## May", "b")], Period("month"))
    assert [(finding.severity, finding.where) for finding in plan.findings] == [("info", "sources/a")]
    assert "year" in plan.findings[0].hint
    assert [section.title for section in plan.sections] == ["April", "May"]


def test_other_years_than_the_one_asked_for_go_to_the_frame() -> None:
    lines = (
        "# Log",
        "## May 2023",
        "a",
        "## May 2024",
        "b",
        "## May 2025",
        "c",
        "## December 2023 – January 2024",
        "d",
    )
    plan = plan_sections([document(*lines)], Period("month", 2024))
    assert [section.id for section in plan.sections] == ["2023-12..2024-01", "2024-05"]
    assert [located.block.text for located in plan.introduction] == ["Log", "May 2023", "a"]
    assert [located.block.text for located in plan.outlook] == ["May 2025", "c"]
    assert "2023-05, 2025-05" in plan.findings[0].message and plan.findings[0].severity == "info"


def test_nothing_of_the_year_asked_for_is_a_warning() -> None:
    plan = plan_sections([document("# Log", "## May 2023", "a", "## June 2023", "b")], Period("month", 2024))
    assert plan.sections == () and len(plan.introduction) == 5
    assert plan.findings[-1].severity == "warning" and plan.findings[-1].hint
