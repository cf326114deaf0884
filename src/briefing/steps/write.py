"""Write one section, or the overview. In: a task and a writer. Out: verified fields, evidence and findings.

Draft, verify, have mended once what did not stand, verify again, and leave out with a finding what still does not.
"""

from collections.abc import Callable, Mapping, Sequence

from briefing.errors import ModelError
from briefing.model import Document, Draft, FieldSpec, Finding, Prose, Severity, Usage
from briefing.steps.assignment import OVERVIEW
from briefing.steps.desk import Problem, Verified, number_of
from briefing.steps.judge import Judge
from briefing.steps.prompt import mend_task
from briefing.steps.written import Written
from briefing.style import Style
from briefing.writers.base import Reply, Task, Writer

Read = Callable[[Draft, tuple[FieldSpec, ...]], Draft]  # what a reply to some fields amounts to, as a draft of them


def write(
    task: Task,
    writer: Writer,
    style: Style,
    documents: Mapping[str, Document],
    read: Read | None = None,
    judge: Judge | None = None,
) -> Written:
    """Raises ModelError where the writer could not be reached, or gave nothing usable."""

    def hold(asked: Task, draft: Draft) -> Verified:
        verified = _verified(asked, read(draft, asked.fields) if read else draft, documents)
        return judge.judged(task, verified) if judge else verified

    reply = writer.draft(task)
    usage, findings = reply.usage, _notes(task, reply)
    verified = hold(task, reply.draft)
    if verified.problems and writer.prompted:
        verified, mending, more = _mend(task, writer, style, reply, verified, hold, short=read is None)
        usage, findings = usage + mending, findings + more
    return _written(task, verified, usage + judge.usage if judge else usage, findings)


def verified_as(task: Task, draft: Draft, documents: Mapping[str, Document]) -> Written:
    """What a draft amounts to that nobody has to be asked for."""
    return _written(task, _verified(task, draft, documents), Usage(), [])


def _verified(task: Task, draft: Draft, documents: Mapping[str, Document]) -> Verified:
    from briefing.steps.verify import verify  # 15 ms with its rules: once a model is asked, there is time for that

    return verify(task, draft, documents)


def _written(task: Task, verified: Verified, usage: Usage, findings: list[Finding]) -> Written:
    findings += verified.notes + [problem.finding for problem in verified.problems]
    if not verified.fields:
        findings.append(_nothing(task, verified))
    return Written(verified.fields, verified.evidence, tuple(dict.fromkeys(findings)), usage)


def _nothing(task: Task, verified: Verified) -> Finding:
    """What to say of a draft of which nothing is left. Sources need not say anything of the whole."""
    if verified.problems:
        return Finding(task.id, "empty", "Nothing that the writer gave could be verified.", "warning")
    severity: Severity = "info" if task.id == OVERVIEW else "warning"
    return Finding(task.id, "empty", "The writer found nothing to tell by itself here.", severity)


def _notes(task: Task, reply: Reply) -> list[Finding]:
    return [Finding(task.id, "reply", note, "info") for note in reply.notes]


def _mend(
    task: Task,
    writer: Writer,
    style: Style,
    reply: Reply,
    first: Verified,
    hold: Callable[[Task, Draft], Verified],
    *,
    short: bool,
) -> tuple[Verified, Usage, list[Finding]]:
    """short: what stands need not be written again. Not so in a revision, where numbers have a meaning already."""
    wanted = {problem.field for problem in first.problems}
    specs = tuple(spec for spec in task.fields if spec.key in wanted)
    asks = [problem.ask for problem in first.problems]
    again = mend_task(task, style, reply.raw, specs, asks, short=short)
    try:
        second_reply = writer.draft(again)
    except ModelError as error:
        note = Finding(task.id, "mend", f"The writer could not be asked to mend its draft: {error.what}.", "info")
        return first, Usage(), [note]
    second = hold(again, _spelled_out(second_reply.draft, reply.draft, specs) if short else second_reply.draft)
    return _better(first, second, specs), second_reply.usage, _notes(task, second_reply)


def _spelled_out(mended: Draft, first: Draft, specs: Sequence[FieldSpec]) -> Draft:
    """A number in a list of sentences stands for the sentence of that number in the first reply."""
    fields = dict(mended.fields)
    for spec in specs:
        given, before = fields.get(spec.key), first.fields.get(spec.key)
        if spec.kind == "prose" and isinstance(given, list) and isinstance(before, list):
            fields[spec.key] = [_sentence(each, before) for each in given]
    return Draft(fields)


def _sentence(given: object, before: Sequence[object]) -> object:
    number = number_of(given)
    return given if number is None or not 1 <= number <= len(before) else before[number - 1]


def _better(first: Verified, second: Verified, specs: Sequence[FieldSpec]) -> Verified:
    """Of each field that was asked for again, the version of which more stands, with the problems that it has left."""
    result = Verified(dict(first.fields), {**first.evidence, **second.evidence}, [], list(first.notes))
    kept: list[Problem] = []
    for spec in specs:
        version = second if _size(second, spec.key) >= _size(first, spec.key) else first
        kept += [problem for problem in version.problems if problem.field == spec.key]
        result.fields.pop(spec.key, None)
        if spec.key in version.fields:
            result.fields[spec.key] = version.fields[spec.key]
        if version is second:
            where = f"/{spec.key}"
            result.notes = [n for n in result.notes if not n.where.endswith(where)]
            result.notes += [n for n in second.notes if n.where.endswith(where)]
            result.notes += _mended(first, second, spec)
    result.problems = kept
    order = {key: n for n, key in enumerate([*first.fields, *(spec.key for spec in specs)])}
    result.fields = dict(sorted(result.fields.items(), key=lambda item: order[item[0]]))
    return result


def _mended(first: Verified, second: Verified, spec: FieldSpec) -> list[Finding]:
    """What was wrong and is mended stays on record: nothing is changed silently."""
    left = {problem.ask for problem in second.problems}
    return [
        Finding(p.finding.where, p.finding.check, p.finding.message.replace("Left out", "Mended", 1), "info")
        for p in first.problems
        if p.field == spec.key and p.ask not in left
    ]


def _size(verified: Verified, key: str) -> int:
    found = verified.fields.get(key)
    return 0 if found is None else len(found.sentences) if isinstance(found, Prose) else 1
