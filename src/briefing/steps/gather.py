"""Gather. In: the sources of a manifest. Out: their documents in the manifest's order, fetched and read in parallel."""

from dataclasses import dataclass
from pathlib import Path

from briefing.errors import NotAnArticle, SourceError
from briefing.fetchers.table import fetch, fetch_spare
from briefing.manifest import shown
from briefing.model import Document, Finding, Manifest, Origin, Source
from briefing.steps.extract import extract
from briefing.steps.options import Event, RunOptions, Tell
from briefing.steps.pool import each
from briefing.store import Store


@dataclass(frozen=True, slots=True)
class Gathered:
    documents: tuple[Document, ...]
    failures: tuple[SourceError, ...] = ()
    findings: tuple[Finding, ...] = ()


def gather(manifest: Manifest, store: Store, options: RunOptions, tell: Tell) -> Gathered:
    """Raises SourceError for the first source that cannot be read, unless options.keep_going. It names the line of the
    manifest in which the source stands."""
    done: list[str] = []

    def read(source: Source) -> Document | SourceError:
        try:
            with options.reading:
                document = _read(source, manifest, store, options)
        except SourceError as error:
            error.where = f"{shown(Path(manifest.path))}:{source.line}: {error.where or source.id}"
            if not options.keep_going:
                raise
            return error
        finally:
            done.append(source.id)
            tell(Event("read", source.id, len(done), len(manifest.sources)))
        return document

    results = each(read, manifest.sources, options.jobs)
    failures = [(s, r) for s, r in zip(manifest.sources, results, strict=True) if isinstance(r, SourceError)]
    documents = tuple(result for result in results if isinstance(result, Document))
    if not documents and failures:
        raise failures[0][1]
    return Gathered(
        documents,
        tuple(error for _, error in failures),
        tuple(Finding(f"sources/{s.id}", "source", f"Not read: {e.what}.", "error", e.hint) for s, e in failures),
    )


def _read(source: Source, manifest: Manifest, store: Store, options: RunOptions) -> Document:
    """A page that answers and is no article (a challenge, a consent wall) is as good as none: its fallback is read."""
    folder, root = Path(manifest.path).parent, Path(manifest.root)
    page = fetch(source, folder, root, store, options.fetch)
    try:
        return extract(page, source.language)
    except NotAnArticle as trouble:
        if page.origin == Origin.FALLBACK or not source.fallback:
            raise
        spare = fetch_spare(source, folder, root, store, options.fetch, trouble, snapshot=False)
        return extract(spare, source.language)
