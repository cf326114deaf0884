"""The quotations of a document. In: a block. Out: what it gives as the words of somebody else, and where.

Between quotation marks of any language (the rule of checks/quotations.py says which), a block quotation, or what
follows a label such as "Quote:".
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from briefing.checks.base import Statement
from briefing.checks.quotations import Quotations
from briefing.model import Block

_LABEL = re.compile(
    r"\s*(?:key |pull |direct |notable )?(?:quote|quotation|zitat|citation|citat|cita|citazione|citação|citaat|sitat|"
    r"sitaatti|cytat|цитата|引用|引文|인용|인용문|اقتباس|ציטוט|alıntı|trích dẫn)s?(?:\s*\([^()]{1,40}\))?\s*[:：]\s*",
    re.IGNORECASE,
)
_MARKS = "\"“”„‟«»＂״「」『』‘’‚‹›'"
_BYLINE = re.compile(
    r"\s*(?:(?:[—–―]|--|(?<=[.!?…”\"»’])\s-)\s*(?P<who>[^.!?—–]{2,80})\.?|(?<=[”\"»’」』])\s*\((?P<beside>[^()]{2,80})\)\.?)\s*$"
)
_WRAPPED = re.compile(rf"\s*[{_MARKS}]\s?(?P<inner>.+?)\s?[{_MARKS}]?\s*", re.DOTALL)
_CLOSING = {"“": "”", "„": "“", "«": "»", "»": "«", "「": "」", "『": "』", "‘": "’"}
_CLOSES = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』"}
_RULE = Quotations()
# Hebrew sets these around words, and within an acronym.
_GERSHAYIM = re.compile(r"(?<!\w)״|״(?!\w)")


class Quoted(Struct, frozen=True):
    """text[start:end] of a block, without marks. whole: the block is nothing else, or its label says so. who: the line
    below a block quotation that says whose words these are."""

    text: str
    start: int
    end: int
    whole: bool = False
    who: str = ""


def quotations(block: Block) -> list[Quoted]:
    """In their order; what has no letter and no digit is no words of anybody."""
    return [each for each in _quotations(block) if any(map(str.isalnum, each.text))]


def _quotations(block: Block) -> list[Quoted]:
    if block.kind == "code":
        return []
    if block.kind == "quotation":
        return _whole(block.text, 0)
    label = _LABEL.match(block.text)
    if label and block.kind != "heading" and block.text[label.end() :].strip():
        return _whole(block.text, label.end())
    return list(_marked(block.text))


def _whole(text: str, start: int) -> list[Quoted]:
    byline = _BYLINE.search(text, start)
    end = byline.start() if byline else len(text)
    who = (byline["who"] or byline["beside"]).strip() if byline else ""
    wrapped = _WRAPPED.fullmatch(text, start, end)
    if wrapped is None:
        return [Quoted(text[start:end], start, end, True, who)]
    if not _one_pair(text[start:end].strip()):
        return list(_marked(text, start))
    return [Quoted(wrapped["inner"], wrapped.start("inner"), wrapped.end("inner"), True, who)]


def _one_pair(text: str) -> bool:
    """Whether the marks at both ends belong together, or only the first was set."""
    first = text[0]
    if first in "\"＂'":
        return text.count(first) == 1 or (text.count(first) == 2 and text.rstrip(".,;!?").endswith(first))
    closed = text.find(_CLOSING.get(first, "”"))
    return closed < 0 or closed >= len(text) - 1


def _marked(text: str, start: int = 0) -> Iterator[Quoted]:
    nested = list(_nested(text, start))
    pieces, end = [], 0
    for each in nested:
        pieces += [text[end : each.start - 1], " " * (each.end - each.start + 2)]
        end = each.end + 1
    rest = "".join((*pieces, text[end:]))
    yield from sorted((*nested, *_flat(rest, start)), key=lambda each: each.start)


def _flat(text: str, start: int) -> Iterator[Quoted]:
    position = start
    text = _GERSHAYIM.sub('"', text)
    for fact in _RULE.facts(Statement(text[start:])):
        found = text.find(fact.text, position)
        if found >= 0:
            position = found + len(fact.text)
            yield Quoted(fact.text, found, position)


def _nested(text: str, start: int) -> Iterator[Quoted]:
    """Quotations that hold others, in other marks: the outermost is what is given as somebody's words."""
    opened: list[tuple[str, int]] = []
    deepest = 0
    for position in range(start, len(text)):
        mark = text[position]
        if opened and mark in _CLOSES[opened[-1][0]]:
            _, first = opened.pop()
            if not opened and deepest > 1:
                yield Quoted(text[first + 1 : position], first + 1, position)
            deepest = deepest if opened else 0
        elif mark in _CLOSES and not text[position - 1 : position].isalnum():
            opened.append((mark, position))
            deepest = max(deepest, len(opened))
