"""Which words of a link are a name that can be printed by itself, and which are a piece of the sentence around them."""

import pytest

from briefing.writers.selection.anchors import is_name
from briefing.writers.selection.lexicon import lexicon
from tests.writers.extractive_reading import page, reading


def printed(sentence: str, language: str) -> bool:
    """Of a sentence, or a block, with one link."""
    (choice,) = reading(page(sentence)).links
    return is_name(choice, lexicon(language))


def within(anchor: str) -> str:
    return f"Oren – [{anchor}](https://example.org/a) – Ibsen.\n"


NAMES = [
    ("en", "Kiln Atlas"),
    ("en", "the Kiln Atlas"),
    ("en", "the Ember 3 kilns"),
    ("en", "the FeuerWeb dataset"),
    ("en", "The Kiln Atlas of 2031"),
    ("en", "RFC 7231"),
    ("en", "kiln-tools/examples/fire.py"),
    ("en", "this-week-in-clay.org"),
    ("en", "Firing Twice can be More Costly than Firing Once"),
    ("en", "The Clay Lab: how to have fun"),
    ("en", "Support for gas kilns"),
    ("en", "Ibsen, et al. 2031"),
    ("en", "Oren (2031)"),
    ("en", "“what it is about”"),
    ("de", "der Ember 3"),
    ("de", "Die Öfen der Küste"),
    ("de", "Bundesanstalt für Öfen"),
    ("de", "der FeuerAtlas"),
    ("fr", "Les Fours de la côte"),
    ("fr", "Atlas des fours"),
    ("es", "Los hornos de la costa"),
    ("it", "Atlante dei forni"),
    ("pt", "Os Fornos da Costa"),
    ("nl", "De Ovens van de Kust"),
    ("ko", "가마 지도"),
    ("ja", "窯の地図"),
    ("zh", "窑炉地图"),
    ("ar", "أطلس الأفران"),
    ("pl", "Atlas pieców"),
]
PIECES = [
    ("en", "the very widely used Kiln Atlas in December"),
    ("en", "the Kiln Atlas in December"),
    ("en", "the newest Kiln Atlas"),
    ("en", "published by Ibsen in July 2031"),
    ("en", "shown in 2031"),
    ("en", "by the guild of Harrow"),
    ("en", "on GitHub"),
    ("en", "my Review of 2031"),
    ("en", "Harrow has fired 40 Kilns"),
    ("en", "Ibsen released Ember 3"),
    ("en", "the Ember 3 this month"),
    ("en", "Ibsen (2031"),
    ("en", "Kilns) and Clay"),
    ("de", "die Studie"),
    ("de", "die Ankündigung"),
    ("de", "die neue Studie der Gilde"),
    ("de", "im Kilnatlas"),
    ("de", "der Ember 3 im Dezember"),
    ("de", "Harrow hat Ember 3 veröffentlicht"),
    ("fr", "le nouvel Atlas des fours"),
    ("fr", "l’Atlas des fours en décembre"),
    ("fr", "Harrow a publié l’Atlas"),
    ("es", "el nuevo Atlas"),
    ("es", "el Atlas de diciembre de 2031"),
    ("es", "Harrow publicó el Atlas"),
    ("it", "il nuovo Atlante"),
    ("it", "Harrow ha pubblicato Ember 3"),
    ("pt", "o novo Atlas"),
    ("pt", "Harrow publicou o Atlas"),
    ("nl", "de nieuwe Atlas"),
    ("nl", "Harrow heeft Ember 3 uitgebracht"),
    ("ko", "가마 지도를 공개했다"),
    ("ja", "「窯の地図」を公開"),
    ("ja", "窯の地図が"),
    ("zh", "公会发布了窑炉地图"),
    ("ar", "أعلنت النقابة أطلس الأفران"),
]


@pytest.mark.parametrize(("language", "anchor"), NAMES)
def test_a_name_is_printed(language: str, anchor: str) -> None:
    assert printed(within(anchor), language)


@pytest.mark.parametrize(("language", "anchor"), PIECES)
def test_a_piece_of_a_sentence_is_not(language: str, anchor: str) -> None:
    assert not printed(within(anchor), language)


@pytest.mark.parametrize(
    "block",
    [
        "# [Ember 3 is released](https://example.org/a)\n",
        "- [Ember 3 is released in December](https://example.org/a): a kiln for one pot.\n",
        "1. [by the guild of Harrow](https://example.org/a)\n",
        "[Ember 3 is released](https://example.org/a).\n",
        "Oren wrote “[why the kiln was built](https://example.org/a)” for the guild.\n",
    ],
)
def test_what_its_author_printed_as_a_title_is_one(block: str) -> None:
    assert printed(block, "en")
