"""Tasks for a writer. In: what a section or the overview may rest on, and a style. Out: a Task; for a writer that
answers prompts, with its messages and the JSON schema of the reply.

Nothing here depends on a clock or on chance, and what is the same for all sections of a run comes first in the
messages: providers charge less for a beginning that they have seen before.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from briefing.fingerprint import evidence_id
from briefing.model import Cite, Document, FieldKind, FieldSpec, Reading
from briefing.renderers.templates import fill
from briefing.steps.numbered import bylines, numbered, numbered_links, visible
from briefing.steps.recall import Recall, Recalled, numbers_in
from briefing.style import Style, Template
from briefing.writers.base import Message, Task
from briefing.writers.reply import REPLY_TO

_Schema = dict[str, Any]
JUDGED = 100  # statements in one call of the judge, at the most
AUDITED = 30  # in one call of the judge of an audit: the more at once, the less is each looked at


def writing_task(
    template: Template,
    *,
    id: str,  # noqa: A002 - the name of the thing
    title: str,
    style: Style,
    language: str,
    fields: Sequence[FieldSpec],
    reading: Reading,
    prompted: bool,
    part: str = "",
    documents: Sequence[Document] = (),
    quoted: Collection[Cite] = (),
) -> Task:
    """A section, from its blocks; or the whole, from the frame of the sources and what the sections rest on.

    `part` is "2 of 3" where the reading is too long for one call; it becomes part of the task's id, for a reply to one
    part is none to another. `documents` are those whose authors the writer is told; `quoted` is what the whole need not
    quote once more."""
    task = Task(_id(id, part), title, language, tuple(fields), reading)
    again = _numbers(reading, quoted) if any(spec.kind == "quote" for spec in fields) else []
    return _prompted(task, template, style, id, part, documents, again) if prompted else task


def _id(name: str, part: str) -> str:
    return f"{name}, part {part}" if part else name


def _numbers(reading: Reading, cites: Collection[Cite]) -> list[int]:
    """The numbers of the sentences that are cited."""
    found: dict[str, list[Cite]] = {}
    for each in cites:
        found.setdefault(each.evidence, []).append(each)
    return [
        number
        for number, passage in enumerate(reading.passages, 1)
        if any(
            each.start < passage.span.end and passage.span.start < each.end
            for each in found.get(evidence_id(passage.located.source, passage.located.block.text), ())
        )
    ]


def mend_task(
    task: Task,
    style: Style,
    reply_raw: str,
    fields: Sequence[FieldSpec],
    problems: Sequence[str],
    *,
    short: bool = False,
) -> Task:
    """The same conversation, continued: what of the reply does not stand, and the fields to write again. short: of a
    list of sentences, those that stay may be given by their number in the reply."""
    told, short = [visible(problem) for problem in problems], short and any(spec.kind == "prose" for spec in fields)
    asked = _rendered("mend.j2", style, fields=fields, problems=told, short=short, reply_to=task.id)
    messages = (*task.messages, Message("assistant", reply_raw), Message("user", asked))
    return replace(task, fields=tuple(fields), messages=messages, schema=schema(fields, numbers=short))


def revision_task(task: Task, style: Style, recalled: Recall) -> Task:
    """The task, with what was written so far, and what of the source has changed since."""
    system, asked = task.messages
    lost = dict.fromkeys(
        gone for items in recalled.fields.values() for item in items for gone in item.lost if gone.text
    )
    revising = _rendered(
        "revise.j2",
        style,
        changed=sorted(recalled.new),
        lost=[{"text": visible(gone.text), "number": gone.number} for gone in lost],
        previous=[
            {"key": key, "items": [_item(item) for item in items if item.text]}  # no text: taken out by hand
            for key, items in recalled.fields.items()
        ],
        reply_to=task.id,
    )
    messages = (system, Message("user", f"{asked.content}\n\n{revising}"))
    return replace(task, messages=messages, schema=schema(task.fields, numbers=True))


class Shown(Struct, frozen=True):
    """A statement for the judge, and what it cites: pairs of a heading ("" for none) and a passage."""

    text: str
    passages: Sequence[tuple[str, str]]


def judge_task(task: Task, style: Style, statements: Sequence[Shown], verdicts: Sequence[str], authors: str) -> Task:
    """Whether what each statement cites carries it. The reply names each statement under one of the verdicts; under all
    but the last of them with the words of it that are not carried. authors: lines of numbered.bylines()."""
    name = f"{task.id}, judged"
    shown = [
        {"text": visible(each.text), "passages": [{"heading": _line(h), "text": _line(p)} for h, p in each.passages]}
        for each in statements
    ]
    asked = _rendered("statements.j2", style, statements=shown, bylines=authors.splitlines(), reply_to=name)
    messages = (Message("system", _rendered("judge.j2", style)), Message("user", asked))
    *faulty, sound = verdicts
    doubt = _object({"text": _DOUBTED, "cites": _array(_STATEMENT, 1)})
    fields = (*(FieldSpec(each, "prose", each) for each in faulty), FieldSpec(sound, "references", sound))
    lists = {each: _array(doubt, JUDGED) for each in faulty} | {sound: _array(_STATEMENT, JUDGED)}
    schema = _object({REPLY_TO: {"type": "string"}, **lists})
    return Task(name, task.title, task.language, fields, Reading(()), messages, schema)


class Asked(Struct, frozen=True):
    """A statement of a document that is audited. number: 0 where it is there to be read, and not judged."""

    number: int
    text: str
    heading: str = ""


def audit_task(
    name: str, style: Style, reading: Reading, statements: Sequence[Asked], verdicts: Mapping[str, bool], authors: str
) -> Task:
    """What the sources say of each statement. The reply names each under one of the verdicts; under those that are
    True with the words of it that are wrong, and the sentences that say otherwise. The numbers of statements come after
    those of the sentences. authors: lines of numbered.bylines()."""
    source = _unmarked("\n\n".join(filter(None, (authors, numbered(reading)))))
    shown = [
        {"number": each.number, "text": _unmarked(_line(each.text)), "heading": _unmarked(_line(each.heading))}
        for each in statements
    ]
    asked = _rendered("audited.j2", style, source=source, statements=shown, reply_to=name)
    messages = (Message("system", _rendered("audit.j2", style)), Message("user", asked))
    doubt = _object({"text": _DOUBTED, "cites": _array(_STATEMENT, _CITES)})
    fields = tuple(FieldSpec(each, "prose" if doubted else "references", each) for each, doubted in verdicts.items())
    lists = {each: _array(doubt if doubted else _STATEMENT, AUDITED) for each, doubted in verdicts.items()}
    schema = _object({REPLY_TO: {"type": "string"}, **lists})
    return Task(name, "", "", fields, Reading(()), messages, schema)


_MARK = re.compile(r"\bSTATEMENT(?=\W*\d)|\breply_to\b")


def _unmarked(text: str) -> str:
    """Without what looks like the marks of audited.j2, whose lines a text of a stranger is not to pass for."""
    return _MARK.sub(lambda mark: mark[0].lower().replace("_", " "), text)


def _line(text: str) -> str:
    return " ".join(visible(text).split())


def _item(item: Recalled) -> dict[str, object]:
    state = "stands" if item.stands else "gone" if item.value is None else "reworded"
    return {"text": visible(item.text), "numbers": list(numbers_in(item.value)), "state": state}


def _prompted(
    task: Task,
    template: Template,
    style: Style,
    section: str,
    part: str,
    documents: Sequence[Document],
    quoted: Sequence[int],
) -> Task:
    overview = template == "overview.j2"
    system = _rendered(
        "system.j2",
        style,
        guide=style.guide,
        language=visible(task.language),
        fields=task.fields,
        overview=overview,
    )
    user = _rendered(
        template,
        style,
        section=visible(section),
        part=part,
        title=visible(task.title),
        source="\n\n".join(filter(None, (bylines(documents), numbered(task.reading)))),
        links=numbered_links(task.reading),
        quoted=quoted,
        reply_to=task.id,
    )
    return replace(task, messages=(Message("system", system), Message("user", user)), schema=schema(task.fields))


# ── The schema of a reply ───────────────────────────────────────────────────────────────────────────────────────

_SENTENCE: _Schema = {"type": "integer", "minimum": 1, "description": "number of a sentence"}
_LINK: _Schema = {"type": "integer", "minimum": 1, "description": "number of a link, without the L"}
_CITES = 10  # the prompt asks for fewer in a section; one schema for all sections and the overview is compiled once
_KEPT: _Schema = {"type": "integer", "minimum": 1, "description": "number of a statement that is kept"}
_CLAIM_TEXT: _Schema = {"type": "string", "description": "one sentence"}
_WORDS: _Schema = {"type": "string", "description": "words as that sentence has them"}
_STATEMENT: _Schema = {"type": "integer", "minimum": 1, "description": "number of a statement"}
_DOUBTED: _Schema = {"type": "string", "description": "words of the statement that are not carried"}
_QUOTES = 3  # slices of the source in one sentence
_TOGETHER = 3  # sentences of one of several quotes


def schema(fields: Sequence[FieldSpec], *, numbers: bool = False) -> _Schema:
    """The JSON schema of a reply, in what OpenAI's strict mode allows: every property required, none other allowed,
    null by anyOf. It is the same for all sections of a style: a server compiles each new schema once.
    numbers: a sentence of prose may be a number that stands for one."""
    shapes = {spec.key: _nullable(_shape(spec, numbers)) for spec in fields}
    return _object({REPLY_TO: {"type": "string"}, **shapes})


def _shape(spec: FieldSpec, numbers: bool) -> _Schema:
    cut = _object({"sentence": _SENTENCE, "from": _WORDS, "to": _nullable(_WORDS)})
    woven = {"quotes": _array(cut, _QUOTES)} if spec.woven else {}
    claim = _object({"text": _CLAIM_TEXT, "cites": _array(_SENTENCE, _CITES), **woven})
    shapes: dict[FieldKind, _Schema] = {
        "prose": _array({"anyOf": [claim, _KEPT]} if numbers else claim, spec.most),
        "quote": _array(_SENTENCE, spec.most),
        "quotes": _array(_array(_SENTENCE, _TOGETHER), spec.most),
        "words": cut,
        "reference": _object({"link": _nullable(_LINK), "sentence": _nullable(_SENTENCE)}),
        "references": _array(_LINK, spec.most),
        "tags": _array({"type": "string"}, spec.most),
        "code": _SENTENCE,
        "figure": _SENTENCE,
        "table": _SENTENCE,
        "analysis": _array(_CLAIM_TEXT, spec.most),
    }
    return shapes[spec.kind]


def _object(properties: _Schema) -> _Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _array(items: _Schema, most: int) -> _Schema:
    return {"type": "array", "items": items, "maxItems": most}


def _nullable(shape: _Schema) -> _Schema:
    return {"anyOf": [shape, {"type": "null"}]}


# ── Templates ───────────────────────────────────────────────────────────────────────────────────────────────────


def _rendered(template: str, style: Style, **values: object) -> str:
    """Raises ManifestError where a style's template is not as it must be."""
    return fill(style, template, values, markup=False, finalize=_as_it_is).strip()  # prompts are no HTML


def _as_it_is(value: Any) -> Any:
    return value
