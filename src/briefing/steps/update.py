"""Bring the sections up to date. In: a plan, and the briefing as committed. Out: sections and overview, of which those
that are fresh are taken from the committed one as they stand, and the others written."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from briefing.model import (
    Briefing,
    Document,
    Evidence,
    Field,
    Finding,
    Located,
    Manifest,
    ModelOptions,
    Overview,
    Plan,
    Reading,
    Section,
    SectionPlan,
    Usage,
)
from briefing.steps.assemble import findings_of
from briefing.steps.choose import Choice
from briefing.steps.cite import cites_of
from briefing.steps.options import Event, Tell
from briefing.steps.parts import write_in_parts
from briefing.steps.pool import each
from briefing.steps.prompt import overview_task, section_task
from briefing.steps.reading import index_blocks, overview_reading, section_reading
from briefing.steps.sound import is_sound
from briefing.steps.stale import overview_fingerprint, previous_sections, read_digests, section_fingerprint
from briefing.steps.write import Written
from briefing.style import Style
from briefing.writers.base import Task, Writer

OVERVIEW = "overview"


@dataclass(frozen=True)
class Assignment:
    """All that the writing of one briefing needs."""

    manifest: Manifest
    style: Style
    language: str
    documents: Mapping[str, Document]
    plan: Plan
    previous: Briefing | None
    choice: Choice
    force: bool
    jobs: int

    @cached_property
    def writer(self) -> Writer:
        return self.choice.make()

    def close(self) -> None:
        """End what the writer holds open, where there is one."""
        if "writer" in self.__dict__:
            self.writer.close()

    @property
    def window(self) -> ModelOptions:
        """What one call may hold, counted by the tables of the model that is asked."""
        return replace(self.manifest.model, name=self.choice.counted)

    @cached_property
    def blocks(self) -> Mapping[str, Located]:
        """The blocks of the sources, by evidence id."""
        return index_blocks(self.plan)

    def section_fingerprint(self, section: SectionPlan) -> str:
        return section_fingerprint(section, self.style, self.language, self.choice.record, self.manifest.model)

    def read_in(self, reading: Reading) -> tuple[Document, ...]:
        """The documents that a reading is from."""
        return tuple(self.documents[name] for name in dict.fromkeys(p.located.source for p in reading.passages))

    def section_task(self, section: SectionPlan, reading: Reading, prompted: bool, part: str = "") -> Task:
        return section_task(
            id=section.id,
            title=section.title,
            style=self.style,
            language=self.language,
            fields=self.style.section,
            reading=reading,
            prompted=prompted,
            part=part,
            documents=self.read_in(reading),
        )

    def overview_task(self, reading: Reading, prompted: bool, part: str = "") -> Task:
        return overview_task(
            id=OVERVIEW,
            title=self.manifest.title,
            style=self.style,
            language=self.language,
            fields=self.style.overview,
            reading=reading,
            prompted=prompted,
            part=part,
            documents=self.read_in(reading),
        )


@dataclass(slots=True)
class Updated:
    sections: list[Section] = field(default_factory=list)
    overview: Overview = field(default_factory=lambda: Overview("", {}))
    evidence: dict[str, Evidence] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)
    written: list[str] = field(default_factory=list)
    reused: list[str] = field(default_factory=list)


def stale_sections(job: Assignment) -> list[SectionPlan]:
    """The sections that have to be written."""
    before = previous_sections(job.previous)
    return [
        section for section in job.plan.sections if job.force or not _is_fresh(job, section, before.get(section.id))
    ]


def _is_fresh(job: Assignment, section: SectionPlan, before: Section | None) -> bool:
    if before is None or job.previous is None or before.fingerprint != job.section_fingerprint(section):
        return False
    return is_sound(before.fields, job.previous.evidence, job.blocks)


def update_sections(job: Assignment, tell: Tell) -> Updated:
    """Raises ModelError, after what was under way has come to its end."""
    stale = stale_sections(job)
    writer = job.writer if stale else None
    done: list[Usage] = []

    def write_one(section: SectionPlan) -> Written:
        assert writer is not None  # noqa: S101 - there is a writer wherever something is stale
        reading = section_reading(section.blocks)
        written = write_in_parts(
            reading, lambda r, part: job.section_task(section, r, writer.prompted, part), writer, job.style,
            job.documents, job.window,
        )  # fmt: skip
        done.append(written.usage)
        tell(Event("write", section.id, len(done), len(stale), sum(done, Usage())))
        return written

    results = dict(zip((s.id for s in stale), each(write_one, stale, job.jobs), strict=True))
    updated = Updated()
    for section in job.plan.sections:
        if section.id in results:
            _take_written(updated, job, section, results[section.id])
        else:
            _take_previous(updated, job.previous, section)
    return updated


def _take_written(updated: Updated, job: Assignment, section: SectionPlan, written: Written) -> None:
    updated.sections.append(
        Section(
            section.id,
            section.title,
            job.section_fingerprint(section),
            read_digests(section.blocks),
            _in_order(written.fields, job),
            _lengths(section.blocks),
        )
    )
    _account(updated, section.id, written)


def _lengths(blocks: Iterable[Located]) -> dict[str, int]:
    """By source, the characters of the blocks that a section is written from."""
    found: Counter[str] = Counter()
    for located in blocks:
        found[located.source] += len(located.block.text)
    return dict(sorted(found.items()))


def _in_order(fields: Mapping[str, Field], job: Assignment) -> dict[str, Field]:
    return {spec.key: fields[spec.key] for spec in (*job.style.section, *job.style.overview) if spec.key in fields}


def _account(updated: Updated, where: str, written: Written) -> None:
    updated.evidence.update(written.evidence)
    updated.findings += written.findings
    updated.usage += written.usage
    updated.written.append(where)


def _take_previous(updated: Updated, previous: Briefing | None, planned: SectionPlan) -> None:
    """A fresh section is taken as it was committed: its words, its evidence, its findings. Only lengths are counted
    anew: of the same blocks they are the same, and an earlier version did not write them."""
    section = previous_sections(previous).get(planned.id)
    if previous is None or section is None:
        raise AssertionError(f"{planned.id} is fresh, and was never written")
    updated.sections.append(replace(section, length=_lengths(planned.blocks)))
    updated.evidence.update(_evidence_of(section.fields, previous))
    updated.findings += findings_of(previous.findings, planned.id)
    updated.reused.append(planned.id)


def _evidence_of(fields: Mapping[str, Field], previous: Briefing) -> dict[str, Evidence]:
    cited = (cite.evidence for cite in cites_of(fields))
    return {key: previous.evidence[key] for key in cited if key in previous.evidence}


def update_overview(job: Assignment, updated: Updated, tell: Tell) -> None:
    """Write the overview over all sections, where what it is written from has changed."""
    reading = overview_reading(job.plan, updated.sections, job.blocks)
    fingerprint = overview_fingerprint(reading.passages, job.style, job.language, job.choice.record, job.manifest.model)
    before = job.previous
    fresh = before and before.overview.fingerprint == fingerprint and not job.force
    if before and fresh and is_sound(before.overview.fields, before.evidence, job.blocks):
        updated.overview = before.overview
        updated.evidence.update(_evidence_of(before.overview.fields, before))
        updated.findings += findings_of(before.findings, OVERVIEW)
        updated.reused.append(OVERVIEW)
        return
    if not job.style.overview or not reading.passages:
        updated.overview = Overview(fingerprint, {})
        return
    writer = job.writer
    written = write_in_parts(
        reading, lambda r, part: job.overview_task(r, writer.prompted, part), writer, job.style,
        job.documents, job.window,
    )  # fmt: skip
    updated.overview = Overview(fingerprint, _in_order(written.fields, job))
    _account(updated, OVERVIEW, written)
    tell(Event("write", OVERVIEW, 1, 1, updated.usage))
