"""What is read from Babel's files is what Babel says, also where a region inherits it from its language."""

import pytest
from babel import Locale
from babel.lists import format_list
from babel.localedata import locale_identifiers

from briefing.cldr import WIDTHS, _file, in_a_row, locale_of, month_pattern, names_of

TAGS = [
    "en",
    "en-AU",
    "de",
    "de-AT",
    "fr-CA",
    "pt-BR",
    "es-419",
    "zh",
    "zh-Hant",
    "ja",
    "ko",
    "ar",
    "he",
    "ku",
    "eu",
    "hu",
    "sr-Latn",
]


@pytest.mark.parametrize("tag", TAGS)
def test_words_in_a_row(tag: str) -> None:
    for count in range(6):
        words = [f"w{n}" for n in range(count)]
        assert in_a_row(words, tag) == format_list(words, locale=locale_of(tag))


@pytest.mark.parametrize("tag", TAGS)
def test_how_a_month_of_a_year_is_written(tag: str) -> None:
    assert month_pattern(tag) == str(Locale.parse(tag.replace("-", "_")).datetime_skeletons["yMMMM"].pattern)


def test_a_language_that_nobody_has_is_english() -> None:
    assert in_a_row(["a", "b"], "xx-none") == "a and b"
    assert month_pattern("xx-none") == "MMMM y"


@pytest.mark.parametrize("language", ["en", "de", "es", "sr"])
def test_no_region_that_has_names_is_passed_over(language: str) -> None:
    for tag in locale_identifiers():
        if tag.split("_")[0] == language:
            for context in ("format", "stand-alone"):
                for width in WIDTHS:
                    table = _file(tag).get("months", {}).get(context, {})
                    if isinstance(table, dict) and isinstance(names := table.get(width), dict):
                        own = {number for number, name in names.items() if isinstance(name, str)}
                        assert names_of(tag, "months", context, width).keys() == own, tag
