"""Problems as text: each on a line, with where it is, what it is, what to do now, and the name of the rule."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from briefing.reports.problems import Checked, Problem


def as_text(checked: Sequence[Checked], rules: Mapping[str, str], shown: Callable[[str], str]) -> str:  # noqa: ARG001
    lines: list[str] = []
    for each in checked:
        lines += [_problem(problem, shown) for problem in each.problems]
        lines += [f"{each.name}: note: {note}" for note in each.notes]
        lines.append(f"{each.name}: {_sum(each)}")
    return "\n".join(lines) + "\n"


def _problem(problem: Problem, shown: Callable[[str], str]) -> str:
    where = f"{shown(problem.file)}:{problem.line}"
    text = f"{where}: {problem.severity}: {problem.message} {problem.hint} [{problem.rule}]"
    return " ".join(text.split())


def _sum(each: Checked) -> str:
    counts = Counter(problem.severity for problem in each.problems)
    parts = [f"{counts[name]} {name}{'s' * (counts[name] != 1)}" for name in ("error", "warning") if counts[name]]
    return ", ".join(parts) or "nothing to mend"
