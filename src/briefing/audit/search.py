"""Where words stand in the sources, to the letter or but for typography. In: words. Out: their places.

An ellipsis, or what stands in square brackets, parts a quotation into pieces: each has to stand there, in this order.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from briefing.audit.corpus import Corpus, Segment
from briefing.audit.fold import fold

_GAP = re.compile(r"\s*(?:[\[(]\s*(?:\.\.\.|…)\s*[\])]|\[[^\]\[]{2,80}\]|\.{3,}|(?:\. ){2,}\.|…)\s*")
_EDGE = " \t\n,;:.!?、。，；：！？؟،·-–—\"'“”„«»‘’「」『』"
_LETTER_IN_BRACKETS = re.compile(r"\[(\w)\](?=\w)")
_WORD = re.compile(r"[^\W_]+")
_CLOSEST = 8  # sentences of the sources around which words are looked for

Exactness = Literal["verbatim", "folded"]


class Place(Struct, frozen=True):
    """One place of some words: slices of the blocks of one document, in its order."""

    exactness: Exactness
    slices: tuple[Segment, ...]

    @property
    def order(self) -> tuple[int, int, int]:
        first = self.slices[0]
        return first.document, first.block, first.start


def spellings(quoted: str) -> list[str]:
    """A quotation as it stands, and with the letters in brackets, whose case was changed, as they may have been."""
    if not _LETTER_IN_BRACKETS.search(quoted):
        return [quoted]
    return [_LETTER_IN_BRACKETS.sub(lambda m: m[1].swapcase(), quoted), _LETTER_IN_BRACKETS.sub(r"\1", quoted)]


def pieces(quoted: str) -> list[str]:
    """What a quotation gives as words of the source: without ellipses, additions in brackets, and marks at the ends."""
    found = [piece.strip(_EDGE) for piece in _GAP.split(quoted)]
    return [piece for piece in found if any(map(str.isalnum, piece))]


def places(corpus: Corpus, words: str, beside: str = "") -> list[Place]:
    """Every place near the likeliest sentences; those to the letter, else those but for typography. beside: a text near
    which they are looked for, where they have no word that tells anything."""
    near = corpus.nearest(words, _CLOSEST) or corpus.nearest(beside, _CLOSEST)
    windows = [corpus.window(number, len(words) + 100) for number in near]
    found = [
        Place("verbatim", tuple(window.places(start, start + len(words))))
        for window in windows
        for start in _starts(window.text, words)
    ]
    if not found:
        plain = fold(words).text.strip()
        told = _WORD.findall(plain)
        for window in windows:
            if window.text.isascii() and not all(word in window.text for word in told):
                continue  # its letters and digits are left as they are
            folded = fold(window.text)
            ends = [folded.place(start, start + len(plain)) for start in _starts(folded.text, plain)]
            found += [Place("folded", tuple(window.places(start, end))) for start, end in ends]
    unique = {place.order: place for place in found}
    return [unique[order] for order in sorted(unique)]


def chains(found: Sequence[Sequence[Place]]) -> Iterator[tuple[Place, ...]]:
    """Ways to have one place of each piece, in one document and in order."""
    for first in found[0]:
        chain = [first]
        for options in found[1:]:
            following = next((p for p in options if p.order > chain[-1].order and p.order[0] == first.order[0]), None)
            if following is None:
                break
            chain.append(following)
        else:
            yield tuple(chain)


def _starts(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        if _bounded(text, start, start + len(words)):
            yield start
        start = text.find(words, start + 1)


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether a slice is made of whole words, in scripts that part them."""
    return not (_joins(text, start) or _joins(text, end))


def _joins(text: str, position: int) -> bool:
    if not 0 < position < len(text):
        return False
    before, after = text[position - 1], text[position]
    return before.isalnum() and after.isalnum() and _parted(before) and _parted(after)


def _parted(letter: str) -> bool:
    return not "\u0e00" <= letter <= "\u0e7f" and not "\u3040" <= letter <= "\u9fff" and not "가" <= letter <= "힣"
