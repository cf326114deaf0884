"""Words that tell little are found wherever they stand, and as whole words alone."""

import pytest

from briefing.audit.audit import audit
from briefing.audit.corpus import Corpus
from briefing.audit.scan import has, scan
from tests.audit.documents import document

LINES = "\n\n".join(f"This is how kiln {n} of the works is fired, and it is what it is." for n in range(60))
SOURCE = document(
    f"# Kilns\n\n{LINES}\n\nNobody asked how it works. The option path= is new. 窯はこうして焚く。？！\n", "kilns.md"
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("how it works", 1),
        ("path=", 1),
        ("This is how", 60),
        ("こうして", 1),
        ("how it work", 0),
        ("ow it works", 0),
        ("How it works", 0),
        ("how it works. " * 9, 0),
    ],
)
def test_whole_words_to_the_letter(words: str, found: int) -> None:
    assert len(scan(Corpus([SOURCE]), words)) == found


@pytest.mark.parametrize("text", ["“how it works”", "“path=”", "“This is how”", "「こうして」", "“？！”"])
def test_a_quotation_of_common_words_stands(text: str) -> None:
    made = audit(document(f"# Notes\n\nThe kilns of the works, and how they are fired: {text}\n"), [SOURCE])
    assert {s.verdict for s in made.statements if s.kind == "quotation"} <= {"stands"}


@pytest.mark.parametrize("text", ["“how it was”", "“path>”", "“Thus is how”"])
def test_other_words_do_not(text: str) -> None:
    made = audit(document(f"# Notes\n\nThe kilns of the works, and how they are fired: {text}\n"), [SOURCE])
    assert {s.verdict for s in made.statements if s.kind == "quotation"} != {"stands"}


def test_words_that_stand_in_many_places_may_be_of_any_month() -> None:
    months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"]
    source = document(
        "".join(f"## {month}\n\nThis is how it was fired, in the end.\n\n" for month in months), "kilns.md"
    )
    for month in months:
        made = audit(document(f"# Notes\n\n## {month}\n\nIt says: “how it was fired”.\n"), [source])
        assert [s.verdict for s in made.statements if s.kind == "quotation"] == ["stands"], month


@pytest.mark.parametrize(("text", "known"), [("？！", True), ("???", False)])
def test_marks_alone(text: str, known: bool) -> None:
    assert has(Corpus([SOURCE]), text) is known
