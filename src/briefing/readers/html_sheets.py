"""The style sheets that a page has in itself. In: its tree. Out: their rules for every screen, in lower case."""

import base64
import binascii
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote_to_bytes

from briefing.readers.html_index import Index

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_BLOCK = re.compile(r"(@[^{};@]*+)\{((?:[^{}]*+\{[^{}]*+\})*+)[^{}]*+\}")  # an at-rule with rules in it
_ESCAPE = re.compile(r"\\0{0,4}([46][1-9a-fA-F]|[57][0-9aA])(?![0-9a-fA-F])\s?")  # a letter
_APPLIED = re.compile(r"@(?:layer|supports|scope)\b.*", re.DOTALL | re.IGNORECASE)
_QUERIES = re.compile(r"@(media|container)\b(.*)", re.DOTALL | re.IGNORECASE)
_SMALL = 400  # pixels; every screen is as wide
_DATA = re.compile(r"data:text/css([^,\"')]*),([^\"')]*)", re.IGNORECASE)


def rules(index: Index) -> str:
    """Each without the brace that ends it; that stands between two."""
    return "}".join(map(_own, _sheets(index)))


def plain(sheet: str) -> str:
    """Without comments, and with small letters for escaped letters."""
    sheet = _COMMENT.sub(" ", sheet)
    if "<" in sheet:  # a single sign is found much quicker
        sheet = sheet.replace("<!--", " ")
    sheet = sheet.replace("-->", " ")
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)).lower(), sheet) if "\\" in sheet else sheet


def _sheets(index: Index) -> Iterator[str]:
    """The style sheets that a page has in itself, in their order, of those that are for every screen; in lower case."""
    for element in index.named("style", "link"):
        if not on_every_screen(element.get("media") or "all"):
            continue
        if element.tag == "style":
            written = "".join(element.itertext())
            text = written.lower()
            if "data:text/css" in text:  # by @import
                yield from map(_written, _DATA.finditer(written))
            yield text
        elif "stylesheet" in (element.get("rel") or "").lower() and (found := _DATA.match(element.get("href") or "")):
            yield _written(found)


def _written(found: re.Match[str]) -> str:
    """The text of a data address (RFC 2397), in lower case."""
    raw = unquote_to_bytes(found[2])
    if found[1].lower().endswith("base64"):
        try:
            raw = base64.b64decode(raw)
        except binascii.Error:
            return ""
    return raw.decode("utf-8", "replace").lower()


@lru_cache(maxsize=1024)
def on_every_screen(queries: str) -> bool:
    """Whether one of the media queries holds on a screen of every size."""
    return any(map(_holds, queries.lower().split(",")))


def _holds(query: str) -> bool:
    words = query.split(" and ")
    first = words[0].strip().removeprefix("only ").strip()
    if first.startswith("not "):
        return len(words) == 1 and first[4:].strip() in ("print", "speech")
    return all(
        word in ("all", "screen", "") or ((wide := _MIN_WIDTH.fullmatch(word)) is not None and float(wide[1]) <= _SMALL)
        for word in (first, *(word.strip() for word in words[1:]))
    )


_MIN_WIDTH = re.compile(r"\(\s*min-(?:device-)?(?:width|height)\s*:\s*(\d+\.?\d*)(?:px|r?em)?\s*\)")


def _own(sheet: str) -> str:
    """A style sheet without the at-rules, but for what in them holds on every screen."""
    return _BLOCK.sub(lambda block: block[2] if _is_applied(block[1]) else " ", plain(sheet))


@lru_cache(maxsize=1024)
def _is_applied(head: str) -> bool:
    if found := _QUERIES.fullmatch(head):
        return on_every_screen(found[2])
    return bool(_APPLIED.fullmatch(head))
