"""Where a text stands in a stretch of a source, as nearly as it does. In: two texts. Out: the slice, word by word.

difflib finds the longest runs of words that both have; what it finds far off, by chance, is left out again.
"""

import re
from difflib import Match, SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from briefing.audit.fold import fold
from briefing.audit.terms import PAIRED

_TOKEN = re.compile(rf"[{PAIRED}]|[^\W_{PAIRED}]+(?:[.,'’:/_-][^\W_{PAIRED}]+)*|[^\w\s]|_")
_CHANCE = 2  # words: a shorter run at an end, with a longer gap to the rest, stands there by chance


class Token(NamedTuple):  # made by the thousand: twice as fast as a frozen record
    text: str  # folded for typography and case
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


class Aligned(Struct, frozen=True):
    """source[start:end] is what the text stands for. share: of the words of the text that stand in it, in its order.
    left: words of the text before the first one that does; right: after the last one (offsets into the text)."""

    start: int
    end: int
    share: float
    words: int
    left: tuple[int, int]
    right: tuple[int, int]


@lru_cache(maxsize=64)  # one text is aligned with some stretches, one after the other
def tokens(text: str) -> tuple[Token, ...]:
    folded = fold(text)
    found = [(match.group().casefold(), *match.span()) for match in _TOKEN.finditer(folded.text)]
    if not folded.runs:
        return tuple(map(Token._make, found))
    return tuple(Token(token, *folded.place(start, end)) for token, start, end in found)


def align(text: str, source: str) -> Aligned | None:
    """None where they share no word."""
    mine, theirs = tokens(text), tokens(source)
    matcher = SequenceMatcher(None, [t.text for t in theirs], [t.text for t in mine], autojunk=False)
    runs = _together([run for run in matcher.get_matching_blocks() if run.size])
    if not runs:
        return None
    first, last = runs[0], runs[-1]
    held = sum(mine[run.b + i].is_word for run in runs for i in range(run.size))
    words = sum(token.is_word for token in mine) or 1
    lead, trail = first.b, len(mine) - last.b - last.size
    start = max(0, first.a - _at_edge(lead))
    end = min(len(theirs), last.a + last.size + _at_edge(trail))
    return Aligned(
        theirs[start].start,
        theirs[end - 1].end,
        held / words,
        held,
        (0, mine[first.b].start),
        (mine[last.b + last.size - 1].end, len(text)),
    )


def _at_edge(unmatched: int) -> int:
    """Words beside the slice that a few words of the text stand for; more than these stand for nothing there."""
    return unmatched if unmatched <= _CHANCE + 1 else 0


def _together(runs: list[Match]) -> list[Match]:
    """Without runs at either end that are short, and further off than the text explains."""
    while len(runs) > 1 and _by_chance(runs[0].size, runs[1].a - runs[0].a - runs[0].size, runs[1].b - runs[0].b):
        runs = runs[1:]
    while len(runs) > 1 and _by_chance(
        runs[-1].size, runs[-1].a - _end(runs[-2]).a, _end(runs[-1]).b - _end(runs[-2]).b
    ):
        runs = runs[:-1]
    return runs


def _end(run: Match) -> Match:
    return Match(run.a + run.size, run.b + run.size, 0)


def _by_chance(size: int, gap: int, step: int) -> bool:
    """gap: words of the source between the run and the next; step: words of the text from its outer end to that."""
    return size <= _CHANCE and gap > 2 * step + 3
