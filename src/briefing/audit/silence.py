"""What of the sources a document says nothing about. In: the sources, and the statements with what they stand on. Out:
the sections of the sources on which none stands."""

from collections.abc import Sequence
from itertools import pairwise

from briefing.audit.corpus import Corpus
from briefing.model import Located
from briefing.reports.audit_findings import AuditStatement, Uncovered
from briefing.steps.cite import address

Part = tuple[int, tuple[str, ...]]
_LEAST = 2  # sentences of a section that has something to say


def parts(corpus: Corpus) -> dict[Part, list[int]]:
    """The sections of the sources, by document and headings, and the sentences of each that are prose."""
    found: dict[Part, list[int]] = {}
    for number, document in enumerate(corpus.documents):
        bounds = zip(document.blocks, corpus.headings[number], pairwise(corpus.blocks[number]), strict=True)
        for block, above, (first, end) in bounds:
            if block.kind in ("paragraph", "item", "quotation", "table", "term"):
                found.setdefault((number, above), []).extend(range(first, end))
    return {part: numbers for part, numbers in found.items() if len(numbers) >= _LEAST}


def uncovered(corpus: Corpus, statements: Sequence[AuditStatement]) -> tuple[Uncovered, ...]:
    spoken = {
        (each.passage.source, each.passage.heading)
        for each in statements
        if each.passage and (each.verdict in ("stands", "differs") or each.kind == "link")
    }
    found: list[Uncovered] = []
    for (number, heading), numbers in parts(corpus).items():
        document = corpus.documents[number]
        if (document.source, heading) not in spoken:
            unit = corpus.units[numbers[0]]
            located = Located(document.source, unit.block, corpus.block(unit), heading)
            found.append(Uncovered(document.source, heading, len(numbers), address(document, located, 0, unit.end)))
    return tuple(found)
