"""What each checker says of each record. In: records, documents, sources. Out: by id, whether it is accused."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.audit.documents import Paper
from benchmarks.audit.records import Record

from briefing.audit.audit import audit
from briefing.model import Document, Origin, Page
from briefing.steps.extract import extract

HERE = Path(__file__).parent
# What a checker of quotations alone can be held to.
QUOTE_KINDS = (
    "verbatim, typography, ellipsis, brackets, part, digit, sign, unit, percent, negation, hedge, case, dropped, "
    "added, word, order, stitched, look-alike, source, invented quote"
).split(", ")


@dataclass(frozen=True, slots=True)
class Outcome:
    accused: bool
    verdicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool of others: what it is called here, what to install, the file that runs it and how."""

    label: str
    package: str
    worker: str
    mode: str


PEERS = (
    Peer("langextract, aligner as it comes", "langextract", "langextract_aligner.py", "default"),
    Peer("langextract, exact alignment only", "langextract", "langextract_aligner.py", "exact"),
    Peer("verbatim-rag, `span_match_mode=exact`", "verbatim-core", "verbatim_spans.py", "exact"),
    Peer("verbatim-rag, `span_match_mode=fuzzy`", "verbatim-core", "verbatim_spans.py", "fuzzy"),
    Peer("linkml-reference-validator", "linkml-reference-validator", "linkml_validator.py", "default"),
)


def document(name: str, markdown: str) -> Document:
    return extract(Page(name, f"{name}.md", Origin.FILE, markdown.encode(), path=f"{name}.md"))


def by_audit(papers: Iterable[Paper], sources: Mapping[str, Document]) -> dict[str, Outcome]:
    """Accused is what has a finding of severity warning or error that is more than "unclear"."""
    outcomes: dict[str, Outcome] = {}
    for paper in papers:
        found = audit(document(paper.name, paper.markdown), [sources[name] for name in paper.sources])
        verdicts: dict[str, list[str]] = {name: [] for name in paper.lines.values()}
        for finding in found.findings:
            name = paper.lines.get(finding.line)
            if name is not None and finding.severity != "info" and finding.verdict != "unclear":
                verdicts[name].append(finding.verdict)
        outcomes |= {name: Outcome(bool(said), tuple(said)) for name, said in verdicts.items()}
    return outcomes


def by_peer(peer: Peer, records: Sequence[Record], texts: Mapping[str, str]) -> dict[str, Outcome]:
    """Each quotation against the source that the document names; a statement is accused when one of them is."""
    asked = [r for r in records if r.quotes and r.kind in QUOTE_KINDS]
    items = [{"id": f"{r.id} {n}", "source": r.source, "quote": q} for r in asked for n, q in enumerate(r.quotes)]
    request = json.dumps({"mode": peer.mode, "sources": dict(texts), "items": items})
    command = [str(environment(peer.package) / "bin" / "python"), str(HERE / "peers" / peer.worker)]
    done = subprocess.run(command, input=request, capture_output=True, text=True, check=True)
    stands: dict[str, bool] = json.loads(done.stdout)
    return {r.id: Outcome(not all(stands[f"{r.id} {n}"] for n in range(len(r.quotes)))) for r in asked}


def environment(package: str) -> Path:
    """An environment with the package alone, made when it is not there, outside of the repository."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "briefing-benchmarks"
    folder = cache / package
    if not (folder / "installed").exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([folder / "bin" / "pip", "install", "-q", package], check=True)
        (folder / "installed").touch()
    return folder


def version(package: str) -> str:
    code = f"from importlib.metadata import version; print(version({package!r}))"
    command = [str(environment(package) / "bin" / "python"), "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
