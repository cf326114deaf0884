"""Bring the sections up to date. In: a plan, and the briefing as committed. Out: sections and overview, of which those
that are fresh are taken from the committed one as they stand, and the others written or revised."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct, field

from briefing.errors import Awaiting
from briefing.model import (
    Cite,
    Evidence,
    Field,
    Finding,
    Located,
    Overview,
    Reading,
    Section,
    SectionPlan,
    Usage,
)
from briefing.steps.assemble import findings_of
from briefing.steps.assignment import OVERVIEW, Assignment, Piece
from briefing.steps.changes import passages_by_part, sentences_of
from briefing.steps.options import Event, Tell
from briefing.steps.reading import overview_reading, quoted_in
from briefing.steps.sound import is_sound
from briefing.steps.stale import read_digests
from briefing.steps.written import Written
from briefing.walk import cited_by
from briefing.writers.base import PutOff


class Updated(Struct):
    sections: list[Section] = field(default_factory=list)
    overview: Overview = field(default_factory=lambda: Overview("", {}))
    evidence: dict[str, Evidence] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)
    written: list[str] = field(default_factory=list)
    reused: list[str] = field(default_factory=list)


def stale_sections(job: Assignment) -> list[SectionPlan]:
    """The sections that have to be written or revised."""
    return [section for section in job.plan.sections if job.force or not _is_fresh(job, section)]


def _is_fresh(job: Assignment, section: SectionPlan) -> bool:
    before = job.before.get(section.id)
    if before is None or job.previous is None or before.fingerprint != job.section_fingerprint(section):
        return False
    return is_sound(before.fields, before.seals, job.previous.evidence, job.blocks)


def update_sections(job: Assignment, tell: Tell) -> Updated:
    """Raises ModelError, after what was under way has come to its end, and Awaiting where replies come later."""
    stale = stale_sections(job)
    total, done = Usage(), 0

    def tell_of(section: SectionPlan, found: Written | None) -> None:
        nonlocal total, done
        if found is not None:
            total, done = total + found.usage, done + 1
            tell(Event("write", section.id, done, len(stale), total))

    written = dict(
        zip((section.id for section in stale), job.executor.each("write", _write, stale, job, tell_of), strict=True)
    )
    results = {name: found for name, found in written.items() if found is not None}
    if waiting := len(written) - len(results):
        raise _awaiting(job, f"{waiting} of {len(job.plan.sections)} sections")
    updated = Updated()
    for section in job.plan.sections:
        before = job.before.get(section.id)
        if section.id in results:
            fields = _take_written(updated, job, section.id, results[section.id])
        else:
            fields = _take_previous(updated, job, section.id, before.fields if before else {})
        updated.sections.append(_section(section, job, fields))
    return updated


def _write(section: SectionPlan, job: Assignment) -> Written | None:
    """None where it is put off: the others are handed in together with it."""
    try:
        return _rewrite(job.section(section), job)
    except PutOff:
        return None


def _write_overview(shown: tuple[Reading, Collection[Cite]], job: Assignment) -> Written | None:
    try:
        return _rewrite(job.overview(*shown), job)
    except PutOff:
        return None


def _rewrite(piece: Piece, job: Assignment) -> Written:
    from briefing.steps.rewrite import rewrite  # prompts, rules and doors: 60 ms, where something is stale

    return rewrite(piece, job)


def _awaiting(job: Assignment, what: str) -> Awaiting:
    hint = "The outputs are as they were. Run again later: what has come by then is used, and not paid for again."
    return Awaiting(f"{what} {job.writer.hand_in()}", where=job.manifest.name, hint=hint)


def _section(section: SectionPlan, job: Assignment, fields: Mapping[str, Field]) -> Section:
    return Section(
        section.id,
        section.title,
        job.section_fingerprint(section),
        read_digests(section.blocks),
        fields,
        _lengths(section.blocks),
        sentences_of(section.blocks),
    )


def _lengths(blocks: Iterable[Located]) -> dict[str, int]:
    """By source, the characters of the blocks that a section is written from."""
    found: Counter[str] = Counter()
    for located in blocks:
        found[located.source] += len(located.block.text)
    return dict(sorted(found.items()))


def _take_written(updated: Updated, job: Assignment, where: str, written: Written) -> dict[str, Field]:
    updated.findings += written.findings
    updated.usage += written.usage
    updated.written.append(where)
    order = (*job.style.section, *job.style.overview)
    return _relinked(updated, job, {spec.key: written.fields[spec.key] for spec in order if spec.key in written.fields})


def _take_previous(updated: Updated, job: Assignment, where: str, fields: Mapping[str, Field]) -> dict[str, Field]:
    """What is fresh is taken as it was committed: its words, its citations, its findings."""
    updated.findings += findings_of(job.previous.findings if job.previous else (), where)
    updated.reused.append(where)
    return _relinked(updated, job, fields)


def _relinked(updated: Updated, job: Assignment, fields: Mapping[str, Field]) -> dict[str, Field]:
    updated.evidence.update({name: job.relinker.evidence(name) for name in sorted(cited_by([fields]))})
    return job.relinker.fields(fields)


def is_stale(job: Assignment, reading: Reading) -> bool:
    """Whether the overview is not what would be written from this reading."""
    if job.previous is None or job.force:
        return True
    before = job.previous.overview
    now = (job.overview_fingerprint(), passages_by_part(reading.passages))
    sound = is_sound(before.fields, before.seals, job.previous.evidence, job.blocks)
    return (before.fingerprint, before.sentences) != now or not sound


def update_overview(job: Assignment, updated: Updated, tell: Tell) -> None:
    """Write or revise the overview over all sections, where what it is written from has changed."""
    reading = overview_reading(job.plan, updated.sections, job.blocks)
    fingerprint, sentences = job.overview_fingerprint(), passages_by_part(reading.passages)
    before = job.previous.overview if job.previous else None
    if before and not is_stale(job, reading):
        fields = _take_previous(updated, job, OVERVIEW, before.fields)
    elif not job.style.overview or not reading.passages:
        fields = {}
    else:
        so_far = cited_by([before.fields]) if before else ()
        reading = overview_reading(job.plan, updated.sections, job.blocks, so_far)
        shown = (reading, quoted_in(updated.sections))
        (written,) = job.executor.each("write", _write_overview, [shown], job, lambda _, __: None)
        if written is None:
            raise _awaiting(job, "the overview")
        fields = _take_written(updated, job, OVERVIEW, written)
        tell(Event("write", OVERVIEW, 1, 1, updated.usage))
    updated.overview = Overview(fingerprint, fields, sentences)
