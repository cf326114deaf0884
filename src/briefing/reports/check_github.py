"""Problems as workflow commands, which GitHub shows at their lines in a pull request.

Source of the format: GitHub's documentation, "Workflow commands for GitHub Actions", and of what is escaped the
runner's own toolkit (actions/toolkit, core/src/command.ts).
"""

from collections.abc import Callable, Mapping, Sequence

from briefing.reports.problems import Checked, Problem

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def as_github(checked: Sequence[Checked], rules: Mapping[str, str], shown: Callable[[str], str]) -> str:  # noqa: ARG001
    lines: list[str] = []
    for each in checked:
        lines += [_problem(problem, shown) for problem in each.problems]
        lines += [f"::notice title={_value(f'briefing: {each.name}')}::{_text(note)}" for note in each.notes]
    return "".join(f"{line}\n" for line in lines)


def _problem(problem: Problem, shown: Callable[[str], str]) -> str:
    values = {
        "file": shown(problem.file),
        "line": str(problem.line),
        "endLine": str(problem.last),
        "title": f"briefing: {problem.rule}",
    }
    options = ",".join(f"{key}={_value(value)}" for key, value in values.items())
    words = "\n".join(filter(None, (problem.message, problem.hint)))
    return f"::{_COMMANDS[problem.severity]} {options}::{_text(words)}"


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
