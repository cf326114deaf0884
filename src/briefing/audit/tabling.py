"""The rows of a table, one by one. In: a table of the document. Out: a statement for each row, with the findings of its
cells, each held against the sources together with what its row and its column call it."""

import re
from collections.abc import Callable, Iterator, Sequence

from briefing.audit.corpus import Corpus
from briefing.audit.flaw import Flaw
from briefing.audit.flaws import flaws
from briefing.audit.lines import line_of
from briefing.audit.named import named
from briefing.audit.rivals import Names, Rivals, names_of
from briefing.audit.sentence import Judge
from briefing.audit.spot import Spot
from briefing.audit.tables import Cell, Row, rows_of, said
from briefing.audit.terms import terms
from briefing.audit.verdicts import verdict_of
from briefing.reports.audit_findings import AuditFinding, AuditStatement

_SENTENCE = 7  # words of a cell that is a sentence of its own
_OF_A_CELL = ("number", "date", "name", "identifier")  # what a few words by themselves can have wrong
# Rows and columns that somebody worked out, and that number the rows.
_WORKED_OUT = re.compile(
    r"\b(?:total|sum|average|mean|median|overall|change|difference|growth|gesamt|summe|durchschnitt|mittel|veränderung"
    r"|moyenne|somme|écart|suma|promedio|media|diferencia|totale?)\b|合計|平均|総計|増減|합계|평균|총계|총합|合计|总计|المجموع|المتوسط",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\W*(?:#|№|no\.?|nr\.?|rank|place|pos\.?|rang|platz|puesto|順位|番号|순위|번호|排名|序号|id)\W*", re.IGNORECASE
)


class Tabling:
    def __init__(self, corpus: Corpus, sentences: Judge) -> None:
        self.corpus, self.sentences = corpus, sentences
        self.rivals = Rivals(corpus, sentences.language)

    def statements(self, spot: Spot, rest: Callable[[int, int], str]) -> Iterator[AuditStatement]:
        """rest: what of a slice of the block is not judged elsewhere, as quotations and addresses are."""
        rows = rows_of(spot.block)
        for row in rows:
            others = [each.name for each in rows if each.name and each.name != row.name]
            if any(map(str.isalnum, rest(row.start, row.end))):
                yield self._statement(spot, row, others, rest)

    def _statement(
        self, spot: Spot, row: Row, others: Sequence[str], rest: Callable[[int, int], str]
    ) -> AuditStatement:
        texts = [(cell, rest(cell.start, cell.end)) for cell in row.cells if cell.text]
        names = names_of(row, others)
        found = dict.fromkeys(flaw for cell, text in texts for flaw in self._flaws(spot, row, cell, text, names))
        found |= dict.fromkeys(self._months(spot, ", ".join(text for _, text in texts)))
        shown, line = spot.block.text[row.start : row.end], line_of(spot.block, row.start)
        findings = tuple(
            AuditFinding(
                flaw.kind, flaw.verdict, flaw.severity, shown, line, flaw.message,
                None if flaw.near is None else self.corpus.passage_of(flaw.near), flaw.runs,
            )
            for flaw in found
        )  # fmt: skip
        whole = self.sentences.judge("; ".join(said(cell, text, self.sentences.language) for cell, text in texts))
        near = next((flaw.near for flaw in found if flaw.near is not None), whole.first)
        passage = None if near is None else self.corpus.passage_of(near)
        numbers = [cell for cell in row.cells if cell.is_number and not _is_order(cell)]
        held = bool(numbers) and all(self.rivals.has(cell, names) for cell in numbers)
        verdict = verdict_of(findings, 1.0 if held else whole.support())
        return AuditStatement("sentence", shown, line, verdict, spot.heading, passage, findings)

    def _months(self, spot: Spot, text: str) -> Iterator[Flaw]:
        """A month that is another one where the sources speak of what stands in its row."""
        told = named(self.sentences.judge(text), reached=spot.reached)
        return (flaw for flaw in told if flaw.kind == "date" and flaw.verdict == "contradicted")

    def _flaws(self, spot: Spot, row: Row, cell: Cell, text: str, names: Names) -> Iterator[Flaw]:
        if not any(map(str.isalnum, text)) or _is_order(cell):
            return
        told = self.rivals.in_tables(row, cell)
        if isinstance(told, Flaw):
            yield told
        elif not told:
            crossed = list(self.rivals.in_sentences(row, cell, names))
            found = crossed or list(self._of_the_words(spot, row, cell, text))
            lacks = spot.reached and all(flaw.verdict == "unclear" for flaw in found)
            yield from (list(self.rivals.nowhere(cell, names)) if lacks else []) or found

    def _of_the_words(self, spot: Spot, row: Row, cell: Cell, text: str) -> Iterator[Flaw]:
        if len(text.split()) >= _SENTENCE or (not text.isascii() and len(set(terms(text))) >= 2 * _SENTENCE):
            yield from flaws(self.sentences.judge(text), reached=spot.reached, whole=False)
            return
        worked_out = bool(_WORKED_OUT.search(f"{row.name} {cell.header}"))
        judged = self.sentences.judge(said(cell, text, self.sentences.language))
        for flaw in flaws(judged, reached=spot.reached, whole=False):
            own = any(part in flaw.message for part in text.split()) or flaw.kind == "number"
            if flaw.kind in _OF_A_CELL and own and not (worked_out and flaw.kind == "number"):
                yield flaw


def _is_order(cell: Cell) -> bool:
    """Whether a number only says which row it is."""
    return cell.is_number and _ORDER.fullmatch(cell.header) is not None
