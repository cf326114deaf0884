"""Arithmetic. In: a number of a sentence that no source has, and the numbers near it in the sources. Out: whether it is
what two of those make: their sum, their difference, their product, or how much one is of the other; or one of the
equal parts of one of them.

The sentence, or the source, has to say so: "together", "more", "each", "percent", "times", "from … to", "evenly".
Otherwise any number could be made of some others. A small number is a difference only of two that the source joins by
"from" and "to", or of one that the sentence has too.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations, permutations

from briefing.audit.divided import divided
from briefing.audit.measures import Measure, agree, is_about, measures, rounds, size
from briefing.audit.sentence import Judged
from briefing.audit.swaps import courses

_TOGETHER = re.compile(
    r"\b(?:together|add(?:s|ed|ing)? up|total\w*|altogether|combined|in all|in sum|sum|both|overall"
    r"|zusammen|insgesamt|gesamt\w*|summe"
    r"|au total|ensemble|en todo|en total|in totale)\b",
    re.IGNORECASE,
)
APART = re.compile(
    r"\b(?:[a-z]{3,}er than|(?:more|less|fewer)(?! than \S*\d)"
    r"|(?:fast|slow|high|low|long|short|old|young|larg|small|bigg|heavi|light|cheap)er"
    r"|difference|gap|lead|margin|ris(?:e|es|ing|en)|rose|gr[eo]w\w*|gain\w*|adds?|added|falls?|fell|fallen|drop\w*"
    r"|declin\w*|lost|loss|increas\w*|decreas\w*|reduc\w*|cuts?|rest|remain\w*|(?:an)?others?|not|non|without|ahead|behind|apart"
    r"|later|earlier|before|below|above|short|marked (?:up|down)|discount\w*|sav(?:e[ds]?|ing)|off|to go|left"
    r"|mehr|weniger|unterschied|differenz|übrig\w*|nicht|kein\w*|ohne|später|früher|plus|moins|écart"
    r"|reste|avant|après|más|menos|diferencia)\b",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:each|apiece|a piece|per (?:hour|day|week|month|quarter|year)|a (?:day|week|month)"
    r"|jeweils|je|chacune?|cada|ciascun\w*)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\s?(?:-?fold\b|-?fach\w*|-?mal\b|(?:times|fois|veces|volte) (?:as|more|less|the|\w+er|plus|moins|más|menos)\b)",
    re.I,
)
_BY = re.compile(r"\b(?:by|um|de|un|nearly|about|almost|roughly|around|some|etwa|rund|fast)\s$", re.IGNORECASE)
_OF_IT = re.compile(r"\s(?:[a-z]+er|more|less|fewer|of|mehr|weniger|der|des|plus|moins|du|más|menos)\b", re.IGNORECASE)
_MORE = re.compile(
    r"\s(?:[^\W\d_]+\s){0,3}(?:more|fewer|less|higher|lower|mehr|weniger|höher|niedriger|de plus|de moins|más|menos"
    r"|better|worse|up|down)\b",
    re.IGNORECASE,
)
_LEAST = 12  # smaller numbers are made of any others
_BESIDE = 20  # characters
_PASSAGES = 3
_WIDE = 100  # what was before something was taken away
_LARGE = 1000
_MOST = 14  # numbers: of more, some always make the one that is looked for
_MONTHS = 12  # of a year, as measures have it
_ARROW = re.compile(r"\s?(?:→|⟶|⇒|->|=>)\s?")
_OFF = Decimal("0.02")  # by which what two rounded numbers make is off


def derived(judged: Judged, given: Measure) -> bool:
    if given.value is None or given.is_year or not judged.near:
        return False
    stated = [each for each in measures(judged.text, judged.language) if each != given]
    if _is_share_of_its_own(judged.text, given, stated):
        return True
    for passage in _passages(judged, given):
        held = [each for each in measures(passage, judged.source_language) if each.value]
        known = [*held, *(each for each in stated if any(_same(each, one) for one in held))]
        if not 0 < len(held) <= _MOST:
            continue
        stepped = _stepped(judged, passage, given, held, stated)
        parts = ((_worth(whole, given) / n, False) for whole, n in divided(passage, held) if _may_be(given, whole))
        if any(_is(judged.text, given, each) for each in chain(_made(judged, passage, given, known), stepped, parts)):
            return True
    return False


def _is_share_of_its_own(text: str, given: Measure, stated: Sequence[Measure]) -> bool:
    """Whether it is how much one number of the sentence is of another: "28 of 63 million, or 44 percent"."""
    pairs = [] if given.share != "%" else list(permutations([each for each in stated if not each.share], 2))
    alike = ((size(one), size(other)) for one, other in pairs if one.same_kind(other) or one.counts_same(other))
    return any(_is(text, given, (100 * one / other, True)) for one, other in alike if one and other and one < other)


def summed(judged: Judged, given: Measure) -> bool:
    """Whether it is told as a sum, and is one, though the number stands elsewhere too."""
    return _TOGETHER.search(judged.text) is not None and derived(judged, given)


def _passages(judged: Judged, given: Measure) -> Iterator[str]:
    """The nearest sentences with those beside them; for a large number, or one of points and tenths, which few others
    make, all of them together."""
    for number in judged.near[:_PASSAGES]:
        yield from judged.neighbours(number)
    yield from judged.around[:_PASSAGES]
    if (given.value or 0) >= _LARGE or _is_exact_step(given):
        yield " ".join(map(judged.said, judged.near))


def _same(stated: Measure, known: Measure) -> bool:
    """255, of 4 minutes and 15 seconds, too."""
    return agree(stated, known) or (not stated.units and stated.value is not None and stated.value == known.value)


def _made(judged: Judged, passage: str, given: Measure, known: Sequence[Measure]) -> Iterator[tuple[Decimal, bool]]:
    """Each number that two of some make, and whether it may be rounded."""
    text, large = judged.text, (given.value or 0) > _LEAST
    wide = (given.value or 0) >= _WIDE
    together = large and _TOGETHER.search(text) and not _summed(judged, given)
    apart = large and APART.search(text)
    each, parts = together and (_EACH.search(text) or _EACH.search(passage)), _is_part(text, given)
    for one, other in permutations(known, 2):
        first, second = (_worth(each, given) for each in (one, other))
        alike = one.same_kind(other) or (one.units == other.units and one.share == other.share and not one.is_year)
        if one.is_year and other.is_year and given.units == ("year",):
            yield _MONTHS * (first - second), False
        elif alike and _may_be(given, one):
            yield from ((first + second, False),) if together or (apart and wide) else ()
            yield from ((first - second, False),) if apart else ()
        if each and (_may_be(given, one) or _may_be(given, other)) and not one.share and not other.share:
            yield first * second, False
            yield (one.value or Decimal(0)) * (other.value or Decimal(0)), False  # 52 weeks at $44 a week
        # of two numbers that have nothing to do with each other, some pair makes about any share
        free = not given.share and not is_about(text, given)
        related = free or one.noun == other.noun != "" or courses(passage, one, other)
        if alike and parts and second and related and not one.is_year and not one.share:
            factor = 100 if given.share else 1
            yield from ((factor * first / second, True), (abs(factor * (first - second) / second), True))


def _stepped(
    judged: Judged, passage: str, given: Measure, held: Sequence[Measure], stated: Sequence[Measure]
) -> Iterator[tuple[Decimal, bool]]:
    """By how much a number has changed, or is more or less than another one: "four percentage points", "by 7"."""
    if not _is_step(judged.text, given):
        return
    alike = [each for each in held if _may_be(given, each) and not each.is_year]
    pairs = list(combinations(alike, 2))
    plain = _is_exact_step(given) or (len(pairs) == 1 and given.units == pairs[0][0].units != ())
    joined = pairs if plain else [pair for pair in pairs if leads(passage, *pair)]
    told = [pair for pair in joined or pairs if any(agree(each, one) for each in stated for one in pair)]
    for one, other in told or joined:
        yield abs(_worth(one, given) - _worth(other, given)), False


def _is_exact_step(given: Measure) -> bool:
    """10.6 percentage points: of some shares, hardly any two are apart by just that much."""
    return given.share == "p" and (given.value or 0) % 1 != 0


def leads(passage: str, one: Measure, other: Measure) -> bool:
    """From the one to the other: in words, or "36.3% → 47.2%"."""
    between = passage[one.start + len(one.text) : other.start]
    return bool(courses(passage, one, other)) or _ARROW.fullmatch(between) is not None


def _is_step(text: str, given: Measure) -> bool:
    end = given.start + len(given.text)
    if given.share:
        return given.share == "p"
    return bool(_MORE.match(text, end) or (_BY.search(text, 0, given.start) and APART.search(text)))


def _worth(measure: Measure, given: Measure) -> Decimal:
    """In the first unit of its kind, where the given number has a unit."""
    return (size(measure) if given.units else measure.value) or Decimal(0)


def _is_part(text: str, given: Measure) -> bool:
    """Whether it says how much one number is of another: "by 6 %", "6 % more", "three times as many"."""
    end = given.start + len(given.text)
    if given.share == "%":
        return bool(_BY.search(text, 0, given.start) or _OF_IT.match(text, end))
    return not given.units and _TIMES.match(text, end) is not None


def _summed(judged: Judged, given: Measure) -> bool:
    """Whether the nearest sentence has a sum itself, and it is another one."""
    source = judged.said(judged.near[0])
    return any(
        each.same_kind(given) and _TOGETHER.search(source, max(0, each.start - _BESIDE), each.start)
        for each in measures(source, judged.source_language)
    )


def _may_be(given: Measure, one: Measure) -> bool:
    """Whether a number can be the sum or the difference of such as this one."""
    if given.share == "p":
        return one.share == "%"
    return given.share == one.share and (given.same_kind(one) or not given.units or not one.units)


def _is(text: str, given: Measure, made: tuple[Decimal, bool]) -> bool:
    number, rounded = made
    wanted = (size(given) if given.units else given.value) or Decimal(0)
    if wanted == number:
        return True
    exact = Measure(f"{number:f}", f"{number:f}", 0)
    plain = Measure(given.text, f"{wanted:f}", given.start)
    return (
        number > 0
        and (rounded or is_about(text, given))
        and (abs(number - wanted) <= _OFF * number or rounds(plain, exact, about=True))
    )
