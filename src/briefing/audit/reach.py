"""Which blocks of a document the given sources speak of. In: the document. Out: for each block, whether enough of what
the words of its section, and of the blocks beside it, tell stands in the passages nearest to them.

Where it is little, what the sources lack is beyond them: nobody can tell from them whether it is right.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain

from briefing.audit.indexed import headings
from briefing.audit.sentence import Judge
from briefing.audit.terms import terms
from briefing.executors.forks import forked
from briefing.model import Block, Document

COVERED = 0.4  # of what the words of a section tell
BESIDE = 0.3  # the same of the blocks beside: a section may speak of several things
ALONE = 0.3  # of what a quotation tells, in a document that has nothing beside it
_SAID = ("paragraph", "item", "term", "quotation", "table", "figure")
_CHUNK = 50  # blocks that a copy measures before it tells
_AROUND = 3  # blocks before and after


def reached(document: Document, judge: Judge, copies: int = 1) -> list[bool]:
    """Of each block, whether the sources speak of what it is about. copies: of this process, that look together."""

    def measure(blocks: Sequence[Block]) -> tuple[list[tuple[float, int]], dict[str, list[int]]]:
        found = [_measured(block, judge) if block.kind in _SAID else (0.0, 0) for block in blocks]
        return found, judge.corpus.ranked(block.text for block in blocks)

    chunks = [document.blocks[start : start + _CHUNK] for start in range(0, len(document.blocks), _CHUNK)]
    parts = forked(measure, chunks, copies)
    for _, ranked in parts:
        judge.corpus.know(ranked)
    measured = list(chain.from_iterable(found for found, _ in parts))
    members: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    above = headings(document)
    for number, heading in enumerate(above):
        members[heading].append(number)
    whole = {heading: _mean([measured[n] for n in numbers]) for heading, numbers in members.items()}
    found: list[bool] = []
    for number, heading in enumerate(above):
        near = range(max(0, number - _AROUND), min(len(above), number + _AROUND + 1))
        beside = [measured[n] for n in near if above[n] == heading]
        found.append(whole[heading] >= COVERED and _mean(beside) >= BESIDE)
    return found


def _measured(block: Block, judge: Judge) -> tuple[float, int]:
    judged = judge.judge(block.text)
    return judged.support(), len(set(terms(judged.whole)))


def _mean(parts: Sequence[tuple[float, int]]) -> float:
    total = sum(size for _, size in parts)
    return sum(support * size for support, size in parts) / total if total else 0.0
