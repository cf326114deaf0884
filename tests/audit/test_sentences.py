"""Sentences in somebody's own words: tables of those that stand, that differ, and of which nothing can be told."""

import pytest

from briefing.audit.audit import audit
from briefing.audit.measures import measures, rounds
from tests.audit.documents import KILNS, document

SOURCE = document(KILNS, "kilns.md")
LEAD = "The team fired the salt kiln. The wood kiln burns on pine. The electric kiln takes long to load.\n\n"

STANDS = [
    "In January the team fired the salt kiln 312 times.",
    "The salt kiln reached 1280 °C, forty degrees more than the year before.",
    "The wood kiln burns eighteen hours on pine.",
    "The salt kiln was fired about 300 times in January.",
    "The electric kiln takes half an hour to load, and costs $2,400,000.",
    "The electric kiln is not as quiet as the others.",
    "Piet Lindqvist built the kiln, and the team lost two shelves.",
    "Relevance: In January the salt kiln was fired 312 times.",
    "Okafor and colleagues reported on ash.",
    "It reached 1,280 °C, 40 degrees more than in the year before.",
]

# document, kind, verdict, severity, what the message holds
FALLS = [
    ("The team fired the salt kiln 321 times in January.", "number", "contradicted", "error", "“312”, not “321”"),
    ("The wood kiln burns 18 minutes on pine alone.", "number", "contradicted", "error", "“18 h”, not “18 min”"),
    ("The electric kiln costs $2.4 billion and takes 30 minutes.", "number", "contradicted", "error", "2.4 million"),
    ("The team fired the salt kiln 312 times in March.", "date", "contradicted", "error", "January"),
    (
        "Anyone who opens the door too early will see the glaze again.",
        "negation",
        "contradicted",
        "error",
        "“not” is lost",
    ),
    ("The wood kiln of Greta Halvorsen burns 18 hours on pine alone.", "name", "missing", "warning", "“Greta”"),
    ("The wood kiln KX-9000 burns 18 hours on pine alone.", "identifier", "missing", "warning", "“KX-9000”"),
]

UNCLEAR = [
    "Potters of the coast have long built with brick, and 47 of their huts stand in Halmstad.",
    "Museums abroad pay well for celadon bowls.",
]


@pytest.mark.parametrize("text", STANDS)
def test_stands(text: str) -> None:
    made = audit(document(LEAD + text), [SOURCE])
    assert [finding for finding in made.findings if finding.severity != "info"] == []


@pytest.mark.parametrize(("text", "kind", "verdict", "severity", "says"), FALLS)
def test_falls(text: str, kind: str, verdict: str, severity: str, says: str) -> None:
    found = [f for f in audit(document(LEAD + text), [SOURCE]).findings if f.kind == kind]
    assert [(f.verdict, f.severity) for f in found] == [(verdict, severity)]
    assert says in found[0].message
    assert found[0].line == 3
    assert found[0].passage is not None


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_the_sources_do_not_cover_is_not_accused(text: str) -> None:
    made = audit(document(LEAD + text), [SOURCE])
    assert [finding for finding in made.findings if finding.severity != "info"] == []
    assert made.statements[-1].verdict == "unclear"


# given, exact, whether the text says that it is not exact
ROUNDED = [("40", "39.6", False), ("300", "312", True), ("1.3 million", "1,294,000", False), ("99%", "99.3%", False)]
NOT_ROUNDED = [
    ("40", "46", False),
    ("300", "362", True),
    ("2023", "2022.8", False),
    ("95%", "99.3%", True),
    ("5", "5", False),
]


@pytest.mark.parametrize(("given", "exact", "about"), ROUNDED)
def test_rounding_is_none_of_the_errors(given: str, exact: str, about: bool) -> None:
    assert rounds(measures(given, "en")[0], measures(exact, "en")[0], about=about)


@pytest.mark.parametrize(("given", "exact", "about"), NOT_ROUNDED)
def test_another_number_is_no_rounding(given: str, exact: str, about: bool) -> None:
    assert not rounds(measures(given, "en")[0], measures(exact, "en")[0], about=about)
