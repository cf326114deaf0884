"""Names that have changed places. In: a sentence, and one or two sentences of a source that have the same two names.
Out: whether what is told of each here is told there of the other.

"Tidal 3 used gzip, while Tidal 4 uses zstd" is held against "Tidal 4 uses gzip, Tidal 3 used zstd": other names beside
a name tell most, then the words of its clause. Who does what to whom within one clause, doers.py says.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from briefing.audit.beside import around, parted
from briefing.audit.flaw import Flaw
from briefing.audit.mentions import Mention
from briefing.audit.sentence import Judged
from briefing.audit.terms import terms
from briefing.audit.verbs import is_verb, root
from briefing.checks.negation import DENIES
from briefing.checks.opposites import opposites
from briefing.checks.poles import rows
from briefing.cldr import primary

# Between a name and its verb: "Holm, the head of the lab, told"; and behind one: "the head, Holm, told".
_ASIDE = re.compile(r"(?:,\s[^,;:.“”\"]{2,90})?,\s(?P<verb>[a-z]+)\b")
_JOINED = re.compile(r"(?:\s*[,&/]\s*|\s)(?:(?:and|or|und|oder|et|ou|y|o|e|en)\s)?", re.IGNORECASE)
_UNLIKE = re.compile(r"\b(?:unlike|instead of|rather than|in contrast to|other than|than)\b", re.IGNORECASE)


def sides(judged: Judged) -> Iterator[Flaw]:
    """At most one flaw of a sentence, judged by the nearest passage that tells two of its names apart."""
    mine = _compared(judged, judged.text) if judged.statement.same_language else []
    if len(mine) < 2 or _turned(judged.text, judged.language):
        return
    for number in judged.near[:3]:
        for source in judged.neighbours(number):
            theirs = _compared(judged, source)
            told = [(pair, _crossed(judged.text, mine, source, theirs, pair)) for pair in combinations(mine, 2)]
            told = [(pair, crossed) for pair, crossed in told if crossed is not None]
            if not told:
                continue
            if all(crossed for _, crossed in told) and not _turned(source, judged.language):
                one, other = told[0][0]
                said = "the source says of each what is said here of the other"
                message = f"“{one.text}” and “{other.text}” have changed places: {said}."
                yield Flaw("name", "contradicted", "error", message, number)
            return


def _compared(judged: Judged, text: str) -> list[Mention]:
    """The names of a text, and the words of which it has both poles: easier and harder."""
    found = judged.judge.mentions(text)
    language = primary(judged.language)
    there = {(each.row, each.side) for each in opposites(text, language) if not each.contrary}
    for row in sorted(row for row, side in there if not side and (row, 1) in there):
        both = [list(pole.words.finditer(text)) for pole in rows(language)[row]]
        if all(len(matches) == 1 for matches in both):
            found += [Mention(match.group().casefold(), *match.span()) for matches in both for match in matches]
    return sorted(found, key=lambda each: each.start)


def _turned(text: str, language: str) -> bool:
    """Whether it denies something: then its sides may have changed places with its direction."""
    own = primary(language)
    return bool(_UNLIKE.search(text) or (own in DENIES and DENIES[own].search(text)))


def _crossed(
    text: str, mine: Sequence[Mention], source: str, theirs: Sequence[Mention], pair: tuple[Mention, Mention]
) -> bool | None:
    """None: nothing tells the two apart."""
    one, other = pair
    there = [[each for each in theirs if each.tokens == name.tokens] for name in pair]
    if one.is_coded != other.is_coded or not one.apart(other) or any(len(found) != 1 for found in there):
        return None
    if sum(each.tokens in (one.tokens, other.tokens) for each in mine) != 2:
        return None
    first, second = there[0][0], there[1][0]
    if (way := _course(text, one, other)) and (course := _course(source, first, second)):
        return way != course
    if not _apart(text, one, other) or not _apart(source, first, second):
        return None
    if _listed(text, one, other) and _listed(source, first, second):
        return None
    here, beyond = _beside(text, mine, one, other), _beside(source, theirs, first, second)
    for (left, right), (before, after) in zip(here, beyond, strict=True):
        if left & before or right & after:
            return False
        if left & after and right & before:
            return True
    return None


def _listed(text: str, one: Mention, other: Mention) -> bool:
    """Whether the two stand side by side in a list, in which either may come first."""
    first, last = sorted((one, other), key=lambda each: each.start)
    return _JOINED.fullmatch(text, first.end, last.start) is not None


def _course(text: str, one: Mention, other: Mention) -> tuple[str, ...]:
    """ "from" and "to", in the order of the two names, where they stand so side by side; else nothing."""
    first, last = sorted((one, other), key=lambda each: each.start)
    to = re.fullmatch(r"\sto\s(?:the\s)?", text[first.end : last.start], re.IGNORECASE)
    if not to or not re.search(r"\bfrom\s(?:the\s)?$", text[: first.start], re.IGNORECASE):
        return ()
    return ("from", "to") if first is one else ("to", "from")


def _apart(text: str, one: Mention, other: Mention) -> bool:
    first, last = sorted((one, other), key=lambda each: each.start)
    if (aside := _ASIDE.match(text, first.end, last.start)) and is_verb(aside["verb"]):
        first = Mention(text[first.start : aside.end()], first.start, aside.end())  # of one clause with its verb
    return parted(text, first, last) is not None


_Sides = tuple[frozenset[str], frozenset[str]]


def _beside(text: str, named: Sequence[Mention], one: Mention, other: Mention) -> tuple[_Sides, _Sides]:
    """What stands beside each of the two, and not beside the other: names, and all words."""
    pair = sorted((one, other), key=lambda each: each.start)
    told = {each: around(text, pair, each) for each in pair}
    beside: list[_Sides] = []
    for mine, others in (
        (_names_in(told[one], named), _names_in(told[other], named)),
        (_roots(told[one]), _roots(told[other])),
    ):
        beside.append((mine - others, others - mine))
    return beside[0], beside[1]


def _names_in(text: str, named: Sequence[Mention]) -> frozenset[str]:
    return frozenset(each.text.casefold() for each in named if each.text in text)


def _roots(text: str) -> frozenset[str]:
    return frozenset(map(root, terms(text)))
