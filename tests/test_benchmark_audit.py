"""The benchmark of the audit: its set is sound, its documents hold each statement once, and its figures add up."""

import re
from collections import Counter

import pytest
from benchmarks.audit import articles, figures, speed
from benchmarks.audit.checkers import Outcome, document
from benchmarks.audit.documents import papers
from benchmarks.audit.mutations import IN_LINKS, IN_QUOTES, IN_STATEMENTS
from benchmarks.audit.planting import all_records, folded
from benchmarks.audit.records import EXPECTED, FOLDER, HELD_OUT, Record, quotes_of, sources

from briefing.model import Document

RECORDS = [*all_records(), *all_records(HELD_OUT)]
BY_ID = {record.id: record for record in RECORDS}
SOURCES = sources() | sources(HELD_OUT)
TEXTS = {name: folded(source.plain) for name, source in SOURCES.items()}
# A quotation of these kinds is a true one, and it is told of its surroundings why the statement is false.
RIGHTLY_QUOTED = ("speaker", "month", "source", "repeated")
BETWEEN = re.compile(r"\[[^\]]*\]|\(…\)|…+|\.\.\.")


def stands(quote: str, text: str) -> bool:
    """Piece by piece, between ellipses and brackets."""
    pieces = [piece.strip(" .,") for piece in BETWEEN.split(folded(quote))]
    return all(piece in text for piece in pieces)


def test_the_set_is_as_large_as_it_says() -> None:
    assert len(RECORDS) >= 400
    assert sum(record.error for record in RECORDS) >= 300
    assert len(BY_ID) == len(RECORDS), "an id is given twice"
    assert {record.source for record in RECORDS} == set(TEXTS)


def test_every_mutation_is_at_work() -> None:
    made = {record.kind for record in RECORDS if not record.hand and record.error}
    assert made >= {*IN_QUOTES, *IN_STATEMENTS, *IN_LINKS, "speaker", "source", "month", "repeated"}


def test_true_quotations_stand_in_their_source() -> None:
    told = [r for r in RECORDS if not r.error and r.kind in ("verbatim", "part", "typography", "ellipsis")]
    assert [r.id for r in told for quote in r.quotes if not stands(quote, TEXTS[r.source])] == []
    assert all(record.quotes for record in told)


def test_planted_quotations_do_not() -> None:
    told = [r for r in RECORDS if r.error and r.quotes and r.kind not in RIGHTLY_QUOTED]
    assert [r.id for r in told if all(folded(quote) in TEXTS[r.source] for quote in r.quotes)] == []


def test_another_source_is_another() -> None:
    told = [record for record in RECORDS if record.kind == "source"]
    assert {record.expected for record in told} == {"misplaced"}
    assert [r.id for r in told if all(folded(quote) in TEXTS[r.source] for quote in r.quotes)] == []


def test_planted_links_are_not_in_the_source() -> None:
    pattern = re.compile(r"https?://[^\s)>]+\w|10\.\d{4,}/[\w./-]*\w|(?<=arXiv:)[\w.]*\w|github\.com/[\w./-]*\w")
    told = [r for r in RECORDS if r.error and r.kind in ("link", "identifier", "placeholder") and not r.hand]
    raw = {name: source.text for name, source in SOURCES.items()}
    assert [r.id for r in told if all(link in raw[r.source] for link in pattern.findall(r.statement))] == []


def test_a_mutation_differs_from_what_it_was_made_from() -> None:
    assert [r.id for r in RECORDS if not r.hand and r.error and r.statement == BY_ID[r.base].statement] == []


def test_a_verdict_is_expected_of_every_error() -> None:
    verdicts = {*EXPECTED.values(), "altered", "contradicted"}
    assert {record.expected for record in RECORDS if record.error} <= verdicts
    assert {record.expected for record in RECORDS if not record.error} == {"stands", "unclear"}


def test_every_statement_stands_in_one_document() -> None:
    made = list(papers(RECORDS, {name: source.title for name, source in SOURCES.items()}))
    placed = Counter(name for paper in made for name in set(paper.lines.values()))
    assert placed == Counter(list(BY_ID)), "a statement is missing, or stands in two"
    for paper in made:
        lines = paper.markdown.split("\n")
        assert all(lines[line - 1] == BY_ID[name].statement for line, name in paper.lines.items())
        assert max(Counter(BY_ID[name].base for name in set(paper.lines.values())).values()) == 1


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ('He says: "One." and "Two."', ("One.", "Two.")),
        ("> A whole block. — Somebody", ("A whole block.",)),
        ("„Eins“, sagt sie.", ("Eins",)),
        ("« Un », dit-elle.", ("Un",)),
        ("「一」と言う。", ("一",)),
        ("It isn't the pump's fault.", ()),
        ("‘It isn't the pump's fault.’", ("It isn't the pump's fault.",)),
    ],
)
def test_quotations_are_found(statement: str, expected: tuple[str, ...]) -> None:
    assert quotes_of(statement) == expected


def test_figures_count_what_was_asked() -> None:
    made = [Record(f"{n}", "digit", 'He says: "1"', "glacier", "altered", n < 3, f"{n}") for n in range(4)]
    outcomes = {
        "0": Outcome(True, ("altered",)),
        "1": Outcome(False),
        "2": Outcome(True, ("missing",)),
        "3": Outcome(True),
    }
    assert figures.share(made[:3], outcomes) == "2 of 3 = 66.7 %"
    assert figures.share(made[3:], outcomes) == "1 of 1 = 100.0 %"
    assert figures.share(made[3:], {}) == "–"
    assert "| digit | 3 | 66.7 % | 33 % |" in figures.by_kind(made, {"audit": outcomes}, True)
    assert figures.failures(made, outcomes).count("\n- ") == 1
    assert figures.goal(made, outcomes).startswith("**Not reached**: 66.7 %")
    assert figures.goal(made[:1] + made[3:], {"0": Outcome(True), "3": Outcome(False)}).startswith("Reached: 100.0 %")


def test_articles_of_others_give_statements_in_the_same_ways() -> None:
    found = articles.read(FOLDER / "sources")
    made = articles.records(found)
    assert {"glacier", "velo", "moor"} <= set(found)
    assert {"verbatim", "number", "link", "part"} <= {record.kind for record in made if not record.error}
    texts = {name: folded(article.source.plain) for name, article in found.items()}
    for record in made:
        if record.error and record.quotes:
            assert not all(folded(quote) in texts[record.source] for quote in record.quotes), record.id
        elif record.kind in ("verbatim", "part"):
            assert all(stands(quote, texts[record.source]) for quote in record.quotes), record.id


def _generated() -> list[Document]:
    return [document(f"source-{n}", text) for n, text in enumerate(speed.articles(20_000, 2))]


def test_texts_for_the_speed_are_the_same_each_time_and_as_large_as_asked() -> None:
    sources = _generated()
    assert [document.blocks for document in sources] == [document.blocks for document in _generated()]
    assert sum(len(block.text) for document in sources for block in document.blocks) > 19_000
    text = speed.briefing_of(sources, 5_000)
    assert 4_500 < sum(len(block.text) for block in text.blocks) < 6_000
