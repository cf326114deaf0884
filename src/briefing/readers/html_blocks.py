"""A part of a page as blocks, in reading order. In: an element. Out: blocks."""

import re

from lxml import etree
from msgspec import Struct

from briefing.model import Block, BlockKind, Link
from briefing.readers.address import web_address
from briefing.readers.html_index import Index
from briefing.readers.html_inline import Inline
from briefing.readers.html_tables import code_block, is_data, is_gutter, table_block
from briefing.readers.html_visible import LINES, UNRENDERED
from briefing.readers.titles import begins_sentence, may_be_title

_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_KINDS: dict[str, BlockKind] = {"li": "item", "dd": "item", "dt": "term", "blockquote": "quotation"}
_LISTS = frozenset(["ul", "ol", "dl", "menu", "dir"])
_SKIPPED = frozenset(["button", "label", "progress", "meter", "nav"]) | UNRENDERED
_CAPTION = re.compile(r"(?:^|[\s_-])(?:\w*[a-z])?[Cc]aption(?:[-_]?[Tt]ext)?s?(?:$|[\s_-])")
_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "srcset", "data-srcset")
_NO_FIGURE = etree.XPath("boolean(.//table | .//pre | .//blockquote | .//h1 | .//h2 | .//h3 | .//li)")
_SPARE = 200  # characters that a figure may hold beside its caption: white space, credits, the size of a picture
_IMAGES = etree.XPath(".//img | .//picture/source")
_NOTES = frozenset(["doc-footnote", "doc-endnote"])
_MARKED = frozenset(["a", "b", "strong", "em", "i", "cite"])


class _Frame(Struct):
    """An element that gives the blocks in it their kind."""

    element: etree._Element
    kind: BlockKind
    label: str = ""
    address: str = ""
    used: bool = False  # an item or a term names only its first block; what follows is a paragraph of it


def blocks(root: etree._Element, index: Index, base_url: str) -> tuple[Block, ...]:
    """All that stands in an element. Addresses are made absolute by base_url. index: of the whole page."""
    walk = _Walk(_Told(index), base_url)
    walk.run(root)
    walk.flush()
    return tuple(walk.blocks)


class _Told:
    """What attributes say of elements. Which of them have such a one is looked up before, since few have."""

    def __init__(self, index: Index) -> None:
        self._hidden = index.those("aria-hidden")
        self._headings = index.those("role", lambda value: value == "heading")
        self._captions = index.those("class", lambda value: "aption" in value or value == "gallerytext")
        self._apart = self._headings | self._captions

    def is_hidden(self, element: etree._Element) -> bool:
        return element in self._hidden and (element.get("aria-hidden") or "").strip().lower() == "true"

    def is_caption(self, element: etree._Element) -> bool:
        if element.tag == "figcaption":
            return True
        classes = element.get("class") or "" if element in self._captions else ""
        return classes == "gallerytext" or ("aption" in classes and bool(_CAPTION.search(classes)))

    def is_apart(self, element: etree._Element, tag: str) -> bool:
        """Whether an element starts a line, and ends it."""
        return tag in LINES or (element in self._apart and (self.is_caption(element) or self._is_heading(element)))

    def level(self, element: etree._Element) -> int:
        """1 to 6 for a heading, 0 for anything else."""
        if self._is_heading(element):
            level = element.get("aria-level") or "2"
            return min(int(level), 6) if level.isdecimal() and int(level) else 2
        return _HEADINGS.get(element.tag, 0)

    def _is_heading(self, element: etree._Element) -> bool:
        return element in self._headings and element.get("role") == "heading"


class _Walk:
    def __init__(self, told: _Told, base_url: str, flat: bool = False) -> None:
        self.told = told
        self.flat = flat  # all is one line
        self.blocks: list[Block] = []
        self.line = Inline(base_url)
        self.frames: list[_Frame] = []
        self.depth = 0  # of lists
        self.heading = 0  # level of the open one
        self.broken = False  # a <br> was the last thing seen
        self.marked = False  # the end of a link, or of words in bold or italics, was
        self.titled = False  # and the line that the <br> ended may be the title of an item
        self.picture = ""  # the last one, for a caption that follows it

    def run(self, root: etree._Element) -> None:
        left_out: list[etree._Element] = []
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if (element is root or not self._is_left_out(element)) and self._enter(element):
                    if text := element.text:
                        self._text(text)
                else:
                    left_out.append(element)
                    walk.skip_subtree()
                continue
            if left_out and left_out[-1] is element:
                left_out.pop()
            else:
                self._leave(element)
            if element is not root and (text := element.tail):
                self._text(text)

    def _text(self, text: str) -> None:
        if not text.isspace():
            if self.titled and begins_sentence(text):
                self.flush()
            self.broken = self.marked = self.titled = False
        self.line.add(text)

    def _is_left_out(self, element: etree._Element) -> bool:
        if element.tag in _SKIPPED:
            return not (element.tag == "button" and self.heading)  # a heading that opens and closes what is below it
        return self.told.is_hidden(element)

    def _enter(self, element: etree._Element) -> bool:
        """Begin an element. False where all of it is dealt with, or left out."""
        tag = element.tag
        if tag == "br":
            self._break()
        elif tag == "img":
            self.picture = self._address(element) or self.picture
        elif not self.told.is_apart(element, tag):
            return self.line.enter(element, bool(self.heading))
        elif self.heading or self.flat:
            self.line.add(" ")
        else:
            return self._enter_block(element)
        return True

    def _enter_block(self, element: etree._Element) -> bool:
        self.flush()
        tag = element.tag
        if tag == "pre":
            self._append(code_block(element))
        elif tag == "table" and is_data(element):
            self._append_table(element)
        elif is_gutter(element) or (tag == "figure" and self._append_figure(element)):
            return False
        else:
            self._open(element)
            return True
        return False

    def _open(self, element: etree._Element) -> None:
        """Remember what the element makes of the blocks in it."""
        tag = element.tag
        self.heading = self.told.level(element)
        self.depth += tag in _LISTS
        label = self.line.marks.get(element.get("id") or "", "") if self.line.marks else ""
        if label or element.get("role") in _NOTES:
            self.frames.append(_Frame(element, "footnote", label))
        elif tag in _KINDS:
            self.frames.append(_Frame(element, _KINDS[tag]))
        elif self.picture and self.told.is_caption(element):
            self.frames.append(_Frame(element, "figure", address=self.picture))

    def _leave(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in ("br", "img", "button"):
            return
        if not self.told.is_apart(element, tag):
            self.line.leave(element)
            self.marked = tag in _MARKED
        elif self.flat or (self.heading and not self.told.level(element)):
            self.line.add(" ")
        else:
            self.flush()
            self.heading = 0
            self.depth -= tag in _LISTS
            if self.frames and self.frames[-1].element is element:
                self.frames.pop()

    def _break(self) -> None:
        """One <br> is white space, but for one after the title of an item; two end a paragraph, on pages that have no
        other way."""
        if self.broken and not self.heading and not self.flat:
            self.flush()
        self.titled = self._is_titled()
        self.broken = True
        self.line.add(" ")

    def _is_titled(self) -> bool:
        """Whether the line so far may be the title of an item: it begins it, and does not break off in a sentence."""
        frame = self.frames[-1] if self.frames and not self.flat and not self.heading else None
        if not frame or frame.kind not in ("item", "term") or frame.used or self.line.is_linked:
            return False
        return may_be_title(self.line.so_far(), self.marked)

    def flush(self) -> None:
        """End the line, and make a block of it."""
        self.broken = self.titled = False
        if not self.line:
            return
        note = self.line.note
        text, links = self.line.take()
        if not text:
            self.line.note = note  # the number of a note may stand on a line of its own
            return
        if self.heading:
            self._append(Block("heading", text, level=self.heading, links=links))
        elif note:
            self._append(Block("footnote", text, links=links, label=note))
        else:
            self._append(self._framed(text, links))

    def _framed(self, text: str, links: tuple[Link, ...]) -> Block:
        for frame in reversed(self.frames):
            if frame.kind not in ("item", "term"):
                return Block(frame.kind, text, links=links, label=frame.label, address=frame.address)
            if not frame.used:
                frame.used = True
                return Block(frame.kind, text, level=self.depth if frame.kind == "item" else 0, links=links)
        return Block("paragraph", text, links=links)

    def _append(self, block: Block) -> None:
        if block.text:
            self.blocks.append(block)
            self.picture = ""

    def _append_table(self, table: etree._Element) -> None:
        caption = table.find("caption")
        if caption is not None:
            text, links = self._cell(caption)
            self._append(Block("paragraph", text, links=links))
        self._append(table_block(table, self._cell))

    def _append_figure(self, figure: etree._Element) -> bool:
        """False where a figure holds more than a picture and its caption: a table, or the rest of a broken page."""
        address = next(filter(None, map(self._address, _IMAGES(figure))), "")
        caption = next(figure.iter("figcaption"), None)
        if caption is None or not address or _NO_FIGURE(figure) or _size(figure) > _size(caption) + _SPARE:
            return False
        text, links = self._cell(caption)
        self._append(Block("figure", text, links=links, address=address))
        return True

    def _cell(self, element: etree._Element) -> tuple[str, tuple[Link, ...]]:
        """All that stands in an element, as one line."""
        inner = _Walk(self.told, self.line.base_url, flat=True)
        inner.line.marks = self.line.marks
        inner.run(element)
        return inner.line.take()

    def _address(self, image: etree._Element) -> str:
        """Where a picture is, absolute; "" for one that stands in the page itself, such as a placeholder."""
        for name in _SOURCES:
            value = (image.get(name) or "").strip()
            if value and not value.startswith("data:"):
                first = value.split(",")[0].split()[0] if name.endswith("srcset") else value
                if address := web_address(first, self.line.base_url):
                    return address
        return ""


def _size(element: etree._Element) -> int:
    return sum(map(len, element.itertext()))
