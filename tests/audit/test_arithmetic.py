"""Numbers that nobody wrote down: what the numbers of a source make, and the side of a number on which the truth is."""

import pytest

from briefing.audit.audit import audit
from briefing.audit.bounds import side
from briefing.audit.fractions import fractions
from briefing.audit.measures import measures
from tests.audit.documents import document

MILL = """# The mill of Aune

The mill of Aune ground 640 tonnes of rye and 215 tonnes of oats in 2031. Of its 48 millstones, 13 are of granite.

The old wheel turned for 6 minutes and 40 seconds, the new one for 9 minutes and 5 seconds.

Its three silos hold 350 tonnes each. In the years before, output had gone from 810 tonnes to 855 tonnes.

Of the visitors 41 percent came by train, 22 percent by bicycle, and 11.8 percent on foot; more than 3,000 came in all.

Fewer than 90 sacks were lost to damp. The weir was built in 1911 and raised in 1968.
"""
LEAD = "# The mill of Aune\n\nThe mill of Aune ground rye and oats, and the visitors came by train.\n\n"
SOURCE = document(MILL, "mill.md")

TRUE = [
    "Together the mill ground 855 tonnes of rye and oats in 2031.",
    "The mill ground 425 tonnes more of rye than of oats.",
    "Of its 48 millstones, 35 are of another stone than granite.",
    "The new wheel turned 145 seconds longer than the old one, 545 against 400.",
    "Together the three silos hold 1,050 tonnes.",
    "In the years before, output had grown by about 6 percent, to 855 tonnes.",
    "Together 63 percent of the visitors came by train or by bicycle.",
    "About one in eight of the visitors came on foot.",
    "More than 40 percent of the visitors came by train.",
    "Nearly 12 percent of the visitors came on foot.",
    "The weir was raised 57 years later, in 1968.",
]
FALSE = [
    "Together the mill ground 955 tonnes of rye and oats in 2031.",
    "The mill ground 325 tonnes more of rye than of oats.",
    "Of its 48 millstones, 31 are of another stone than granite.",
    "Together the three silos hold 1,500 tonnes.",
    "In the years before, output had grown by about 16 percent, to 855 tonnes.",
    "About one in three of the visitors came on foot.",
    "More than 60 percent of the visitors came by train.",
    "More than 90 sacks were lost to damp.",
    "Fewer than 3,000 visitors came in all.",
]


@pytest.mark.parametrize("text", TRUE)
def test_what_the_numbers_of_a_source_make_is_not_accused(text: str) -> None:
    assert [f.message for f in audit(document(LEAD + text), [SOURCE]).findings if f.severity != "info"] == []


@pytest.mark.parametrize("text", FALSE)
def test_what_they_do_not_make_is_told(text: str) -> None:
    found = [f for f in audit(document(LEAD + text), [SOURCE]).findings if f.severity != "info"]
    assert "number" in {f.kind for f in found}


SIDES = [
    ("over 40 sacks", "over"),
    ("at least 40 sacks", "over"),
    ("no fewer than 40 sacks", "over"),
    ("no more than 40 sacks", "under"),
    ("nearly 40 sacks", "under"),
    ("about 40 sacks", ""),
    ("mehr als 40 Säcke", "over"),
    ("noch nicht einmal 40 Säcke", "under"),
    ("moins de 40 sacs", "under"),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_the_side_of_a_number(text: str, expected: str) -> None:
    language = "de" if "Säcke" in text else "fr" if "sacs" in text else "en"
    assert side(text, measures(text, language)[0]) == expected


def test_one_in_so_many_is_a_share_and_its_number_is_none() -> None:
    assert list(fractions("one in eight of them", "en")) == [(0, "one in eight", "12.5")]
    assert [each.key for each in measures("one in eight of them", "en")] == ["12.5%"]
