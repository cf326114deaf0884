"""The optional judge. In: what stood up to the rules, and a model. Out: the same, without the sentences of which the
model says that what they cite does not carry them; each is a problem that may be mended, like any other.

The rules know which facts a sentence holds, and not how it relates them: "A beats B" from "B beats A" passes them all.
The verdicts are those of attribution research: supported, partly supported, not supported (Gao et al. 2023, "Enabling
Large Language Models to Generate Text with Citations", section 4; Rashkin et al. 2023, "Measuring Attribution").
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.errors import ModelError
from briefing.model import Document, Draft, Evidence, Field, Finding, ModelOptions, Prose, Sentence, Usage
from briefing.steps.desk import Problem, Verified, shorten
from briefing.steps.numbered import bylines
from briefing.steps.opinions import opinions
from briefing.steps.prompt import JUDGED, Shown, judge_task
from briefing.steps.window import fits
from briefing.style import Style
from briefing.writers.base import Task, Writer

VERDICTS = ("no", "partly", "yes")  # where a model names a statement twice, the first of these counts
NO = "what it cites does not carry it, says the judge"
PARTLY = "what it cites carries it only in part, says the judge"
_HINT = "Say only what the cited sentences say, cite the ones that say it, or leave it out."
_UNASKED = "The rules have held what it says. To have it judged, too, write all anew: --force."


class Statement(Struct, frozen=True):
    """A sentence in a writer's own words, and what it cites: the sources, and pairs of the place of a passage and its
    text."""

    field: str
    sentence: Sentence
    sources: tuple[str, ...]
    cited: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        return self.sentence.text


class Verdict(Struct, frozen=True):
    """words: of the statement, those that are not carried, where the judge has named some that stand in it."""

    said: str
    words: str = ""

    def __str__(self) -> str:
        return (NO if self.said == "no" else PARTLY) + (f" (“{shorten(self.words)}”)" if self.words else "")


_Key = tuple[str, tuple[tuple[str, str], ...]]
_YES = Verdict("yes")


class Judge(Struct):
    """For one section, or the overview. settled: texts that are not judged, since they were before. It asks for each
    statement once, however often it is drafted."""

    writer: Writer
    style: Style
    documents: Mapping[str, Document]
    model: ModelOptions
    settled: Collection[str] = ()
    usage: Usage = field(default_factory=Usage)
    verdicts: dict[_Key, Verdict] = field(default_factory=dict)

    def judged(self, task: Task, verified: Verified) -> Verified:
        """Never raises ModelError: where the judge cannot be asked, a finding says so, and the rules alone hold."""
        statements = list(_statements(verified))
        asked = [s for s in statements if s.text not in self.settled and _key(s) not in self.verdicts]
        notes = list(verified.notes)
        for some in self._calls(task, asked):
            try:
                notes += self._ask(task, some)
            except ModelError as error:
                what = f"The judge could not be asked: {error.what}."
                notes.append(Finding(task.id, "judge", what, "warning", _UNASKED))
        found = [(s, self.verdicts.get(_key(s), _YES)) for s in statements]
        notes += [_doubted(task, s, verdict) for s, verdict in found if verdict.said == "partly"]
        refused = [(s, verdict) for s, verdict in found if verdict.said == "no"]
        problems = [*verified.problems, *(_refused(task, s, verdict) for s, verdict in refused)]
        fields = _without(verified, {(s.field, s.text) for s, _ in refused})
        return replace(verified, fields=fields, problems=problems, notes=list(dict.fromkeys(notes)))

    def _calls(self, task: Task, statements: Sequence[Statement]) -> Iterator[Sequence[Statement]]:
        """All in one, where the window holds them."""
        some: list[Statement] = []
        for statement in statements:
            if some and (len(some) == JUDGED or not fits(self._task(task, [*some, statement]), self.model)):
                yield some
                some = []
            some.append(statement)
        if some:
            yield some

    def _task(self, task: Task, statements: Sequence[Statement]) -> Task:
        sources = dict.fromkeys(source for s in statements for source in s.sources)
        authors = bylines(self.documents[source] for source in sources)
        return judge_task(task, self.style, [Shown(s.text, s.cited) for s in statements], VERDICTS, authors)

    def _ask(self, task: Task, statements: Sequence[Statement]) -> list[Finding]:
        """Enter the verdicts; the findings are about statements that it left out."""
        reply = self.writer.draft(self._task(task, statements))
        self.usage += reply.usage
        given = read(reply.draft, [s.text for s in statements])
        self.verdicts |= {_key(s): given[n] for n, s in enumerate(statements, start=1) if n in given}
        return [_untold(task, s) for n, s in enumerate(statements, start=1) if n not in given]


def read(draft: Draft, statements: Sequence[str]) -> dict[int, Verdict]:
    """The verdicts, by the numbers of the statements. A number that none has is no verdict."""
    found: dict[int, Verdict] = {}
    for said in opinions(draft, VERDICTS):
        for number in said.numbers:
            if 1 <= number <= len(statements):
                found.setdefault(number, Verdict(said.verdict, said.of(statements[number - 1])))
    return found


def _statements(verified: Verified) -> Iterator[Statement]:
    """What is in the writer's own words: a sentence of the source as it stands needs no judge."""
    for key, each in verified.fields.items():
        for sentence in each.sentences if isinstance(each, Prose) else ():
            pieces = [verified.evidence[cite.evidence] for cite in sentence.cites]
            texts = [piece.text[cite.start : cite.end] for piece, cite in zip(pieces, sentence.cites, strict=True)]
            if sentence.text not in texts:
                places = map(_place, pieces)
                sources = tuple(piece.source for piece in pieces)
                yield Statement(key, sentence, sources, tuple(zip(places, texts, strict=True)))


def _place(evidence: Evidence) -> str:
    return " › ".join((evidence.source, *evidence.heading))


def _key(statement: Statement) -> _Key:
    return statement.text, statement.cited


def _doubted(task: Task, statement: Statement, verdict: Verdict) -> Finding:
    return Finding(
        f"{task.id}/{statement.field}", "judge", f"“{shorten(statement.text)}”: {verdict}.", "warning", _HINT
    )


def _untold(task: Task, statement: Statement) -> Finding:
    what = f"“{shorten(statement.text)}”: the judge said nothing of it."
    return Finding(f"{task.id}/{statement.field}", "judge", what, "info", _UNASKED)


def _refused(task: Task, statement: Statement, verdict: Verdict) -> Problem:
    shown = shorten(statement.text)
    finding = Finding(f"{task.id}/{statement.field}", "judge", f"Left out “{shown}”: {verdict}.", "warning", _HINT)
    return Problem(statement.field, f"{statement.field}: “{shown}”: {verdict}. {_HINT}", finding)


def _without(verified: Verified, refused: Collection[tuple[str, str]]) -> dict[str, Field]:
    found: dict[str, Field] = {}
    for key, each in verified.fields.items():
        if not isinstance(each, Prose):
            found[key] = each
        elif kept := tuple(s for s in each.sentences if (key, s.text) not in refused):
            found[key] = Prose(kept)
    return found
