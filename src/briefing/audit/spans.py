"""Stretches of months. In: text. Out: the first and the last month of what it tells without their names: January and
July of "the first seven months", January and June of "the first half", January of "the year to date"; and of "from
January to July"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from briefing.audit.periods import periods
from briefing.checks import spelled
from briefing.cldr import month_names, primary

_OF_A_YEAR = (  # not of a war, or of a life
    r"(?!\s(?:of|in|into|de|del|der|des|du|dell[’'a]|van)\s"
    r"(?!(?:(?:the|this|last|that|el|la|het) )?(?:(?:fiscal )?year|\d{4}|Jahres|l[’']année|año|anno|ano|jaar)\b))"
)
_MONTHS = (
    re.compile(
        r"\b(?:first|ersten|eerste)\s(?P<number>[^\W_]+)\s(?P<of>months|Monaten?|maanden|quarters|Quartalen?|kwartalen)\b"
        + _OF_A_YEAR,
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<number>[^\W_]+)\s(?:premiers|primeros|primi|primeiros)\s(?P<of>mois|meses|mesi|trimestres|trimestri)\b"
        + _OF_A_YEAR,
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:primeros|primi|primeiros)\s(?P<number>[^\W_]+)\s(?P<of>meses|mesi|trimestres|trimestri)\b" + _OF_A_YEAR,
        re.IGNORECASE,
    ),
)
_TO_DATE = re.compile(
    r"\b(?:year[ -]to[ -]date|YTD|so far this year|since the (?:start|beginning) of the year|seit Jahresbeginn"
    r"|depuis le début de l[’']année|en lo que va de año)\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"\b(?P<first>[^\W\d_]{3,})\.?(?:\s?[-–—]\s?|\s(?:to|through|until|till|and|bis|und|à|et|a|e|y|tot|en)\s)"
    r"(?=(?P<last>[^\W\d_]{3,})\b)"
)
_LONGEST, _QUARTER, _HALF = 12, 3, 6  # months


class Stretch(Struct, frozen=True):
    """first and last: months, from 1; last is 0 where nothing tells it."""

    text: str
    first: int
    last: int


@lru_cache(maxsize=4096)
def stretches(text: str, language: str) -> tuple[Stretch, ...]:
    return tuple(_stretches(text, primary(language)))


def _stretches(text: str, language: str) -> Iterator[Stretch]:
    for match in (found for pattern in _MONTHS for found in pattern.finditer(text)):
        each = _QUARTER if match["of"].casefold().startswith(("quart", "trim", "kwart")) else 1
        last = _count(match["number"], language) * each
        if 1 < last <= _LONGEST:
            yield Stretch(match.group(), 1, last)
    for period in periods(text):
        length = {"quarter": _QUARTER, "half": _HALF}.get(period.kind, 0)
        if length:
            yield Stretch(period.text, length * (period.number - 1) + 1, length * period.number)
    for match in _TO_DATE.finditer(text):
        yield Stretch(match.group(), 1, 0)


def _count(word: str, language: str) -> int:
    if word.isdecimal():
        return int(word)
    found = spelled.pattern(language).fullmatch(word) if spelled.known(language) else None
    return int(spelled.value(word, language)) if found else 0


@lru_cache(maxsize=4096)
def ends(text: str, language: str) -> tuple[int, int] | None:
    """The two months of the only "from January to July" (or "January–July", or "between January and July")."""
    names = month_names(primary(language), ("wide", "abbreviated"))
    pairs = ((match["first"].casefold(), match["last"].casefold()) for match in _FROM_TO.finditer(text))
    found = [(names[first], names[last]) for first, last in pairs if first in names and last in names]
    return found[0] if len(found) == 1 else None
