"""A value that all workers of a cluster change in turn: a Variable of dask.distributed behind a lock.

Both are kept by the scheduler. A worker that dies with the lock loses it after half a minute (dask_lease.py).
"""

import pickle
import time
import uuid
from collections.abc import Callable
from contextlib import ExitStack, suppress
from importlib import import_module
from typing import Any, TypeVar

from briefing.cell import Cell, Lost
from briefing.executors.dask_lease import ClusterLease

T = TypeVar("T")
V = TypeVar("V")

_PATIENCE = 0.2  # seconds that the scheduler may look for a value: until it is given up, it is there
_AGAIN = 0.2  # seconds from one look to the next, where a change has to wait


class ClusterCell(Cell[V]):
    """Crosses to workers by its name."""

    def __init__(self, value: V, lock: ClusterLease, client: Any) -> None:
        super().__init__(value)
        self._at(f"briefing-{uuid.uuid4()}", lock, client)
        self._variable.set(pickle.dumps(value))

    def _at(self, name: str, lock: ClusterLease, client: Any = None) -> None:
        distributed: Any = import_module("distributed")
        self._name, self._lock = name, lock
        self._variable = distributed.Variable(name, client=client)
        self._lost = False

    def __getstate__(self) -> tuple[str, ClusterLease, V]:
        return self._name, self._lock, self._value

    def __setstate__(self, state: tuple[str, ClusterLease, V]) -> None:
        name, lock, value = state
        super().__init__(value)
        self._at(name, lock)

    @property
    def value(self) -> V:
        """As it was last known, where the scheduler is gone."""
        with suppress(Exception):  # whatever distributed raises then
            self._value = self._read()
        return self._value

    def _read(self) -> V:
        value: V = pickle.loads(self._variable.get(timeout=_PATIENCE))  # noqa: S301 - from the cluster that runs our code
        return value

    def change(self, of: Callable[[V], V | None]) -> V:
        while True:
            with self._changed:  # one of this process at a time: the scheduler is asked less often
                new = self._tried(of)
            if new is not None:
                return new
            time.sleep(_AGAIN)

    def _tried(self, of: Callable[[V], V | None]) -> V | None:
        """None where it cannot be changed yet. A worker that stood still for so long that the lock may be another's
        changes nothing: it would undo what that one has changed."""
        with ExitStack() as turn:
            self._ask(lambda: turn.enter_context(self._lock))
            held = time.monotonic()
            new = of(self._ask(self._read))
            if new is None or time.monotonic() - held >= self._lock.sure:
                return None
            self._ask(lambda: self._variable.set(pickle.dumps(new)))
            return new

    def _ask(self, do: Callable[[], T]) -> T:
        """Raises Lost, from the first failure on at once: the run may have ended without what is under way here."""
        if not self._lost:
            try:
                return do()
            except Exception:  # whatever distributed raises then
                self._lost = True
        hint = "Run again: replies that were paid for are kept."
        raise Lost("what is left of the budget cannot be told: the scheduler does not know it", hint=hint)

    def forget(self) -> None:
        """Give it up, for all."""
        self._variable.delete()
