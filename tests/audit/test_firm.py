"""How firmly something is held against a sentence: an error in words near the source's, in others a warning."""

import pytest

from briefing.audit.audit import audit
from tests.audit.documents import document

SAID = """# The mill of Sund

The mill of Sund grinds barley and oats for the bakers of the valley.

The old wheel of the mill was made of larch by a carpenter, Ida Holm, and it turned for 61 years until it was replaced.
"""
LEAD = "# The mill of Sund\n\nThe mill of Sund grinds barley and oats for the bakers of the valley.\n\n"


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("The old wheel of the mill turned for 48 years until it was replaced.", "error"),
        ("Some 48 years Holm's handiwork kept the stones going; then the mill got its present wheel.", "warning"),
    ],
)  # fmt: skip
def test_it_is_an_error_in_the_words_of_the_source_alone(text: str, severity: str) -> None:
    found = [
        each for each in audit(document(LEAD + text), [document(SAID, "mill.md")]).findings if "48" in each.message
    ]
    assert [each.severity for each in found] == [severity]
    assert ("in words of its own" in found[0].message) == (severity == "warning")


def test_a_sentence_of_the_source_is_held_against_nothing_else() -> None:
    beside = SAID + "\nIt is not true that the mill closed in 2019. The mill of Sund closed in 2019 to nobody's gain."
    text = "The mill of Sund closed in 2019 to nobody’s gain."
    assert audit(document(LEAD + text), [document(beside, "mill.md")]).findings == ()
