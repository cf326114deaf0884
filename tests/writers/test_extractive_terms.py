"""Terms, lengths and key terms, in any script."""

import pytest

from briefing.writers.selection.keyterms import key_terms
from briefing.writers.selection.lexicon import lexicon
from briefing.writers.selection.terms import length, overlap, terms, tokens
from tests.writers.extractive_reading import material


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The kilns and the kiln's heat", "en", ("kilns", "kiln", "heat")),
        ("Pretraining, pretrained and a pretrain-run", "en", ("pretra", "pretra", "pretra", "run")),
        ("8x7B and 15 of GPT-4o", "en", ("8x7b", "15", "gpt", "4o")),
        ("Größe, ÉCOLE", "de", ("grösse", "école")),
        ("도자기 가마", "ko", ("도자", "자기", "가마")),
        ("新橋完成", "zh", ("新橋", "橋完", "完成")),
        ("SSDを発売", "ja", ("ssd", "を発", "発売")),
        ("橋", "zh", ("橋",)),
        ("...", "en", ()),
    ],
)
def test_terms(text: str, language: str, expected: tuple[str, ...]) -> None:
    assert terms(text, lexicon(language).function_words) == expected


@pytest.mark.parametrize("text", ["it's 'so' a_b, x''y o'er' '", "", "\x1c one\x7ftwo \t3.5", "don't-stop"])
def test_words_of_ascii_are_cut_as_those_of_any_text(text: str) -> None:
    assert tokens(text) == tokens(f"{text} é")[:-1]


@pytest.mark.parametrize(
    ("text", "words"),
    [("The kiln at Harrow still fires.", 6), ("새 다리는 무겁다", 3.5), ("新しい橋", 2), ("", 0), ("— / —", 0)],
)
def test_length(text: str, words: float) -> None:
    assert length(text) == words


def test_overlap() -> None:
    assert overlap(frozenset("ab"), frozenset("ab")) == 1
    assert overlap(frozenset("ab"), frozenset("bc")) == 0.5
    assert overlap(frozenset("ab"), frozenset("cd")) == overlap(frozenset(), frozenset()) == 0


KEY_TERMS = {
    "en": (
        """
The wood kiln of Harrow is old. A wood kiln needs ash glaze, and ash glaze needs sand.
Nobody sells ash glaze beyond the hills. The guild keeps the wood kiln warm.
""",
        ["ash glaze", "wood kiln"],
    ),
    "de": (
        """
Der Holzofen von Harrow ist alt. Ein Holzofen braucht Asche. Ohne Asche wird der Holzofen kalt.
""",
        ["Holzofen", "Asche"],
    ),
    "ko": (
        """
# 도자기를 굽는 가마
도자기 가마를 고쳤다. 새 도자기는 비싸다. 도자기를 팔기 시작 했다. 모두 놀라기 시작 했다. 가마는 아직 뜨겁다.
""",
        ["도자기", "가마"],
    ),
    "zh": ("村里的山上有一座“木窑”。人们花了三年才修好木窑。然后木窑每天都需要很多沙子。", ["木窑"]),
    "ja": (
        "# 新しい窯元\n村の窯元は「ルーラー」を使う。窯元はルーラーを毎日洗う。毎日は楽しい。",
        ["ルーラー", "窯元"],
    ),
    "fr": ("L’argile rouge est rare. On cherche l’argile rouge. Sans l’argile rouge, rien.", ["argile rouge"]),
}


@pytest.mark.parametrize("language", KEY_TERMS)
def test_key_terms_occur_as_written(language: str) -> None:
    text, expected = KEY_TERMS[language]
    found = key_terms(material(text, language=language), 2)
    assert found[: len(expected)] == expected
    assert all(term in text for term in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Many things went on. Good things take time. All things end. In time, the time came.", []),
        ("It fired at 5% of the cost. A further 5% came of it. The 24-page list is a 24-page list.", []),
        ("The kiln is old. The kiln leaks water.", []),
        ("The kiln is old. The kiln leaks water. A kiln burns wood.", []),
        ("# The kiln\nThe kiln is old. The kiln leaks water. A kiln burns wood.", ["kiln"]),
        ("The “kiln” is old. The kiln leaks water. A kiln burns wood.", ["kiln"]),
        ("The [old kiln](https://kiln.example.org) is cold. The kiln leaks water. A kiln burns wood.", ["kiln"]),
        ("We went to Harrow. All of Harrow met us.", ["Harrow"]),
        ("Adding ash helps it. Adding sand does not.", []),
        ("# Re-firing\nThe re-firing was slow. A second re-firing was fast. No re-firing is free.", ["re-firing"]),
        (r"Write y \mid x for it. Then y \mid x is high. So y \mid x is known.", []),
        ("The heat α_k = 5 is high. Here α_k = 5 is low. The heat α_k = 5 is known.", []),
        ("Oren et al. fired it. Later Oren et al. sold it. The pots of Oren and Ida et al. cracked.", []),
        ("We met in July. All of July was wet. It was Jul 3 when July ended.", []),
        ("# Models\nThe models crack. No models crack twice. All models of it crack.", []),
        ("# A better method\nNo method is better. This method fails. Another method is better.", []),
        ("I’m late and it’s July. That’s when I’m late and it’s cold. I’m late.", []),
        (
            "# Kilns\nThe kilns are old. A kiln leaks, and kilns burn. One kiln of all kilns is new. No kiln is.",
            ["kilns"],
        ),
        ("Our [Fair of Harrow](https://fair.example.org) is on. We like the Fair of Harrow.", []),
    ],
)
def test_a_word_like_any_other_is_no_key_term(text: str, expected: list[str]) -> None:
    assert key_terms(material(text), 4) == expected


def test_no_key_terms_where_nothing_recurs() -> None:
    assert key_terms(material("The kiln is old."), 5) == []
