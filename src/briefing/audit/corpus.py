"""The sources, and where in them to look. In: documents. Out: for any text, the passages that share its rarest words.

An inverted index from the stem of a word to the sentences that have it: looking up costs what the rare words of a text
cost, however long the sources are.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, compress
from typing import NamedTuple

from msgspec import Struct

from briefing.audit.indexed import Indexed, headings, spans
from briefing.audit.postings import Postings, postings
from briefing.audit.terms import terms
from briefing.model import Block, Document, Located
from briefing.reports.audit_findings import AuditPassage
from briefing.steps.cite import address

_SCANNED = 2000  # sentences that are looked at for one text, beginning with those of its rarest word
_RANKED = 8  # sentences that are kept as the nearest of one text


class Unit(NamedTuple):  # made by the hundred thousand
    """A sentence of a source: text[start:end] of a block."""

    document: int
    block: int
    start: int
    end: int


class Segment(Struct, frozen=True):
    """A slice of one block within a window, where it stands in the window from `offset` on."""

    offset: int
    document: int
    block: int
    start: int
    end: int


class Window(Struct, frozen=True):
    """A stretch of a source: slices of neighbouring blocks, joined by a space."""

    text: str
    segments: tuple[Segment, ...]

    def places(self, start: int, end: int) -> list[Segment]:
        """The slices that text[start:end] is made of."""
        found: list[Segment] = []
        for each in self.segments:
            size = each.end - each.start
            first, last = max(start - each.offset, 0), min(end - each.offset, size)
            if first < last:
                found.append(Segment(each.offset, each.document, each.block, each.start + first, each.start + last))
        return found


class Corpus:
    def __init__(self, sources: Sequence[Document | Indexed]) -> None:
        self.sources = tuple(each if isinstance(each, Indexed) else Indexed(each) for each in sources)
        self.documents = tuple(each.document for each in self.sources)
        self.units: list[Unit] = []
        self.blocks: list[tuple[int, ...]] = []  # of each document, the number of the first unit of each block
        self._firsts: list[int] = []  # of each document, the number of its first unit
        for number, document in enumerate(self.documents):
            self._firsts.append(len(self.units))
            firsts: list[int] = []
            for position, block in enumerate(document.blocks):
                firsts.append(len(self.units))
                self.units += [Unit(number, position, start, end) for start, end in spans(block)]
            self.blocks.append((*firsts, len(self.units)))
        self._firsts.append(len(self.units))
        self._lengths = [0, *accumulate(unit.end - unit.start for unit in self.units)]
        self._postings: dict[str, list[int]] = {}
        self._counts: dict[str, int] = {}
        self._rarities: dict[str, float] = {}
        self._ranked: dict[str, list[int]] = {}

    def prepare(self, texts: Iterable[str] = ()) -> None:
        """Make now what is otherwise made when it is first asked for, and look up the words of these texts."""
        _ = self._indexes, self.headings
        for text in texts:
            for term in self._telling(terms(text)):
                self._having(term)

    def _having(self, term: str) -> list[int]:
        """The sentences that have a term."""
        found = self._postings.get(term)
        if found is None:
            found = self._postings[term] = [
                first + number for first, index in self._indexes for number in index.get(term)
            ]
        return found

    def _count(self, term: str) -> int:
        """How many sentences have a term: of most, no more is asked."""
        found = self._counts.get(term)
        if found is None:
            found = self._counts[term] = sum(index.count(term) for _, index in self._indexes)
        return found

    @cached_property
    def _indexes(self) -> list[tuple[int, Postings]]:
        """Of each source, the number of its first sentence, and its postings."""
        return [(first, each.once(postings)) for first, each in zip(self._firsts, self.sources, strict=False)]

    @cached_property
    def headings(self) -> list[list[tuple[str, ...]]]:
        """Of each block of each document, the headings above it."""
        return [headings(document) for document in self.documents]

    def section(self, number: int) -> list[str]:
        """The heading above a sentence, and the texts of all blocks under it; nothing where there is none."""
        unit = self.units[number]
        above = self.headings[unit.document]
        heading, blocks = above[unit.block], self.documents[unit.document].blocks
        held = [block.text for block, path in zip(blocks, above, strict=True) if path[: len(heading)] == heading]
        return [heading[-1], *held] if heading else []

    def block(self, unit: Unit) -> Block:
        return self.documents[unit.document].blocks[unit.block]

    def text(self, number: int) -> str:
        unit = self.units[number]
        return self.block(unit).text[unit.start : unit.end]

    def rarity(self, term: str) -> float:
        """What a term tells: the fewer sentences have it, the more. Inverse document frequency."""
        found = self._rarities.get(term)
        if found is None:
            found = self._rarities[term] = math.log(1 + len(self.units) / (1 + self._count(term)))
        return found

    def weight(self, terms: Iterable[str]) -> float:
        """What terms tell together: the same to the last bit, in whatever order they come."""
        return math.fsum(map(self.rarity, terms))

    def votes(self, wanted: Iterable[str]) -> dict[int, float]:
        """Sentences that share terms, and the sum of what these terms tell."""
        found: dict[int, float] = {}
        for term in reversed(self._telling(wanted)):  # the commonest first: its sentences are entered all at once
            weight, numbers = self.rarity(term), self._having(term)
            if not found:
                found = dict.fromkeys(numbers, weight)
                continue
            for number in numbers:
                found[number] = found.get(number, 0.0) + weight
        return found

    def _telling(self, wanted: Iterable[str]) -> list[str]:
        """The rarest terms, as many as lead to so many sentences as are looked at."""
        chosen: list[str] = []
        scanned = 0
        known = sorted((self._count(term), term) for term in set(wanted))
        for count, term in known:
            if scanned and scanned + count > _SCANNED:
                break
            scanned += count
            chosen.append(term)
        return chosen

    def nearest(self, text: str, most: int = 5) -> list[int]:
        """The sentences that share most with a text, best first."""
        if text not in self._ranked or most > _RANKED:
            self._ranked[text] = self._rank(text, max(most, _RANKED))
        return self._ranked[text][:most]

    def ranked(self, texts: Iterable[str]) -> dict[str, list[int]]:
        """What was found to be nearest to these texts: a copy of this process hands it to the others."""
        return {text: self._ranked[text] for text in texts if text in self._ranked}

    def know(self, ranked: Mapping[str, list[int]]) -> None:
        self._ranked |= ranked

    def _rank(self, text: str, most: int) -> list[int]:
        votes = self.votes(terms(text))
        best = list(votes)
        if len(votes) > most:
            least = sorted(votes.values())[-most]
            best = list(compress(votes, map(least.__le__, votes.values())))
        return sorted(best, key=lambda number: (-votes[number], number))[:most]

    def window(self, number: int, reach: int) -> Window:
        """What stands around a sentence: at least `reach` characters before and after it, as far as there are any."""
        lengths, home = self._lengths, self.units[number].document
        first = bisect_right(lengths, lengths[number] - reach, 0, number + 1) - 1
        last = bisect_left(lengths, lengths[number + 1] + reach, number + 1) - 1
        return self._joined(max(first, self._firsts[home]), min(last, self._firsts[home + 1] - 1))

    def _joined(self, first: int, last: int) -> Window:
        segments: list[Segment] = []
        for unit in self.units[first : last + 1]:
            if segments and segments[-1].block == unit.block:
                segments[-1] = Segment(segments[-1].offset, unit.document, unit.block, segments[-1].start, unit.end)
            else:
                offset = segments[-1].offset + segments[-1].end - segments[-1].start + 1 if segments else 0
                segments.append(Segment(offset, unit.document, unit.block, unit.start, unit.end))
        return Window(" ".join(map(self.cut, segments)), tuple(segments))

    def cut(self, segment: Segment) -> str:
        return self.documents[segment.document].blocks[segment.block].text[segment.start : segment.end]

    def passage(self, places: Sequence[Segment]) -> AuditPassage:
        """What is shown of some slices that follow each other."""
        first = places[0]
        document = self.documents[first.document]
        heading = self.headings[first.document][first.block]
        located = Located(document.source, first.block, document.blocks[first.block], heading)
        url = address(document, located, first.start, first.end)
        text = " ".join(map(self.cut, places))
        return AuditPassage(document.source, text, first.start, places[-1].end, url, heading)

    def passage_of(self, number: int) -> AuditPassage:
        unit = self.units[number]
        return self.passage([Segment(0, unit.document, unit.block, unit.start, unit.end)])
