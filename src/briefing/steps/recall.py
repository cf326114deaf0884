"""Recall. In: fields as they were written, and a new reading of the same section. Out: each item of theirs, as a draft
would put it by the numbers of the new reading, and what has become of the sentences that carried it.

An item stands where every sentence (or link) that it cites still stands there, word for word. Nothing is taken for the
same that only looks like it: a sentence that was reworded is named as what the old one became, and no more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefing.fingerprint import evidence_id, short
from briefing.model import (
    Cite,
    Evidence,
    Excerpt,
    FieldSpec,
    Located,
    Overview,
    Quote,
    Reading,
    Reference,
    Section,
    Sentence,
    Sentences,
)
from briefing.steps.changes import counterpart
from briefing.steps.seal import unbroken
from briefing.walk import Item, text_of


@dataclass(frozen=True, slots=True)
class Lost:
    """A cited slice that is gone. number: of the passage that it became; 0 where there is none."""

    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Recalled:
    """An item of a field as it was. value: as a draft puts it, with what became of lost sentences in their place; None
    where one of them is gone for good."""

    item: Item
    value: object = None
    lost: tuple[Lost, ...] = ()

    @property
    def stands(self) -> bool:
        return self.value is not None and not self.lost

    @property
    def text(self) -> str:
        return text_of(self.item)


@dataclass(frozen=True)
class Recall:
    """What was written, seen from a new reading. new: the numbers of passages that were not there before."""

    reading: Reading
    fields: Mapping[str, tuple[Recalled, ...]]
    new: frozenset[int]

    @cached_property
    def new_links(self) -> frozenset[int]:
        """The numbers of links that stand in new passages."""
        places = {
            (p.located.source, p.located.position, p.span)
            for n, p in enumerate(self.reading.passages, 1)
            if n in self.new
        }
        return frozenset(
            number
            for number, choice in enumerate(self.reading.links, 1)
            if any(
                source == choice.located.source
                and position == choice.located.position
                and span.start <= choice.link.start < span.end
                for source, position, span in places
            )
        )


def recall(
    written: Section | Overview, evidence: Mapping[str, Evidence], specs: Sequence[FieldSpec], reading: Reading
) -> Recall:
    """evidence: what was kept beside the text. Where nothing tells which sentences it was written from, all that are
    not in the evidence are new."""
    new = _new(written.sentences, evidence, reading)
    finder = _Finder(reading, evidence, new)
    recalled = {
        spec.key: tuple(
            finder.recalled(item) if whole else Recalled(item, None, (Lost(""),))
            for item, whole in unbroken(written.fields[spec.key], written.seals.get(spec.key, ""), evidence)
        )
        for spec in specs
        if spec.key in written.fields
    }
    return Recall(reading, recalled, new)


def _new(before: Sentences, evidence: Mapping[str, Evidence], reading: Reading) -> frozenset[int]:
    had = {hashed for lines in before.values() for line in lines for hashed in line.split()}
    if not had:
        texts = "\n".join(piece.text for piece in evidence.values())
        return frozenset(n for n, passage in enumerate(reading.passages, 1) if passage.text not in texts)
    return frozenset(n for n, passage in enumerate(reading.passages, 1) if short(passage.text) not in had)


@dataclass
class _Finder:
    reading: Reading
    evidence: Mapping[str, Evidence]
    new: frozenset[int]
    _singles: dict[str, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self._singles = {}
        for number, passage in enumerate(self.reading.passages, 1):
            self._singles.setdefault(passage.text, []).append(number)

    def recalled(self, item: Item) -> Recalled:
        match item:
            case Sentence(text, cites):
                return self._sentence(item, text, cites)
            case Reference() if item.url:
                return self._link(item)
            case Reference(_, _, cite):
                numbers, lost = self._slice(cite)
                return Recalled(item, {"link": None, "sentence": numbers[0]} if numbers else None, lost)
            case Quote(_, cite):
                numbers, lost = self._slice(cite)
                return Recalled(item, numbers or None, lost)
            case Excerpt(_, _, cite):
                numbers, lost = self._slice(cite)
                return Recalled(item, numbers[0] if numbers and not lost else None, lost)
            case str():
                return Recalled(item, item)

    def _sentence(self, item: Item, text: str, cites: Sequence[Cite]) -> Recalled:
        found = [self._slice(cite) for cite in cites]
        lost = tuple(one for _, gone in found for one in gone)
        if not all(numbers for numbers, _ in found):
            return Recalled(item, None, lost)
        numbers = [number for each, _ in found for number in each]
        for one in lost:  # the source's own sentence is shown as it reads now
            text = self.reading.passages[one.number - 1].text if text == one.text else text
        return Recalled(item, {"text": text, "cites": list(dict.fromkeys(numbers))}, lost)

    def _slice(self, cite: Cite) -> tuple[list[int], tuple[Lost, ...]]:
        """The numbers of what a citation points to; of what it became, where that is lost."""
        piece = self.evidence.get(cite.evidence)
        text = piece.text[cite.start : cite.end] if piece else ""
        if not piece or not text or cite.evidence != evidence_id(piece.source, piece.text):
            return [], (Lost(text),)
        singles = self._singles.get(text, ())
        same = [n for n in singles if self._located(n).source == piece.source]
        for number in same:
            if self._located(number).block.text == piece.text:
                return [number], ()
        if singles:
            return [(same or list(singles))[0]], ()
        if run := self._run(text, piece):
            return run, ()
        became = counterpart(text, (self.reading.passages[n - 1].text for n in sorted(self.new)))
        number = next((n for n in self._singles.get(became, ()) if n in self.new), 0)
        return [number] if number else [], (Lost(text, number),)

    def _run(self, text: str, piece: Evidence) -> list[int]:
        """The numbers of consecutive sentences of one block that together are the text."""
        for number, passage in enumerate(self.reading.passages, 1):
            block = passage.located.block.text
            end = passage.span.start + len(text)
            if passage.located.source == piece.source and block.startswith(text, passage.span.start):
                spans = [span for span in passage.located.block.sentences if passage.span.start <= span.start < end]
                if spans and spans[-1].end == end:
                    return list(range(number, number + len(spans)))
        return []

    def _located(self, number: int) -> Located:
        return self.reading.passages[number - 1].located

    def _link(self, item: Reference) -> Recalled:
        """A link stands where its address and its words do; where only one of them does, that is what it became."""
        links = list(enumerate(self.reading.links, 1))
        same = [n for n, choice in links if choice.link.url == item.url]
        for number in same:
            choice = self.reading.links[number - 1]
            around = (choice.located.block.text[s.start : s.end] for s in choice.located.block.sentences)
            if choice.text == item.text or item.text in around:
                return Recalled(item, {"link": number, "sentence": None})
        near = same or [n for n, choice in links if choice.text == item.text]
        return Recalled(item, {"link": near[0], "sentence": None} if near else None, (Lost(item.text),))


def numbers_in(value: object) -> Iterable[int]:
    """The numbers of passages that a value of a draft names."""
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from numbers_in(each)
    elif isinstance(value, dict):
        yield from numbers_in(value.get("cites"))
        yield from numbers_in(value.get("sentence"))
