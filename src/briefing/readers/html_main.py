"""Where the article is on a page. In: the revealed tree of a page. Out: the element that holds it, cleared of the rest.

trafilatura is good at telling the text of an article from the rest of its page, but gives it back without much of its
structure, and not all of it. So its answer is only evidence: the text that it found is looked up in the tree, the
smallest element that holds most of it is the article, and within that element all is kept, but what is marked as
something else (navigation, comments, advertisements, …) or consists of links, and has little of what was found.
"""

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from briefing.readers.html_found import PLAIN, Found, squeezed
from briefing.readers.html_index import Index
from briefing.readers.html_marks import Mark, Marks
from briefing.readers.html_visible import LINES, UNRENDERED, drop

_WITHIN_TEXT = frozenset("p li dt dd td th h1 h2 h3 h4 h5 h6 blockquote figcaption caption pre".split())
_LEAVES = _WITHIN_TEXT | frozenset("table thead tbody tfoot tr ul ol dl details".split())
_HEADINGS = frozenset(f"h{n}" for n in range(1, 7))
_MOST = 0.85  # of what was found: the article is the smallest element that holds as much
_LEAST = 20  # characters of a line that can tell where the article is
_TEXT = 60  # characters that make a line a piece of prose, where few of them are in links
_SHORT = 200  # characters; what stands before or after all that was found has to be longer to be kept
_TEASER = 300  # characters of a heading that is a link, with what is told of where it leads
_PIECE = 1000  # characters of prose in a piece of an article that nothing was found in
_STEPS = 3  # from the element of the article up to the one that holds its pieces


class _Part(Struct):
    """An element and the text in it, counted in characters without white space."""

    element: etree._Element
    parent: int
    mark: Mark
    chars: int = 0
    linked: int = 0  # of them in links
    found: int = 0  # of them in the text that trafilatura found
    weight: int = 0  # of them found, not in links, in lines long enough to tell
    own: bool = False  # holds a line that was found, itself
    teasers: int = 0  # headings in it that are links through and through
    headings: int = 0  # other ones


def article(tree: etree._Element, index: Index) -> etree._Element:
    """The element that holds the article, cleared. What is not the article is taken out of the tree."""
    drop(index.named("head"))  # trafilatura would look at all that is in it some thirty times, and take nothing
    parts = _summed(_Scan(Found(tree, len(index.elements)), Marks(index)).run(tree))
    children: list[list[int]] = [[] for _ in parts]
    for number, part in enumerate(parts[1:], 1):
        children[part.parent].append(number)
    core = _core(parts, children)
    _Clearing(parts, children, core).run()
    return parts[core].element


def _core(parts: list[_Part], children: list[list[int]]) -> int:
    """The smallest part that holds most of what was found; where nothing was, the one that calls itself the article."""
    core, most = 0, _MOST * parts[0].weight
    if not parts[0].found:
        named = [number for number, part in enumerate(parts) if part.element.tag in ("article", "main") and part.chars]
        return named[0] if named else core
    while most and children[core]:
        best = max(children[core], key=lambda number: parts[number].weight)
        if parts[best].weight < most or parts[best].element.tag in _LEAVES:
            break
        core = best
    return _with_twins(parts, children, core)


def _with_twins(parts: list[_Part], children: list[list[int]], core: int) -> int:
    """The part around the core, where another one in it is of the same make and holds prose: an article in pieces."""
    inner = core
    for _ in range(_STEPS):
        above = parts[inner].parent
        if any(_is_twin(parts[inner], parts[other]) for other in children[above] if other != inner):
            return above
        inner = above
    return core


def _is_twin(one: _Part, other: _Part) -> bool:
    names = one.element.get("class")
    alike = names and names == other.element.get("class") and one.element.tag == other.element.tag == "div"
    return (
        bool(alike) and not other.mark and other.chars > _PIECE and 5 * other.linked < other.chars and not other.teasers
    )


class _Clearing:
    """Takes out of the core what does not belong to the article."""

    def __init__(self, parts: list[_Part], children: list[list[int]], core: int) -> None:
        self._parts, self._children, self._core = parts, children, core
        end = core
        while children[end]:
            end = children[end][-1]
        self._first, self._last = self._reach(range(core, end + 1))

    def _reach(self, inside: range) -> tuple[int, int]:
        """The first and the last part of the article proper: what was found, and the text that stands with it."""
        plain: set[int] = set()  # neither marked, nor in anything marked
        for number in inside:
            part = self._parts[number]
            if number == self._core or (part.parent in plain and not part.mark and not _is_teasers(part)):
                plain.add(number)
        texts = [number for number in inside if self._parts[number].own or (number in plain and self._is_text(number))]
        holders = {self._parts[number].parent for number in texts}
        beside = [number for number in sorted(plain) if self._parts[number].parent in holders and self._is_line(number)]
        numbers = texts + beside
        return (min(numbers), max(numbers)) if numbers else (inside[0], inside[-1])

    def _is_text(self, number: int) -> bool:
        part = self._parts[number]
        return part.element.tag in _LEAVES and part.chars > _TEXT and 2 * part.linked < part.chars

    def _is_line(self, number: int) -> bool:
        part = self._parts[number]
        return part.element.tag in _LEAVES and part.chars > 0 and 10 * part.linked < 9 * part.chars

    def run(self) -> None:
        drop(self._dropped())

    def _dropped(self) -> Iterator[etree._Element]:
        todo = self._children[self._core][::-1]
        while todo:
            number = todo.pop()
            part = self._parts[number]
            if part.mark == "notes":
                continue
            if self._is_foreign(part) or (not part.found and self._is_stray(part, number)):
                yield part.element
            elif part.found < part.chars:
                todo.extend(reversed(self._children[number]))

    def _is_foreign(self, part: _Part) -> bool:
        """Whether a part is something else by its marks, and not the most of what was found."""
        if part.mark == "weak":
            return part.found < 0.3 * part.chars and (part.chars < _SHORT or 2 * part.linked > part.chars)
        if part.found > 0.3 * self._parts[self._core].found:
            return False
        return part.mark == "certain" or ((part.mark == "strong" or _is_teasers(part)) and 2 * part.found < part.chars)

    def _is_stray(self, part: _Part, number: int) -> bool:
        """Whether a part in which nothing was found is to go. Amid the article only heaps of links are."""
        dense = 2 * part.linked > part.chars > _LEAST
        if self._first <= number <= self._last:
            return dense and part.element.tag not in _LEAVES
        return dense or 0 < part.chars < _SHORT


def _is_teasers(part: _Part) -> bool:
    """Whether a part consists of headings that lead to other articles, each with a few words about it."""
    return part.teasers >= 2 and part.teasers > 2 * part.headings and part.chars < _TEASER * part.teasers


class _Scan:
    """One walk over the page, that counts."""

    def __init__(self, found: Found, marks: Marks) -> None:
        self._found, self._marks = found, marks
        self._parts: list[_Part] = []
        self._open: list[int] = []
        self._line: list[str] = []
        self._linked: list[str] = []  # what of the line is in links
        self._links = 0  # that are open

    def run(self, tree: etree._Element) -> list[_Part]:
        walk = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if event == "start":
                if tag in UNRENDERED:
                    walk.skip_subtree()
                    continue
                if tag not in PLAIN:
                    self._enter(element, tag)
                elif tag == "a":
                    self._links += 1
                text = element.text
            else:
                if tag not in PLAIN:
                    self._leave(element)
                elif tag == "a":
                    self._links -= 1
                text = element.tail
            if text and not text.isspace():
                self._line.append(text)
                if self._links:
                    self._linked.append(text)
        self._end_line()
        return self._parts

    def _enter(self, element: etree._Element, tag: str) -> None:
        lined = tag in LINES
        if not lined and self._open and self._parts[self._open[-1]].element.tag in _WITHIN_TEXT:
            return
        mark = self._marks.of(element, tag)
        if lined or mark:
            self._end_line()
            self._open.append(len(self._parts))
            self._parts.append(_Part(element, self._open[-2] if len(self._open) > 1 else 0, mark))

    def _leave(self, element: etree._Element) -> None:
        if self._open and self._parts[self._open[-1]].element is element:
            self._end_line()
            self._open.pop()

    def _end_line(self) -> None:
        if not self._line:
            return
        if self._open:
            linked = len(squeezed("".join(self._linked))) if self._linked else 0
            self._count(squeezed("".join(self._line)), linked, self._parts[self._open[-1]])
        self._line.clear()
        self._linked.clear()

    def _count(self, line: str, linked: int, part: _Part) -> None:
        part.chars += len(line)
        part.linked += linked
        heading = part.element.tag in _HEADINGS
        if heading:
            part.teasers, part.headings = part.teasers + (linked == len(line)), part.headings + (linked != len(line))
        if line in self._found:
            part.found += len(line)
            part.own = True
            if len(line) > _LEAST and not heading:
                part.weight += len(line) - linked


def _summed(parts: list[_Part]) -> list[_Part]:
    """The parts with what is in those within them."""
    total = sum(part.weight for part in parts)
    for part in reversed(parts[1:]):
        above = parts[part.parent]
        if _is_teasers(part) and 2 * part.weight < total:
            part.weight = 0
        above.teasers += part.teasers
        above.headings += part.headings
        above.chars += part.chars
        above.linked += part.linked
        above.found += part.found
        above.weight += part.weight
    return parts
