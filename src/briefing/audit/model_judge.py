"""The optional judge of an audit. In: what the rules found, the sources, and a model. Out: the same, and what the model
finds in the sentences, those in which the rules find no fault and those that they refuse.

The rules know which facts a sentence has, and not how it relates them. The model is shown the sentences of the sources
that are nearest to the statements, or all where these are few, and is asked what they say of each: yes, partly, no, or
nothing (the verdicts of natural language inference, with "partly" as in Rashkin et al. 2023, "Measuring Attribution").
It can take away, and never lets in: what the rules refuse stays refused, whatever it says; where it reads that as
carried, the finding is told as disputed. Of its own words nothing is told but those that stand in the statement.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.audit.corpus import Corpus, Segment
from briefing.audit.silence import uncovered
from briefing.errors import ModelError
from briefing.executors.threads import each
from briefing.model import Draft, Located, ModelOptions, Passage, Reading, Severity, Span
from briefing.reports.audit_findings import Audit, AuditFinding, AuditStatement, FindingVerdict, weight
from briefing.steps.numbered import bylines
from briefing.steps.opinions import opinions
from briefing.steps.prompt import AUDITED, Asked, audit_task
from briefing.steps.window import left_beside
from briefing.style import Style
from briefing.writers.base import Task, Writer
from briefing.writers.selection.addressed import commands_a_machine

# Whether words of the statement are asked for. Where a model names a statement twice, the first of these counts.
VERDICTS: Mapping[str, bool] = {"no": True, "partly": True, "silent": False, "yes": False}
NEAR = 6  # sentences of the sources that are shown for each statement, with those beside them
WHOLE = 20_000  # characters of sources that are shown whole
_FEW = 2  # sentences that are shown where more are too many for the model's window
_ASIDE = 2000  # characters of a statement that is shown and not asked
_REPLY, _NUMBER = 100, 10  # tokens of a reply, and of what it says of one statement, at the most likely
_TOLD: Mapping[str, tuple[FindingVerdict, Severity, str]] = {
    "no": ("contradicted", "error", "The sources say otherwise"),
    "partly": ("altered", "warning", "The sources say it in part, or not so strongly"),
}
_READ = ("number", "date", "name", "negation", "statement")  # what is read out of a sentence, and may be read otherwise
_ORDER = "It tells a machine what to do, and was not put to the judge."


class Opinion(Struct, frozen=True):
    """words: of the statement, those that are wrong, where the model has named some that stand in it. units: sentences
    of the sources that say otherwise."""

    said: str
    words: str = ""
    units: tuple[int, ...] = ()


class ModelJudge(Struct):
    """model: its window, and the name by whose tables tokens are counted. failure: why some statements are not judged,
    if so; the rules hold all the same. broken_off: whether a reply is lacking, for which it may be asked again."""

    corpus: Corpus
    writer: Writer
    style: Style
    model: ModelOptions
    jobs: int = 4
    failure: ModelError | None = None
    broken_off: bool = False
    copies: frozenset[str] = frozenset()  # the sentences of the sources

    def __post_init__(self) -> None:
        self.copies = frozenset(map(self.corpus.text, range(len(self.corpus.units))))

    def calls(self, audit: Audit) -> list["Call"]:
        """What is to be asked."""
        wanted = [
            number
            for number, statement in enumerate(audit.statements)
            if self._open(statement) and not commands_a_machine(statement.text)
        ]
        return self._calls(audit, wanted)

    def judged(self, audit: Audit) -> Audit:
        calls = self.calls(audit)
        asked = [number for call in calls for number in call.numbers.values()]
        opinions = self._opinions(audit, calls)
        if opinions and self.failure is None:  # of many statements, a model may forget one
            again = [number for number in asked if number not in opinions]
            opinions |= self._opinions(audit, self._calls(audit, again))
        if self.failure is None and len(opinions) < len(asked):
            what = f"it said nothing of {len(asked) - len(opinions)} of {len(asked)} sentences that it was asked of"
            hint = "What the rules found of them holds. Try a stronger model (docs/models.md of briefing)."
            self.failure = ModelError(what, where=self.writer.model, hint=hint)
        return replace(self._with(audit, opinions), judge=self.writer.model, judged=len(opinions), asked=len(asked))

    def _open(self, statement: AuditStatement) -> bool:
        """Whether there is something to ask: it is no sentence of a source, and what the rules hold against it, if
        anything, hangs on how it is read. One that is cut out of a sentence ("Aas drew it", of "Nobody says that Aas
        drew it") is no copy."""
        read = all(finding.kind in _READ for finding in _faults(statement))
        return statement.kind == "sentence" and read and statement.text not in self.copies

    def _calls(self, audit: Audit, wanted: Sequence[int]) -> list["Call"]:
        return [call for some in _parts(wanted, AUDITED) for call in self._fitting(audit, some, WHOLE)]

    def _fitting(self, audit: Audit, wanted: Sequence[int], most: int) -> Iterator["Call"]:
        """One for all of them, where the window holds it. most: characters of sources that are shown whole, or
        sentences that are shown for each statement."""
        call = self._call(audit, wanted, most)
        reply = min(self.model.max_tokens, self.model.window // 2)
        if left_beside(call.task, self.model, reply) >= 0:
            yield call
        elif most == WHOLE:
            yield from self._fitting(audit, wanted, NEAR)
        elif len(wanted) > 1:
            for some in _parts(wanted, (len(wanted) + 1) // 2):
                yield from self._fitting(audit, some, most)
        elif most == NEAR:
            yield from self._fitting(audit, wanted, _FEW)
        else:
            yield replace(call, fits=False)

    def _call(self, audit: Audit, wanted: Sequence[int], most: int) -> "Call":
        units = self._units([audit.statements[number].text for number in wanted], most)
        numbers = {number: len(units) + place for place, number in enumerate(wanted, start=1)}
        before = min(most, AUDITED)
        shown = [
            Asked(numbers.get(number, 0), statement.text, _under(statement))
            for number, statement in enumerate(audit.statements[: wanted[-1] + 1])
            if number in numbers or (number > wanted[0] - before and _to_be_read(statement))
        ]
        documents = [self.corpus.documents[at] for at in sorted({self.corpus.units[unit].document for unit in units})]
        reading = Reading(tuple(map(self._passage, units)))
        name = f"statements {len(units) + 1} to {len(units) + len(wanted)}"
        task = audit_task(name, self.style, reading, shown, VERDICTS, bylines(documents))
        return Call(task, {place: number for number, place in numbers.items()}, units)

    def _units(self, texts: Sequence[str], most: int) -> tuple[int, ...]:
        """The sentences of the sources that are shown, in their order: none that tells a machine what to do."""
        units = self.corpus.units
        if most == WHOLE and sum(unit.end - unit.start for unit in units) <= WHOLE:
            return tuple(filter(self._shown, range(len(units))))
        near = {unit for text in texts for unit in self.corpus.nearest(text, min(most, NEAR))}
        beside = {
            other
            for unit in near
            for other in ((unit - 1, unit, unit + 1) if most > _FEW else (unit,))
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

    # ── What it says ────────────────────────────────────────────────────────────────────────────────────────────

    def _opinions(self, audit: Audit, calls: Sequence["Call"]) -> dict[int, Opinion]:
        """By the place of a statement in the audit; the first failure, in the order of the calls, is entered."""
        found: dict[int, Opinion] = {}
        for answer in each(lambda call: self._ask(audit, call), calls, self.jobs):
            if isinstance(answer, ModelError):
                self.failure = self.failure or answer
            else:
                found |= answer
        return found

    def _ask(self, audit: Audit, call: "Call") -> dict[int, Opinion] | ModelError:
        """Called from several threads at once."""
        statements = {number: audit.statements[at] for number, at in call.numbers.items()}
        if not call.fits:
            (statement,) = statements.values()
            at = f"{audit.name}:{statement.line or ''}".rstrip(":")
            hint = "Take a model that holds more at once, or say in a manifest what it holds: model.window."
            return ModelError("a statement and what is near it are longer than the model's window", where=at, hint=hint)
        try:
            reply = self.writer.draft(call.task)
        except ModelError as error:
            self.broken_off = True
            return error
        return read(reply.draft, {number: statement.text for number, statement in statements.items()}, call)

    def _with(self, audit: Audit, opinions: Mapping[int, Opinion]) -> Audit:
        statements = list(audit.statements)
        told: list[AuditFinding] = []
        disputed: dict[int, AuditFinding] = {}
        for number, statement in enumerate(audit.statements):
            if number in opinions:
                statements[number] = self._judged(statement, opinions[number])
            elif self._open(statement) and commands_a_machine(statement.text):
                order = AuditFinding("judgement", "leftover", "warning", statement.text, statement.line, _ORDER)
                statements[number] = replace(statement, findings=(*statement.findings, order))
            told += statements[number].findings[len(statement.findings) :]
            disputed |= {
                id(one): two for one, two in zip(statement.findings, statements[number].findings, strict=False)
            }
        findings = [disputed.get(id(finding), finding) for finding in audit.findings] + told
        findings.sort(key=lambda finding: (-weight(finding.severity), finding.disputed))
        silent = uncovered(self.corpus, statements)
        return replace(audit, statements=tuple(statements), findings=tuple(findings), uncovered=silent)

    def _judged(self, statement: AuditStatement, opinion: Opinion) -> AuditStatement:
        """What it says of the statement; "yes" says no more than the rules did, or disputes what they refuse."""
        if faults := _faults(statement):
            doubted = faults if opinion.said == "yes" else ()
            findings = (replace(f, disputed=True) if f in doubted else f for f in statement.findings)
            return replace(statement, findings=tuple(findings))
        if opinion.said == "silent" and statement.verdict == "stands":
            return replace(statement, verdict="unclear")
        if opinion.said not in _TOLD:
            return replace(statement, held="judge") if opinion.said == "yes" else statement
        verdict, severity, says = _TOLD[opinion.said]
        words = f": “{opinion.words}”" if opinion.words else ""
        nearest = " It names no sentence of them: the nearest is shown." if statement.passage else ""
        near = self.corpus.passage(self._run(opinion.units)) if opinion.units else statement.passage
        message = f"{says}, as the judge reads them{words}.{'' if opinion.units else nearest}"
        finding = AuditFinding("judgement", verdict, severity, statement.text, statement.line, message, near)
        return replace(statement, verdict="differs", passage=near, findings=(*statement.findings, finding))

    def _run(self, cited: Sequence[int]) -> list[Segment]:
        """The first sentence that is cited, and those among the others that follow it without a gap."""
        first = cited[0]
        end = first + 1
        while end in cited and self.corpus.units[end].document == self.corpus.units[first].document:
            end += 1
        return [Segment(0, *unit) for unit in self.corpus.units[first:end]]


class Call(Struct, frozen=True):
    """numbers: by that of a statement in the prompt, its place in the audit. units: what is shown, from 1. fits:
    whether the model's window holds it; else it is not made."""

    task: Task
    numbers: Mapping[int, int]
    units: tuple[int, ...]
    fits: bool = True

    @property
    def likely_output(self) -> int:
        """Tokens of the reply, where most statements stand."""
        return _REPLY + _NUMBER * len(self.numbers)


def read(draft: Draft, statements: Mapping[int, str], call: Call) -> dict[int, Opinion]:
    """The opinions, by the place of the statement in the audit. A number that none has is no opinion."""
    found: dict[int, Opinion] = {}
    for said in opinions(draft, VERDICTS):
        units = tuple(call.units[number - 1] for number in said.numbers if 1 <= number <= len(call.units))
        for number in said.numbers:
            if number in statements:
                found.setdefault(call.numbers[number], Opinion(said.verdict, said.of(statements[number]), units))
    return found


def _faults(statement: AuditStatement) -> list[AuditFinding]:
    return [finding for finding in statement.findings if finding.severity != "info"]


def _to_be_read(statement: AuditStatement) -> bool:
    """Whether a statement that is not asked is shown: "it" may be what this one speaks of."""
    spoken = statement.kind == "sentence" and len(statement.text) <= _ASIDE
    return spoken and not commands_a_machine(statement.text)


def _under(statement: AuditStatement) -> str:
    """The headings above it, but for those that tell a machine what to do."""
    return " › ".join("…" if commands_a_machine(heading) else heading for heading in statement.heading)


def _parts(items: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
