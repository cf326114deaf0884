"""The Markdown that is read: CommonMark with what people write besides. In: nothing. Out: a parser.

Added are tables, strikethrough, footnotes, formulas, wiki links and embeds, short codes of site generators, and HTML
that goes on below an empty line.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock, html_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

DEEPEST = 100  # levels of nesting; what is deeper is not read
_MOST_BRACKETS = 5_000  # in one paragraph
_MARKED = re.compile(r"[\n\\`*_\[<&~${]")  # with which every rule for what stands within a line begins
_NOTE = re.compile(r"\[\^([^\]\s]{1,200})\]:[ \t]*")
_MARK = re.compile(r"\[\^([^\]\s]{1,200})\]")
_WIKI = re.compile(r"(!?)\[\[([^\[\]\n|]{1,500})(?:\|([^\[\]\n]{0,500}))?\]\](?![(\[])")
_FORMULA = re.compile(r"\$\$[^$]{1,2000}\$\$|\$(?!\s)[^$\n]{0,500}?[^\s\\$]\$(?!\d)")
_SHORT_CODE = re.compile(r"\{\{[<%]\s*(/?)([\w/-]*)(.{0,2000}?)[>%]\}\}|\{%.{0,2000}?%\}", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))""")
_SIZE = re.compile(r"\d+(?:x\d+)?")
_ENDED_BY_NEXT = frozenset("p li dt dd tr td th option".split())
_RAW = ("script", "style", "textarea", "title")  # tags in them are none
_TAG = re.compile(
    r"""<!--.*?(?:-->|\Z)|<(/?)([a-z][\w:-]*)((?:[^<>"']|"[^"]{0,5000}"|'[^']{0,5000}'){0,5000})>""", re.I | re.S
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class _Parser(MarkdownIt):
    """Leaves addresses as they are written; which of them may be followed is decided where they are read."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the name is the library's
        return url

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True


@cache
def parser() -> MarkdownIt:
    made = _Parser("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    made.core.ruler.at("inline", _lines)
    made.block.ruler.before("reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]})
    made.block.ruler.at("html_block", _html, {"alt": ["paragraph", "reference", "blockquote"]})
    made.inline.ruler.before("link", "footnote_mark", _footnote_mark)
    made.inline.ruler.before("link", "wiki_link", _wiki_link)
    made.inline.ruler.after("escape", "formula", _formula)
    made.inline.ruler.after("escape", "short_code", _short_code)
    return made


def rendered(tokens: Sequence[Token]) -> str:
    """The tokens of a line as HTML."""
    return RendererHTML().renderInline(tokens, parser().options, {})


# ── Blocks ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _footnote(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """`[^1]: …`, with all that is indented below it."""
    if state.is_code_block(start_line):
        return False
    start, end = state.bMarks[start_line] + state.tShift[start_line], state.eMarks[start_line]
    found = _NOTE.match(state.src, start, end)
    if not found or silent:
        return bool(found)
    opened = state.push("footnote_open", "", 1)
    opened.meta = {"label": found[1]}
    state.env.setdefault("footnotes", set()).add(found[1])
    kept = state.bMarks[start_line], state.tShift[start_line], state.sCount[start_line], state.parentType
    state.bMarks[start_line], state.tShift[start_line] = found.end(), 0
    state.blkIndent += 4
    state.sCount[start_line] = state.blkIndent
    state.parentType = "footnote"
    state.md.block.tokenize(state, start_line, end_line)
    state.blkIndent -= 4
    state.bMarks[start_line], state.tShift[start_line], state.sCount[start_line], state.parentType = kept
    opened.map = [start_line, state.line]
    state.push("footnote_close", "", -1)
    return True


def _html(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """An HTML block that goes on below an empty line where an element is still open and HTML follows.

    CommonMark ends it there, and takes what is indented below for code. Nobody who writes HTML means that.
    """
    if not html_block(state, start_line, end_line, silent):
        return False
    if silent:
        return True
    token = state.tokens[-1]
    elements = OpenElements()
    elements.feed(token.content)
    line = state.line
    while elements.stack and (following := _html_goes_on(state, line, end_line, elements)) > line:
        elements.feed(state.getLines(line, following, state.blkIndent, True))
        line = following
    if line > state.line:
        token.content = state.getLines(start_line, line, state.blkIndent, True)
        token.map = [start_line, line]
        state.line = line
    return True


def _html_goes_on(state: StateBlock, line: int, end_line: int, elements: "OpenElements") -> int:
    """The line after the next stretch of the block; `line` where there is none."""
    start = line
    while start < end_line and state.isEmpty(start):
        start += 1
    if start >= end_line or state.sCount[start] < state.blkIndent:
        return line
    if not elements.verbatim and state.src[state.bMarks[start] + state.tShift[start]] != "<":
        return line
    while start < end_line and not state.isEmpty(start):
        start += 1
    return start


class OpenElements:
    """The elements that some HTML has opened and not closed: their names and start tags, outermost first."""

    def __init__(self) -> None:
        self.stack: list[tuple[str, str]] = []
        self._count: Counter[str] = Counter()

    @property
    def verbatim(self) -> bool:
        """Whether white space counts here, and so does an empty line."""
        return any(self._count[name] for name in (*_RAW, "pre"))

    def feed(self, html: str) -> None:
        for found in _TAG.finditer(html):
            name = (found[2] or "").lower()
            raw = next((each for each in _RAW if self._count[each]), name)
            if not name or name in _VOID or raw != name or found[3].endswith("/"):
                continue
            if found[1]:
                self._close(name)
            else:
                self._open(name, found[0])

    def _open(self, name: str, tag: str) -> None:
        if name in _ENDED_BY_NEXT and self.stack and self.stack[-1][0] == name:
            self.stack[-1] = (name, tag)
        else:
            self.stack.append((name, tag))
            self._count[name] += 1

    def _close(self, name: str) -> None:
        while self._count[name]:  # what is open within it ends too
            inner, _ = self.stack.pop()
            self._count[inner] -= 1
            if inner == name:
                break


# ── Within a line ───────────────────────────────────────────────────────────────────────────────────────────────


def _lines(state: StateCore) -> None:
    """Parse what stands within lines, but for those that hold no mark, and for what would take hours: the time grows
    with the square of brackets."""
    for token in state.tokens:
        if token.type == "inline":
            token.children = []
            if not _MARKED.search(token.content) or token.content.count("[") > _MOST_BRACKETS:
                token.children.append(Token("text", "", 0, content=token.content))
            else:
                state.md.inline.parse(token.content, state.md, state.env, token.children)


def _footnote_mark(state: StateInline, silent: bool) -> bool:
    """`[^1]`, where there is such a note."""
    found = _MARK.match(state.src, state.pos, state.posMax)
    if not found or found[1] not in state.env.get("footnotes", ()):
        return False
    if not silent:
        state.push("footnote_mark", "", 0)
    state.pos = found.end()
    return True


def _wiki_link(state: StateInline, silent: bool) -> bool:
    """`[[Page|text]]`, which leads nowhere outside its own notebook, and `![[picture.png|caption]]`."""
    found = _WIKI.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        given = "" if _SIZE.fullmatch(found[3] or "") else found[3] or ""
        token = state.push("picture" if found[1] else "text", "", 0)
        token.content = given if found[1] else given or found[2]
        token.meta = {"src": ""}
    state.pos = found.end()
    return True


def _formula(state: StateInline, silent: bool) -> bool:
    """`$…$`, kept as it is written: what looks like emphasis in a formula is none."""
    found = _FORMULA.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("text", "", 0).content = found[0]
    state.pos = found.end()
    return True


def _short_code(state: StateInline, silent: bool) -> bool:
    """`{{< figure src="…" caption="…" >}}` is a picture; others are instructions to a site generator."""
    found = _SHORT_CODE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("picture" if found[2] == "figure" and not found[1] else "short_code", "", 0)
        values = {name: a or b or c for name, a, b, c in _ATTRIBUTE.findall(found[3] or "")}
        token.content = values.get("caption") or values.get("title") or values.get("alt") or ""
        token.meta = {"src": values.get("src", "")}
    state.pos = found.end()
    return True
