"""Numbers in equal parts. In: a passage that says that something is halved, or evenly split, and its numbers. Out: each
of those numbers with how many parts it is in: 3 GW and two, of "3 GW, evenly split between cells and modules"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefing.audit.measures import Measure

_HALF = re.compile(
    r"(?<!first )(?<!second )(?<!latter )(?<!and a )(?<!erste )(?<!ersten )(?<!zweite )(?<!zweiten )"
    r"\b(?:half(?!-| (?:an?|of (?:the )?(?:year|century|game))\b)|hal(?:ves|ved|ving)"
    r"|fifty-fifty|50[-/–]50|Hälften?|hälftig\w*|halbier\w*"
    r"|moitiés?|mitad(?:es)?|metà|metade"
    r"|helft)\b",
    re.IGNORECASE,
)
_EVENLY = re.compile(
    r"\b(?:evenly|equally|equal (?:parts|shares|portions|amounts|numbers)|gleichmäßig|zu gleichen Teilen"
    r"|à parts égales|en parts égales|à égalité|équitablement|a partes iguales|en partes iguales|in parti uguali"
    r"|in gelijke delen|gelijkelijk)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?P<first>[^.;!?]*?)\s(?:and|und|et|y|e|en)\s", re.IGNORECASE)
_ENDS = re.compile(r"[.;!?]\s")
_MOST = 12  # parts
_FAR = 24  # characters after the word, for a number to be what it halves


def divided(passage: str, held: Sequence[Measure]) -> Iterator[tuple[Measure, Decimal]]:
    """held: the numbers of the passage, in its order."""
    for pattern in (_HALF, _EVENLY):
        for match in pattern.finditer(passage):
            parts = Decimal(2) if pattern is _HALF else _parts(passage, match.end(), held)
            for whole in _beside(passage, match, held):
                yield whole, parts


def _beside(passage: str, match: re.Match[str], held: Sequence[Measure]) -> Iterator[Measure]:
    """The number before the word in its sentence, and the one right after it."""
    before = [each for each in held if each.start < match.start() and not each.is_year]
    if before and not _ENDS.search(passage, before[-1].start, match.start()):
        yield before[-1]
    after = [each for each in held if match.end() <= each.start < match.end() + _FAR and not each.is_year]
    if after and not _ENDS.search(passage, match.end(), after[0].start):
        yield after[0]


def _parts(passage: str, end: int, held: Sequence[Measure]) -> Decimal:
    """How many are named behind the word, "among three kilns", "among salt, ash and clay"; else two."""
    stop = _ENDS.search(passage, end)
    last = stop.start() if stop else len(passage)
    counts = (each.value for each in held if end <= each.start < last and not each.units and not each.share)
    counted = next((value for value in counts if value and 1 < value <= _MOST and value % 1 == 0), None)
    listed = _LISTED.match(passage, end, last)
    return counted or Decimal(2 + (listed["first"].count(",") if listed else 0))
