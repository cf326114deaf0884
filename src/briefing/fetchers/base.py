"""A fetcher brings the bytes of one kind of place. In: a place. Out: a Page."""

from pathlib import Path
from typing import Protocol

from msgspec import Struct, field

from briefing.errors import SourceError
from briefing.fetchers.guard import Resolve, look_up
from briefing.model import Page
from briefing.store import Store


class FetchOptions(Struct, frozen=True):
    """What a run allows. Sizes in bytes, times in seconds."""

    offline: bool = False  # no network: what was kept, then the fallback
    refresh: bool = False  # have the whole page sent, even where the server would say that the kept one is still good
    allow_hosts: frozenset[str] = field(default_factory=frozenset)  # private hosts allowed by name
    max_bytes: int = 30_000_000  # of a page, after decompression, or of a file
    max_redirects: int = 8
    connect_timeout: float = 5.0  # to look a name up, and again to connect
    read_timeout: float = 20.0  # without a byte from the server
    total_timeout: float = 60.0  # for one source: all redirects, tries and pauses together
    attempts: int = 3
    wait: float = 1.0  # the pauses between attempts are multiplied by this
    resolve: Resolve = look_up  # who says which addresses a host has


class Passing(SourceError):  # noqa: N818
    """A failure that may pass. after: seconds for which the server asks to be left alone; None: it does not."""

    def __init__(self, what: str, *, where: str = "", hint: str = "", after: float | None = None) -> None:
        super().__init__(what, where=where, hint=hint)
        self.after = after


class Fetcher(Protocol):
    """One file of this folder, entered in table.py by its scheme."""

    def __call__(self, source: str, place: str, root: Path, store: Store, options: FetchOptions) -> Page:
        """Bring what stands at `place` (an address, or a path relative to `root`) for the source with this id.

        Raises SourceError, with a hint, where it cannot be had.
        """
        ...
