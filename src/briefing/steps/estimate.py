"""The dry run. In: what would be written. Out: the calls, tokens and cost that it would take, at the most likely.

Prompts of sections are counted as they would be sent, to write or to revise. The overview is written from sentences
that the sections will choose, so its prompt is estimated; of replies nobody knows the length, so each is taken at what
its fields may hold.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing import tokens
from briefing.model import FieldSpec, ModelOptions, Passage, Reading, SectionPlan
from briefing.steps.assignment import Assignment
from briefing.steps.reading import overview_reading, quoted_in, section_reading
from briefing.steps.rewrite import request
from briefing.steps.update import is_stale, stale_sections
from briefing.writers.base import Task
from briefing.writers.prices import price
from briefing.writers.table import asks_model

_REPLY = {
    "prose": 45,
    "analysis": 35,
    "references": 5,
    "tags": 6,
    "quotes": 6,
    "words": 12,
}  # tokens of one sentence, link or tag
_WOVEN = 25  # tokens of the quotations in one sentence
_JUDGE, _JUDGED = 700, 200  # tokens of its prompt, and of a statement with what it cites
_JUDGE_REPLY, _JUDGE_NUMBER = 35, 15
_CITED = 6  # sentences that a section rests on, of which the overview is written


class Estimate(Struct, frozen=True):
    sections: tuple[str, ...]
    fresh: int
    calls: int
    input_tokens: int
    output_tokens: int
    usd: float | None
    exact: bool  # whether the tokens were counted by the model's own tables
    kept: int = 0  # replies that are there already


def estimate(job: Assignment) -> Estimate:
    stale = stale_sections(job)
    record, model, counted = job.choice.record, job.manifest.model, job.choice.counted
    names = tuple(section.id for section in stale)
    fresh = len(job.plan.sections) - len(stale)
    if not asks_model(record.engine):
        return Estimate(names, fresh, 0, 0, 0, 0.0, exact=True)
    asked = [task for task in (request(job.section(section), job) for section in stale) if task]
    asked += _overview(job, stale)
    tasks = [task for task in asked if not job.choice.is_kept(task)]
    ingoing = sum(_input(task, counted) for task in tasks)
    outgoing = sum(sum(_reply(spec) for spec in task.fields) for task in tasks)
    calls = sum(_calls(task, counted, model) for task in tasks)
    if job.manifest.judge:  # one call more for each, with what was written and what it cites
        said = [sum(spec.most for spec in task.fields if spec.kind == "prose") for task in tasks]
        calls, ingoing = calls + len(said), ingoing + sum(_JUDGE + _JUDGED * statements for statements in said)
        outgoing += sum(_JUDGE_REPLY + _JUDGE_NUMBER * statements for statements in said)
    usd = price(record.model, job.choice.address, ingoing, outgoing) if tasks else 0.0
    usd = usd if usd is None else usd * job.choice.share
    exact = not tasks or (bool(counted) and tokens.is_exact(counted))
    return Estimate(names, fresh, calls, ingoing, outgoing, usd, exact, len(asked) - len(tasks))


def _overview(job: Assignment, stale: Sequence[SectionPlan]) -> list[Task]:
    """What would be asked for the overview, if anything. Which sentences the stale sections will rest on is not known:
    they are taken for their longest ones, and the overview is taken to need a call."""
    if not job.style.overview:
        return []
    if not stale and job.previous:
        reading = overview_reading(job.plan, job.previous.sections, job.blocks)
        piece = job.overview(reading, quoted_in(job.previous.sections))
        task = request(piece, job) if is_stale(job, reading) else None
        return [task] if task else []
    chosen = {section.id for section in stale}
    kept = [section for section in job.before.values() if section.id not in chosen]
    reading = overview_reading(job.plan, kept, job.blocks)
    longest = [passage for section in stale for passage in _longest(section)]
    whole = Reading((*reading.passages, *longest))
    return [job.overview(whole).task(whole, True, "")] if whole.passages else []


def _longest(section: SectionPlan) -> list[Passage]:
    found = section_reading(section.blocks).passages
    return [replace(p, section=section.id) for p in sorted(found, key=lambda p: -len(p.text))[:_CITED]]


def _input(task: Task, model: str) -> int:
    return sum(tokens.count(message.content, model) for message in task.messages)


def _reply(spec: FieldSpec) -> int:
    return 12 + (_REPLY.get(spec.kind, 4) + (_WOVEN if spec.woven else 0)) * spec.most


def _calls(task: Task, name: str, model: ModelOptions) -> int:
    """One, or one for each part and one to merge them."""
    parts = -(-_input(task, name) // max(model.window - model.max_tokens, 1))
    return 1 if parts <= 1 else parts + 1
