"""From a manifest to a briefing, one step after the other. Each step is a file of steps/; this is their order.

What reads and judges, and writes nothing, stands in review.py: a run does not pay for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from importlib import import_module
from pathlib import Path
from threading import Timer

from msgspec import Struct, field
from msgspec.structs import replace

from briefing import codec
from briefing.checks.table import checks
from briefing.conflict import is_conflicted, load_conflicted
from briefing.errors import BriefingError, OutputError, SourceError
from briefing.executors.local import LocalExecutor
from briefing.model import Briefing, Document, Finding, Manifest, Overview, Usage
from briefing.outputs import Outputs, clear_way
from briefing.remote import refuse_what_is_no_place
from briefing.renderers.remembered import made_of
from briefing.renderers.table import RENDERERS
from briefing.steps.assemble import assemble, source_findings
from briefing.steps.assignment import Assignment
from briefing.steps.choose import Choice, choose
from briefing.steps.gather import gather
from briefing.steps.options import Event, RunOptions, Tell, silent, waiting
from briefing.steps.plan import plan_sections
from briefing.steps.reading import documents_by_source
from briefing.steps.update import update_overview, update_sections
from briefing.store import Store
from briefing.style import Style, style_of
from briefing.tongue import same
from briefing.writers.prices import price

MEMORY = "briefing.json"
_ASKED = 1.0  # seconds after which the questions are out, and only the model is waited for


class Prepared(Struct, frozen=True):
    """All that there is before the first word is written. notes: what was found while reading and dividing the sources;
    failures: of those that are gone on without."""

    job: Assignment
    notes: tuple[Finding, ...]
    failures: tuple[SourceError, ...]


class Outcome(Struct, frozen=True):
    """What a run did. `changed`: names of the files that are not as they were before. `reasons`: by source, what
    was read in the place of its address, and why. `place`: where the files are, which is the folder or in a store."""

    briefing: Briefing
    folder: Path
    changed: tuple[str, ...]
    written: tuple[str, ...]
    reused: tuple[str, ...]
    usage: Usage
    failures: tuple[SourceError, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)
    place: str = ""


def run(manifest: Manifest, options: RunOptions, environment: Mapping[str, str], tell: Tell = silent) -> Outcome:
    """Make a briefing, or bring it up to date. Raises BriefingError; then the outputs are as they were. Where another
    run of it is at work on this machine, this one begins when that has ended, and finds fresh what it has made."""
    prepared = prepare(manifest, options, environment, tell, writes=True)
    with Store(Path(manifest.root)).alone(f"run {manifest.name}", waiting(manifest.name, tell)) as waited:
        if waited:  # it is another briefing now
            prepared = prepare(manifest, options, environment, tell, writes=True)
        return _written(prepared, options, tell)


def _written(prepared: Prepared, options: RunOptions, tell: Tell) -> Outcome:
    job = prepared.job
    if job.style.own:  # a mistake in its templates or labels is told before anything is paid for
        _rehearse(job)
    with closing(job), _rehearsed(job):
        updated = update_sections(job, tell)
        update_overview(job, updated, tell)
    briefing = assemble(
        job.manifest,
        job.documents,
        job.choice.record,
        job.language,
        updated.sections,
        updated.overview,
        updated.evidence,
        [*prepared.notes, *updated.findings],
    )
    outputs = outputs_of(job.manifest, options.store)
    changed = outputs.write_all(_files_of(briefing, job, outputs))
    job.choice.done()
    tell(Event("done", briefing.name, usage=updated.usage))
    return Outcome(
        briefing,
        outputs.folder,
        tuple(changed),
        tuple(updated.written),
        tuple(updated.reused),
        updated.usage,
        prepared.failures,
        {
            name: f"{document.notes[0].rstrip('.')} ({document.reason})"
            for name, document in job.documents.items()
            if document.reason
        },
        outputs.place,
    )


@contextmanager
def _rehearsed(job: Assignment) -> Iterator[None]:
    """While a model is waited for, load what is needed once it has answered: the rules that its replies are held
    against, the prices of its tokens, the templates. When the last reply has come, it is too late to be quick."""

    def load() -> None:
        import_module("briefing.steps.verify")
        checks()
        price(job.choice.record.model, job.choice.address, 1, 1)
        with suppress(BriefingError, OSError):  # which the performance will raise again
            _rehearse(job)

    timer = Timer(_ASKED, load)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _rehearse(job: Assignment) -> None:
    """Make the files of a briefing that says nothing, which compiles the templates. Raises BriefingError."""
    nothing = assemble(job.manifest, job.documents, job.choice.record, job.language, [], Overview("", {}), {}, [])
    render(nothing, job.style, job.manifest)


def prepare(
    manifest: Manifest, options: RunOptions, environment: Mapping[str, str], tell: Tell, *, writes: bool = False
) -> Prepared:
    """Everything before the first word is written: the writer chosen, sources read, sections planned. writes: refuse a
    writer that could not write, before anything is waited for."""
    if options.store:
        refuse_what_is_no_place(options.store)
    outputs = outputs_of(manifest, options.store)  # before anything is paid for
    if options.style:
        manifest = replace(manifest, style=options.style, style_at="--style")
    style = style_of(manifest)
    previous = _previous(outputs)
    store = Store(Path(manifest.root), options.store)
    choice = choose(manifest, options, environment, previous, store, tell)
    if writes:
        choice.refuse()
    gathered = gather(manifest, store, options, tell)
    job = assign(manifest, style, previous, choice, gathered.documents, options)
    tell(Event("plan", manifest.name, len(job.plan.sections), len(job.plan.sections)))
    notes = (*source_findings(gathered.documents), *gathered.findings, *job.plan.findings)
    return Prepared(job, notes, gathered.failures)


def assign(
    manifest: Manifest,
    style: Style,
    previous: Briefing | None,
    choice: Choice,
    documents: Sequence[Document],
    options: RunOptions,
) -> Assignment:
    found = next((d.language for d in documents if d.language), "en")
    language = manifest.language or (previous.language if previous and same(previous.language, found) else found)
    return Assignment(
        manifest=manifest,
        style=style,
        language=language,
        documents=documents_by_source(documents),
        plan=plan_sections(documents, manifest.period, manifest.title, language),
        previous=previous,
        choice=choice,
        force=options.force,
        # what one batch takes together, and the record of it, is put together in one place
        executor=LocalExecutor(options.jobs) if options.batch else options.executor,
    )


def output_folder(manifest: Manifest) -> Path:
    """Raises OutputError where a symbolic link leads it out of the project, or something else stands in its place."""
    folder = Path(manifest.root, "outputs", manifest.name)
    try:
        inside = folder.resolve().is_relative_to(Path(manifest.root).resolve())
    except (OSError, RuntimeError):  # links in a circle
        inside = False
    if not inside:
        hint = "Remove the symbolic link: outputs stay inside of the project."
        raise OutputError("leads out of the project", where=str(folder), hint=hint)
    clear_way(folder, (MEMORY, *RENDERERS))
    return folder


def load_previous(manifest: Manifest) -> Briefing | None:
    """The briefing as committed, or None where there is none yet. Raises OutputError where it is damaged."""
    return _previous(outputs_of(manifest))


def _previous(outputs: Outputs) -> Briefing | None:
    raw, path = outputs.read(MEMORY), f"{outputs.place}/{MEMORY}"
    if raw is None:
        return None
    return load_conflicted(raw, path) if is_conflicted(raw) else codec.load(raw, path)


def outputs_of(manifest: Manifest, store: str = "") -> Outputs:
    """Raises OutputError."""
    url = f"{store.rstrip('/')}/outputs/{manifest.name}" if store else ""
    return Outputs(output_folder(manifest), url)


def _files_of(briefing: Briefing, job: Assignment, outputs: Outputs) -> Mapping[str, bytes]:
    """As rendered; or as they stand, where they would be rendered to the same bytes: this machine remembers that by the
    stamps of its own files, which are nobody else's."""
    memory = codec.dump(briefing)
    made = made_of(Store(Path(job.manifest.root)), memory, job.style, base_of(job.manifest))
    pages = made.standing(outputs, tuple(RENDERERS))
    if pages is None:
        pages = _pages(briefing, job.style, job.manifest)
        made.remember(pages)
    return {MEMORY: memory, **pages}


def render(briefing: Briefing, style: Style, manifest: Manifest) -> dict[str, bytes]:
    """All files of a briefing: pure functions of it."""
    return {MEMORY: codec.dump(briefing), **_pages(briefing, style, manifest)}


def _pages(briefing: Briefing, style: Style, manifest: Manifest) -> dict[str, bytes]:
    base = base_of(manifest)
    return {name: make(briefing, style, base).encode("utf-8", "replace") for name, make in RENDERERS.items()}


def base_of(manifest: Manifest) -> str:
    """Leads from the outputs to the project root."""
    return "/".join([".."] * (2 + manifest.name.count("/")))
