"""The years of months that are named without one. In: the marks of a document. Out: the same with their years.

In this order: the heading itself; a heading above it that names one year; the month before or after it, across the
turn of the year; the title of the document; the manifest (`period.year`, its title); the address; the headings before
the first month; the date of publication, before which the months must lie.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from briefing.model import Document, Period
from briefing.steps.period_grammar import years
from briefing.steps.period_hits import YEAR
from briefing.steps.period_when import When, from_date, in_year
from briefing.steps.plan_marks import Mark, rises
from briefing.steps.plan_outline import headings, same, titles


def with_years(document: Document, marks: Sequence[Mark], period: Period, title: str) -> tuple[Mark, ...]:
    """The marks with their years, as far as there is any evidence. title: the manifest's."""
    above = _years_above(document, marks)
    turns = _turns(marks)
    known = {m.position: year for m in marks if (year := m.when.year or above.get(m.position))}
    beside: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    for mark in marks:
        if mark.position in known:
            beside[mark.above].append(mark.position)
    settled = [_beside(mark, beside[mark.above], turns, known) for mark in marks]
    if None in settled:
        opening = " ".join(h.text for h in headings(document) if h.position < marks[0].position)
        base = base_year(document, period, title) or _only(opening) or _published_year(document, marks, turns)
        usual = max(Counter(turns.values()).items(), key=lambda item: (item[1], item[0]))[0]
        settled = [y or (base and base + turns[m.position] - usual) for y, m in zip(settled, marks, strict=True)]
    return tuple(replace(mark, when=in_year(mark.when, year)) for mark, year in zip(marks, settled, strict=True))


def base_year(document: Document, period: Period, title: str) -> int | None:
    """The year that a document as a whole is about: that of its title, of the manifest, of its address."""
    own = [document.title, *(document.blocks[position].text for position in sorted(titles(document)))]
    address = " ".join(re.findall(rf"(?<!\d){YEAR}(?!\d)", f"{document.url} {document.path}"))
    return _only(" ".join(own)) or period.year or _only(title) or _only(address)


def _only(text: str) -> int | None:
    """The year in a text that names just one."""
    found = years(text)
    return found[0] if len(found) == 1 else None


def _years_above(document: Document, marks: Sequence[Mark]) -> Mapping[int, int]:
    """For each mark the year of the nearest heading above it that names one; else of the last heading before it that
    is nothing but a year, on whatever level. Titles are left to base_year: a title's year can be that of its end."""
    whole = titles(document)
    bare = {h.position: _only(h.text) for h in headings(document) if re.fullmatch(rf"{YEAR}[年년]?", same(h.text))}
    places, bare_years = list(bare), list(bare.values())
    found: dict[int, int] = {}
    for mark in marks:
        parents = [_only(document.blocks[p].text) for p in reversed(mark.above) if p not in whole]
        before = bisect_left(places, mark.position)
        if year := next(filter(None, (*parents, *bare_years[max(0, before - 1) : before])), None):
            found[mark.position] = year
    return found


def _turns(marks: Sequence[Mark]) -> Mapping[int, int]:
    """For each mark how many turns of the year lie between it and the first mark beside it: December, January is one.
    Marks under different headings are not counted through: "News" and "Releases" may each begin with January."""
    rising = rises(marks)
    turns = {marks[0].position: 0}
    for a, b in pairwise(marks):
        step = (b.when.month - a.when.month) % 12
        turn = (step <= 6 and b.when.month < a.when.month) - (step > 6 and b.when.month > a.when.month)
        beside = a.above == b.above and bool(a.when.month and b.when.month)
        turns[b.position] = turns[a.position] + (turn if (turn > 0) == rising else 0) if beside else 0
    return turns


def _beside(mark: Mark, beside: Sequence[int], turns: Mapping[int, int], known: Mapping[int, int]) -> int | None:
    """Its own year, or counted from the nearest of those `beside` it whose year is known, one before it first."""
    if mark.position in known or not beside:
        return known.get(mark.position)
    nearest = beside[max(0, bisect_left(beside, mark.position) - 1)]
    return known[nearest] + turns[mark.position] - turns[nearest]


def _published_year(document: Document, marks: Sequence[Mark], turns: Mapping[int, int]) -> int | None:
    """The latest year in which the last of the months is not after the date of publication."""
    published = _published(document.published)
    if published is None or not published.year:
        return None
    last = max((turns[mark.position], mark.when.month + mark.when.more) for mark in marks)[1]
    return published.year - (published.month > 0 and last > published.month)


def _published(date: str) -> When | None:
    """A date of publication; month 0 where only its year is known."""
    whole = from_date(date)
    return whole or (When(int(date[:4])) if re.fullmatch(YEAR, date[:4]) else None)
