"""Word by word: what is removed and added, and that both texts can be read out of it."""

from collections.abc import Sequence

import pytest

from briefing.reports.words import Run, clipped, word_diff

SIGNS = {"same": "{}", "removed": "[-{}-]", "added": "[+{}+]"}


def shown(runs: Sequence[Run]) -> str:
    return "".join(SIGNS[run.kind].format(run.text) for run in runs)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("It saves 9% of it.", "It saves 12% of it.", "It saves [-9-][+12+]% of it."),
        ("It costs 4,200 euros.", "It costs 4,300 euros.", "It costs [-4,200-][+4,300+] euros."),
        ("It is safe.", "It is not safe.", "It is [+not +]safe."),
        ("It is not safe.", "It is safe.", "It is [-not -]safe."),
        ("More than peak heat.", "More than peak heat does.", "More than peak heat[+ does+]."),
        ("one two three", "one four five", "one [-two three-][+four five+]"),
        ("p < 0.05", "p > 0.05", "p [-<-][+>+] 0.05"),
        ("state-of-the-art", "state-of-the-heart", "[-state-of-the-art-][+state-of-the-heart+]"),
        ("窯の温度は千度", "窯の温度は二千度", "窯の温度は[+二+]千度"),
        ("", "New.", "[+New.+]"),
        ("Gone.", "", "[-Gone.-]"),
        ("Same.", "Same.", "Same."),
        (" lead", "lead", "[- -]lead"),
        ("", "", ""),
    ],
)
def test_word_by_word(before: str, after: str, expected: str) -> None:
    runs = word_diff(before, after)
    assert shown(runs) == expected
    assert "".join(run.text for run in runs if run.kind != "added") == before
    assert "".join(run.text for run in runs if run.kind != "removed") == after


def test_long_stretches_that_stayed_are_cut_and_changes_never() -> None:
    words = " ".join(f"word{n}" for n in range(60))
    runs = clipped(word_diff(f"{words} 312 {words}", f"{words} 319 {words}"))
    assert len(shown(runs)) < 150
    assert "[-312-][+319+]" in shown(runs)
    assert clipped(word_diff(words, words.upper())) == list(word_diff(words, words.upper()))


def test_very_long_texts_are_not_compared_for_long() -> None:
    listing = "x = f(1)\n" * 2000
    runs = word_diff(listing, f"{listing}y = 2\n")
    assert [run.kind for run in runs] == ["removed", "added", "same"]
    assert word_diff(listing, listing) == (Run("same", listing),)
