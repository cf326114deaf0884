"""A value that all workers of a cluster change in turn: a Variable of dask.distributed behind a Lock of its.

Both are kept by the scheduler. A worker that dies with the lock loses it after half a minute (distributed's
lease-timeout of locks).
"""

import pickle
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any, TypeVar

from briefing.cell import Cell

V = TypeVar("V")

_PATIENCE = 60.0  # seconds for the scheduler to say the value
_AGAIN = 0.2  # seconds from one look to the next, where a change has to wait


class ClusterCell(Cell[V]):
    """Crosses to workers by its name."""

    def __init__(self, value: V, client: Any) -> None:
        super().__init__(value)
        self._at(f"briefing-{uuid.uuid4()}", client)
        self._variable.set(pickle.dumps(value))

    def _at(self, name: str, client: Any = None) -> None:
        distributed: Any = import_module("distributed")
        self._name = name
        self._variable = distributed.Variable(name, client=client)
        self._lock = distributed.Lock(f"{name}-lock")

    def __getstate__(self) -> tuple[str, V]:
        return self._name, self._value

    def __setstate__(self, state: tuple[str, V]) -> None:
        name, value = state
        super().__init__(value)
        self._at(name)

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
            with self._changed, self._lock:  # one of this process at a time: the scheduler is asked less often
                new = of(self._read())
                if new is not None:
                    self._variable.set(pickle.dumps(new))
                    return new
            time.sleep(_AGAIN)

    def forget(self) -> None:
        """Give it up, for all."""
        self._variable.delete()
