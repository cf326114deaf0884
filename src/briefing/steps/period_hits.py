"""Dates and names of periods in a line of text, each by itself. In: the line, its language. Out: what stands where.

Figures (2024-07, 07/2024, 5.3.2003), East Asian months (6月, 2024년 1월), weeks (KW 12), and the names of months and
quarters with the day and the year beside them. Whether a hit means what it seems to is for period_grammar to judge.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from briefing.cldr import dotted_day, fold, month_first, month_names, quarter_names
from briefing.steps.period_when import When

YEAR = r"(?:19|20)\d\d"
# The beginning of a part of a heading: its start, or what follows a separator; and a number there.
OPENED = re.compile(r"(?:^|[:|(\[{【·]|\s[-–]|–)[^\w)]*(?:(?P<number>\d{1,2})[.)]\s*)?$")

_HAN = "〇一二三四五六七八九"
_MONTH = rf"(?:\d{{1,2}}|十[一二]?|[{_HAN[1:]}])"
_ORDINAL = r"(?:st|nd|rd|th|er|re|\.?[ºª°]|\.)"
_LINK = r"(?:de|del|di|do|of|in|năm)"

_DAY_BEFORE = rf"(?<![\d.,])(?P<day>\d{{1,2}}){_ORDINAL}?(?:\s?[-–&]\s?\d{{1,2}}{_ORDINAL}?)?\s?(?:(?:of|de|di)\s|d')?"
_BEFORE = re.compile(
    rf"(?:(?<!\d)(?P<year>{YEAR})(?!\d)\s?[.,:/(年년–-]?\s?(?:[^\W\d_]{{1,2}}\.\s?)?)?(?:{_DAY_BEFORE})?$"
)
_AFTER = re.compile(
    rf"\.?(?:[ ,]{{1,2}}(?P<day>\d{{1,2}})(?!\d){_ORDINAL}?(?:\s?[-–&]\s?\d{{1,2}}(?!\d){_ORDINAL}?)?)?"
    rf"(?:\s?[,./(–-]?\s?(?:{_LINK}\s)?(?P<year>{YEAR})(?!\d)|\s?'(?P<short>\d\d)(?!\d))?",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    rf"(?<![\w./-])(?P<year>{YEAR})\s?(?P<s>[-/.])\s?(?P<month>\d{{1,2}})(?:\s?(?P=s)\s?(?P<day>\d{{1,2}}))?(?!\w|[-/.]\d)"
)
_YEAR_LAST = re.compile(rf"(?<![\w./-])(?P<a>\d{{1,2}})(?P<s>[-/.])\s?(?P<b>\d{{1,2}})(?P=s)\s?(?P<year>{YEAR})(?!\w)")
_MONTH_YEAR = re.compile(rf"(?<![\w./-])(?P<month>\d\d?(?=/)|\d\d)[-/.](?P<year>{YEAR})(?!\w|[-/.]\d)")
_COMPACT = re.compile(rf"(?<!\w)(?P<year>{YEAR})(?P<month>\d\d)(?P<day>\d\d)(?!\w)")
_EAST_ASIAN = (  # compiled where one stands
    rf"(?<![\d{_HAN}十])(?:(?P<year>{YEAR}|[{_HAN}零]{{4}})\s*[年년]\s*)?"
    rf"(?:(?P<first>{_MONTH})\s*(?:[月월]\s*)?(?:[-~–至到]|から|부터)\s*)?(?P<month>{_MONTH})\s*[月월](?:\s*(?P<day>\d{{1,2}})\s*[日일号號])?"
)
_WEEK = re.compile(
    rf"(?:(?<!\d)(?P<y1>{YEAR})[\s,/年년-]*)?"
    r"(?:(?<![^\W\d_])(?:w(?=\d\d(?!\d))|kw|(?:calendar\s)?week|(?:kalender)?woche|semaine|semana|settimana|vecka|uke|uge"
    r"|viikko|tydzień|týden|неделя|тиждень|hafta)\s*(?:#|no\.|nr\.)?\s*(?P<w1>\d{1,2})(?![\d.:]\d|\d|-\w)"
    r"|第?\s*(?P<w2>\d{1,2})\s*[周週]|(?P<w3>\d{1,2})\s*주차|(?<![\d.])(?P<w4>\d{1,2})\.\s?(?:kw|woche|uke|uge|týden)(?!\w))"
    rf"(?:[\s,/(-]*(?:{_LINK}\s)?(?P<y2>{YEAR})(?!\d))?",
    re.IGNORECASE,
)
# Thai, Lao, Burmese, Khmer, Chinese, Japanese, Korean: scripts in which a name needs no space beside it
_UNSPACED = ("\u0e00\u0eff", "\u1000\u109f", "\u1780\u17ff", "\u3040\u30ff", "\u4e00\u9fff", "\uac00\ud7af")
_QUARTERS = {f"q{n}": n for n in (1, 2, 3, 4)}
_SAME = {
    **dict.fromkeys("$*_`#¶\\\u200b\ufeff", " "),
    **dict(zip("：（）［］，、．／｜～〜–—―−‐‑・•’‘", ":()[],,./|~~––––--··''", strict=True)),
}

Form = Literal["name", "quarter", "week", "figures", "east-asian"]


class Hit(Struct, frozen=True):
    """line[start:end] reads as a period. East Asian: a month in figures, which is nothing else."""

    start: int
    end: int
    when: When
    form: Form


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text with figures, marks and spaces of all kinds in their plain form, character for character."""
    return "".join(map(_plain, text))


@cache
def _plain(char: str) -> str:
    figure = unicodedata.decimal(char, None)
    if figure is not None:
        return str(figure)
    return _SAME.get(char, " " if char.isspace() else char)


def is_unspaced(text: str) -> bool:
    """Whether a character of it is of a script that needs no space beside a name."""
    return not text.isascii() and any(span[0] <= char <= span[1] for char in text for span in _UNSPACED)


def find_hits(line: str, language: str) -> list[Hit]:
    """All hits in a plain line, in its order; of two that overlap, the longer."""
    hits = [*_figures(line, language), *_east_asian(line), *_weeks(line), *_named(line, language)]
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _figures(line: str, language: str) -> Iterator[Hit]:
    for pattern in (_YEAR_FIRST, _MONTH_YEAR, _COMPACT):
        for match in pattern.finditer(line):
            yield from _dated(match, match["month"], match.groupdict().get("day"))
    for match in _YEAR_LAST.finditer(line):
        first, second = int(match["a"]), int(match["b"])
        month_leads = second > 12 or (first <= 12 and match["s"] == "/" and month_first(language))
        if first > 12 or second > 12 or match["s"] != "/" or month_first(language) is not None:
            yield from _dated(match, match["a" if month_leads else "b"], match["b" if month_leads else "a"])


def _dated(match: re.Match[str], month: str, day: str | None) -> Iterator[Hit]:
    if 1 <= int(month) <= 12 and (day is None or 1 <= int(day) <= 31):
        when = When(int(match["year"]), int(month), int(day or 0))
        yield Hit(match.start(), match.end(), when, "figures")


def _east_asian(line: str) -> Iterator[Hit]:
    if "月" not in line and "월" not in line:
        return
    for match in re.finditer(_EAST_ASIAN, line):
        month, first = _han(match["month"]), _han(match["first"] or match["month"])
        if 1 <= first <= 12 and 1 <= month <= 12:
            year = _han(match["year"]) if match["year"] else None
            when = When(year, first, int(match["day"] or 0), more=(month - first) % 12)
            yield Hit(match.start(), match.end(), when, "east-asian" if match["month"].isascii() else "name")


def _han(text: str) -> int:
    """A figure, or a month or a year in Chinese figures: "十二" → 12, "二〇二一" → 2021."""
    if text.isascii():
        return int(text)
    if text.startswith("十"):
        return 10 + (_HAN.index(text[1]) if text[1:] else 0)
    return int("".join(str(_HAN.index(char)) for char in text.replace("零", "〇")))


def _weeks(line: str) -> Iterator[Hit]:
    for match in _WEEK.finditer(line):
        week = int(match["w1"] or match["w2"] or match["w3"] or match["w4"])
        year = match["y1"] or match["y2"]
        if 1 <= week <= 53:
            yield Hit(match.start(), match.end(), When(int(year) if year else None, week=week), "week")


def _named(line: str, language: str) -> Iterator[Hit]:
    pattern, names = _names(language)
    free = 0  # what an earlier date has taken is not part of this one
    for match in pattern.finditer(line):
        before, after = _BEFORE.search(line[: match.start()], free), _AFTER.match(line, match.end())
        if before is None or after is None:  # both match the empty string: this is for the type checker
            continue
        month, more = names[fold(match[0])]
        year = int(after["year"] or (after["short"] and f"20{after['short']}") or before["year"] or 0) or None
        day = _day(before, after, month, year, language)
        free = after.end()
        start = before.start() if before["year"] else before.start("day") if day and before["day"] else before.end()
        yield Hit(start, after.end(), When(year, month, day, more=more), "quarter" if more else "name")


def _day(before: re.Match[str], after: re.Match[str], month: int, year: int | None, language: str) -> int:
    """The day beside the name of a month. "3. March" opens with a number, not a day, where days are not written so,
    and so does "7. Juli", the number of the month, where no year says that it is a date."""
    if after["day"]:
        return int(after["day"]) if 1 <= int(after["day"]) <= 31 else 0
    if not before["day"] or not 1 <= int(before["day"]) <= 31:
        return 0
    opens = OPENED.search(before.string[: before.start("day")])
    pointed = before.string[before.end("day") :].startswith(".")
    numbered = opens and pointed and (not dotted_day(language) or (int(before["day"]) == month and year is None))
    return 0 if numbered else int(before["day"])


@cache
def _names(language: str) -> tuple[re.Pattern[str], Mapping[str, tuple[int, int]]]:
    """The names of months and quarters in a language, and for each its first month and the months after that."""
    names = {name: (3 * n - 2, 2) for name, n in {**_QUARTERS, **quarter_names(language)}.items()}
    names |= {name: (n, 0) for name, n in month_names(language).items() if not re.search("[月월]", name)}
    spaced = "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in _longest(names) if not is_unspaced(n))
    joined = "".join("|" + re.escape(n) for n in _longest(names) if is_unspaced(n))
    return re.compile(rf"(?<![^\W\d_])(?<![\d.]\d)(?<!\d\.)(?:{spaced})(?!\w){joined}", re.IGNORECASE), names


def _longest(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (-len(name), name))
