"""Parts of a year, centuries, and years of two digits. In: text. Out: "Q3" and "the third quarter" as one, "H1" and
"the first half" as one, "the 1300s" and "the 14th century", and the year of '24."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from msgspec import Struct

_ORDINALS = {
    word: n
    for n, row in enumerate(
        (
            "first 1st 1er 1. erste erstes ersten premier primer primero",
            "second 2nd 2e 2. zweite zweites zweiten deuxième segundo",
            "third 3rd 3e 3. dritte drittes dritten troisième tercer tercero",
            "fourth 4th 4e 4. last vierte viertes vierten quatrième cuarto",
        ),
        1,
    )
    for word in row.split()
}
_ORDINAL = "|".join(sorted(map(re.escape, _ORDINALS), key=len, reverse=True))
_PERIODS = (
    re.compile(r"(?<![\w.-])(?:(?P<kind>[QH])(?P<digit>[1-4])|(?P<before>[1-4])(?P<other>[QH]))(?![\w-])"),
    re.compile(
        rf"(?<![\w.,])(?P<ordinal>{_ORDINAL})[ -]"
        r"(?P<name>quarter|half(?:-year)?|Quartal|Halbjahre?s?|trimestre|semestre)\b",
        re.IGNORECASE,
    ),
)
_CENTURY = re.compile(
    r"(?<![\w.,’'-])(?:(?P<first>1\d)00s"
    r"|(?P<number>\d{1,2})(?:(?:st|nd|rd|th)[ -]centur(?:y|ies)|\. Jahrhunderts?|e siècles?))"
    r"(?![\w-])"
)
_TWO_DIGITS = re.compile(r"(?<![\w’'])['’‘](\d\d)(?![\w’'])")


class Period(Struct, frozen=True):
    text: str
    start: int
    end: int
    kind: Literal["quarter", "half", "century"]
    number: int

    @property
    def sort(self) -> str:
        return "century" if self.kind == "century" else "part of the year"

    def same(self, other: "Period") -> bool:
        return (self.kind, self.number) == (other.kind, other.number)


@lru_cache(maxsize=4096)
def periods(text: str) -> tuple[Period, ...]:
    return tuple(sorted(_periods(text), key=lambda each: each.start))


def _periods(text: str) -> Iterator[Period]:
    for match in _CENTURY.finditer(text):
        number = int(match["first"]) + 1 if match["first"] else int(match["number"])
        yield Period(match.group(), match.start(), match.end(), "century", number)
    for pattern in _PERIODS:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            name = (parts.get("kind") or parts.get("other") or parts.get("name") or "").casefold()
            word = (parts.get("ordinal") or "").casefold()
            number = _ORDINALS.get(word) or int(parts.get("digit") or parts.get("before") or 0)
            kind: Literal["quarter", "half"] = "quarter" if name.startswith(("q", "trim")) else "half"
            number = min(number, 2) if kind == "half" and word == "last" else number
            if number <= (4 if kind == "quarter" else 2):
                yield Period(match.group(), match.start(), match.end(), kind, number)


def short_years(text: str) -> list[tuple[int, str]]:
    """Where a year of two digits stands, and its digits: (3, "24") of "in '24"."""
    return [(match.start(1), match[1]) for match in _TWO_DIGITS.finditer(text)]
