"""What a program that clips pages leaves in a Markdown file. In: the parts of a file. Out: those of the author.

Left out is only what is surely nobody's text: buttons, counts of likes below the byline, the author's portrait, the
title a second time, the clipper's own line with the address, and links into somebody's own programs.
"""

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from briefing.readers.front_matter import FrontMatter
from briefing.readers.markdown_parts import Part

_BUTTONS = frozenset(
    "share|share this post|subscribe|subscribe now|upgrade to paid|leave a comment|like|comment|restack|sign in|sign up"
    "|follow|get the app|open in app|read in app|listen to post|copy link".split("|")
)
_COUNT = re.compile(r"[\d.,]+\s*[KkMm]?|[\d.,]+\s+(?:likes?|comments?|shares?|restacks?|claps?)")
_PORTRAIT = re.compile(r"\bavatar\b|\bprofile (?:picture|photo|image)\b", re.IGNORECASE)
_CLIPPED = re.compile(r"(?:source|url|link|clipped from|original|via)\s*:\s*(?=https?://)", re.IGNORECASE)
_PROFILE = re.compile(r"/@[\w.-]+/?$|/(?:author|people|users?|profile)/[^/]+/?$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(
    rf"(?P<name>{_NAME})\.? (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})"
    rf"|(?P<number>\d{{1,2}}) (?P<month>{_NAME})\.? (?P<year2>\d{{4}})",
    re.IGNORECASE,
)
_PROSE = 12  # words from which on a paragraph is the author's text
_TOP = 20  # parts in which the byline stands


class Byline(Struct, frozen=True):
    author: str = ""
    published: str = ""  # ISO 8601 date


def authors_own(parts: Sequence[Part], front: FrontMatter) -> tuple[list[Part], list[int]]:
    """The parts that are the author's, and the lines of the others."""
    top = _top(parts)
    title = _key(front.title or next((part.block.text for part in parts if part.block.level == 1), ""))
    titled = False
    kept: list[Part] = []
    left_out: list[int] = []
    for number, part in enumerate(parts):
        is_title = part.block.kind == "heading" and _key(part.block.text) == title
        if _is_clutter(part) or (number < top and (_is_furniture(part, front.source) or (is_title and titled))):
            left_out.append(part.block.line)
        else:
            kept.append(part)
            titled = titled or is_title
    return kept, left_out


def byline(parts: Sequence[Part]) -> Byline:
    """The author and the date that stand above the text: a link to somebody's profile, and a line with a date alone."""
    above = [part.block for part in parts[: _top(parts)] if part.block.kind == "paragraph"]
    authors = (
        block.text
        for block in above
        if any(link.end - link.start == len(block.text) and _PROFILE.search(link.url) for link in block.links)
    )
    days = (found for block in above if (found := _DATE.fullmatch(block.text)))
    return Byline(next(authors, ""), next(map(_iso, days), ""))


def _iso(found: re.Match[str]) -> str:
    """ "Dec 31, 2024" as "2024-12-31"; "" for a day that there is not."""
    month = _MONTHS.index((found["name"] or found["month"])[:3].lower()) + 1
    try:
        return date(int(found["year"] or found["year2"]), month, int(found["day"] or found["number"])).isoformat()
    except ValueError:
        return ""


def _top(parts: Sequence[Part]) -> int:
    """Where the author's text begins: at the first paragraph of some length."""
    for number, part in enumerate(parts[:_TOP]):
        if part.block.kind == "paragraph" and len(part.block.text.split()) >= _PROSE:
            return number
    return 0


def _is_clutter(part: Part) -> bool:
    """What is nobody's text wherever it stands."""
    block = part.block
    if part.private:
        return True
    if block.kind == "figure":
        return part.linked and bool(_PORTRAIT.search(block.text))
    return block.kind == "paragraph" and _key(block.text) in _BUTTONS


def _is_furniture(part: Part, source: str) -> bool:
    """What is nobody's text at the top of a page."""
    block = part.block
    if found := _CLIPPED.match(block.text):
        address = block.text[found.end() :].strip()
        return address == source or any(address == link.url or link.end == len(block.text) for link in block.links)
    return block.kind == "paragraph" and bool(_COUNT.fullmatch(block.text))


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
