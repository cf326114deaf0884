"""Who does it to whom: two names on each other's side of a verb. Statements about a few sentences of our own."""

import pytest

from briefing.audit.audit import audit
from tests.audit.documents import document

LEAD = "In Vik everybody knows Ada Voss, Emil Holm, Ida Brandt, Piet Aas, Okafor, Lindqvist and the Sund Guild.\n\n"
SAID = {
    "suit": "Ida Brandt sued Piet Aas over the wall of the yard.",
    "barge": "Okafor was outbid by Lindqvist for the barge.",
    "boats": "Vik Water borrowed 40 boats from the Sund Guild for the regatta.",
    "anger": "The Sund Guild is furious about the way its old rival Brekke Pottery handled the fair.",
    "permit": "The new permit allows Norwegian yards to sell to Tromsund Steel, the largest smith of the coast.",
    "debt": "“She says we owe her, but an auditor found that Vik Water owes Ada 900 crowns for the pump.”",
    "calls": "Brandt, 52 – who keeps the gate, the tower and the well – has been trying to get in touch with "
    "Okafor, 33, for weeks, however she has not answered.",
    "trust": "Lindqvist relies on Okafor for the tides.",
    "kiln": "Piet Aas (aged 61) has lent a kiln to Emil Holm.",
    "both": "Okafor beat Lindqvist in the spring race, and Lindqvist beat Okafor in the autumn race.",
}
FALSE = [
    ("suit", "Piet Aas has sued Ida Brandt."),
    ("suit", "Ida Brandt had been sued by Piet Aas because of a wall."),
    ("barge", "Okafor outbid Lindqvist for the barge."),
    ("boats", "For its regatta, the Sund Guild borrowed some boats from Vik Water."),
    ("anger", "Brekke Pottery is reportedly furious about the way the Sund Guild ran the fair."),
    ("permit", "The permit allows Tromsund Steel to sell its goods to Norwegian yards."),
    ("debt", "According to Voss, an auditor found that Voss owes Vik Water 900 crowns."),
    ("calls", "Okafor has been trying to contact Brandt for weeks, but he has not answered."),
    ("trust", "For the tides Okafor relies on Lindqvist."),
    ("kiln", "Emil Holm has lent his kiln to Piet Aas."),
]
TRUE = [
    ("suit", "Piet Aas was sued by Ida Brandt because of a wall."),
    ("barge", "Lindqvist outbid Okafor for the barge."),
    ("boats", "From the Sund Guild, Vik Water borrowed boats for the regatta."),
    ("anger", "What Brekke Pottery made of the fair has the Sund Guild furious."),
    ("permit", "Tromsund Steel may buy from Norwegian yards under the new permit."),
    ("debt", "An auditor found that Vik Water owes Voss 900 crowns."),
    ("calls", "Brandt has been trying to contact Okafor for weeks."),
    ("trust", "Okafor knows the tides, for which Lindqvist relies on Okafor."),
    ("kiln", "A kiln was lent to Emil Holm by Piet Aas."),
    ("both", "Lindqvist beat Okafor in the race in autumn."),
]


def told(said: str, text: str) -> list[str]:
    source = document(LEAD + SAID[said], "said.md")
    return [finding.message for finding in audit(document(text), [source]).findings if finding.severity != "info"]


@pytest.mark.parametrize(("said", "text"), FALSE)
def test_two_names_on_each_others_side_of_a_verb_are_told(said: str, text: str) -> None:
    assert told(said, text)


@pytest.mark.parametrize(("said", "text"), TRUE)
def test_the_same_in_another_construction_stands(said: str, text: str) -> None:
    assert told(said, text) == []
