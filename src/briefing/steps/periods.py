"""Titles of periods: "January 2024", "Q1 2024", "12–18 February 2024", in the language of the briefing.

In: a period and a language. Out: its title, from CLDR.
"""

import datetime
import re

from briefing.cldr import locale_of, month_pattern, names_of
from briefing.steps.period_when import By, When, monday
from briefing.text import canonical

# ── Titles ──────────────────────────────────────────────────────────────────────────────────────────────────────


def title(when: When, by: By, language: str) -> str:
    """ "January 2024", "2024년 1월", "Q1 2024", "Jan 29 – Feb 4, 2024": as the language writes it.

    "" for several months, and for a week or quarter without a year: there the source's heading is the better title.
    """
    if by == "week":
        return _week_title(when, language)
    if when.year is None:
        return "" if by == "quarter" or when.more else _capital(_month(when.month, language, "LLLL"))
    if by == "quarter":
        return _quarter_title(when, language)
    return "" if when.more else _month_title(when, language)


def _month_title(when: When, language: str) -> str:
    def written(part: re.Match[str]) -> str:
        quoted, letters = part["quoted"], part[0]
        if letters == "y":
            return str(when.year or 1)
        return quoted or (_month(when.month, language, letters) if len(letters) > 2 else str(when.month))

    return _capital(canonical(re.sub(r"'(?P<quoted>[^']+)'|y|[LM]+", written, month_pattern(language))))


def _quarter_title(when: When, language: str) -> str:
    from babel.dates import format_skeleton

    if when.months[0] // 3 != when.months[-1] // 3:
        return ""
    day = datetime.date(when.year or 1, when.month, 1)
    return canonical(format_skeleton("yQQQ", day, locale=locale_of(language)))


def _week_title(when: When, language: str) -> str:
    from babel.dates import format_interval

    start = monday(when)
    if start is None:
        return ""
    end = start + datetime.timedelta(days=6)
    return canonical(format_interval(start, end, "yMMMd", locale=locale_of(language)))


def _month(month: int, language: str, pattern: str) -> str:
    """The full name; L asks for the form that stands alone, M for the one beside a year or a day."""
    contexts = ("stand-alone", "format") if pattern[0] == "L" else ("format", "stand-alone")
    candidates = ((tag, context) for tag in (locale_of(language).language, "en") for context in contexts)
    return next(names[month] for tag, context in candidates if (names := names_of(tag, "months", context, "wide")))


def _capital(text: str) -> str:
    """A title begins with a capital where the script has them ("juillet 2024"); title case leaves Georgian alone."""
    return text[:1].title() + text[1:]
