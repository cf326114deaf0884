"""What comes in whose place, what was before and what is now, what is chosen and what is not: the two the wrong way
round, also where the source joins them otherwise. Statements about a few sentences of our own."""

import pytest

from briefing.audit.audit import audit
from tests.audit.documents import document

SAID = {
    "mill": "The mill built its fame by replacing paid masons with a wide network of travelling apprentices.",
    "tower": "Anna Holm resigned and Emil Aas has been named the new keeper of the tower.",
    "hall": "The green hall will be renamed to north wing, and its slate roof gave way to copper.",
    "guild": "Ida Voss succeeded Piet Brandt as head of the guild of weavers.",
    "wool": "The guild said its sales of wool will grow by 3.5% next year, compared with an earlier forecast of 4.0%.",
    "sacks": "The mill ground 310 sacks in May, against 280 a year ago.",
    "toll": "The toll of the bridge is now 6 crowns instead of 4 before.",
    "flour": "The mill cut the price of flour from 40 to 35 crowns.",
    "count": "The guild counts its members by households, not by heads.",
    "lull": "We take the lull to be more tied to the time of the repairs on the lock versus a weaker trade in wool.",
    "dam": "Farmers are leaving the valley after the mayor closed the dam.",
}
FALSE = [
    ("mill", "The mill grew by replacing travelling apprentices with paid masons."),
    ("mill", "Paid masons replaced travelling apprentices at the mill."),
    ("tower", "Anna Holm has replaced Emil Aas as keeper of the tower."),
    ("hall", "The north wing will be renamed to green hall."),
    ("hall", "The roof of the hall was of copper, which gave way to slate."),
    ("guild", "Ida Voss was succeeded by Piet Brandt as head of the guild of weavers."),
    ("wool", "The guild raised its forecast of the sales of wool from 3.5% to 4.0%."),
    ("sacks", "Within a year the mill's sacks in May went from 310 to 280."),
    ("toll", "The toll of the bridge was cut from 6 to 4 crowns."),
    ("flour", "The price of flour at the mill is 40 crowns, compared with 35 before."),
    ("count", "The guild counts its members by heads and not by households."),
    ("lull", "The lull is tied more to a weaker trade in wool than to the time of the repairs."),
    ("dam", "The mayor closed the dam after farmers had left the valley."),
]
TRUE = [
    ("mill", "Travelling apprentices replaced paid masons at the mill."),
    ("mill", "At the mill, paid masons were replaced with travelling apprentices."),
    ("tower", "Emil Aas has replaced Anna Holm as keeper of the tower."),
    ("hall", "The copper roof of the hall replaced one of slate."),
    ("guild", "Piet Brandt was succeeded by Ida Voss as head of the guild of weavers."),
    ("wool", "The guild cut its forecast of the sales of wool from 4.0% to 3.5%."),
    ("sacks", "Within a year the mill's sacks in May went from 280 to 310."),
    ("toll", "The toll of the bridge was raised from 4 to 6 crowns."),
    ("flour", "The price of flour at the mill is 35 crowns, compared with 40 before."),
    ("count", "The guild counts its members by households and not by heads."),
    ("lull", "The lull is tied more to the time of the repairs than to a weaker trade."),
    ("dam", "Farmers left the valley once more, after the mayor had closed the dam."),
]


@pytest.mark.parametrize(("said", "text"), FALSE)
def test_what_comes_in_the_wrong_place_is_told(said: str, text: str) -> None:
    found = [f for f in audit(document(text), [document(SAID[said], "said.md")]).findings if f.severity != "info"]
    assert found
    assert {finding.verdict for finding in found} == {"contradicted"}


@pytest.mark.parametrize(("said", "text"), TRUE)
def test_what_comes_in_its_place_stands(said: str, text: str) -> None:
    found = audit(document(text), [document(SAID[said], "said.md")]).findings
    assert [f.message for f in found if f.severity != "info"] == []
