"""The dry run. In: what would be written. Out: the calls, tokens and cost that it would take, at the most likely.

Prompts of sections are counted as they would be sent. The overview is written from sentences that the sections will
choose, so its prompt is estimated; of replies nobody knows the length, so each is taken at what its fields may hold.
"""

from dataclasses import dataclass

from briefing import tokens
from briefing.model import FieldSpec, ModelOptions, Passage, Reading
from briefing.steps.assignment import Assignment
from briefing.steps.reading import section_reading
from briefing.steps.update import stale_sections
from briefing.writers.base import Task
from briefing.writers.prices import price
from briefing.writers.table import asks_model

_REPLY = {"prose": 45, "analysis": 35, "references": 5, "tags": 6}  # tokens of one sentence, link or tag
_CITED = 6  # sentences that a section rests on, of which the overview is written


@dataclass(frozen=True, slots=True)
class Estimate:
    sections: tuple[str, ...]
    fresh: int
    calls: int
    input_tokens: int
    output_tokens: int
    usd: float | None
    exact: bool  # whether the tokens were counted by the model's own tables


def estimate(job: Assignment) -> Estimate:
    stale = stale_sections(job)
    record, model = job.choice.record, job.manifest.model
    names = tuple(section.id for section in stale)
    fresh = len(job.plan.sections) - len(stale)
    if not asks_model(record.engine) or not stale:
        return Estimate(names, fresh, 0, 0, 0, 0.0, exact=True)
    pieces = [*map(job.section, stale), job.overview(_overview(job))]
    tasks = [piece.task(piece.reading, True, "") for piece in pieces]
    counted = job.choice.counted
    ingoing = sum(_input(task, counted) for task in tasks)
    outgoing = sum(sum(_reply(spec) for spec in task.fields) for task in tasks)
    calls = sum(_calls(task, counted, model) for task in tasks)
    usd = price(record.model, job.choice.address, ingoing, outgoing)
    return Estimate(names, fresh, calls, ingoing, outgoing, usd, bool(counted) and tokens.is_exact(counted))


def _overview(job: Assignment) -> Reading:
    passages: list[Passage] = list(section_reading(job.plan.introduction).passages)
    for section in job.plan.sections:
        found = section_reading(section.blocks).passages
        passages += sorted(found, key=lambda p: -len(p.text))[:_CITED]
    return Reading((*passages, *section_reading(job.plan.outlook).passages))


def _input(task: Task, model: str) -> int:
    return sum(tokens.count(message.content, model) for message in task.messages)


def _reply(spec: FieldSpec) -> int:
    return 12 + _REPLY.get(spec.kind, 4) * spec.most


def _calls(task: Task, name: str, model: ModelOptions) -> int:
    """One, or one for each part and one to merge them."""
    parts = -(-_input(task, name) // max(model.window - model.max_tokens, 1))
    return 1 if parts <= 1 else parts + 1
