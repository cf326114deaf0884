"""Assemble. In: the sections, fresh or new, and what they rest on. Out: the Briefing, in one order for one content."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from briefing.checks.table import CHECKS
from briefing.layout import WHOLE, rank
from briefing.model import (
    Briefing,
    Document,
    Evidence,
    Finding,
    Manifest,
    Origin,
    Overview,
    Section,
    Source,
    SourceRecord,
    WriterRecord,
)
from briefing.steps.seal import seals
from briefing.walk import cited_by


def assemble(
    manifest: Manifest,
    documents: Mapping[str, Document],
    writer: WriterRecord,
    language: str,
    sections: Sequence[Section],
    overview: Overview,
    evidence: Mapping[str, Evidence],
    findings: Iterable[Finding],
) -> Briefing:
    cited = cited_by([*(section.fields for section in sections), overview.fields])
    sealed = tuple(replace(s, seals=seals(s.title, s.fields, evidence)) for s in sections)
    return Briefing(
        name=manifest.name,
        title=manifest.title or next((d.title for d in documents.values() if d.title), manifest.name),
        style=manifest.style,
        language=language,
        period=manifest.period,
        writer=writer,
        sources=tuple(_record(s, documents[s.id]) for s in manifest.sources if s.id in documents),
        sections=sealed,
        overview=replace(overview, seals=seals("", overview.fields, evidence)),
        evidence={key: evidence[key] for key in sorted(cited)},
        findings=_in_order({*findings, verified_by()}, [section.id for section in sections]),
    )


def verified_by() -> Finding:
    """By which rules the statements were held against their sources: other rules may judge otherwise."""
    names = ", ".join(sorted(CHECKS))
    return Finding(
        WHOLE, "verified", f"Every statement was held against what it cites, by these rules: {names}.", "info"
    )


def _in_order(findings: Iterable[Finding], ids: Sequence[str]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (rank(finding.where, ids), finding)))


def _record(source: Source, document: Document) -> SourceRecord:
    fallen = document.origin == Origin.FALLBACK
    asked = source.url or (source.feed if "://" in source.feed else "")
    return SourceRecord(
        id=document.source,
        title=document.title,
        author=document.author,
        site=document.site,
        published=document.published,
        url=asked if fallen else document.url,
        origin=document.origin,
        language=document.language,
    )


def source_findings(documents: Iterable[Document]) -> list[Finding]:
    """What a reader should know of each source, such as that a fallback was read."""
    return [
        Finding(
            f"sources/{document.source}", "source", note, "warning" if document.origin == Origin.FALLBACK else "info"
        )
        for document in documents
        for note in document.notes
    ]


def findings_of(findings: Iterable[Finding], where: str) -> list[Finding]:
    """The findings about one section, or one field of it."""
    return [finding for finding in findings if finding.where == where or finding.where.startswith(f"{where}/")]
