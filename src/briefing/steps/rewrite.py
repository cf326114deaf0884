"""Bring one section, or the overview, up to date. In: a Piece. Out: what it says now.

Where there is no text yet, it is written. Where there is, it is revised: what still stands stays, and the writer is
asked only where the source has something new, or a statement has lost what carried it.
"""

from collections.abc import Collection, Mapping

from msgspec.structs import replace

from briefing.model import Draft, Evidence, Field, FieldSpec, Finding, Overview, Section
from briefing.steps.assemble import findings_of
from briefing.steps.assignment import Assignment, Piece
from briefing.steps.judge import Judge
from briefing.steps.parts import write_in_parts
from briefing.steps.prompt import revision_task
from briefing.steps.recall import Recall, recall
from briefing.steps.revise import settle
from briefing.steps.window import fits
from briefing.steps.write import verified_as, write
from briefing.steps.written import Written
from briefing.walk import items_of, text_of
from briefing.writers.base import Task


def rewrite(piece: Piece, job: Assignment) -> Written:
    """Raises ModelError where a model is needed, and cannot be had or gives nothing usable."""
    if piece.before is None:
        return _anew(piece, job)
    revised = _revised(piece, job, _recalled(piece, job, piece.before))
    findings = dict.fromkeys([*_still_true(piece, job, revised), *revised.findings])
    return replace(revised, findings=tuple(findings))


def request(piece: Piece, job: Assignment) -> Task | None:
    """What a model would be asked for it; None where nothing has to be asked."""
    whole = piece.task(piece.reading, True, "")
    if piece.before is None:
        return whole
    recalled = _recalled(piece, job, piece.before)
    if not _asks(recalled):
        return None
    task = revision_task(whole, job.style, recalled)
    return task if fits(task, job.window) else whole


def _recalled(piece: Piece, job: Assignment, before: Section | Overview) -> Recall:
    known: Mapping[str, Evidence] = job.previous.evidence if job.previous else {}
    return recall(before, known, piece.specs, piece.reading, job.language)


def _asks(recalled: Recall) -> bool:
    """Whether there is anything to say about it: it did not only move, or lose what nobody cited."""
    return bool(recalled.new) or any(not item.stands for items in recalled.fields.values() for item in items)


def _anew(piece: Piece, job: Assignment) -> Written:
    writer = job.writer
    return write_in_parts(
        piece.reading,
        lambda reading, part: piece.task(reading, writer.prompted, part),
        writer,
        job.style,
        job.documents,
        job.window,
        _judge(job),
    )


def _revised(piece: Piece, job: Assignment, recalled: Recall) -> Written:
    plain = piece.task(piece.reading, False, "")
    untouched = verified_as(plain, settle({}, recalled, piece.specs, shown=True), job.documents)
    if not _asks(recalled):
        return untouched
    writer = job.writer

    def read(draft: Draft, specs: tuple[FieldSpec, ...]) -> Draft:
        return settle(draft.fields, recalled, specs, shown=writer.prompted)

    task = revision_task(piece.task(piece.reading, True, ""), job.style, recalled) if writer.prompted else plain
    if writer.prompted and not fits(task, job.window):
        note = Finding(piece.id, "revise", "Too long to be revised in one call: it was written anew.", "info")
        written = _anew(piece, job)
        return replace(written, findings=(note, *written.findings))
    settled = [item.text for items in recalled.fields.values() for item in items if item.stands]
    return _unharmed(write(task, writer, job.style, job.documents, read, _judge(job, settled)), untouched, recalled)


def _judge(job: Assignment, settled: Collection[str] = ()) -> Judge | None:
    """settled: texts that were judged when they were written."""
    writer = job.writer
    wanted = job.manifest.judge and writer.prompted
    return Judge(writer, job.style, job.documents, job.window, settled) if wanted else None


def _unharmed(revised: Written, untouched: Written, recalled: Recall) -> Written:
    """Where what stood made room for something that did not, the field stays as it was."""
    fields = dict(revised.fields)
    for key, items in recalled.fields.items():
        stood = sum(1 for item in items if item.stands)
        if _size(fields.get(key)) < min(stood, _size(untouched.fields.get(key))):
            fields[key] = untouched.fields[key]
    return replace(revised, fields=fields, evidence={**untouched.evidence, **revised.evidence})


def _size(field: Field | None) -> int:
    return len(items_of(field)) if field else 0


def _still_true(piece: Piece, job: Assignment, revised: Written) -> list[Finding]:
    """The findings about fields that the revision left as they are."""
    if piece.before is None or job.previous is None:
        return []
    same = {
        f"{piece.id}/{key}"
        for key, field in piece.before.fields.items()
        if key in revised.fields
        and list(map(text_of, items_of(field))) == list(map(text_of, items_of(revised.fields[key])))
    }
    return [finding for finding in findings_of(job.previous.findings, piece.id) if finding.where in same]
