"""`briefing audit`. In: a document that anybody wrote, and its sources. Out: which of its statements stand on them.

Needs no key, asks no model but for --judge, and writes nothing. Exit 1 where a finding is worse than is allowed.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from briefing.audit.audit import audit
from briefing.audit.indexed import Indexed
from briefing.audit.indexing import indexed
from briefing.audit.reading import read, read_source
from briefing.commands.models import add_judge_options, idle_without_judge
from briefing.commands.sources import add_fetch_options, fetch_options
from briefing.errors import ModelError
from briefing.executors.forks import processors
from briefing.fetchers.base import FetchOptions
from briefing.fetchers.table import fetch
from briefing.manifest import derive_id, load_manifest
from briefing.model import SEVERITIES, ModelOptions, Page, Source
from briefing.renderers.cleaning import clean
from briefing.reports.audit_findings import Audit
from briefing.reports.audit_table import AUDIT_REPORTS
from briefing.steps.gather import gather
from briefing.steps.options import RunOptions, silent
from briefing.store import Store

FOUND = 1


def configure(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("file", nargs="?", metavar="FILE", help="the document: Markdown, HTML, plain text or PDF; a file or an address")
    add(
        "--source",
        action="append",
        nargs="+",
        default=[],
        metavar="SOURCE",
        help="what it was made from: addresses and files; may be repeated; without FILE before it, the last is FILE",
    )
    add("--manifest", type=Path, metavar="MANIFEST", help="hold it against the sources of this manifest")
    add("--format", choices=tuple(AUDIT_REPORTS), default="text", help="html: both texts side by side; default text")
    add(
        "--severity",
        choices=SEVERITIES,
        default="warning",
        help="the worst finding with which the exit code is 0; default warning",
    )
    add("--language", default="", metavar="TAG", help="of the document, BCP 47; otherwise what it looks like")
    add_fetch_options(parser)
    add_judge_options(parser)


def main(options: argparse.Namespace) -> int:
    file, given = _told_apart(options)
    manifest = load_manifest(options.manifest) if options.manifest else None
    judge = _judge(options, manifest.model if manifest else ModelOptions()) if options.judge else None
    allowed = fetch_options(options)
    sources = _sources(given, allowed)
    if manifest:
        run = RunOptions(fetch=allowed)
        documents = gather(manifest, Store(Path(manifest.root)), run, silent).documents
        size = sum(len(block.text) for document in documents for block in document.blocks)
        sources = [*indexed(documents, lambda document: document, size), *sources]
    made = audit(read(_page(file, "document", allowed), options.language), sources, processors())
    if judge and options.dry_run:
        print(clean(judge.expected(made, sources)))
        return 0
    made, failure = judge.judged(made, sources) if judge else (made, None)
    sys.stdout.write(clean(AUDIT_REPORTS[options.format](made)))  # a terminal obeys what it is shown
    if failure:  # what the rules found has been told
        raise failure
    return FOUND if made.worse(options.severity) else 0


class _Asking(Protocol):
    """What commands/audit_judge.py brings, which is loaded where somebody wants it."""

    def judged(self, audit: Audit, sources: Sequence[Indexed]) -> tuple[Audit, ModelError | None]: ...

    def expected(self, audit: Audit, sources: Sequence[Indexed]) -> str: ...


def _judge(options: argparse.Namespace, model: ModelOptions) -> _Asking:
    """Raises ManifestError where there is no model to ask, before anything is read."""
    from briefing.commands.audit_judge import Asking  # all that asks a model: 70 ms

    return Asking(options, model)


def _told_apart(options: argparse.Namespace) -> tuple[str, list[str]]:
    """The document and its sources. `--source A FILE` reads like all options of one value, and is taken as it reads."""
    groups: list[list[str]] = options.source
    file = options.file
    if file is None and groups and len(groups[-1]) > 1:
        file, groups = groups[-1][-1], [*groups[:-1], groups[-1][:-1]]
    if not options.judge and (idle := idle_without_judge(options)):
        options.parser.error(f"{idle} is for --judge: without it, no model is asked")
    if file is None:
        options.parser.error("name the document that is to be audited: briefing audit FILE --source SOURCE")
    if not groups and not options.manifest:
        options.parser.error("name what the document is held against: --source or --manifest")
    return file, [place for group in groups for place in group]


def _sources(places: Sequence[str], allowed: FetchOptions) -> list[Indexed]:
    """In their order, each with a name of its own. Raises SourceError for the first that cannot be read."""
    given: Counter[str] = Counter()
    named: list[tuple[str, str]] = []
    for place in dict.fromkeys(places):
        name = derive_id(place)
        given[name] += 1
        named.append((place, f"{name}-{given[name]}" if given[name] > 1 else name))
    pages = [_page(place, name, allowed) for place, name in named]
    return indexed(pages, read_source, sum(len(page.content) for page in pages))


def _page(place: str, name: str, allowed: FetchOptions) -> Page:
    here, path = Path.cwd(), Path(place).resolve()
    remote = "://" in place
    root = here if remote or path.is_relative_to(here) else path.parent
    source = Source(name, url=place) if remote else Source(name, path=place)
    return fetch(source, here, root, Store(here), allowed)
