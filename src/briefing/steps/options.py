"""What a run is asked to do, and what it tells while it does it."""

import time
from collections.abc import Callable

from msgspec import Struct, field

from briefing.executors.base import Executor
from briefing.executors.local import LocalExecutor
from briefing.fetchers.base import FetchOptions
from briefing.model import Usage
from briefing.writers.commons import Commons
from briefing.writers.options import BatchMode

_LOOK = 0.1  # seconds from one look at another run to the next


class RunOptions(Struct, frozen=True):
    """The common options of `run`. Everything that comes from outside the manifest."""

    engine: str = "auto"
    model: str = ""
    style: str = ""
    jobs: int = 16  # calls of a model at once; pages are fetched by as many
    force: bool = False  # write every section anew
    batch: BatchMode = ""
    store: str = ""  # address of the place for caches and outputs; "" is the project
    keep_going: bool = False  # go on without the sources that cannot be read
    fetch: FetchOptions = field(default_factory=FetchOptions)
    base_url: str = ""
    api_key: str = ""
    timeout: float = 300.0  # seconds of one call of a model
    pace: float = 1.0  # every wait before another try is multiplied by this
    # What all briefings share that are made with these very options:
    commons: Commons = field(default_factory=Commons)
    executor: Executor = field(default_factory=LocalExecutor)

    def __repr__(self) -> str:
        """Without the key, which has no place in a log."""
        return f"RunOptions({self.engine!r}, {self.model!r})"


class Event(Struct, frozen=True):
    """Something that a waiting person would like to see."""

    step: str  # "read", "plan", "write", "wait", "done"
    what: str
    done: int = 0
    total: int = 0
    usage: Usage = field(default_factory=Usage)
    briefing: str = ""  # which one, where several are made


Tell = Callable[[Event], None]


def silent(_: Event) -> None:
    """Tell nobody."""


def waiting(briefing: str, tell: Tell) -> Callable[[str], None]:
    """Called again and again while another run makes the same briefing: tells that once, and lets time pass."""
    told: set[str] = set()

    def wait(who: str) -> None:
        if who not in told:
            told.add(who)
            tell(Event("wait", f"{who} makes {briefing} at this moment; this run goes on when that has ended"))
        time.sleep(_LOOK)

    return wait
