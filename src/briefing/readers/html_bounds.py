"""How much a page or a feed may be made of. In: its markup, and its tree. Out: nothing, or a SourceError.

A page costs time and memory by its elements and attributes more than by its bytes, and a parser's time grows with the
square of the attributes of one element. What is read within these bounds costs a minute and a gigabyte at most.
"""

import re
from itertools import islice

from lxml import etree

from briefing.errors import SourceError

ELEMENTS = 500_000  # of a page, and as many attributes; sixty times what the longest of the measured pages have
ATTRIBUTES = 10_000  # of one element
_MANY = 50  # attributes of an element that is looked at closely
# A start tag as browsers cut it (HTML Standard, 13.2.5). Nothing is tried in a second way, so one look is enough.
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
_TAG = re.compile(rf"<[a-zA-Z][^\s/>]*+(?:{_ATTRIBUTE}){{{_MANY}}}(?:{_ATTRIBUTE})*+")
_NAMED = re.compile(_ATTRIBUTE)


def check_markup(markup: str, where: str, tags: int = 4 * ELEMENTS) -> None:
    """To be called before the page is parsed. tags: that it may have, end tags and what scripts hold among them."""
    if len(markup) > tags and markup.count("<") > tags:
        raise _too_many(f"{ELEMENTS:_} elements", where)
    if len(markup) < 3 * ATTRIBUTES:
        return
    for tag in _TAG.finditer(markup):
        if len(tag[0]) > 2 * ATTRIBUTES and len(_NAMED.findall(tag[0])) > ATTRIBUTES:
            raise _too_many(f"{ATTRIBUTES:_} attributes of one element", where)


def elements(tree: etree._Element, size: int, where: str) -> list[etree._Element]:
    """The elements of a tree. size: characters of the markup."""
    found = list(islice(tree.iter(), ELEMENTS + 1))
    if len(found) > ELEMENTS:
        raise _too_many(f"{ELEMENTS:_} elements", where)
    if size > 2 * ELEMENTS and sum(len(element.attrib) for element in found) > ELEMENTS:
        raise _too_many(f"{ELEMENTS:_} attributes", where)
    return found


def _too_many(what: str, where: str) -> SourceError:
    return SourceError(
        f"it is made of more than {what}".replace("_", " "), where=where,
        hint="Save the part of it that counts to a file, and name that file under `fallback:`.",
    )  # fmt: skip
