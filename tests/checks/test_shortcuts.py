"""What is looked for in a short way is what the patterns find that look at each letter."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.audit.fractions import _HOW_MANY, _ONE_IN, _shares, fractions
from briefing.checks import spelled
from briefing.checks.links import ADDRESS, without_addresses
from briefing.checks.numbers import (
    _IN_NAMES,
    _MAYBE_IN_NAMES,
    _MAYBE_POWER,
    _POWER,
    _digits,
    _in_digits,
    _words,
)

_MARKS = "0123456789.,-−–:/@_ €%’'^*eExX\u00a0万٣İſ"
_WORDS = (
    "minus | minus 5|1,500|12 500|⁻³|10^|a|Kiln|one |Two|in |thirds of |half of |fünf|vier|Hälfte der |jede zweite "
    "|and |twenty-|ventuno|een|veintidós|la mitad de |un sur cinq |www.|a.io|http://"
)
PARTS = st.sampled_from([*_MARKS, *_WORDS.split("|")])
TEXTS = st.lists(PARTS, max_size=12).map("".join)
LANGUAGES = st.sampled_from(["en", "de", "fr", "es", "it", "pt", "nl", "ja", "ko", "sv"])


@given(TEXTS, LANGUAGES)
def test_numbers_in_digits(text: str, language: str) -> None:
    pattern = _digits(language)
    assert [m.span() for m in _in_digits(pattern, text)] == [m.span() for m in pattern.finditer(text)]


@given(TEXTS, LANGUAGES)
def test_number_words(text: str, language: str) -> None:
    pattern = _words(language)
    assert pattern is None or not pattern.search(text) or spelled.may_stand(text, language)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "pt", "nl"])
def test_each_number_word_may_stand(language: str) -> None:
    atoms = spelled._atoms(language)
    assert all(spelled.may_stand(f"({atom.title()})", language) for atom in atoms)
    assert not spelled.may_stand("Kiln, Vogg, wharf.", language)


@given(TEXTS)
def test_powers_names_and_addresses(text: str) -> None:
    assert not _POWER.search(text) or _MAYBE_POWER.search(text)
    assert not _IN_NAMES.search(text) or _MAYBE_IN_NAMES.search(text)
    assert without_addresses(text) == ADDRESS.sub(lambda match: " " * len(match.group()), text)


@given(TEXTS, st.sampled_from(list(_HOW_MANY)))
def test_fractions_in_words(text: str, language: str) -> None:
    patterns = [*(pattern for pattern, _ in _shares(language)), _ONE_IN]
    found = [match for pattern in patterns for match in pattern.finditer(text)]
    told = {start for start, _, _ in fractions(text, language)}
    below = {match.start() for match in found if match.re is not _ONE_IN and _share(match, language) <= 1}
    assert below <= told <= {match.start() for match in found}


def _share(match: re.Match[str], language: str) -> float:
    parts = next(parts for pattern, parts in _shares(language) if pattern is match.re)
    return _HOW_MANY[language].get((match["many"] or "").lower(), 0) / parts


def test_letters_that_a_pattern_takes_for_others_are_no_failure() -> None:
    assert [shown for _, shown, _ in fractions("Fİve out of ten, and ſix in ten.", "en")] == [
        "Fİve out of ten",
        "ſix in ten",
    ]
