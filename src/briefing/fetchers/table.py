"""Who fetches what, and in which order the places of a source are tried. In: a Source. Out: a Page.

A new kind of place is a file of this folder and a line of FETCHERS.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from briefing.errors import SourceError
from briefing.fetchers.base import Fetcher, FetchOptions
from briefing.fetchers.file import inside, read_file
from briefing.fetchers.guard import shown
from briefing.fetchers.snapshot import kept
from briefing.model import Origin, Page, Source
from briefing.store import Store


def _fetch_http(source: str, place: str, root: Path, store: Store, options: FetchOptions) -> Page:
    from briefing.fetchers.http import fetch_http  # httpx2 costs 55 ms, tenacity 20: only for pages of the web

    return fetch_http(source, place, root, store, options)


_BARE_ADDRESS = re.compile(r"www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/", re.IGNORECASE)

PATH = ""  # the scheme of a place that has none
FETCHERS: Mapping[str, Fetcher] = {PATH: read_file, "http": _fetch_http, "https": _fetch_http}


def fetch(source: Source, manifest_dir: Path, root: Path, store: Store, options: FetchOptions) -> Page:
    """The page of a source: the file that it names; or the address, else the snapshot of it that an earlier run kept,
    else the file that the manifest names as its fallback. The page's notes say which; its reason says why.

    Raises SourceError where none can be had.
    """
    place = source.url or source.path or source.feed
    scheme = _scheme(place)
    if scheme == PATH:
        return _file(source.id, place, manifest_dir, root, store, options)
    try:
        if options.offline:
            hint = "Run once with the network, or save the page to a file and name that as `fallback`."
            raise SourceError("this run is offline", where=shown(place), hint=hint)
        return _fetcher(scheme, place)(source.id, place, root, store, options)
    except SourceError as error:
        return fetch_spare(source, manifest_dir, root, store, options, error)


def fetch_spare(
    source: Source,
    manifest_dir: Path,
    root: Path,
    store: Store,
    options: FetchOptions,
    trouble: SourceError,
    *,
    snapshot: bool = True,
) -> Page:
    """What stands in for an address that cannot be read: its snapshot, unless that is what cannot be read, else its
    fallback. Raises `trouble` where there is neither."""
    found = kept(store, source.url or source.feed) if snapshot else None
    if found is not None:
        note = "Read from the copy that an earlier run kept, not from the address."
        return replace(found.page(source.id, Origin.SNAPSHOT, (note,)), reason=trouble.what)
    if not source.fallback:
        raise trouble
    try:
        page = _file(source.id, source.fallback, manifest_dir, root, store, options)
    except SourceError as error:
        what = f"{trouble.what}; and its fallback cannot be read: {error.what}"
        raise SourceError(what, where=trouble.where, hint=error.hint) from error
    note = f"Read from {page.path} in place of the address, which was not read."
    return replace(page, origin=Origin.FALLBACK, notes=(note,), reason=trouble.what)


def _file(source: str, place: str, folder: Path, root: Path, store: Store, options: FetchOptions) -> Page:
    path = inside(place, folder, root)
    try:
        return FETCHERS[PATH](source, path.relative_to(root.resolve()).as_posix(), root, store, options)
    except SourceError as error:
        if _BARE_ADDRESS.match(place) and not path.exists():
            raise SourceError(error.what, where=place, hint=f"If it is an address, write https://{place}") from error
        raise


def _scheme(place: str) -> str:
    return place.partition("://")[0].lower() if "://" in place else PATH


def _fetcher(scheme: str, place: str) -> Fetcher:
    if scheme not in FETCHERS:
        known = " and ".join(name for name in FETCHERS if name)
        raise SourceError(
            f"addresses with {scheme}: are not fetched", where=shown(place), hint=f"Only {known} are, and files."
        )
    return FETCHERS[scheme]
