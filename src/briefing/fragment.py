"""Text fragments: the end of an address that leads a browser to the very sentence.

In: a slice of a block, and all the text of its page. Out: "#:~:text=[prefix-,]start[,end][,-suffix]" by the
specification (WICG, URL Fragment Text Directives), chosen so that the first match in the page is the slice.

A browser matches without regard to case, and Chromium without regard to accents and the form of quotation marks too.
Each term must start and end at a word boundary, save where prefix and start, or start and suffix, meet; a term
never reaches over the border of a paragraph, a cell, a line of code or a <br>, while a range from start to end may.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from urllib.parse import quote, unquote

from msgspec import Struct

EXACT = 64  # characters; a longer slice is named by its first and its last words
WORDS = (4, 6, 9)  # how many of them, tried in this order
CONTEXT = (1, 2, 3, 4, 6, 9)  # words before or after, where the slice alone occurs more than once
WINDOW = 240  # characters around the slice in which those are looked for

_BORDER = re.compile(r"\n| ?\| |\s\s+|\t")  # between lines of code, cells of a table, and runs of white space in code
_WORD = re.compile(r"[^\s。、，；：！？」』】》）]+[。、，；：！？」』】》）]*|[。、，；：！？」』】》）]+")
_QUOTES = dict.fromkeys(map(ord, "“”„‟«»"), '"') | dict.fromkeys(map(ord, "‘’‚‛‹›`´"), "'")
_JOINING = frozenset("'’.:,·_")  # between two letters or digits they are no word boundary, or not everywhere


class _Fold(dict[int, str]):
    """Characters that a browser takes for the same, one for one, so that offsets stay what they are."""

    def __missing__(self, code: int) -> str:
        base = unicodedata.normalize("NFKD", chr(code))[:1].lower()
        self[code] = base if len(base) == 1 and not base.isspace() else chr(code)
        return self[code]


_FOLD = _Fold(_QUOTES)


class Directive(Struct, frozen=True):
    """The terms of a text directive. end, prefix and suffix may be empty."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        terms = (
            f"{_encode(self.prefix)}-" if self.prefix else "",
            _encode(self.start),
            _encode(self.end),
            f"-{_encode(self.suffix)}" if self.suffix else "",
        )
        return "#:~:text=" + ",".join(filter(None, terms))


class _Place(Struct, frozen=True):
    """text[start:end] is the slice; floor and ceiling bound the block that it stands in. units: the slice, cut where no
    term may reach across."""

    text: str
    start: int
    end: int
    floor: int
    ceiling: int
    units: tuple[str, ...]


def text_fragment(visible: str, block: str, start: int, end: int) -> str:
    """The fragment for block[start:end] on a page whose visible text, canonical line for line, is `visible`.

    Where the page's text is unknown, or the slice is not found in it, the fragment is unique as far as the block
    shows. Where no context tells two places apart, it leads to the first. "" for a slice without text.
    """
    units = _units(block[start:end])
    if not units:
        return ""
    place = _on_page(visible, block, start, end, units) or _part_on_page(visible, units) or _in_block(block, start, end)
    folded = _folded(place.text)
    near: Directive | None = None  # begins where it should, and ends too soon
    first: Directive | None = None
    for directive in _directives(place):
        first = first or directive
        found = match(folded, directive)
        if found == (place.start, place.end):
            return str(directive)
        if found and found[0] == place.start and found[1] < place.end:
            near = near or directive
    return str(near or first)


def leads_to(fragment: str, visible: str, block: str, start: int, end: int) -> bool:
    """Whether an earlier text_fragment() leads to block[start:end] on the page as it is now."""
    units = _units(block[start:end])
    directive = _parsed(fragment)
    place = _on_page(visible, block, start, end, units) if units else None
    return bool(place and directive and match(_folded(place.text), directive) == (place.start, place.end))


def _parsed(fragment: str) -> Directive | None:
    _, mark, terms = fragment.partition("#:~:text=")
    parts = terms.split(",")
    prefix = unquote(parts.pop(0)[:-1]) if parts[0].endswith("-") else ""
    suffix = unquote(parts.pop()[1:]) if parts and parts[-1].startswith("-") else ""
    if not mark or len(parts) not in (1, 2):
        return None
    return Directive(unquote(parts[0]), unquote(parts[1]) if parts[1:] else "", prefix, suffix)


def match(folded: str, directive: Directive) -> tuple[int, int] | None:
    """The first match of a directive in a folded text, found as the specification says, but for word boundaries: what
    is the first match without them is the first one with them, too."""
    start, prefix = directive.start.translate(_FOLD), directive.prefix.translate(_FOLD)
    position = 0
    while (found := folded.find(prefix or start, position)) >= 0:
        position = found + 1
        begin = _skip(folded, found + len(prefix)) if prefix else found
        if folded.startswith(start, begin):
            end = _match_end(folded, begin + len(start), directive)
            if end is not None:
                return begin, end
    return None


def _match_end(folded: str, position: int, directive: Directive) -> int | None:
    end, suffix = directive.end.translate(_FOLD), directive.suffix.translate(_FOLD)
    while True:
        if end:
            found = folded.find(end, position)
            if found < 0:
                return None
            position = found + len(end)
        if folded.startswith(suffix, _skip(folded, position) if suffix else position):
            return position
        if not end:
            return None


def _skip(text: str, position: int) -> int:
    while text[position : position + 1].isspace():
        position += 1
    return position


@lru_cache(maxsize=16)
def _one_line(text: str) -> str:
    return text.replace("\n", " ")


@lru_cache(maxsize=16)
def _folded(text: str) -> str:
    return text.translate(_FOLD)


# ── Where the slice stands ──────────────────────────────────────────────────────────────────────────────────────


def _on_page(visible: str, block: str, start: int, end: int, units: tuple[str, ...]) -> _Place | None:
    text = _one_line(visible)
    for flow in (_flow, _cells) if visible else ():
        whole, words, before = flow(block), flow(block[start:end]), flow(block[:start])
        floor = text.find(whole)
        found = text.find(words, floor + len(before)) if floor >= 0 and words else -1
        if found >= 0:
            lines = tuple(filter(None, map(str.strip, visible[found : found + len(words)].split("\n"))))
            cut = units if len(units) > 1 or len(lines) < 2 else lines
            return _Place(visible, found, found + len(words), floor, floor + len(whole), cut)
    return None


def _part_on_page(visible: str, units: tuple[str, ...]) -> _Place | None:
    """The slice without its block, which the page interrupts (by the number of a note, or a formula). Where the slice
    itself is interrupted, as much of it as some of its first and last words enclose."""
    first, last = list(_WORD.finditer(units[0])), list(_WORD.finditer(units[-1]))
    reach = 2 * sum(map(len, units)) + WINDOW
    for lead, trail in sorted(product(range(3), repeat=2), key=sum) if visible else ():
        if lead + trail and min(len(first), len(last)) - lead - trail < 2 * WORDS[0]:
            continue
        heads, tails = first[lead : lead + WORDS[0]], last[: len(last) - trail][-WORDS[0] :]
        head = units[0][heads[0].start() : heads[-1].end()]
        tail = units[-1][tails[0].start() : tails[-1].end()]
        start = visible.find(head)
        found = visible.find(tail, start, start + reach) if start >= 0 else -1
        if found >= 0:
            return _Place(visible, start, found + len(tail), start, found + len(tail), (head, tail))
    return None


def _in_block(block: str, start: int, end: int) -> _Place:
    words = block[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return _Place(block, start, end, 0, len(block), _units(words))


def _units(words: str) -> tuple[str, ...]:
    """Words cut where no term may reach across; what is nothing but such borders ("| ") is taken as it stands."""
    units = tuple(filter(None, map(_flow, _BORDER.split(words))))
    return units or tuple(filter(None, [_flow(words)]))


def _flow(text: str) -> str:
    return " ".join(text.split())


def _cells(text: str) -> str:
    """As _flow, for a table: without the marks between its cells."""
    return " ".join(word for word in text.split() if word != "|")


# ── What names it ───────────────────────────────────────────────────────────────────────────────────────────────


def _directives(place: _Place) -> Iterator[Directive]:
    """Directives for the slice, the shortest and safest first."""
    terms = list(_terms(place.units))
    for prefix, suffix in _contexts(place):
        for start, end in terms:
            yield Directive(start, end, prefix, suffix)


def _terms(units: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """start and end: the whole slice where it is short and in one piece, else its first and last words."""
    first, last = list(_WORD.finditer(units[0])), list(_WORD.finditer(units[-1]))
    if len(units) > 1:
        for size in WORDS:
            yield units[0][: first[:size][-1].end()], units[-1][last[-size:][0].start() :]
    elif len(units[0]) > EXACT:
        for size in WORDS:
            if 2 * size <= len(first):
                yield units[0][: first[size - 1].end()], units[0][first[-size].start() :]
    yield units[0], ""


def _contexts(place: _Place) -> Iterator[tuple[str, str]]:
    """prefix and suffix: none, then of the block, then of its neighbours, in growing numbers of words. A slice that
    begins or ends within a word takes the rest of that word along."""
    text = place.text
    left, right = _word_start(text, place.start), _word_end(text, place.end)
    before, after = _words_before(place, left), _words_after(place, right)
    inner, outer = text[left : place.start], text[place.end : right]
    yield inner, outer
    inside = bool(text[place.floor : left].strip()), bool(text[right : place.ceiling].strip())
    for size in CONTEXT:
        prefix = _flow(text[before[min(size, len(before)) - 1] : place.start]) if before else inner
        suffix = _flow(text[place.end : after[min(size, len(after)) - 1]]) if after else outer
        one_side = [(inner, suffix), (prefix, outer)]
        yield from reversed(one_side) if inside == (True, False) else one_side
        yield prefix, suffix


def _words_before(place: _Place, left: int) -> list[int]:
    """Where the words before the slice begin, the nearest first: those of its block, or those of the block before."""
    floor = max(place.floor if place.text[place.floor : left].strip() else 0, left - WINDOW)
    line = place.text.rfind("\n", floor, len(place.text[:left].rstrip()))
    floor = line + 1 if line >= 0 else floor
    return [word.start() + floor for word in _WORD.finditer(place.text[floor:left])][::-1]


def _words_after(place: _Place, right: int) -> list[int]:
    ceiling = min(place.ceiling if place.text[right : place.ceiling].strip() else len(place.text), right + WINDOW)
    line = place.text.find("\n", len(place.text) - len(place.text[right:].lstrip()), ceiling)
    ceiling = line if line >= 0 else ceiling
    return [word.end() + right for word in _WORD.finditer(place.text[right:ceiling])]


def _word_start(text: str, position: int) -> int:
    while 0 < position < len(text) and _within_word(text, position):
        position -= 1
    return position


def _word_end(text: str, position: int) -> int:
    while 0 < position < len(text) and _within_word(text, position):
        position += 1
    return position


def _within_word(text: str, position: int) -> bool:
    """Whether a browser may see no word boundary there. Scripts without spaces are cut by a dictionary: there, every
    place between two letters counts."""
    before, after = text[position - 1], text[position]
    if before.isalnum() or unicodedata.combining(after):
        return after.isalnum() or bool(unicodedata.combining(after)) or (after in _JOINING and _goes_on(text, position))
    return before in _JOINING and after.isalnum() and position > 1 and text[position - 2].isalnum()


def _goes_on(text: str, position: int) -> bool:
    return text[position + 1 : position + 2].isalnum()


def _encode(term: str) -> str:
    """Percent-encoded, with the characters that a directive uses itself: "-", "," and "&"."""
    return quote(term, safe="", errors="replace").replace("-", "%2D")
