"""Which reader reads a page. In: a Page. Out: its Reader.

To add a format, write its reader in a file of this folder and give it a line in FORMATS. A reader is imported when a
page needs it, so that a run over Markdown pays for no HTML or PDF parser.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import PurePosixPath
from typing import cast
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from briefing.errors import SourceError
from briefing.model import Page
from briefing.readers.base import Reader


class Format(Struct, frozen=True):
    name: str
    reader: str  # file and function
    media_types: tuple[str, ...]
    endings: tuple[str, ...]
    sign: re.Pattern[bytes] | None = None  # how its first bytes look, if they tell


_START = rb"\A(?:\xef\xbb\xbf)?(?>\s+|<!--(?>(?!-->).)*+-->|<\?(?>(?!\?>).)*+\?>)*+"  # never tried in a second way
FORMATS = (
    Format(
        "PDF",
        "pdf:read_pdf",
        ("application/pdf", "application/x-pdf"),
        (".pdf",),
        re.compile(rb"\A(?:\xef\xbb\xbf)?\s*%PDF-\d"),
    ),
    Format(
        "RSS and Atom",
        "feed:read_feed",
        ("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
        (".rss", ".atom", ".rdf", ".xml"),
        re.compile(_START + rb"(?:<!doctype\s+rss[^>]*>\s*)?<(?:rss|feed|(?:\w+:)?rdf|channel)[\s>]", re.I | re.S),
    ),
    Format(
        "HTML",
        "html:read_html",
        ("text/html", "application/xhtml+xml"),
        (".html", ".htm", ".xhtml"),
        re.compile(_START + rb"<(?:!doctype\s+html|html)[\s>]", re.I | re.S),
    ),
    Format(
        "Markdown",
        "markdown:read_markdown",
        ("text/markdown", "text/x-markdown", "text/x-web-markdown"),
        (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdx", ".qmd"),
    ),
    Format("plain text", "text:read_text", ("text/plain",), (".txt", ".text", ".log")),
)

_BY_TYPE = {media_type: each for each in FORMATS for media_type in each.media_types}
_BY_ENDING = {ending: each for each in FORMATS for ending in each.endings}
_BY_READER = {each.reader: each for each in FORMATS}
# What says nothing, or nothing that holds: servers send Markdown as plain text, and what they do not know as bytes.
_VAGUE = frozenset(["", "text/plain", "application/octet-stream", "binary/octet-stream", "application/x-download"])
_XML = frozenset(["text/xml", "application/xml"])
_HEAD = 4096  # bytes that are looked at
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\v\f\r\x1b"})  # that no text has
_TAGS = re.compile(rb"<(?:head|body|title|meta|div|p|article|section|script|table|h[1-6])[\s>]", re.I)
_BINARY: Mapping[bytes, str] = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"RIFF": "a WebP picture or a sound",
    b"PK\x03\x04": "a ZIP archive (a .docx or an .epub is one)",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"ID3": "an MP3 sound",
    b"OggS": "an Ogg sound",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
}


def reader_for(page: Page) -> Reader:
    """Raises SourceError for what is read by none."""
    return _loaded(_format(page).reader)


@cache
def _loaded(name: str) -> Reader:
    module, function = name.split(":")
    return cast(Reader, getattr(import_module(f"briefing.readers.{module}"), function))


def _format(page: Page) -> Format:
    """What the bytes plainly are; else what they are declared to be; else what the name ends in; else text."""
    head = page.content[:_HEAD]
    for each in FORMATS:
        if each.sign and each.sign.match(head):
            return each
    if binary := _binary(head):
        raise _unread(binary, page)
    if page.media_type in _BY_TYPE and page.media_type not in _VAGUE:
        return _BY_TYPE[page.media_type]
    if page.media_type in _XML:
        return _BY_READER["feed:read_feed"]
    if page.media_type not in _VAGUE and not page.media_type.startswith("text/"):
        raise _unread(f"of the type {page.media_type}", page)
    if (ending := _ending(page)) in _BY_ENDING:
        return _BY_ENDING[ending]
    return _BY_READER["html:read_html" if _TAGS.search(head) and not page.media_type else "text:read_text"]


def _ending(page: Page) -> str:
    return PurePosixPath(page.path or unquote(urlsplit(page.url).path)).suffix.lower()


def _binary(head: bytes) -> str:
    """What the bytes are where they are no text, "" where they may be."""
    named = next((name for sign, name in _BINARY.items() if head.startswith(sign)), "")
    if named or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return named
    even, odd = head[0::2].count(0), head[1::2].count(0)
    wide = max(even, odd) > 8 * min(even, odd) and max(even, odd) > len(head) // 8  # UTF-16 without a mark
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "binary data" if not wide and controls > 2 + len(head) // 50 else ""


def _unread(what: str, page: Page) -> SourceError:
    names = [each.name for each in FORMATS]
    return SourceError(
        f"this is {what}, which is not read",
        where=page.path or page.url,
        hint=f"Read are {', '.join(names[:-1])} and {names[-1]}. Convert it, or name another source.",
    )
