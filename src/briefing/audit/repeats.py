"""Blocks that stand in a document twice, under different headings. In: a document. Out: each, and where it stood first.

A long block that comes again is a copy that was to be replaced: the code of one month under the next.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.audit.corpus import headings
from briefing.model import Block, Document

_LONG = 80  # characters of a block: shorter ones come again by right ("Read more", a label)


@dataclass(frozen=True, slots=True)
class Repeat:
    block: Block
    heading: tuple[str, ...]
    first: Block
    first_heading: tuple[str, ...]


def repeats(document: Document) -> Iterator[Repeat]:
    seen: dict[str, tuple[Block, tuple[str, ...]]] = {}
    for block, heading in zip(document.blocks, headings(document), strict=True):
        words = " ".join(block.text.split())
        if block.kind in ("heading", "figure", "footnote") or len(words) < _LONG:
            continue
        first, under = seen.setdefault(words, (block, heading))
        if under != heading:
            yield Repeat(block, heading, first, under)
