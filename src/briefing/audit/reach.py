"""Which sections of a document the given sources speak of. In: the document. Out: of each section, how much of what its
words tell stands in the passages nearest to them.

Where it is little, what the sources lack is beyond them: nobody can tell from them whether it is right.
"""

from collections import defaultdict
from collections.abc import Mapping

from briefing.audit.corpus import headings, terms
from briefing.audit.sentence import Judge
from briefing.model import Document

COVERED = 0.4  # of what the words of a section tell
ALONE = 0.3  # of what a quotation tells, in a document that has nothing beside it
_SAID = ("paragraph", "item", "term", "quotation", "table", "figure", "footnote")

Section = tuple[str, ...]


def coverage(document: Document, judge: Judge) -> Mapping[Section, float]:
    """By the headings above: from 0, nothing, to 1, every word."""
    found: defaultdict[Section, list[tuple[float, int]]] = defaultdict(list)
    for block, heading in zip(document.blocks, headings(document), strict=True):
        if block.kind in _SAID:
            judged = judge.judge(block.text)
            found[heading].append((judged.support(), len(set(terms(judged.text)))))
    return {heading: _mean(parts) for heading, parts in found.items()}


def _mean(parts: list[tuple[float, int]]) -> float:
    total = sum(size for _, size in parts)
    return sum(support * size for support, size in parts) / total if total else 0.0
