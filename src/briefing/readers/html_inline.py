"""A line of text with its links. In: the elements within a line. Out: canonical text, and links by offset.

Left out are signs that lead a reader about the page and are no part of its text: numbers of notes, arrows back from
notes, permalink signs of headings.
"""

import re

from lxml import etree

from briefing.model import Link
from briefing.readers.address import web_address
from briefing.readers.titles import LONGEST
from briefing.text import TextBuilder

_MARK = re.compile(
    r"\[?\s*(?:(?:note|nb|fn|n|lower-alpha)\.?\s*)?(\d{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§¶]{1,3})\s*[\])]?", re.I
)
_NOTE_TARGET = re.compile(
    r"#(?:user-content-)?(?:_?fn|_?ftn|_?edn|foot-?note|end-?note|note|cite_note|sdfootnote)", re.I
)
_BACK = frozenset("↩ ↩︎ ↩️ ↑ ⏎ ^ ⤴ ⤴︎ ⬆ ⇧ ⮌ [↩] [↑] (↩) ^ ↵".split())
_SIGNS = frozenset(  # classes of what leads about the page, or asks for work on it
    "footnote-backref footnote-back reversefootnote mw-cite-backlink fn-backref data-footnote-backref backref"
    " mw-editsection Inline-Template".split()
)
_PERMALINK_SIGNS = frozenset("# ¶ § 🔗 ∞ ⚓ ⚓︎ ☍ link [link] permalink ⌗ • ¤ @".split())
_PERMALINK_CLASSES = frozenset(
    "headerlink permalink header-anchor hash-link heading-link anchor-link heading-anchor anchorjs-link zola-anchor"
    " header-link heading-permalink autolink-header toc-anchor anchor headline-hash hanchor direct-link".split()
)
_RAISED = dict(zip("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
_RAISED_TEXT = re.compile(r"(?=.*\d)[0-9+\-−=()ni]+|[ni]")


class Inline:
    """Collects a line. `marks` remembers which elements of the page are notes, and their labels."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self.marks: dict[str, str] = {}  # id of a note: its label
        self.note = ""  # label of the note that the line turned out to be
        self._line = TextBuilder()
        self._links: list[str] = []
        self._raised = False

    def __bool__(self) -> bool:
        """Whether there is anything on the line yet; white space at its start is nothing."""
        return bool(self._line)

    def add(self, text: str) -> None:
        if self._line or not text.isspace():
            raised = "".join(_RAISED.get(sign, sign) for sign in text) if self._raised else text
            self._line.add(raised, self._links[-1] if self._links else "")

    @property
    def is_linked(self) -> bool:
        """Whether what comes next is part of a link."""
        return bool(self._links)

    def so_far(self) -> str:
        """The text of the line, as far as it may be a title; "" where it is longer."""
        return self._line.so_far(LONGEST)

    def take(self) -> tuple[str, tuple[Link, ...]]:
        """The line so far; what comes next starts a new one."""
        self.note = ""
        if not self._line:
            return "", ()
        line, self._line = self._line, TextBuilder()
        return line.build()

    def enter(self, element: etree._Element, in_heading: bool = False) -> bool:
        """Begin an element. False where it is to be left out with all that is in it."""
        classes = element.get("class")
        if classes and not _SIGNS.isdisjoint(classes.split()):
            return False
        if element.tag == "a":
            if self._leads_about(element, in_heading):
                return False
            self._links.append(web_address(element.get("href") or "", self.base_url))
        elif element.tag == "sup":
            text = "".join(element.itertext()).strip()
            if self._is_mark(element, text):
                return False
            self._raised = bool(_RAISED_TEXT.fullmatch(text))
        elif element.tag in ("rt", "rtc"):
            return False
        return True

    def leave(self, element: etree._Element) -> None:
        """End an element that enter() let in."""
        if element.tag == "a":
            self._links.pop()
        elif element.tag == "sup":
            self._raised = False

    def _leads_about(self, link: etree._Element, in_heading: bool) -> bool:
        href = link.get("href") or ""
        text = "".join(link.itertext()).strip()
        classes = frozenset((link.get("class") or "").split())
        if (label := self.marks.get(link.get("id") or link.get("name") or "")) and _MARK.fullmatch(text):
            self.note = label  # <a name="_ftn1" href="#_ftnref1">[1]</a>, at the start of the note itself
            return True
        if "#" not in href:
            return in_heading and not text
        if text in _BACK or link.get("role") == "doc-backlink":
            return True
        if text in _PERMALINK_SIGNS or not text:
            return in_heading or not classes.isdisjoint(_PERMALINK_CLASSES)
        return self._is_reference(link, href, text)

    def _is_reference(self, link: etree._Element, href: str, text: str) -> bool:
        """Whether a link is the number of a note; if so, the note's label is remembered."""
        mark = _MARK.fullmatch(text)
        if not mark or not href.startswith("#"):
            return False
        named = bool(_NOTE_TARGET.match(href)) or "noteref" in (link.get("role") or "")
        raised = link.find("sup") is not None or (link.getparent() is not None and link.getparent().tag == "sup")
        if named or raised:
            self.marks.setdefault(href[1:], mark[1])
        return named or raised

    def _is_mark(self, sup: etree._Element, text: str) -> bool:
        """Whether a raised text is the number of a note, or several of them."""
        links = sup.findall(".//a")
        inside = next(iter(sup.iterancestors("a")), None)
        if inside is not None:
            return self._is_reference(inside, inside.get("href") or "", text)
        outcome = [self._is_reference(link, link.get("href") or "", "".join(link.itertext()).strip()) for link in links]
        return bool(outcome) and all(outcome)
