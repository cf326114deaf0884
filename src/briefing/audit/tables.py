"""The rows of a table, each cell with what its column and its row call it. In: a block. Out: rows of cells.

A row by itself says little: "Salt kiln | 312 | 1,280". What it says is "Salt kiln, Firings: 312" and "Salt kiln,
Temperature: 1,280 °C", and so each cell is held against the sources.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.audit.measures import Measure, measures
from briefing.model import Block

# Only a number, with its sign and its unit, as a cell has it.
_NUMERIC = re.compile(
    r"[~≈<>≤≥±+−–-]?\s?[$€£¥]?\s?\d[\d.,'’\u00a0\u202f ]*(?:\s?(?:%|‰|[$€£¥]|°[CF]?|[^\W\d_]{1,9}[²³]?(?:/\w{1,5})?))?"
)
_BARE = re.compile(r"[~≈<>≤≥±+−–-]?\s?\d[\d.,'’\u00a0\u202f ]*")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DATED = re.compile(
    r"(?<!\d)\d{1,2}\.? [^\W\d_]+\.?,? (?:19|20)\d\d|[^\W\d_]+\.? \d{1,2},? (?:19|20)\d\d"
    r"|\d{4}-\d\d|\d[./]\d{1,2}[./]\d"
)
_UNIT = re.compile(
    r"\s*(?:[(\[](?P<brackets>[^()\[\]]{1,20})[)\]]|,\s(?P<comma>\S{1,8})|\sin\s(?P<word>\S+(?:\s\S+)?))$"
)
_CURRENCY = re.compile(r"([$€£¥])\s?(.*)")
# Of money in a cell, as "$2.4m" and "€3 bn".
_MONEY = re.compile(r"([$€£¥]\s?\d[\d.,]*)\s?(mn?|mio|bn|k)\b\.?", re.IGNORECASE)
_LARGE = {"m": "million", "mn": "million", "mio": "million", "bn": "billion", "k": "thousand"}
_TELLS = 5  # words of a cell that names what its row is about, at most


class Cell(Struct, frozen=True):
    """text[start:end] of its block, "" for an empty one. header: of its column. about: the short cells beside it."""

    text: str
    start: int
    end: int
    header: str = ""
    about: str = ""

    @property
    def is_number(self) -> bool:
        return _NUMERIC.fullmatch(self.text) is not None


class Row(Struct, frozen=True):
    start: int
    end: int
    cells: tuple[Cell, ...]

    @property
    def name(self) -> str:
        """The first cell that is no number."""
        return next((cell.text for cell in self.cells if cell.text and not cell.is_number), "")


def rows_of(block: Block) -> list[Row]:
    """Without the row of headers."""
    split = [list(_cells(block.text, span.start, span.end)) for span in block.sentences]
    headed = len(split) > 1 and _is_head(split[0], split[1:])
    names = [cell.text for cell in split[0]] if headed else []
    return [
        Row(span.start, span.end, tuple(_named(cells, names)))
        for span, cells in list(zip(block.sentences, split, strict=True))[headed:]
    ]


def _cells(text: str, start: int, end: int) -> Iterator[Cell]:
    position = start
    for piece in text[start:end].split("|"):
        shown = piece.strip()
        first = position + piece.find(shown)
        yield Cell(shown, first, first + len(shown))
        position += len(piece) + 1


def _is_head(first: Sequence[Cell], others: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row names its columns: years may be names, other numbers are none."""
    years = sum(_YEAR.fullmatch(cell.text) is not None for cell in first)
    numbers = sum(cell.is_number for cell in first)
    return len(first) > 1 and (not numbers or (years == numbers and (years > 1 or len(first) > 2))) and bool(others)


def _named(cells: Sequence[Cell], names: Sequence[str]) -> Iterator[Cell]:
    headers = names if len(names) == len(cells) else [""] * len(cells)
    tells = [cell.text if _tells(cell) else "" for cell in cells]
    for number, (cell, header) in enumerate(zip(cells, headers, strict=True)):
        about = ", ".join(text for place, text in enumerate(tells) if text and place != number)
        yield Cell(cell.text, cell.start, cell.end, header, about)


def _tells(cell: Cell) -> bool:
    """A date is none: its day is not to be taken for a number of the row."""
    few = 0 < len(cell.text.split()) <= _TELLS and any(map(str.isalpha, cell.text))
    return few and not cell.is_number and not _DATED.search(cell.text)


def said(cell: Cell, text: str, language: str) -> str:
    """What a cell says, as a sentence would. text: the cell, or what is left of it."""
    header, value = with_unit(cell.header, text, language)
    lead = ", ".join(part for part in (cell.about, header) if part)
    return f"{lead}: {value}" if lead else value


def with_unit(header: str, text: str, language: str) -> tuple[str, str]:
    """A bare number takes the unit that its column names: "Temperature (°C)" and "1,280" are 1,280 °C."""
    found = _UNIT.search(header)
    if not found or not _BARE.fullmatch(text):
        return header, text
    unit = next(filter(None, found.groups()))
    money = _CURRENCY.fullmatch(unit)
    value = f"{money[1]}{text} {money[2]}".strip() if money else f"{text} {unit}"
    known = measures(value, language)
    return (header[: found.start()], value) if known and (known[0].units or known[0].share) else (header, text)


def numbered(value: str, language: str) -> Measure | None:
    """The number of a cell with its unit, where it has one number."""
    plain = _MONEY.sub(lambda match: f"{match[1]} {_LARGE[match[2].casefold()]}", value)
    found = measures(plain, language)
    return found[0] if len(found) == 1 else None
