"""Several sources in one plan, sources without periods, and what their sections are called."""

import pytest

from briefing.model import Document, Finding, Period
from briefing.steps.plan import plan_sections
from tests.steps.plan_documents import document, feed, shape, titles

MONTHS = Period("month")


def year_of(source: str, *headings: str, language: str = "en") -> Document:
    lines = [line for heading in headings for line in (f"## {heading}", f"{source}: {heading}")]
    return document("# The year 2024", *lines, source=source, language=language)


def test_sources_meet_in_their_months() -> None:
    plan = plan_sections([year_of("a", "January: Boats", "March"), year_of("b", "January: Nets", "February")], MONTHS)
    assert [section.id for section in plan.sections] == ["2024-01", "2024-02", "2024-03"]
    assert [located.source for located in plan.sections[0].blocks] == ["a", "a", "b", "b"]
    assert titles(plan)["2024-01"] == "January 2024"


@pytest.mark.parametrize(
    ("languages", "asked", "expected"),
    [(("de", "de"), "en", "März 2024"), (("de", "en"), "en", "March 2024"), (("de", "en"), "", "März 2024")],
)
def test_the_language_of_a_title(languages: tuple[str, str], asked: str, expected: str) -> None:
    names = {"de": ("März", "Mai"), "en": ("March", "May")}
    sources = [year_of(source, *names[tongue], language=tongue) for source, tongue in zip("ab", languages, strict=True)]
    assert titles(plan_sections(sources, MONTHS, language=asked))["2024-03"] == expected


def test_a_page_of_another_language_than_it_says() -> None:
    lines = (
        "## Januar",
        "Der Wind weht.",
        "## Februar",
        "Das Boot liegt.",
        "## März",
        "Es taut.",
        "## April",
        "Es regnet.",
    )
    plan = plan_sections([document("# 2024", *lines, language="en")], MONTHS)
    assert list(titles(plan).values()) == ["Januar 2024", "Februar 2024", "März 2024", "April 2024"]


def note(source: str, title: str, published: str = "", *lines: str) -> Document:
    return document(f"# {title}", *(lines or ("Text.",)), source=source, title=title, published=published)


def test_notes_of_one_month_each_go_to_their_months() -> None:
    sources = [note("a", "News of March 2024"), note("b", "Issue 12", "2024-04-02", "## One", "a", "## Two", "b")]
    plan = plan_sections(sources, MONTHS)
    assert titles(plan) == {"2024-03": "March 2024", "2024-04": "April 2024: Issue 12"}
    assert [finding.severity for finding in plan.findings] == ["info", "info"]
    assert "2024-04" in plan.findings[1].message


def test_a_note_joins_the_months_of_another_source() -> None:
    plan = plan_sections([year_of("a", "January", "March"), note("b", "Boats", "2024-03-07")], MONTHS)
    assert [located.source for located in plan.sections[1].blocks] == ["a", "a", "b", "b"]


def test_one_note_alone_is_divided_by_its_headings() -> None:
    plan = plan_sections([note("a", "News of March 2024", "2024-03-31", "x", "## One", "a", "## Two", "b")], MONTHS)
    assert shape(plan) == {
        "introduction": ["News of March 2024", "x"],
        "one": ["One", "a"],
        "two": ["Two", "b"],
    }
    assert plan.findings == (Finding("sources/a", "plan", "names no periods: divided by its headings", "info"),)


def test_a_look_back_published_after_its_year_is_not_put_into_the_next() -> None:
    plan = plan_sections([year_of("a", "January", "March"), note("b", "Boats", "2025-01-07")], Period("month", 2024))
    assert [section.id for section in plan.sections] == ["2024-01", "2024-03", "boats"]


def test_neither_months_nor_headings() -> None:
    bare = document("One.", "Two.", title="A letter", published="2024-03-01")
    plan = plan_sections([bare], MONTHS)
    assert titles(plan) == {"a-letter": "A letter"} and len(plan.sections[0].blocks) == 2
    assert "one section" in plan.findings[0].message
    assert titles(plan_sections([document("One.")], MONTHS)) == {"a": "a"}


def test_headings_come_after_periods() -> None:
    plan = plan_sections([document("## Boats", "x", "## Nets", "y"), feed(("2024-03-01", "C", "c"))], MONTHS)
    assert [section.id for section in plan.sections] == ["2024-03", "boats", "nets"]


def test_much_outside_the_months_is_said() -> None:
    lines = ("## January 2024", "a " * 60, "## February 2024", "b " * 60, "## The rest", "c " * 200)
    plan = plan_sections([document("# T", *lines)], MONTHS)
    hint = "If the months are not what divides it, set `period: {by: heading}`."
    said = "61% of its text stands outside its months."
    assert plan.findings == (Finding("sources/a", "plan", said, "warning", hint),)


def test_nothing_to_plan() -> None:
    assert plan_sections([], MONTHS).sections == ()
    assert plan_sections([document()], MONTHS).sections == ()
    assert plan_sections([document()], Period("heading")).sections == ()
