"""A lone denial contradicts what a source affirms; it agrees with what is planned, left out, or said of the rest."""

import pytest

from briefing.audit.audit import audit
from briefing.audit.gainsaid import agreed_later, conjunct_lost, gainsaid
from tests.audit.documents import document

MILL = document(
    """# The paper mill of Sandnes

The paper mill of Sandnes was founded in 1901, and it makes paper for maps.

The council of Sandnes has a second plan for the mill, which aims to introduce limits on noise, dust and waste water \
next year.

To save weight, the engineers of the mill chose to ship the new press without it and have the control room feed the \
ink at every start of the press.

The mill has a fleet of 40 lorries, including 9 electric ones. The mill owns a small railway that carries logs from \
the harbour.

The mill of Sandnes beat the mill of Drammen for the sixth time in seven tenders. The price of map paper rose in \
every month of the spring at Sandnes.

The mill has many visitors from the towns around in summer, good rails and a kiosk and not much parking for them.
""",
    "mill.md",
)
LEAD = "# The paper mill of Sandnes\n\nThe paper mill of Sandnes was founded in 1901.\n\n"
FALSE = [
    "The mill does not own a railway that carries logs from the harbour.",
    "The railway of the mill does not carry logs from the harbour.",
    "The council of Sandnes has no second plan for the mill.",
    "The mill of Sandnes lost to the mill of Drammen for the sixth time in seven tenders.",
    "The price of map paper fell in every month of the spring at Sandnes.",
    "The mill has no visitors from the towns around in summer.",
    "The mill has many visitors from the towns around in summer, good rails and a kiosk and much parking for them.",
]
TRUE = [
    "The limits on noise, dust and waste water that the council of Sandnes has in its plan have not come out yet.",
    "The council of Sandnes has not introduced its limits on noise, dust and waste water yet.",
    "The new press of the mill has no ink of its own, so the control room has to feed it at every start.",
    "So far, the council of Sandnes has not introduced the limits on noise, dust and waste water.",
    "Of the 40 lorries in the fleet of the mill, 31 were not electric.",
    "In the last seven tenders, Sandnes lost to the mill of Drammen only once.",
    "The mill has many visitors from the towns around in summer, good rails and a kiosk.",
]


def _told(text: str) -> list[str]:
    return [each.verdict for each in audit(document(LEAD + text), [MILL]).findings if each.severity != "info"]


@pytest.mark.parametrize("text", FALSE)
def test_what_a_source_affirms_is_not_denied(text: str) -> None:
    assert "contradicted" in _told(text)


@pytest.mark.parametrize("text", TRUE)
def test_the_same_from_its_other_side_is_not_accused(text: str) -> None:
    assert _told(text) == []


GAINSAID = [
    ("The shed has no roof of slate.", "no", "The shed has a roof of slate."),
    ("The shed does not leak.", "not", "The shed leaks."),
    ("The 9 sheds did not burn.", "not", "The 9 sheds burned."),
    ("The town did not keep its promise on tax.", "not", "The town kept its promise on tax, but broke that on trees."),
    ("Rents did not rise in every town.", "not", "Rents rose in every town."),
    ("A ticket cannot be returned.", "cannot", "A ticket can be returned up to an hour before."),
    ("Der Schuppen hat kein Dach.", "kein", "Der Schuppen hat ein Dach."),
]
UNTOUCHED = [
    ("The shed has no roof of slate.", "no", "The shed was built of slate without it, roof by roof."),
    ("The shed has no roof of slate.", "no", "The shed is roofless, and its floor is of slate."),
    ("The shed does not explain the smoke in the yard.", "not", "The shed and the smoke are in the yard."),
    ("The shed has not opened yet.", "not", "The shed is to open in May."),
    ("7 sheds did not burn.", "not", "The 9 sheds burned."),
    (
        "The town did not keep its promise on trees.",
        "not",
        "The town kept its promise on tax, but broke that on trees.",
    ),
    ("Rents did not rise in the old town.", "not", "Rents rose in every town but one."),
    ("They did not accept the first offer.", "not", "They accepted an offer in May, and turned down the first."),
    ("A ticket cannot be returned in the last hour.", "cannot", "A ticket can be returned up to an hour before."),
    ("No boat ever carried so many guests in May.", "No", "The boat carried more guests than in any May."),
    ("Nobody says that the shed is not safe in storms of that kind.", "not", "The shed is green."),
]


@pytest.mark.parametrize(("text", "cue", "source"), GAINSAID)
def test_the_denied_word_is_a_fact_in_the_source(text: str, cue: str, source: str) -> None:
    assert gainsaid(text, cue, source, "de" if text.startswith("Der") else "en")


@pytest.mark.parametrize(("text", "cue", "source"), UNTOUCHED)
def test_the_denied_word_is_no_fact_in_the_source(text: str, cue: str, source: str) -> None:
    assert not gainsaid(text, cue, source, "en")


def test_a_plan_agrees_with_not_yet_and_with_nothing_else() -> None:
    assert agreed_later("The shed has not opened yet.", "The town plans to open the shed.")
    assert not agreed_later("The shed has not opened yet.", "The town opened the shed.")
    assert not agreed_later("The town does not plan to open it.", "The town plans to open the shed.")


CONJUNCTS = [
    ("and not much light", "It has many rooms.", "en", True),
    ("and no garden", "The school had teachers and a library.", "en", True),
    ("und keinen Garten", "Die Schule hatte Lehrer.", "de", True),
    ("and not much light", "It has many rooms and light.", "en", False),
    ("not", "It has many rooms.", "en", False),
    ("does not burn", "The shed stands.", "en", False),
    ("and may have light", "It has many rooms.", "en", False),
]


@pytest.mark.parametrize(("lost", "text", "language", "expected"), CONJUNCTS)
def test_a_conjunct_is_lost_with_its_denial(lost: str, text: str, language: str, *, expected: bool) -> None:
    assert conjunct_lost(lost, text, language) is expected
