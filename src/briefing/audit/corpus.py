"""The sources, and where in them to look. In: documents. Out: for any text, the passages that share its rarest words.

An inverted index from the stem of a word to the sentences that have it: looking up costs what the rare words of a text
cost, however long the sources are.
"""

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from heapq import nlargest

from briefing.checks.words import STOP, stem
from briefing.model import Block, Document, Located
from briefing.reports.audit_findings import AuditPassage
from briefing.steps.cite import address

# Written without spaces, or (Korean) with what belongs to a word written onto it: Thai, Japanese, Chinese, Korean.
PAIRED = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[^\W_{PAIRED}]+|[{PAIRED}]+")
_LINE = re.compile(r"[^\n]+")
_PAIRED = re.compile(f"[{PAIRED}]")
_SCANNED = 2000  # sentences that are looked at for one text, beginning with those of its rarest word


_EMPTY = STOP - {"may"}  # a month, too


class _Stems(dict[str, str]):
    """The stem of each word, found once; "" for words that tell nothing."""

    def __missing__(self, word: str) -> str:
        empty = word in _EMPTY or (len(word) < 2 and not word.isdigit())
        found = self[word] = "" if empty else word if word.isdigit() else stem(word)
        return found


_STEMS = _Stems()


@lru_cache(maxsize=4096)
def terms(text: str) -> tuple[str, ...]:
    """The stems of the words of a text, in its order; of scripts without spaces, pairs of characters."""
    return tuple(_terms(text))


def _terms(text: str) -> Collection[str]:
    found: list[str] = []
    if text.isascii():  # it holds no pairs
        return [known for known in map(_STEMS.__getitem__, _WORD.findall(text.lower())) if known]
    for word in _WORD.findall(text.casefold()):
        if _PAIRED.match(word):
            found += [word[i : i + 2] for i in range(max(1, len(word) - 1))]
        elif known := _STEMS[word]:
            found.append(known)
    return found


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of a source: text[start:end] of a block."""

    document: int
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A slice of one block within a window, where it stands in the window from `offset` on."""

    offset: int
    document: int
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Window:
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
    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = tuple(map(_titled, documents))
        self.units: list[Unit] = []
        self.blocks: list[tuple[int, ...]] = []  # of each document, the number of the first unit of each block
        postings: defaultdict[str, list[int]] = defaultdict(list)
        for number, document in enumerate(self.documents):
            firsts: list[int] = []
            for position, block in enumerate(document.blocks):
                firsts.append(len(self.units))
                for start, end in _spans(block):
                    unit = len(self.units)
                    for term in set(_terms(block.text[start:end])):
                        postings[term].append(unit)
                    self.units.append(Unit(number, position, start, end))
            self.blocks.append((*firsts, len(self.units)))
        self.postings = dict(postings)
        self._voted: tuple[str, dict[int, float]] = "", {}

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
        return math.log(1 + len(self.units) / (1 + len(self.postings.get(term, ()))))

    def votes(self, wanted: Iterable[str]) -> dict[int, float]:
        """Sentences that share terms, and the sum of what these terms tell."""
        found: defaultdict[int, float] = defaultdict(float)
        scanned = 0
        known = sorted((len(self.postings[term]), term) for term in set(wanted) if term in self.postings)
        for count, term in known:
            if scanned and scanned + count > _SCANNED:
                break
            scanned += count
            weight = self.rarity(term)
            for number in self.postings[term]:
                found[number] += weight
        return found

    def nearest(self, text: str, most: int = 5) -> list[int]:
        """The sentences that share most with a text, best first."""
        votes = self._votes_of(text)
        if len(votes) > most:
            least = nlargest(most, votes.values())[-1]
            votes = {number: vote for number, vote in votes.items() if vote >= least}
        return sorted(votes, key=lambda number: (-votes[number], number))[:most]

    def _votes_of(self, text: str) -> dict[int, float]:
        """Counted once where one text is looked for twice in a row, to the letter and then as nearly as it stands."""
        if self._voted[0] != text:
            self._voted = text, self.votes(terms(text))
        return self._voted[1]

    def window(self, number: int, reach: int) -> Window:
        """What stands around a sentence: at least `reach` characters before and after it, as far as there are any."""
        home = self.units[number].document
        first = last = number
        before = after = 0
        while before < reach and first > 0 and self.units[first - 1].document == home:
            first -= 1
            before += self.units[first].end - self.units[first].start
        while after < reach and last + 1 < len(self.units) and self.units[last + 1].document == home:
            last += 1
            after += self.units[last].end - self.units[last].start
        return self._joined(first, last)

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


def _titled(document: Document) -> Document:
    """With its title above, where no block says it: it is quoted, too."""
    title = document.title
    if not title or any(title in block.text for block in document.blocks[:20]):
        return document
    return replace(document, blocks=(Block("heading", title, level=1), *document.blocks))


def _spans(block: Block) -> list[tuple[int, int]]:
    """Of the sentences; of code, which has none, of the lines."""
    if block.sentences and block.kind != "code":
        return [(span.start, span.end) for span in block.sentences]
    return [line.span() for line in _LINE.finditer(block.text)] or [(0, len(block.text))]


def headings(document: Document) -> list[tuple[str, ...]]:
    """Of each block, the headings above it, outermost first; a heading stands under those above it."""
    above: list[tuple[int, str]] = []
    found: list[tuple[str, ...]] = []
    for block in document.blocks:
        if block.kind == "heading":
            above = [(level, text) for level, text in above if level < block.level]
        found.append(tuple(text for _, text in above))
        if block.kind == "heading":
            above.append((block.level, block.text))
    return found
