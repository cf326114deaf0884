"""A document divided by the periods that it names. In: a Document, what is asked for. Out: its parts, or none.

Three kinds of dates, the first that there is: those that the source gives its blocks (a feed), those in its headings,
those in its lines.
"""

from collections.abc import Iterator, Sequence
from typing import cast

from briefing.cldr import likely_languages, primary
from briefing.model import Document, Finding, Period
from briefing.steps.period_grammar import find_period, rest
from briefing.steps.period_when import By, When, from_date, in_year, section_id
from briefing.steps.plan_layout import Layout, Part, parts_by_dates, parts_by_marks, remark, share
from briefing.steps.plan_marks import Mark, heading_marks, line_marks
from briefing.steps.plan_outline import titles
from briefing.steps.plan_years import base_year, with_years

_LEAST = 1 / 3  # of the text must stand under its dates, or they are not what divides a document
_MUCH = 1 / 2  # of the text outside its dates is worth a word
_HALF_A_YEAR = 6


def lay_out(document: Document, period: Period, title: str, language: str) -> Layout:
    """title and language are the manifest's. period.by is not "heading"."""
    by = cast(By, period.by)
    if any(from_date(block.date) for block in document.blocks):
        return _feed(document, by, language)
    for grain in dict.fromkeys((by, cast(By, "month" if by == "week" else by))):
        spoken, marks = _best_marks(document, language, grain)
        if marks:
            marks = with_years(document, marks, period, title)
            parts = parts_by_marks(document, marks)
            return Layout(document, grain, parts, spoken, tuple(_remarks(document, parts, marks, by, grain)))
    return Layout(document, by, language=document.language or language or "en")


def document_period(document: Document, period: Period, title: str, language: str) -> tuple[When, str] | None:
    """The period that a document belongs to as a whole, and the words of its title besides: by its title, else by its
    date of publication, unless that lies outside the year that is asked for (a look back appears after its year)."""
    by = cast(By, period.by)
    for text in dict.fromkeys((document.title, *(document.blocks[p].text for p in sorted(titles(document))))):
        found = find_period(text, document.language or language or "en", by)
        if found and found.sure:
            when = in_year(found.when, found.when.year or base_year(document, period, title))
            if section_id(when, by):
                return when, rest(text, found)
    published = from_date(document.published)
    if published is None or not section_id(published, by) or period.year not in (None, published.year):
        return None
    return published, document.title


def _feed(document: Document, by: By, language: str) -> Layout:
    parts = parts_by_dates(document)
    undated = sum(1 for part in parts if part.frame and part.start)
    remarks = [remark(document, f"{undated} items have no date and stand outside the sections")] if undated else []
    return Layout(document, by, parts, document.language or language or "en", tuple(remarks))


# ── Marks in the language that explains the most ────────────────────────────────────────────────────────────────


def _best_marks(document: Document, language: str, by: By) -> tuple[str, tuple[Mark, ...]]:
    """The marks in the language of the document, of the manifest or in English, whichever finds the most months. Other
    languages are tried where these find less than half a year on a page whose language is not known for sure, or none
    at all: what was taken for a language by its look may be its neighbour (Czech for French)."""
    tried = list(dict.fromkeys(map(primary, filter(None, (document.language, language, "en")))))
    found = [(tongue, _marks(document, tongue, by)) for tongue in tried]
    most = max(_months(marks) for _, marks in found)
    if (most == 0 and tried[0] != "en") or (most < _HALF_A_YEAR and not _speaks(document, tried[0])):
        found += [(tongue, _marks(document, tongue, by)) for tongue in likely_languages(_short_lines(document), tried)]
    return max(found, key=lambda pair: _months(pair[1]))


def _months(marks: Sequence[Mark]) -> int:
    return len({mark.when.month for mark in marks})


def _marks(document: Document, language: str, by: By) -> tuple[Mark, ...]:
    for marks in (heading_marks(document, language, by), line_marks(document, language, by)):
        alone = len(marks) == 1 and (marks[0].when.day or not marks[0].sure)  # the date of the article itself
        if marks and not alone and share(document, parts_by_marks(document, marks)) >= _LEAST:
            return marks
    return ()


def _short_lines(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if block.kind == "heading" or len(block.text) <= 40:
            yield block.text


def _speaks(document: Document, language: str) -> bool:
    """Whether the language is sure: declared and not English; or English by its commonest words, since many a page
    of another language says "en" because its template did."""
    if language != "en":
        return bool(document.language)
    text = " ".join(block.text for block in document.blocks if block.kind != "code")[:20_000].lower()
    common = sum(text.count(f" {word} ") for word in ("the", "of", "and", "to"))
    return common > 0.03 * text.count(" ")


# ── What a reader should know ───────────────────────────────────────────────────────────────────────────────────


def _remarks(document: Document, parts: Sequence[Part], marks: Sequence[Mark], by: By, grain: By) -> Iterator[Finding]:
    if grain != by:
        yield remark(document, "names months without days, which cannot be put into weeks: divided by months")
    if any(mark.when.year is None for mark in marks):
        hint = "Set `period: {year: …}` in the manifest."
        yield remark(document, "names months, and nothing tells of which year", hint)
    outside = 1 - share(document, parts)
    if outside > _MUCH:
        hint = "If the months are not what divides it, set `period: {by: heading}`."
        yield remark(document, f"{outside:.0%} of its text stands outside its months", hint, "warning")
