"""Numbers that have changed places. In: a sentence, and a sentence of a source that has the same two numbers. Out:
whether each stands here where the other stands there.

What stands beside a number says what it is the number of: a year before all, "from" and "to", then the other words of
its clause. Two numbers are swapped where what stands beside one stands in the source beside the other, and nothing
that stands beside one stands beside the same one in the source; of the words that two share, only the first may say
them: "nine of the bowls broke in May, four in June". So are two years, by the words beside them.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from briefing.audit.beside import around
from briefing.audit.labels import label, name
from briefing.audit.measures import Measure, agree, measures
from briefing.audit.terms import terms

_NOT_EXACT = r"(?:(?:about|around|roughly|some|nearly|almost|just|etwa|rund|fast|knapp|environ|presque|casi)\s)?"
_FROM = re.compile(
    rf"(?:\bfrom|\bvon|\bvom|\bde|\bdu|d['’]|\bdesde|\bda|\bdal|\bvan)\s{_NOT_EXACT}[$€£]?$", re.IGNORECASE
)
_TO = re.compile(rf"(?:\bto|\bauf|\bà|\bau|\ba|\bnaar|\bop)\s{_NOT_EXACT}[$€£]?$", re.IGNORECASE)
_FROM_AFTER = re.compile(r"[^\W\d_]{0,2}?(?:から|에서|부터)")
_TO_AFTER = re.compile(r"[^\W\d_]{0,2}?(?:に|へ|まで|으로|로)")
_PRIOR = re.compile(  # "3.5 %, compared with an earlier guess of" 4 %
    r"\b(?:compared (?:with|to)|against|versus|vs\.?|instead of|rather than)\s(?:[^\W\d_]+\s){0,3}?"
    r"(?:prior|previous(?:ly)?|earlier|former(?:ly)?|old|original(?:ly)?|initial(?:ly)?|past|last)\b[^,;.:\d]*$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:compared (?:with|to)|against|versus|vs\.?|instead of)\s[^,;.:\d]*$", re.IGNORECASE)
_BEFORE_THAT = re.compile(
    r"\s?%?\W{0,2}(?:[^\W\d_]+\s){0,2}?(?:before(?=\W*$|[,;.:)])|beforehand|previously|earlier|(?:a|one) year ago"
    r"|last (?:week|month|quarter|year)|originally|until (?:then|now))\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\s(?:of|der|des|von|de|d['’]|del)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_OLD = re.compile(r"[- ]years?[- ]olds?\b|[- ]?jährige\w*|\sans\b(?=,)", re.IGNORECASE)
_NAMED = re.compile(r"[^\W\d_]\w*[-‑]$")
_RANGE = re.compile(r"\s?(?:[–—-]|and|und|et|y)\s?")
_ORDER = frozenset(  # which tell the one that comes first or last, whatever it is
    "follow later earlier next previou subsequent after befor first last begin began start end came come found".split()
)
_FAR = 60  # characters between "from 8" and "to 19"
_BEFORE = 24  # characters of "from about"
_YEARS, _WAY, _WORDS = range(3)  # the three sorts of what stands beside a number


class Swap(Struct, frozen=True):
    """one and other: as the sentence has them."""

    one: Measure
    other: Measure


# What stands beside a number: years, "from" or "to", and other words.
_Beside = tuple[frozenset[str], frozenset[str], frozenset[str]]


def swaps(text: str, language: str, source: str, source_language: str) -> Iterator[tuple[Swap, bool]]:
    """Each two numbers of the sentence that the source has too, and tells apart; and whether they are swapped."""
    for years in (False, True):
        mine = _values(text, language, years=years)
        if len(mine) > 1:
            for swap, places, crossed in _swaps(text, mine, source, _values(source, source_language, years=years)):
                if years or _may_move((text, (swap.one, swap.other), language), (source, places, source_language)):
                    yield swap, crossed


# A text, two numbers in it, and its language.
_Two = tuple[str, tuple[Measure, Measure], str]


def _may_move(here: _Two, there: _Two) -> bool:
    """Whether one of two numbers could stand where the other does: no label, or day, where the other counts something;
    nor where each has in the source the name that it has here."""
    labels, known = ([label(text, each, language) for each in pair] for text, pair, language in (here, there))
    names, said = ([name(text, each, language) for each in pair] for text, pair, language in (here, there))
    if labels[0] == labels[1]:
        return known[0] == known[1] and (names != said or names[0] == names[1] or not any(names))
    return labels == known[::-1]


def _swaps(
    text: str, mine: list[Measure], source: str, theirs: list[Measure]
) -> Iterator[tuple[Swap, tuple[Measure, Measure], bool]]:
    """Each with its places in the source."""
    for one, other in combinations(mine, 2):
        first, second = ([each for each in theirs if agree(given, each)] for given in (one, other))
        if one.key == other.key or len(first) != 1 or len(second) != 1 or first == second:
            continue
        if not _alike(one, other) and not (one.share == other.share and first[0].same_kind(second[0])):
            continue  # "2890 megabytes and 3150": the source has the unit of both
        if sum(agree(one, each) or agree(other, each) for each in mine) > 2:
            continue
        crossed = _crossed(_beside(text, mine, one, other), _beside(source, theirs, first[0], second[0]))
        if crossed is not None:
            yield Swap(one, other), (first[0], second[0]), crossed


def _values(text: str, language: str, *, years: bool) -> list[Measure]:
    """Without the numbers of names (A350-900); of "between 6 and 7 bowls" one, which is as long as both."""
    found: list[Measure] = []
    for each in measures(text, language):
        end = each.start + len(each.text)
        if (_YEAR.fullmatch(each.text) is not None) != years or _NAMED.search(text, max(0, each.start - 9), each.start):
            continue
        if each.key == "1" and _OF.match(text, end):
            continue  # "one of the kilns" counts nothing
        if _OLD.match(text, end):
            continue  # says who, and not how much
        if found and _RANGE.fullmatch(text, found[-1].start + len(found[-1].text), each.start):
            whole = text[found[-1].start : each.start + len(each.text)]
            found[-1] = replace(found[-1], text=whole, units=each.units, noun=each.noun)
        else:
            found.append(each)
    return found


def _alike(one: Measure, other: Measure) -> bool:
    """Whether one could stand in the place of the other."""
    return one.same_kind(other) or (one.share == other.share and not (one.units or other.units))


def _beside(text: str, among: list[Measure], one: Measure, other: Measure) -> tuple[_Beside, _Beside]:
    """What stands beside each of two numbers, and not beside the other one."""
    first, last = sorted((one, other), key=lambda each: each.start)
    among = [each for each in among if each in (one, other) or _alike(each, one)]
    course = courses(text, first, last)
    left, right = (around(text, among, each) for each in (first, last))
    found = [
        (
            frozenset(_YEAR.findall(mine)) - frozenset(_YEAR.findall(others)),
            frozenset(way),
            frozenset(terms(mine)) - frozenset(terms(others)),
        )
        for mine, others, way in ((left, right, course[:1]), (right, left, course[1:]))
    ]
    return (found[0], found[1]) if first is one else (found[1], found[0])


def courses(text: str, first: Measure, last: Measure) -> tuple[str, ...]:
    """ "from" and "to", in the order of the two numbers, where they are joined by these; else nothing."""
    end = first.start + len(first.text)
    if last.start - end > _FAR:
        return ()
    ways = tuple(_course(text, each) for each in (first, last))
    if ways[0] != "from" and (_PRIOR.search(text, end, last.start) or _was(text, end, last)):
        return ("to", "from")
    return ways if set(ways) == {"from", "to"} else ()


def _was(text: str, end: int, last: Measure) -> bool:
    """Whether a number is compared with one that came before: "4, against 3 a year ago"."""
    beyond = last.start + len(last.text)
    return bool(_COMPARED.search(text, end, last.start) and _BEFORE_THAT.match(text, beyond))


def _course(text: str, each: Measure) -> str:
    before, end = text[max(0, each.start - _BEFORE) : each.start], each.start + len(each.text)
    if _FROM.search(before) or _FROM_AFTER.match(text, end):
        return "from"
    return "to" if _TO.search(before) or _TO_AFTER.match(text, end) else ""


def _crossed(here: tuple[_Beside, _Beside], there: tuple[_Beside, _Beside]) -> bool | None:
    """By what tells most: years, then the course, then words; of words both numbers need some. None: nothing tells."""
    (one, other), (first, second) = here, there
    for tier, (mine, others, theirs, those) in enumerate(zip(one, other, first, second, strict=True)):
        if tier == _YEARS and one[_WAY] and first[_WAY] and not (mine and others):
            continue  # one year, of both numbers: "in 2019, from 8 to 9"
        if tier == _WORDS:
            return _exchanged((mine - _ORDER, others - _ORDER), (theirs - _ORDER, those - _ORDER))
        if mine & theirs or others & those:
            return False
        if mine & those or others & theirs:
            return True
    return None


def _exchanged(
    here: tuple[frozenset[str], frozenset[str]], there: tuple[frozenset[str], frozenset[str]]
) -> bool | None:
    """By the words of two clauses. The longer one may say what both share."""
    straight = tuple(mine & theirs for mine, theirs in zip(here, there, strict=True))
    across = tuple(mine & theirs for mine, theirs in zip(here, reversed(there), strict=True))
    if all(across):
        short = {min((0, 1), key=lambda side: len(words[side])) for words in (here, there)}
        return not any(straight) or not any(straight[side] for side in short)
    return False if any(straight) else None
