"""Figures as Markdown tables. In: records and what each checker said of them. Out: shares, by kind and in all."""

from collections.abc import Mapping, Sequence

from benchmarks.audit.checkers import Outcome
from benchmarks.audit.records import Record

GOALS = (95, 2)  # in percent: errors found at least, true statements accused at most
Outcomes = Mapping[str, Outcome]
NONE = "–"


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in (head, ["---"] * len(head), *rows))


def share(records: Sequence[Record], outcomes: Outcomes) -> str:
    """Of those that the checker was asked of, how many it accuses."""
    asked = [outcomes[r.id] for r in records if r.id in outcomes]
    if not asked:
        return NONE
    accused = sum(outcome.accused for outcome in asked)
    return f"{accused} of {len(asked)} = {100 * accused / len(asked):.1f} %"


def goal(records: Sequence[Record], outcomes: Outcomes) -> str:
    """A sentence that says whether the goals are reached."""
    found, accused = (100 * _share([r for r in records if r.error is error], outcomes) for error in (True, False))
    reached = "Reached" if found >= GOALS[0] and accused <= GOALS[1] else "**Not reached**"
    return (
        f"{reached}: {found:.1f} % of the errors found, where the goal is at least {GOALS[0]} %, and {accused:.1f} % of"
        f" the true statements accused, where it is at most {GOALS[1]} %."
    )


def _share(records: Sequence[Record], outcomes: Outcomes) -> float:
    return sum(outcomes[record.id].accused for record in records) / len(records)


def _percent(records: Sequence[Record], outcomes: Outcomes) -> str:
    return share(records, outcomes).rpartition("= ")[2]


def totals(records: Sequence[Record], by_checker: Mapping[str, Outcomes]) -> str:
    """Errors found and true statements accused: of all, and of what a checker of quotations can be held to."""
    quotes = {
        r.id for outcomes in by_checker.values() if len(outcomes) < len(records) for r in records if r.id in outcomes
    }
    rows = []
    for name, outcomes in by_checker.items():
        rows.append((name, *_both(records, outcomes)))
        if quotes and len(outcomes) == len(records):
            rows.append((f"{name}, of the quotations alone", *_both([r for r in records if r.id in quotes], outcomes)))
    return table(("checker", "errors found", "true statements accused"), rows)


def _both(records: Sequence[Record], outcomes: Outcomes) -> tuple[str, str]:
    return share([r for r in records if r.error], outcomes), share([r for r in records if not r.error], outcomes)


def halves(records: Sequence[Record], outcomes: Outcomes) -> str:
    parts = {"by hand": [r for r in records if r.hand], "by mutation": [r for r in records if not r.hand]}
    rows = [(name, *_both(part, outcomes)) for name, part in parts.items() if part]
    return table(("made", "errors found", "true statements accused"), rows)


def by_kind(records: Sequence[Record], by_checker: Mapping[str, Outcomes], error: bool) -> str:
    kinds = list(dict.fromkeys(r.kind for r in records if r.error is error))
    ours = next(iter(by_checker.values()))
    rows = []
    for kind in sorted(kinds):
        members = [r for r in records if r.kind == kind and r.error is error]
        row: list[object] = [kind, len(members), *(_percent(members, outcomes) for outcomes in by_checker.values())]
        if error:
            named = sum(r.expected in ours[r.id].verdicts for r in members)
            row.append(f"{100 * named / len(members):.0f} %")
        rows.append(row)
    head = ["kind", "n", *by_checker]
    return table([*head, "verdict as expected"] if error else head, rows)


def failures(records: Sequence[Record], outcomes: Outcomes) -> str:
    """What the checker got wrong, for those who mend it."""
    wrong = [r for r in records if outcomes[r.id].accused is not r.error]
    lines = [
        f"- {r.kind}{' (by hand)' if r.hand else ''} `{r.id}`: {r.statement}\n"
        f"  expected {r.expected}, got {', '.join(outcomes[r.id].verdicts) or 'nothing'}"
        for r in sorted(wrong, key=lambda r: (not r.error, r.kind, not r.hand, r.id))
    ]
    return "\n".join(lines) + "\n"
