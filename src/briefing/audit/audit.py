"""Audit. In: a document that anybody wrote, and its sources. Out: which of its statements stand on them."""

from collections.abc import Sequence

from briefing.audit.corpus import Corpus, headings
from briefing.audit.quotation import Altered, Standing, judge
from briefing.audit.quotes import Quoted, quotations
from briefing.model import Block, Document
from briefing.reports.audit_findings import Audit, AuditFinding, AuditStatement, weight, worst


def audit(document: Document, sources: Sequence[Document]) -> Audit:
    corpus = Corpus(sources)
    statements: list[AuditStatement] = []
    above = headings(document)
    for block, heading in zip(document.blocks, above, strict=True):
        language = document.language or "en"
        statements += [_quotation(corpus, block, quoted, heading, language) for quoted in quotations(block)]
    findings = [finding for statement in statements for finding in statement.findings]
    findings.sort(key=lambda finding: -weight(finding.severity))
    return Audit(document.path or document.url, tuple(statements), tuple(findings), tuple(d.source for d in sources))


def _quotation(corpus: Corpus, block: Block, quoted: Quoted, heading: tuple[str, ...], language: str) -> AuditStatement:
    found = judge(corpus, quoted.text, language)
    line = block.line
    if isinstance(found, Standing):
        passage = corpus.passage([each for place in found.chains[0] for each in place.slices])
        return AuditStatement("quotation", quoted.text, line, "stands", heading, passage)
    if isinstance(found, Altered):
        passage = corpus.passage(found.places)
        severity = worst(change.severity for change in found.changes)
        message = "The source has it in other words: " + "; ".join(map(str, found.changes)) + "."
        finding = AuditFinding("quotation", "altered", severity, quoted.text, line, message, passage, found.runs)
        return AuditStatement("quotation", quoted.text, line, "differs", heading, passage, (finding,))
    finding = AuditFinding("quotation", "missing", "error", quoted.text, line, "It is not in the sources.")
    return AuditStatement("quotation", quoted.text, line, "missing", heading, None, (finding,))
