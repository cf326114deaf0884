"""HTML in Markdown. In: stretches of HTML, in the order of the file. Out: their blocks, and what they hide.

What a browser would hide is not read, also where Markdown stands between two stretches of HTML that hide it: whether
it can be seen is asked of the reader of web pages, in the elements that are open at that place.
"""

import html
import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from briefing.errors import SourceError
from briefing.model import Block, Link
from briefing.readers.markdown_rules import OpenElements
from briefing.readers.rows import moved
from briefing.text import canonical

_STYLE = re.compile(r"<style\b.*?(?:</style>|\Z)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_DEEPEST = 200  # elements, as many as a page can be deep
_WINDOW = 2000  # lines in which a block is looked for


class Html:
    def __init__(self, stretches: Iterable[str], base: str) -> None:
        self._styles = "".join(style for stretch in stretches for style in _STYLE.findall(stretch))
        self._base = base
        self._elements = OpenElements()
        self._seen: dict[str, bool] = {"": True}
        self.unread: list[str] = []  # why a stretch could not be read

    def blocks(self, stretch: str, line: int) -> list[Block]:
        """The blocks of a stretch that begins in this line of the file."""
        found = self._read(self._opened + stretch)
        self._elements.feed(stretch)
        return list(_in_lines(found, stretch, line))

    def line(self, markup: str) -> tuple[str, tuple[Link, ...]]:
        """A line of text with tags in it."""
        text, links = "", []
        for block in self._read(f"<p>{markup}</p>"):
            text += " " if text else ""
            links += moved(block.links, len(text))
            text += canonical(block.text)  # a table's rows stand in one line here, at the same offsets
        return text, tuple(links)

    @property
    def visible(self) -> bool:
        """Whether what stands here is seen."""
        opened = self._opened
        if opened not in self._seen:
            self._seen[opened] = bool(self._read(f"{opened}<p>seen</p>"))
        return self._seen[opened]

    @property
    def _opened(self) -> str:
        return "".join(tag for _, tag in self._elements.stack[:_DEEPEST])

    def _read(self, markup: str) -> Sequence[Block]:
        from briefing.readers.html import blocks_of  # costs 40 ms, for files with HTML in them

        try:
            return blocks_of(f"<div>{self._styles}{markup}</div>", self._base)
        except SourceError as error:
            self.unread.append(error.what)
            return ()


def _in_lines(blocks: Iterable[Block], stretch: str, first: int) -> Iterable[Block]:
    """The blocks with the lines in which they begin: the next line whose words are the first words of the block."""
    words = [canonical(html.unescape(_TAG.sub("", line))) for line in stretch.split("\n")]
    place = 0
    for block in blocks:
        start = block.text.split("\n", 1)[0].strip()
        for number in range(place, min(place + _WINDOW, len(words))):
            if words[number] and start and (start.startswith(words[number]) or start in words[number]):
                place = number
                break
        yield replace(block, line=first + place)
