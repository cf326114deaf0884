"""An executor does many things of one kind: reads sources, or writes sections. In: work. Out: results, in its order."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any, Literal, Protocol, TypeVar

from briefing.cell import Cell

T = TypeVar("T")
S = TypeVar("S")
R = TypeVar("R")
V = TypeVar("V")
Kind = Literal["read", "write"]


class Executor(Protocol):
    """One file of this folder, entered in table.py by its scheme."""

    here: bool  # whether all of it is done in this process, or in its children
    lease: AbstractContextManager[Any]  # held for each call of a model, by whoever makes it

    def each(
        self, kind: Kind, do: Callable[[T, S], R], items: Sequence[T], shared: S, done: Callable[[T, R], None]
    ) -> list[R]:
        """do(item, shared) for all items; done(item, result) as each is done, one at a time.

        What is given may cross to another process: functions by their names, values by pickle. When one fails, what
        has not begun is called off, what is under way is let finish (it may have been paid for), and the first failure
        in the order of the items is raised. An interrupt does not wait for anything.
        """
        ...

    def cell(self, value: V) -> Cell[V]:
        """A value that all share who do something for it, and that crosses to them. `value`: what it is at first."""
        ...

    def close(self) -> None:
        """Give up what is held open."""
        ...
