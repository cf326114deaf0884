"""What a run did. In: an outcome. Out: words for people, and the same for programs."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from briefing.errors import Awaiting, BriefingError
from briefing.manifest import shown
from briefing.model import Usage
from briefing.pipeline import Outcome
from briefing.steps.assignment import OVERVIEW

_NAMED = 3  # manifests that an error is told with


def summary(outcome: Outcome) -> dict[str, Any]:
    """The summary for programs: stable keys, described in docs/cli.md."""
    briefing = outcome.briefing
    severities = [finding.severity for finding in briefing.findings]
    return {
        "name": briefing.name,
        "folder": outcome.place,
        "changed": list(outcome.changed),
        "writer": to_builtins(briefing.writer),
        "sources": [{"id": source.id, "origin": source.origin} for source in briefing.sources],
        "sections": {"written": list(outcome.written), "reused": list(outcome.reused)},
        **used(outcome.usage),
        "findings": {name: severities.count(name) for name in ("error", "warning", "info")},
    }


def used(usage: Usage) -> dict[str, Any]:
    """What calls of a model have cost, for programs."""
    return {
        "calls": usage.calls,
        "cached_replies": usage.cached,
        "tokens": {"input": usage.input_tokens, "output": usage.output_tokens},
        "usd": usage.usd,
    }


def in_words(outcome: Outcome) -> str:
    facts, briefing = summary(outcome), outcome.briefing
    who = briefing.writer.model or f"the {briefing.writer.engine} writer"
    lines = [
        f"{briefing.title}: {_parts(outcome.written)} written by {who}, {_parts(outcome.reused)} reused",
        f"  {_usage(facts)}; findings: {_findings(facts)}",
    ]
    lines += [f"  {source}: {why}" for source, why in outcome.reasons.items()]
    changed = ", ".join(outcome.changed) or "nothing changed"
    place = outcome.place if "://" in outcome.place else shown(Path(outcome.place))
    return "\n".join([*lines, f"  {place}: {changed}"])


def _parts(names: Sequence[str]) -> str:
    """ "12 sections and the overview"."""
    sections = [name for name in names if name != OVERVIEW]
    parts = [count(len(sections), "section")] if sections else []
    return " and ".join([*parts, *(["the overview"] if len(sections) < len(names) else [])]) or "nothing"


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _usage(facts: dict[str, Any]) -> str:
    tokens = facts["tokens"]["input"] + facts["tokens"]["output"]
    parts = [count(facts["calls"], "call"), f"{tokens:,} tokens", cost(facts["usd"])]
    kept = facts["cached_replies"]
    replies = [f"{kept} {'reply' if kept == 1 else 'replies'} from the cache"] if kept else []
    return ", ".join([*parts, *replies])


def _findings(facts: dict[str, Any]) -> str:
    names = {"error": "error", "warning": "warning", "info": "note"}
    return ", ".join(count(n, names[name]) for name, n in facts["findings"].items() if n) or "none"


def cost(usd: float | None) -> str:
    return "price not known" if usd is None else f"${usd:.4f}" if usd else "$0"


def failed(path: Path, error: BriefingError) -> dict[str, Any]:
    """One of several that could not be made, for programs."""
    told = {"what": error.what, "where": error.where, "hint": error.hint, "exit_code": error.exit_code}
    return {"manifest": str(path), "error": told}


def tell_errors(errors: Iterable[tuple[str, BriefingError]]) -> None:
    """Each once, and with the manifests that it stopped ("" for one that need not be named), unless it names them."""
    told: dict[str, list[str]] = {}
    for path, error in errors:
        told.setdefault(str(error), []).append(path)
    for said, paths in told.items():
        unnamed = [path for path in paths if path and path not in said]
        more = f" and {len(unnamed) - _NAMED} more" if len(unnamed) > _NAMED else ""
        which = f"{', '.join(unnamed[:_NAMED])}{more}: " if unnamed else ""
        print(f"briefing: {which}{said}", file=sys.stderr)


def awaited(path: Path, waiting: Awaiting) -> dict[str, Any]:
    """One whose replies are with a batch, for programs."""
    return {"manifest": str(path), "name": waiting.where, "awaiting": waiting.what}


def awaited_in_words(waiting: Awaiting) -> str:
    return f"{waiting.where}: {waiting.what}\n  {waiting.hint}"


def total_in_words(facts: Sequence[dict[str, Any]], usage: Usage, *, dry: bool = False) -> str:
    """One line over all briefings of a run, or of a dry run. usage: what the run has spent; what is with a batch counts
    at the most that it can cost."""
    made = [each for each in facts if "error" not in each and "awaiting" not in each]
    parts = [count(len(facts), "briefing")]
    if dry:
        tokens = {key: sum(each[f"{key}_tokens"] for each in made) for key in ("input", "output")}
        calls = sum(each["calls"] for each in made)
        total = {"calls": calls, "cached_replies": 0, "usd": _sum(made), "tokens": tokens}
    else:
        changed = sum(1 for each in made if each["changed"])
        parts += [f"{changed} changed", f"{len(made) - changed} as before"] if made else []
        total = used(usage)
    parts += [
        f"{number} {what}"
        for key, what in (("awaiting", "to come by batch"), ("error", "failed"))
        if (number := sum(1 for each in facts if key in each))
    ]
    most = "at most " * any("awaiting" in each for each in facts)
    return f"{', '.join(parts)}; {most}{_usage(total)}"


def total(facts: Sequence[dict[str, Any]], usage: Usage) -> dict[str, Any]:
    """The whole run, for programs: what it has spent, on those that failed, too."""
    return {"briefings": len(facts), "failed": sum("error" in each for each in facts), **used(usage)}


def _sum(estimates: Sequence[dict[str, Any]]) -> float | None:
    prices = [each["usd"] for each in estimates]
    return None if None in prices else sum(prices)
