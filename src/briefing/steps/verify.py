"""The one way from unverified to verified.

In: a Task and what a writer answered to it. Out: fields whose quotations, links, figures and excerpts are slices of
the source and whose prose is carried by what it cites, and a Problem for everything that did not stand.
"""

from collections.abc import Callable, Mapping

from briefing.model import Document, Draft, Field, FieldKind, FieldSpec, Reference, References
from briefing.steps.desk import Desk, Verified
from briefing.steps.verify_choices import excerpt, quote, quotes, reference, references, tags
from briefing.steps.verify_prose import analysis, prose
from briefing.steps.verify_words import words
from briefing.writers.base import Task

_READ: dict[FieldKind, Callable[[Desk, FieldSpec, object], Field | None]] = {
    "prose": prose,
    "analysis": analysis,
    "quote": quote,
    "quotes": quotes,
    "words": words,
    "reference": reference,
    "references": references,
    "tags": tags,
    "code": excerpt,
    "figure": excerpt,
    "table": excerpt,
}


def verify(task: Task, draft: Draft, documents: Mapping[str, Document]) -> Verified:
    """Hold every field of a draft against the reading. Never raises, whatever the draft holds."""
    desk = Desk(task, documents)
    for spec in task.fields:
        if spec.key not in draft.fields:
            if spec.group and spec.group.of > 1:
                continue  # fewer of them than there can be
            desk.reject(
                spec, "missing", f"the writer gave no {spec.key}", "Give it, or null where the source has none."
            )
            continue
        value = draft.fields[spec.key]
        if value is not None and (field := _READ[spec.kind](desk, spec, value)) is not None:
            desk.verified.fields[spec.key] = field
    for key in sorted(set(map(str, draft.fields)) - {spec.key for spec in task.fields}):
        desk.note(key[:40], "shape", "The writer filled a field that was not asked for; it is left out.")
    _keep_key_out_of_others(desk)
    return desk.verified


def _keep_key_out_of_others(desk: Desk) -> None:
    """A list of other items does not repeat the item that a field before it names."""
    named = {field.url for field in desk.verified.fields.values() if isinstance(field, Reference)}
    for key, field in list(desk.verified.fields.items()):
        if isinstance(field, References) and any(item.url in named for item in field.items):
            rest = tuple(item for item in field.items if item.url not in named)
            desk.note(key, "repeat", "The item that is named above was listed once more; it is left out.")
            desk.verified.fields[key] = References(rest)
            if not rest:
                del desk.verified.fields[key]
