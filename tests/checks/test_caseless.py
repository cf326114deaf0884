"""Letters that a pattern takes in either case are found in a text made small."""

import re
import string
import sys

import pytest

from briefing.checks.caseless import caseless

EVERY = "".join(map(chr, range(sys.maxunicode + 1)))


@pytest.mark.parametrize("letter", [*string.ascii_lowercase, *"äéèêëíñóöüúçß"])
def test_what_a_pattern_takes_for_a_letter_is_made_it(letter: str) -> None:
    taken = re.findall(letter, EVERY, re.IGNORECASE)
    assert letter in taken and letter.upper()[0] in [*taken, "S"]  # SS, of ß
    assert {caseless(other) for other in taken} == {letter}


def test_words_stay_words() -> None:
    assert caseless("One İn ſix, KILN") == "one in six, kiln"
