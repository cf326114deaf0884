"""`briefing run`. In: manifests and options. Out: the files of their briefings, progress on stderr, a summary."""

import argparse
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from briefing.commands.manifests import clashing, named
from briefing.commands.models import add_model_options
from briefing.commands.progress import Progress
from briefing.commands.sources import add_fetch_options, fetch_options
from briefing.commands.stores import add_store_option, store_of
from briefing.commands.summary import (
    awaited,
    awaited_in_words,
    failed,
    in_words,
    summary,
    tell_errors,
    total,
    total_in_words,
)
from briefing.errors import Awaiting, BriefingError, ManifestError
from briefing.executors.table import addresses, make_executor
from briefing.executors.threads import each
from briefing.manifest import load_manifest
from briefing.model import Budget, Usage
from briefing.pipeline import run
from briefing.remote import refuse_what_is_no_place
from briefing.renderers.cleaning import clean
from briefing.steps.options import Event, RunOptions
from briefing.writers.commons import Commons
from briefing.writers.ledger import Balance
from briefing.writers.table import WRITERS


def configure(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "manifests", nargs="*", metavar="MANIFEST", type=Path,
        help="sources/NAME.yaml; writes outputs/NAME/. Several, or a pattern in quotation marks such as "
        "'sources/**/*.yaml': all are made, within one limit of calls and one budget",
    )  # fmt: skip
    add_model_options(
        parser,
        list(WRITERS),
        "who writes: a model behind a server, one in this process (local: --model FILE.gguf), or the embedded "
        "extractive writer; auto: a server's where OPENAI_API_KEY or OPENAI_BASE_URL is set",
    )
    add("--style", default="", metavar="NAME", help="a folder of prompts/, instead of the manifest's")
    add("--force", action="store_true", help="write every section anew, fresh or not")
    add("--keep-going", action="store_true", help="go on without sources that fail")
    add_store_option(parser, "keep caches and outputs there")
    add(
        "--executor",
        default="local",
        metavar="WHERE",
        help=f"{' (default), or '.join(addresses())}: read sources and write sections on a cluster",
    )
    add(
        "--batch",
        action="store_true",
        help="hand in what is to be written as a batch, at half the price, and end; a later run collects it",
    )
    add("--cancel-batch", action="store_true", help="give up what is with a batch; what has come by then is used")
    add_fetch_options(parser)
    add("--json", action="store_true", help="print the summary as JSON")
    add("--quiet", "-q", action="store_true", help="no progress")
    parser.epilog = (
        "Environment: OPENAI_API_KEY is the key of the model's server, OPENAI_BASE_URL its address where it is not "
        "OpenAI's own (one that needs no key may go without), BRIEFING_MODEL the model. Without a key and an address, "
        "the extractive writer takes sentences from the sources as they stand."
    )


class _Made(Struct, frozen=True):
    """What came of one manifest: facts for programs, words for people, and what went wrong. path: where several are
    made, that of the manifest."""

    facts: dict[str, Any]
    words: str = ""
    errors: tuple[BriefingError, ...] = ()
    path: str = ""


def main(options: argparse.Namespace) -> int:
    if options.batch and options.cancel_batch:
        raise ManifestError("what is handed in is not given up", where="--batch", hint="Leave one of them out.")
    if options.force and (options.batch or options.cancel_batch):
        raise ManifestError(
            "--force writes anew what a batch has brought", where="--batch", hint="Leave one of them out."
        )
    paths = named(options.manifests)
    clashes = clashing(paths)
    if len(clashes) == len(paths):
        raise next(iter(clashes.values()))
    store = store_of(options)
    if store:
        refuse_what_is_no_place(store)  # before a cluster is asked for
    progress = Progress(quiet=options.quiet or options.json, briefings=len(paths))
    asked = _asked(options, store, progress)

    def make(path: Path) -> _Made:
        try:
            if path in clashes:
                raise clashes[path]
            return _make(path, asked, progress, dry=options.dry_run)
        except Awaiting as waiting:
            return _Made(awaited(path, waiting), awaited_in_words(waiting))
        except BriefingError as error:
            if len(paths) == 1:
                raise
            return _Made(
                failed(path, error), errors=(error,), path=str(path)
            )  # one that fails does not hold up the others
        finally:
            progress.finish()

    try:
        made = each(make, paths, asked.jobs)
        spent = asked.commons.ledger.total
    finally:
        progress.clear()
        asked.executor.close()
    _tell(made, spent, options)
    return max((error.exit_code for each_ in made for error in each_.errors), default=0)


def _make(path: Path, asked: RunOptions, progress: Progress, *, dry: bool) -> _Made:
    manifest = load_manifest(path)
    tell = progress.of(manifest.name, asked.commons.ledger)
    if dry:
        from briefing.commands.expectation import expected, expected_in_words  # they load what a run does without
        from briefing.review import dry_run

        estimate = dry_run(manifest, asked, os.environ, tell)
        return _Made(expected(manifest.name, estimate), expected_in_words(manifest.name, estimate))
    outcome = run(manifest, asked, os.environ, tell)
    return _Made(summary(outcome), in_words(outcome), outcome.failures)


def _tell(made: Sequence[_Made], spent: Usage, options: argparse.Namespace) -> None:
    for one in made:
        if one.words and not options.json:
            print(clean(one.words))  # a terminal obeys what it is shown
    tell_errors((one.path, error) for one in made for error in one.errors)
    facts = [one.facts for one in made]
    if options.json:
        all_of_it = {} if options.dry_run else {"run": total(facts, spent)}
        print(json.dumps([{**each_, **all_of_it} for each_ in facts], indent=2, ensure_ascii=False))
    elif len(made) > 1:
        print(total_in_words(facts, spent, dry=options.dry_run))


def _asked(options: argparse.Namespace, store: str, progress: Progress) -> RunOptions:
    executor = make_executor(options.executor, options.jobs, lambda what: progress(Event("wait", what)))
    budget = Budget(options.budget_tokens, options.budget_usd)
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
        batch="hand in" if options.batch else "cancel" if options.cancel_batch else "",
        commons=Commons(budget, executor.cell(Balance())),
        store=store,
        executor=executor,
    )
