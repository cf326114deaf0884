"""Quotations: a table of those that stand, and a table of those that do not, with what is said of them."""

import pytest

from briefing.audit.audit import audit
from tests.audit.documents import KILNS, document

SOURCE = document(KILNS, "kilns.md")

STANDS = [
    'They say: "The team fired the salt kiln 312 times in January."',
    "They say: “The team fired the salt kiln 312 times in January.”",
    "Sie sagen: „The team fired the salt kiln 312 times in January.“",
    "Ils disent : « The team fired the salt kiln 312 times in January. »",
    "と「The team fired the salt kiln 312 times in January.」",
    "> The team fired the salt kiln 312 times in January.",
    "> “We lost two shelves, and we do not regret it,” — Piet Lindqvist",
    "Quote: The team fired the salt kiln 312 times in January.",
    '**Zitat:** "The team fired the salt kiln 312 times in January."',
    'It says "The team fired the salt kiln 312 times … It reached 1,280 °C", in short.',
    'It says "The team fired the salt kiln 312 times [...] It reached 1,280 °C", in short.',
    'It says "...40 degrees more than in the year before."',
    'He says "We lost two shelves, and we do not regret it", and means it.',
]

# document, verdict, severity, what the message holds
FALLS = [
    ('"The team fired the salt kiln 313 times in January."', "altered", "error", "another number, “313” for “312”"),
    ('"the team fired the salt kiln 312 times"', "altered", "warning", "another case, “the” for “The”"),
    ('"The team fired the Salt kiln 312 times"', "altered", "warning", "another case, “Salt” for “salt”"),
    ('"Anyone who opens the door too early will see the glaze again."', "altered", "error", "“not” is lost"),
    ('"We lost shelves, and we do not regret it"', "altered", "error", "left out without an ellipsis: “two”"),
    ('"We lost two large shelves, and we do not regret it"', "altered", "error", "added: “large”"),
    ('"We lost two shelves, and we do not mourn it"', "altered", "error", "“mourn” for “regret”"),
    ('"The wood kiln burns 18 hours on рine alone"', "altered", "error", "letters that only look alike"),
    (
        '"Stack the shelves loosely. Feed the fire in small portions (e.g., 5%) of the load (L1) to keep the draught"',
        "altered", "error", "added: “(L1)”",
    ),
    (
        '"The team fired the salt kiln 312 times and takes 30 minutes to load"',
        "altered", "error", "two passages are put together into one",
    ),
    ('The team fired the salt kiln. "The kiln is our heart and shop"', "missing", "error", "not in the sources"),
]  # fmt: skip


NESTED = document(
    "# Kilns\n\nThe potters call it “the patient kiln” because nobody may hurry the potters' kiln.", "kilns.md"
)


@pytest.mark.parametrize(("outer", "inner"), [("“”", "‘’"), ("„“", "‚‘"), ("«»", "‹›"), ('""', "''")])
def test_a_quotation_within_a_quotation_has_the_other_marks(outer: str, inner: str) -> None:
    said = "The potters call it {1[0]}the patient kiln{1[1]} because nobody may hurry the potters' kiln"
    made = audit(document(("She says: {0[0]}" + said + "{0[1]}.").format(outer, inner)), [NESTED])
    assert [(s.kind, s.verdict) for s in made.statements] == [("quotation", "stands")]
    assert {finding.severity for finding in made.findings} <= {"info"}


HALT = document("# Kilns\n\n“‘Stop’, said the potter, and nobody moved,” wrote Ada Voss.\n", "kilns.md")


@pytest.mark.parametrize(
    "text", ["“„Stop“, said the potter, {}.”", "«„Stop“, said the potter, {}»", "> “‘Stop’, said the potter, {}.”"]
)
@pytest.mark.parametrize(("words", "verdict"), [("and nobody moved", "stands"), ("and nobody stirred", "differs")])
def test_a_quotation_may_open_with_another_one(text: str, words: str, verdict: str) -> None:
    made = audit(document(text.format(words)), [HALT])
    assert [(s.kind, s.verdict) for s in made.statements] == [("quotation", verdict)]


def test_one_reason_is_given_once() -> None:
    (finding,) = audit(document('"The team fired the salt kiln, 312 times; in January."'), [SOURCE]).findings
    assert finding.message == "Not as the source has it: punctuation differs."


@pytest.mark.parametrize("text", STANDS)
def test_stands(text: str) -> None:
    made = audit(document(text), [SOURCE])
    assert not made.findings
    assert [s.verdict for s in made.statements if s.kind == "quotation"] == ["stands"]


@pytest.mark.parametrize(("text", "verdict", "severity", "says"), FALLS)
def test_falls(text: str, verdict: str, severity: str, says: str) -> None:
    (finding,) = [f for f in audit(document(text), [SOURCE]).findings if f.kind == "quotation"]
    assert (finding.verdict, finding.severity) == (verdict, severity)
    assert says in finding.message


PLACES = """# The kilns of the coast

Research into ash is young, says Oda Holm, a chemist at the University of California, San Francisco. It is cheap. She \
calls the ash “a gift to everybody who fires at night” and warns that “we are at the very beginning of it”.

The Centre for Ceramic Research paid for all of it. Later research was paid for by Emil Strand.
"""


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Holm warns that “we are at the very beginning of it”.", []),
        ("Strand warns that “we are at the very beginning of it”.", ["misplaced"]),
    ],
)
def test_a_town_and_an_institute_are_no_speakers(text: str, kinds: list[str]) -> None:
    made = audit(document(text), [document(PLACES, "places.md")])
    assert [finding.verdict for finding in made.findings if finding.kind == "quotation"] == kinds
