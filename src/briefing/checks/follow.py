"""What a statement follows. In: a statement, and what it cites. Out: the one clause of it that a piece of the statement
repeats, which is the only thing that a rule of denials, of caution or of direction can hold it against.

A clause is followed where at least half of the content words of one stand in the other: below that, a rule would
compare two sentences that speak of different things.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from briefing.checks.words import STOP, content
from briefing.writers.selection.lexicon import Lexicon

ENOUGH = 0.5  # of the content words of the shorter one, in the other
_BEGINNING = 5
_BESIDE = 4  # words
_BORDER = re.compile(
    r"[,;:()–—。，、；：]\s?|\s(?:and|but|while|whereas|although|though|because|und|aber|während|obwohl|weil|et|mais"
    r"|tandis que"
    r"|bien que|y|pero|mientras|aunque|e|ma|mentre|mas|enquanto|en|maar|terwijl)\s",
    re.IGNORECASE,
)


@lru_cache(maxsize=16_384)
def clauses(text: str) -> tuple[str, ...]:
    """The clauses of a text, each with at least two content words; one that has fewer belongs to the one before."""
    found: list[str] = []
    last = 0
    for end, start in [*((m.start(), m.end()) for m in _BORDER.finditer(text)), (len(text), len(text))]:
        piece = text[last:end]
        if found and len(content(piece)) < 2:
            found[-1] += f", {piece}"
        else:
            found.append(piece)
        last = start
    return tuple(found)


@lru_cache(maxsize=16_384)
def matter(text: str, language: str) -> frozenset[str]:
    """The beginnings of the words that a text speaks of, without the function words of its language: forms of a verb
    share theirs in most languages."""
    function = STOP if language == "en" else Lexicon(language).function_words
    stems = content(" ".join(word for word in text.split() if word.casefold().strip(".,;:!?") not in function))
    return frozenset(stem[: max(4, min(_BEGINNING, len(stem) - 2))] for stem in stems)


def beside(text: str, start: int, end: int, language: str) -> frozenset[str]:
    """What stands right beside a slice, of words that tell something."""
    before, after = (
        [word for word in side.split() if word.casefold() not in STOP] for side in (text[:start], text[end:])
    )
    before, after = before[-_BESIDE:], after[:_BESIDE]
    return matter(" ".join((*before, *after)), language)


def followed(piece: str, passages: Iterable[str], language: str) -> str:
    """The clause that the piece follows most closely; "" where it follows none."""
    stems = matter(piece, language)
    best, found = 0.0, ""
    for clause in (clause for passage in passages for clause in clauses(passage)):
        theirs = matter(clause, language)
        shared = len(stems & theirs)
        least = min(len(stems), len(theirs)) if shared > 1 else len(stems)
        near = 2 * shared / (len(stems) + len(theirs)) if shared and shared >= ENOUGH * least else 0.0
        if near > best:
            best, found = near, clause
    return found


def pairs(statement: str, passages: Sequence[str], language: str) -> list[tuple[str, str]]:
    """Each clause of a statement, with the clause that it follows."""
    found = ((piece, followed(piece, passages, language)) for piece in clauses(statement))
    return [(piece, clause) for piece, clause in found if clause]
