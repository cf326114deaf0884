"""At which line of its file something in a document stands. In: a block and an offset. Out: the line, or the page.

Readers tell of a table where it begins; here its rows are found, too."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from briefing.model import Block

_BETWEEN = r"(?:<[^>]*>|&[a-zA-Z#0-9]+;|[^\w<>&])*"
_FIRST = 7  # words by which a block is found in markup
_RULE = re.compile(r"[\s>|:-]*-[\s|:-]*")  # of a table in Markdown
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
        block = replace(block, line=line) if match else block
        found.append(_of_rows(block, markup, match.start()) if match and block.kind == "table" else block)
    return tuple(found)


def _of_rows(block: Block, markup: str, position: int) -> Block:
    """A table of a page, with the lines at which its rows begin."""
    start, starts = 0, list[int]()
    for row in block.text.split("\n"):
        words = re.findall(r"\w+", row)[:_FIRST]
        match = re.compile(_BETWEEN.join(map(re.escape, words))).search(markup, position, position + _NEAR)
        if match:
            starts += [start] * markup.count("\n", position, match.start())
            position = match.start()
        start += len(row) + 1
    return replace(block, line_starts=tuple(starts))


def with_rows(blocks: Sequence[Block], text: str) -> tuple[Block, ...]:
    """Blocks of Markdown, each table with the lines of its rows: below the first stands the line that makes it one."""
    lines = text.split("\n")
    return tuple(
        _below_rule(block)
        if block.kind == "table" and _RULE.fullmatch("".join(lines[block.line : block.line + 1]))
        else block
        for block in blocks
    )


def _below_rule(block: Block) -> Block:
    starts = [match.end() for match in re.finditer("\n", block.text)]
    return replace(block, line_starts=(*starts[:1], *starts))
