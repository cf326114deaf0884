"""What a run that writes all anew (--force) has had so far. Where it is broken off, the next --force goes on from there
and pays for nothing twice; once the briefing is written, the next one begins from nothing.
"""

import json
import threading

from briefing.store import Store

_KIND = "anew"  # in the store


class Anew:
    """Of one briefing, by its name: keys of replies. Used by several threads at once."""

    def __init__(self, store: Store, briefing: str) -> None:
        self._store, self._briefing = store, briefing
        self._lock = threading.Lock()
        self._keys: set[str] | None = None  # None: not looked for yet

    def __contains__(self, key: str) -> bool:
        with self._lock:
            return key in self._loaded()

    def add(self, key: str) -> None:
        with self._lock:
            self._loaded().add(key)
            self._save()

    def end(self) -> None:
        """The briefing is written."""
        with self._lock:
            if self._loaded():
                self._keys = set()
                self._save()

    def _loaded(self) -> set[str]:
        if self._keys is None:
            entry = self._store.get(_KIND, self._briefing)
            try:
                self._keys = set(map(str, json.loads(entry[1]))) if entry else set()
            except (ValueError, TypeError):
                self._keys = set()
        return self._keys

    def _save(self) -> None:
        payload = json.dumps(sorted(self._loaded())).encode()
        self._store.put(_KIND, self._briefing, {"briefing": self._briefing}, payload)
