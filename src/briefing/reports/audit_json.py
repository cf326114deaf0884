"""An audit for programs. The keys are stable, and described in docs/audit.md."""

import json
from dataclasses import asdict
from typing import Any

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
                "passage": asdict(each.passage) if each.passage else None,
                "held": each.held,
                "own": list(each.own),
            }
            for each in audit.statements
        ],
        "sections": audit.parts,
        "uncovered": [asdict(part) for part in audit.uncovered],
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
        "passage": asdict(finding.passage) if finding.passage else None,
        "differences": [asdict(run) for run in finding.differences],
        "disputed": finding.disputed,
    }
