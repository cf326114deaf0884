"""What is said of a statement as a whole. In: its findings, and how much of it the sources have. Out: one verdict."""

from collections.abc import Sequence

from briefing.reports.audit_findings import AuditFinding, FindingVerdict, StatementVerdict

_VERDICTS: dict[FindingVerdict, StatementVerdict] = {"rounded": "stands", "folded": "stands", "unclear": "unclear"}
_SUPPORTED = 0.45  # share of what the words of a sentence tell that a passage has, for it to stand on it


def verdict_of(findings: Sequence[AuditFinding], support: float) -> StatementVerdict:
    verdicts = {_VERDICTS.get(finding.verdict, "differs") for finding in findings}
    if "differs" in verdicts:
        return "missing" if all(f.verdict in ("missing", "unclear") for f in findings) else "differs"
    return "unclear" if "unclear" in verdicts or support < _SUPPORTED else "stands"
