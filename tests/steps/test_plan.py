"""How documents are divided by the periods that they name: in headings, in lines, by dates of their blocks."""

import pytest

from briefing.model import Period
from briefing.steps.plan import locate, plan_sections
from tests.steps.plan_documents import document, feed, shape, titles

MONTHS = Period("month")


def months_on_one_level() -> tuple[str, ...]:
    """Months and what they are made of on one heading level, numbered; then a second part is announced."""
    return (
        "### Six boats from January to March",
        "Some words before.",
        "## 1. January: The first boat",
        "It floats.",
        "## 1.1 How it floats",
        "On water.",
        "## 2. February: The second boat",
        "It sinks.",
        "## 2.2 A recap of sinking",
        "Downwards.",
        "## 2.2 From sinking to diving",
        "On purpose.",
        "## 3. March: May the third boat sail?",
        "It sails.",
        "## 3.1 What may change",
        "The wind.",
        "## April to June",
        "More boats follow.",
    )


# ── Extents ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_months_and_their_parts_on_one_level() -> None:
    plan = plan_sections([document(*months_on_one_level(), title="Boats of 2024")], MONTHS)
    lines = [line.lstrip("# ") for line in months_on_one_level()]
    assert shape(plan) == {
        "introduction": lines[:2],
        "2024-01": lines[2:6],
        "2024-02": lines[6:12],
        "2024-03": lines[12:16],
        "outlook": lines[16:],
    }
    assert titles(plan)["2024-01"] == "January 2024: The first boat"
    assert plan.findings == ()


@pytest.mark.parametrize(
    ("lines", "outlook"),
    [
        # a heading above the months ends the last of them
        (("# Year", "## January", "a", "## February", "b", "# Done", "c"), ["Done", "c"]),
        # beside them: where the months before had no such headings
        (("## January", "a", "## February", "b", "## The calm", "c", "## More", "d"), ["The calm", "c", "More", "d"]),
        # where they had, it takes a closing name
        (("## January", "## Boats", "a", "## February", "## Nets", "b", "## Outlook", "c"), ["Outlook", "c"]),
        (("## January", "## Boats", "a", "## February", "## Nets", "b"), []),
        # the same name as in the months before is no end
        (("## January", "a", "## Summary", "b", "## February", "c", "## Summary", "d"), []),
        # numbers tell
        (
            ("## 1. January", "## 1.1 Boats", "a", "## 2. February", "## 2.1 Nets", "b", "## 3. Prices", "c"),
            ["3. Prices", "c"],
        ),
        (
            ("## 1. January", "## Boats", "a", "## 2. February", "## Nets", "b", "## In closing", "c"),
            ["In closing", "c"],
        ),
        (("## 1. January", "## Boats", "a", "## 2. February", "## Nets", "b"), []),
        # below them nothing ends
        (("## January", "a", "## February", "b", "### Conclusion", "c"), []),
        (("## 1월", "a", "## 2월", "b", "## 마치며", "c"), ["마치며", "c"]),
    ],
)
def test_where_the_last_month_ends(lines: tuple[str, ...], outlook: list[str]) -> None:
    plan = plan_sections([document(*lines, title="The year 2024")], MONTHS)
    assert [section.id for section in plan.sections] == ["2024-01", "2024-02"]
    assert shape(plan).get("outlook", []) == outlook


def test_a_heading_above_between_months_is_no_part_of_either() -> None:
    lines = (
        "## News",
        "### January",
        "a",
        "### February",
        "b",
        "## Releases",
        "c",
        "### January",
        "d",
        "### March",
        "e",
    )
    plan = plan_sections([document(*lines, title="2024")], MONTHS)
    assert shape(plan) == {
        "introduction": ["News", "Releases", "c"],
        "2024-01": ["January", "a", "January", "d"],
        "2024-02": ["February", "b"],
        "2024-03": ["March", "e"],
    }


def test_several_months_in_one_heading_are_one_section() -> None:
    lines = (
        "# A year at sea - 2020",
        "### January",
        "a",
        "### February, March (before the storm)",
        "b",
        "### March (after the storm), April, May",
        "c",
        "### August, ... December",
        "d",
        "## Final thoughts and the year to come",
        "e",
    )
    plan = plan_sections([document(*lines)], MONTHS)
    assert titles(plan) == {
        "2020-01": "January 2020",
        "2020-02..2020-03": "February, March (before the storm)",
        "2020-03..2020-05": "March (after the storm), April, May",
        "2020-08..2020-12": "August, ... December",
    }
    assert shape(plan)["outlook"] == ["Final thoughts and the year to come", "e"]


def test_a_quarter_that_holds_months_is_none_itself() -> None:
    lines = ("# Q1 2024", "Slow.", "## January", "a", "## February", "b", "## March", "c")
    plan = plan_sections([document(*lines)], MONTHS)
    assert list(shape(plan)) == ["introduction", "2024-01", "2024-02", "2024-03"]


def test_days_make_months_in_the_order_of_the_log() -> None:
    lines = ("# Log", "## March 7, 2024", "c", "## March 5, 2024", "b", "## February 1, 2024", "a")
    plan = plan_sections([document(*lines)], MONTHS)
    assert shape(plan)["2024-03"] == ["March 7, 2024", "c", "March 5, 2024", "b"]
    assert [section.id for section in plan.sections] == ["2024-02", "2024-03"]


def test_versions_with_dates() -> None:
    lines = (
        "# Changes",
        "## 0.3.0 (2024-03-05)",
        "### Fixed",
        "- c",
        "## 0.2.0 (February 1, 2024)",
        "- b",
        "## 0.1.0",
        "- a",
    )
    plan = plan_sections([document(*lines)], MONTHS)
    assert titles(plan) == {"2024-02": "February 2024: 0.2.0", "2024-03": "March 2024: 0.3.0"}
    assert shape(plan)["outlook"] == ["0.1.0", "a"]  # it says no date


def test_a_dated_version_without_a_number_keeps_its_date() -> None:
    lines = ("# Changes", "## 0.3.0 (2024-03-05)", "c", "## Preview (2024-02-01)", "b", "## 0.1.0 (2024-01-05)", "a")
    plan = plan_sections([document(*lines)], MONTHS)
    assert shape(plan)["2024-02"] == ["Preview (2024-02-01)", "b"]


def test_after_numbered_months_an_unnumbered_one_is_ahead() -> None:
    lines = ("# 2024", "## 11. November", "a", "## 12. December", "b", "## What to expect in January 2025", "c")
    plan = plan_sections([document(*lines)], MONTHS)
    assert shape(plan)["outlook"] == ["What to expect in January 2025", "c"]


def test_a_diary_of_one_month_in_figures_between_marks() -> None:
    lines = (
        "# $2021$ 年 $6$ 月日记",
        "## 前言",
        "a",
        "## $6$ 月 $1$ 日",
        "b",
        "## $6$ 月 $2$ 日",
        "c",
        "## 结语",
        "d",
    )
    plan = plan_sections([document(*lines, title="2021年6月日记 | 某人", language="zh-cn")], MONTHS)
    assert shape(plan)["2021-06"] == ["$6$ 月 $1$ 日", "b", "$6$ 月 $2$ 日", "c"]
    assert titles(plan) == {"2021-06": "2021年6月"}


def test_a_month_that_is_dated_below_stays_whole() -> None:
    lines = (
        "# Papers",
        "## January 2024",
        "### A boat (March 2023)",
        "a",
        "### A net (May 2022)",
        "b",
        "## February 2024",
        "c",
    )
    plan = plan_sections([document(*lines)], MONTHS)
    assert list(shape(plan)) == ["introduction", "2024-01", "2024-02"]


@pytest.mark.parametrize(
    ("headings", "ids"),
    [
        (["January in pictures", "February in pictures", "March in pictures"], ["m01", "m02", "m03"]),
        (["January: a", "February in pictures", "March: b"], ["m01", "m02", "m03"]),
        (["January: a", "March of progress", "February: b"], ["m01", "m02"]),
        (["January in pictures", "Something else"], []),
        (["Highlights of January", "Highlights of February", "Highlights of March"], ["m01", "m02", "m03"]),
        (["January: a", "Who heard of Theresa May", "February: b"], ["m01", "m02"]),
        (["What we did in June", "What we learned in July"], []),
        (["May the best win", "March of progress"], []),
    ],
)
def test_months_that_run_on_count_where_they_fit_into_a_series(headings: list[str], ids: list[str]) -> None:
    lines = [line for heading in headings for line in (f"## {heading}", "Text.")]
    plan = plan_sections([document("# Title", *lines)], MONTHS)
    assert [section.id for section in plan.sections if section.id.startswith("m0")] == ids


def test_a_language_that_finds_no_months_may_be_a_neighbours() -> None:
    lines = ("## leden 2023", "a", "## únor 2023", "b", "## březen 2023", "c")
    plan = plan_sections([document(*lines, language="fr")], MONTHS)
    assert [section.id for section in plan.sections] == ["2023-01", "2023-02", "2023-03"]


# ── Lines that are no headings ──────────────────────────────────────────────────────────────────────────────────


def test_a_dated_list_newest_first() -> None:
    lines = ("# Log", "~ Added March 7, 2003:", "c", "~ News of March 5, 2003:", "b", "~ Added February 1, 2003:", "a")
    plan = plan_sections([document(*lines)], MONTHS)
    assert shape(plan) == {
        "introduction": ["Log"],
        "2003-02": ["Added February 1, 2003:", "a"],
        "2003-03": ["Added March 7, 2003:", "c", "News of March 5, 2003:", "b"],
    }
    assert titles(plan) == {"2003-02": "February 2003", "2003-03": "March 2003"}


def test_months_as_lines_above_the_headings_that_they_date() -> None:
    lines = (
        "# Review",
        "January 2024",
        "- boats",
        "### The first boat",
        "a",
        "February 2024",
        "- nets",
        "### The net",
        "b",
    )
    plan = plan_sections([document(*lines)], MONTHS)
    assert shape(plan)["2024-01"] == ["January 2024", "boats", "The first boat", "a"]
    assert titles(plan) == {"2024-01": "January 2024: The first boat", "2024-02": "February 2024: The net"}
    assert [located.heading for located in plan.sections[1].blocks] == [
        ("Review",),
        ("Review", "February 2024"),
        ("Review", "February 2024"),
        ("Review", "February 2024", "The net"),
    ]


def test_headings_that_their_format_lost() -> None:
    lines = ("7. July: The first boat", "It floats.", "7.1 Why", "Water.", "8. August: The net", "It holds.", "Text.")
    plan = plan_sections([document(*lines, title="2024")], MONTHS)
    assert titles(plan) == {"2024-07": "July 2024: The first boat", "2024-08": "August 2024: The net"}


def test_items_that_open_with_a_month() -> None:
    lines = (
        "# 2024",
        "- January: we built a boat.",
        "- February: it sank.",
        "- March: we built another.",
        "## Outlook",
        "More.",
    )
    plan = plan_sections([document(*lines)], MONTHS)
    assert [section.id for section in plan.sections] == ["2024-01", "2024-02", "2024-03"]
    assert shape(plan)["outlook"] == ["Outlook", "More."]


@pytest.mark.parametrize(
    "lines",
    [
        ("# Boats", "Dec 31, 2024", "A text.", "## One", "a", "## Two", "b"),  # the date of the article
        ("# Boats", "## 27 October 2012, 18:27", "A text.", "More text."),
        (
            "# Boats",
            "- January 2024",
            "- February 2024",
            "- March 2024",
            "A long article follows.",
            "## One",
            "a",
        ),  # an archive
        ("# Boats", "## History", "a " * 200, "### March 2014", "b", "### April 2014", "c", "## Use", "d " * 200),
        ("# Boats", "January was cold.", "Text.", "July was hot.", "Text."),
    ],
)
def test_dates_that_do_not_divide_a_document(lines: tuple[str, ...]) -> None:
    plan = plan_sections([document(*lines)], MONTHS)
    assert not any(section.id[:1] in "m012" for section in plan.sections)
    assert [finding.severity for finding in plan.findings] == ["info"]


# ── Feeds ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_items_of_a_feed_by_their_dates() -> None:
    plan = plan_sections([feed(("2024-03-05", "C", "c"), ("2024-03-01", "B", "b"), ("2024-01-09", "A", "a"))], MONTHS)
    assert shape(plan) == {"2024-01": ["A", "a"], "2024-03": ["C", "c", "B", "b"]}
    assert titles(plan) == {"2024-01": "January 2024: A", "2024-03": "March 2024"}


def test_words_in_brackets_beside_a_month() -> None:
    assert titles(plan_sections([document("# T", "## March 2024 (a storm)", "a", "## May 2024", "b")], MONTHS)) == {
        "2024-03": "March 2024 (a storm)",
        "2024-05": "May 2024",
    }
    assert titles(plan_sections([feed(("2024-03-05", "(a storm)", "c"))], MONTHS)) == {
        "2024-03": "March 2024: (a storm)"
    }


def test_items_without_a_date_are_not_lost() -> None:
    plan = plan_sections(
        [feed(("2024-03-05", "C", "c"), ("", "B", "b"), ("2024-01-09", "A", "a"), ("", "Z", "z"))], MONTHS
    )
    assert shape(plan)["introduction"] == ["B", "b"] and shape(plan)["outlook"] == ["Z", "z"]
    assert "2 items have no date" in plan.findings[0].message


# ── Weeks and quarters ──────────────────────────────────────────────────────────────────────────────────────────


def test_quarters() -> None:
    lines = ("## January 2024", "a", "## March 2024", "b", "## May 2024", "c")
    plan = plan_sections([document("# T", *lines)], Period("quarter"))
    assert titles(plan) == {"2024-Q1": "Q1 2024", "2024-Q2": "Q2 2024"}
    lines = ("## Q1", "a", "### January", "b", "## Q2", "c")
    plan = plan_sections([document("# The year 2024", *lines)], Period("quarter"))
    assert shape(plan)["2024-Q1"] == ["Q1", "a", "January", "b"]


def test_weeks() -> None:
    plan = plan_sections(
        [document("# T", "## January 31, 2024", "a", "## 2 February 2024", "b", "## 2024-02-05", "c")], Period("week")
    )
    assert titles(plan) == {"2024-W05": "Jan 29 – Feb 4, 2024", "2024-W06": "Feb 5 – 11, 2024"}
    plan = plan_sections([document("# Kurs 2024", "## KW 5", "a", "## KW 6", "b", language="de")], Period("week"))
    assert titles(plan) == {"2024-W05": "29. Jan. – 4. Feb. 2024", "2024-W06": "5.–11. Feb. 2024"}
    plan = plan_sections([document("# Kurs", "## KW 5", "a", "## KW 6: Netze", "b", language="de")], Period("week"))
    assert titles(plan) == {"w05": "KW 5", "w06": "KW 6: Netze"}


def test_months_cannot_be_put_into_weeks() -> None:
    plan = plan_sections([document("# T", "## January 2024", "a", "## February 2024", "b")], Period("week"))
    assert [section.id for section in plan.sections] == ["2024-01", "2024-02"]
    assert "weeks" in plan.findings[0].message


# ── Places ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_path_of_a_block() -> None:
    found = locate(document("# T", "a", "## One", "b", "### Deep", "c", "## Two", "d"))
    assert [located.heading for located in found] == [
        (),
        ("T",),
        ("T",),
        ("T", "One"),
        ("T", "One"),
        ("T", "One", "Deep"),
        ("T",),
        ("T", "Two"),
    ]
    assert [located.position for located in found] == list(range(8))


def test_the_month_stands_in_the_path_also_where_level_would_not_put_it_there() -> None:
    plan = plan_sections([document("# Boats of 2024", *months_on_one_level())], MONTHS)
    february = plan.sections[1].blocks
    assert [located.heading for located in february] == [
        ("Boats of 2024",),
        ("Boats of 2024", "2. February: The second boat"),
        ("Boats of 2024", "2. February: The second boat"),
        ("Boats of 2024", "2. February: The second boat", "2.2 A recap of sinking"),
        ("Boats of 2024", "2. February: The second boat"),
        ("Boats of 2024", "2. February: The second boat", "2.2 From sinking to diving"),
    ]
