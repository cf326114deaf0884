"""Pages that need not be made again. In: a briefing as it is kept, and where its files stand. Out: those files, where
all that they are made of is as it was when they were made, and they are as they were made then.

To make the pages of a briefing in which nothing changed, and to load what makes them, took a fifth of such a run. What
they are made of is known by digest, and by the stamps of files: the briefing, the style, the program, its template
engine.
"""

import hashlib
from collections.abc import Mapping, Sequence

from msgspec import Struct

from briefing import stamp as stamps
from briefing.outputs import Outputs
from briefing.store import Store
from briefing.style import Style

_KIND = "pages-made"
_ENGINE = ("jinja2", "markupsafe")


class Made(Struct, frozen=True):
    """store: where it is remembered. key: what the pages are made of."""

    store: Store
    key: str

    def standing(self, outputs: Outputs, names: Sequence[str]) -> dict[str, bytes] | None:
        """The files of these names as they stand, or None where they are to be made."""
        kept = self.store.get(_KIND, self.key)
        if kept is None:
            return None
        found = {name: outputs.read(name) for name in names}
        there = {name: payload for name, payload in found.items() if payload is not None}
        return there if kept[0].get("pages") == _digests(there) and there.keys() == found.keys() else None

    def remember(self, pages: Mapping[str, bytes]) -> None:
        self.store.put(_KIND, self.key, {"pages": _digests(pages)}, b"")


def made_of(store: Store, memory: bytes, style: Style, base: str) -> Made:
    """memory: the briefing, as it is kept. base: leads from the pages to the project."""
    folders = [stamp for folder in style.folders for stamp in stamps.files(folder)]
    parts = [memory, base.encode(), stamps.program(*_ENGINE), *folders]
    return Made(store, hashlib.sha256(b"\0".join(parts)).hexdigest())


def _digests(pages: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(payload).hexdigest() for name, payload in pages.items()}
