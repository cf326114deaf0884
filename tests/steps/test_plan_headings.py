"""Documents divided by their headings, and the ids of their sections."""

import pytest

from briefing.model import Period
from briefing.steps.plan import plan_sections
from briefing.steps.plan_headings import slugify
from briefing.steps.plan_outline import closes, titles
from tests.steps.plan_documents import document, feed, shape

HEADINGS = Period("heading")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # the title is introduction; the highest level with several headings divides
        (("# T", "x", "## A", "a", "### Deep", "b", "## B", "c"), {"introduction": 2, "a": 4, "b": 2}),
        (("# T", "## Only", "a", "### One", "b", "### Two", "c"), {"introduction": 1, "only": 2, "one": 2, "two": 2}),
        (("# T", "## Only", "a"), {"introduction": 1, "only": 2}),
        # all on the top level, the title too
        (("# T", "x", "# A", "a", "# B", "b"), {"introduction": 2, "a": 2, "b": 2}),
        # numbers divide what levels do not
        (("## 1. A", "a", "## 1.1 Deep", "b", "## 2. B", "c"), {"a": 4, "b": 2}),
        # a heading right above another belongs to it
        (("# T", "## Part One", "### A", "a", "### B", "b"), {"introduction": 1, "a": 3, "b": 2}),
        # what closes is outlook, with the appendices after it
        (("# T", "## A", "a", "## 8 Conclusion", "b", "## References", "c"), {"introduction": 1, "a": 2, "outlook": 4}),
        (
            ("# T", "## M", "a", "## Conclusion", "b", "## A Data", "c", "## B Code", "d"),
            {"introduction": 1, "m": 2, "outlook": 6},
        ),
        (("# T", "## Summary", "a", "## Method", "b"), {"introduction": 1, "summary": 2, "method": 2}),
        (("# T", "## Summary", "a", "## Outlook", "b"), {"introduction": 1, "summary": 2, "outlook-a": 2}),
        (("x", "y"), {"letter": 2}),
        # what stands before the first heading is the article, where it is much of the text
        (("# T", "lede", "## Later", "a"), {"t": 2, "later": 2}),
        (("# T", "x", "y", "## References", "a"), {"t": 3, "outlook": 2}),
        (("x", "y", "## References", "a"), {"letter": 2, "outlook": 2}),
        (("# T", "lede", "## T", "a"), {"t": 4}),
    ],
)
def test_sections(lines: tuple[str, ...], expected: dict[str, int]) -> None:
    plan = plan_sections([document(*lines, title="T" if "# T" in lines else "Letter")], HEADINGS)
    assert {name: len(texts) for name, texts in shape(plan).items()} == expected
    assert plan.findings == ()


def test_a_feed_by_its_items() -> None:
    plan = plan_sections([feed(("2024-03-01", "C", "c"), ("2024-01-01", "A", "a"))], HEADINGS)
    assert shape(plan) == {"c": ["C", "c"], "a": ["A", "a"]}


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("2.2 Net Recap", "net-recap"),
        ("7 Related Work", "related-work"),
        ("What’s in a Boat#", "what-s-in-a-boat"),
        ("Débats", "débats"),
        ("まとめ", "まとめ"),
        ("बंदर", "बंदर"),
        ("ＦＵＬＬ width", "full-width"),
        ("???", "section"),
        ("42", "42"),
        ("word " * 30, "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("x" * 80, "x" * 60),
    ],
)
def test_slugs(text: str, slug: str) -> None:
    assert slugify(text) == slug


def ids(*lines: str, source: str = "a") -> list[str]:
    plan = plan_sections([document("# T", *lines, source=source)], HEADINGS)
    return [section.id for section in plan.sections]


def test_another_heading_changes_no_id() -> None:
    before = ids("## 1. Boats", "a", "## 2. Fixed", "b", "## 3. Nets", "c", "## 4. Fixed", "d")
    after = ids(
        "## 1. Ropes",
        "x",
        "## 2. Boats",
        "a",
        "## 3. Fixed",
        "b",
        "## 4. Sails",
        "y",
        "## 5. Nets",
        "c",
        "## 6. Fixed",
        "d",
    )
    assert before[:3] == ["boats", "fixed", "nets"] and before[3].startswith("fixed-")
    assert [name for name in after if name not in ("ropes", "sails")] == before


def test_ids_are_unique_also_where_all_is_alike() -> None:
    assert len(set(ids("## A", "x", "## A", "x", "## A", "x", "## A", "x"))) == 4


def test_ids_of_several_sources() -> None:
    sources = [document("# T", "## Boats", "a", "## Nets", "b", source=name) for name in ("one", "two")]
    plan = plan_sections(sources, HEADINGS)
    assert [section.id for section in plan.sections] == ["boats", "nets", "boats-two", "nets-two"]


def test_no_section_is_called_as_the_frame() -> None:
    assert ids("## Introduction", "a", "## Overview", "b", "## Nets", "c") == ["introduction-a", "overview-a", "nets"]


CLOSING = """
    Conclusion; 8. Conclusions and future work; Final Thoughts and the year to come; Wrapping up; Looking ahead
    What's next?; What’s next; References; Fazit & Ausblick; Conclusion et perspectives; まとめ; 参考文献; 마치며
    The outlook; See you again in spring; Заключение; 9 Limitations
"""


@pytest.mark.parametrize("text", [text.strip() for line in CLOSING.strip().splitlines() for text in line.split(";")])
def test_a_heading_closes_the_document(text: str) -> None:
    assert closes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Summary of our results",
        "References to boats",
        "The outlook for boats",
        "What's for dinner",
        "Nets",
        "",
        "Outlooks",
    ],
)
def test_a_heading_does_not_close_the_document(text: str) -> None:
    assert not closes(text)


@pytest.mark.parametrize(
    ("lines", "title", "expected"),
    [
        (("# Boats", "a", "## One", "## Two"), "", {0}),
        (("# Boats", "# One", "# Two"), "Boats | A site", {0}),
        (("# A site", "# Boats", "# One"), "Boats - A site", {0, 1}),
        (("## Boats", "### One", "### Two"), "", {0}),
        (("### One", "## Two", "## Three"), "", set()),
        (("# One",), "", {0}),
        (("## One",), "", set()),
        (("## One", "## Two"), "", set()),
        (("a",), "Boats", set()),
    ],
)
def test_titles(lines: tuple[str, ...], title: str, expected: set[int]) -> None:
    assert titles(document(*lines, title=title)) == expected
