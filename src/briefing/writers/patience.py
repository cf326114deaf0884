"""For who waits for a slow model. In: that a reply is waited for. Out: a line from time to time, until it comes."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Patience:
    """Shared by all that wait for one model, which writes one reply after the other: one line for all of them."""

    def __init__(self, say: Callable[[str], None], every: float) -> None:
        """every: seconds without a reply until it is told, and told again."""
        self._say, self._every = say, every
        self._waiting = 0
        self._since = 0.0  # by the monotonic clock: the last reply, or the first question
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    @contextmanager
    def waiting(self) -> Iterator[None]:
        with self._lock:
            if not self._waiting:
                self._since = time.monotonic()
            self._waiting += 1
            if self._thread is None:
                self._thread = threading.Thread(target=self._watch, daemon=True)
                self._thread.start()
        try:
            yield
        finally:
            with self._lock:
                self._waiting -= 1
                self._since = time.monotonic()

    def close(self) -> None:
        self._over.set()

    def _watch(self) -> None:
        while not self._over.wait(self._every):
            with self._lock:
                taken = time.monotonic() - self._since if self._waiting else 0.0
            if taken >= self._every:
                self._say(f"no reply of the model in this process for {taken:.0f} s; it is at work")
