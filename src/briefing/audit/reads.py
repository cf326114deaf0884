"""What a sentence names of the tables of the sources: lines and columns, and the cells where they meet."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from briefing.audit.columns import Headed, headed
from briefing.audit.grids import Grid, grids
from briefing.audit.lines_named import Named, lines_named
from briefing.audit.measures import Measure
from briefing.audit.sentence import Judged


class Read(Struct, frozen=True):
    """What a sentence names of one grid. first: the number of the first sentence of its source."""

    grid: Grid
    first: int
    named: tuple[Named, ...]
    heads: tuple[Headed, ...]

    @property
    def lines(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(line for each in self.named for line in each.lines))

    @property
    def columns(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(each.column for each in self.heads))

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where its lines are named."""
        return [(each.start, each.end) for each in self.named]

    def held(self, columns: Sequence[int]) -> list["Held"]:
        """The cells with a number of its lines in some columns."""
        return [
            Held(known, line, column, self)
            for line in self.lines
            for column in columns
            if (known := self.grid.measure(line, column))
        ]

    def all_of(self, column: int) -> list["Held"]:
        """The cells with a number of a column."""
        lines = range(len(self.grid.names))
        return [Held(known, line, column, self) for line in lines if (known := self.grid.measure(line, column))]


class Held(Struct, frozen=True):
    known: Measure
    line: int
    column: int
    read: Read

    @property
    def row(self) -> int:
        """Among the sentences of the sources."""
        return self.read.first + self.read.grid.row(self.line, self.column)

    @property
    def where(self) -> str:
        names = self.read.grid.names[self.line].text, self.read.grid.heads[self.column].text
        row, column = reversed(names) if self.read.grid.turned else names
        return f"in the row “{row}” under “{column}”"


@lru_cache(maxsize=2)  # three rules ask of each sentence
def read_in(judged: Judged) -> list[Read]:
    """The grids of which the sentence names lines."""
    found: list[Read] = []
    for source, firsts in zip(judged.corpus.sources, judged.corpus.blocks, strict=True):
        held = source.once(grids)
        named = lines_named(judged.text, held, judged.judge.small) if held.grids else {}
        for number, lines in named.items():
            grid = held.grids[number]
            heads = headed(judged.text, grid, [(each.start, each.end) for each in lines])
            found.append(Read(grid, firsts[0], tuple(lines), tuple(heads)))
    return found
