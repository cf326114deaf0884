"""Which column of a table a number of a sentence is of. In: the sentence, one of its numbers, and a grid. Out: the
columns: "24 shelves", "a temperature of 1,280 °C", "70.6 % on ARC"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from briefing.audit.grids import Grid, Word, words
from briefing.audit.measures import Measure
from briefing.checks.words import STOP

_MOST = 50  # columns that begin with one word
_GAP = re.compile(r"[ \u00a0-]{1,2}")
_LEADS = re.compile(
    r"(?:\s(?:life|size|time|rate|weight|price|count|length|consumption|capacity|speed|area))?(?:\s*[:=(]|\s+(?:scores?|scored|value|ratings?|results?|rate|of|is|was|were|at|a|an|it|reached|hit|stood"
    r"|von|liegt bei|lag bei|beträgt|betrug|war|ist|de|est|était|atteint|es|fue|era|di|è|é|foi|van"
    r"|about|around|roughly|nearly|almost|some|just|etwa|rund|fast|knapp|environ|casi|quasi|circa|cerca|quase)\b){1,4}"
    r"\s*[$€£¥~≈]?",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"(?:\s?%|\s(?:percent|per cent|points?|Prozent|Punkte|pontos|puntos|punti))?"
    r"\s(?:on|in|at|for|auf|bei|im|sur|en|à|em|no|na|su|nel|op)"
    r"(?:\s(?:the|der|dem|das|le|la|les|o|a|os|as|il|lo|el|los|het|de))?\s",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\s(?:in|of|for|im|von|de|en|di|du|des|do|da|em|van)(?:\s(?:the|der|dem|la|le|el|il|o|a))?\s?$", re.IGNORECASE
)
_UNIT_OF = re.compile(r"[ \u00a0]?[^\W\d_]{1,3}[²³]?[ \u00a0](?:of|de|di|von)[ \u00a0]", re.IGNORECASE)
# What counts something of another number, and not of its line.
_OF_THEM = re.compile(
    r"(?<!total )(?<!score )(?<!sum )(?<!tally )(?<!insgesamt )\b"
    r"(?:of(?: the| its| his| her| their| all)?|by|per|each|every|another|further|extra|first|last|next|von(?: den)?|um"
    r"|je|weitere|des|dos|das|delle|dei|degli|les|los|las|os|as|die|the|por|los últimos|otr[ao]s|outr[ao]s|altr[ei]"
    r"|autres|d['’]autres|primeir[ao]s|últim[ao]s)\s[$€£¥]?$",
    re.IGNORECASE,
)


# "Won six races", of the column of wins.
_WINS = frozenset("win victor vitória victoria victoir vittori sieg overwinningen".split())
_WON = re.compile(
    r"\b(?:won|wins|winning|venceu|ganhou|ganó|vinto|vinse|gewann|gewonnen|remporté|gagné|won|wint)\b[^.,;:()]{0,25}?\s"
    r"(?P<what>races?|games?|match(?:es)?|corridas?|provas?|jogos?|partidas?|carreras?|partidos?|gare|partite"
    r"|Rennen|Spiele|courses?|matchs?|wedstrijden)\b",
    re.IGNORECASE,
)


class Linked(Struct, frozen=True):
    """columns: that a number may be of. plain: whether their name stands right behind it, as what it counts."""

    columns: tuple[int, ...]
    plain: bool


class Headed(Struct, frozen=True):
    """text[start:end] of the sentence is the name of a column."""

    start: int
    end: int
    column: int


def headed(text: str, grid: Grid, taken: Sequence[tuple[int, int]]) -> list[Headed]:
    """Of several that begin at one place, the longest. taken: what is the name of something else."""
    told = words(text)
    found: list[Headed] = []
    for at, word in enumerate(told):
        here = [
            (column, len(grid.heads[column].keys))
            for column in grid.opening.get(word.key, ())[:_MOST]
            if _stands(text, told, at, grid.heads[column].keys)
        ]
        size = max((size for _, size in here), default=0)
        span = (word.start, told[at + size - 1].end) if size else (0, 0)
        if (
            size
            and _is_whole(text, told, at, size, taken)
            and not any(start < span[1] and span[0] < end for start, end in taken)
        ):
            found += [Headed(*span, column) for column, each in here if each == size]
    wins = [
        column for key in sorted(_WINS) for column in grid.opening.get(key, ()) if len(grid.heads[column].keys) == 1
    ]
    won = [match.span("what") for match in _WON.finditer(text)] if wins else []
    return [*found, *(Headed(*span, column) for span in won for column in wins)]


def _stands(text: str, told: Sequence[Word], at: int, keys: Sequence[str]) -> bool:
    here = told[at : at + len(keys)]
    if not keys or [word.key for word in here] != list(keys):
        return False
    return all(_GAP.fullmatch(text, one.end, other.start) for one, other in pairwise(here))


def _is_whole(text: str, told: Sequence[Word], at: int, size: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether it is no part of a longer name: "ARC-C" and "ARC Challenge" are not ARC."""
    before = (told[at - 1], text[told[at - 1].end : told[at].start]) if at else None
    last = at + size
    after = (told[last], text[told[last - 1].end : told[last].start]) if last < len(told) else None
    return not any(each and _belongs(*each, taken, first=at == 1) for each in (before, after))


def _belongs(word: Word, between: str, taken: Sequence[tuple[int, int]], *, first: bool) -> bool:
    if any(start <= word.start < end for start, end in taken) or word.text[0].isdigit():
        return False
    capital = word.text[0].isupper() and not (first and word.start == 0) and word.text.casefold() not in STOP
    return between == "-" or (between in (" ", "\u00a0") and capital)


def linked(text: str, given: Measure, heads: Sequence[Headed], names: Sequence[tuple[int, int]]) -> Linked | None:
    """names: where rows are named."""
    end = given.start + len(given.text)
    counted = [each for each in heads if _counts(text, end, each.start) or _is_of(text, given, each.start)]
    if counted:
        nearest = min(each.start for each in counted)
        of_them = _OF_THEM.search(text, 0, given.start)
        return None if of_them else Linked(tuple(each.column for each in counted if each.start == nearest), plain=True)
    beside = [
        each.column
        for each in heads
        if (each.end <= given.start and _leads(text, each.end, given.start, names))
        or (each.start >= end and _FOLLOWS.fullmatch(text, end, each.start))
    ]
    return Linked(tuple(dict.fromkeys(beside)), plain=False) if beside else None


def _leads(text: str, start: int, end: int, names: Sequence[tuple[int, int]]) -> bool:
    """Whether the name of a column leads to a number, also with a row between: "the rain in June was 44 mm"."""
    between = text[start:end]
    for first, last in names:
        if start <= first and last <= end:
            between = _IN.sub("", text[start:first]) + text[last:end]
    return _LEADS.fullmatch(between) is not None


def _is_of(text: str, given: Measure, start: int) -> bool:
    """ "14 mm of rain"."""
    return bool(given.units) and _UNIT_OF.fullmatch(text, given.start + len(given.text), start) is not None


def _counts(text: str, end: int, start: int) -> bool:
    """Whether nothing stands between a number and what it counts, but for one word that says of what kind."""
    between = text[end:start] if start > end else "."
    if _GAP.fullmatch(between):
        return True
    kind = re.fullmatch(r"[ \u00a0]([^\W\d_]{3,})[ \u00a0]", between)
    return kind is not None and kind[1].islower() and kind[1] not in STOP and kind[1] not in _OTHERS


_OTHERS = frozenset(
    "less fewer greater additional lost missing plus moins mehr weniger weitere más menos mais più meno minder meer "
    "than for from into onto under over per der die das den dem des les una une ein eine uns dos das los las"
    " points percent".split()
)
