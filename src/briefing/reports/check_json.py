"""Problems for programs: a list with one object for each manifest. The keys are stable, and described in
docs/check.md."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from briefing.reports.problems import Checked, Problem


def as_json(checked: Sequence[Checked], rules: Mapping[str, str], shown: Callable[[str], str]) -> str:  # noqa: ARG001
    value = [
        {
            "name": each.name,
            "manifest": shown(each.manifest),
            "fails": each.fails,
            "problems": [_problem(problem, shown) for problem in each.problems],
            "notes": list(each.notes),
        }
        for each in checked
    ]
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _problem(problem: Problem, shown: Callable[[str], str]) -> dict[str, Any]:
    return {
        "file": shown(problem.file),
        "line": problem.line,
        "end": problem.last,
        "rule": problem.rule,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }
