"""Survey. In: what would be written from now, and the briefing as committed. Out: what is stale, and why, down to the
sentence of the source. Asks no model, and writes nothing."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefing.model import SectionPlan
from briefing.steps.assignment import OVERVIEW, Assignment
from briefing.steps.awaited import awaited
from briefing.steps.changes import (
    Change,
    changes,
    kept_texts,
    passages_by_part,
    sentences_of,
    texts_of_blocks,
)
from briefing.steps.reading import FRAME_PARTS, overview_reading
from briefing.steps.sound import is_sound
from briefing.steps.stale import changed_parts

Verdict = Literal["fresh", "stale", "new", "gone"]


class State(Struct, frozen=True):
    """A section, or the overview. parts: of stale.PARTS, what has changed; none of them where somebody edited the text.
    changes: of the source, where that is what has changed; none of them where only links, order or markup have.
    follows: of the overview, the sections that it rests on and that say something else now, are new, or are gone.
    batch: that has been asked for it, where a run handed it in and none has collected it yet."""

    id: str
    title: str
    verdict: Verdict
    parts: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    follows: tuple[str, ...] = ()
    batch: str = ""


class Survey(Struct, frozen=True):
    """The states of the sections in their order, then of those that are gone, then of the overview."""

    states: tuple[State, ...]

    @property
    def stale(self) -> tuple[State, ...]:
        return tuple(state for state in self.states if state.verdict != "fresh")


def survey(job: Assignment) -> Survey:
    states = [_section(job, section) for section in job.plan.sections]
    planned = {section.id for section in job.plan.sections}
    gone = [State(s.id, s.title, "gone") for s in job.before.values() if s.id not in planned]
    found = (*states, *gone, *_overview(job))
    batches = {} if all(state.verdict == "fresh" for state in found) else awaited(job)
    return Survey(tuple(replace(state, batch=batches.get(state.id, "")) for state in found))


def _section(job: Assignment, section: SectionPlan) -> State:
    before = job.before.get(section.id)
    if before is None or job.previous is None:
        return State(section.id, section.title, "new")
    parts = changed_parts(before.fingerprint, job.section_fingerprint(section))
    if not parts and is_sound(before.fields, before.seals, job.previous.evidence, job.blocks):
        return State(section.id, section.title, "fresh")
    now = sentences_of(section.blocks)
    found = changes(before.sentences, now, kept_texts(job.previous), texts_of_blocks(section.blocks))
    return State(section.id, section.title, "stale", parts, tuple(found))


def _overview(job: Assignment) -> list[State]:
    """As far as it can be told before its sections are up to date: it is written from what they cite."""
    if job.previous is None or not job.style.overview:
        return [State(OVERVIEW, "", "new")] if job.style.overview else []
    before = job.previous.overview
    passages = overview_reading(job.plan, job.previous.sections, job.blocks).passages
    now = passages_by_part(passages)
    parts = changed_parts(before.fingerprint, job.overview_fingerprint())
    if before.sentences != now and "source" not in parts:
        parts = ("source", *parts)
    if not parts and is_sound(before.fields, before.seals, job.previous.evidence, job.blocks):
        return [State(OVERVIEW, "", "fresh")]
    texts = texts_of_blocks(passage.located for passage in passages)
    frame: dict[str, tuple[str, ...]] = {}
    follows = {section.id for section in job.plan.sections} ^ set(job.before)
    for part in sorted({*before.sentences, *now}):
        if part in FRAME_PARTS:
            frame[part] = now.get(part, ())
        elif before.sentences.get(part) != now.get(part):
            follows.add(part)
    old = {part: lines for part, lines in before.sentences.items() if part in FRAME_PARTS}
    found = changes(old, frame, kept_texts(job.previous), texts)
    return [State(OVERVIEW, "", "stale", parts, tuple(found), tuple(sorted(follows)))]
