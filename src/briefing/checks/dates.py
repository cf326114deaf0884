"""Dates: a month that a statement names has to stand in what it cites, in whatever form ("8 Jan", "2024-01", "1월").

Days and years are numbers, and checked as such.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.checks.base import Fact, Statement
from briefing.cldr import month_names

_WORD = re.compile(r"[^\W\d_]+")
_ISO = re.compile(r"(?<![\d./])(?:(?:19|20)\d{2}[-/.](\d{1,2})(?:[-/.]\d{1,2})?|(\d{1,2})[/.](?:19|20)\d{2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<![\d.])\d{1,2}\.\s?(\d{1,2})\.\s?(?:19|20)\d{2}(?!\d)")  # 01.06.2024
_SLASHED = re.compile(
    r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:19|20)\d{2}(?!\d)"
)  # which of the two is the month, nobody says
_EAST = re.compile(r"(?<!\d)(\d{1,2})\s?[月월]")
_HAN_MONTHS = {name: n for n, name in enumerate("一 二 三 四 五 六 七 八 九 十 十一 十二".split(), 1)}
_HAN = re.compile(r"(?<![一二三四五六七八九十个個])(十[一二]|[一二三四五六七八九十])月")
_EVERYDAY = frozenset({"may", "march", "mar", "set", "out"})  # but for their capital


class Dates:
    name = "dates"
    explains = "is a month that what it cites does not carry"
    hint = "Take the date from the cited sentence, cite the one that has it, or leave it out."
    whole = False
    byline = False
    elsewhere = True

    def facts(self, statement: Statement) -> Iterator[Fact]:
        languages = f"{statement.language} {statement.source_language} en"
        for text, month in _months(statement.text, languages, short=False):
            yield Fact(text, f"{month} {languages}")

    def carries(self, passage: str, fact: Fact) -> bool:
        month, _, languages = fact.key.partition(" ")
        return int(month) in _carried(passage, languages)


@lru_cache(maxsize=16_384)
def _carried(passage: str, languages: str) -> frozenset[int]:
    return frozenset(month for _, month in _months(passage, languages, short=True))


def _months(text: str, languages: str, *, short: bool) -> Iterator[tuple[str, int]]:
    widths = ("abbreviated", "wide") if short else ("wide",)
    names = {word: n for language in languages.split() for word, n in month_names(language, widths).items()}
    for match in _WORD.finditer(text):
        word = match.group()
        if (number := names.get(word.casefold())) and (word[0].isupper() or word.casefold() not in _EVERYDAY):
            yield word, number
    yield from _in_digits(text, short=short)
    for match in _HAN.finditer(text):
        yield match.group(), _HAN_MONTHS[match[1]]


def _in_digits(text: str, *, short: bool) -> Iterator[tuple[str, int]]:
    for match in _ISO.finditer(text):
        if 1 <= (number := int(match[1] or match[2])) <= 12:
            yield match.group(), number
    for match in _DAY_FIRST.finditer(text):
        if 1 <= int(match[1]) <= 12:
            yield match.group(), int(match[1])
    for match in _SLASHED.finditer(text) if short else ():
        yield from ((match.group(), number) for number in map(int, match.groups()) if 1 <= number <= 12)
    for match in _EAST.finditer(text):
        if 1 <= int(match[1]) <= 12:
            yield match.group(), int(match[1])
