"""Whose number it is. In: a cell of a table, and the other rows or columns. Out: what the sources have in its place: in
a table of theirs, or in the sentences that speak of what the row is about."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from briefing.audit.corpus import Corpus
from briefing.audit.flaw import Flaw, lacking
from briefing.audit.measures import Measure, agree, measures, rounds
from briefing.audit.tables import Cell, Row, numbered, rows_of, with_unit
from briefing.audit.terms import PAIRED, terms

_LOOKED = 300  # sentences in which a number is looked for
_NEAR = 6  # sentences that may speak of a row


class Counterpart(Struct, frozen=True):
    """The cell of a table of the sources for what a cell says. number: of its row among the sentences."""

    cell: Cell
    number: int


class Names(Struct, frozen=True):
    """The name of a row; mine: the words in it that no other row has; theirs: of each other row, those that this has
    not."""

    name: str
    mine: frozenset[str]
    theirs: tuple[tuple[str, frozenset[str]], ...]


def names_of(row: Row, others: Sequence[str]) -> Names:
    own = frozenset(terms(row.name))
    mine = own - {term for name in others for term in terms(name)}
    theirs = ((name, frozenset(terms(name)) - own) for name in others)
    return Names(row.name, mine, tuple((name, wanted) for name, wanted in theirs if wanted))


class Rivals:
    def __init__(self, corpus: Corpus, language: str) -> None:
        self.corpus, self.language = corpus, language

    @cached_property
    def tables(self) -> list[tuple[list[Row], int]]:
        """The rows of each table of the sources, and the number of the last of them among the sentences."""
        found: list[tuple[list[Row], int]] = []
        for document, firsts in zip(self.corpus.documents, self.corpus.blocks, strict=True):
            for position, block in enumerate(document.blocks):
                if block.kind == "table" and (rows := rows_of(block)):
                    found.append((rows, firsts[position + 1] - 1))
        return found

    def counterparts(self, row: Row, cell: Cell) -> list[Counterpart]:
        """In each table of the sources, the cell of the row and the column of the same names."""
        found: list[Counterpart] = []
        for there, number in self._rows(row.name):
            column = _one([each.header for each in there.cells], cell.header)
            if column is not None and there.cells[column].text:
                found.append(Counterpart(there.cells[column], number))
        return found

    def _rows(self, name: str) -> list[tuple[Row, int]]:
        """The row of this name in each table that has one."""
        places = [(rows, last, _one([each.name for each in rows], name)) for rows, last in self.tables]
        return [(rows[here], last - len(rows) + 1 + here) for rows, last, here in places if here is not None]

    def in_tables(self, row: Row, cell: Cell) -> Flaw | bool:
        """Another number in the place of this one; or whether the tables of the sources have it there."""
        given = self._number(cell)
        others = self.counterparts(row, cell) if given else []
        held = [(each, known) for each in others if (known := self._number(each.cell))]
        if given is None or not held:
            return False
        if any(agree(given, known) or rounds(given, known, about=False) for _, known in held):
            return True
        rows = self._rows(row.name)
        several = (self._number(each) for there, _ in rows for each in there.cells) if len(rows) > 1 else ()
        if len(held) > 1 or any(known and agree(given, known) for known in several):
            return False
        (other, known), *_ = held
        message = f"The source has “{known.shown}” here, in the row “{row.name}”, not “{given.shown}”."
        return Flaw("number", "contradicted", "error", message, other.number)

    def _number(self, cell: Cell) -> Measure | None:
        value = with_unit(cell.header, cell.text, self.language)[1] if cell.is_number else ""
        return numbered(value, self.language)

    def in_sentences(self, row: Row, cell: Cell, names: Names) -> Iterator[Flaw]:
        """A number that the sources give for another row (or column), where they have another one for this."""
        given = self._number(cell)
        if given is None or given.is_year or not names.mine:
            return
        places = self._places(given)
        owners = [self._owners(number, names) for number, _ in places]
        if places and all(owners) and not any("" in each for each in owners):
            number, rival = self._rival(row, cell, names, places[0]) or (0, None)
            if rival:
                owner = sorted(owners[0])[0]
                message = f"In the sources “{given.shown}” is of “{owner}”; for “{row.name}” they have “{rival.shown}”."
                yield Flaw("number", "contradicted", "error", message, number)

    def has(self, cell: Cell, names: Names) -> bool:
        """Whether the sources give the number of a cell where they speak of its row."""
        given = self._number(cell)
        if given is None or not names.mine:
            return False
        beside = (known for number in self._of(names) for known in self._around(number))
        said = any("" in self._owners(number, names) for number, _ in self._places(given))
        return said or any(agree(given, known) or rounds(given, known, about=True) for known in beside)

    def nowhere(self, cell: Cell, names: Names) -> Iterator[Flaw]:
        """A number that the sources do not have, where they give one of its unit for the row."""
        given = self._number(cell)
        if given is None or not names.mine or not (given.units or given.share) or self.has(cell, names):
            return
        for number in self._of(names) if not self._places(given) else ():
            if any(each.same_kind(given) for each in self._around(number)):
                yield lacking("number", f"“{given.shown}”", number, covered=True)
                return

    def _of(self, names: Names) -> list[int]:
        """The sentences that speak of a row."""
        return [number for number in self.corpus.nearest(names.name, _NEAR) if "" in self._owners(number, names)]

    def _around(self, number: int) -> tuple[Measure, ...]:
        unit = self.corpus.units[number]
        return measures(self.corpus.block(unit).text, self.corpus.documents[unit.document].language or "en")

    def _places(self, given: Measure) -> list[tuple[int, Measure]]:
        """The sentences that have a number, and how."""
        return [
            (number, known) for number in self._having(given) for known in self._said(number) if agree(given, known)
        ]

    def _having(self, given: Measure) -> list[int]:
        return sorted(self.corpus.votes(terms(given.text)))[:_LOOKED]

    def _said(self, number: int) -> tuple[Measure, ...]:
        document = self.corpus.documents[self.corpus.units[number].document]
        return measures(self.corpus.text(number), document.language or "en")

    def _owners(self, number: int, names: Names) -> set[str]:
        """Of whom a sentence speaks, "" for the row itself: by its words, else by its paragraph and the headings."""
        unit = self.corpus.units[number]
        above = " ".join(self.corpus.headings[unit.document][unit.block])
        for text in (self.corpus.text(number), f"{above} {self.corpus.block(unit).text}"):
            said = set(terms(text))
            found = {name for name, wanted in names.theirs if wanted <= said} | ({""} if names.mine <= said else set())
            if found:
                return found
        return set()

    def _rival(self, row: Row, cell: Cell, names: Names, place: tuple[int, Measure]) -> tuple[int, Measure] | None:
        """The number of the same kind that the sources have for the row alone, and no cell of it has."""
        own = [each for other in row.cells for each in measures(other.text, self.language)]
        for number in self.corpus.nearest(f"{row.name} {cell.header}", _NEAR):
            if self._owners(number, names) != {""}:
                continue
            for each in self._said(number):
                alike = self._alike(place, (number, each))
                if alike and not any(agree(one, each) or rounds(one, each, about=True) for one in own):
                    return number, each
        return None

    def _alike(self, one: tuple[int, Measure], other: tuple[int, Measure]) -> bool:
        """Whether two numbers count the same: in one unit, before one noun, with one counter (312번 and 41번)."""
        (_, first), (_, second) = one, other
        if first.same_kind(second) or (first.noun == second.noun != ""):
            return True
        counters = [self.corpus.text(number)[each.start + len(each.text) :][:1] for number, each in (one, other)]
        return counters[0] == counters[1] and re.fullmatch(f"[{PAIRED}]", counters[0]) is not None


def _one(names: Sequence[str], wanted: str) -> int | None:
    """Which of some names is meant: the same words, else the only one that has them all, or of which it has all."""
    mine = set(terms(wanted))
    if not mine:
        return None
    sets = [set(terms(name)) for name in names]
    for fits in (
        [place for place, each in enumerate(sets) if each == mine],
        [place for place, each in enumerate(sets) if each and (each < mine or mine < each)],
    ):
        if fits:
            return fits[0] if len(fits) == 1 else None
    return None
