"""Recall. In: fields as they were written, and a new reading of the same section. Out: each item of theirs, as a draft
would put it by the numbers of the new reading, and what has become of the sentences that carried it.

An item stands where every sentence (or link) that it cites still stands there, word for word. Nothing is taken for the
same that only looks like it: a sentence that was reworded is named as what the old one became, and no more.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from briefing.cldr import quotation_marks
from briefing.fingerprint import evidence_id, short
from briefing.model import (
    Cite,
    Evidence,
    Excerpt,
    FieldSpec,
    LinkChoice,
    Located,
    Overview,
    Passage,
    Quote,
    Reading,
    Reference,
    Section,
    Sentence,
    Tags,
    Words,
)
from briefing.steps.changes import paired, texts_of_evidence
from briefing.steps.desk import number_of
from briefing.steps.seal import unbroken
from briefing.steps.verify_choices import as_word
from briefing.text import sentences
from briefing.walk import Item, cites_of, text_of


class Lost(Struct, frozen=True):
    """A cited slice that is gone. number: of the passage that it became; 0 where there is none."""

    text: str
    number: int = 0


class Recalled(Struct, frozen=True):
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


class Recall(Struct, frozen=True, dict=True):
    """What was written, seen from a new reading. new: the numbers of passages that were not there before."""

    reading: Reading
    fields: Mapping[str, tuple[Recalled, ...]]
    new: frozenset[int]

    @cached_property
    def new_links(self) -> frozenset[int]:
        """The numbers of links that stand in new passages."""
        fresh = [self.reading.passages[number - 1] for number in self.new]
        return frozenset(n for n, choice in enumerate(self.reading.links, 1) if any(_holds(p, choice) for p in fresh))


def _holds(passage: Passage, choice: LinkChoice) -> bool:
    place = (passage.located.source, passage.located.position)
    return place == (choice.located.source, choice.located.position) and (
        passage.span.start <= choice.link.start < passage.span.end
    )


def recall(
    written: Section | Overview,
    evidence: Mapping[str, Evidence],
    specs: Sequence[FieldSpec],
    reading: Reading,
    language: str,
) -> Recall:
    """evidence: what was kept beside the text. Where nothing tells which sentences it was written from, all that are
    not in the evidence are new. An item that somebody took out by hand is recalled as one that is gone."""
    texts = texts_of_evidence(evidence.values(), cites_of(written.fields), evidence, language)
    cited = [text for cite in cites_of(written.fields) if (text := _cited(cite, evidence))]
    new = _new(written, reading, texts, cited)
    finder = _Finder(reading, evidence, new, _became(written, reading, new, texts, cited), language)
    keys = [spec.key for spec in specs if spec.key in written.fields or spec.key in written.seals]
    return Recall(reading, {key: tuple(_recalled(written, key, evidence, finder)) for key in keys}, new)


def _recalled(
    written: Section | Overview, key: str, evidence: Mapping[str, Evidence], finder: "_Finder"
) -> Iterable[Recalled]:
    sealed = written.seals.get(key, "")
    items = unbroken(written.fields[key], sealed, evidence) if key in written.fields else []
    tags = isinstance(written.fields.get(key), Tags)
    for item, whole in items:
        yield finder.recalled(item, tag=tags) if whole else Recalled(item, None, (Lost(""),))
    for _ in range(len(items), len(sealed.split())):
        yield Recalled("", None, (Lost(""),))


def _cited(cite: Cite, evidence: Mapping[str, Evidence]) -> str:
    """The words of a citation; none where the evidence is not what it was."""
    piece = evidence.get(cite.evidence)
    if piece is None or cite.evidence != evidence_id(piece.source, piece.text) or cite.start < 0:
        return ""
    return piece.text[cite.start : cite.end]


def _hashes(written: Section | Overview) -> list[str]:
    return [hashed for lines in written.sentences.values() for line in lines for hashed in line.split()]


def _new(
    written: Section | Overview, reading: Reading, texts: Mapping[str, str], cited: Iterable[str]
) -> frozenset[int]:
    had = {*(_hashes(written) or texts), *map(short, cited)}
    return frozenset(n for n, passage in enumerate(reading.passages, 1) if short(passage.text) not in had)


def _became(
    written: Section | Overview, reading: Reading, new: frozenset[int], texts: Mapping[str, str], cited: Iterable[str]
) -> dict[str, int]:
    """By the text of a sentence that is gone, the number of the new passage that it became."""
    stands = {passage.text for passage in reading.passages}
    known = [*(texts[hashed] for hashed in _hashes(written) if hashed in texts), *cited]
    gone = [text for text in dict.fromkeys(known) if text not in stands]
    numbers = sorted(new)
    pairs = paired(gone, [reading.passages[number - 1].text for number in numbers])
    return {gone[a]: numbers[b] for a, b in pairs.items()}


class _Finder:
    def __init__(
        self,
        reading: Reading,
        evidence: Mapping[str, Evidence],
        new: frozenset[int],
        became: Mapping[str, int],
        language: str,
    ) -> None:
        self.reading, self.evidence, self.new, self.became, self.language = reading, evidence, new, became, language
        self._singles: dict[str, list[int]] = {}
        for number, passage in enumerate(reading.passages, 1):
            self._singles.setdefault(passage.text, []).append(number)

    def recalled(self, item: Item, *, tag: bool) -> Recalled:
        match item:
            case Sentence():
                return self._sentence(item)
            case Reference() if item.url:
                return self._link(item)
            case Reference(_, _, cite):
                numbers, lost = self._slice(cite)
                return Recalled(item, {"link": None, "sentence": numbers[0]} if numbers else None, lost)
            case Quote(_, cite):
                numbers, lost = self._slice(cite)
                return Recalled(item, self._together(numbers) or None, lost)
            case Words(text, cite):
                return self._words(item, text, cite)
            case Excerpt(kind, _, cite):
                numbers, lost = self._slice(cite, kind)
                return Recalled(item, next((n for n in numbers if self._located(n).block.kind == kind), None), lost)
            case str():
                stands = not tag or any(as_word(item, passage.text) for passage in self.reading.passages)
                return Recalled(item, item if stands else None, () if stands else (Lost(""),))

    def _words(self, item: Item, text: str, cite: Cite) -> Recalled:
        """A few words stand where a sentence still has them, best in their block, else in their source."""
        number = self._having(text, cite)
        return Recalled(item, cut_of(number, text) if number else None, () if number else (Lost(text),))

    def _having(self, text: str, cite: Cite) -> int:
        piece = self.evidence.get(cite.evidence)
        if piece is None or _cited(cite, self.evidence) != text:
            return 0
        mine = [(n, p) for n, p in enumerate(self.reading.passages, 1) if p.located.source == piece.source]
        unmoved = [n for n, p in mine if p.located.block.text == piece.text and _within(p, cite)]
        return next(iter(unmoved or [n for n, p in mine if as_word(text, p.text)]), 0)

    def _woven(self, item: Sentence, numbers: Sequence[int]) -> tuple[str, list[dict[str, object]]]:
        """A sentence with places for the words that stand in it, and these."""
        text, quotes = item.text, list[dict[str, object]]()
        opening, closing = map(len, quotation_marks(self.language))
        for place, woven in reversed(list(enumerate(item.quotes, 1))):
            words = item.text[woven.start : woven.end]
            number = next((n for n in numbers if words in self._passage(n).text), 0)
            text = f"{text[: woven.start - opening]}{{{place}}}{text[woven.end + closing :]}"
            quotes.insert(0, cut_of(number, words))
        return text, quotes

    def _sentence(self, item: Sentence) -> Recalled:
        text = item.text
        found = [self._slice(cite) for cite in item.cites]
        lost = tuple(one for _, gone in found for one in gone)
        if not all(numbers for numbers, _ in found) or not all(one.number for one in lost):
            return Recalled(item, None, lost)
        numbers = [number for each, _ in found for number in each]
        for one in lost:  # the source's own sentence is shown as it reads now
            text = self._passage(one.number).text if text == one.text else text
        value: dict[str, object] = {"text": text, "cites": list(dict.fromkeys(numbers))}
        if item.quotes and text == item.text:
            value["text"], value["quotes"] = self._woven(item, numbers)
        return Recalled(item, value, lost)

    def _slice(self, cite: Cite, kind: str = "") -> tuple[list[int], tuple[Lost, ...]]:
        """The numbers of what a citation points to; where some of it is lost, of what that became, and of the rest."""
        text = _cited(cite, self.evidence)
        if not text:
            return [], (Lost(""),)
        piece = self.evidence[cite.evidence]
        if found := self._standing(text, piece) or self._run(text, piece):
            return found, ()
        numbers, lost = [], []
        for part in self._parts(text, kind):
            here = self._standing(part, piece)
            if not here:
                lost.append(Lost(part, self.became.get(part, 0)))
                here = [lost[-1].number] if lost[-1].number else []
            numbers += here
        return numbers, tuple(lost) or (Lost(text),)

    def _parts(self, text: str, kind: str) -> list[str]:
        """The sentences of a slice, as steps.extract finds them."""
        if text in self.became or kind == "code":
            return [text]
        if kind == "table":
            return text.split("\n")
        return [text[span.start : span.end] for span in sentences(text, self.language)]

    def _standing(self, text: str, piece: Evidence) -> list[int]:
        """The number of a sentence: best in its block, else in its source, else in another."""
        singles = self._singles.get(text, [])
        same = [n for n in singles if self._located(n).source == piece.source]
        unmoved = [n for n in same if self._located(n).block.text == piece.text]
        return (unmoved or same or singles)[:1]

    def _run(self, text: str, piece: Evidence) -> list[int]:
        """The numbers of consecutive sentences of one block that together are the text."""
        for number, passage in enumerate(self.reading.passages, 1):
            located, start = passage.located, passage.span.start
            if located.source == piece.source and located.block.text.startswith(text, start):
                spans = [span for span in located.block.sentences if start <= span.start < start + len(text)]
                shown = [p.span for p in self.reading.passages[number - 1 :][: len(spans)] if p.located is located]
                if spans[-1].end == start + len(text) and shown == spans:
                    return list(range(number, number + len(spans)))
        return []

    def _together(self, numbers: Sequence[int]) -> list[int]:
        """As many of them as stand together in one block: a quotation is in one piece."""
        together = list(numbers[:1])
        for number in numbers[1:]:
            if number != together[-1] + 1 or self._located(number) != self._located(together[-1]):
                break
            together.append(number)
        return together

    def _passage(self, number: int) -> Passage:
        return self.reading.passages[number - 1]

    def _located(self, number: int) -> Located:
        return self._passage(number).located

    def _link(self, item: Reference) -> Recalled:
        """A link stands where its address and its words do; where only one of them does, that is what it became."""
        links = list(enumerate(self.reading.links, 1))
        same = [n for n, choice in links if choice.link.url == item.url]
        for number in same:
            choice = self.reading.links[number - 1]
            around = (choice.located.block.text[s.start : s.end] for s in choice.located.block.sentences)
            if choice.text == item.text or item.text in around:
                return Recalled(item, {"link": number, "sentence": None})
        near = same or [n for n, choice in links if choice.text == item.text and self._replaces(choice, item.cite)]
        return Recalled(item, {"link": near[0], "sentence": None} if near else None, (Lost(item.text),))

    def _replaces(self, choice: LinkChoice, cite: Cite) -> bool:
        """Whether a link of the same words stands where the other did, or was not there before: others may be called
        «paper», too."""
        piece = self.evidence.get(cite.evidence)
        unmoved = bool(piece and choice.located.block.text == piece.text and choice.link.start == cite.start)
        return unmoved or any(_holds(self._passage(number), choice) for number in self.new)


def cut_of(number: int, words: str) -> dict[str, object]:
    """Words of a sentence, as a draft names them."""
    return {"sentence": number, "from": words, "to": None}


def _within(passage: Passage, cite: Cite) -> bool:
    return passage.span.start <= cite.start and cite.end <= passage.span.end


def numbers_in(value: object) -> Iterator[int]:
    """The numbers of passages that a value of a draft names."""
    if isinstance(value, list):
        for each in value:
            yield from numbers_in(each)
    elif isinstance(value, dict):
        yield from numbers_in(value.get("cites"))
        yield from numbers_in(value.get("sentence"))
    elif (number := number_of(value)) is not None:
        yield number
