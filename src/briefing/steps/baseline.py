"""Baseline. In: a manifest and a git revision. Out: the briefing as it was committed there, what its sources said, and
what the sources say now, as far as that is at hand without a network and without a key.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from briefing import codec, git
from briefing.errors import SourceError
from briefing.fetchers.base import FetchOptions
from briefing.fingerprint import short
from briefing.model import Briefing, Document, Manifest, Origin, Page, Source
from briefing.steps.changes import texts_of_evidence
from briefing.steps.extract import extract
from briefing.steps.gather import gather
from briefing.steps.options import RunOptions, silent
from briefing.store import Store
from briefing.walk import cites_of_all


class Baseline(Struct, frozen=True):
    """What was committed. briefing: None where there was none. markdown: "" where it was not committed beside it."""

    commit: str
    briefing: Briefing | None
    markdown: str
    html: str
    documents: tuple[Document, ...]
    prompts: tuple[str, ...]  # files of prompts/ that are not as they were


def baseline(manifest: Manifest, revision: str, name: str) -> Baseline:
    """name: of the file in the briefing's folder. Raises OutputError."""
    root = Path(manifest.root)
    commit = git.commit_of(root, revision)
    folder = f"outputs/{manifest.name}"
    raw = git.file_at(root, commit, f"{folder}/{name}")
    if raw is None:
        return Baseline(commit, None, "", "", (), ())
    return Baseline(
        commit,
        codec.load(raw, f"{revision}:{folder}/{name}"),
        _text(git.file_at(root, commit, f"{folder}/briefing.md")),
        _text(git.file_at(root, commit, f"{folder}/briefing.html")),
        tuple(document for source in manifest.sources for document in _committed(source, manifest, commit)),
        git.changed_files(root, commit, "prompts"),
    )


def _text(raw: bytes | None) -> str:
    return (raw or b"").decode("utf-8", "replace").replace("\r\n", "\n")


def _committed(source: Source, manifest: Manifest, commit: str) -> Iterable[Document]:
    """A source that is a file, or has one to fall back on, as it was committed; what cannot be read tells nothing."""
    root = Path(manifest.root)
    local = source.feed if "://" not in source.feed else ""
    place = source.path or local or source.fallback
    path = (Path(manifest.path).parent / place).resolve()
    if not place or not path.is_relative_to(root.resolve()):
        return
    name = path.relative_to(root.resolve()).as_posix()
    if (raw := git.file_at(root, commit, name)) is None:
        return
    try:
        yield extract(Page(source.id, name, Origin.FILE, raw, path=name), source.language)
    except SourceError:
        return


def documents_at_hand(manifest: Manifest) -> tuple[Document, ...]:
    """The sources as they are now: files, fallbacks, and pages that were kept."""
    options = RunOptions(keep_going=True, fetch=FetchOptions(offline=True))
    try:
        return gather(manifest, Store(Path(manifest.root), writes=False), options, silent).documents
    except SourceError:
        return ()


def texts_of(briefing: Briefing, documents: Iterable[Document]) -> Mapping[str, str]:
    """The sentences that are known, by hash: of the blocks that the briefing cites, and of these documents."""
    cited = texts_of_evidence(briefing.evidence.values(), cites_of_all(briefing), briefing.evidence, briefing.language)
    return cited | {hashed: text for document in documents for hashed, text in _sentences(document).items()}


def _sentences(document: Document) -> dict[str, str]:
    texts = (block.text[span.start : span.end] for block in document.blocks for span in block.sentences)
    return {short(text): text for text in texts}
