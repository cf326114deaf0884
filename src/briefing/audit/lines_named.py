"""Which lines of the tables of a source a sentence names. In: a sentence, and the grids. Out: by grid, the lines, and
where each is named.

A name counts whole; one that is written as names are counts by a part of it, too ("Hamlin" of "Denny Hamlin"). What
stands beside another name or number is a longer name, and so nobody's here ("GPT-4 Turbo" of "GPT-4").
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.audit.grids import Grid, Grids, Name, Word, words
from briefing.checks.words import STOP, stem

_JOINT = re.compile(r"[\s.'’/,-]{1,2}")
_COMMON = 200  # lines that have a word: one that more have tells none of them
_SHORTEST = 3  # letters of a part that stands for a whole name
_LITTLE = frozenset(
    "der die das den dem des ein eine im in am le la les l un une el los las il lo gli o a os as um uma no na em de "
    "het with mit avec con com met für pour per para voor bei".split()
)


class Named(Struct, frozen=True):
    """text[start:end] of the sentence is the name of one of these lines."""

    start: int
    end: int
    lines: tuple[int, ...]


def lines_named(text: str, grids: Grids, small: frozenset[str]) -> dict[int, list[Named]]:
    """By the number of a grid. small: stems of words that are no names, as they are written with a small letter."""
    told = words(text)
    places: defaultdict[int, set[int]] = defaultdict(set)
    for word in told:
        held = grids.having.get(word.key, ())
        for grid, line in held if len(held) <= _COMMON else ():
            places[grid].add(line)
    found = {number: list(_named(text, told, grids.grids[number], sorted(of), small)) for number, of in places.items()}
    spans = {(each.start, each.end) for named in found.values() for each in named}
    return {
        number: kept
        for number, named in sorted(found.items())
        if (kept := [each for each in named if not any(_within(each, span) for span in spans)])
    }


def _within(each: Named, span: tuple[int, int]) -> bool:
    return span[0] <= each.start and each.end <= span[1] and span != (each.start, each.end)


def _named(text: str, told: Sequence[Word], grid: Grid, lines: Sequence[int], small: frozenset[str]) -> Iterator[Named]:
    heads = frozenset(key for head in grid.heads for key in head.keys)
    at = 0
    while at < len(told):
        sizes = {line: _run(text, told, at, grid.names[line].keys) for line in lines}
        size = max(sizes.values(), default=0)
        run = told[at : at + size]
        fitting = [line for line in lines if size and sizes[line] == size]
        whole = [line for line in fitting if size == len(grid.names[line].keys) and _is_meant(run, grid.names[line])]
        parted = _is_name(run, small) and all(grid.names[line].proper for line in fitting)
        if size and (whole or parted) and _alone(text, told, at, size, heads):
            yield Named(run[0].start, run[-1].end, tuple(whole or fitting))
        at += size or 1


def _run(text: str, told: Sequence[Word], at: int, keys: Sequence[str]) -> int:
    """How many words from here on are words of a name, in its order."""
    most = 0
    for first, key in enumerate(keys):
        size = 0
        if key == told[at].key:
            size = 1
            while (
                first + size < len(keys)
                and at + size < len(told)
                and told[at + size].key == keys[first + size]
                and _JOINT.fullmatch(text, told[at + size - 1].end, told[at + size].start)
            ):
                size += 1
        most = max(most, size)
    return most


def _is_meant(run: Sequence[Word], name: Name) -> bool:
    """ "go" is not the language Go."""
    return len(run) > 1 or len(run[0].text) > _SHORTEST or run[0].text == name.text


def _is_name(run: Sequence[Word], small: frozenset[str]) -> bool:
    capital = all(word.text[0].isupper() or word.text[0].isdigit() for word in run)
    return capital and any(
        word.text.isalpha() and len(word.text) >= _SHORTEST and stem(word.text) not in small for word in run
    )


def _alone(text: str, told: Sequence[Word], at: int, size: int, heads: frozenset[str]) -> bool:
    """Whether no longer name is meant."""
    before, after = told[at - 1] if at else None, told[at + size] if at + size < len(told) else None
    ahead = before is not None and _goes_on(text[before.end : told[at].start], before, heads)
    return not ahead and not (after and _goes_on(text[told[at + size - 1].end : after.start], after, heads))


def _goes_on(between: str, word: Word, heads: frozenset[str]) -> bool:
    if between == "-":
        return True
    plain = word.text.casefold() in STOP or word.text.casefold() in _LITTLE or word.key in heads
    return between in (" ", "\u00a0") and not plain and (word.text[0].isupper() or any(map(str.isdigit, word.text)))
