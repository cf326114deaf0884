"""The sources, read and looked through once. In: pages, or documents that are read. Out: each with all that is found in
it by itself, for whatever is held against it. Where there is much of it, each processor reads some of them.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from briefing.audit.indexed import Indexed
from briefing.audit.persons import full_names, small_words
from briefing.audit.postings import postings
from briefing.audit.sentence import written
from briefing.executors.forks import forked, processors
from briefing.model import Document

T = TypeVar("T")
MUCH = 1_000_000  # characters of all sources from which on copies of this process earn back what they take to start
_FINDS: tuple[Callable[[Document], object], ...] = (postings, full_names, small_words, written)


def indexed(items: Sequence[T], read: Callable[[T], Document], size: int) -> list[Indexed]:
    """read(item) for each of them, in their order. size: of all of them, in characters. The first error is raised."""
    if size < MUCH or len(items) < 2 or processors() < 2:
        return [Indexed(read(item)) for item in items]

    def one(item: T) -> Indexed:
        made = Indexed(read(item))
        for find in _FINDS:
            made.once(find)
        return made

    return forked(one, items, processors())
