"""What the writers of one run share, however many briefings it makes: a gate for each server, the run's budget,
what has come of batches, and a model in the process."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakValueDictionary

from briefing.cell import Cell
from briefing.model import Budget
from briefing.writers.gate import Gate
from briefing.writers.ledger import Balance, Ledger

T = TypeVar("T")


class Commons:
    def __init__(self, budget: Budget | None = None, cell: Cell[Balance] | None = None) -> None:
        """cell: where the balance of the budget is kept, if not in this process alone."""
        self._budget = budget or Budget()
        self._cell = cell
        self.ledger = Ledger(self._budget, remedy="Raise --budget-tokens or --budget-usd", cell=cell)
        self.came: dict[str, Any] = {}  # by the key of a reply: what a batch brought, None where it is of no use
        self.states: dict[
            str, str
        ] = {}  # by the file of a batch that is under way: how far it is, as this run was told
        self._loaded: WeakValueDictionary[str, Any] = WeakValueDictionary()
        self._gates: dict[str, Gate] = {}
        self._lock = threading.Lock()

    def __reduce__(self) -> tuple[Any, ...]:
        """To another process goes the budget, with its balance. The gates, and what has come, are each one's own."""
        return Commons, (self._budget, self._cell)

    def gate(self, address: str, jobs: int, pace: float) -> Gate:
        """The gate of a server: the first writer that asks for it says how wide it is."""
        with self._lock:
            return self._gates.setdefault(address, Gate(jobs, pace))

    def loaded(self, name: str, load: Callable[[], T]) -> T:
        """What is too heavy to be there twice: loaded by the first who asks, let go when nobody has it any more."""
        with self._lock:
            found: T | None = self._loaded.get(name)
            if found is None:
                found = self._loaded[name] = load()
            return found
