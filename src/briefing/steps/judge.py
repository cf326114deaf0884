"""The optional judge. In: what stood up to the rules, and a model. Out: the same, without the sentences of which the
model says that what they cite does not carry them; each is a problem that may be mended, like any other.

The rules know which facts a sentence holds, and not how it relates them: "A beats B" from "B beats A" passes them all.
The verdicts are those of attribution research: supported, partly supported, not supported (Gao et al. 2023, "Enabling
Large Language Models to Generate Text with Citations", section 4; Rashkin et al. 2023, "Measuring Attribution").
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing.errors import ModelError
from briefing.model import Draft, Evidence, Field, Finding, Prose, Sentence, Usage
from briefing.steps.desk import Problem, Verified, number_of, shorten
from briefing.steps.prompt import judge_task
from briefing.style import Style
from briefing.writers.base import Task, Writer

VERDICTS = ("no", "partly", "yes")  # where a model names a statement twice, the first of these counts
NO = "what it cites does not carry it, says the judge"
PARTLY = "what it cites carries it only in part, says the judge"
_HINT = "Say only what the cited sentences say, cite the ones that say it, or leave it out."


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence in a writer's own words, and what it cites."""

    field: str
    sentence: Sentence
    passages: tuple[str, ...]

    @property
    def text(self) -> str:
        return self.sentence.text


@dataclass(slots=True)
class Judge:
    """For one section, or the overview. settled: texts that are not judged, since they were before. It asks for each
    statement once, however often it is drafted."""

    writer: Writer
    style: Style
    settled: Collection[str] = ()
    usage: Usage = field(default_factory=Usage)
    verdicts: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict)

    def judged(self, task: Task, verified: Verified) -> Verified:
        """Never raises ModelError: where the judge cannot be asked, a finding says so, and the rules alone hold."""
        statements = list(_statements(verified))
        open_ = [s for s in statements if s.text not in self.settled and _key(s) not in self.verdicts]
        notes = list(verified.notes)
        if open_:
            try:
                notes += self._ask(task, open_)
            except ModelError as error:
                notes.append(Finding(task.id, "judge", f"The judge could not be asked: {error.what}.", "warning"))
        found = {_key(s): self.verdicts.get(_key(s), "yes") for s in statements}
        notes += [_partly(task, s) for s in statements if found[_key(s)] == "partly"]
        refused = [s for s in statements if found[_key(s)] == "no"]
        problems = [*verified.problems, *(_refused(task, s) for s in refused)]
        fields = _without(verified, {(s.field, s.text) for s in refused})
        return replace(verified, fields=fields, problems=problems, notes=list(dict.fromkeys(notes)))

    def _ask(self, task: Task, statements: Sequence[Statement]) -> list[Finding]:
        """Enter the verdicts; the findings are about statements that it left out."""
        shown = [(s.text, s.passages) for s in statements]
        reply = self.writer.draft(judge_task(task, self.style, shown, VERDICTS))
        self.usage += reply.usage
        given = _read(reply.draft, len(statements))
        self.verdicts |= {_key(s): given[n] for n, s in enumerate(statements, start=1) if n in given}
        return [
            Finding(f"{task.id}/{s.field}", "judge", f"“{shorten(s.text)}”: the judge said nothing of it.", "info")
            for n, s in enumerate(statements, start=1)
            if n not in given
        ]


def _read(draft: Draft, most: int) -> dict[int, str]:
    found: dict[int, str] = {}
    for verdict in VERDICTS:
        value = draft.fields.get(verdict)
        for number in map(number_of, value if isinstance(value, list) else []):
            if number is not None and 1 <= number <= most:
                found.setdefault(number, verdict)
    return found


def _statements(verified: Verified) -> Iterator[Statement]:
    """What is in the writer's own words: a sentence of the source as it stands needs no judge."""
    for key, each in verified.fields.items():
        for sentence in each.sentences if isinstance(each, Prose) else ():
            passages = _passages(sentence, verified.evidence)
            if sentence.text not in passages:
                yield Statement(key, sentence, passages)


def _passages(sentence: Sentence, evidence: Mapping[str, Evidence]) -> tuple[str, ...]:
    return tuple(evidence[cite.evidence].text[cite.start : cite.end] for cite in sentence.cites)


def _key(statement: Statement) -> tuple[str, tuple[str, ...]]:
    return statement.text, statement.passages


def _partly(task: Task, statement: Statement) -> Finding:
    return Finding(f"{task.id}/{statement.field}", "judge", f"“{shorten(statement.text)}”: {PARTLY}.", "warning", _HINT)


def _refused(task: Task, statement: Statement) -> Problem:
    shown = shorten(statement.text)
    finding = Finding(f"{task.id}/{statement.field}", "judge", f"Left out “{shown}”: {NO}.", "warning", _HINT)
    return Problem(statement.field, f"{statement.field}: “{shown}”: {NO}. {_HINT}", finding)


def _without(verified: Verified, refused: Collection[tuple[str, str]]) -> dict[str, Field]:
    found: dict[str, Field] = {}
    for key, each in verified.fields.items():
        if not isinstance(each, Prose):
            found[key] = each
        elif kept := tuple(s for s in each.sentences if (key, s.text) not in refused):
            found[key] = Prose(kept)
    return found
