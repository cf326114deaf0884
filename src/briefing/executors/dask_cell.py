"""A value that all workers of a cluster change in turn: a Variable of dask.distributed behind a lock.

Both are kept by the scheduler. A worker that dies with the lock loses it after half a minute (dask_lease.py).
"""

import pickle
import time
import uuid
from collections.abc import Callable
from contextlib import ExitStack, suppress
from importlib import import_module
from math import inf
from typing import Any, TypeVar

from briefing.cell import Cell, Lost
from briefing.executors.dask_lease import ClusterLease

T = TypeVar("T")
V = TypeVar("V")

_PATIENCE = 0.2  # seconds that the scheduler may look for a value: until it is given up, it is there
_AGAIN = 0.2  # seconds from one look to the next, where a change has to wait
LONG = 20.0  # seconds that it has to wait until that is told


class ClusterCell(Cell[V]):
    """Crosses to workers by its name. Beside the value stands what a worker waits for, if it does for long."""

    def __init__(self, value: V, lock: ClusterLease, client: Any, long: float = LONG) -> None:
        super().__init__(value)
        self._at(f"briefing-{uuid.uuid4()}", lock, long, client)
        self._put(value)

    def _at(self, name: str, lock: ClusterLease, long: float, client: Any = None) -> None:
        distributed: Any = import_module("distributed")
        self._name, self._lock, self._long = name, lock, long
        self._variable = distributed.Variable(name, client=client)
        self._lost = False

    def __getstate__(self) -> tuple[str, ClusterLease, float, V]:
        return self._name, self._lock, self._long, self._value

    def __setstate__(self, state: tuple[str, ClusterLease, float, V]) -> None:
        name, lock, long, value = state
        super().__init__(value)
        self._at(name, lock, long)

    @property
    def value(self) -> V:
        """As it was last known, where the scheduler is gone."""
        with suppress(Exception):  # whatever distributed raises then
            self._value, _ = self._read()
        return self._value

    @property
    def waits(self) -> str:
        """What a worker has been waiting for, for long; "" where none is, or the scheduler is gone."""
        with suppress(Exception):  # whatever distributed raises then
            return self._read()[1]
        return ""

    def _read(self) -> tuple[V, str]:
        stored: tuple[V, str] = pickle.loads(self._variable.get(timeout=_PATIENCE))  # noqa: S301 - from the cluster that runs our code
        return stored

    def _put(self, value: V, waits: str = "") -> None:
        self._variable.set(pickle.dumps((value, waits)))

    def change(self, of: Callable[[V], V | None], waits: Callable[[V], str] | None = None) -> V:
        told_at = time.monotonic() + self._long
        while True:
            with self._changed:  # one of this process at a time: the scheduler is asked less often
                new = self._tried(of)
                if new is None and waits and time.monotonic() >= told_at:
                    self._tell(waits)
                    told_at = inf
            if new is not None:
                return new
            time.sleep(_AGAIN)

    def _tried(self, of: Callable[[V], V | None]) -> V | None:
        """None where it cannot be changed yet. A worker that stood still for so long that the lock may be another's
        changes nothing: it would undo what that one has changed."""
        with ExitStack() as turn:
            self._ask(lambda: turn.enter_context(self._lock))
            held = time.monotonic()
            new = of(self._ask(self._read)[0])
            if new is None or time.monotonic() - held >= self._lock.sure:
                return None
            self._ask(lambda: self._put(new))
            return new

    def _tell(self, waits: Callable[[V], str]) -> None:
        """Until the next change, it stands beside the value."""
        with ExitStack() as turn:
            self._ask(lambda: turn.enter_context(self._lock))
            held = time.monotonic()
            value, said = self._ask(self._read)
            if not said and time.monotonic() - held < self._lock.sure:
                self._ask(lambda: self._put(value, waits(value)))

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
