"""The document that is audited. In: a Page of any format. Out: a Document with all its blocks, sentences and lines.

Unlike of a source, little of it is taken for the frame of a page and left out: what was forgotten in it is to be found.
HTML and Markdown are read as such, also where the name of the file ends in .txt: so do the answers of chatbots.
"""

import re

from msgspec.structs import replace

from briefing.audit.lines import with_lines, with_rows
from briefing.errors import NotAnArticle
from briefing.model import Document, Page
from briefing.readers.charset import decode
from briefing.readers.table import reader_for
from briefing.steps.extract import extract, parse, split, spoken_language

_TAGS = re.compile(rb"</(?:div|p|span|li|ul|ol|h[1-6]|section|details|table|a|strong|em)\s*>", re.IGNORECASE)
# "<insert a table>" is no tag, though it looks like one, and would not be read.
_FILLER = re.compile(rb"<((?:insert|your|placeholder|add|enter|fill)\s[^<>=\n]{0,80})>", re.IGNORECASE)
_WHOLE = re.compile(rb"<(?:html|body)[\s>]", re.IGNORECASE)
_MARKUP = 5  # closing tags, for a file to be HTML by what is in it
_MARKS = re.compile(rb"^#{1,6} \S|\*\*[^\s*][^*\n]*\*\*|\]\(https?://|^> \S", re.MULTILINE)
_MARKED = 3  # of them, for a file to be Markdown
_MOST = 0.7  # of the text of a page, for its article to be all that it says
_HTML, _MARKDOWN = "text/html", "text/markdown"


def read(page: Page, language: str = "") -> Document:
    """Raises SourceError where it cannot be read."""
    plain = page.media_type in ("", "text/plain") and page.path.lower().endswith((".txt", ".text"))
    if plain and len(_TAGS.findall(page.content)) >= _MARKUP:
        page = replace(page, media_type=_HTML)
    elif plain and len(_MARKS.findall(page.content)) >= _MARKED:
        page = replace(page, media_type=_MARKDOWN)
    if _reader(page) in ("read_html", "read_markdown"):
        page = replace(page, content=_FILLER.sub(rb"&lt;\1&gt;", page.content))
    if not is_html(page):
        return with_lines_of_tables(extract(page, language), page)
    markup = decode(page.content, page.charset, html=True)
    document = _fragment(page, markup, language)
    if _WHOLE.search(page.content):
        article = extract(page, language)
        document = article if _length(article) >= _MOST * _length(document) else document
    return replace(document, blocks=with_lines(document.blocks, markup))


def read_source(page: Page) -> Document:
    """Raises SourceError where it cannot be read."""
    return with_lines_of_tables(parse(page), page)


def with_lines_of_tables(document: Document, page: Page) -> Document:
    """A document of Markdown whose tables know the lines of their rows; any other as it is."""
    if document.kind != "text" or all(block.kind != "table" for block in document.blocks):
        return document
    return replace(document, blocks=with_rows(document.blocks, decode(page.content, page.charset)))


def is_html(page: Page) -> bool:
    return _reader(page) == "read_html"


def _reader(page: Page) -> str:
    return getattr(reader_for(page), "__name__", "")


def _length(document: Document) -> int:
    return sum(len(block.text) for block in document.blocks)


def _fragment(page: Page, markup: str, language: str) -> Document:
    from briefing.readers.html import blocks_of  # lxml costs 40 ms: only for HTML

    blocks = blocks_of(markup, page.url)
    if not blocks:
        raise NotAnArticle("there is no text in it", where=page.path or page.url, hint="Name a file that holds some.")
    document = Document(page.source, page.url, page.origin, blocks, path=page.path)
    spoken = language or spoken_language(document)
    whole = tuple(replace(block, sentences=split(block, spoken)) for block in blocks if block.text)
    return replace(document, blocks=whole, language=spoken)
