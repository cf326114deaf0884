"""Periods in headings: what they name, in which form and language, and what only looks like one."""

import pytest

from briefing import cldr
from briefing.steps import periods
from briefing.steps.period_grammar import find_period, numbering, rest, years
from briefing.steps.period_when import By, When, from_date, in_year, order, section_id

NAMED = [
    # months by name
    ("July", "en", When(None, 7)),
    ("7. July: The herd grows", "en", When(None, 7)),
    ("7\\. July: The herd grows", "en", When(None, 7)),
    ("7) July", "en", When(None, 7)),
    ("VII. July", "en", When(None, 7)),
    ("4.1 January", "en", When(None, 1)),
    ("12. December The year closes", "en", When(None, 12)),
    ("July 2024", "en", When(2024, 7)),
    ("July, 2024", "en", When(2024, 7)),
    ("2024 July", "en", When(2024, 7)),
    ("2024: July", "en", When(2024, 7)),
    ("Jul 2024", "en", When(2024, 7)),
    ("Jul. 2024", "en", When(2024, 7)),
    ("Sept. 2024", "en", When(2024, 9)),
    ("July '24", "en", When(2024, 7)),
    ("JULY", "en", When(None, 7)),
    ("July – what we shipped", "en", When(None, 7)),
    ("July (a quiet one)", "en", When(None, 7)),
    ("Sprint review (July)", "en", When(None, 7)),
    ("Our letter: March 2023", "en", When(2023, 3)),
    ("Big news! November 2022 report", "en", When(2022, 11)),
    ("Unterseite: 1. January Mixing experts", "en", When(None, 1)),
    ("🎉 January", "en", When(None, 1)),
    ("In March 2020 we closed", "en", When(2020, 3)),
    ("March 2023, long before the flood of May 2024", "en", When(2023, 3)),
    # days
    ("March 5, 2003", "en", When(2003, 3, 5)),
    ("March 5th, 2003", "en", When(2003, 3, 5)),
    ("5 March 2003", "en", When(2003, 3, 5)),
    ("5th of March 2003", "en", When(2003, 3, 5)),
    ("Friday, 5 March", "en", When(None, 3, 5)),
    ("Added June 20, 2005:", "en", When(2005, 6, 20)),
    ("0.4.0 (November 1, 2024)", "en", When(2024, 11, 1)),
    ("5–12 March 2024", "en", When(2024, 3, 5)),
    ("28 February – 3 March 2024", "en", When(2024, 2, 28)),
    # figures
    ("2024-07", "en", When(2024, 7)),
    ("2024/07", "en", When(2024, 7)),
    ("07/2024", "en", When(2024, 7)),
    ("07.2024", "de", When(2024, 7)),
    ("2024-07-05", "en", When(2024, 7, 5)),
    ("20240705 notes", "en", When(2024, 7, 5)),
    ("Version 1.2 - 2024-11-01", "en", When(2024, 11, 1)),
    ("[1.2.0] - 2024-11-01", "en", When(2024, 11, 1)),
    ("13/5/2003", "", When(2003, 5, 13)),
    ("3/5/2003", "en-us", When(2003, 3, 5)),
    ("3/5/2003", "en-gb", When(2003, 5, 3)),
    ("3.5.2003", "", When(2003, 5, 3)),
    # several months
    ("January – March", "en", When(None, 1, more=2)),
    ("January-March 2024", "en", When(2024, 1, more=2)),
    ("July to December", "en", When(None, 7, more=5)),
    ("May and June", "en", When(None, 5, more=1)),
    ("March/April", "en", When(None, 3, more=1)),
    ("February, March (before the move)", "en", When(None, 2, more=1)),
    ("March (after the move), April, May", "en", When(None, 3, more=2)),
    ("August, ... December", "en", When(None, 8, more=4)),
    ("December, November, October", "en", When(None, 10, more=2)),
    ("November – February", "en", When(None, 11, more=3)),
    ("December 2023 – February 2024", "en", When(2023, 12, more=2)),
    ("November – February 2024", "en", When(2023, 11, more=3)),
    # other languages
    ("Juillet", "fr", When(None, 7)),
    ("juillet 2024 : le début", "fr", When(2024, 7)),
    ("1er mars 2024", "fr", When(2024, 3, 1)),
    ("5. März 2003", "de", When(2003, 3, 5)),
    ("5. März", "de", When(None, 3, 5)),
    ("3. März: Der Umzug", "de", When(None, 3)),
    ("Jänner 2024", "de", When(2024, 1)),
    ("5 de marzo de 2024", "es", When(2024, 3, 5)),
    ("Março de 2024", "pt-br", When(2024, 3)),
    ("d’abril de 2024", "ca", When(2024, 4)),
    ("Март", "ru", When(None, 3)),
    ("5 марта 2024 г.", "ru", When(2024, 3, 5)),
    ("březen 2024", "cs", When(2024, 3)),
    ("2024. március 5.", "hu", When(2024, 3, 5)),
    ("2024 m. kovas", "lt", When(2024, 3)),
    ("Μάρτιος 2024", "el", When(2024, 3)),
    ("EKİM 2024", "tr", When(2024, 10)),
    ("Kasım", "tr", When(None, 11)),
    ("mars", "nb", When(None, 3)),
    ("Tháng 12 năm 2024", "vi", When(2024, 12)),
    ("مارس ٢٠٢٤", "ar", When(2024, 3)),
    ("मार्च 2024", "hi", When(2024, 3)),
    ("เดือนมกราคม", "th", None),
    ("มกราคม", "th", When(None, 1)),
    ("1월", "ko", When(None, 1)),
    ("1월의 기록", "ko", When(None, 1)),
    ("2024년 12월", "ko", When(2024, 12)),
    ("1월~3월", "ko", When(None, 1, more=2)),
    ("一月", "zh", When(None, 1)),
    ("十二月", "zh", When(None, 12)),
    ("2021年6月", "zh", When(2021, 6)),
    ("二〇二一年六月", "zh", When(2021, 6)),
    ("$6$ 月 $1$ 日", "zh", When(None, 6, 1)),
    ("３月のまとめ", "ja", When(None, 3)),
    ("1月から3月", "ja", When(None, 1, more=2)),
    ("1-3月", "ja", When(None, 1, more=2)),
    # quarters with a year
    ("Q3 2024", "en", When(2024, 7, more=2)),
    ("2024 Q3", "en", When(2024, 7, more=2)),
    ("2. Quartal 2024", "de", When(2024, 4, more=2)),
    ("2024年第1季度", "zh", When(2024, 1, more=2)),
    ("2024년 3분기", "ko", When(2024, 7, more=2)),
]


@pytest.mark.parametrize(("text", "language", "when"), [case for case in NAMED if case[2]])
def test_a_heading_names_a_period(text: str, language: str, when: When) -> None:
    found = find_period(text, language, "month")
    assert found is not None and found.sure
    assert found.when == when


NOT_NAMED = [
    ("2.2 Net Recap", "en"),
    ("What may change", "en"),
    ("Set theory", "en"),
    ("Decide", "en"),
    ("Sat in the sun", "en"),
    ("May-be not", "en"),
    ("Mars: the planet", "en"),  # March in French
    ("Marching on", "en"),
    ("The 2010-11 season", "en"),
    ("2010-11 season", "en"),
    ("2023-24", "en"),
    ("Version 12.2024.3", "en"),
    ("24/7 support", "en"),
    ("2024", "en"),
    ("3/5/2003", ""),  # the third of May or the fifth of March
    ("2024-13-01", "en"),
    ("Q1: How does it work?", "en"),
    ("Week 3", "en"),
    ("12-week year", "en"),
    ("5か月", "ja"),
    ("3개월", "ko"),
    ("13月", "zh"),
    ("", "en"),
]


@pytest.mark.parametrize(("text", "language"), NOT_NAMED)
def test_a_heading_names_none(text: str, language: str) -> None:
    assert find_period(text, language, "month") is None


@pytest.mark.parametrize(
    "text",
    [
        "January in pictures",
        "March of progress",
        "May the force be with you",
        "January's best",
        "5. May we ask",
        "What we did in June",
        "Papers from January to June",
        "Theresa May",
        "五月天",
    ],
)
def test_a_month_that_runs_on_is_not_sure(text: str) -> None:
    language = "zh" if "月" in text else "en"
    found = find_period(text, language, "month")
    assert found is None or not found.sure


@pytest.mark.parametrize(
    ("text", "by", "when"),
    [
        ("Week 12, 2024", "week", When(2024, week=12)),
        ("Week 12", "week", When(None, week=12)),
        ("KW 12", "week", When(None, week=12)),
        ("12. KW 2024", "week", When(2024, week=12)),
        ("2024-W05", "week", When(2024, week=5)),
        ("第12周", "week", When(None, week=12)),
        ("2024년 12주차", "week", When(2024, week=12)),
        ("Week 12, 2024", "month", When(2024, week=12)),
        ("Q3", "quarter", When(None, 7, more=2)),
        ("Week 54", "week", None),
        ("Week 12.3", "week", None),
    ],
)
def test_weeks_and_quarters(text: str, by: By, when: When | None) -> None:
    found = find_period(text, "en", by)
    assert (found.when if found else None) == when


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("7. July: The herd grows", (7,), "The herd grows"),
        ("VII. July: The herd grows", (7,), "The herd grows"),
        ("Highlights of July 2024", (), ""),
        ("July 2024 | Notes", (), "Notes"),
        ("July", (), ""),
        ("March (after the move)", (), "(after the move)"),
        ("0.4.0 (November 1, 2024)", (0, 4, 0), "0.4.0"),
        ("[1.2.0] - 2024-11-01", (1, 2, 0), "1.2.0"),
        ("Our letter: March 2023", (), "Our letter"),
        ("January: C#", (), "C#"),
        ("1월의 기록", (), ""),
        ("1월: 흙", (), "흙"),
        ("марта 2024 г.", (), ""),
    ],
)
def test_the_words_besides(text: str, number: tuple[int, ...], words: str) -> None:
    language = {"1": "ko", "м": "ru"}.get(text[0], "en")
    found = find_period(text, language, "month")
    assert found is not None
    assert (found.number, rest(text, found)) == (number, words)


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("2.3 The future", (2, 3), "The future"),
        ("1. One", (1,), "One"),
        ("(1) One", (1,), "One"),
        ("3 lessons", (), "3 lessons"),
        ("2024 in review", (), "2024 in review"),
        ("Plain", (), "Plain"),
    ],
)
def test_numbers_of_headings(text: str, number: tuple[int, ...], words: str) -> None:
    found, at = numbering(text)
    assert (found, text[at:]) == (number, words)


def test_years_in_a_text() -> None:
    assert years("From 2023 to 2024, not 12024, €2025 or 2.2026") == (2023, 2024)


# ── Names in all languages ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", ["en", "de", "fr", "tr", "cs", "ru", "ja", "ko", "zh", "vi", "nn", "bs", "th"])
def test_every_month_is_known(language: str) -> None:
    assert set(cldr.month_names(language).values()) == set(range(1, 13))


TITLES = {
    "en": ("March 2024", "March", "Q1 2024", "Mar 4 – 10, 2024"),
    "de": ("März 2024", "März", "Q1 2024", "4.–10. März 2024"),
    "fr": ("Mars 2024", "Mars", "T1 2024", "4–10 mars 2024"),
    "cs": ("Březen 2024", "Březen", "Q1 2024", "4.–10. 3. 2024"),
    "ko": ("2024년 3월", "3월", "2024년 1분기", "2024년 3월 4일~10일"),
    "zh-cn": ("2024年3月", "三月", "2024年第1季度", "2024年3月4日至10日"),
    "bs": ("Mart 2024.", "Mart", "KV1 2024.", "4–10. mar 2024."),
    "ka": ("მარტი, 2024", "მარტი", "I კვ., 2024", "4–10 მარ, 2024"),
    "xx": ("March 2024", "March", "Q1 2024", "Mar 4 – 10, 2024"),
    "": ("March 2024", "March", "Q1 2024", "Mar 4 – 10, 2024"),
}


@pytest.mark.parametrize("order_of_use", [1, -1])
def test_titles_in_the_language_of_the_source(order_of_use: int) -> None:
    """In either order: what one language was asked for must not show in the next."""
    for language, expected in list(TITLES.items())[::order_of_use]:
        assert (
            periods.title(When(2024, 3), "month", language),
            periods.title(When(None, 3), "month", language),
            periods.title(When(2024, 3), "quarter", language),
            periods.title(When(2024, 3, 5), "week", language),
        ) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "March 2024"),
        ("ja", "2024年3月"),
        ("es", "Marzo de 2024"),
        ("ru", "Март 2024 г."),
        ("eu", "2024(e)ko martxoa"),
        ("ku", "Adara 2024an"),
    ],
)
def test_words_beside_a_month_in_a_title(language: str, expected: str) -> None:
    assert periods.title(When(2024, 3), "month", language) == expected


def test_several_months_have_no_title_of_their_own() -> None:
    assert periods.title(When(2024, 3, more=1), "month", "en") == ""
    assert periods.title(When(2024, 3, more=1), "quarter", "en") == ""
    assert periods.title(When(None, week=3), "week", "en") == ""


def test_the_language_is_told_by_its_months() -> None:
    assert cldr.likely_languages(["Styczeń", "Luty", "Marzec 2024"], ["en"])[0] == "pl"
    assert cldr.likely_languages(["Styczeń", "Something else"], ["en"]) == ()
    assert "pl" not in cldr.likely_languages(["Styczeń", "Luty"], ["pl-pl"])


# ── Ids and order ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("when", "by", "expected"),
    [
        (When(2024, 1), "month", "2024-01"),
        (When(2024, 1, 5), "month", "2024-01"),
        (When(2020, 8, more=4), "month", "2020-08..2020-12"),
        (When(2023, 12, more=2), "month", "2023-12..2024-02"),
        (When(None, 1), "month", "m01"),
        (When(None, 11, more=3), "month", "m11..m02"),
        (When(2024, 5), "quarter", "2024-Q2"),
        (When(2024, 3, more=1), "quarter", "2024-Q1..2024-Q2"),
        (When(None, 5), "quarter", "q2"),
        (When(2024, 2, 1), "week", "2024-W05"),
        (When(2024, 12, 30), "week", "2025-W01"),
        (When(2024, week=5), "week", "2024-W05"),
        (When(2024, week=53), "week", "2024-W52"),  # that year has 52
        (When(None, week=5), "week", "w05"),
        (When(2024, 2), "week", ""),
        (When(2024, 2, 31), "week", ""),
        (When(2024, week=5), "month", ""),
    ],
)
def test_section_ids(when: When, by: By, expected: str) -> None:
    assert section_id(when, by) == expected


def test_a_week_belongs_to_the_month_of_its_thursday() -> None:
    assert in_year(When(None, week=5), 2024) == When(2024, 2, week=5)  # 29 January to 4 February


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2024-05-03", When(2024, 5, 3)),
        ("2024-05-03T10:00:00Z", When(2024, 5, 3)),
        ("2024-05", When(2024, 5)),
        ("2024", None),
        ("", None),
        ("2024-13-01", None),
        ("2023-02-29", None),
        ("soon", None),
    ],
)
def test_dates_of_sources(text: str, when: When | None) -> None:
    assert from_date(text) == when


def test_the_order_of_periods() -> None:
    whens = [When(2020, 1), When(2020, 2, more=1), When(2020, 3), When(2020, 3, more=4), When(2021, 1), When(None, 1)]
    shuffled = [whens[i] for i in (4, 1, 5, 3, 0, 2)]
    assert sorted(shuffled, key=lambda when: order(when, "month")) == whens
