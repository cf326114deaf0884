"""Where pages print who wrote them, and when. In: the elements of a page. Out: those that are marked for it by hand."""

import re

from lxml import etree

from briefing.readers.html_index import Index

_AUTHORS = frozenset(["author", "byline"])
_AUTHOR = re.compile(r"p-author|author[-_]name")
_DATE = re.compile(r"publi|pubdate|post-(?:date|meta)|(?:entry|article)-date")
_WHOLE = ("html", "body")


def authors(index: Index) -> list[etree._Element]:
    named = index.having("itemprop", lambda value: value in ("author", "author name"))
    named |= index.having("class", lambda value: value in _AUTHORS or bool(_AUTHOR.search(value)))
    linked = index.having("rel", lambda value: value == "author")
    return index.pick(named.union(number for number in linked if index.elements[number].tag == "a"))


def dates(index: Index) -> list[etree._Element]:
    named = index.having("class", lambda value: bool(_DATE.search(value)))
    told = {number for number in named if index.elements[number].tag not in _WHOLE}
    told |= index.having("itemprop", lambda value: value == "datePublished")
    times = index.tagged(["time"])
    return index.pick(told.union(number for number in times if _is_of_the_article(index.elements[number])))


def _is_of_the_article(time: etree._Element) -> bool:
    return time.get("pubdate") is not None or any(True for _ in time.iterancestors("article", "main", "header"))
