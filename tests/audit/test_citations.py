"""Numbers that lead to notes are no facts of a sentence; intervals, powers and numbers of the text are none of them."""

import pytest

from briefing.audit.audit import audit
from briefing.audit.citations import citation_marks
from tests.audit.documents import KILNS, document

SOURCE = document(KILNS, "kilns.md")

MARKS = ["[1]", "[2, 5]", "[3–7]", "[1][2]", "［3］", "【4】", "¹", "²³", "¹⁻³", "[12; 14]"]
NONE = ["[0, 1]", "[2024]", "[a]", "[see 3]", " (1)", "[1](https://kilns.example)", "[-1]"]


@pytest.mark.parametrize("mark", MARKS)
def test_marks(mark: str) -> None:
    text = f"The potters fired the kiln{mark}."
    assert "".join(text[start:end] for start, end in citation_marks(text)) == mark


@pytest.mark.parametrize("mark", NONE)
def test_other_brackets(mark: str) -> None:
    assert citation_marks(f"The potters fired the kiln{mark}.") == []


@pytest.mark.parametrize("text", ["It has 12 m² of floor.", "It lies 3 km² off.", "E = mc²", "10² kilns and x² more"])
def test_powers(text: str) -> None:
    assert citation_marks(text) == []


@pytest.mark.parametrize("mark", [" [1]", " [2, 5]", "¹²", "［3］"])
@pytest.mark.parametrize(("number", "verdict"), [("312", "stands"), ("313", "differs")])
def test_a_sentence_is_judged_without_them(mark: str, number: str, verdict: str) -> None:
    made = audit(document(f"# Notes\n\nThe team fired the salt kiln {number} times{mark}.\n"), [SOURCE])
    assert [(s.verdict, s.text.endswith(f"{mark}.")) for s in made.statements] == [(verdict, True)]


@pytest.mark.parametrize(
    "second", ["It reached 1,280 °C", "It reached 1,820 °C", "It reached 1,820 °C, 40 degrees more"]
)
def test_a_short_sentence_is_judged_as_without_them(second: str) -> None:
    lead = "# Notes\n\nThe team fired the salt kiln in January"
    bare = audit(document(f"{lead}. {second}.\n"), [SOURCE])
    made = audit(document(f"{lead} [1]. {second} [2].\n"), [SOURCE])
    assert [s.verdict for s in made.statements] == [s.verdict for s in bare.statements]
    assert [f.message for f in made.findings] == [f.message for f in bare.findings]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("“The wood kiln burns 18 hours on pine alone [3].”", "stands"),
        ("“The wood kiln burns 18 hours [1, 2] on pine alone.”", "stands"),
        ("“The wood kiln burns 18 hours on pine alone.¹”", "stands"),
        ("“The wood kiln burns 19 hours on pine alone [3].”", "differs"),
        ("“The wood kiln burns [3] hours on pine alone.”", "differs"),
    ],
)
def test_a_quotation_may_hold_them(text: str, verdict: str) -> None:
    made = audit(document(f"# Notes\n\nThe notes of the wood kiln: {text}\n"), [SOURCE])
    assert [s.verdict for s in made.statements if s.kind == "quotation"] == [verdict]


def test_what_the_source_has_between_brackets_is_its_own() -> None:
    source = document("# Kilns\n\nThe wood kiln burns 18 hours on pine alone [3], as the potters say.\n", "kilns.md")
    for mark in (" [3]", " [4]", "", "¹"):
        text = f"# Notes\n\nIt says: “The wood kiln burns 18 hours on pine alone{mark}, as the potters say.”\n"
        assert [s.verdict for s in audit(document(text), [source]).statements if s.kind == "quotation"] == ["stands"]
    text = "# Notes\n\nIt says: “The wood kiln burns 19 hours on pine alone, as the potters say.”\n"
    assert [s.verdict for s in audit(document(text), [source]).statements if s.kind == "quotation"] == ["differs"]
