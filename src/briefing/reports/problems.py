"""What a check found: the records that its reports are made of."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from briefing.model import Severity


class Problem(Struct, frozen=True):
    """Something that does not hold in a file, and what to do now. file: an absolute path. line, end: the first and the
    last line that it is about, from 1. message, hint: whole sentences."""

    file: str
    line: int
    rule: str
    message: str
    hint: str
    severity: Severity = "error"
    end: int = 0  # 0: the same as line

    @property
    def last(self) -> int:
        return max(self.line, self.end)


class Checked(Struct, frozen=True):
    """One manifest, and what was found. notes: what could not be judged, and why; no problem."""

    name: str
    manifest: str
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def fails(self) -> bool:
        return any(problem.severity == "error" for problem in self.problems)


class ProblemReport(Protocol):
    """One file of this folder, entered in table.py by the name of its format."""

    def __call__(self, checked: Sequence[Checked], rules: Mapping[str, str], shown: Callable[[str], str]) -> str:
        """rules: what each rule asks for, by its name. shown: a path as the report gives it."""
        ...
