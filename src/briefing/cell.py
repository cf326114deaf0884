"""A value that several change in turn. In: what it is at first. Out: what it is, after each change."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from briefing.errors import ModelError

V = TypeVar("V")


class Lost(ModelError):  # noqa: N818
    """A value that cannot be reached any more."""


class Cell(Generic[V]):
    """Shared by the threads of this process. What an executor shares among more than that is a subclass."""

    def __init__(self, value: V) -> None:
        self._value = value
        self._changed = threading.Condition()

    @property
    def value(self) -> V:
        with self._changed:
            return self._value

    def change(self, of: Callable[[V], V | None], waits: Callable[[V], str] | None = None) -> V:
        """Put of(value) in the place of the value, with nobody in between, and return it. Where that is None, wait
        until somebody has changed the value, and ask again. What `of` raises leaves all as it was. waits(value): what
        is waited for, in words, where whoever is to change it may be gone; in this process nobody is. Raises Lost."""
        with self._changed:
            while (new := of(self._value)) is None:
                self._changed.wait()
            self._value = new
            self._changed.notify_all()
            return new
