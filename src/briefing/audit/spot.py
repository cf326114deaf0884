"""A block of the document that is audited, with what the parts of the audit need to know of it."""

from msgspec import Struct

from briefing.audit.lines import line_of
from briefing.model import Block, Severity
from briefing.reports.audit_findings import (
    AuditFinding,
    AuditPassage,
    AuditStatement,
    FindingKind,
    FindingVerdict,
    StatementKind,
    StatementVerdict,
)
from briefing.reports.words import Run

_VERDICTS: dict[FindingVerdict, StatementVerdict] = {"missing": "missing", "unclear": "unclear"}


class Spot(Struct, frozen=True):
    """heading: the headings above it. reached: whether the sources speak of what its section is about. own: whether it
    says something of the document itself."""

    block: Block
    heading: tuple[str, ...]
    reached: bool
    own: bool = False

    def beside(self, start: int, end: int) -> str:
        """What stands beside a slice, within its sentence as far as that can be told."""
        spans = [span for span in self.block.sentences if span.start < end + 2 and start - 2 < span.end]
        first = min((span.start for span in spans), default=0)
        last = max((span.end for span in spans), default=len(self.block.text))
        return f"{self.block.text[first:start]} {self.block.text[end:last]}"

    def stands(self, kind: StatementKind, text: str, at: int, passage: AuditPassage | None) -> AuditStatement:
        return AuditStatement(kind, text, line_of(self.block, at), "stands", self.heading, passage)

    def falls(
        self,
        kind: StatementKind,
        text: str,
        at: int,
        finding: tuple[FindingKind, FindingVerdict, Severity, str],
        passage: AuditPassage | None = None,
        runs: tuple[Run, ...] = (),
    ) -> AuditStatement:
        """A statement with the one finding that says why it does not stand."""
        named, verdict, severity, message = finding
        line = line_of(self.block, at)
        told = AuditFinding(named, verdict, severity, text, line, message, passage, runs)
        mild = severity == "info" and verdict != "unclear"
        judged = "stands" if mild else _VERDICTS.get(verdict, "differs")
        return AuditStatement(kind, text, line, judged, self.heading, passage, (told,))
