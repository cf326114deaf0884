"""Plain text as blocks. In: a Page of text without markup. Out: a Document whose lines are those of the file.

Headings are read only where they are plain to see: underlined, numbered, all in capitals, or a short line by itself
above prose. Hard-wrapped lines are joined.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.errors import NotAnArticle, SourceError
from briefing.model import Block, BlockKind, Document, Page
from briefing.readers.address import bare_links
from briefing.readers.charset import decode
from briefing.text import TextBuilder

_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|~{3,}|\*{3,})\s*")
_LEVELS = {"=": 1, "-": 2, "~": 3, "*": 1}
_RULE = re.compile(r"\s*(?:[-=_*~#+]\s*){3,}")
_BULLET = re.compile(r"(\s*)[-*+•◦‣▪]\s+(?=\S)")
_NUMBER = re.compile(r"(\s*)(?:\d{1,3}[.)]|\(\d{1,3}\))\s+(?=\S)")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=[^\W\d_])")
_CHAPTER = re.compile(r"(?:chapter|part|section|appendix|kapitel|teil|chapitre)\s+(?:\d+|[ivxlc]+)\b", re.IGNORECASE)
_QUOTED = re.compile(r"\s*>\s?")
_ENDED = re.compile(r"[.!?:;,…。！？][\"'”’)\]]*$")
MOST_LINES = 2_000_000  # half a minute and a gigabyte, where each is a block by itself
_SHORT = 70  # characters that a heading has at most
_WRAPPED = 160  # characters that a hard-wrapped line has at most


class _Group(Struct, frozen=True):
    """Lines without an empty one between them, and the number of the first."""

    lines: tuple[str, ...]
    line: int

    @property
    def alone(self) -> str:
        return self.lines[0].strip() if len(self.lines) == 1 else ""


def read_text(page: Page) -> Document:
    """Raises NotAnArticle where there is no text, and SourceError where there is too much of it."""
    text = decode(page.content, page.charset)
    if text.count("\n") > MOST_LINES:
        what = f"the text has more than {MOST_LINES:_} lines".replace("_", " ")
        raise SourceError(what, where=page.path or page.url, hint="Split it, and name the parts as sources.")
    blocks = blocks_of_text(text)
    if not blocks:
        raise NotAnArticle("there is no text in it", where=page.path or page.url, hint="Name a file that holds some.")
    title = blocks[0].text if blocks[0].kind == "heading" and blocks[0].level == 1 else ""
    return Document(
        page.source, page.url, page.origin, blocks, title=title, path=page.path, kind="text", notes=page.notes
    )


def blocks_of_text(text: str) -> tuple[Block, ...]:
    groups = list(_groups(text))
    blocks: list[Block] = []
    for number, group in enumerate(groups):
        following = groups[number + 1] if number + 1 < len(groups) else None
        blocks.extend(_blocks(group, following, first=not number))
    return tuple(blocks)


def _groups(text: str) -> Iterator[_Group]:
    """What empty lines part; where lines are too long to be hard-wrapped, every line stands by itself."""
    lines = [line.expandtabs(4) for line in re.split(r"\r\n|\r|\n", text)]
    wrapped = all(len(line) <= _WRAPPED for line in lines)
    open_lines: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if open_lines and (not line.strip() or not wrapped):
            yield _Group(tuple(open_lines), number - len(open_lines))
            open_lines = []
        if line.strip():
            open_lines.append(line)


def _blocks(group: _Group, following: _Group | None, first: bool) -> Iterator[Block]:
    lines, line = list(group.lines), group.line
    if _RULE.fullmatch(lines[0]):  # drawn above a heading, or between two parts
        lines, line = lines[1:], line + 1
    if len(lines) > 1 and _UNDERLINE.fullmatch(lines[1]) and len(lines[0].strip()) <= _SHORT:
        yield _Open("heading", line, _LEVELS[lines[1].strip()[0]], lines[:1]).block()
        lines, line = lines[2:], line + 2
    elif level := _level(group, following, first):
        yield _Open("heading", line, level, lines).block()
        return
    yield from _body(lines, line)


def _level(group: _Group, following: _Group | None, first: bool) -> int:
    """The level of a heading, 0 for what is none."""
    text = group.alone
    if not text or len(text) > _SHORT or following is None or not any(map(str.isalpha, text)):
        return 0
    if _BULLET.match(text) or _QUOTED.match(text) or _ENDED.search(text):
        return 0
    if first:
        return 1
    if found := _NUMBERED.match(text):
        return min(found[1].count(".") + 2, 6)
    if _CHAPTER.match(text) or (text.isupper() and len(text) > 3):
        return 2
    titled = not text[0].islower() and not group.lines[0].startswith("  ")
    return 2 if titled and _is_prose(following) else 0


def _is_prose(group: _Group) -> bool:
    return len(" ".join(group.lines)) > _SHORT and bool(_ENDED.search(group.lines[-1].strip()))


def _body(lines: Sequence[str], line: int) -> Iterator[Block]:
    """Paragraphs, items and quotations."""
    opened: _Open | None = None
    indents: list[int] = []
    for number, each in enumerate(lines, line):
        kind, indent, text = _parted(each)
        if kind == "item" and opened and opened.kind == "paragraph" and not opened.lines[-1].endswith(":"):
            kind, text = "paragraph", each.strip()  # a dash or a number within a sentence
        if opened and text and kind in ("paragraph", "quotation") and kind in (opened.kind, opened.goes_on):
            opened.lines.append(text)
            continue
        if opened:
            yield opened.block()
        level = _depth(indents, indent) if kind == "item" else 0
        opened = _Open(kind, number, level, [text]) if text else None  # an empty line of a quotation parts it
    if opened:
        yield opened.block()


class _Open(Struct):
    kind: BlockKind
    line: int
    level: int
    lines: list[str]

    @property
    def goes_on(self) -> BlockKind:
        """The kind that a line has which goes on with this block."""
        return "paragraph" if self.kind == "item" else self.kind

    def block(self) -> Block:
        builder = TextBuilder()
        builder.add("\n".join(self.lines))
        text, _ = builder.build()
        starts = builder.line_starts()
        return Block(self.kind, text, level=self.level, links=bare_links(text), line=self.line, line_starts=starts)


def _parted(line: str) -> tuple[BlockKind, int, str]:
    """What a line is by its first characters, its indent, and the text after them."""
    if found := _BULLET.match(line) or _NUMBER.match(line):
        return "item", len(found[1]), line[found.end() :].strip()
    if found := _QUOTED.match(line):
        return "quotation", 0, line[found.end() :].strip()
    return "paragraph", 0, line.strip()


def _depth(indents: list[int], indent: int) -> int:
    """How deep an item stands, from 1; `indents` are those of the items around it, outermost first."""
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    return len(indents)
