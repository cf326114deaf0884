"""Choose the writer. In: what was asked for, what the environment offers, and who wrote the committed briefing.
Out: who writes, as it is recorded, and the means to make that writer where something has to be written."""

from collections.abc import Callable, Mapping
from functools import partial
from math import inf
from pathlib import Path
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from briefing.errors import ManifestError, ModelError
from briefing.model import Briefing, Budget, Manifest, WriterRecord
from briefing.steps.options import Event, RunOptions, Tell
from briefing.store import Store
from briefing.writers.anew import Anew
from briefing.writers.base import Task, Writer
from briefing.writers.batch_record import BatchRecord
from briefing.writers.ledger import Balance
from briefing.writers.options import DISCOUNT, WriterOptions, configured, engine
from briefing.writers.table import asks_model, in_process, make_writer, refuse_what_lacks

_WAITED = 600.0  # seconds that a call may have waited for its turn on a cluster


def _nothing() -> None:
    """Nothing lacks."""


def _never(_: Task) -> bool:
    """Nobody keeps replies."""
    return False


class Awaited(Writer, Protocol):
    """A writer that asks nobody. found: by the id of a task that it was given, the batch that its reply is with."""

    found: dict[str, str]


def _none() -> None:
    """Nothing is with a batch."""


class Choice(Struct, frozen=True):
    record: WriterRecord
    make: Callable[[], Writer]
    address: str = ""  # of the model's server
    counted: str = ""  # the model by whose tables tokens are counted; "" estimates, and needs no network
    refuse: Callable[[], None] = _nothing  # raises where the writer could not be made, or not write
    done: Callable[[], None] = _nothing  # to be called once the briefing is written
    is_kept: Callable[[Task], bool] = _never  # whether a reply to it is there already, and need not be paid for
    share: float = 1.0  # of the price of a call that is made at once
    handed_in: Callable[[], Awaited | None] = _none  # by which it is known what is with a batch, where anything is


def choose(
    manifest: Manifest,
    options: RunOptions,
    environment: Mapping[str, str],
    previous: Briefing | None,
    store: Store,
    tell: Tell,
) -> Choice:
    """What a model wrote is never silently rewritten by the embedded writer: without a key, `auto` stays with the
    model, whose fresh sections need no call; where one is stale, making the writer raises ModelError."""
    here = in_process(options.engine)
    setup = configured(
        WriterOptions(
            # a manifest may come from a stranger, and must not choose a file that is loaded
            model=replace(manifest.model, name=options.model or ("" if here else manifest.model.name)),
            store=store,
            jobs=options.jobs,
            base_url=options.base_url,
            api_key=options.api_key,
            in_process=here,
            offline=options.fetch.offline,
            briefing=manifest.name,
            fresh=options.force,
            batch=options.batch,
            timeout=options.timeout,
            pace=options.pace,
            commons=options.commons,
            lost_after=inf if options.executor.here else options.timeout + _WAITED,
            balance=None if manifest.model.budget == Budget() else options.executor.cell(Balance()),
            lease=options.executor.lease,
            say=lambda line: tell(Event("wait", line)),
        ),
        environment,
    )
    name = engine(options.engine, setup)
    before = previous.writer if previous else WriterRecord("")
    if options.engine == "auto" and not asks_model(name) and before.engine and asks_model(before.engine):
        record = replace(before, model=setup.model.name or before.model)
        return Choice(record, partial(_no_key, before), handed_in=partial(_handed_in, setup, record.model))
    if not asks_model(name):
        return Choice(
            WriterRecord(name), partial(make_writer, name, setup), refuse=partial(_refuse_idle, _idle(options), name)
        )
    if not setup.model.name and before.engine == name and not here:
        setup = replace(setup, model=replace(setup.model, name=before.model))
    counted = "" if options.fetch.offline else setup.model.name
    return Choice(
        WriterRecord(name, Path(setup.model.name).name if here else setup.model.name),
        partial(make_writer, name, setup),
        setup.address,
        counted,
        partial(refuse_what_lacks, name, setup),
        partial(_done, store, manifest.name),
        partial(_is_kept, setup, Path(setup.model.name).name if here else setup.model.name),
        DISCOUNT if options.batch == "hand in" else 1.0,
        partial(_handed_in, setup, setup.model.name),
    )


def _idle(options: RunOptions) -> str:
    """What was given that a model alone can do something with; "" for nothing, or where a writer was chosen by name."""
    if options.engine != "auto":
        return ""
    by_batch = {"": "", "hand in": "--batch", "cancel": "--cancel-batch"}
    return "--model" if options.model else by_batch[options.batch]


def _refuse_idle(idle: str, name: str) -> None:
    """Raises ManifestError where there is something of that, and no model is asked."""
    if idle:
        hint = "Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own; or leave it out: no model is needed."
        raise ManifestError(f"it is for a model, and the {name} writer asks none", where=idle, hint=hint)


def _is_kept(setup: WriterOptions, name: str, task: Task) -> bool:
    """name: by which its replies are kept; of a model in this process, that of its file, wherever that stands."""
    from briefing.writers.kept import KeptReplies  # 15 ms, and only asked before a run

    return KeptReplies(replace(setup, model=replace(setup.model, name=name))).get(task) is not None


def _handed_in(setup: WriterOptions, name: str) -> Awaited | None:
    """name: of the model. Nobody is asked: what is with a batch is on record."""
    named = replace(setup, model=replace(setup.model, name=name))
    batches = BatchRecord(named).load()
    if not batches:
        return None
    from briefing.writers.handed_in import HandedIn  # 15 ms

    return HandedIn(named, batches)


def _done(store: Store, briefing: str) -> None:
    Anew(store, briefing).end()


def _no_key(before: WriterRecord) -> Writer:
    lacking, where, remedy = "key", "OPENAI_API_KEY", "Set OPENAI_API_KEY or OPENAI_BASE_URL"
    if in_process(before.engine):
        lacking, where, remedy = "model", "--model", "Give --engine local --model FILE.gguf"
    raise ModelError(
        f"sections are stale that {before.model or before.engine} wrote, and there is no {lacking} to write them with",
        where=where,
        hint=f"{remedy} and run again, or take --engine extractive to have all of it "
        "written anew without a model. Fresh sections were left as they are.",
    )
