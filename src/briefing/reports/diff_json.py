"""A difference for programs. In: a Difference. Out: JSON with stable keys, described in docs/diff.md."""

import json
from typing import Any

from briefing.reports.difference import Cause, Difference, Entry, Part, SourceChange


def as_json(difference: Difference) -> str:
    value = {
        "name": difference.name,
        "title": difference.title,
        "base": difference.base,
        "commit": difference.commit,
        "new": difference.new,
        "lines": {"removed": difference.lines[0], "added": difference.lines[1]},
        "parts": [_part(part) for part in difference.parts],
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def _part(part: Part) -> dict[str, Any]:
    return {
        "id": part.id,
        "title": part.title,
        "kind": part.kind,
        "entries": [_entry(entry) for entry in part.entries],
        "quiet": [_change(change) for change in part.quiet],
        "rewritten": [_cause(cause) for cause in part.rewritten],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "kind": entry.kind,
        "noun": entry.noun,
        "field": entry.field,
        "label": entry.label,
        "before": entry.before,
        "after": entry.after,
        "count": entry.count,
        "lines": entry.lines,
        "causes": [_cause(cause) for cause in entry.causes],
    }


def _cause(cause: Cause) -> dict[str, Any]:
    return {
        "kind": cause.kind,
        "note": cause.note,
        "sections": list(cause.sections),
        "changes": [_change(change) for change in cause.changes],
    }


def _change(change: SourceChange) -> dict[str, str]:
    return {"part": change.part, "kind": change.kind, "before": change.before, "after": change.after}
