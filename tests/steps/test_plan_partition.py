"""Whatever a document looks like: every block has one place, and the plan is always the same."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Block, Document, Origin, Period, Plan
from briefing.steps.plan import plan_sections

WORDS = [
    "January",
    "7. July: Boats",
    "2. May",
    "3.1 Nets",
    "Conclusion",
    "March 2023",
    "2024",
    "July to December",
    "1월",
]
WORDS += [
    "Dec 31, 2024",
    "2024-02-30",
    "Q3 2024",
    "KW 53",
    "February, March",
    "May we",
    "Text of some length.",
    "Boats",
    "?",
]
WORDS += [
    "December 2023 – January",
    "2024-W05",
    "6 月 1 日",
    "January",
    "February",
    "June in pictures",
    "A Data",
    "B Code",
]

blocks = st.builds(
    Block,
    kind=st.sampled_from(["heading", "heading", "heading", "paragraph", "item", "term", "code"]),
    text=st.sampled_from(WORDS),
    level=st.integers(1, 3),
    date=st.sampled_from([""] * 40 + ["2024-03-01", "2023-12-31"]),
)
facts = st.tuples(
    st.lists(blocks, max_size=14).map(tuple),
    st.sampled_from(["", "Boats", "The year 2024", "January"]),
    st.sampled_from(["", "2024", "2024-05", "2025-01-03"]),
    st.sampled_from(["", "en", "de", "ko"]),
)
documents = st.lists(facts, max_size=3).map(
    lambda found: [
        Document(
            f"s{n}", "https://example.org", Origin.LIVE, blocks, title=title, published=published, language=language
        )
        for n, (blocks, title, published, language) in enumerate(found)
    ]
)
periods = st.builds(
    Period, by=st.sampled_from(["month", "quarter", "week", "heading"]), year=st.sampled_from([None, 2024])
)


def places(plan: Plan) -> Counter[tuple[str, int]]:
    found = [*plan.introduction, *plan.outlook, *(located for section in plan.sections for located in section.blocks)]
    return Counter((located.source, located.position) for located in found)


@settings(max_examples=400, deadline=None)
@given(documents, periods)
def test_every_block_has_one_place(sources: list[Document], period: Period) -> None:
    plan = plan_sections(sources, period)
    assert places(plan) == Counter((d.source, position) for d in sources for position in range(len(d.blocks)))
    names = [section.id for section in plan.sections]
    assert len(set(names)) == len(names) and all(names) and not {"introduction", "outlook", "overview"} & set(names)
    assert all(section.title and section.blocks for section in plan.sections)
    assert all(finding.where.startswith("sources/s") for finding in plan.findings)
    assert plan_sections(sources, period) == plan
    for section in plan.sections:
        found = [(located.source, located.position) for located in section.blocks]
        assert found == sorted(found)
