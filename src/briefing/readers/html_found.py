"""What trafilatura takes for the text of the article. In: the revealed tree of a page. Out: whether a line is in it."""

from functools import cache
from typing import Any

from lxml import etree

PLAIN = frozenset("a abbr b bdi bdo br cite code del em font i img ins kbd mark q s small strong sub sup u wbr".split())
_INLINE = 5000  # elements within the lines of one element: trafilatura's time grows with their square
_ELEMENTS = 50_000  # of a page, six times the longest measured: its time grows with the square of the paragraphs, too
_WINDOW = 20_000  # characters in which the next line is looked for


class Found:
    """The text that trafilatura found, to look lines up in."""

    def __init__(self, tree: etree._Element, size: int) -> None:
        """size: elements of the tree, at most."""
        texts = list(map(squeezed, _extracted(tree, size)))
        self._lines = frozenset(texts)
        self._text = "\n".join(texts)
        self._position = 0

    def __contains__(self, line: str) -> bool:
        """Whether a line, without white space, is in it; lines come in about the order of the page."""
        if not self._text:
            return False
        if len(line) < 8:
            return line in self._lines
        return self._reach(line) or line in self._lines or (len(line) > 64 and self._reach(line[:32], line[-32:]))

    def _reach(self, *pieces: str) -> bool:
        for piece in pieces:
            place = self._text.find(piece, self._position, self._position + len(piece) + _WINDOW)
            if place >= 0:
                self._position = place
                return True
        return False


def _extracted(tree: etree._Element, size: int) -> list[str]:
    """The paragraphs that trafilatura takes for the article; none where it finds nothing, or would not come to an end:
    such a page is read by its marks."""
    if size > _INLINE and any(number > _ELEMENTS or _is_endless(each) for number, each in enumerate(tree.iter())):
        return []
    import trafilatura  # 0.2 s to import, for web pages alone

    try:
        for cell in tree.iter("td", "th"):  # spans multiply: 18 kB of them can keep a machine busy for a minute
            for span in {"colspan", "rowspan"}.intersection(cell.keys()):
                del cell.attrib[span]
        document = trafilatura.bare_extraction(tree, options=_options())
    except Exception:  # whatever a page does to it, the tree can still be read by its marks
        return []
    body = getattr(document, "body", None)
    return [] if body is None else [_text(element) for element in body]


@cache
def _options() -> Any:
    """Of trafilatura. Made once: for a short page, to read its configuration takes a tenth of its time."""
    from trafilatura.settings import Extractor  # see above

    return Extractor(fast=True, comments=False, output_format="xml")


def _text(element: etree._Element) -> str:
    return "".join(element.itertext()) if len(element) else element.text or ""


def _is_endless(element: etree._Element) -> bool:
    return len(element) > _INLINE and sum(child.tag in PLAIN or child.tag == "span" for child in element) > _INLINE


def squeezed(text: str) -> str:
    return "".join(text.replace(" ", "").split())  # most of the white space is spaces, and those are quick to find
