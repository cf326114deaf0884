"""More than, and less than. In: a text and one of its numbers. Out: on which side of it the truth is said to be.

"Over 40" holds of 42, "nearly 40" of 39; of "less than 40", "more than 40" is the opposite.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal

from briefing.audit.flaw import Flaw
from briefing.audit.measures import Measure, agree, like, measures, size
from briefing.audit.sentence import HEARD, Judged

Side = Literal["over", "under", ""]
_NO = r"(?<!no )(?<!not )(?<!nicht )(?<!pas )"
_WORDS: Mapping[Side, str] = {
    "under": (
        r"\b(?:(?:no|not|nicht|pas|no) (?:more|mehr|plus|más) (?:than|als|que|de)"
        rf"|{_NO}(?:less|fewer|lower|smaller|shorter) than|under|below|up to|at most|nearly|almost|not even"
        r"|nicht einmal|a maximum of|short of|weniger als|unter|bis zu|höchstens|maximal|knapp|fast|nahezu"
        r"|moins de|jusqu['’]à|au plus|au maximum|presque|menos de|hasta|casi|como máximo|meno di|fino a|quasi)"
    ),
    "over": (
        r"\b(?:(?:no|not|nicht|pas) (?:less|fewer|weniger|moins) (?:than|als|de)"
        rf"|{_NO}(?:more|greater|higher|longer|larger) than|over|above|at least|upwards? of|in excess of"
        r"|exceed(?:s|ed|ing)?|a minimum of|mehr als|über|mindestens|gut|plus de|au moins|au-delà de"
        r"|más de|al menos|por lo menos|più di|oltre|almeno)"
    ),
}
_SIDES: tuple[tuple[Side, re.Pattern[str]], ...] = tuple(
    (side, re.compile(rf"(?:{words})\s(?:the\s|a\s|die\s|der\s|la\s|le\s)?[$€£¥]?$", re.IGNORECASE))
    for side, words in _WORDS.items()
)
_LOOK = 32  # characters before a number
_NEAR = Decimal("0.15")  # by which it may be passed, or missed, to be named so


def side(text: str, measure: Measure) -> Side:
    if text.startswith("+", measure.start + len(measure.text)):
        return "over"  # "700+ users"
    before = text[max(0, measure.start - _LOOK) : measure.start]
    return next((name for name, pattern in _SIDES if pattern.search(before)), "")


def within(text: str, given: Measure, exact: Measure) -> bool:
    """Whether a number of a text names the side of another one that is not far from it."""
    told, mine, theirs = side(text, given), size(given), size(exact)
    if not told or not mine or not theirs or not like(given, exact):
        return False
    return mine <= theirs <= mine * (1 + _NEAR) if told == "over" else mine * (1 - _NEAR) <= theirs <= mine


def bounds(judged: Judged) -> Iterator[Flaw]:
    """A number on the other side of which the nearest sentence that has it says the truth is."""
    for given in measures(judged.text, judged.language):
        told = side(judged.text, given)
        for number in judged.near[:3] if told else ():
            source = judged.said(number)
            known = [each for each in measures(source, judged.source_language) if agree(given, each)]
            theirs = {side(source, each) for each in known}
            if theirs and source in judged.sharing(HEARD):
                if "" not in theirs and told not in theirs:
                    message = f"The source has it the other way: not “{told}” “{given.shown}”, but “{min(theirs)}” it."
                    yield Flaw("number", "contradicted", "error", message, number)
                break
