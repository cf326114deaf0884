"""Addresses in plain text. In: text without markup. Out: the web addresses that stand in it, as links."""

import re

from briefing.model import Link

_BARE = re.compile(r"""(?<![\w@/.-])https?://[^\s<>"'`“”„‘’«»{}|\\^\[\]]+""", re.IGNORECASE)
_TRAILING = ".,;:!?*_~…。、，）"


def bare_links(text: str) -> tuple[Link, ...]:
    """Links for the addresses that a text spells out, without the punctuation of the sentence around them.

    A closing bracket belongs to the address only where it opens in it, as GitHub Flavored Markdown has it (6.9).
    """
    links = []
    for found in _BARE.finditer(text):
        url = found[0].rstrip(_TRAILING)
        while url.endswith(")") and url.count(")") > url.count("("):
            url = url[:-1].rstrip(_TRAILING)
        if re.match(r"https?://[^/?#]*\w", url, re.IGNORECASE):
            links.append(Link(found.start(), found.start() + len(url), url))
    return tuple(links)
