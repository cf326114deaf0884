"""Whether a server is worth asking still. In: how each call ended, one after the other. Out: whether others may be made
at once, one at a time, or not at all.

A circuit breaker (Nygard, Release It!, 2007) over all that ask one server in a run. A server in trouble is tried by one
call at a time, after waits that grow and are the same for all; an answer ends that. Where it lasts, nobody asks any
more. Calls that were under way together are one try: twelve that break off in the same moment tell no more than one.
"""

from collections import Counter

from msgspec import Struct, field

NARROW = 3  # calls that fail in a row, from which on one at a time is made
FAILED = 8  # and at which it can be enough: three failures in ten come to that in one run of a thousand
TRIES = 6
USELESS = 10  # replies in a row of which nothing can be used: the model is not up to it, and no waiting mends that


class Patience(Struct, frozen=True):
    """With one kind of trouble. tries: in a row, until it is taken to last; one is said by the server to be for good.
    longest: seconds from one try to the next, at most."""

    tries: int = TRIES
    longest: float = 30.0


class Hopeless(Exception):  # noqa: N818 - the name says what it is
    """The server is not asked any more in this run."""

    def __init__(self, kind: str, reason: str) -> None:
        super().__init__(reason)
        self.kind = kind


class Breaker(Struct):
    """Holds no lock: that is its owner's affair. Calls are numbered as they begin, from 1."""

    open: Hopeless | None = None
    pause: float = 0.0  # seconds from the last failure that all wait
    _failed: int = 0  # calls in a row
    _tries: Counter[str] = field(default_factory=Counter)  # of these, by their kind
    _counted_to: int = 0  # calls up to this number belong to the tries that are counted
    _useless: int = 0  # replies in a row

    @property
    def narrow(self) -> bool:
        """Whether one call at a time is enough."""
        return self._failed >= NARROW

    def failed(self, number: int, begun: int, kind: str, reason: str, patience: Patience) -> None:
        """The call of this number got no answer of use, when so many had begun."""
        self._failed += 1
        if number > self._counted_to:
            self._tries[kind] += 1
            self._counted_to = begun
        tries = self._tries.total()
        self.pause = min(2.0 ** (tries - 1), patience.longest) if self.narrow else 0.0
        lasts = self._tries[kind] >= patience.tries or tries >= TRIES
        if lasts and (self._failed >= FAILED or patience.tries == 1):
            self._open(kind, reason, self._calls)

    def given_up(self, kind: str, reason: str, calls: int) -> None:
        """For one reply, after so many calls: if no other was answered meanwhile, others need not try as long."""
        if self._failed >= calls:
            self._open(kind, reason, self._calls)

    @property
    def _calls(self) -> str:
        return f"{self._failed} calls in a row" if self._failed > 1 else "1 call"

    def answered(self) -> None:
        self._failed, self.pause = 0, 0.0
        self._tries.clear()

    def judged(self, useful: bool, kind: str, reason: str) -> None:
        """What came of a reply; where nothing, and why, the reason lies with the model."""
        self._useless = 0 if useful else self._useless + 1
        if self._useless >= USELESS:
            self._open(kind, reason, f"{self._useless} replies in a row without use")

    def _open(self, kind: str, reason: str, after: str) -> None:
        if self.open is None:
            self.open = Hopeless(kind, f"{reason} (the run gives up after {after})")
