"""What changed in the sources. In: the sentences that something was written from, and those that stand there now.
Out: the changes, sentence by sentence.

A briefing keeps of its sources the blocks that it cites, and of all else that it was written from a hash of each
sentence. So a sentence that was never cited is known to have gone, or to have been reworded, but not what it said.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import chain
from typing import Literal

from msgspec import Struct

from briefing.fingerprint import short
from briefing.model import Briefing, Cite, Evidence, Located, Passage, Sentences
from briefing.text import sentences
from briefing.walk import cites_of_all

ALIKE = 0.5  # share of words, in their order, from which on two sentences are one that was reworded

_SPACELESS = "[ก-໿က-႟ក-៿ぁ-ヿ㐀-鿿]"  # Thai, Lao, Burmese, Khmer, Japanese, Chinese

Texts = Mapping[str, str]  # by hash


class Change(Struct, frozen=True):
    """One sentence of a source. before and after are "" where it was not there, or where what it said is not known."""

    part: str  # as in the keys of Sentences
    kind: Literal["added", "removed", "reworded"]
    before: str = ""
    after: str = ""


def sentences_of(blocks: Iterable[Located]) -> dict[str, tuple[str, ...]]:
    """By source, a line for each block: what Section.sentences holds."""
    found: dict[str, list[str]] = {}
    for located in blocks:
        text = located.block.text
        hashes = " ".join(short(text[span.start : span.end]) for span in located.block.sentences)
        found.setdefault(located.source, []).append(hashes)
    return {source: tuple(lines) for source, lines in sorted(found.items())}


def passages_by_part(passages: Iterable[Passage]) -> dict[str, tuple[str, ...]]:
    """By part, a line for each passage: what Overview.sentences holds."""
    found: dict[str, list[str]] = {}
    for passage in passages:
        found.setdefault(passage.section, []).append(short(passage.text))
    return {part: tuple(lines) for part, lines in sorted(found.items())}


def texts_of_blocks(blocks: Iterable[Located]) -> dict[str, str]:
    texts = (located.block.text[s.start : s.end] for located in blocks for s in located.block.sentences)
    return {short(text): text for text in texts}


def texts_of_evidence(
    evidence: Iterable[Evidence], cites: Iterable[Cite], known: Mapping[str, Evidence], language: str
) -> dict[str, str]:
    """The sentences of the blocks that were cited. cites, with the evidence `known` by its id: their slices are
    sentences for certain, while the kind of a block, by which it was split, is not kept."""
    found: dict[str, str] = {}
    for piece in evidence:
        rows = piece.text.split("\n")
        spans = (piece.text[span.start : span.end] for span in sentences(piece.text, language))
        found |= {short(text): text for text in chain([piece.text], rows, spans)}
    for cite in cites:
        if cite.evidence in known:
            text = known[cite.evidence].text[cite.start : cite.end]
            found[short(text)] = text
    return found


def kept_texts(briefing: Briefing) -> dict[str, str]:
    """What a briefing has kept of its sources, by hash: the sentences of every block that it cites."""
    return texts_of_evidence(briefing.evidence.values(), cites_of_all(briefing), briefing.evidence, briefing.language)


def changes(before: Sentences, now: Sentences, before_texts: Texts, now_texts: Texts) -> list[Change]:
    """The changes, part by part, in the order of the text as it is now. A sentence that moved has not changed."""
    found: list[Change] = []
    for part in sorted({*before, *now}):
        found += _changes(part, _flat(before.get(part, ())), _flat(now.get(part, ())), before_texts, now_texts)
    return found


def _flat(lines: Iterable[str]) -> list[str]:
    return [hashed for line in lines for hashed in line.split()]


def _changes(part: str, old: list[str], new: list[str], old_texts: Texts, new_texts: Texts) -> Iterator[Change]:
    fallen, risen = Counter(old) - Counter(new), Counter(new) - Counter(old)
    gone, come = [], []
    for tag, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        left, right = _taken(old[start:end], fallen), _taken(new[first:last], risen)
        pairs, left, right = _pair(left, right, old_texts, new_texts)
        yield from (Change(part, "reworded", old_texts.get(a, ""), new_texts.get(b, "")) for a, b in pairs)
        gone += left
        come += right
    pairs, gone, come = _pair(gone, come, old_texts, new_texts, anywhere=True)
    yield from (Change(part, "reworded", old_texts.get(a, ""), new_texts.get(b, "")) for a, b in pairs)
    yield from (Change(part, "removed", before=old_texts.get(hashed, "")) for hashed in gone)
    yield from (Change(part, "added", after=new_texts.get(hashed, "")) for hashed in come)


def _taken(hashes: Iterable[str], left: Counter[str]) -> list[str]:
    """Those of which there are copies left, which are used up."""
    found = []
    for hashed in hashes:
        if left[hashed] > 0:
            left[hashed] -= 1
            found.append(hashed)
    return found


def _pair(
    gone: list[str], come: list[str], old: Texts, new: Texts, *, anywhere: bool = False
) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """Which sentence became which. One whose words are not known is taken for the one that stands in its place."""
    became = paired([old.get(hashed, "") for hashed in gone], [new.get(hashed, "") for hashed in come])
    if len(gone) == len(come) and not anywhere:
        taken = set(became.values())
        became |= {n: n for n, hashed in enumerate(gone) if not old.get(hashed) and n not in taken}
    pairs = [(gone[a], come[b]) for a, b in sorted(became.items())]
    left = [hashed for n, hashed in enumerate(gone) if n not in became]
    return pairs, left, [hashed for n, hashed in enumerate(come) if n not in became.values()]


def paired(gone: Sequence[str], come: Sequence[str]) -> dict[int, int]:
    """Which of some sentences became which of others, by their places: the likest first, and each but once."""
    bags, others = ([Counter(_words(text)) for text in texts] for texts in (gone, come))
    scores = [
        (-likeness(gone[a], come[b]), a, b)
        for a, bag in enumerate(bags)
        for b, other in enumerate(others)
        if 2 * (bag & other).total() >= ALIKE * (bag.total() + other.total()) > 0  # a cheap bound of the likeness
    ]
    found: dict[int, int] = {}
    for score, a, b in sorted(scores):
        if -score >= ALIKE and a not in found and b not in found.values():
            found[a] = b
    return found


def likeness(one: str, other: str) -> float:
    """The share of words that two sentences have in common, in their order: 0 to 1. Source: Ratcliff and Obershelp,
    as in difflib."""
    if not one or not other:
        return 0.0
    return SequenceMatcher(None, _words(one), _words(other), autojunk=False).ratio()


def _words(text: str) -> Sequence[str]:
    """Words; of a script that writes without spaces, characters."""
    return text if 2 * len(re.findall(_SPACELESS, text)) > len(text) else text.split()
