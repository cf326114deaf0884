"""Problems as SARIF 2.1.0 (OASIS), which code scanning of GitHub, GitLab and Azure DevOps reads."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from briefing import __version__
from briefing.reports.problems import Checked, Problem

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def as_sarif(checked: Sequence[Checked], rules: Mapping[str, str], shown: Callable[[str], str]) -> str:
    ids = list(rules)
    run = {
        "tool": {
            "driver": {"name": "briefing", "version": __version__, "rules": [_rule(*item) for item in rules.items()]}
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notes(checked)}],
        "results": [_result(problem, ids, shown) for each in checked for problem in each.problems],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(name: str, explains: str) -> dict[str, Any]:
    return {"id": name, "shortDescription": {"text": explains}}


def _notes(checked: Sequence[Checked]) -> list[dict[str, Any]]:
    return [{"level": "note", "message": {"text": f"{each.name}: {note}"}} for each in checked for note in each.notes]


def _result(problem: Problem, ids: Sequence[str], shown: Callable[[str], str]) -> dict[str, Any]:
    return {
        "ruleId": problem.rule,
        "ruleIndex": ids.index(problem.rule),
        "level": _LEVELS[problem.severity],
        "message": {"text": f"{problem.message} {problem.hint}".strip()},
        "locations": [{"physicalLocation": _place(problem, shown(problem.file))}],
    }


def _place(problem: Problem, path: str) -> dict[str, Any]:
    """A file outside of the repository has an address of its own."""
    place = PurePath(path)
    if "://" in path:  # in a store
        return {"artifactLocation": {"uri": quote(path, safe=":/")}, "region": _region(problem)}
    where = {"uri": place.as_uri()} if place.is_absolute() else {"uri": quote(path), "uriBaseId": _ROOT}
    return {"artifactLocation": where, "region": _region(problem)}


def _region(problem: Problem) -> dict[str, int]:
    return {"startLine": problem.line, "endLine": problem.last}
