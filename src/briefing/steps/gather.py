"""Gather. In: the sources of a manifest. Out: their documents in the manifest's order, fetched and read in parallel."""

from pathlib import Path

from msgspec import Struct

from briefing.errors import NotAnArticle, SourceError
from briefing.fetchers.base import FetchOptions
from briefing.fetchers.table import fetch, fetch_spare
from briefing.manifest import shown
from briefing.model import Document, Finding, Manifest, Origin, Source
from briefing.steps.kept import extracted
from briefing.steps.options import Event, RunOptions, Tell
from briefing.store import Store


class Gathered(Struct, frozen=True):
    documents: tuple[Document, ...]
    failures: tuple[SourceError, ...] = ()
    findings: tuple[Finding, ...] = ()


def gather(manifest: Manifest, store: Store, options: RunOptions, tell: Tell) -> Gathered:
    """Raises SourceError for the first source that cannot be read, unless options.keep_going. It names the line of the
    manifest in which the source stands."""
    read = 0

    def done(source: Source, _: Document | SourceError) -> None:
        nonlocal read
        read += 1
        tell(Event("read", source.id, read, len(manifest.sources)))

    how = _How(manifest.path, manifest.root, store, options.fetch, options.keep_going)
    results = options.executor.each("read", _read_or_tell, manifest.sources, how, done)
    failures = [(s, r) for s, r in zip(manifest.sources, results, strict=True) if isinstance(r, SourceError)]
    documents = tuple(result for result in results if isinstance(result, Document))
    if not documents and failures:
        raise failures[0][1]
    return Gathered(
        documents,
        tuple(error for _, error in failures),
        tuple(Finding(f"sources/{s.id}", "source", f"Not read: {e.what}.", "error", e.hint) for s, e in failures),
    )


class _How(Struct, frozen=True):
    """What reading one source needs, and no more: it may cross to another process."""

    manifest: str
    root: str
    store: Store
    fetch: FetchOptions
    keep_going: bool


def _read_or_tell(source: Source, how: _How) -> Document | SourceError:
    """Raises SourceError, or returns it where the others are wanted all the same."""
    try:
        return _read(source, how)
    except SourceError as error:
        error.where = f"{shown(Path(how.manifest))}:{source.line}: {error.where or source.id}"
        if not how.keep_going:
            raise
        return error


def _read(source: Source, how: _How) -> Document:
    """A page that answers and is no article (a challenge, a consent wall) is as good as none: its fallback is read."""
    folder, root, store = Path(how.manifest).parent, Path(how.root), how.store
    here = store.own  # what is remembered by the stamps of this machine's files is of no use to another
    page = fetch(source, folder, root, store, how.fetch)
    try:
        return extracted(page, source.language, here)
    except NotAnArticle as trouble:
        if page.origin == Origin.FALLBACK or not source.fallback:
            raise
        spare = fetch_spare(source, folder, root, store, how.fetch, trouble, snapshot=False)
        return extracted(spare, source.language, here)
