"""A piece of a PDF: lines that belong together, and what they are."""

import re
from typing import Literal

from msgspec import Struct, field

from briefing.readers.pdf_lines import Line

Role = Literal["heading", "paragraph", "item", "footnote", "figure", "table"]

NUMBERED = re.compile(r"(?:(\d{1,2}(?:\.\d{1,2}){0,4})|([A-Z](?:\.\d{1,2}){0,4}))[.:)]?\s+(?=[^\W\d_])")
KNOWN = re.compile(
    r"(?:\d+\.?\s+)?(?:abstract|summary|introduction|conclusions?|acknowledge?ments?|appendix|appendices|references"
    r"|bibliography|einleitung|zusammenfassung|literatur(?:verzeichnis)?|résumé|bibliographie)\W*",
    re.IGNORECASE,
)


class Piece(Struct):
    role: Role
    lines: list[Line]
    rows: list[str] = field(default_factory=list)  # of a table

    @property
    def text(self) -> str:
        return " ".join(line.whole for line in self.lines)


def plain(title: str) -> str:
    """A heading for comparison: without its number, without case."""
    return " ".join(NUMBERED.sub("", title.strip()).casefold().split())
