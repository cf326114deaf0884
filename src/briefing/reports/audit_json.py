"""An audit for programs. The keys are stable, and described in docs/audit.md."""

import json
from typing import Any

from msgspec import to_builtins

from briefing.reports.audit_findings import Audit, AuditFinding


def as_json(audit: Audit) -> str:
    value = {
        "name": audit.name,
        "sources": list(audit.sources),
        "counts": {verdict: audit.counts[verdict] for verdict in ("stands", "differs", "missing", "unclear")},
        "findings": [_finding(finding) for finding in audit.findings],
        "statements": [
            {
                "kind": each.kind,
                "text": each.text,
                "line": each.line,
                "verdict": each.verdict,
                "heading": list(each.heading),
                "passage": to_builtins(each.passage),
                "held": each.held,
                "own": list(each.own),
            }
            for each in audit.statements
        ],
        "sections": audit.parts,
        "uncovered": to_builtins(audit.uncovered),
        "judge": {"model": audit.judge, "asked": audit.asked, "judged": audit.judged} if audit.judge else None,
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: AuditFinding) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "statement": finding.statement,
        "line": finding.line,
        "message": finding.message,
        "passage": to_builtins(finding.passage),
        "differences": to_builtins(finding.differences),
        "disputed": finding.disputed,
    }
