"""Numbers that stand in the source, and are something else's there."""

import pytest

from briefing.audit.audit import audit
from briefing.audit.measures import measures
from tests.audit.documents import document

DAIRY = """# The dairy of Lunde

Of the dairy's customers, just over half are from Lunde, 71 percent are older than 50, 38 percent come on foot, and \
9 percent buy nothing but butter.

The churn of 1931 holds 240 litres, and the one that the dairy bought last year holds 410 litres. The cold room was \
built for 36 wheels of cheese.

A 60 W lamp hangs over the churns. The dairy came with an 85 W pump, which the Lien family had left in the cold room.

The road to Lunde was paved in 1962, and the dairy opened to the public in 1978.
"""
LEAD = "# The dairy of Lunde\n\nThe dairy of Lunde has a churn and a cold room, and customers from Lunde.\n\n"
SOURCE = document(DAIRY, "dairy.md")
FALSE = [
    "Of the dairy's customers, 38 percent are older than 50.",
    "The dairy came with a 60 W pump.",
    "The dairy opened to the public in 1962.",
    "The cold room of the dairy was built for 85 wheels of cheese.",
]
TRUE = [
    "Of the dairy's customers, 71 percent are older than 50.",
    "On foot come 38 percent of the customers of the dairy.",
    "The dairy came with a pump of 85 W.",
    "The dairy opened to the public in 1978, when the road had been paved for 16 years.",
    "The dairy has two churns, one of 240 litres and one of 410 litres.",
    "Some 70 percent of the dairy's customers are older than 50.",
]


@pytest.mark.parametrize("text", FALSE)
def test_a_number_of_something_else_is_contradicted(text: str) -> None:
    found = [f for f in audit(document(LEAD + text), [SOURCE]).findings if f.severity != "info"]
    assert {(f.kind, f.verdict) for f in found} == {("number", "contradicted")}


@pytest.mark.parametrize("text", TRUE)
def test_a_number_of_this_is_not(text: str) -> None:
    assert [f.message for f in audit(document(LEAD + text), [SOURCE]).findings if f.severity != "info"] == []


COUNTED = [
    ("ten canning jars", "twenty jars", True),
    ("ten jars of jam", "twenty lids", False),
    ("ten", "twenty", False),
]


@pytest.mark.parametrize(("one", "other", "same"), COUNTED)
def test_numbers_count_the_same_with_their_adjectives(one: str, other: str, same: bool) -> None:
    first, second = (measures(text, "en")[0] for text in (one, other))
    assert first.counts_same(second) is second.counts_same(first) is same
