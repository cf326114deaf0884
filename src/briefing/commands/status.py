"""`briefing status`. In: manifests. Out: what is stale and why, down to the sentence. Exit 1 where something is.

No key is needed, no model asked, and nothing written.
"""

import argparse
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from briefing.commands.manifests import named
from briefing.commands.progress import Progress
from briefing.commands.sources import add_fetch_options, fetch_options
from briefing.commands.stores import add_store_option, store_of
from briefing.commands.summary import count, failed, tell_errors
from briefing.errors import BriefingError
from briefing.manifest import load_manifest, run_command
from briefing.model import Manifest
from briefing.renderers.cleaning import clean
from briefing.review import status
from briefing.steps.assignment import OVERVIEW
from briefing.steps.changes import Change
from briefing.steps.options import RunOptions
from briefing.steps.survey import State, Survey
from briefing.writers.table import WRITERS

STALE = 1
SHOWN = 8  # changes of one section that are shown as text; JSON has all
_BECAUSE = {"source": "the source has changed", "style": "its prompt has changed", "writer": "the model has changed"}


def configure(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    about = "sources/NAME.yaml; several, or a pattern as in run: one that fails does not hold up the others"
    add("manifests", nargs="*", metavar="MANIFEST", type=Path, help=about)
    add("--format", choices=("text", "json"), default="text", help="default text")
    add("--engine", choices=("auto", *WRITERS), default="auto", help="as in run: whose sections are judged")
    add("--model", default="", metavar="NAME", help="as in run")
    add("--style", default="", metavar="NAME", help="as in run")
    add_store_option(parser)
    add_fetch_options(parser)
    add("--quiet", "-q", action="store_true", help="no progress")


def main(options: argparse.Namespace) -> int:
    asked = RunOptions(
        engine=options.engine,
        model=options.model,
        style=options.style,
        fetch=fetch_options(options),
        store=store_of(options),
    )
    progress = Progress(quiet=options.quiet or options.format == "json")
    told: list[dict[str, Any]] = []
    codes = {0}
    errors: list[tuple[str, BriefingError]] = []
    paths = named(options.manifests)
    for path in paths:
        try:
            manifest, found = _surveyed(path, asked, progress)
        except BriefingError as error:
            if len(paths) == 1:
                raise
            errors.append((str(path), error))
            told.append(failed(path, error))
            continue
        codes.add(STALE if found.stale else 0)
        told.append({"name": manifest.name, "states": to_builtins(found.states)})
        if options.format == "text":
            said = _in_words(manifest, run_command(path, asked.store), found)
            print(clean("\n".join(said)))  # a terminal obeys what it is shown
    tell_errors(errors)
    if options.format == "json":
        print(json.dumps(told, indent=2, ensure_ascii=False))
    return max(codes | {error.exit_code for _, error in errors})


def _surveyed(path: Path, asked: RunOptions, progress: Progress) -> tuple[Manifest, Survey]:
    """Raises BriefingError."""
    manifest = load_manifest(path)
    try:
        return manifest, status(manifest, asked, os.environ, progress)
    finally:
        progress.clear()


def _in_words(manifest: Manifest, run: str, found: Survey) -> Iterator[str]:
    sections = [state for state in found.states if state.id != OVERVIEW]
    stale = [state for state in found.stale if state.id != OVERVIEW]
    if not found.stale:
        yield f"{manifest.name}: up to date, {count(len(sections), 'section')} and the overview"
        return
    yield f"{manifest.name}: {len(stale)} of {count(len(sections), 'section')} to bring up to date" + (
        ", and the overview" if len(found.stale) > len(stale) else ""
    )
    for state in found.stale:
        yield f"  {_name(state)}: {_because(state)}{_with(state)}"
        for change in state.changes[:SHOWN]:
            yield from _change(change)
        if len(state.changes) > SHOWN:
            yield f"    … and {len(state.changes) - SHOWN} more"
    collects = "; that collects what has come" if any(state.batch for state in found.stale) else ""
    yield f"To bring it up to date: {run}{collects}"


def _name(state: State) -> str:
    return f"{state.id} ({state.title})" if state.title and state.title != state.id else state.id


def _with(state: State) -> str:
    return f"; it is with the batch {state.batch}, and not collected yet" if state.batch else ""


def _because(state: State) -> str:
    if state.verdict == "new":
        return "is not written yet"
    if state.verdict == "gone":
        return "is no longer in the sources, and would be left out"
    if not state.parts:
        return "was edited by hand"
    if state.follows and state.parts == ("source",) and not state.changes:
        return f"rests on what changed in {', '.join(state.follows)}"
    reasons = ", ".join(_BECAUSE[part] for part in state.parts)
    only = "" if state.changes or "source" not in state.parts else " (links, order or markup only)"
    return reasons + only


def _change(change: Change) -> Iterator[str]:
    where = f"{change.part}: " if change.part else ""
    if change.kind == "removed":
        yield f"    - {where}{change.before or 'a sentence that the briefing does not cite'}"
    elif change.kind == "added":
        yield f"    + {where}{change.after}"
    else:
        yield f"    ~ {where}{change.before or '(words not kept: it was never cited)'}"
        yield f"      now: {change.after}"
