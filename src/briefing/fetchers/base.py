"""A fetcher brings the bytes of one kind of place. In: a place. Out: a Page."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from briefing.model import Page
from briefing.store import Store


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """What a run allows. Sizes in bytes, times in seconds."""

    offline: bool = False  # no network: what was kept, then the fallback
    refresh: bool = False  # ask again even where the server said that the kept page is still good
    allow_hosts: frozenset[str] = field(default_factory=frozenset)  # private hosts allowed by name
    max_bytes: int = 30_000_000
    max_redirects: int = 8
    connect_timeout: float = 5.0
    read_timeout: float = 20.0
    total_timeout: float = 60.0
    attempts: int = 3


class Fetcher(Protocol):
    """One file of this folder, entered in table.py by its scheme."""

    def __call__(self, source: str, place: str, root: Path, store: Store, options: FetchOptions) -> Page:
        """Bring what stands at `place` (an address, or a path relative to `root`) for the source with this id.

        Raises SourceError, with a hint, where it cannot be had.
        """
        ...
