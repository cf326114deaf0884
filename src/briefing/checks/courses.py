"""Courses: from where to where, and what comes in whose place. In: a text. Out: of each course, where it begins and
where it ends.

"B replaced A", "A was replaced by B", "A gave way to B" and "A was renamed B" are one course, from A to B.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from briefing.checks.negation import DENIES

_FROM = {
    "en": re.compile(r"\bfrom ((?:[\w.:,'’$€£%-]+ ){1,4}?)to ((?:[\w.:'’$€£%-]+ ?){1,4})", re.IGNORECASE),
    "de": re.compile(r"\bvo[nm] ((?:[\w.:,'’$€£%-]+ ){1,4}?)(?:nach|zu[mr]?|auf|in) ((?:[\w.:'’$€£%-]+ ?){1,4})", re.I),
}
_WAY = re.compile(  # which goes both ways
    r"\b(?:road|roads|way|line|route|distance|railway|bridge|path|everything|everyone|anything|rang(?:es?|ed|ing)"
    r"|ranges|var(?:y|ies|ied))\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_THING = r"((?:[\w.:'’“”\"‘$€£%&-]+,? ){1,6}?)"
_LAST = r"((?:[\w.:'’“”\"‘$€£%&-]+ ?){1,6})"
_IS = r"(?:is|are|was|were|be|been|being|gets?|got)(?: \w+ly)?"
_HAS = r"(?:(?:has|have|had|will|would|to|soon|later|then|also) ){0,2}"
_LEFT = r"resigned|retired|stepped down|(?:was|has been) (?:fired|ousted|dismissed|removed)"
_NAMED = r"(?:named|appointed|elected|chosen|sworn|made)"
_OLD_FIRST = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<link>replac(?:e|es|ed|ing)) {_THING}(?:with|by) {_LAST}",
        rf"{_THING}{_IS} (?P<link>replaced|succeeded) (?:with|by) {_LAST}",
        rf"{_THING}(?P<link>(?:gave|gives?|giving) way) to {_LAST}",
        rf"\b(?P<link>renam(?:e|es|ed|ing)) {_THING}(?:to|as|into) {_LAST}",
        rf"{_THING}{_IS} (?P<link>renamed) (?:(?:to|as|into) )?{_LAST}",
        rf"\b(?P<link>(?:convert|turn|transform)(?:s|ed|ing)?) {_THING}(?:in)?to {_LAST}",
        rf"\b(?P<link>swap(?:s|ped|ping)?|trad(?:e|es|ed|ing)) {_THING}for {_LAST}",
        rf"{_THING}(?P<link>{_LEFT}),? and {_THING}(?:was|is|has been|had been) {_NAMED}\b",
    )
)
_NEW_FIRST = re.compile(
    rf"{_THING}{_HAS}(?P<link>replaces?|replaced|succeed(?:s|ed)) (?!(?:[\w'’-]+ ){{0,6}}(?:by|with)\b){_LAST}",
    re.IGNORECASE,
)
_PASSIVE = re.compile(rf"\b{_IS} $", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[.:'’-][^\W_]+)*")
_REST = re.compile(  # of a sentence, behind what replaces or is replaced
    r"(?:,|\b(?:in|as|at|on|for|by|with|to|from|and|but|though|although|because|after|before|when|while)\b).*"
)
_FUNCTION = frozenset("a an the of in at on and der die das dem den".split())
_LIGHT = _FUNCTION | frozenset(
    "is are was were be been being has have had will would to by as its his her their who which that".split()
)


class Course(Struct, frozen=True):
    """first, last: the words, casefolded, of where it begins, and of where it ends."""

    link: str
    first: frozenset[str]
    last: frozenset[str]


def courses(text: str, language: str) -> Iterator[Course]:
    for match in _FROM[language].finditer(text) if language in _FROM else ():
        if not _WAY.search(text[: match.start()]):
            yield from _course("from", match[1], match[2], _FUNCTION)
    if language == "en":
        yield from _replaced(text)


def _replaced(text: str) -> Iterator[Course]:
    found = [(match, True) for pattern in _OLD_FIRST for match in pattern.finditer(text)]
    found += [(match, False) for match in _NEW_FIRST.finditer(text)]
    for match, old_first in found:
        if DENIES["en"].search(match.group()) or (not old_first and _PASSIVE.search(text[: match.start("link")])):
            continue
        one, other = (group for number, group in enumerate(match.groups(), 1) if number != match.re.groupindex["link"])
        other = _REST.sub("", other)
        first, last = (one, other) if old_first else (other, one)
        yield from _course(match["link"], first, last, _LIGHT)


def _course(link: str, first: str, last: str, light: frozenset[str]) -> Iterator[Course]:
    begins, ends = (frozenset(map(str.casefold, _WORD.findall(side))) - light for side in (first, last))
    if begins and ends:
        yield Course(link, begins, ends)
