"""A line of Markdown. In: the tokens of a line. Out: its canonical text with links, and the pictures in it."""

import re
from collections.abc import Callable, Iterator, Sequence

from markdown_it.token import Token
from msgspec import Struct

from briefing.model import Link
from briefing.readers.address import bare_links, web_address
from briefing.readers.markdown_rules import rendered
from briefing.readers.titles import begins_sentence, may_be_title
from briefing.text import TextBuilder, canonical

Html = Callable[[str], tuple[str, tuple[Link, ...]]]

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_WEB = frozenset(["http", "https", "mailto"])
_SIZE = re.compile(r"\s*\|\s*\d+(?:x\d+)?\s*$")
_NO_CAPTION = re.compile(r"(?:image|img|picture|alt text|[^\s/]+\.(?:png|jpe?g|gif|webp|svg|avif))?", re.IGNORECASE)
_NO_TEXT = frozenset(["image", "picture", "short_code", "footnote_mark"])
_PLAIN_TAG = re.compile(r"<br\s*/?>|<!--.*?-->", re.IGNORECASE | re.DOTALL)


class Picture(Struct, frozen=True):
    caption: str
    address: str
    linked: bool = False  # it is a link itself


class Line(Struct, frozen=True):
    text: str
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    italic: bool = False  # all of the text
    starts: tuple[int, ...] = ()  # where in the text the second line of the file begins, the third, …
    private: bool = False  # all of it is one link that leads to somebody's own program


def read_line(tokens: Sequence[Token], base: str, html: Html) -> Line:
    """`html` reads what has tags in it; `base` is what relative addresses are relative to."""
    pictures = tuple(_pictures(tokens, base))
    told = [token for token in tokens if token.type not in _NO_TEXT]
    if any(map(_is_tag, told)):
        text, links = html(rendered(told))
        starts: tuple[int, ...] = ()  # tags can move text about
    else:
        builder = _text(told, base)
        text, links = builder.build()
        starts = builder.line_starts()
    return Line(text, _with_bare(text, links), pictures, _italic(told), starts, _private(told))


def end_of_title(tokens: Sequence[Token]) -> int:
    """The place of the first line break, where it ends the title of an item; else 0."""
    place = next((n for n, token in enumerate(tokens) if _is_break(token)), 0)
    shown = [token for token in tokens[:place] if token.type not in _NO_TEXT]
    before = [token for token in shown if token.content.strip() or token.nesting != 0]
    if not before or sum(token.nesting for token in before) != 0 or any(map(_is_tag, tokens)):
        return 0
    after = next((token.content for token in tokens[place + 1 :] if token.content.strip()), "")
    said = canonical("".join(token.content for token in before))
    return place if may_be_title(said, before[-1].nesting < 0) and begins_sentence(after) else 0


def _is_break(token: Token) -> bool:
    return token.type == "hardbreak" or (token.type == "html_inline" and token.content[:3].lower() == "<br")


def _is_tag(token: Token) -> bool:
    return token.type == "html_inline" and not _PLAIN_TAG.fullmatch(token.content)


def _text(tokens: Sequence[Token], base: str) -> TextBuilder:
    line = TextBuilder()
    url = ""
    for token in tokens:
        if token.type == "link_open":
            url = web_address(str(token.attrGet("href") or ""), base)
        elif token.type == "link_close":
            url = ""
        elif token.type in ("softbreak", "hardbreak"):
            line.add("\n", url)
        elif token.type == "html_inline":
            line.add(" " if _is_break(token) else "")
        else:
            line.add(token.content, url)
    return line


def _with_bare(text: str, links: Sequence[Link]) -> tuple[Link, ...]:
    """With the addresses that are spelled out as links too, where they are not part of one."""
    bare = [one for one in bare_links(text) if all(one.end <= link.start or link.end <= one.start for link in links)]
    return tuple(sorted([*links, *bare], key=lambda link: link.start))


def _pictures(tokens: Sequence[Token], base: str) -> Iterator[Picture]:
    linked = 0
    for token in tokens:
        linked += (token.type == "link_open") - (token.type == "link_close")
        if token.type == "image":
            caption = _SIZE.sub("", canonical(_told(token.children or ())))
            address = str(token.attrGet("src") or "")
        elif token.type == "picture":
            caption, address = canonical(token.content), str(token.meta["src"])
        else:
            continue
        yield Picture("" if _NO_CAPTION.fullmatch(caption) else caption, web_address(address, base), bool(linked))


def _told(tokens: Sequence[Token]) -> str:
    """The words of an image's description."""
    return "".join(token.content or (" " if token.type == "softbreak" else "") for token in tokens)


def _italic(tokens: Sequence[Token]) -> bool:
    depth = 0
    words = False
    for token in tokens:
        depth += (token.type == "em_open") - (token.type == "em_close")
        if token.content.strip():
            words = True
            if not depth:
                return False
    return words


def _private(tokens: Sequence[Token]) -> bool:
    told = [token for token in tokens if token.content.strip() or token.type.startswith("link_")]
    links = [token for token in told if token.type == "link_open"]
    if len(links) != 1 or told[0].type != "link_open" or told[-1].type != "link_close":
        return False
    scheme = _SCHEME.match(str(links[0].attrGet("href") or ""))
    return scheme is not None and scheme[1].lower() not in _WEB
