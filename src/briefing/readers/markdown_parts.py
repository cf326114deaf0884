"""The parts of a Markdown text, in its order. In: the text. Out: blocks with their lines, and what is known of each."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from markdown_it.token import Token
from msgspec import Struct
from msgspec.structs import replace

from briefing.model import Block, BlockKind, Link
from briefing.readers.markdown_html import Html
from briefing.readers.markdown_inline import Line, end_of_title, read_line
from briefing.readers.markdown_rules import DEEPEST, parser
from briefing.readers.rows import Cell, moved, table_text

_FRAMES: dict[str, BlockKind] = {"blockquote": "quotation", "list_item": "item", "footnote": "footnote"}
_LISTS = frozenset(["bullet_list", "ordered_list"])
_CAPTION = 500  # characters that a caption has at most
_ANCHOR = re.compile(r"\s*\{[#.:][^{}]*\}$")  # "## Results {#results}"
_ALERT = re.compile(r"\[!\w+\][+-]?\s*")  # "> [!NOTE]"
_LANGUAGE = re.compile(r"\{?\.?([\w+#.-]+)")


class Part(Struct, frozen=True):
    """A block, and what else is known of it."""

    block: Block
    italic: bool = False  # all of it
    linked: bool = False  # a picture that is a link
    private: bool = False  # a link into somebody's own program, and nothing else


def parts_of(text: str, base: str) -> tuple[list[Part], list[str]]:
    """The parts, and what a reader should know of the reading. Relative addresses are relative to `base`."""
    tokens = parser().parse(text)
    html = Html((token.content for token in tokens if token.type == "html_block"), base)
    parts = list(_captioned(_Walk(base, html).read(tokens)))
    return parts, list(_notes(tokens, html))


def _notes(tokens: Iterable[Token], html: Html) -> Iterator[str]:
    deep = next((token for token in tokens if token.level >= DEEPEST - 1 and token.map), None)
    if deep:
        yield f"not read: what is nested deeper than {DEEPEST} levels, in line {_first(deep)}"
    if html.unread:
        yield f"not read: HTML in {len(html.unread)} place{'s' if html.unread[1:] else ''} ({html.unread[0]})"


class _Frame(Struct):
    """What is around a block, and gives it its kind."""

    kind: BlockKind
    label: str = ""
    used: bool = False  # an item names only its first block; what follows is a paragraph of it


class _Walk:
    def __init__(self, base: str, html: Html) -> None:
        self.base, self.html = base, html
        self.parts: list[Part] = []
        self.frames: list[_Frame] = []
        self.depth = 0  # of lists
        self.heading = 0  # level of the open one
        self.rows: list[list[Cell]] = []  # of the open table
        self.table = 0  # the line in which it begins, 0 for none

    def read(self, tokens: Iterable[Token]) -> list[Part]:
        for token in tokens:
            if token.nesting == 1:
                self._open(token, token.type.removesuffix("_open"))
            elif token.nesting == -1:
                self._close(token.type.removesuffix("_close"))
            elif token.type == "html_block":
                self.parts += [Part(block) for block in self.html.blocks(token.content, _first(token))]
            elif self.html.visible:
                self._leaf(token)
        return self.parts

    def _open(self, token: Token, name: str) -> None:
        if name in _FRAMES:
            self.frames.append(_Frame(_FRAMES[name], token.meta.get("label", "")))
        elif name in _LISTS:
            self.depth += 1
        elif name == "heading":
            self.heading = int(token.tag[1])
        elif name == "table":
            self.rows, self.table = [], _first(token)
        elif name == "tr":
            self.rows.append([])
        elif name in ("th", "td"):
            self.rows[-1].append(("", ()))

    def _close(self, name: str) -> None:
        if name in _FRAMES:
            self.frames.pop()
        elif name in _LISTS:
            self.depth -= 1
        elif name == "heading":
            self.heading = 0
        elif name == "table":
            text, links = table_text(self.rows)
            self._add(Block("table", text, links=tuple(links), line=self.table))
            self.table = 0

    def _leaf(self, token: Token) -> None:
        if token.type == "inline":
            self._inline(token.children or (), _first(token))
        elif token.type in ("fence", "code_block"):
            text = unicodedata.normalize("NFC", token.content).rstrip()
            language = _LANGUAGE.match(token.info.strip())
            self._add(Block("code", text, label=language[1].lower() if language else "", line=_first(token)))

    def _inline(self, tokens: Sequence[Token], number: int) -> None:
        item = bool(self.frames) and self.frames[-1].kind == "item" and not self.frames[-1].used and not self.table
        if item and (end := end_of_title(tokens)):
            self._inline(tokens[:end], number)
            number += sum(token.type in ("softbreak", "hardbreak") for token in tokens[: end + 1])
            tokens = tokens[end + 1 :]
            if tokens[0].type == "softbreak":  # after a <br>
                number, tokens = number + 1, tokens[1:]
        line = read_line(tokens, self.base, self.html.line)
        if self.table:
            self.rows[-1][-1] = (line.text, line.links)
        else:
            self._line(line, number)

    def _line(self, line: Line, number: int) -> None:
        """A line of text, and the pictures in it; what is set in italics below a picture is its caption."""
        pictures = [
            Part(Block("figure", picture.caption, address=picture.address, line=number), linked=picture.linked)
            for picture in line.pictures
        ]
        text = Part(self._framed(line, number), italic=line.italic, private=line.private)
        self.parts += [*pictures, text] if line.italic else [text, *pictures]

    def _add(self, block: Block) -> None:
        self.parts.append(Part(block))

    def _framed(self, line: Line, number: int) -> Block:
        text, links, starts = line.text, line.links, line.starts
        for frame in reversed(self.frames):
            if frame.kind != "item":
                if frame.kind == "quotation" and (alert := _ALERT.match(text)):
                    text, links = text[alert.end() :], tuple(moved(links, -alert.end()))
                    starts = tuple(max(start - alert.end(), 0) for start in starts)
                return Block(frame.kind, text, links=links, label=frame.label, line=number, line_starts=starts)
            if not frame.used:
                frame.used = True
                return Block("item", text, level=self.depth, links=links, line=number, line_starts=starts)
        if self.heading:
            return Block("heading", _ANCHOR.sub("", text), level=self.heading, links=links, line=number)
        return Block("paragraph", text, links=links, line=number, line_starts=starts)


def _first(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0


def _captioned(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts that have a text; a picture takes the italic words that follow it for its caption."""
    picture: Part | None = None
    for part in parts:
        if picture and part.italic and part.block.kind == "paragraph" and len(part.block.text) <= _CAPTION:
            caption: tuple[Link, ...] = part.block.links
            yield replace(picture, block=replace(picture.block, text=part.block.text, links=caption))
            picture = None
            continue
        if picture:
            yield from _told(picture)
        picture = part if part.block.kind == "figure" else None
        if not picture:
            yield from _told(part)
    if picture:
        yield from _told(picture)


def _told(part: Part) -> Iterator[Part]:
    if part.block.text.strip():
        yield part
