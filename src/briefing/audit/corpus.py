"""The sources, and where in them to look. In: documents. Out: for any text, the passages that share its rarest words.

An inverted index from the stem of a word to the sentences that have it: looking up costs what the rare words of a text
cost, however long the sources are.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import accumulate
from typing import Any, NamedTuple, TypeVar

from briefing.checks.words import STOP, stem
from briefing.model import Block, Document, Located, Span
from briefing.reports.audit_findings import AuditPassage
from briefing.steps.cite import address

# Written without spaces, or (Korean) with what belongs to a word written onto it: Thai, Japanese, Chinese, Korean.
PAIRED = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[^\W_{PAIRED}]+|[{PAIRED}]+")
_LINE = re.compile(r"[^\n]+")
_PAIRED = re.compile(f"[{PAIRED}]")
_SPACED = {code: " " for code in range(128) if not chr(code).isalnum()}  # of ASCII: what parts words
_SCANNED = 2000  # sentences that are looked at for one text, beginning with those of its rarest word
_RANKED = 8  # sentences that are kept as the nearest of one text
T = TypeVar("T")


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
        return [known for known in map(_STEMS.__getitem__, _words(text)) if known]
    for word in _WORD.findall(text.casefold()):
        if _PAIRED.match(word):
            found += [word[i : i + 2] for i in range(max(1, len(word) - 1))]
        elif known := _STEMS[word]:
            found.append(known)
    return found


def _words(text: str) -> list[str]:
    """Of a text in ASCII, small."""
    return text.lower().translate(_SPACED).split()


class Unit(NamedTuple):  # made by the hundred thousand
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


class Indexed:
    """A source, and what is found in it once, for all that is held against it. It crosses to another process with what
    was found, and quicker than as it stands: most of it are spans, by the hundred thousand."""

    def __init__(self, source: Document) -> None:
        self.source = source
        self.document = _titled(source)
        self._found: dict[str, object] = {}

    def once(self, find: Callable[[Document], T]) -> T:
        """What a function finds in the document."""
        key = f"{find.__module__}.{find.__qualname__}"
        if key not in self._found:
            self._found[key] = find(self.document)
        found: T = self._found[key]  # type: ignore[assignment]  # of this very function
        return found

    def __getstate__(self) -> tuple[Document, list[tuple[object, ...]], dict[str, object]]:
        blocks = [
            (
                *(getattr(block, name) for name in _REST),
                [at for span in block.sentences for at in (span.start, span.end)],
            )
            for block in self.source.blocks
        ]
        return replace(self.source, blocks=()), blocks, self._found

    def __setstate__(self, state: tuple[Document, list[tuple[Any, ...]], dict[str, object]]) -> None:
        bare, blocks, self._found = state
        self.source = replace(
            bare,
            blocks=tuple(
                Block(**dict(zip(_REST, rest, strict=True)), sentences=tuple(map(Span, ends[::2], ends[1::2])))
                for *rest, ends in blocks
            ),
        )
        self.document = _titled(self.source)


_REST = tuple(each.name for each in fields(Block) if each.name != "sentences")


def postings(document: Document) -> dict[str, list[int]]:
    """By term, the numbers of the sentences that have it."""
    words: defaultdict[str, list[int]] = defaultdict(list)
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(block.text[a:b] for block in document.blocks for a, b in _spans(block)):
        if text.isascii():
            for word in set(_words(text)) - _EMPTY:
                words[word].append(number)
        else:
            for term in set(_terms(text)):
                found[term].append(number)
    for word, numbers in words.items():
        if term := _STEMS[word]:
            known = found.get(term)
            found[term] = sorted({*known, *numbers}) if known else numbers
    return dict(found)


def pieces(document: Document) -> tuple[frozenset[str], frozenset[str]]:
    """What stands between spaces, each once: of the text, and of code. Headings are neither."""
    told: set[str] = set()
    code: set[str] = set()
    for block in document.blocks:
        if block.kind != "heading":
            (code if block.kind == "code" else told).update(block.text.split())
    return frozenset(told), frozenset(code - told)


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
                self.units += [Unit(number, position, start, end) for start, end in _spans(block)]
            self.blocks.append((*firsts, len(self.units)))
        self._firsts.append(len(self.units))
        self._lengths = [0, *accumulate(unit.end - unit.start for unit in self.units)]
        self._postings: dict[str, list[int]] = {}
        self._ranked: dict[str, list[int]] = {}

    def prepare(self) -> None:
        """Make now what is otherwise made when it is first asked for."""
        _ = self._indexes, self.headings

    def _having(self, term: str) -> list[int]:
        """The sentences that have a term."""
        found = self._postings.get(term)
        if found is None:
            found = self._postings[term] = [
                first + number for first, index in self._indexes for number in index.get(term, ())
            ]
        return found

    @cached_property
    def _indexes(self) -> list[tuple[int, dict[str, list[int]]]]:
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
        return math.log(1 + len(self.units) / (1 + len(self._having(term))))

    def weight(self, terms: Iterable[str]) -> float:
        """What terms tell together: the same to the last bit, in whatever order they come."""
        return math.fsum(map(self.rarity, terms))

    def votes(self, wanted: Iterable[str]) -> dict[int, float]:
        """Sentences that share terms, and the sum of what these terms tell."""
        chosen: list[str] = []
        scanned = 0
        known = sorted((len(self._having(term)), term) for term in set(wanted))
        for count, term in known:
            if scanned and scanned + count > _SCANNED:
                break
            scanned += count
            chosen.append(term)
        found: dict[int, float] = {}
        for term in reversed(chosen):  # the commonest first: its sentences are entered all at once
            weight, numbers = self.rarity(term), self._having(term)
            if not found:
                found = dict.fromkeys(numbers, weight)
                continue
            for number in numbers:
                found[number] = found.get(number, 0.0) + weight
        return found

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
        if len(votes) > most:
            least = nlargest(most, votes.values())[-1]
            votes = {number: vote for number, vote in votes.items() if vote >= least}
        return sorted(votes, key=lambda number: (-votes[number], number))[:most]

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
