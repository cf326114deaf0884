"""What stands beside one of several things in a text. In: the text, and where the things stand. Out: the words of the
clause of one of them, up to those of the others."""

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar


class Placed(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def start(self) -> int: ...


T = TypeVar("T", bound=Placed)
_BORDERS = (  # between two clauses, the clearest first
    re.compile(r"[;.:—。；]\s?"),
    re.compile(r"[,、，]\s?(?:and|but|while|whereas|against|und|aber|gegen|et|mais|contre|y|pero)\s"),
    re.compile(r"[,、，()|]\s?"),
    re.compile(
        r"\s(?:and|but|while|whereas|against|versus|vs\.?|compared|instead|und|aber|während|gegen|statt|et|mais|contre"
        r"|y|pero|frente|e|en)\s"
    ),
)
_RIGHT_BEFORE = 2  # words


def around(text: str, among: Sequence[T], each: T) -> str:
    """What stands in the clause of a number, up to those of the numbers before and after it; without the number. Where
    one clause has two numbers, the words before the first may be said of both, but for those right before it."""
    place, end = among.index(each), each.start + len(each.text)
    before = among[place - 1] if place else None
    after = among[place + 1] if place + 1 < len(among) else None
    begin = _border(text, before, each) if before else 0
    stop = _border(text, each, after) if after else len(text)
    if after and not parted(text, each, after):
        begin = max(begin, each.start - len(" ".join(text[begin : each.start].split()[-_RIGHT_BEFORE:])) - 1)
    return f"{text[begin : each.start]} {text[end:stop]}"


def _border(text: str, before: Placed, after: Placed) -> int:
    """Where the clause of the second of two numbers begins; in one clause, with the last word before it."""
    start = before.start + len(before.text)
    if match := parted(text, before, after):
        return match.end()
    space = text.rfind(" ", start, max(start, after.start - 1))
    return space if space > start else after.start


def parted(text: str, before: Placed, after: Placed) -> re.Match[str] | None:
    found = (pattern.search(text, before.start + len(before.text), after.start) for pattern in _BORDERS)
    return next(filter(None, found), None)
