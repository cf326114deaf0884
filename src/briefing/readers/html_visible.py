"""What a reader of a page sees. In: the tree of a page. Out: the same tree without what is hidden, and its text.

Sources can be hostile: words that only a program reads do not get past this file.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from lxml import etree

from briefing.errors import SourceError
from briefing.readers import html_style
from briefing.readers.html_colour import colour
from briefing.readers.html_index import Index
from briefing.readers.html_unseen import Style, no_size, unseen
from briefing.text import canonical

# Elements that start and end a line of their own; all others stand within a line of text.
LINES = frozenset(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol"
    " optgroup option p pre search section summary table tbody td tfoot th thead tr ul".split()
)
UNRENDERED = frozenset(
    "area audio base canvas datalist embed fencedframe frame head iframe input link map meta mphantom noembed noframes"
    " noscript object param rp script select source style svg template textarea title track video annotation"
    " annotation-xml".split()
)
_KEPT = frozenset(
    ["audio", "picture", "source", "annotation", "annotation-xml", "head", "title", "meta", "base", "link"]
)
# Class names by which style sheets of all makers hide text from everyone who sees the page.
_HIDING = frozenset(
    "sr-only visually-hidden visuallyhidden visually-hidden-focusable screen-reader-text screen-reader-only"
    " screenreader-only element-invisible assistive-text a11y-hidden u-visually-hidden is-visually-hidden"
    " hidden-visually d-none off-screen offscreen is-hidden u-hidden display-none".split()
)
_SHOWN_AT_SOME_SIZE = re.compile(r"(?:^|\s)(?:d-\w+-|\w+:)(?:block|flex|grid|inline|table)")
_GONE = UNRENDERED - _KEPT
_PAPERS = 50  # elements around one, in which its background is looked for
_RULES = 3_000_000  # that are held against elements: some seconds, and a thousand times what a page needs
_SAVE = "Open it in a browser, save its text as Markdown, and name that file under `fallback:`."
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_WHOLE = frozenset(["html", "body"])  # some pages hide themselves until a script has run


def drop(elements: Iterable[etree._Element]) -> None:
    """Take elements out of their tree; the text after each stays. All at once: one by one, the text that is left before
    them would be copied for each, which a page can make last."""
    gone = dict.fromkeys(elements)
    for parent in dict.fromkeys(element.getparent() for element in gone):
        if parent is not None:
            _take_out(parent, gone)


def _take_out(parent: etree._Element, gone: Container[etree._Element]) -> None:
    last, texts = None, [parent.text or ""]
    for child in list(parent):
        if child in gone:
            texts.append(child.tail or "")
            child.tail = None
            parent.remove(child)
        else:
            if len(texts) > 1:
                _put_text(parent, last, texts)
            last, texts = child, [child.tail or ""]
    if len(texts) > 1:
        _put_text(parent, last, texts)


def _put_text(parent: etree._Element, last: etree._Element | None, texts: Sequence[str]) -> None:
    """After the last child that stays, or before all of them."""
    if last is not None:
        last.tail = "".join(texts)
    else:
        parent.text = "".join(texts)


def reveal(index: Index, where: str) -> None:
    """Take out what the page hides from its reader, and what a browser never shows. Raises SourceError."""
    rules = html_style.Rules(index)
    drop(other for choice in index.named("maction") for other in choice[1:])  # of several, the first is shown
    drop(e for e in index.named(*_GONE) if not (e.get("type") or "").startswith("math/"))
    drop(_hidden(_suspects(index, rules), rules, where))


def _suspects(index: Index, rules: html_style.Rules) -> list[etree._Element]:
    """Elements that have something by which elements are hidden; most have nothing of that."""
    names, ids = _HIDING.union(rules.names(".")), rules.names("#")
    numbers = index.having("class", lambda value: not names.isdisjoint(value.lower().split()))
    numbers |= index.having("id", lambda value: value.lower() in ids) if ids else set()
    for name in ("hidden", "style", "color", "bgcolor"):
        numbers |= index.having(name)
    return index.pick(numbers | index.tagged(["dialog", "bdo", *rules.names("")]))


def _hidden(suspects: Iterable[etree._Element], rules: html_style.Rules, where: str) -> Iterator[etree._Element]:
    """Those that are out of sight with all that is in them. The text of some others is taken out here."""
    for element in suspects:
        if element.tag in _WHOLE:
            continue
        if _marked_hidden(element) or rules.hide(element) or _hidden_by_style(element):
            yield element
        if rules.weighed > _RULES or rules.size >= html_style.MOST:
            raise SourceError("the page hides too much by style to tell what is seen of it", where=where, hint=_SAVE)


def _marked_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None or (element.tag == "dialog" and element.get("open") is None):
        return True
    if element.tag == "bdo" and (element.get("dir") or "").lower() == "rtl":
        return not _RIGHT_TO_LEFT.search("".join(element.itertext()))  # letters from the last to the first
    return _hiding_name((element.get("class") or "").lower())


@lru_cache(maxsize=8192)
def _hiding_name(classes: str) -> bool:
    return not _HIDING.isdisjoint(classes.split()) and not _SHOWN_AT_SOME_SIZE.search(classes)


def _hidden_by_style(element: etree._Element) -> bool:
    """Whether its inline style hides an element. Where it hides the text in it alone, that is taken out."""
    written = element.get("style") or ""
    if not (written and html_style.TELLING.search(written)) and not element.get("color") and not element.get("bgcolor"):
        return False
    style = html_style.declarations(written)
    if unseen(style) or html_style.reversed_letters(style):
        return True
    if no_size(style):
        _blank(element, lambda inner: "font-size" in inner)
    elif _camouflaged(element, style):
        _blank(element, lambda inner: not inner.keys().isdisjoint(_COLOURED))
    return False


_COLOURED = frozenset(["color", "background", "background-color", "-webkit-text-fill-color"])


def _camouflaged(element: etree._Element, style: Style) -> bool:
    """Whether letters have the colour of what they stand on, by inline declarations and old attributes alone."""
    ink = _ink(element.get("style") or "", element.get("color") or "")
    own = ink or _paper(element.get("style") or "", element.get("bgcolor") or "")
    if ink == "transparent":
        return "background-clip" not in "".join(style)
    around = list(islice(element.iterancestors(), _PAPERS)) if own else []
    inks = (_ink(each.get("style") or "", each.get("color") or each.get("text") or "") for each in around)
    ink = ink or next(filter(None, inks), "")
    if not ink.startswith("#"):
        return False
    for ground in (element, *around):
        paper = _paper(ground.get("style") or "", ground.get("bgcolor") or "")
        if paper and paper != "transparent":
            return html_style.is_alike(paper, ink)
    return False


_PICTURE = "picture"


@lru_cache(maxsize=1024)
def _ink(style: str, named: str) -> str:
    return html_style.ink(html_style.declarations(style)) or colour(named)


@lru_cache(maxsize=1024)
def _paper(style: str, named: str) -> str:
    """The background of an element by its own style or attribute; "" where it has none."""
    own = html_style.declarations(style)
    if any("url(" in value or "gradient(" in value for name, value in own.items() if name.startswith("background")):
        return _PICTURE
    return html_style.paper(own) or colour(named)


def _blank(element: etree._Element, resets: Callable[[Style], bool]) -> None:
    """Empty an element of its text, but for the parts that set what hides it anew."""
    walk = etree.iterwalk(element, events=("start",))
    for _, inner in walk:
        if inner is not element and resets(html_style.declarations(inner.get("style") or "")):
            walk.skip_subtree()
            inner.tail = None
            continue
        inner.text = None
        if inner is not element:
            inner.tail = None


def visible_text(tree: etree._Element) -> str:
    """All that can be read on a revealed page, as one canonical text, in lines where the page breaks them by a <br>."""
    line: list[str] = []
    lines = [line]
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in UNRENDERED:
                walk.skip_subtree()
                continue
            text = element.text
        else:
            if tag == "br":
                line = []
                lines.append(line)
            text = element.tail if element is not tree else ""
        if tag in LINES and line and line[-1] != " ":
            line.append(" ")
        if text:
            line.append(text)
    return "\n".join(filter(None, (canonical("".join(each)) for each in lines)))
