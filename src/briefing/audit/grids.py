"""The tables of a source, as grids of cells that have two names each. In: a document. Out: its grids, each both ways
round, and the words of the names by which their lines are found.

"Wood | 36" under "Kiln | Shelves" says something of the wood kiln's shelves; a table whose columns are the kilns says
the same, and so each is also read by its columns.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from briefing.audit.indexed import spans
from briefing.audit.measures import Measure
from briefing.audit.tables import Row, numbered, rows_of, with_unit
from briefing.checks.words import stem
from briefing.model import Document

_WORD = re.compile(r"[^\W_]+")
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]|[↑↓*†‡]")
_COUNTED = re.compile(
    r"(?:total |overall )?(?:(?:number|no\.|count|total|share|anzahl|zahl|nombre|número|numero|aantal)"
    r"(?: of| der| an| de| d[eio]s?| di| van)? )?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"[+-]?\s?[$€£¥]?\s?\d[\d.,'’\u00a0\u202f ]*(?:\s?(?:%|[$€£¥]|°[CF]?|[^\W\d_]{1,9}[²³]?))?[*†‡]?")
_RANK = re.compile(
    r"\W*(?:rank(?:ing)?|place|pos\.?|position|rang|platz|puesto|posto|lugar|colocação|posição|posición|classement|plaats"
    r"|posizione)\W*",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST = 6  # words of a name
_FEWEST = 2  # rows: one alone may be anything
_NOBODY = frozenset(
    "other others all none any each yes no total sum average mean median overall change difference growth rest na "
    "andere alle gesamt summe durchschnitt autres tous total moyenne otros todos suma promedio altri tutti totale "
    "media outros todos soma média anderen".split()
)


class Word(Struct, frozen=True):
    text: str
    start: int
    end: int
    key: str


def words(text: str) -> list[Word]:
    return [Word(match.group(), match.start(), match.end(), _key(match.group())) for match in _WORD.finditer(text)]


def _key(word: str) -> str:
    return stem(word.casefold()) if len(word) > 3 else word.casefold()


class Name(Struct, frozen=True):
    """Of a line of a grid. text: as the table has it, keys: its words, by their stems; none for what is no name."""

    text: str
    keys: tuple[str, ...]
    proper: bool  # whether it is written as names are


class Grid(Struct, frozen=True):
    """cells: by line and column. opening: by the first word of a head, its columns. ranks: the places of the lines,
    in a table of places."""

    names: tuple[Name, ...]
    heads: tuple[Name, ...]
    cells: tuple[tuple[str, ...], ...]
    first: int  # the number of its first row among the sentences of its source
    turned: bool
    language: str
    opening: dict[str, tuple[int, ...]]
    ranks: tuple[str, ...] = ()

    def row(self, line: int, column: int) -> int:
        """Among the sentences of its source."""
        return self.first + (column if self.turned else line)

    def measure(self, line: int, column: int) -> Measure | None:
        """The number of a cell, with the unit that one of its names has."""
        text, head, name = self.cells[line][column], self.heads[column].text, self.names[line].text
        value = with_unit(head, text, self.language)[1]
        value = with_unit(name, text, self.language)[1] if value == text else value
        found = numbered(value, self.language) if _NUMERIC.fullmatch(text) else None
        rest = text.replace(found.text, "") if found else ""
        return found if found and (found.units or not any(map(str.isalpha, rest))) else None


class Grids(Struct, frozen=True):
    grids: tuple[Grid, ...]
    having: dict[
        str, tuple[tuple[int, int], ...]
    ]  # by the key of a word, the grids and lines that have it in their name


def grids(document: Document) -> Grids:
    found: list[Grid] = []
    first = 0
    for block in document.blocks:
        if block.kind == "table":
            rows = rows_of(block)
            grid = _grid(rows, first + len(block.sentences) - len(rows), document.language or "en")
            found += [grid, _turned(grid)] if grid else []
        first += len(spans(block))
    having: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, grid in enumerate(found):
        for line, name in enumerate(grid.names):
            for key in dict.fromkeys(name.keys):
                having[key].append((number, line))
    return Grids(tuple(found), {key: tuple(places) for key, places in having.items()})


def _grid(rows: Sequence[Row], first: int, language: str) -> Grid | None:
    """None, where it has no heads, or nothing that its lines are called by."""
    heads = [cell.header for cell in rows[0].cells] if rows else []
    if len(rows) < _FEWEST or not any(heads) or any(len(row.cells) != len(heads) for row in rows):
        return None
    ranked = next((place for place, head in enumerate(heads) if _RANK.fullmatch(head)), None)
    called = _calling(rows, ranked)
    if called is None:
        return None
    told = [place for place in range(len(heads)) if place not in (called, ranked)]
    names = tuple(_name(row.cells[called].text) for row in rows)
    cells = tuple(tuple(row.cells[place].text for place in told) for row in rows)
    ranks = tuple(row.cells[ranked].text for row in rows) if ranked is not None else ()
    called_by = tuple(_name(heads[place]) for place in told)
    return Grid(names, called_by, cells, first, False, language, _opening(called_by), ranks)


def _calling(rows: Sequence[Row], ranked: int | None) -> int | None:
    """The column that says what its row is about: the first of words, or of years."""
    for place in range(len(rows[0].cells)):
        texts = [row.cells[place].text for row in rows]
        worded = all(text and not _NUMERIC.fullmatch(text) and any(map(str.isalpha, text)) for text in texts)
        if place != ranked and (worded or all(map(YEAR.fullmatch, texts))):
            return place
    return None


def _turned(grid: Grid) -> Grid:
    cells = tuple(zip(*grid.cells, strict=True))
    return Grid(grid.heads, grid.names, cells, grid.first, True, grid.language, _opening(grid.names))


def _opening(heads: Sequence[Name]) -> dict[str, tuple[int, ...]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for column, head in enumerate(heads):
        if head.keys:
            found[head.keys[0]].append(column)
    return {key: tuple(columns) for key, columns in found.items()}


def _name(text: str) -> Name:
    plain = _COUNTED.sub("", _ASIDE.sub(" ", text).strip(), count=1)
    told = words(plain)
    keys = tuple(word.key for word in told)
    named = 0 < len(keys) <= _LONGEST and not {word.text.casefold() for word in told} <= _NOBODY
    proper = len(told) > 1 and all(word.text[0].isupper() or any(map(str.isdigit, word.text)) for word in told)
    return Name(text, keys if named and any(len(key) > 1 for key in keys) else (), proper)
