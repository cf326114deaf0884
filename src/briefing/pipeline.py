"""From a manifest to a briefing, one step after the other. Each step is a file of steps/; this is their order."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing import codec
from briefing.conflict import is_conflicted, load_conflicted
from briefing.errors import OutputError, SourceError
from briefing.model import Briefing, Finding, Manifest, Usage
from briefing.renderers.table import RENDERERS
from briefing.reports.difference import Difference
from briefing.steps.assemble import assemble, source_findings
from briefing.steps.assignment import Assignment
from briefing.steps.baseline import baseline, documents_at_hand, texts_of
from briefing.steps.choose import choose
from briefing.steps.compare import compare, everything_new
from briefing.steps.estimate import Estimate, estimate
from briefing.steps.gather import gather
from briefing.steps.options import Event, RunOptions, Tell, silent
from briefing.steps.plan import plan_sections
from briefing.steps.reading import documents_by_source
from briefing.steps.rendering import hold_against_markdown
from briefing.steps.setting import Setting
from briefing.steps.survey import Survey, survey
from briefing.steps.update import update_overview, update_sections
from briefing.store import Store, clear_way, write_all
from briefing.style import Style, load_style

MEMORY = "briefing.json"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did. `changed`: names of the files that are not as they were before. `reasons`: by source, why it is
    no live page, where its address was to be read."""

    briefing: Briefing
    folder: Path
    changed: tuple[str, ...]
    written: tuple[str, ...]
    reused: tuple[str, ...]
    usage: Usage
    failures: tuple[SourceError, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)


def run(manifest: Manifest, options: RunOptions, environment: Mapping[str, str], tell: Tell = silent) -> Outcome:
    """Make a briefing, or bring it up to date. Raises BriefingError; then the outputs are as they were."""
    job, notes, failures = prepare(manifest, options, environment, tell, writes=True)
    with closing(job):
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
        [*notes, *updated.findings],
    )
    folder = output_folder(manifest)
    changed = write_all(folder, render(briefing, job.style, manifest))
    tell(Event("done", manifest.name, usage=updated.usage))
    return Outcome(
        briefing,
        folder,
        tuple(changed),
        tuple(updated.written),
        tuple(updated.reused),
        updated.usage,
        failures,
        {name: document.reason for name, document in job.documents.items() if document.reason},
    )


def dry_run(manifest: Manifest, options: RunOptions, environment: Mapping[str, str], tell: Tell = silent) -> Estimate:
    """The calls, tokens and cost that run() would take now. Reads the sources, asks no model, writes nothing."""
    job, _, _ = prepare(manifest, options, environment, tell)
    return estimate(job)


def status(manifest: Manifest, options: RunOptions, environment: Mapping[str, str], tell: Tell = silent) -> Survey:
    """What run() would write or revise, and why. Reads the sources, asks no model, writes nothing."""
    job, _, _ = prepare(manifest, options, environment, tell)
    return survey(job)


def diff(manifest: Manifest, revision: str) -> Difference:
    """What changed in meaning since the briefing that was committed at a git revision, and why. Asks no model, and no
    network. Raises BriefingError."""
    folder, after = output_folder(manifest), load_previous(manifest)
    if after is None:
        hint = f"Make it: briefing run {manifest.path}"
        raise OutputError("there is no briefing yet", where=str(folder / MEMORY), hint=hint)
    before = baseline(manifest, revision, MEMORY)
    if before.briefing is None:
        return everything_new(after, revision, before.commit)
    documents = documents_at_hand(manifest)
    style = load_style(after.style, manifest.root)
    setting = Setting(manifest, style, documents_by_source(documents), before.prompts)
    texts = (texts_of(before.briefing, before.documents), texts_of(after, documents))
    found = replace(compare(before.briefing, after, texts, setting), base=revision, commit=before.commit)
    page = folder / "briefing.md"
    markdown = page.read_text(encoding="utf-8", errors="replace") if page.is_file() else ""
    return hold_against_markdown(found, before, after, markdown, setting, _base(manifest))


def prepare(
    manifest: Manifest, options: RunOptions, environment: Mapping[str, str], tell: Tell, *, writes: bool = False
) -> tuple[Assignment, list[Finding], tuple[SourceError, ...]]:
    """Everything before the first word is written: the writer chosen, sources read, sections planned. writes: refuse a
    writer that could not write, before anything is waited for."""
    output_folder(manifest)  # before anything is paid for
    manifest = replace(manifest, style=options.style or manifest.style)
    style = load_style(manifest.style, manifest.root)
    previous = load_previous(manifest)
    store = Store(Path(manifest.root))
    choice = choose(manifest, options, environment, previous, store, tell)
    if writes:
        choice.refuse()
    gathered = gather(manifest, store, options, tell)
    documents = documents_by_source(gathered.documents)
    language = manifest.language or next((d.language for d in gathered.documents if d.language), "en")
    plan = plan_sections(gathered.documents, manifest.period, manifest.title, language)
    tell(Event("plan", manifest.name, len(plan.sections), len(plan.sections)))
    job = Assignment(
        manifest=manifest,
        style=style,
        language=language,
        documents=documents,
        plan=plan,
        previous=previous,
        choice=choice,
        force=options.force,
        jobs=options.jobs,
    )
    return job, [*source_findings(gathered.documents), *gathered.findings, *plan.findings], gathered.failures


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
    path = output_folder(manifest) / MEMORY
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OutputError(
            f"cannot be read ({error.strerror})", where=str(path), hint="Mend its permissions."
        ) from error
    return load_conflicted(raw, str(path)) if is_conflicted(raw) else codec.load(raw, str(path))


def render(briefing: Briefing, style: Style, manifest: Manifest) -> dict[str, bytes]:
    """All files of a briefing: pure functions of it."""
    base = _base(manifest)
    pages = {name: make(briefing, style, base).encode("utf-8", "replace") for name, make in RENDERERS.items()}
    return {MEMORY: codec.dump(briefing), **pages}


def _base(manifest: Manifest) -> str:
    """Leads from the outputs to the project root."""
    return "/".join([".."] * (2 + manifest.name.count("/")))
