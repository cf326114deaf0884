"""Blocks that stand in a document twice, under different headings. In: a document. Out: each, and where it stood first.

A long block that comes again is a copy that was to be replaced: the code of one month under the next. A quotation may
come again by right, drawn out at the top of a page, and so may the names of the place that it is from: where it
stands under what it is not about, quoting.py says so.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.audit.indexed import headings
from briefing.audit.terms import PAIRED
from briefing.model import Block, Document

# Characters of a block, an ideograph or a syllable counted as two: shorter ones come again by right ("Read more").
_LONG = 80
_WIDE = re.compile(f"[{PAIRED}]")

_BY_RIGHT = ("heading", "figure", "footnote", "quotation")


class Repeat(Struct, frozen=True):
    block: Block
    heading: tuple[str, ...]
    first: Block
    first_heading: tuple[str, ...]


def repeats(document: Document, sources: Sequence[Document]) -> Iterator[Repeat]:
    titles = {each.title for each in sources} | {b.text for each in sources for b in each.blocks if b.kind == "heading"}
    names = sorted((" ".join(title.split()) for title in titles if title), key=lambda name: (-len(name), name))
    seen: dict[str, tuple[Block, tuple[str, ...]]] = {}
    for block, heading in zip(document.blocks, headings(document), strict=True):
        words = " ".join(block.text.split())
        if block.kind in _BY_RIGHT or len(words) + len(_WIDE.findall(words)) < _LONG:
            continue
        first, under = seen.setdefault(words, (block, heading))
        if under != heading and any(map(str.isalnum, _without(words, names))):
            yield Repeat(block, heading, first, under)


def _without(words: str, names: Sequence[str]) -> str:
    for name in names:
        words = words.replace(name, " ")
    return words
