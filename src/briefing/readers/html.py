"""Web pages. In: a Page of HTML. Out: a Document of its article; or, of a fragment, all the blocks.

The way through: parse; note what the page says of itself; take out what it hides; write formulas as TeX; find the
article and clear it of the rest; read it block by block.
"""

import re
from collections.abc import Iterable

from lxml import etree, html

from briefing.errors import NotAnArticle, SourceError
from briefing.model import Block, Document, Page
from briefing.readers import (
    html_blocks,
    html_bounds,
    html_edges,
    html_main,
    html_math,
    html_meta,
    html_refusal,
    html_visible,
)
from briefing.readers.address import web_address
from briefing.readers.charset import decode
from briefing.readers.html_index import Index

_FEED = re.compile(r"\s*+(?:<\?[^>]*+>\s*+|<!--(?:[^-]|-(?!->))*+-->\s*+)*+<(?:rss|feed|rdf:RDF)\b", re.I)
_TAG = re.compile(r"<[a-z!/?]", re.I)
# What a page may have, and the tree takes, but does not let be moved in it.
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CONTROLS, _LAST = bytes({*range(0x20)} - {*b"\t\n\r"}), b"\xef\xbf"  # how these are, or begin, in UTF-8
# trafilatura takes no other elements; looked up without a call of Python for each, as in html.HTMLParser.
_CLASSES = etree.ElementDefaultClassLookup(element=html.HtmlElement)
_BY_NUMBER = re.compile(r"&#(?:x0*([0-9a-f]{1,6})|0*(\d{1,7}))", re.I)


def read_html(page: Page) -> Document:
    """The article of a page. Raises SourceError and NotAnArticle as Reader says."""
    where = page.path or page.url
    markup = decode(page.content, page.charset, html=True)
    tree = _page(markup, where)
    index = Index(html_bounds.elements(tree, len(markup), where))
    about = html_meta.about(index, page.url)
    base = _base(index.named("base"), page.url)
    visible = _clean(tree, index, where)
    blocks = html_edges.without_edges(html_blocks.blocks(html_main.article(tree, index), index, base), about.title)
    del index
    if error := html_refusal.error_page(blocks, about.title, visible, where):
        raise error
    if not html_refusal.says_something(blocks):
        raise html_refusal.reason(_parse(markup, where), visible, where)
    return Document(
        source=page.source,
        url=page.url,
        origin=page.origin,
        blocks=blocks,
        title=about.title,
        author=about.author,
        site=about.site,
        published=about.published,
        language=about.language,
        path=page.path,
        visible=visible,
    )


def blocks_of(markup: str, base_url: str) -> tuple[Block, ...]:
    """All the blocks of a fragment of HTML, such as the content of a feed's item. Raises SourceError."""
    if not markup.strip():
        return ()
    tree = _parse(markup, base_url)
    index = Index(html_bounds.elements(tree, len(markup), base_url))
    _clean(tree, index, base_url)
    blocks = html_blocks.blocks(tree, index, _base(tree.iter("base"), base_url))
    del index
    return blocks


def readable(markup: str) -> str:
    """Markup in which a space stands for each character that a tree cannot hold, be it written or given by number."""
    return _NO_XML.sub(" ", _BY_NUMBER.sub(_named, markup))


def _bytes(markup: str) -> bytes:
    """readable() in UTF-8. In bytes it is told in a third of the time that there is nothing to replace."""
    raw = (_BY_NUMBER.sub(_named, markup) if "&#" in markup else markup).encode("utf-8", "replace")
    if (_LAST[0] in raw and _LAST in raw) or len(raw.translate(None, _CONTROLS)) < len(raw):
        return readable(markup).encode("utf-8", "replace")
    return raw


def _page(markup: str, where: str) -> etree._Element:
    if not markup.strip():
        raise NotAnArticle("the page is empty", where=where, hint="Check the address.")
    if _FEED.match(markup):
        raise SourceError("this is a feed, not a page", where=where, hint="Name it under `feed:` in the manifest.")
    if not _TAG.search(markup):
        raise SourceError(
            "this is not HTML", where=where, hint="Check the address, or name the file with its own ending."
        )
    return _parse(markup, where)


def _parse(markup: str, where: str) -> etree._Element:
    """The tree of a page. Raises SourceError where the parser gives up, as it does not say so by itself."""
    html_bounds.check_markup(markup, where)
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_CLASSES)
    try:
        tree = etree.fromstring(_bytes(markup), parser)
    except etree.LxmlError as error:
        raise SourceError("the HTML cannot be parsed", where=where, hint=str(error)) from error
    if tree is None:
        raise NotAnArticle("the page is empty", where=where, hint="Check the address.")
    if any(
        entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT or "depth" in entry.message for entry in parser.error_log[-1:]
    ):
        raise SourceError(
            "the HTML nests its tags deeper than can be read", where=where,
            hint="Save the text of the page as Markdown, and name that file under `fallback:`.",
        )  # fmt: skip
    return tree


def _named(reference: re.Match[str]) -> str:
    """A character given by its number, as it stands; a space for one that a tree cannot hold."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    return "&#32" if number in (0xFFFE, 0xFFFF) or (0 < number < 0x20 and chr(number) not in "\t\n\r") else reference[0]


def _base(bases: Iterable[etree._Element], url: str) -> str:
    """What the links of a page are relative to."""
    return web_address(next((base.get("href") or "" for base in bases), ""), url) or url


def _clean(tree: etree._Element, index: Index, where: str) -> str:
    """Leave in a tree what its reader sees, formulas as TeX, and return its visible text. Raises SourceError."""
    formulas = html_math.formulas(index)
    html_visible.reveal(index, where)
    visible = html_visible.visible_text(tree)
    html_math.write(formulas, tree)
    return visible
