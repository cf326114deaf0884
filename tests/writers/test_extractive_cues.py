"""The tables of cues: each is sound, and the right one is found."""

from typing import get_args

import pytest
from msgspec.structs import fields

from briefing.writers.selection.cues.base import Cues
from briefing.writers.selection.cues.table import TABLES
from briefing.writers.selection.lexicon import Cue, language_of, lexicon

ENGLISH = "The kiln of the old guild is as warm as it was when they built it, and it has not been cold for a year."
TEXTS = {
    "en": ENGLISH,
    "de": "Der Ofen der alten Zunft ist so warm wie an dem Tag, an dem sie ihn gebaut haben, und er wird nicht kalt.",
    "fr": "Le four de la vieille guilde est aussi chaud que le jour où ils l'ont construit, et il ne refroidit pas.",
    "es": "El horno del viejo gremio está tan caliente como el día en que lo construyeron, y no se ha enfriado.",
    "it": "Il forno della vecchia gilda è caldo come il giorno in cui lo hanno costruito, e non si è raffreddato.",
    "pt": "O forno da velha guilda está tão quente como no dia em que foi construído, e não arrefeceu.",
    "nl": "De oven van het oude gilde is zo warm als op de dag dat hij werd gebouwd, en hij is niet koud geworden.",
    "ko": "오래된 길드의 가마는 지어진 날처럼 따뜻하고 일 년 동안 식지 않았다.",
    "ja": "古いギルドの窯は、建てられた日と同じように暖かい。",
    "zh": "老行会的窑和建成那天一样温暖，一年来从未冷却。",
    "ar": "فرن النقابة القديمة دافئ كما كان في اليوم الذي بني فيه.",
}


def test_every_table_has_a_text_to_be_known_by() -> None:
    assert set(TEXTS) == set(TABLES)


@pytest.mark.parametrize("language", TEXTS)
def test_language_is_known_by_its_text_whatever_is_declared(language: str) -> None:
    assert language_of([TEXTS[language]], "xx") == language


def test_language_without_a_table_is_as_declared() -> None:
    assert language_of(["Uusi silta kestää kaksi kertaa enemmän."], "fi-FI") == "fi"
    assert language_of([], "de") == "de"


def test_the_cues_of_the_record_are_those_that_can_be_asked_for() -> None:
    assert {field.name for field in fields(Cues)} == {*get_args(Cue), "function", "light"}


@pytest.mark.parametrize("language", TABLES)
@pytest.mark.parametrize("cue", get_args(Cue))
def test_every_cue_is_sound(language: str, cue: Cue) -> None:
    """It compiles, and no alternative is empty, which would match everything."""
    words = lexicon(language)
    assert cue == "nameless" or words.count(cue, "Ж") == 0  # what names nothing may be nothing


def test_whole_words_only_where_words_are_spaced() -> None:
    assert lexicon("en").count("judges", "The betterment of kilns") == 0
    assert lexicon("en").count("judges", "A better kiln, the BETTER one, is worth it") == 2
    assert lexicon("ko").count("judges", "가장중요한것은") == 2


def test_openings() -> None:
    words = lexicon("en")
    assert words.opens("joins", "However, the kiln is cold.")
    assert words.opens("joins", "“However, the kiln is cold.”")
    assert not words.opens("joins", "The kiln, however, is cold.")


def test_unknown_language_answers_no() -> None:
    words = lexicon("fi")
    assert not words.is_known
    assert not words.opens("joins", "However, the kiln is cold.")
    assert words.function_words == frozenset()
