"""A number that a sentence reckons by itself. In: one of its numbers, and what is near it in the sources. Out: whether
two others make it, of which at least one stands in the sentence: "20 are through, with four more to come: 24 teams";
or the weeks, months or days of a year; and whether a year is the one before, or after, one of the source.

derived.py asks what two numbers of the source make, where a word says how. Here the sentence shows its own working.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from briefing.audit.bounds import within
from briefing.audit.derived import APART
from briefing.audit.measures import Measure, agree, is_about, measures, rounds, size
from briefing.audit.sentence import Judged

_PERIODS = {  # in the words of a sentence: how many of them make a year
    re.compile(r"\b(?:weeks?|weekly|Wochen?|wöchentlich|semaines?|semanas?|settiman[ae])\b", re.IGNORECASE): 52,
    re.compile(r"\b(?:months?|monthly|Monate?n?|monatlich|mois|mes(?:es)?|mes[ei])\b", re.IGNORECASE): 12,
    re.compile(r"\b(?:days?|daily|Tage?n?|täglich|jours?|días?|giorn[oi])\b", re.IGNORECASE): 365,
}
_A_YEAR = re.compile(
    r"\b(?:years?|yearly|annual\w*|Jahr\w*|jährlich|ans?|années?|annuel\w*|años?|anual|ann[oi])\b", re.I
)
_BEFORE = re.compile(
    r"\b(?:(?:previous|prior|last|preceding) year|(?:a )?year (?:before|earlier|ago)"
    r"|Vorjahr\w*|(?:ein )?Jahr (?:zuvor|davor)"
    r"|(?:l['’]année|l['’]an) (?:précédente?|dernière?|d['’]avant)"
    r"|(?:el )?año (?:anterior|pasado)|anno (?:precedente|prima))",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:(?:following|next) year|(?:a )?year (?:later|after)|(?:im )?Folgejahr\w*|(?:ein )?Jahr (?:später|darauf)"
    r"|l['’]année suivante|(?:un )?an (?:plus tard|après)|(?:el )?año (?:siguiente|después)|anno (?:seguente|dopo))",
    re.IGNORECASE,
)
_FEW = 14  # numbers around: of more, some one makes about anything with a number of the sentence
_OFF = Decimal("0.02")  # by which what two rounded numbers make is off
_SMALLEST = 2


def reckoned(judged: Judged, given: Measure) -> bool:
    if given.value is None or not judged.near:
        return False
    if given.is_year:
        return any(_is_next_to(text, judged, given) for text in judged.around)
    others = [each for each in measures(judged.text, judged.language) if each.start != given.start and each.value]
    own = [each for each in others if not each.is_year and any(agree(each, known) for known in judged.known)]
    return any(_is(judged.text, given, made) for made in set(_made(judged, given, own)))  # of equal ones, one


def _is_next_to(text: str, judged: Judged, given: Measure) -> bool:
    """Whether a text has "the previous year" beside the year after it."""
    near = [each.value for each in measures(text, judged.source_language) if each.is_year]
    year = given.value or 0
    return (year + 1 in near and bool(_BEFORE.search(text))) or (year - 1 in near and bool(_AFTER.search(text)))


def _made(judged: Judged, given: Measure, own: list[Measure]) -> Iterator[Decimal]:
    alike = [each for each in own if _alike(given, each)]
    apart = given.share != "%" and APART.search(judged.text)  # two shares are points apart, and not percent
    for one, other in combinations(alike, 2):
        yield _worth(one, given) + _worth(other, given)
        yield from [abs(_worth(one, given) - _worth(other, given))] if apart else ()
    for one, other in combinations([each for each in own if not each.share], 2) if given.share == "%" else ():
        large, small = sorted((_worth(one, one), _worth(other, other)), reverse=True)
        if one.units == other.units and small:  # "from 200 to 70, by 65 %"
            yield from (100 * (large - small) / large, 100 * (large - small) / small)
    for one in alike if given.units and _A_YEAR.search(judged.text) else ():
        periods = [times for words, times in _PERIODS.items() if words.search(judged.text)]
        yield from (way for times in periods for way in (_worth(one, given) * times, _worth(one, given) / times))
    for text in judged.around:
        near = [each for each in measures(text, judged.source_language) if each.value and not each.is_year]
        if len(near) <= _FEW:
            yield from _with_another(given, alike if apart else [], own, near)


def _with_another(given: Measure, alike: list[Measure], own: list[Measure], near: list[Measure]) -> Iterator[Decimal]:
    """What a number of the sentence and one of the source make: how far they are apart, or how much of it one is."""
    for one in alike if given.units or given.noun else ():
        yield from (abs(_worth(one, given) - _worth(each, given)) for each in near if _same(one, each))
    for one in own if given.share == "%" else ():
        wholes = [each for each in near if one.units and each.units == one.units and not each.share]
        yield from (100 * _worth(one, one) / _worth(each, one) for each in wholes if _worth(each, one))


def _alike(given: Measure, one: Measure) -> bool:
    """Whether the one may be made of such as the other: points, of shares."""
    if given.share == "p" or (given.noun == "point" and one.share):
        return one.share == "%"
    return given.share == one.share and (given.same_kind(one) or not given.units or not one.units)


def _same(one: Measure, other: Measure) -> bool:
    return one.share == other.share and (one.same_kind(other) or one.counts_same(other))


def _worth(measure: Measure, given: Measure) -> Decimal:
    """In the first unit of its kind, where the given number has a unit."""
    return (size(measure) if given.units else measure.value) or Decimal(0)


def _is(text: str, given: Measure, made: Decimal) -> bool:
    wanted = _worth(given, given)
    if made < _SMALLEST or wanted == made:
        return wanted == made
    exact = Measure(f"{made:f}", f"{made:f}{given.share}", 0)
    plain = Measure(given.text, f"{wanted:f}{given.share}", given.start)
    told = is_about(text, given)
    return (
        (told and abs(made - wanted) <= _OFF * made) or rounds(plain, exact, about=told) or within(text, plain, exact)
    )
