"""Pages that hold no article, and what to do then. In: a page that gave little text. Out: the error that says so."""

import re
from itertools import chain, islice

from lxml import etree

from briefing.errors import NotAnArticle
from briefing.model import Block

_ERROR = re.compile(
    r"^\W*(?:http\s+)?(?:error\s+)?(?:code\s+)?(?:4(?:0[0134589]|10|29|51)|5(?:0[0-4]|2[0-6]))\b"
    r"|\bhttp error \d{3}\b|^(?:access|permission) denied|^forbidden|^(?:page )?not found"
    r"|page (?:not|cannot be) found|^just a moment|^attention required|^are you (?:a robot|human)|^verify you are"
    r"|^security check|^service unavailable|^bad gateway|^gateway time-?out|^internal server error"
    r"|^request (?:blocked|rejected)|^pardon our interruption|^robot check|^checking your browser|^please wait"
    r"|unusual traffic|^too many requests|^site (?:unavailable|not found)"
    r"|enable (?:javascript and )?cookies to continue",
    re.I,
)
_REFRESH = re.compile(r"^\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?['\"]?([^'\"]+)", re.I)
_NEEDS_SCRIPT = re.compile(r"javascript", re.I)
_REFRESHES = etree.XPath(".//meta[translate(@http-equiv, 'REFSH', 'refsh') = 'refresh']/@content")
_SHORT_ERROR = 2000  # characters of visible text; no error page explains itself at more length
_FEWEST = 25  # letters or digits; a text that has fewer says nothing
_SAVE = "Open the page in a browser, save its text as Markdown or HTML, and name that file under `fallback:`."


def error_page(blocks: tuple[Block, ...], title: str, visible: str, where: str) -> NotAnArticle | None:
    """What a server sent in place of the page that was asked for; None where this is none of it."""
    heading = next((block.text for block in blocks if block.kind == "heading"), "")
    if len(visible) > _SHORT_ERROR or not any(_ERROR.search(text) for text in (title, heading, visible[:200])):
        return None
    what = f"the server sent an error page ({(title or visible)[:60].strip()})"
    return NotAnArticle(what, where=where, hint=f"Check the address. {_SAVE}")


def says_something(blocks: tuple[Block, ...]) -> bool:
    said = filter(str.isalnum, chain.from_iterable(block.text for block in blocks[:50]))
    return next(islice(said, _FEWEST - 1, None), None) is not None


def reason(tree: etree._Element, visible: str, where: str) -> NotAnArticle:
    """Why there is no article on a page. `tree` is the page as it came, nothing taken out."""
    target = next(
        (found[1].strip() for text in _REFRESHES(tree) if (found := _REFRESH.match(text)) and found[1].strip()), ""
    )
    if target:
        return NotAnArticle(
            "the page only forwards to another address", where=where, hint=f"Use that address: {target}"
        )
    scripts = list(tree.iter("script"))
    asked = any(_NEEDS_SCRIPT.search("".join(element.itertext())) for element in tree.iter("noscript"))
    if scripts and (asked or _NEEDS_SCRIPT.search(visible) or not visible.strip() or len(scripts) > 2):
        return NotAnArticle("the page holds no text until its scripts have run", where=where,
                            hint=f"It needs a browser. {_SAVE}")  # fmt: skip
    if not visible.strip():
        return NotAnArticle("the page is empty", where=where, hint=f"Check the address. {_SAVE}")
    return NotAnArticle("no article was found on the page", where=where,
                        hint=f"Name the address of one article, not of a list or a search. {_SAVE}")  # fmt: skip
