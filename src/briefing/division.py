"""The ids of sections that are periods: 2024-01, 2024-Q1, 2024-W05; m01, q1, w05 where no year is known.

In: an id. Out: what kind of period it is. An id may span several, joined by "..": 2024-11..2024-12.
"""

import re
from typing import Literal

Division = Literal["month", "quarter", "week", "heading"]
_FORMS: dict[Division, re.Pattern[str]] = {
    "month": re.compile(r"(?:\d{4}-|m)\d\d"),
    "quarter": re.compile(r"(?:\d{4}-Q|q)\d"),
    "week": re.compile(r"(?:\d{4}-W|w)\d\d"),
}
_DATED = re.compile(r"(\d{4})(?:-(\d\d|Q\d|W\d\d))?")


def division(id_: str) -> Division:
    """What a section with this id is; `heading` for what is no period."""
    parts = id_.split("..")
    return next((kind for kind, form in _FORMS.items() if all(map(form.fullmatch, parts))), "heading")


def within_year(id_: str) -> str:
    """A period within its year, such as 01 or Q1, or the year where the id is one; "" for all others."""
    found = _DATED.fullmatch(id_)
    return (found[2] or found[1]) if found else ""


def caption(id_: str) -> str:
    """A period or several in a few characters, for what has little room: 01, 02–03, Q1, also where no year is known;
    a year; "" for all others."""
    if division(id_) == "heading":
        return within_year(id_)
    return "–".join(part.removeprefix("m").split("-")[-1].upper() for part in id_.split(".."))
