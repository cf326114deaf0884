"""What an audit found: the records that its reports are made of.

A statement is a sentence, a quotation, or a link of the document that is audited. It stands, or has findings that say
why not. Lines are counted from 1, pages of a PDF too; 0 where there is none.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from briefing.model import SEVERITIES, Severity
from briefing.reports.words import Run

FindingKind = Literal[
    "quotation", "link", "number", "date", "name", "identifier", "negation", "statement", "leftover", "repetition",
    "judgement",  # what a model says, where one was asked
]  # fmt: skip
FindingVerdict = Literal[
    "altered",  # quotation: the source has it in other words
    "misplaced",  # it stands in the source, and elsewhere, or said by somebody else, than the document has it
    "contradicted",  # the nearest passage says otherwise
    "missing",  # not in the sources, which speak of what it is about
    "placeholder",  # a link that was never filled in
    "malformed",  # a link or an identifier that can be none
    "leftover",  # a trace of how the document was made
    "repeated",  # one block under two headings
    "rounded",  # the source has the exact number
    "folded",  # verbatim but for typography
    "unclear",  # the given sources do not cover it
]
StatementKind = Literal["sentence", "quotation", "link", "code"]
StatementVerdict = Literal["stands", "differs", "missing", "unclear"]
Held = Literal[
    "words",  # the source has it word for word
    "facts",  # its numbers, names, dates, denials … were held, and not how it joins them
    "judge",  # and a model that was asked reads it as carried
]


class AuditPassage(Struct, frozen=True):
    """A slice of a source: text is what stands at start:end of its block, or of several blocks, joined by a space, of
    which start counts in the first and end in the last."""

    source: str
    text: str
    start: int
    end: int
    url: str
    heading: tuple[str, ...] = ()


class AuditFinding(Struct, frozen=True):
    """Something that a reader of the document should know. statement: the words of the document that it is about.
    message: a whole sentence. differences: from the source to the document, word by word. disputed: whether a judge
    that was asked, too, reads the statement as carried."""

    kind: FindingKind
    verdict: FindingVerdict
    severity: Severity
    statement: str
    line: int
    message: str
    passage: AuditPassage | None = None
    differences: tuple[Run, ...] = ()
    disputed: bool = False


class AuditStatement(Struct, frozen=True):
    """heading: of the document, above it. passage: what it stands on, or the nearest there is. held: by what a sentence
    stands. own: words of a sentence that nothing near it in the sources has."""

    kind: StatementKind
    text: str
    line: int
    verdict: StatementVerdict
    heading: tuple[str, ...] = ()
    passage: AuditPassage | None = None
    findings: tuple[AuditFinding, ...] = ()
    held: Held = "words"
    own: tuple[str, ...] = ()

    @property
    def by_facts(self) -> bool:
        """Whether it stands, and only its facts were held."""
        return self.verdict == "stands" and self.held == "facts"


class Uncovered(Struct, frozen=True):
    """A part of a source of which the document says nothing: its headings, and how many sentences it has."""

    source: str
    heading: tuple[str, ...]
    sentences: int
    url: str


class Audit(Struct, frozen=True):
    """findings: the weightiest first. paged: whether lines are pages of a PDF. parts: how many sections sources have;
    uncovered: those of which nothing is said. judge: the model that was asked, too, "" where the rules alone were;
    asked: of how many sentences; judged: of how many of these it said something."""

    name: str
    statements: tuple[AuditStatement, ...]
    findings: tuple[AuditFinding, ...]
    sources: tuple[str, ...]
    parts: int = 0
    uncovered: tuple[Uncovered, ...] = ()
    paged: bool = False
    judge: str = ""
    asked: int = 0
    judged: int = 0

    @property
    def counts(self) -> Counter[str]:
        """How many statements have which verdict."""
        return Counter(statement.verdict for statement in self.statements)

    def worse(self, allowed: Severity) -> bool:
        """Whether a finding is worse than is allowed."""
        return any(weight(finding.severity) > weight(allowed) for finding in self.findings)


def weight(severity: Severity) -> int:
    return SEVERITIES.index(severity)


def worst(severities: Iterable[Severity]) -> Severity:
    return max(severities, key=weight, default="info")
