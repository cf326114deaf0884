"""What the marks of an element say of it: its tag, its role, words in its class and id. In: an element. Out: a mark.

The words are those that content systems use; none of them alone decides, see html_main.
"""

import re
from functools import lru_cache
from typing import Literal

from lxml import etree

from briefing.readers.html_index import Index

# weak: hardly ever a part of the article, strong: none of it, certain: none of it though text of it be found there;
# notes: footnotes, which belong to it.
Mark = Literal["", "weak", "strong", "certain", "notes"]
_BY_STRENGTH: tuple[Mark, ...] = ("notes", "certain", "strong", "weak")  # of several, the first holds

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# Words in classes and ids of what is not the article: whatever of it was found, where hardly any was, or none.
_CERTAIN = frozenset(
    "addthis advert advertisement advertising adslot comments consent cookie cookies disqus gdpr login modal"
    " newsletter outbrain paywall sharethis signin signup subscribe subscription taboola".split()
)
_STRONG = frozenset(
    "ad ads author banner bio breadcrumb breadcrumbs byline catlinks comment copyright crumbs feedback follow footer"
    " masthead menu nav navbar navbox navigation pager pagination popular popup promo promos promotion"
    " recommendation recommendations recommended related respond share sharebar sharing sidebar skip social socials"
    " sociable sponsor sponsored subnav tag tags teaser toc toolbar trending widget widgets".split()
)
_WEAK = frozenset(
    "credit date dateline editsection eyebrow hidden infos kicker meta metadata more next noprint options prev"
    " previous print rating reply time timestamp updated".split()
)
_NOTES = frozenset("endnote endnotes footnote footnotes reflist".split())
_ROLES = frozenset(
    "alert alertdialog banner complementary contentinfo dialog doc-toc menu menubar navigation search toolbar".split()
)
_MARKED_TAGS = frozenset(["nav", "footer", "aside", "form", "dialog"])
_NEVER_MARKED = frozenset(["html", "body", "main", "h1", "h2", "h3", "h4", "h5", "h6"])
_TITLES = frozenset(f"h{n}" for n in range(1, 7))


class Marks:
    """Of the elements of a page. Which of them have an id or a role is looked up before, since few have."""

    def __init__(self, index: Index) -> None:
        self._named = index.those("id")
        self._apart = index.those("role", lambda value: value in _ROLES)

    def of(self, element: etree._Element, tag: str) -> Mark:
        if tag in _NEVER_MARKED:
            return ""
        if tag in _MARKED_TAGS or element in self._apart:
            return "strong"
        classes = element.get("class")
        by_class = _of_names(classes) if classes else ""
        name = element.get("id") if element in self._named else ""
        by_name = _of_names(name) if name else ""
        if not by_name or by_name == by_class or _is_of_heading(element, name or ""):
            return by_class  # <section id="related-work"><h2>Related work</h2>
        return min(by_name, by_class or by_name, key=_BY_STRENGTH.index)


def _is_of_heading(element: etree._Element, name: str) -> bool:
    first = next(element.iterchildren(), None)
    if first is None or first.tag not in _TITLES:
        return False
    return re.findall(r"\w+", name.lower()) == re.findall(r"\w+", "".join(first.itertext()).lower())


@lru_cache(maxsize=8192)
def _of_names(names: str) -> Mark:
    words = set(map(str.lower, _WORD.findall(names)))
    if not words.isdisjoint(_NOTES):
        return "notes"
    if not words.isdisjoint(_CERTAIN):
        return "certain"
    if not words.isdisjoint(_STRONG):
        return "strong"
    return "" if words.isdisjoint(_WEAK) else "weak"
