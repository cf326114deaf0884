"""Whose number it is. In: a cell of a table, and the other rows or columns. Out: what the sources have in its place: in
a table of theirs, or in the sentences that speak of what the row is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.audit.corpus import Corpus, terms
from briefing.audit.flaw import Flaw
from briefing.audit.measures import Measure, agree, measures, rounds
from briefing.audit.tables import Cell, Row, rows_of, with_unit

_LOOKED = 300  # sentences in which a number is looked for
_NEAR = 6  # sentences that may speak of a row


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The cell of a table of the sources for what a cell says. number: of its row among the sentences."""

    cell: Cell
    number: int


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
        found = measures(with_unit(cell.header, cell.text, self.language)[1], self.language) if cell.is_number else ()
        return found[0] if len(found) == 1 else None

    def in_sentences(self, row: Row, cell: Cell, others: Sequence[str]) -> Iterator[Flaw]:
        """A number that the sources give for another row (or column), where they have another one for this."""
        given = self._number(cell)
        mine = set(terms(row.name)) - {term for name in others for term in terms(name)}
        theirs = {name: set(terms(name)) - set(terms(row.name)) for name in others}
        theirs = {name: wanted for name, wanted in theirs.items() if wanted}
        if given is None or given.is_year or not mine or not theirs:
            return
        places = [
            (number, known) for number in self._having(given) for known in self._said(number) if agree(given, known)
        ]
        owners = [self._owners(number, mine, theirs) for number, _ in places]
        if not places or not all(owners) or any("" in each for each in owners):
            return
        number, rival = self._rival(row, cell, mine, theirs, places[0][1]) or (0, None)
        if rival:
            owner = sorted(owners[0])[0]
            message = f"In the sources “{given.shown}” is of “{owner}”; for “{row.name}” they have “{rival.shown}”."
            yield Flaw("number", "contradicted", "error", message, number)

    def _having(self, given: Measure) -> list[int]:
        return sorted(self.corpus.votes(terms(given.text)))[:_LOOKED]

    def _said(self, number: int) -> tuple[Measure, ...]:
        document = self.corpus.documents[self.corpus.units[number].document]
        return measures(self.corpus.text(number), document.language or "en")

    def _owners(self, number: int, mine: set[str], theirs: dict[str, set[str]]) -> set[str]:
        """Of whom a sentence speaks, "" for the row itself: by its words, else by its paragraph and the headings."""
        unit = self.corpus.units[number]
        above = " ".join(self.corpus.headings[unit.document][unit.block])
        for text in (self.corpus.text(number), f"{above} {self.corpus.block(unit).text}"):
            said = set(terms(text))
            found = {name for name, wanted in theirs.items() if wanted <= said} | ({""} if mine <= said else set())
            if found:
                return found
        return set()

    def _rival(
        self, row: Row, cell: Cell, mine: set[str], theirs: dict[str, set[str]], known: Measure
    ) -> tuple[int, Measure] | None:
        """The number of the same kind that the sources have for the row alone, and no cell of it has."""
        own = [each for other in row.cells for each in measures(other.text, self.language)]
        for number in self.corpus.nearest(f"{row.name} {cell.header}", _NEAR):
            if self._owners(number, mine, theirs) != {""}:
                continue
            for each in self._said(number):
                alike = each.same_kind(known) or (each.noun == known.noun != "")
                if alike and not any(agree(one, each) or rounds(one, each, about=True) for one in own):
                    return number, each
        return None


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
