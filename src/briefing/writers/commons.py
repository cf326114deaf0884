"""What the writers of one run share, however many briefings it makes: a gate for each server, the run's budget, and
what has come of batches."""

import threading
from typing import Any

from briefing.model import Budget
from briefing.writers.gate import Gate
from briefing.writers.ledger import Ledger


class Commons:
    def __init__(self, budget: Budget | None = None) -> None:
        self.ledger = Ledger(budget or Budget(), remedy="Raise --budget-tokens or --budget-usd")
        self.came: dict[str, Any] = {}  # by the key of a reply: what a batch brought, None where it is of no use
        self._gates: dict[str, Gate] = {}
        self._lock = threading.Lock()

    def gate(self, address: str, jobs: int, pace: float) -> Gate:
        """The gate of a server: the first writer that asks for it says how wide it is."""
        with self._lock:
            return self._gates.setdefault(address, Gate(jobs, pace))
