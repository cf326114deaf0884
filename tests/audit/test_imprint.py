"""What a document says of itself is held against no source; what it says of a paper is."""

import pytest

from briefing.audit.audit import audit
from briefing.audit.imprint import imprint
from tests.audit.documents import KILNS, document

SOURCE = document(KILNS, "kilns.md")
SAID = (
    "The team fired the salt kiln 312 times in January. It reached 1,280 °C, 40 degrees more than in the year before."
)
MORE = "The wood kiln burns 18 hours on pine alone."

AT_THE_TOP = [
    "Author: Jane Doe",
    "**By:** Jane Doe",
    "Date: 2031-05-01",
    "Date: 1 May 2031 · Version: 1.2",
    "Prepared for: the board of Halvorsen",
    "To: Greta Halvorsen",
    "Generated with Kilnbot 3.5 on 1 May 2031",
    "Autorin: Greta Halvorsen",
    "Erstellt am 1. Mai 2031",
    "Rédigé par Greta Halvorsen",
    "日付：2031年5月1日",
    "작성자: 한지우",
    "日期：2031年5月1日",
]
ANYWHERE = ["Reading time: 3 minutes", "*Estimated reading time: 4 min*", "Lesezeit: 3 Minuten"]
AT_THE_END = ["Generated with Kilnbot 3.5 on 1 May 2031", "Last updated: 1 May 2031"]
OF_A_PAPER = ["Author: Greta Halvorsen", "Authors: Greta Halvorsen and Okafor", "By: Greta Halvorsen"]


@pytest.mark.parametrize("text", [*AT_THE_TOP, *ANYWHERE])
def test_at_the_top(text: str) -> None:
    made = audit(document(f"# The kilns\n\n{text}\n\n## January\n\n{SAID}\n"), [SOURCE])
    assert [f for f in made.findings if f.severity != "info"] == []
    assert [s.line for s in made.statements] == [7, 7]


@pytest.mark.parametrize("text", [*ANYWHERE, *AT_THE_END])
def test_at_the_end(text: str) -> None:
    made = audit(document(f"# The kilns\n\n## January\n\n{SAID}\n\n## February\n\n{MORE}\n\n{text}\n"), [SOURCE])
    assert [f for f in made.findings if f.severity != "info"] == []


@pytest.mark.parametrize("text", OF_A_PAPER)
def test_below_a_heading_it_is_of_a_paper(text: str) -> None:
    given = document(f"# The kilns\n\n## January: the salt kiln\n\n{SAID}\n\n{text}\n\n{SAID}\n\n{SAID}\n\n{SAID}\n")
    assert list(imprint(given)) == []
    assert "“Greta”" in " ".join(f.message for f in audit(given, [SOURCE]).findings)


@pytest.mark.parametrize(
    "text", [f"By: {SAID}", "By January the team fired the salt kiln 312 times.", "The date: May 2031."]
)
def test_what_only_begins_like_it_is_a_sentence(text: str) -> None:
    assert list(imprint(document(f"# The kilns\n\n{text}\n"))) == []
