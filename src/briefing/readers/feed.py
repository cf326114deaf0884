"""RSS and Atom. In: a Page that holds a feed. Out: a Document with one part per item, the oldest first.

A part is a heading (the title, linked to the item's page) and the blocks of the item, all with its date and address.
The feed is read as bytes: nothing is fetched, and what a document type could declare is taken out before.
"""

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from briefing.errors import NotAnArticle, SourceError
from briefing.model import Block, Document, Link, Page
from briefing.readers import html_bounds
from briefing.readers.address import web_address
from briefing.readers.charset import decode
from briefing.readers.html import blocks_of, readable
from briefing.readers.text import blocks_of_text
from briefing.text import canonical
from briefing.tongue import tag

MOST_BLOCKS = 500_000
_PROLOG = re.compile(r"\A\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE\b", re.IGNORECASE)
_SUBSET_END = re.compile(r"\]\s{0,100}>")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]+|#\d+|#x[\da-fA-F]+);")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class _Item(Struct, frozen=True):
    title: str
    url: str
    date: str  # where the author was, as the feed has it; "" for none
    moment: tuple[int, ...]  # in universal time, to sort by
    body: Sequence[Block]
    unread: str = ""  # why its text could not be read


def read_feed(page: Page) -> Document:
    """Raises SourceError where this is no feed, and NotAnArticle where it has no items."""
    where = page.path or page.url
    text = readable(_without_declarations(_PROLOG.sub("", decode(page.content, page.charset, html=True), count=1)))
    html_bounds.check_markup(text, where, html_bounds.ELEMENTS)
    try:
        feed = _parsed_feed(text)
    except Exception as error:  # what feedparser raises on broken bytes is of many kinds
        hint = "Have it checked at https://validator.w3.org/feed/, and tell its publisher."
        raise SourceError(f"the feed is broken ({error})", where=where, hint=hint) from error
    if not feed.get("version") and not feed["entries"]:
        raise SourceError("this is no feed", where=where, hint="Name a page under `url:` and a file under `path:`.")
    items = _ordered(_items(feed["entries"], page.url, where))
    blocks = tuple(block for item in items for block in _part(item))
    if not blocks:
        raise NotAnArticle("the feed has no items", where=where, hint="Look at it in a browser: it may have moved.")
    return _document(page, feed, items, blocks)


def _parsed_feed(text: str) -> Mapping[str, Any]:
    import feedparser  # costs 50 ms, for feeds alone

    parsed: Mapping[str, Any] = feedparser.parse(
        io.BytesIO(text.encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
        sanitize_html=False,  # blocks_of needs the styles to see what is hidden, and lets nothing but text through
    )
    return parsed


def _document(page: Page, feed: Mapping[str, Any], items: Sequence[_Item], blocks: tuple[Block, ...]) -> Document:
    head = feed["feed"]
    authors = {canonical(entry.get("author") or "") for entry in feed["entries"]}
    title = canonical(" ".join(block.text for block in _blocks(head.get("title_detail"), page.url)))
    return Document(
        source=page.source,
        url=page.url,
        origin=page.origin,
        blocks=blocks,
        title=title,
        author=canonical(head.get("author") or "") or (authors.pop() if len(authors) == 1 else ""),
        site=title,
        published=max((item.date for item in items), default="") or _day(head),
        language=tag(head.get("language") or ""),
        path=page.path,
        notes=(*page.notes, *_notes(feed, items)),
    )


def _notes(feed: Mapping[str, Any], items: Sequence[_Item]) -> Iterator[str]:
    if feed["bozo"]:
        yield "the feed is not well-formed: read as far as it goes"
    for item in items:
        if item.unread:
            yield f"the text of {item.title or item.url} could not be read: {item.unread}"


def _without_declarations(text: str) -> str:
    """Without the document type, in which entities could be declared: that blow up, or that name a file."""
    if found := _DOCTYPE.search(text):
        end, subset = text.find(">", found.start()), text.find("[", found.start())
        if 0 <= subset < end:
            closed = _SUBSET_END.search(text, subset)
            end = closed.end() - 1 if closed else end
        text = text[: found.start()] + text[end + 1 :] if end >= 0 else text[: found.start()]
    return text.replace("<!ENTITY", "<!-- -->")


# ── Items ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _items(entries: Iterable[Mapping[str, Any]], base: str, where: str) -> list[_Item]:
    items: list[_Item] = []
    blocks = 0
    for entry in entries:
        items.append(_item(entry, base))
        blocks += len(items[-1].body)
        if blocks > MOST_BLOCKS:
            what = f"the items of the feed have more than {MOST_BLOCKS:_} paragraphs".replace("_", " ")
            raise SourceError(what, where=where, hint="Name the pages of its items instead.")
    return items


def _item(entry: Mapping[str, Any], base: str) -> _Item:
    moment = entry.get("published_parsed") or (entry.get("updated_parsed") if "updated_parsed" in entry else None)
    url = web_address(entry.get("link") or "", base)
    title = canonical(" ".join(block.text for block in _blocks(entry.get("title_detail"), base)))
    whole = max(entry.get("content") or (), key=lambda content: len(content.get("value") or ""), default=None)
    body: Sequence[Block] = ()
    unread = ""
    try:
        body = _blocks(whole or entry.get("summary_detail"), url or base)
    except SourceError as error:
        unread = error.what
    return _Item(title, url, _day(entry), tuple(moment or ())[:6], body, unread)


def _blocks(detail: Mapping[str, Any] | None, base: str) -> Sequence[Block]:
    """The blocks of a title or a text of the feed, which says whether it is plain; many that say no are plain too."""
    value = (detail or {}).get("value") or ""
    if (detail or {}).get("type") == "text/plain" or not _MARKUP.search(value):
        return blocks_of_text(value)
    return [block for block in blocks_of(f"<div>{value}</div>", base) if block.text]


def _day(entry: Mapping[str, Any]) -> str:
    """The ISO 8601 date at the place of the author: what was published there on the 31st is not of the 1st."""
    for name in ("published", "updated", "created"):
        written = str(entry[name]).strip() if name in entry else ""
        if found := _ISO_DATE.match(written):
            day = found[0]
        else:
            day = _rfc_822(written) or _parsed(entry.get(f"{name}_parsed") if f"{name}_parsed" in entry else None)
        if day and _is_date(day):
            return day
    return ""


def _rfc_822(written: str) -> str:
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):  # a year of thirty digits
        return ""


def _parsed(moment: Sequence[int] | None) -> str:
    return "" if moment is None else f"{moment[0]:04}-{moment[1]:02}-{moment[2]:02}"


def _is_date(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _ordered(items: Sequence[_Item]) -> list[_Item]:
    """By date, the oldest first; a feed has the newest first, so items of one moment are turned round. Undated last."""
    dated = [item for item in reversed(items) if item.date]
    return [*sorted(dated, key=lambda item: (item.date, item.moment)), *(item for item in items if not item.date)]


def _part(item: _Item) -> Iterator[Block]:
    """The heading and the blocks of an item. Headings inside it go below its own."""
    text = item.title or item.date or item.url
    body = item.body
    if body and body[0].kind == "heading" and body[0].text == text:
        body = body[1:]
    if text:
        links = (Link(0, len(text), item.url),) if item.url else ()
        yield Block("heading", text, level=2, links=links, date=item.date, url=item.url)
    down = max(0, 3 - min((block.level for block in body if block.kind == "heading"), default=3))
    for block in body:
        level = min(block.level + down, 6) if block.kind == "heading" else block.level
        yield replace(block, level=level, line=0, date=item.date, url=item.url)
