"""Numbers that are a name's or a date's, and so change places with nothing else: a few sentences of our own."""

import pytest

from briefing.audit.audit import audit
from briefing.audit.labels import label, name
from briefing.audit.measures import measures
from briefing.audit.swaps import swaps
from tests.audit.documents import document

LABELS = [
    ("They fired it on Oct. 11.", "en", "day"),
    ("They fired it on 11 October.", "en", "day"),
    ("On the 11th of October they fired it.", "en", "day"),
    ("Sie brannten ihn am 11. Oktober.", "de", "day"),
    ("Ils l’ont cuit le 11 octobre.", "fr", "day"),
    ("11日に焼いた。", "ja", "day"),
    ("第4章にある。", "ja", "第"),
    ("It is told in Chapter 4.", "en", "chapter"),
    ("It is told in chapter 4.", "en", "chapter"),
    ("Kiln No. 4 is cold.", "en", "no"),
    ("There were no 40 bowls.", "en", ""),
    ("They may 40 times a day.", "en", ""),
    ("A round 40 bowls broke.", "en", ""),
    ("In October 40 bowls broke.", "en", ""),
    ("Week 13 was cold.", "en", "week"),
    ("Es steht in Kapitel 4.", "de", "kapitel"),
    ("They sold 40 bowls.", "en", ""),
    ("Stage 40% was reached.", "en", ""),
]


@pytest.mark.parametrize(("text", "language", "expected"), LABELS)
def test_what_a_number_belongs_to(text: str, language: str, expected: str) -> None:
    assert label(text, measures(text, language)[0], language) == expected


NAMES = [
    ("They sold the Murre 11 to Oslo.", "en", "murre"),
    ("Murre 11 was sold.", "en", ""),
    ("They sold Murre 11% of it.", "en", ""),
    ("Sie verkauften Schalen 11 Mal.", "de", ""),
]


@pytest.mark.parametrize(("text", "language", "expected"), NAMES)
def test_the_name_before_a_number(text: str, language: str, expected: str) -> None:
    assert name(text, measures(text, language)[0], language) == expected


PHASE = "The potters' Oct. 11 announcement of a Phase 1 accord over clay has led to nothing."
FERRY = "For salt the guild bought the Murre 14 of Oslo, and 35 jars for clay."
SOLD = "In stage 3 of the sale 16 bowls went to Vik, and in stage 5 of it 28 bowls went to Sund."
FAIRS = "The fair of the potters opens on May 3, and the market of the masons on May 8."
# sentence, what the source says, whether numbers have changed places; None where nothing may have
PLACES = [
    ("The Phase 1 accord over clay that the potters' announcement was of on Oct. 11 led to nothing.", PHASE, None),
    ("The clay accord of Oct. 11 is the Phase 1 that the potters' announcement was of.", PHASE, None),
    ("For clay the guild has the Murre 14, for salt 35 jars of Oslo.", FERRY, None),
    ("The fair of the potters opens on May 8, and the market of the masons on May 3.", FAIRS, True),
    ("The market of the masons opens on May 8, and the fair of the potters on May 3.", FAIRS, False),
    ("In stage 3 of the sale 28 bowls went to Vik, and in stage 5 of it 16 bowls went to Sund.", SOLD, True),
    ("In stage 5 of the sale 28 bowls went to Sund, and in stage 3 of it 16 bowls went to Vik.", SOLD, False),
]


@pytest.mark.parametrize(("text", "source", "swapped"), PLACES)
def test_what_may_have_changed_places(text: str, source: str, swapped: bool | None) -> None:
    found = [crossed for _, crossed in swaps(text, "en", source, "en")]
    assert (any(found) if found else None) is swapped


LEAD = "# The guild\n\nThe guild of Vik made an accord over the clay of the harbour.\n\n"


def _told(source: str, text: str) -> list[str]:
    found = audit(document(LEAD + text), [document(f"# The guild\n\n{source}", "source.md")]).findings
    return [each.message for each in found if "changed places" in each.message]


@pytest.mark.parametrize(("text", "source", "swapped"), PLACES)
def test_it_is_told_of_no_label_and_no_day(text: str, source: str, swapped: bool | None) -> None:
    assert bool(_told(source, text)) is (swapped is True)
