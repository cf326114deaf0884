"""Numbers in equal parts, and by how much a number has changed: a few sentences of our own."""

import pytest

from briefing.audit.divided import divided
from briefing.audit.measures import measures
from tests.audit.documents import told

PARTS = [
    ("The guild had 30 tonnes of clay, evenly split between bowls and jars.", "en", [("30 tonnes", 2)]),
    ("The 30 tonnes were divided equally among bowls, jars and lamps.", "en", [("30 tonnes", 3)]),
    ("The 30 tonnes went in equal parts to five potters.", "en", [("30 tonnes", 5)]),
    ("Half of its 48 lamps are lit.", "en", [("48", 2)]),
    ("It had 30 tonnes. The lamps were evenly spaced.", "en", []),
    ("In 2031 half of them left.", "en", []),
    ("In the first half of the year 48 lamps were lit.", "en", []),
    ("It takes 48 lamps half an hour.", "en", []),
    ("Die 30 Tonnen gingen je zur Hälfte nach Vik und Sund.", "de", [("30 Tonnen", 2)]),
    ("Les 30 tonnes ont été réparties à parts égales entre Vik et Sund.", "fr", [("30 tonnes", 2)]),
]


@pytest.mark.parametrize(("text", "language", "expected"), PARTS)
def test_what_is_in_equal_parts(text: str, language: str, expected: list[tuple[str, int]]) -> None:
    found = divided(text, measures(text, language))
    assert [(whole.shown, int(parts)) for whole, parts in found if whole.shown not in ("five", "5")] == [
        (measures(shown, language)[0].shown, parts) for shown, parts in expected
    ]


SAID = {
    "split": "The Murre pits gave 370 tonnes of clay. The Terne pits gave 300 tonnes of clay last year, evenly split "
    "between bowls and lamps.",
    "three": "Last year the Terne pits gave 330 tonnes of clay, in equal parts for bowls, jars and lamps.",
    "half": "Of the 86 lamps of the harbour half burn on oil, and the rest on gas.",
    "share": "The guild wants the share of salt bowls to go from around 31% now to 36% by 2040, said the potter Aas.",
    "jars": "The jars that broke in the kiln of the guild rose from 8 in spring to 19 in autumn.",
    "lamps": "Vik has 27 lamps at its harbour, and Sund has 34 lamps at its harbour, said the potter Aas.",
    "anteil": "Die Gilde will den Anteil der Salzschalen von derzeit rund 31 Prozent auf 36 Prozent steigern.",
    "part": "La guilde veut porter la part des bols de sel de 31 % à 36 % avant 2040.",
}
TRUE = [
    ("split", "Last year the Terne pits gave 150 tonnes of clay each for bowls and lamps."),
    ("three", "For bowls, jars and lamps the Terne pits gave 110 tonnes of clay each last year."),
    ("half", "At the harbour 43 lamps burn on oil, and as many on gas."),
    ("share", "The guild wants the share of salt bowls to go up five percentage points, to 36% by 2040."),
    ("share", "By 2040 the guild wants the share of salt bowls to be 5 percentage points higher."),
    ("jars", "The jars that broke in the kiln of the guild rose by eleven, to 19 in autumn."),
    ("jars", "In autumn 19 jars broke in the kiln of the guild, 11 more than in spring."),
    ("lamps", "Vik, said Aas, has 27 lamps at its harbour, 7 fewer lamps than the harbour of Sund."),
    ("anteil", "Der Anteil der Salzschalen soll um fünf Prozentpunkte auf 36 Prozent steigen."),
    ("part", "La part des bols de sel doit gagner 5 points de pourcentage, à 36 %, avant 2040."),
]
FALSE = [
    ("split", "Last year the Terne pits gave 185 tonnes of clay each for bowls and lamps."),
    ("three", "For bowls, jars and lamps the Terne pits gave 165 tonnes of clay each last year."),
    ("half", "At the harbour 53 lamps burn on oil, and as many on gas."),
    ("share", "The guild wants the share of salt bowls to go up six percentage points, to 36% by 2040."),
    ("share", "By 2040 the guild wants the share of salt bowls to be 9 percentage points higher."),
    ("jars", "In autumn 19 jars broke in the kiln of the guild, 12 more than in spring."),
    ("lamps", "Vik, said Aas, has 27 lamps at its harbour, 9 fewer lamps than the harbour of Sund."),
    ("anteil", "Der Anteil der Salzschalen soll um 7 Prozentpunkte auf 36 Prozent steigen."),
    ("part", "La part des bols de sel doit gagner 8 points de pourcentage, à 36 %, avant 2040."),
]
LEADS = {"anteil": "Die Gilde brennt Schalen.", "part": "La guilde cuit des bols."}


def messages(name: str, text: str) -> list[str]:
    return told("number", LEADS.get(name, "The guild of Vik has a kiln, and the pits give the clay."), SAID[name], text)


@pytest.mark.parametrize(("name", "text"), TRUE)
def test_a_part_and_a_difference_of_the_numbers_there_are_not_accused(name: str, text: str) -> None:
    assert messages(name, text) == []


@pytest.mark.parametrize(("name", "text"), FALSE)
def test_another_part_and_another_difference_are_told(name: str, text: str) -> None:
    assert messages(name, text)
