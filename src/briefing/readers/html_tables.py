"""Tables and code of a page. In: a table, or a pre. Out: its text, in the form that the records give it."""

import re
import unicodedata
from collections.abc import Callable
from itertools import islice

from lxml import etree

from briefing.model import Block
from briefing.readers.rows import Cell, table_text

Reading = Callable[[etree._Element], Cell]  # of what stands in an element, as one line

_ROWS = etree.XPath("./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr")
_STRUCTURE = etree.XPath(
    "boolean(.//table | .//h1 | .//h2 | .//h3 | .//h4 | .//h5 | .//h6 | .//pre | .//form | .//article)"
)
_HEADED = etree.XPath("boolean(./caption | ./thead | ./tr/th | ./tbody/tr/th)")
_PROSE = 400  # characters; cells longer than this on the average are columns of a layout
_GUTTER = frozenset(
    "lineno linenos linenumber line-number line-numbers lnt ln gutter rouge-gutter hljs-ln-numbers hljs-ln-n blob-num"
    " linenodiv line-numbers-rows lines-numbers".split()
)
_LANGUAGE = re.compile(
    r"(?:^|\s)(?:language|lang|highlight-source|highlight|brush:?|prism|src)[-:\s]\s*([\w+#.]+)", re.I
)
_TOKENS = re.compile(r"(?:^|\s)(?:hljs|sourceCode|chroma|prettyprint|code)\s+([a-z][\w+#.]*)")
_NUMBERS = re.compile(r"[\d\s]*")
_NO_LANGUAGE = frozenset(
    "none text plain plaintext txt default notranslate nohighlight linenums highlight highlighter code true false"
    " language chroma line numbers".split()
)


def is_data(table: etree._Element) -> bool:
    """Whether a table holds data, not the layout of a page."""
    if table.get("role") in ("presentation", "none") or _STRUCTURE(table):
        return False
    rows = [len(row) for row in _ROWS(table)]
    if _HEADED(table):
        return bool(rows)
    cells = sum(rows)
    if len(rows) < 2 or max(rows) < 2:
        return False
    return sum(map(len, table.itertext())) <= _PROSE * cells


def table_block(table: etree._Element, cell: Reading) -> Block:
    text, links = table_text([cell(element) for element in row.iterchildren("td", "th")] for row in _ROWS(table))
    return Block("table", text, links=tuple(links))


def is_gutter(element: etree._Element) -> bool:
    """Whether an element holds the line numbers beside some code, and nothing else."""
    classes = element.get("class")
    named = bool(classes) and not _GUTTER.isdisjoint(classes.split())
    if not named and not (element.tag == "td" and _precedes_code(element)):
        return False
    return all(map(_NUMBERS.fullmatch, element.itertext()))


def _precedes_code(cell: etree._Element) -> bool:
    after = cell.getnext()
    return after is not None and after.find(".//pre") is not None


def code_block(pre: etree._Element) -> Block:
    """The text of a pre with its white space, but for empty lines around it."""
    parts: list[str] = []
    walk = etree.iterwalk(pre, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if element.tag in ("button", "select") or is_gutter(element):
                walk.skip_subtree()
                continue
            parts.append("\n" if element.tag == "br" else element.text or "")
        else:
            if element.tag in ("li", "div", "p", "tr") and parts and not "".join(parts[-2:]).endswith("\n"):
                parts.append("\n")
            if element is not pre:
                parts.append(element.tail or "")
    text = unicodedata.normalize("NFC", "".join(parts)).rstrip()
    return Block("code", re.sub(r"\A(?:[ \t]*\n)+", "", text), label=_language(pre))


def _language(pre: etree._Element) -> str:
    candidates = [*pre.iterchildren("code"), pre, *islice(pre.iterancestors(), 3)]
    for element in candidates:
        for name in ("data-lang", "data-language", "data-code-language"):
            if (value := (element.get(name) or "").strip().lower()) and value not in _NO_LANGUAGE:
                return value
        classes = element.get("class") or ""
        for pattern in (_LANGUAGE, _TOKENS):
            for found in pattern.finditer(classes):
                if (language := found[1].lower()) not in _NO_LANGUAGE:
                    return language
    return ""
