"""What is wrong with a sentence. In: what the rules of this folder found. Out: a record."""

from msgspec import Struct

from briefing.model import Severity
from briefing.reports.audit_findings import FindingKind, FindingVerdict
from briefing.reports.words import Run


class Flaw(Struct, frozen=True):
    """near: the number of the sentence of a source that says otherwise, or none."""

    kind: FindingKind
    verdict: FindingVerdict
    severity: Severity
    message: str
    near: int | None = None
    runs: tuple[Run, ...] = ()


def lacking(kind: FindingKind, shown: str, near: int | None, *, covered: bool) -> Flaw:
    """What no source has: missing, where the sources speak of what the sentence is about."""
    several = "”, “" in shown
    if covered:
        message = f"{shown} {'are' if several else 'is'} not in the sources, which speak of what this is about."
        return Flaw(kind, "missing", "error" if kind == "number" else "warning", message, near)
    message = f"Whether {shown} {'are' if several else 'is'} right cannot be told: the given sources do not cover it."
    return Flaw(kind, "unclear", "info", message, near)
