"""At which line of its file something in a document stands. In: a block and an offset. Out: the line, or the page."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from briefing.model import Block

_BETWEEN = r"(?:<[^>]*>|&[a-zA-Z#0-9]+;|[^\w<>&])*"
_FIRST = 7  # words by which a block is found in markup
_NEAR, _FAR = 5_000, 200_000  # characters in which a block of one or two words is looked for, and any other


def line_of(block: Block, offset: int) -> int:
    return block.line + bisect_right(block.line_starts, offset) if block.line else 0


def with_lines(blocks: Sequence[Block], markup: str) -> tuple[Block, ...]:
    """Blocks of a page, each with the line of the markup at which its first words stand."""
    position, line, counted = 0, 1, 0
    found: list[Block] = []
    for block in blocks:
        words = re.findall(r"\w+", block.text)[:_FIRST]
        pattern, reach = _BETWEEN.join(map(re.escape, words)), _FAR if len(words) > 2 else _NEAR
        match = re.compile(pattern).search(markup, position, position + reach) if words else None
        if match:
            line += markup.count("\n", counted, match.start())
            counted, position = match.start(), match.start() + 1
        found.append(replace(block, line=line) if match else block)
    return tuple(found)
