"""What was made, read and judged: what a run would cost, what is stale, what changed, what does not hold. Nothing here
asks a model or writes a file."""

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from briefing.errors import OutputError
from briefing.model import Briefing, Manifest
from briefing.pipeline import (
    MEMORY,
    assign,
    base_of,
    load_previous,
    output_folder,
    outputs_of,
    prepare,
    render,
)
from briefing.renderers.table import RENDERERS
from briefing.reports.difference import Difference
from briefing.reports.problems import Checked
from briefing.rules.base import Committed
from briefing.rules.stale import unseen
from briefing.rules.table import judge
from briefing.steps.baseline import baseline, documents_at_hand, texts_of
from briefing.steps.choose import choose
from briefing.steps.compare import compare, everything_new
from briefing.steps.estimate import Estimate, estimate
from briefing.steps.options import RunOptions, Tell, silent
from briefing.steps.reading import documents_by_source
from briefing.steps.rendering import hold_against_markdown
from briefing.steps.setting import Setting
from briefing.steps.sight import OFFLINE, Sight, gather_at_hand, see
from briefing.steps.survey import Survey, survey
from briefing.store import Store
from briefing.style import Style, load_style, style_of


def dry_run(manifest: Manifest, options: RunOptions, environment: Mapping[str, str], tell: Tell = silent) -> Estimate:
    """The calls, tokens and cost that run() would take now. Reads the sources, asks no model, writes nothing."""
    return estimate(prepare(manifest, options, environment, tell).job)


def status(manifest: Manifest, options: RunOptions, environment: Mapping[str, str], tell: Tell = silent) -> Survey:
    """What run() would write or revise, and why. Reads the sources, asks no model, writes nothing."""
    return survey(prepare(manifest, options, environment, tell).job)


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
    return hold_against_markdown(found, before, after, markdown, setting, base_of(manifest))


def check(manifest: Manifest, store: str = "") -> Checked:
    """What does not hold in the committed files, or in those of a store. Asks no model and no network, but for a store
    that is reached by one, and writes nothing. Raises BriefingError where the style or the store cannot be read, or the
    outputs have no place."""
    outputs, style, names = outputs_of(manifest, store), style_of(manifest), (MEMORY, *RENDERERS)
    committed = Committed(
        manifest=manifest,
        style=style,
        outputs=outputs,
        names=names,
        files={name: raw for name in names if (raw := outputs.read(name)) is not None},
        render=lambda briefing: render(briefing, style, manifest),
        look=lambda briefing: look(manifest, style, briefing, store),
        store=store,
    )
    return Checked(manifest.name, manifest.path, tuple(judge(committed)), tuple(unseen(committed)))


def look(manifest: Manifest, style: Style, previous: Briefing, place: str = "") -> Sight:
    """What of a briefing can be told from the sources that are at hand without a network, or are kept in a store."""
    store = Store(Path(manifest.root), place, writes=False)
    choice = choose(manifest, OFFLINE, {}, previous, store, silent)
    at_hand = gather_at_hand(manifest, previous, store)
    if at_hand.lacking:  # what the others would say of their language is not known
        manifest = replace(manifest, language=manifest.language or previous.language)
    return see(assign(manifest, style, previous, choice, tuple(at_hand.documents.values()), OFFLINE), at_hand)
