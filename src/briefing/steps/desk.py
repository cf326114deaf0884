"""The desk on which one draft is verified: the reading by number, and what has come out so far.

In: a Task and its documents. Out: Verified, filled by steps.verify and its two halves.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct, field

from briefing.model import (
    Cite,
    Document,
    Evidence,
    Field,
    FieldSpec,
    Finding,
    LinkChoice,
    Located,
    Passage,
    Severity,
)
from briefing.steps.cite import cite
from briefing.text import canonical
from briefing.writers.base import Task

SHOWN = 160  # characters of a dropped text that a finding shows

C = TypeVar("C")


class Problem(Struct, frozen=True):
    """Something in a draft that does not stand. `ask` is for the writer, who may mend it; else `finding` remains."""

    field: str
    ask: str
    finding: Finding


class Verified(Struct):
    """What stood. What did not is not in it."""

    fields: dict[str, Field] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)  # interventions that leave nothing to mend


class Desk(Struct):
    task: Task
    documents: Mapping[str, Document]
    verified: Verified = field(default_factory=Verified)

    def note(self, key: str, check: str, message: str, severity: Severity = "info") -> None:
        self.verified.notes.append(Finding(f"{self.task.id}/{key}", check, message, severity))

    def reject(self, spec: FieldSpec, check: str, what: str, hint: str, text: object = "") -> None:
        """Record what does not stand. what: the problem as a clause, without a full stop."""
        shown = shorten(str(text))
        finding = Finding(
            f"{self.task.id}/{spec.key}", check, f"Left out{f' “{shown}”' if shown else ''}: {what}.", "warning", hint
        )
        ask = f"{spec.key}: {f'“{shown}”: ' if shown else ''}{what}. {hint}"
        self.verified.problems.append(Problem(spec.key, ask, finding))

    def limited(self, spec: FieldSpec, found: Iterable[C], key: Callable[[C], object]) -> tuple[C, ...]:
        """What the field has room for, each once by its key, the first of them; what is left out is noted."""
        given = list(found)
        unique: dict[object, C] = {}
        for item in given:
            unique.setdefault(key(item), item)
        if len(unique) < len(given):
            self.note(spec.key, "repeat", f"The writer repeated itself: {len(given) - len(unique)} left out.")
        if len(unique) > spec.most:
            self.note(spec.key, "length", f"The writer gave {len(unique)}; the first {spec.most} are shown.")
        return tuple(unique.values())[: spec.most]

    def cite(self, located: Located, start: int, end: int) -> Cite:
        made, evidence = cite(self.documents[located.source], located, start, end)
        self.verified.evidence.setdefault(made.evidence, evidence)
        return made

    def cite_passage(self, passage: Passage) -> Cite:
        return self.cite(passage.located, passage.span.start, passage.span.end)

    def passage(self, value: object) -> Passage | None:
        return _pick(self.task.reading.passages, value)

    def link(self, value: object) -> LinkChoice | None:
        return _pick(self.task.reading.links, value)


def _pick(choices: Sequence[C], value: object) -> C | None:
    number = number_of(value)
    return choices[number - 1] if number is not None and 1 <= number <= len(choices) else None


def number_of(value: object) -> int | None:
    """The number that a writer gave. It may come as 12, "12", "[12]" or "L12", and as nothing else."""
    if isinstance(value, str) and (match := re.fullmatch(r"\s*\[?L?(\d{1,9})\]?\s*", value)):
        return int(match[1])
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def shorten(text: str) -> str:
    text = canonical(text)
    return text if len(text) <= SHOWN else text[: SHOWN - 1].rstrip() + "…"
