"""Formulas of a page as the TeX that they were written in. In: the tree of a page. Out: the same tree, with "$…$".

What is read: MathML with a TeX annotation or an alttext (KaTeX, MediaWiki, LaTeXML), MathJax scripts, and pictures of
formulas. None of it is seen as such by who looks at the page, so what does not look like TeX is not taken.
"""

import re
from collections.abc import Iterator

from lxml import etree

from briefing.readers.html_index import Index

_WRAPPERS = ("katex", "katex-display", "mwe-math-element", "mathjax", "mathjax_display")
_TEX = etree.XPath("string(.//annotation[contains(@encoding, 'tex') or contains(@encoding, 'TeX')])")
_RENDERED = etree.XPath(".//*[starts-with(@class, 'MathJax') or self::mjx-container]")
_COMMAND = re.compile(r"\\[a-zA-Z]+|\\?[{}]|\\(?:text|mathrm|operatorname)\{[^}]*\}")
_WORDS = re.compile(r"(?:\b[^\W\d_]{3,}\b[\s,.;:]+){3}")
_STYLE = re.compile(r"^\{\\(?:displaystyle|textstyle)\s*(.*)\}$", re.DOTALL)
_LONGEST = 2000  # characters of a formula


def formulas(index: Index) -> list[tuple[etree._Element, str]]:
    """The outermost element that stands for each formula, and its TeX. To be asked for before anything is taken out."""
    found: dict[etree._Element, str] = {}
    for wrapper, tex in _found(index):
        found.setdefault(wrapper, tex)
    return list(found.items())


def _found(index: Index) -> Iterator[tuple[etree._Element, str]]:
    for element in filter(_is_formula, index.named("math", "script", "img")):
        tex = " ".join(_source(element).split())
        if found := _STYLE.match(tex):
            tex = found[1].strip()
        if tex and len(tex) <= _LONGEST and not _WORDS.search(_COMMAND.sub(" ", tex)):
            yield _outermost(element), tex


def _is_formula(element: etree._Element) -> bool:
    if element.tag == "script":
        return (element.get("type") or "").startswith("math/tex")
    if element.tag == "img":
        classes = element.get("class") or ""
        return element.get("alt") is not None and ("math" in classes or "latex" in classes or classes == "tex")
    return True


def _source(element: etree._Element) -> str:
    if element.tag == "script":
        return element.text or ""
    annotated = str(_TEX(element)) if element.tag == "math" else ""
    return annotated or element.get("alttext") or element.get("alt") or ""


def _outermost(element: etree._Element) -> etree._Element:
    best = element
    for outer in element.iterancestors("span", "div"):
        if not set((outer.get("class") or "").lower().split()).isdisjoint(_WRAPPERS):
            best = outer
        elif outer.tag == "div":
            break
    return best


def write(found: list[tuple[etree._Element, str]], tree: etree._Element) -> None:
    """Put the TeX where the formula stood. A formula that is no longer in the tree was hidden, and stays so."""
    wrappers = {wrapper for wrapper, _ in found}
    for element in _RENDERED(tree) if found else ():
        if element not in wrappers:
            _empty(element)
    for wrapper, tex in found:
        _empty(wrapper)
        wrapper.tag = "span"
        wrapper.text = tex if tex.startswith("$") else f"${tex}$"


def _empty(element: etree._Element) -> None:
    tail = element.tail
    element.clear()
    element.tail = tail
