"""One word that turns a sentence: another country, a denial in a prefix, another span of time, thousands."""

import pytest

from briefing.audit.audit import audit
from tests.audit.documents import document

GUILD = """# The guild of bell founders

The guild of bell founders has hundreds of members in Norway. Its Canadian founder, Ada Byrne, wrote the \
charter in a \
week.

A court in Vik declared the ban on bronze unconstitutional, and the guild went back to work within days.

The alloy of the new bells is visible from the quay. The guild is dependent on the copper of the Lund mine.

The Danish envoy praised the bells in Tromsund. In the previous year the guild had cast two bells for a church \
in Poland.
"""
LEAD = "# The guild of bell founders\n\nThe guild of bell founders has hundreds of members.\n\n"
SOURCE = document(GUILD, "guild.md")
FALSE = [
    "The guild of bell founders has thousands of members in Norway.",
    "Ada Byrne, its Australian founder, wrote the charter in a week.",
    "A court in Vik declared the ban on bronze constitutional.",
    "The guild went back to work within months.",
    "The alloy of the new bells is invisible from the quay.",
    "The guild is independent of the copper of the Lund mine.",
    "The Swedish envoy praised the bells in Tromsund.",
    "In the previous month the guild had cast two bells for a church in Poland.",
    "In the previous year the guild had cast two bells for a church in Hungary.",
]
TRUE = [
    "In Norway the guild of bell founders has some hundreds of members.",
    "Ada Byrne, who came from Canada, wrote the charter in a week.",
    "A court in Vik found that the ban on bronze was not constitutional.",
    "It took the guild days to go back to work.",
    "From the quay one can see the alloy of the new bells.",
    "Denmark's envoy praised the bells in Tromsund.",
    "The guild cast two bells for a Polish church in the year before.",
]


@pytest.mark.parametrize("text", FALSE)
def test_one_word_that_turns_a_sentence_is_contradicted(text: str) -> None:
    found = [f for f in audit(document(LEAD + text), [SOURCE]).findings if f.severity != "info"]
    assert found
    assert "contradicted" in {f.verdict for f in found}


@pytest.mark.parametrize("text", TRUE)
def test_the_same_in_other_words_is_not(text: str) -> None:
    assert [f.message for f in audit(document(LEAD + text), [SOURCE]).findings if f.severity != "info"] == []
