"""Stretches of months, by their names and without: a few sentences of our own."""

import pytest

from briefing.audit.spans import ends, stretches
from tests.audit.documents import told

STRETCHES = [
    ("In the first seven months of the year 40 bowls broke.", "en", [(1, 7)]),
    ("In the first 5 months of 2031 40 bowls broke.", "en", [(1, 5)]),
    ("In the first three quarters 40 bowls broke.", "en", [(1, 9)]),
    ("In the first half of 2031 40 bowls broke.", "en", [(1, 6)]),
    ("In the second quarter 40 bowls broke.", "en", [(4, 6)]),
    ("In the year to date 40 bowls broke.", "en", [(1, 0)]),
    ("In the first seven months of the strike 40 bowls broke.", "en", []),
    ("In the first bowls of the year was salt.", "en", []),
    ("In den ersten sieben Monaten des Jahres brachen 40 Schalen.", "de", [(1, 7)]),
    ("Durant les sept premiers mois de l’année, 40 bols ont cassé.", "fr", [(1, 7)]),
    ("Durant les sept premiers mois de la grève, 40 bols ont cassé.", "fr", []),
]


@pytest.mark.parametrize(("text", "language", "expected"), STRETCHES)
def test_stretches_without_the_names_of_months(text: str, language: str, expected: list[tuple[int, int]]) -> None:
    assert [(each.first, each.last) for each in stretches(text, language)] == expected


ENDS = [
    ("From January to July 40 bowls broke.", "en", (1, 7)),
    ("40 bowls broke, January–July.", "en", (1, 7)),
    ("Between Jan. and Sept. 40 bowls broke.", "en", (1, 9)),
    ("In January 40 bowls broke, and in July none.", "en", None),
    ("Von Januar bis Juli brachen 40 Schalen.", "de", (1, 7)),
    ("De janvier à juillet, 40 bols ont cassé.", "fr", (1, 7)),
]


@pytest.mark.parametrize(("text", "language", "expected"), ENDS)
def test_the_two_months_of_a_stretch(text: str, language: str, expected: tuple[int, int] | None) -> None:
    assert ends(text, language) == expected


SAID = {
    "seven": "According to figures published in August by the guild of Vik, the kilns of the coast burned 640 tonnes "
    "of pine in the first seven months of the year.",
    "half": "The guild of Vik said in September that the kilns of the coast burned 640 tonnes of pine in the "
    "first half.",
    "sieben": "Nach den Zahlen, die die Gilde im August nannte, verbrannten die Öfen der Küste in den ersten sieben "
    "Monaten des Jahres 640 Tonnen Kiefernholz.",
    "sept": "Selon les chiffres publiés en août par la guilde, les fours de la côte ont brûlé 640 tonnes de pin "
    "durant les sept premiers mois de l’année.",
}
TRUE = [
    ("seven", "From January to July the kilns of the coast burned 640 tonnes of pine, the guild of Vik says."),
    ("seven", "Figures of the guild for January–July have the kilns of the coast burn 640 tonnes of pine."),
    ("half", "From January to June the kilns of the coast burned 640 tonnes of pine, the guild of Vik said."),
    ("sieben", "Von Januar bis Juli verbrannten die Öfen der Küste nach Zahlen der Gilde 640 Tonnen Kiefernholz."),
    ("sept", "De janvier à juillet, les fours de la côte ont brûlé 640 tonnes de pin, selon la guilde."),
]
FALSE = [
    ("seven", "From January to August the kilns of the coast burned 640 tonnes of pine, the guild of Vik says."),
    ("seven", "In February the kilns of the coast burned 640 tonnes of pine, the guild of Vik says."),
    ("half", "From January to May the kilns of the coast burned 640 tonnes of pine, the guild of Vik said."),
    ("half", "From April to June the kilns of the coast burned 640 tonnes of pine, the guild of Vik said."),
    ("sieben", "Von Januar bis August verbrannten die Öfen der Küste nach Zahlen der Gilde 640 Tonnen Kiefernholz."),
    ("sept", "De janvier à mai, les fours de la côte ont brûlé 640 tonnes de pin, selon la guilde."),
]
LEADS = {"sieben": "Die Gilde hat Öfen an der Küste.", "sept": "La guilde a des fours sur la côte."}


def messages(name: str, text: str) -> list[str]:
    return told("date", LEADS.get(name, "The guild of Vik has kilns on the coast, and burns pine."), SAID[name], text)


@pytest.mark.parametrize(("name", "text"), TRUE)
def test_the_months_of_a_stretch_are_not_accused(name: str, text: str) -> None:
    assert messages(name, text) == []


@pytest.mark.parametrize(("name", "text"), FALSE)
def test_other_months_are_told(name: str, text: str) -> None:
    assert messages(name, text)
