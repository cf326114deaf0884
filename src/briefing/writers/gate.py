"""How many calls are under way at once: never more than the jobs, fewer while the server says that it is too much, one
while it gives no answer, and none once that has lasted (see breaker.py).

Additive increase, multiplicative decrease (Chiu and Jain 1989), as TCP does it: a refusal (429) halves the number of
calls, and a full round of answers adds one again. What a server asks to wait, all wait.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from briefing.errors import ModelError
from briefing.writers.breaker import Breaker, Hopeless, Patience


class Gate:
    """Shared by all threads of all writers that ask one server. `pace` multiplies every wait."""

    def __init__(self, jobs: int, pace: float = 1.0) -> None:
        self.jobs = max(1, jobs)
        self.allowed = self.jobs  # at the moment
        self.running = 0
        self._pace = pace
        self._started = 0  # calls let in so far; a call's number is its place among them
        self._halved_at = 0  # calls up to this number were under way when the gate was last halved
        self._answers = 0  # since the gate was last made wider or narrower
        self._closed_until = 0.0  # by the server's wish
        self._next_try = 0.0  # of a server that gives no answer
        self._breaker = Breaker()
        self._change = threading.Condition()

    @property
    def hopeless(self) -> Hopeless | None:
        """Why no call is let in any more."""
        return self._breaker.open

    @property
    def pause(self) -> float:
        """Seconds that all wait after the last failure."""
        with self._change:
            return self._breaker.pause

    @contextmanager
    def slot(self, over: threading.Event) -> Iterator[int]:
        """Wait for a place, hold it, and give it back. Yields the number of the call. Raises Hopeless, and ModelError
        once it is over for the writer that asks, which says so by wake()."""
        with self._change:
            while not self._ends(over) and (wait := self._wait()) != 0:
                self._change.wait(wait)
            self._refuse_if(over)
            self.running += 1
            self._started += 1
            number = self._started
        try:
            yield number
        finally:
            with self._change:
                self.running -= 1
                self._change.notify_all()

    def _wait(self) -> float | None:
        """Seconds until it is worth looking again: 0 when there is a place, None until something changes."""
        pause = max(self._closed_until, self._next_try) - time.monotonic()
        if pause > 0:
            return pause
        return 0 if self.running < (1 if self._breaker.narrow else self.allowed) else None

    def failed(self, number: int, kind: str, reason: str, patience: Patience) -> None:
        """The server gave no answer of use to the call of this number."""
        with self._change:
            self._breaker.failed(number, self._started, kind, reason, patience)
            self._next_try = time.monotonic() + self._breaker.pause * self._pace
            self._change.notify_all()

    def given_up(self, kind: str, reason: str, calls: int) -> None:
        """See Breaker.given_up()."""
        with self._change:
            self._breaker.given_up(kind, reason, calls)
            self._change.notify_all()

    def judged(self, useful: bool, kind: str = "", reason: str = "") -> None:
        """See Breaker.judged()."""
        with self._change:
            self._breaker.judged(useful, kind, reason)
            self._change.notify_all()

    def refused(self, number: int, wait: float = 0.0) -> None:
        """The server said that it is too much. Calls that were under way together narrow the gate once, not each."""
        with self._change:
            self._closed_until = max(self._closed_until, time.monotonic() + wait * self._pace)
            if number > self._halved_at:
                self.allowed = max(1, self.allowed // 2)
                self._halved_at = self._started
                self._answers = 0

    def answered(self) -> None:
        with self._change:
            self._breaker.answered()
            self._next_try = 0.0
            self._answers += 1
            if self._answers >= self.allowed and self.allowed < self.jobs:
                self.allowed += 1
                self._answers = 0
            self._change.notify_all()

    def sleep(self, seconds: float, over: threading.Event) -> None:
        """Wait outside of a slot. Raises Hopeless, and ModelError once it is over."""
        with self._change:
            self._change.wait_for(lambda: self._ends(over), seconds * self._pace)
            self._refuse_if(over)

    def _ends(self, over: threading.Event) -> bool:
        return over.is_set() or self.hopeless is not None

    def _refuse_if(self, over: threading.Event) -> None:
        if over.is_set():
            raise ModelError("the run was interrupted", hint="Run again: replies that were paid for are kept.")
        if self.hopeless is not None:
            raise Hopeless(self.hopeless.kind, str(self.hopeless))

    def wake(self) -> None:
        """Let all that wait look again whether it is over for them."""
        with self._change:
            self._change.notify_all()
