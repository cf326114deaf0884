"""Which time it is that all of a briefing is written anew (--force). Replies are marked with it: where such a run is
broken off, the next one has the same mark, goes on from there, and pays for nothing twice. Once the briefing is
written, the mark is used up.
"""

from briefing.store import Store

_KIND = "anew"  # in the store


class Anew:
    """Of one briefing, by its name. The same for all threads and workers."""

    def __init__(self, store: Store, briefing: str) -> None:
        self._store, self._briefing = store, briefing
        entry = store.get(_KIND, briefing)
        times = entry[0].get("times") if entry else 0
        self._times = times if isinstance(times, int) else 0
        self._begun = bool(entry and entry[0].get("begun"))

    @property
    def mark(self) -> str:
        return f"{self._briefing} {self._times}"

    def begin(self) -> None:
        """The first reply has come."""
        if not self._begun:
            self._begun = True
            self._save()

    def end(self) -> None:
        """The briefing is written."""
        if self._begun:
            self._times, self._begun = self._times + 1, False
            self._save()

    def _save(self) -> None:
        self._store.put(_KIND, self._briefing, {"times": self._times, "begun": self._begun}, b"")
