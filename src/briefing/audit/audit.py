"""Audit. In: a document that anybody wrote, and its sources. Out: which of its statements stand on them.

From top to bottom: each block's leftovers, quotations, links and sentences; then blocks that stand twice, and what of
the sources nothing is said about.
"""

from collections.abc import Iterator, Sequence

from briefing.audit.addresses import Address, Known, addresses, is_malformed, is_placeholder, spelled_out
from briefing.audit.corpus import Corpus, Segment, headings, terms
from briefing.audit.leftovers import leftovers
from briefing.audit.lines import line_of
from briefing.audit.place import Places
from briefing.audit.quotation import SURE, Altered, Standing, judge
from briefing.audit.quotes import Quoted, quotations
from briefing.audit.reach import ALONE, COVERED, coverage
from briefing.audit.repeats import repeats
from briefing.audit.sentence import UNREACHED, Judge, small_words
from briefing.audit.silence import parts, uncovered
from briefing.model import Block, Document, Severity, Span
from briefing.reports.audit_findings import (
    Audit,
    AuditFinding,
    AuditPassage,
    AuditStatement,
    FindingVerdict,
    StatementVerdict,
    weight,
    worst,
)

_SPOKEN = ("paragraph", "item", "term", "table", "quotation", "figure")  # a footnote says where something is
_SAYS = 3  # words that tell something: what has fewer beside a quotation says no more than who is quoted
_TERM = 2  # words: as few in quotation marks are a name for something, more often than somebody's words


def audit(document: Document, sources: Sequence[Document]) -> Audit:
    """The findings come with the weightiest first. Sentences are those of steps.extract."""
    return _Auditor(document, sources).audit()


class _Auditor:
    def __init__(self, document: Document, sources: Sequence[Document]) -> None:
        self.document, self.sources = document, sources
        self.language = document.language or "en"
        self.corpus = Corpus(sources)
        texts = [block.text for each in (document, *sources) for block in each.blocks if block.kind != "heading"]
        self.sentences = Judge(self.corpus, self.language, small_words(texts))
        self.known = Known(self.corpus)
        self.instead: dict[str, tuple[Segment, Address]] = {}
        self.places = Places(self.corpus, self.language)
        self.coverage = coverage(document, self.sentences)

    def audit(self) -> Audit:
        statements: list[AuditStatement] = []
        for block, heading in zip(self.document.blocks, headings(self.document), strict=True):
            statements += self._block(block, heading)
        findings = [finding for statement in statements for finding in statement.findings]
        findings += self._repeated()
        findings.sort(key=lambda finding: (-weight(finding.severity), finding.verdict == "unclear", finding.line))
        silent = uncovered(self.corpus, statements)
        return Audit(
            self.document.path or self.document.url,
            tuple(statements),
            tuple(findings),
            tuple(each.source for each in self.sources),
            len(parts(self.corpus)),
            silent,
            self.document.kind == "pdf",
        )

    def _block(self, block: Block, heading: tuple[str, ...]) -> Iterator[AuditStatement]:
        left = list(leftovers(block))
        for start, end in left:
            text, line = block.text[start:end], line_of(block, start)
            message = "This was to be filled in, or taken out, before anybody read it."
            finding = AuditFinding("leftover", "leftover", "error", text, line, message)
            yield AuditStatement("sentence", text, line, "differs", heading, None, (finding,))
        quoted = quotations(block)
        for each in quoted:
            yield self._quotation(block, each, heading)
        yield from self._links(block, heading)
        if block.kind in _SPOKEN and not (quoted and quoted[0].whole):
            for start, end in _uncut(block, quoted):
                if not any(first < end and start < last for first, last in left):
                    yield from self._sentence(block, start, end, quoted, heading)

    # ── Quotations ──────────────────────────────────────────────────────────────────────────────────────────────

    def _quotation(self, block: Block, quoted: Quoted, heading: tuple[str, ...]) -> AuditStatement:
        found = judge(self.corpus, quoted.text, self.language)
        line = line_of(block, quoted.start)
        if isinstance(found, Standing):
            return self._standing(found, block, quoted, line, heading)
        if isinstance(found, Altered) and (found.share >= SURE or self._covers(block, quoted, heading)):
            return self._altered(found, quoted, line, heading)
        return self._unfound(block, quoted, line, heading)

    def _altered(self, found: Altered, quoted: Quoted, line: int, heading: tuple[str, ...]) -> AuditStatement:
        passage = self.corpus.passage(found.places)
        short = len(quoted.text.split()) <= _TERM + 1 and all(c.severity != "error" for c in found.changes)
        severity = (
            "info" if short or _is_title(quoted.text, found) else worst(change.severity for change in found.changes)
        )
        message = f"Not as the source has it: {'; '.join(map(str, found.changes))}."
        finding = AuditFinding("quotation", "altered", severity, quoted.text, line, message, passage, found.runs)
        return AuditStatement("quotation", quoted.text, line, "differs", heading, passage, (finding,))

    def _standing(
        self, found: Standing, block: Block, quoted: Quoted, line: int, heading: tuple[str, ...]
    ) -> AuditStatement:
        outside = f"{_outside(block, quoted)} {quoted.who}"
        ways = [way for way in found.chains if not self.places.misplaced(way[0].slices[0], outside, heading)]
        chain = (ways or found.chains)[0]
        slices = [each for place in chain for each in place.slices]
        passage = self.corpus.passage(slices)
        if not ways:
            message = self.places.misplaced(slices[0], outside, heading)
            finding = AuditFinding("quotation", "misplaced", "error", quoted.text, line, message, passage)
            return AuditStatement("quotation", quoted.text, line, "differs", heading, passage, (finding,))
        folded = any(place.exactness == "folded" for place in chain)
        message = "Verbatim, but for typography: quotation marks, dashes, ellipses or spaces."
        note = AuditFinding("quotation", "folded", "info", quoted.text, line, message, passage)
        return AuditStatement("quotation", quoted.text, line, "stands", heading, passage, (note,) if folded else ())

    def _unfound(self, block: Block, quoted: Quoted, line: int, heading: tuple[str, ...]) -> AuditStatement:
        judged = self.sentences.judge(quoted.text)
        near = self._near(judged.near)
        if len(quoted.text.split()) <= _TERM and quoted.text.isascii():
            message = "The sources do not have these words; in quotation marks, they may be just a name for something."
            finding = AuditFinding("quotation", "unclear", "info", quoted.text, line, message, None)
            return AuditStatement("quotation", quoted.text, line, "unclear", heading, None, (finding,))
        if self._covers(block, quoted, heading):
            message = "It is not in the sources, in whatever form."
            finding = AuditFinding("quotation", "missing", "error", quoted.text, line, message, near)
            return AuditStatement("quotation", quoted.text, line, "missing", heading, near, (finding,))
        message = "Whether it stands cannot be told: the given sources do not cover this."
        finding = AuditFinding("quotation", "unclear", "info", quoted.text, line, message, near)
        return AuditStatement("quotation", quoted.text, line, "unclear", heading, near, (finding,))

    def _covers(self, block: Block, quoted: Quoted, heading: tuple[str, ...]) -> bool:
        """Whether the sources would have a quotation if there were one: they speak of its section, of who says it, or
        of what it says."""
        if self._reached(heading) or self.places.names_anybody(f"{_outside(block, quoted)} {quoted.who}"):
            return True
        alone = len(self.coverage) == 1  # no section whose other words could tell
        return self.sentences.judge(quoted.text).support() >= (ALONE if alone else UNREACHED)

    def _near(self, numbers: Sequence[int]) -> AuditPassage | None:
        return self.corpus.passage_of(numbers[0]) if numbers else None

    def _reached(self, heading: tuple[str, ...]) -> bool:
        """Whether the sources speak of what a section is about."""
        return self.coverage.get(heading, 0.0) >= COVERED

    # ── Links ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _links(self, block: Block, heading: tuple[str, ...]) -> Iterator[AuditStatement]:
        if block.kind == "code":
            return
        seen: set[str] = set()
        for address in addresses(block):
            if address.key not in seen:
                seen.add(address.key)
                yield self._link(address, block, heading)

    def _link(self, address: Address, block: Block, heading: tuple[str, ...]) -> AuditStatement:
        line = line_of(block, address.start)
        place = self.known.find(address)
        if place or address.key in self.known.homes:
            passage = self.corpus.passage([place]) if place else None
            return AuditStatement("link", address.url, line, "stands", heading, passage)
        same = self._same_thing(address, block, heading)
        passage = self.corpus.passage([same[0]]) if same else None
        verdict, severity, message = self._trouble(address, heading)
        if same:
            severity = "error"
            message += f" Where they speak of “{same[1].text}”, the sources have {same[1].url}."
        finding = AuditFinding("link", verdict, severity, address.url, line, message, passage)
        return AuditStatement(
            "link", address.url, line, "unclear" if verdict == "unclear" else "differs", heading, passage, (finding,)
        )

    def _same_thing(self, address: Address, block: Block, heading: tuple[str, ...]) -> tuple[Segment, Address] | None:
        """What the sources have instead; a wrong address is wrong in the same way wherever it comes again."""
        about = f"{_around(block, address)} {heading[-1] if heading else ''}"
        found = self.instead.get(address.key) or self.known.same_thing(address, about)
        if found:
            self.instead[address.key] = found
        return found

    def _trouble(self, address: Address, heading: tuple[str, ...]) -> tuple[FindingVerdict, Severity, str]:
        if is_placeholder(address):
            return "placeholder", "error", "This address was never filled in."
        if is_malformed(address):
            return "malformed", "error", "No address of this kind has this form."
        if self._reached(heading) and (address.kind != "page" or self.known.shares_host(address)):
            return "missing", "warning", "It is not in the sources."
        return "unclear", "info", "It is not in the sources; whether it is right cannot be told from them."

    # ── Sentences ───────────────────────────────────────────────────────────────────────────────────────────────

    def _sentence(
        self, block: Block, start: int, end: int, quoted: Sequence[Quoted], heading: tuple[str, ...]
    ) -> Iterator[AuditStatement]:
        cut = [*((each.start - 1, each.end + 1) for each in quoted), *spelled_out(block.text)]
        text, shown = _without(block.text, start, end, cut), block.text[start:end]
        leads_in = text != shown and len(set(terms(text))) < (_SAYS if text.isascii() else 2 * _SAYS)
        if leads_in or not any(map(str.isalnum, text)):
            return
        line = line_of(block, start)
        judged = self.sentences.judge(text)
        findings = tuple(
            AuditFinding(
                flaw.kind, flaw.verdict, flaw.severity, shown, line, flaw.message,
                None if flaw.near is None else self.corpus.passage_of(flaw.near), flaw.runs,
            )
            for flaw in judged.flaws(reached=self._reached(heading))
        )  # fmt: skip
        passage = self._near(judged.near)
        yield AuditStatement("sentence", shown, line, _verdict(findings, judged.support()), heading, passage, findings)

    def _repeated(self) -> Iterator[AuditFinding]:
        for each in repeats(self.document):
            first = f" (line {each.first.line})" if each.first.line else ""
            under = each.first_heading[-1] if each.first_heading else "the beginning"
            message = f"The same {_KIND.get(each.block.kind, 'text')} stands under “{under}”{first} too."
            shown = " ".join(each.block.text.split())[:200]
            yield AuditFinding("repetition", "repeated", "warning", shown, each.block.line, message)


_KIND = {"code": "code", "table": "table", "quotation": "quotation"}
_VERDICTS: dict[str, StatementVerdict] = {"rounded": "stands", "folded": "stands", "unclear": "unclear"}
_SUPPORTED = 0.3  # share of what the words of a sentence tell that a passage has, for it to stand on it


def _verdict(findings: Sequence[AuditFinding], support: float) -> StatementVerdict:
    verdicts = {_VERDICTS.get(finding.verdict, "differs") for finding in findings}
    if "differs" in verdicts:
        return "missing" if all(f.verdict in ("missing", "unclear") for f in findings) else "differs"
    return "unclear" if "unclear" in verdicts or support < _SUPPORTED else "stands"


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


def _without(text: str, start: int, end: int, cut: Sequence[tuple[int, int]]) -> str:
    """A sentence without its quotations and addresses, which are judged by themselves."""
    pieces: list[str] = []
    for first, last in sorted(cut):
        if start <= first < end or start < last <= end:
            pieces.append(text[start : max(start, first)])
            start = max(start, min(last, end))
    return " ".join((*pieces, text[start:end])).strip()


def _is_title(text: str, found: Altered) -> bool:
    """Whether words differ in case alone, and begin with capitals as a title does."""
    long = [word for word in text.split() if len(word) > 3]
    return all(c.severity != "error" for c in found.changes) and len(long) > 1 and all(w[0].isupper() for w in long)


def _outside(block: Block, quoted: Quoted) -> str:
    """What a block says beside a quotation, within its sentence as far as that can be told."""
    spans = [span for span in block.sentences if span.start < quoted.end + 2 and quoted.start - 2 < span.end]
    start = min((span.start for span in spans), default=0)
    end = max((span.end for span in spans), default=len(block.text))
    return f"{block.text[start : quoted.start]} {block.text[quoted.end : end]}"


def _around(block: Block, address: Address) -> str:
    spans = [span for span in block.sentences if span.start < address.end and address.start < span.end]
    return block.text[spans[0].start : spans[-1].end] if spans else block.text[:300]
