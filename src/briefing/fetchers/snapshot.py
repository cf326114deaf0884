"""What a server sent last time. In and out: a Snapshot, kept in .briefing/ under the address that was asked."""

from msgspec import Struct

from briefing.model import Origin, Page
from briefing.store import Store

_KIND = "pages"
_HEADER = frozenset({"url", "media_type", "charset", "etag", "modified"})


class Snapshot(Struct, frozen=True):
    """A page as it came. etag and modified are the server's, to ask with whether it has changed since."""

    url: str  # the final address, after all redirects
    content: bytes
    media_type: str = ""
    charset: str = ""
    etag: str = ""
    modified: str = ""

    def page(self, source: str, origin: Origin, notes: tuple[str, ...] = ()) -> Page:
        return Page(source, self.url, origin, self.content, self.media_type, self.charset, notes=notes)


def without_fragment(address: str) -> str:
    """What stands behind # is for the reader of a page, not for its server."""
    return address.partition("#")[0]


def keep(store: Store, address: str, snapshot: Snapshot) -> None:
    header = {name: getattr(snapshot, name) for name in sorted(_HEADER)}
    store.put(_KIND, without_fragment(address), header, snapshot.content)


def kept(store: Store, address: str) -> Snapshot | None:
    """The snapshot of this address, or None: an entry that another version wrote is as good as absent."""
    entry = store.get(_KIND, without_fragment(address))
    if entry is None:
        return None
    header, content = entry
    if header.keys() - _HEADER or not all(isinstance(value, str) for value in header.values()) or "url" not in header:
        return None
    return Snapshot(content=content, **header)
