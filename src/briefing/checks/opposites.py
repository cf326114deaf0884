"""Where the words of poles.py and contraries/ stand in a text. In: text. Out: each, with its row and its side.

A word is held against the few patterns that begin as it does: there are hundreds, and a text is asked for all of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from msgspec import Struct

from briefing.checks.contraries.table import CONTRARIES
from briefing.checks.poles import Pole, Row, read, rows

_WORD = re.compile(r"[^\W_]+")
_BEHIND = re.compile(r"^\(\?<!.*?\)")
_GROUP = re.compile(r"^\(\?:([^()]*)\)")
_PREFIX = re.compile(r"[^\W\d_](?![?*+])")
_LESS = re.compile(r"\b(?:less|least|weniger|wenigsten|moins|menos|meno|minder)\s$", re.IGNORECASE)
_BEFORE = 12  # characters
_KEY = 2  # letters


class Opposite(Struct, frozen=True):
    """contrary: whether it is one of contraries/."""

    row: int
    side: int
    match: re.Match[str]
    contrary: bool

    def faces(self, other: "Opposite") -> bool:
        """Whether the two are the two sides of one row."""
        return self.row == other.row and self.side != other.side


@lru_cache(maxsize=16_384)
def opposites(text: str, language: str) -> tuple[Opposite, ...]:
    """By row; of each side of a row, the first one. "Less quickly" is neither quick nor slow."""
    found: dict[tuple[int, int], Opposite] = {}
    table, poles = _table(language), len(rows(language))
    for at, places in _starts(text, language):
        for row, side in places:
            match = None if (row, side) in found else _at(table[row][side], text, at)
            if match and not _LESS.search(text, max(0, match.start() - _BEFORE), match.start()):
                found[row, side] = Opposite(row, side, match, row >= poles)
    return tuple(found[key] for key in sorted(found))


@cache
def _table(language: str) -> tuple[Row, ...]:
    return (*rows(language), *read(CONTRARIES.get(language, ""), language))


def _at(pole: Pole, text: str, at: int) -> re.Match[str] | None:
    return pole.words.search(text) if at < 0 else pole.words.match(text, at)


def _starts(text: str, language: str) -> Iterator[tuple[int, tuple[tuple[int, int], ...]]]:
    """Where a word may begin that stands in some of the rows; -1 for those that may stand anywhere."""
    index = _index(language)
    yield -1, index.get("", ())
    for word in _WORD.finditer(text) if len(index) > 1 else ():
        if places := index.get(word.group()[:_KEY].casefold()):
            yield word.start(), places


@cache
def _index(language: str) -> Mapping[str, tuple[tuple[int, int], ...]]:
    """By the first letters of their words, the rows and sides; under "" those that have to be looked for."""
    found: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for number, row in enumerate(_table(language)):
        for side, pattern in enumerate(row):
            for key in _keys(pattern.pattern):
                found[key].add((number, side))
    return {key: tuple(sorted(places)) for key, places in found.items()}


def _keys(pattern: str) -> Iterator[str]:
    if not pattern.startswith("(?<!"):  # of a script without spaces
        yield ""
        return
    words = pattern.removeprefix("(?<![^\\W_])(?:").removesuffix(")(?![^\\W_])")
    for word in re.split(r"\|(?![^(]*\))", words):
        bare = _BEHIND.sub("", word)
        group = _GROUP.match(bare)
        for begun in group[1].split("|") if group else [bare]:
            lead = "".join(match.group() if match else "" for match in (_PREFIX.match(begun, n) for n in range(_KEY)))
            yield lead.casefold() if len(lead) == _KEY else ""
