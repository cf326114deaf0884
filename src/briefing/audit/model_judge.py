"""The optional judge of an audit. In: what the rules found, the sources, and a model. Out: the same, and what the model
finds in those sentences against which the rules hold nothing.

The rules know which facts a sentence has, and not how it relates them. The model is shown the sentences of the sources
that are nearest to the statements, or all where these are few, and is asked what they say of each: yes, partly, no, or
nothing (the verdicts of natural language inference, with "partly" as in Rashkin et al. 2023, "Measuring Attribution").
It can take away, and never lets in: what the rules refuse stays refused, whatever it says. Of its own words nothing is
told but those that stand in the statement.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing import tokens
from briefing.audit.corpus import Corpus
from briefing.audit.scan import has
from briefing.errors import ModelError
from briefing.executors.threads import each
from briefing.model import Draft, Located, ModelOptions, Passage, Reading, Severity, Span, Usage
from briefing.reports.audit_findings import Audit, AuditFinding, AuditPassage, AuditStatement, FindingVerdict, weight
from briefing.steps.desk import number_of
from briefing.steps.numbered import bylines
from briefing.steps.prompt import Asked, audit_task
from briefing.style import Style
from briefing.text import canonical
from briefing.writers.base import Task, Writer
from briefing.writers.selection.addressed import commands_a_machine

# Whether words of the statement are asked for. Where a model names a statement twice, the first of these counts.
VERDICTS: Mapping[str, bool] = {"no": True, "partly": True, "silent": False, "yes": False}
JUDGED = 30  # statements in one call: the more at once, the less is each looked at
NEAR = 6  # sentences of the sources that are shown for each statement, with those beside them
WHOLE = 20_000  # characters of sources that are shown whole
_MARGIN = 64  # tokens
_REPLY, _NUMBER = 100, 10  # tokens of a reply, and of what it says of one statement, at the most likely
_SHORTEST = 2  # characters of words that are pointed at
_TOLD: Mapping[str, tuple[FindingVerdict, Severity, str]] = {
    "no": ("contradicted", "error", "The sources say otherwise"),
    "partly": ("altered", "warning", "The sources say it in part, or not so strongly"),
}


@dataclass(frozen=True, slots=True)
class Opinion:
    """words: of the statement, those that are wrong, where the model has named some that stand in it. units: sentences
    of the sources that say otherwise."""

    said: str
    words: str = ""
    units: tuple[int, ...] = ()


@dataclass(slots=True)
class ModelJudge:
    """failure: why some statements could not be judged, if so; the rules hold all the same."""

    corpus: Corpus
    writer: Writer
    style: Style
    model: ModelOptions
    jobs: int = 4
    asked: int = 0  # statements
    usage: Usage = field(default_factory=Usage)
    failure: ModelError | None = None

    def calls(self, audit: Audit) -> list["Call"]:
        """What is to be asked."""
        spoken = [number for number, each_ in enumerate(audit.statements) if each_.kind == "sentence"]
        wanted = [number for number in spoken if self._open(audit.statements[number])]
        return [call for some in _parts(wanted, JUDGED) for call in self._calls(audit, some)]

    def judged(self, audit: Audit) -> Audit:
        calls = self.calls(audit)
        opinions: dict[int, Opinion] = {}
        for found in each(lambda call: self._ask(audit, call), calls, self.jobs):
            opinions |= found
        self.asked = sum(len(call.numbers) for call in calls)
        statements = list(audit.statements)
        findings = list(audit.findings)
        for number, opinion in sorted(opinions.items()):
            statements[number] = self._with(statements[number], opinion)
            findings += statements[number].findings[len(audit.statements[number].findings) :]
        findings.sort(key=lambda finding: -weight(finding.severity))
        made = replace(audit, statements=tuple(statements), findings=tuple(findings))
        return replace(made, judge=self.model.name, judged=len(opinions))

    def _open(self, statement: AuditStatement) -> bool:
        """Whether there is something to ask: the rules hold nothing against it, and it is no copy."""
        faulty = any(finding.severity != "info" for finding in statement.findings)
        return not (faulty or commands_a_machine(statement.text) or has(self.corpus, statement.text))

    def _calls(self, audit: Audit, wanted: Sequence[int]) -> Iterator["Call"]:
        """One for all of them, where the window holds it."""
        call = self._call(audit, wanted)
        taken = sum(tokens.count(message.content, self.model.name) for message in call.task.messages)
        if len(wanted) == 1 or taken + self.model.max_tokens + _MARGIN <= self.model.window:
            yield call
            return
        for some in _parts(wanted, (len(wanted) + 1) // 2):
            yield from self._calls(audit, some)

    def _call(self, audit: Audit, wanted: Sequence[int]) -> "Call":
        units = self._units([audit.statements[number].text for number in wanted])
        numbers = {number: len(units) + place for place, number in enumerate(wanted, start=1)}
        shown = [
            Asked(numbers.get(number, 0), statement.text, " › ".join(statement.heading))
            for number, statement in enumerate(audit.statements[: wanted[-1] + 1])
            if number in numbers or (number > wanted[0] - JUDGED and _to_be_read(statement))
        ]
        documents = [self.corpus.documents[at] for at in sorted({self.corpus.units[unit].document for unit in units})]
        reading = Reading(tuple(map(self._passage, units)))
        name = f"statements {len(units) + 1} to {len(units) + len(wanted)}"
        task = audit_task(name, self.style, reading, shown, VERDICTS, bylines(documents))
        return Call(task, {place: number for number, place in numbers.items()}, units)

    def _units(self, texts: Sequence[str]) -> tuple[int, ...]:
        """The sentences of the sources that are shown, in their order: none that tells a machine what to do."""
        units = self.corpus.units
        if sum(unit.end - unit.start for unit in units) <= WHOLE:
            return tuple(filter(self._shown, range(len(units))))
        near = {unit for text in texts for unit in self.corpus.nearest(text, NEAR)}
        beside = {
            other
            for unit in near
            for other in (unit - 1, unit, unit + 1)
            if 0 <= other < len(units) and units[other].document == units[unit].document
        }
        return tuple(filter(self._shown, sorted(beside)))

    def _shown(self, number: int) -> bool:
        block = self.corpus.block(self.corpus.units[number])
        return block.kind != "heading" and not commands_a_machine(self.corpus.text(number))

    def _passage(self, number: int) -> Passage:
        unit = self.corpus.units[number]
        source = self.corpus.documents[unit.document].source
        heading = self.corpus.headings[unit.document][unit.block]
        located = Located(source, unit.block, self.corpus.block(unit), heading)
        return Passage(located, Span(unit.start, unit.end))

    def _ask(self, audit: Audit, call: "Call") -> dict[int, Opinion]:
        try:
            reply = self.writer.draft(call.task)
        except ModelError as error:
            self.failure = self.failure or error
            return {}
        self.usage += reply.usage
        return read(reply.draft, {n: audit.statements[at].text for n, at in call.numbers.items()}, call)

    def _with(self, statement: AuditStatement, opinion: Opinion) -> AuditStatement:
        """What it says of the statement; "yes" says no more than the rules did."""
        if opinion.said == "silent" and statement.verdict == "stands":
            return replace(statement, verdict="unclear")
        if opinion.said not in _TOLD:
            return statement
        verdict, severity, says = _TOLD[opinion.said]
        words = f": “{opinion.words}”" if opinion.words else ""
        near: AuditPassage | None = self.corpus.passage_of(opinion.units[0]) if opinion.units else statement.passage
        message = f"{says}, as the judge reads them{words}."
        finding = AuditFinding("statement", verdict, severity, statement.text, statement.line, message, near)
        return replace(statement, verdict="differs", passage=near, findings=(*statement.findings, finding))


@dataclass(frozen=True, slots=True)
class Call:
    """numbers: by that of a statement in the prompt, its place in the audit. units: what is shown, from 1."""

    task: Task
    numbers: Mapping[int, int]
    units: tuple[int, ...]

    @property
    def likely_output(self) -> int:
        """Tokens of the reply, where most statements stand."""
        return _REPLY + _NUMBER * len(self.numbers)


def read(draft: Draft, statements: Mapping[int, str], call: Call) -> dict[int, Opinion]:
    """The opinions, by the place of the statement in the audit. A number that none has is no opinion."""
    found: dict[int, Opinion] = {}
    for said in VERDICTS:
        value = draft.fields.get(said)
        for item in value if isinstance(value, list) else []:
            words, cited = _item(item)
            units = tuple(call.units[number - 1] for number in cited if 1 <= number <= len(call.units))
            for number in cited:
                if number in statements:
                    stands = len(words) >= _SHORTEST and words in canonical(statements[number])
                    found.setdefault(call.numbers[number], Opinion(said, words if stands else "", units))
    return found


def _to_be_read(statement: AuditStatement) -> bool:
    """Whether a statement that is not asked is shown: "it" may be what this one speaks of."""
    return statement.kind == "sentence" and not commands_a_machine(statement.text)


def _item(item: object) -> tuple[str, list[int]]:
    """Words, and the numbers beside them."""
    text, cited = (item.get("text"), item.get("cites")) if isinstance(item, dict) else ("", [item])
    numbers = [number_of(value) for value in (cited if isinstance(cited, list) else [cited])]
    return canonical(text) if isinstance(text, str) else "", [number for number in numbers if number is not None]


def _parts(items: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
