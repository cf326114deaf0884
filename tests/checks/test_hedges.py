"""Reservations: what keeps one, and what does not, by kind; denials that say what is most so."""

from collections.abc import Sequence

import pytest

from briefing.checks.base import Check, Statement, missing
from briefing.checks.negation import Negation
from briefing.checks.omissions import Omissions

LOST = [
    ("The new coating might have a slight edge over enamel.", "The new coating has a slight edge well over enamel."),
    ("The board may double the fee beyond the old harbour.", "The board will double the fee beyond the old harbour."),
    ("The bridge is expected to open to lorries in June.", "The bridge opened to lorries in June."),
    ("The keeper tried to remove the old lamp.", "The keeper removed the old lamp."),
    ("The firm wants to build a second kiln at Vik.", "The firm has built a second kiln at Vik."),
    ("The trader allegedly sold the painted shelves twice.", "The trader sold the painted shelves twice."),
    ("He is believed to have sold the painted shelves.", "He has sold the painted shelves."),
    ("The council asks whether the yard broke the rules on smoke.", "The yard broke the rules on smoke."),
    ("Die Glasur dürfte über tausend Grad aushalten.", "Die Glasur wird gut tausend Grad aushalten."),
    ("La commune pourrait vendre le four au printemps.", "La commune vend le four au printemps, et plus encore."),
]
KEPT = [
    ("The new coating might have a slight edge over enamel.", "The new coating possibly has an edge over enamel."),
    ("The board may double the fee.", "The board can double the fee."),
    ("The bridge is expected to open to lorries in June.", "The bridge will open to lorries in June."),
    ("The bridge is due to open to lorries in June.", "The bridge is to open to lorries in June, as planned."),
    ("The keeper tried to remove the old lamp.", "The keeper attempted the removal of the old lamp."),
    ("The trader allegedly sold the painted shelves twice.", "The trader sold the painted shelves twice, it is said."),
    ("The firm wants to build a second kiln at Vik.", "The firm seeks to build a second kiln at Vik."),
    ("About 40 shelves broke in the kiln.", "Well over 30, close to 40 shelves broke in the kiln."),
    ("The keeper claims that when he lit the lamp, the tower shook.", "The keeper lit the lamp when the tower shook."),
    (
        "The council asks whether the yard broke the rules.",
        "The council examines the rules that the yard may have broken.",
    ),
    ("Die Glasur dürfte tausend Grad aushalten.", "Die Glasur hält wohl tausend Grad aus."),
    ("Der Rat will die Glasur verbieten.", "Der Rat wird die Glasur verbieten."),
    ("La commune pourrait vendre le four au printemps.", "Il est possible que la commune vende le four."),
]


def _language(text: str) -> str:
    first = text.split()[0]
    return (
        "de" if first in ("Die", "Der", "Sie", "Kein") else "fr" if first in ("La", "Il", "C'est", "Aucune") else "en"
    )


def _missing(check: Check, text: str, passages: Sequence[str]) -> list[str]:
    language = _language(text)
    return [each.fact.text for each in missing([check], Statement(text, language, language), passages)]


@pytest.mark.parametrize(("passage", "text"), LOST)
def test_a_reservation_is_kept_by_no_word_of_another_kind(passage: str, text: str) -> None:
    assert _missing(Omissions(), text, [passage]) != []


@pytest.mark.parametrize(("passage", "text"), KEPT)
def test_a_reservation_in_other_words_is_kept(passage: str, text: str) -> None:
    assert _missing(Omissions(), text, [passage]) == []


OUTDONE = [
    ("It is the tallest chimney of the county.", "No chimney of the county is taller."),
    ("It was the first kiln of the valley.", "No kiln stood in the valley before."),
    ("Sie ist der höchste Schornstein im Kreis.", "Kein Schornstein im Kreis ist höher."),
    ("C'est la cheminée la plus haute du canton.", "Aucune cheminée du canton n'est plus haute."),
    ("The works have 40 kilns, including 12 of brick.", "Of the 40 kilns, 28 are not of brick."),
    ("The draught is stronger than was expected of wood.", "Wood does not explain the draught."),
    ("A spokesman for the council declined to comment.", "The council did not comment."),
    ("The council kept silent about the chimney.", "The council said nothing about the chimney."),
]
DENIED = [
    ("It is a tall chimney of the county.", "No chimney of the county is taller."),
    ("It is the tallest chimney of the county.", "It is not the chimney of the county."),
    ("Sie ist ein Schornstein im Kreis.", "Kein Schornstein im Kreis ist höher."),
]


@pytest.mark.parametrize(("passage", "text"), OUTDONE)
def test_a_denial_that_says_what_is_most_so_is_carried(passage: str, text: str) -> None:
    assert _missing(Negation(), text, [passage]) == []


@pytest.mark.parametrize(("passage", "text"), DENIED)
def test_any_other_denial_is_not(passage: str, text: str) -> None:
    assert _missing(Negation(), text, [passage]) != []


def test_a_denial_is_not_missed_where_another_clause_says_as_much_without_it() -> None:
    passages = ["The mayor said that old kilns were not unlawful.", "Courts have found most of the old kilns lawful."]
    assert _missing(Omissions(), "Courts found the old kilns lawful.", passages) == []
    assert _missing(Omissions(), "Most of the old kilns are unlawful.", passages[:1]) != []
