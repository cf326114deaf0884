"""At which line of its file something in a document stands. In: a block and an offset. Out: the line, or the page."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from briefing.model import Block

_BETWEEN = r"(?:\s|<[^>]*>|&[a-zA-Z#0-9]+;)*"
_FIRST = 5  # words by which a block is found in markup


def line_of(block: Block, offset: int) -> int:
    return block.line + bisect_right(block.line_starts, offset) if block.line else 0


def with_lines(blocks: Sequence[Block], markup: str) -> tuple[Block, ...]:
    """Blocks of a page, each with the line of the markup at which its first words stand."""
    position, line, counted = 0, 1, 0
    found: list[Block] = []
    for block in blocks:
        words = re.findall(r"\w+", block.text)[:_FIRST]
        pattern = rf"(?:{_BETWEEN}|[^\w<>]{{1,3}})".join(map(re.escape, words))
        match = re.compile(pattern).search(markup, position, position + 200_000) if words else None
        if match:
            line += markup.count("\n", counted, match.start())
            counted, position = match.start(), match.start() + 1
        found.append(replace(block, line=line) if match else block)
    return tuple(found)
