"""Audit. In: a document that anybody wrote, and its sources. Out: which of its statements stand on them.

From top to bottom: each block's leftovers, quotations, links and sentences; then blocks that stand twice, and what of
the sources nothing is said about.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from briefing.audit.addresses import spelled_out
from briefing.audit.citations import citation_marks
from briefing.audit.corpus import Corpus
from briefing.audit.exchanged import exchanged
from briefing.audit.flaw import Flaw
from briefing.audit.flaws import flaws
from briefing.audit.held import held_by, is_whole
from briefing.audit.imprint import imprint
from briefing.audit.indexed import Indexed, headings
from briefing.audit.leftovers import Leftover, leftovers
from briefing.audit.lines import line_of
from briefing.audit.linking import Linking
from briefing.audit.note_digits import NoteDigits, without_note_digits
from briefing.audit.persons import small_words
from briefing.audit.place import Places
from briefing.audit.quotes import Quoted, quotations
from briefing.audit.quoting import Quoting
from briefing.audit.reach import reached
from briefing.audit.repeats import repeats
from briefing.audit.scan import has
from briefing.audit.search import places
from briefing.audit.sentence import Judge, Judged, small_stems
from briefing.audit.silence import parts, uncovered
from briefing.audit.spot import Spot
from briefing.audit.tabling import Tabling
from briefing.audit.terms import terms
from briefing.audit.verdicts import verdict_of
from briefing.checks.opposites import opposites
from briefing.executors.forks import forked
from briefing.model import Block, Document, Span
from briefing.reports.audit_findings import (
    Audit,
    AuditFinding,
    AuditStatement,
    FindingVerdict,
    weight,
)

Slice = tuple[int, int]
_SPOKEN = ("paragraph", "item", "term", "table", "quotation", "figure")  # a footnote says where something is
_LONG = 20_000  # characters of a document from which on copies of this process earn back what they take to start
_CHUNK = 12  # blocks that a copy judges before it tells
_NAMED = 8  # words between quotation marks, as names and titles have
_SAYS = 3  # words that tell something: what has fewer beside a quotation says no more than who is quoted


def audit(document: Document, sources: Sequence[Document | Indexed], copies: int = 1) -> Audit:
    """The findings come with the weightiest first. Sentences are those of steps.extract. copies: of this process, that
    judge a long document together."""
    return _Auditor(document, sources, copies).audit()


class _Auditor:
    def __init__(self, document: Document, sources: Sequence[Document | Indexed], copies: int) -> None:
        self.corpus = Corpus(sources)
        self.sources = [each.source for each in self.corpus.sources]
        self.document, self.digits = without_note_digits(document, self.sources)
        document = self.document
        self.copies = copies if sum(len(block.text) for block in document.blocks) >= _LONG else 1
        language = document.language or "en"
        texts = [block.text for block in document.blocks if block.kind != "heading"]
        theirs = frozenset[str]().union(
            *(words for source in self.corpus.sources for words in source.once(small_words))
        )
        self.sentences = Judge(self.corpus, language, small_stems([*texts, *theirs]), Places(self.corpus, language))
        above = headings(document)
        self.quoting = Quoting(self.corpus, self.sentences, alone=len(set(above)) == 1)
        self.linking, self.tabling = Linking(self.corpus), Tabling(self.corpus, self.sentences)
        if self.copies > 1:  # what is looked up in is made before there are copies, which would each make it
            self.corpus.prepare(block.text for block in document.blocks)
            self.sentences.mentions("")
            opposites("", language)
        own, near = set(imprint(document)), reached(document, self.sentences, self.copies)
        self.spots = [
            Spot(block, above[number], near[number], number in own) for number, block in enumerate(document.blocks)
        ]

    def audit(self) -> Audit:
        statements = self._statements()
        findings = [finding for statement in statements for finding in statement.findings]
        findings += [*_repeated(self.document, self.sources), *_noted(self.digits)]
        findings.sort(key=lambda finding: (-weight(finding.severity), _RANK[finding.verdict], finding.line))
        return Audit(
            self.document.path or self.document.url,
            tuple(statements),
            tuple(findings),
            tuple(each.source for each in self.sources),
            len(parts(self.corpus)),
            uncovered(self.corpus, statements),
            self.document.kind == "pdf",
        )

    def _statements(self) -> list[AuditStatement]:
        """Of the links here, as one that is wrong is held to be so in the same way wherever it comes again; of all else
        by the copies, some blocks at a time."""
        chunks = [self.spots[start : start + _CHUNK] for start in range(0, len(self.spots), _CHUNK)]
        judged = forked(lambda chunk: [self._judged(spot) for spot in chunk], chunks, self.copies)
        pairs = zip(self.spots, chain.from_iterable(judged), strict=True)
        return [each for spot, (first, rest) in pairs for each in (*first, *self.linking.statements(spot), *rest)]

    def _judged(self, spot: Spot) -> tuple[list[AuditStatement], list[AuditStatement]]:
        """What comes before the statements of the links of a block, and what comes after them."""
        left = [each for each in leftovers(spot.block) if not self._has(spot.block.text[slice(*each.mark)])]
        shown = [(spot.block.text[each.start : each.end], each.start) for each in left]
        first = [spot.falls("sentence", text, at, ("leftover", "leftover", "error", _LEFT)) for text, at in shown]
        quoted = [each for each in quotations(spot.block) if not _filled_by(each, left)]
        first += [self.quoting.statement(spot, each) for each in quoted]
        return first, list(self._said(spot, quoted, left))

    def _said(self, spot: Spot, quoted: Sequence[Quoted], left: Sequence[Leftover]) -> Iterator[AuditStatement]:
        """The rows of a table, and the sentences, without what is judged by itself."""
        if spot.block.kind in _SPOKEN and not spot.own and not (quoted and quoted[0].whole):
            marks = sorted([*(each.mark for each in left), *citation_marks(spot.block.text)])
            cut = sorted([*((each.start - 1, each.end + 1) for each in quoted), *spelled_out(spot.block.text), *marks])
            if spot.block.kind == "table":
                yield from self.tabling.statements(spot, lambda start, end: _without(spot.block.text, start, end, cut))
                return
            for start, end in _uncut(spot.block, quoted):
                if not any(each.whole and each.start < end and start < each.end for each in left):
                    yield from self._sentence(spot, start, end, cut, marks)

    def _has(self, text: str) -> bool:
        """Whether the sources say this themselves."""
        return has(self.corpus, text) or bool(places(self.corpus, text))

    def _sentence(
        self, spot: Spot, start: int, end: int, cut: Sequence[Slice], marks: Sequence[Slice]
    ) -> Iterator[AuditStatement]:
        """cut: what of the block is judged by itself; marks: what of that says nothing, and leaves a whole sentence."""
        whole, shown = spot.block.text, spot.block.text[start:end]
        text, said = _without(whole, start, end, cut), _without(whole, start, end, marks)
        leads_in = text != said and len(set(terms(text))) < (_SAYS if text.isascii() else 2 * _SAYS)
        if leads_in or not any(map(str.isalnum, text)):
            return
        line = line_of(spot.block, start)
        judged = self.sentences.judge(text)
        findings = tuple(
            AuditFinding(
                flaw.kind, flaw.verdict, flaw.severity, shown, line, flaw.message,
                None if flaw.near is None else self.corpus.passage_of(flaw.near), flaw.runs,
            )
            for flaw in self._flaws(judged, spot.reached, said)
        )  # fmt: skip
        passage = self.corpus.passage_of(judged.near[0]) if judged.near else None
        verdict = verdict_of(findings, judged.support())
        if verdict == "unclear" and not findings and (len(set(terms(text))) < _SAYS or text.endswith((":", "："))):
            return  # a label, a word by itself, or what only announces the next block
        held, own = held_by(said, judged.around)
        yield AuditStatement("sentence", shown, line, verdict, spot.heading, passage, findings, held, own)

    def _flaws(self, judged: Judged, reached: bool, said: str) -> Sequence[Flaw]:
        """What is wrong with a sentence; else, where all that it quotes is a few words, with what it says of these."""
        if any(is_whole(said, judged.said(number)) for number in judged.near):
            return ()
        found = list(flaws(judged, reached=reached, whole=judged.whole == said))
        named = reached and 0 < len(said.split()) - len(judged.whole.split()) <= _NAMED
        return found or (list(exchanged(self.sentences.judge(said), alone=True)) if named else [])


def _filled_by(quoted: Quoted, left: Sequence[Leftover]) -> bool:
    """Whether between quotation marks stands nothing but what was to be filled in."""
    return any(each.mark[0] - quoted.start < 2 and quoted.end - each.mark[1] < 2 for each in left if not each.whole)


def _noted(digits: NoteDigits | None) -> Iterator[AuditFinding]:
    if digits and not digits.lead:
        message = (
            f"Digits of notes stand in {digits.count} places, glued to the word before them, and there are no notes: "
            "they came along when an answer was copied."
        )
        line = line_of(digits.block, digits.at)
        yield AuditFinding("leftover", "leftover", "warning", digits.shown, line, message)


def _repeated(document: Document, sources: Sequence[Document]) -> Iterator[AuditFinding]:
    for each in repeats(document, sources):
        first = f" (line {each.first.line})" if each.first.line else ""
        under = " › ".join(each.first_heading[-2:]) or "the beginning"
        message = f"The same {_KIND.get(each.block.kind, 'text')} stands under “{under}”{first} too."
        shown = " ".join(each.block.text.split())[:200]
        yield AuditFinding("repetition", "repeated", "warning", shown, each.block.line, message)


_LEFT = "This was to be filled in, or taken out, before anybody read it."
# Within a severity: what is false, what is not there, what was changed, where it leads, what was left.
_RANK: dict[FindingVerdict, int] = {
    "contradicted": 0, "missing": 1, "misplaced": 2, "altered": 3, "placeholder": 4, "malformed": 4, "leftover": 5,
    "repeated": 6, "rounded": 7, "folded": 7, "unclear": 8,
}  # fmt: skip
_KIND = {"code": "code", "table": "table"}


def _uncut(block: Block, quoted: Sequence[Quoted]) -> Iterator[tuple[int, int]]:
    """The sentences of a block; those that a quotation reaches over are one."""
    spans = block.sentences or (Span(0, len(block.text)),)
    start, end = spans[0].start, spans[0].end
    for span in spans[1:]:
        if any(each.start < span.start < each.end or each.start < end < each.end for each in quoted):
            end = span.end
            continue
        yield start, end
        start, end = span.start, span.end
    yield start, end


def _without(text: str, start: int, end: int, cut: Sequence[Slice]) -> str:
    """A sentence without its quotations and addresses, which are judged by themselves."""
    pieces: list[str] = []
    for first, last in cut:
        if start <= first < end or start < last <= end:
            pieces.append(text[start : max(start, first)])
            start = max(start, min(last, end))
    return " ".join((*pieces, text[start:end])).strip()
