"""Notes and passages. In: the citations of a part, each with the text that it stands at. Out: each slice once as a
Note, each block once as a Passage."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from msgspec import Struct

from briefing.division import within_year
from briefing.model import Cite, Evidence, Origin, SourceRecord
from briefing.renderers.view import Note, Passage, Run, SourceView

LABEL_DIGITS = 8
_FRAME = ("opening", "closing")
_NOWHERE = Evidence("", "", (), "")

Slice = tuple[str, int, int]  # the id of an Evidence, start, end


class Shelf(Struct, frozen=True):
    """What citations point into, and how its addresses are linked."""

    evidence: Mapping[str, Evidence]
    sources: Mapping[str, SourceView]
    link: Callable[[str], str]

    def notes(self, part: str, cites: Iterable[tuple[str, Cite]]) -> dict[Slice, Note]:
        """The notes of a part by what they cite, numbered in the order of their first mention. cites: each with the
        text that it stands at."""
        first: dict[Slice, Cite] = {}
        texts: dict[Slice, set[str]] = {}
        for text, cite in cites:
            first.setdefault(slice_of(cite), cite)
            texts.setdefault(slice_of(cite), set()).add(text)
        labels = _labels(part, {key: self._words(cite) for key, cite in first.items()})
        return {
            key: self._note(number, labels[key], cite, texts[key])
            for number, (key, cite) in enumerate(first.items(), 1)
        }

    def _note(self, number: int, label: str, cite: Cite, texts: set[str]) -> Note:
        evidence = self.evidence.get(cite.evidence, _NOWHERE)
        source = self._source(evidence.source)
        words = self._words(cite)
        href = self.link(cite.url or evidence.url)
        return Note(number, label, words, href, source, _path(evidence, source), texts == {words})

    def _words(self, cite: Cite) -> str:
        evidence = self.evidence.get(cite.evidence, _NOWHERE)
        return evidence.text[max(0, cite.start) : max(0, cite.end)]

    def _source(self, name: str) -> SourceView:
        record = SourceRecord(name, "", "", "", "", "", Origin.FILE)
        return self.sources.get(name) or SourceView(record, name, "")

    def passages(self, notes: Mapping[Slice, Note]) -> tuple[Passage, ...]:
        """The blocks that the notes cite, each once, in the order of their first mention."""
        cited: dict[str, dict[Slice, Note]] = {}
        for key, note in notes.items():
            cited.setdefault(key[0], {})[key] = note
        return tuple(self._passage(name, found) for name, found in cited.items())

    def _passage(self, name: str, notes: Mapping[Slice, Note]) -> Passage:
        evidence = self.evidence.get(name, _NOWHERE)
        source = self._source(evidence.source)
        marks = [(start, end, note.number) for (_, start, end), note in notes.items()]
        return Passage(source, _path(evidence, source), _runs(evidence.text, marks), tuple(notes.values()))


def _path(evidence: Evidence, source: SourceView) -> tuple[str, ...]:
    """The headings above a block, without one that is the title of its source: that says nothing new."""
    return evidence.heading[evidence.heading[:1] == (source.name,) :]


def slice_of(cite: Cite) -> Slice:
    return cite.evidence, cite.start, cite.end


def _labels(part: str, words: Mapping[Slice, str]) -> dict[Slice, str]:
    """The part, and the first digits of the SHA-256 of the words that are cited: a label stays while they stand,
    whatever changes around them. A part whose id is no period is named by its hash: a heading makes a poor label."""
    prefix = part if within_year(part) or part in _FRAME else _sha256(part)[:6]
    hashes: dict[str, Slice] = {}
    for key, text in words.items():
        hashed = _sha256(f"{key[0].partition('/')[0]}:{text}")
        if hashed in hashes:  # the same words at another place
            hashed = _sha256(f"{key[0]}:{key[1]}:{key[2]}")
        hashes[hashed] = key
    digits = LABEL_DIGITS
    while len({hashed[:digits] for hashed in hashes}) < len(hashes):
        digits += 1
    return {key: f"{prefix}-{hashed[:digits]}" for hashed, key in hashes.items()}


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _runs(text: str, marks: list[tuple[int, int, int]]) -> tuple[Run, ...]:
    """A text, cut where a mark (start, end, number) begins or ends."""
    within = [(min(len(text), max(0, start)), min(len(text), end), number) for start, end, number in marks]
    places = sorted({0, len(text)} | {place for start, end, _ in within for place in (start, max(start, end))})
    runs = (
        Run(
            text[start:end],
            tuple(number for first, last, number in within if first <= start < end <= last),
            tuple(number for first, _, number in within if first == start),
        )
        for start, end in pairwise([*places, len(text)])
    )
    return tuple(run for run in runs if run.text or run.begins)
