"""`briefing run`. In: manifests and options. Out: the files of their briefings, progress on stderr, a summary."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from briefing.commands.progress import Progress
from briefing.commands.sources import add_fetch_options, fetch_options
from briefing.errors import BriefingError, ManifestError
from briefing.manifest import identity, load_manifest, shown
from briefing.model import Origin
from briefing.pipeline import Outcome, dry_run, run
from briefing.steps.assignment import OVERVIEW
from briefing.steps.estimate import Estimate
from briefing.steps.options import RunOptions
from briefing.writers.table import WRITERS


def configure(parser: argparse.ArgumentParser) -> None:
    defaults = RunOptions()
    add = parser.add_argument
    add("manifests", nargs="+", metavar="MANIFEST", type=Path, help="sources/NAME.yaml; writes outputs/NAME/")
    add(
        "--engine",
        choices=("auto", *WRITERS),
        default="auto",
        help="who writes: a model behind a server, one in this process (local: --model FILE.gguf), or the embedded "
        "extractive writer; auto: a server's where OPENAI_API_KEY or OPENAI_BASE_URL is set",
    )
    add("--model", default="", metavar="NAME", help="the model, as its server calls it (or set BRIEFING_MODEL)")
    add("--base-url", default="", metavar="URL", help="an OpenAI-compatible server (or set OPENAI_BASE_URL)")
    add("--style", default="", metavar="NAME", help="a folder of prompts/, instead of the manifest's")
    add("--dry-run", action="store_true", help="show the calls, tokens and cost that a run would take, and stop")
    add("--force", action="store_true", help="write every section anew, fresh or not")
    add("--keep-going", action="store_true", help="go on without sources or manifests that fail")
    add("--jobs", type=_positive, default=defaults.jobs, metavar="N", help="calls at once (default %(default)s)")
    add(
        "--timeout",
        type=_seconds,
        default=defaults.timeout,
        metavar="S",
        help="seconds that one call of a model may take (default %(default).0f)",
    )
    add_fetch_options(parser)
    add("--json", action="store_true", help="print the summary as JSON")
    add("--quiet", "-q", action="store_true", help="no progress")
    parser.epilog = (
        "Environment: OPENAI_API_KEY is the key of the model's server, OPENAI_BASE_URL its address where it is not "
        "OpenAI's own (one that needs no key may go without), BRIEFING_MODEL the model. Without a key and an address, "
        "the extractive writer takes sentences from the sources as they stand."
    )


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number, 1 or more, not {text!r}")
    return int(text)


def _seconds(text: str) -> float:
    with suppress(ValueError):
        if 0 < (number := float(text)) < 1e6:
            return number
    raise argparse.ArgumentTypeError(f"must be a number of seconds above 0, not {text!r}")


def main(options: argparse.Namespace) -> int:
    _refuse_shared_outputs(options.manifests)
    asked = _asked(options)
    progress = Progress(quiet=options.quiet or options.json)
    summaries: list[dict[str, Any]] = []
    worst = 0
    for path in options.manifests:
        try:
            manifest = load_manifest(path)
            if options.dry_run:
                summaries.append(_show_estimate(manifest.name, dry_run(manifest, asked, os.environ, progress), options))
                continue
            outcome = run(manifest, asked, os.environ, progress)
        except BriefingError as error:
            if not options.keep_going or len(options.manifests) == 1:
                raise
            progress.clear()
            print(f"briefing: {error}", file=sys.stderr)
            worst = max(worst, error.exit_code)
            continue
        finally:
            progress.clear()
        summaries.append(summary(outcome))
        if not options.json:
            print(_in_words(outcome))
        for failure in outcome.failures:
            print(f"briefing: {failure}", file=sys.stderr)
            worst = max(worst, failure.exit_code)
    if options.json:
        print(json.dumps(summaries, indent=2, ensure_ascii=False))
    return worst


def _refuse_shared_outputs(paths: Sequence[Path]) -> None:
    """Raises ManifestError where the briefings of two manifests would be the same files."""
    first: dict[Path, Path] = {}
    for path in paths:
        try:
            root, name = identity(path)
        except ManifestError:
            continue  # its name cannot be one: that is told when its turn comes
        folder = root.resolve() / "outputs" / name
        same = first.setdefault(folder, path)
        if os.path.realpath(same) != os.path.realpath(path):
            what = f"{same} and {path} would both be written there"
            raise ManifestError(what, where=f"{shown(folder)}/", hint="Rename one of them, or move it away.")


def _asked(options: argparse.Namespace) -> RunOptions:
    return RunOptions(
        engine=options.engine,
        model=options.model,
        style=options.style,
        jobs=options.jobs,
        force=options.force,
        keep_going=options.keep_going,
        fetch=fetch_options(options),
        base_url=options.base_url,
        timeout=options.timeout,
    )


def summary(outcome: Outcome) -> dict[str, Any]:
    """The summary for programs: stable keys, described in docs/cli.md."""
    briefing = outcome.briefing
    severities = [finding.severity for finding in briefing.findings]
    return {
        "name": briefing.name,
        "folder": str(outcome.folder),
        "changed": list(outcome.changed),
        "writer": asdict(briefing.writer),
        "sources": [{"id": source.id, "origin": source.origin} for source in briefing.sources],
        "sections": {"written": list(outcome.written), "reused": list(outcome.reused)},
        "calls": outcome.usage.calls,
        "cached_replies": outcome.usage.cached,
        "tokens": {"input": outcome.usage.input_tokens, "output": outcome.usage.output_tokens},
        "usd": outcome.usage.usd,
        "findings": {name: severities.count(name) for name in ("error", "warning", "info")},
    }


def _in_words(outcome: Outcome) -> str:
    facts, briefing = summary(outcome), outcome.briefing
    who = briefing.writer.model or f"the {briefing.writer.engine} writer"
    lines = [
        f"{briefing.title}: {_parts(outcome.written)} written by {who}, {_parts(outcome.reused)} reused",
        f"  {_usage(facts)}; findings: {_findings(facts)}",
    ]
    for source in briefing.sources:
        if source.origin in (Origin.FALLBACK, Origin.SNAPSHOT):
            notes = [f.message for f in briefing.findings if f.where == f"sources/{source.id}"]
            note = notes[0].rstrip(".") if notes else f"read from a {source.origin}"
            why = outcome.reasons.get(source.id, "")
            lines.append(f"  {source.id}: {note}" + f" ({why})" * bool(why))
    changed = ", ".join(outcome.changed) or "nothing changed"
    return "\n".join([*lines, f"  {shown(outcome.folder)}: {changed}"])


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
    return ", ".join(parts) + (f", {facts['cached_replies']} replies from the cache" if facts["cached_replies"] else "")


def _findings(facts: dict[str, Any]) -> str:
    names = {"error": "error", "warning": "warning", "info": "note"}
    return ", ".join(count(n, names[name]) for name, n in facts["findings"].items() if n) or "none"


def cost(usd: float | None) -> str:
    return "price not known" if usd is None else f"${usd:.4f}" if usd else "$0"


def _show_estimate(name: str, estimate: Estimate, options: argparse.Namespace) -> dict[str, Any]:
    if not options.json:
        about = "" if estimate.exact else "about "
        print(
            f"{name}: {count(len(estimate.sections), 'section')} to write, {estimate.fresh} fresh\n"
            f"  {count(estimate.calls, 'call')}, {about}{estimate.input_tokens:,} tokens in, at most "
            f"{estimate.output_tokens:,} out, {cost(estimate.usd)}; what does not stand is asked for once more"
        )
    return {"name": name, **asdict(estimate)}
