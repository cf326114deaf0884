"""Sections longer than the model's window. In: a reading of any length. Out: what one writing of it would give.

The reading is split at block borders by tokens, each part is drafted and verified, and what the parts rest on is read
once more, together: the merged draft is written from the sentences themselves, never from drafts.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from msgspec.structs import replace

from briefing import tokens
from briefing.executors.threads import each
from briefing.model import Document, Finding, LinkChoice, ModelOptions, Passage, Reading, Span
from briefing.steps.judge import Judge
from briefing.steps.window import fits, left_beside
from briefing.steps.write import write
from briefing.steps.written import Written
from briefing.style import Style
from briefing.walk import cites_of
from briefing.writers.base import Task, Writer

_PER_LINE = 12  # tokens that a prompt adds to a passage: its number, a heading, a line break


def write_in_parts(
    reading: Reading,
    task_of: Callable[[Reading, str], Task],
    writer: Writer,
    style: Style,
    documents: Mapping[str, Document],
    model: ModelOptions,
    judge: Judge | None = None,
) -> Written:
    """task_of(reading, part): the task for a reading; `part` tells the writer which part of how many it is."""
    whole = task_of(reading, "")
    if not writer.prompted or fits(whole, model):
        return write(whole, writer, style, documents, judge=judge)
    room = _room(task_of, model)
    shown, findings = _without_giants(reading, room, model, whole.id)
    parts = list(_split(shown, room, model))
    if len(parts) == 1:
        written = write(task_of(parts[0], ""), writer, style, documents, judge=judge)
        return replace(written, findings=(*findings, *written.findings))
    names = [f"{n} of {len(parts)}" for n in range(1, len(parts) + 1)]
    tasks = [task_of(part, name) for part, name in zip(parts, names, strict=True)]
    drafts = each(lambda task: write(task, writer, style, documents), tasks, len(tasks))
    condensed = _condense(shown, drafts)
    if len(condensed.passages) >= len(reading.passages):  # nothing was gained; a further round would not end
        condensed = next(_split(condensed, room, model))
    merged = write_in_parts(condensed, task_of, writer, style, documents, model, judge)
    usage = sum((draft.usage for draft in drafts), merged.usage)
    note = Finding(
        whole.id, "parts", f"Longer than the model's window: read in {len(parts)} parts, then merged.", "info"
    )
    return replace(merged, usage=usage, findings=(*findings, note, *merged.findings))


def _room(task_of: Callable[[Reading, str], Task], model: ModelOptions) -> int:
    """Tokens that one reading may take, beside the prompt around it and the reply; half of it is left for links."""
    empty = task_of(Reading(()), "1 of 9")
    return max(left_beside(empty, model, model.max_tokens) // 2, 200)


def _weight(passage: Passage, model: ModelOptions) -> int:
    return tokens.count(passage.text, model.name) + _PER_LINE


def _without_giants(reading: Reading, room: int, model: ModelOptions, where: str) -> tuple[Reading, list[Finding]]:
    """A single sentence longer than the window (minified code, a data dump) cannot be shown at all."""
    fitting = tuple(p for p in reading.passages if _weight(p, model) <= room)
    gone = len(reading.passages) - len(fitting)
    note = Finding(where, "parts", f"{gone} passages are longer than the model's window, and were not read.", "warning")
    return Reading(fitting, reading.links), [note] if gone else []


def _split(reading: Reading, room: int, model: ModelOptions) -> Iterator[Reading]:
    """At block borders, and inside a block only where it alone is too long."""
    part: list[Passage] = []
    size = 0
    for _, group in groupby(reading.passages, key=lambda p: (p.located.source, p.located.position, p.section)):
        block = list(group)
        weights = [_weight(passage, model) for passage in block]
        if part and size + sum(weights) > room:
            yield _part(reading, part)
            part, size = [], 0
        for passage, weight in zip(block, weights, strict=True):
            if part and size + weight > room:
                yield _part(reading, part)
                part, size = [], 0
            part.append(passage)
            size += weight
    if part:
        yield _part(reading, part)


def _part(reading: Reading, passages: list[Passage]) -> Reading:
    blocks = {(p.located.source, p.located.position) for p in passages}
    links = tuple(k for k in reading.links if (k.located.source, k.located.position) in blocks)
    return Reading(tuple(passages), links)


def _condense(reading: Reading, drafts: list[Written]) -> Reading:
    """The passages and links that the parts rest on, in the order of the source."""
    cites = {(c.evidence, Span(c.start, c.end)) for draft in drafts for c in cites_of(draft.fields)}
    texts = {
        (draft.evidence[e].source, draft.evidence[e].text, span)
        for draft in drafts
        for e, span in cites
        if e in draft.evidence
    }

    def kept(source: str, text: str, span: Span) -> bool:
        return any(s == source and t == text and span.start < c.end and c.start < span.end for s, t, c in texts)

    passages = tuple(p for p in reading.passages if kept(p.located.source, p.located.block.text, p.span))
    links: tuple[LinkChoice, ...] = tuple(
        k for k in reading.links if kept(k.located.source, k.located.block.text, Span(k.link.start, k.link.end))
    )
    return Reading(passages, links)
