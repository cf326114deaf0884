"""What a reader of a page sees. In: the tree of a page. Out: the same tree without what is hidden, and its text.

Sources can be hostile: words that only a program reads do not get past this file.
"""

import re
from collections.abc import Callable, Iterable
from itertools import islice

from lxml import etree

from briefing.readers import html_style
from briefing.text import canonical

# Elements that start and end a line of their own; all others stand within a line of text.
LINES = frozenset(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol"
    " optgroup option p pre search section summary table tbody td tfoot th thead tr ul".split()
)
UNRENDERED = frozenset(
    "area audio base canvas datalist embed frame head iframe input link map meta noembed noframes noscript object"
    " param rp script select source style svg template textarea title track video annotation annotation-xml".split()
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
_SUSPECTS = etree.XPath(".//*[@class or @id or @style or @hidden or self::dialog or self::font]")
_PAPERS = 50  # elements around one, in which its background is looked for
_WHOLE = frozenset(["html", "body"])  # some pages hide themselves until a script has run


def drop(element: etree._Element) -> None:
    """Take an element out of its tree; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    element.tail = None
    parent.remove(element)


def drop_all(elements: Iterable[etree._Element]) -> None:
    for element in list(elements):
        drop(element)


def reveal(tree: etree._Element) -> None:
    """Take out what the page hides from its reader, and what a browser never shows."""
    sheets = (
        sheet for sheet in tree.iter("style") if (sheet.get("media") or "all").strip().lower() in ("all", "screen")
    )
    rules = html_style.Rules("".join(sheet.itertext()) for sheet in sheets)
    drop_all(e for e in tree.iter(*(UNRENDERED - _KEPT)) if not (e.get("type") or "").startswith("math/"))
    verdicts: dict[tuple[str, str, str], bool] = {}  # elements alike in tag, class and id are judged once
    for element in [*_SUSPECTS(tree), *(tree.iter(*rules.tags) if rules.tags else ())]:
        if element.tag in _WHOLE:
            continue
        key = (element.tag, element.get("class", ""), element.get("id", "") if rules else "")
        if (verdict := verdicts.get(key)) is None:
            verdict = verdicts[key] = _is_hidden(element, rules)
        if verdict or element.get("hidden") is not None or (element.tag == "dialog" and element.get("open") is None):
            drop(element)
        elif element.get("style") or element.tag == "font":
            _judge_style(element)


def _is_hidden(element: etree._Element, rules: html_style.Rules) -> bool:
    names = element.get("class") or ""
    by_name = not _HIDING.isdisjoint(names.split()) and not _SHOWN_AT_SOME_SIZE.search(names)
    return by_name or rules.hide(element)


def _judge_style(element: etree._Element) -> None:
    """Take out an element, or the text in it, that its inline style hides."""
    written = element.get("style") or ""
    if not html_style.TELLING.search(written) and not element.get("color"):
        return
    style = html_style.declarations(written)
    if html_style.unseen(style):
        drop(element)
    elif html_style.no_size(style):
        _blank(element, lambda inner: "font-size" in inner)
    elif _camouflaged(element, style):
        _blank(element, lambda inner: "color" in inner or "background" in inner or "background-color" in inner)


def _camouflaged(element: etree._Element, style: html_style.Style) -> bool:
    """Whether letters have the colour of what they stand on, by inline declarations alone."""
    ink = html_style.colour(style.get("color", "") or (element.get("color") or ""))
    if not ink or ink == "transparent":
        return ink == "transparent" and "background-clip" not in "".join(style)
    for ground in (element, *islice(element.iterancestors(), _PAPERS)):
        own = html_style.declarations(ground.get("style") or "")
        if any("url(" in value or "gradient(" in value for value in own.values()):
            return False
        paper = html_style.background(own) or html_style.colour(ground.get("bgcolor") or "")
        if paper and paper != "transparent":
            return html_style.alike(paper, ink)
    return False


def _blank(element: etree._Element, resets: Callable[[html_style.Style], bool]) -> None:
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
    """All that can be read on a revealed page, as one canonical text."""
    parts: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        apart = tag in LINES or tag == "br"
        if event == "start":
            if tag in UNRENDERED:
                walk.skip_subtree()
                continue
            if apart:
                parts.append(" ")
            if element.text:
                parts.append(element.text)
        else:
            if apart:
                parts.append(" ")
            if element.tail and element is not tree:
                parts.append(element.tail)
    return canonical("".join(parts))
