"""A document cut into parts: which of its blocks belong to which period, and which to the frame.

In: a Document and the marks in it. Out: parts that follow on each other and together are the whole document.
"""

from collections import deque
from collections.abc import Iterator, Sequence, Set
from itertools import groupby
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefing.model import Document, Finding, Severity
from briefing.steps.period_when import By, When, from_date
from briefing.steps.plan_marks import Mark
from briefing.steps.plan_outline import Heading, closes, headings, paths, same

Frame = Literal["introduction", "outlook"]


class Part(Struct, frozen=True):
    """document.blocks[start:end]: of a period, of a section under a heading, or of the frame.

    own: the position of the block that heads it, -1 where none does; above: the headings above that one.
    title: the words of its heading (besides the period, where it has one).
    """

    start: int
    end: int
    when: When | None = None
    slug: str = ""
    frame: Frame | None = None
    title: str = ""
    own: int = -1
    above: tuple[int, ...] = ()


class Layout(Struct, frozen=True):
    """How a document is divided. by: the kind of period, which can be coarser than what was asked for.

    parts is empty where the document names no periods; language is the one that its months are named in.
    """

    document: Document
    by: By
    parts: tuple[Part, ...] = ()
    language: str = ""
    findings: tuple[Finding, ...] = ()


def remark(document: Document, message: str, hint: str = "", severity: Severity = "info") -> Finding:
    """Something that a reader should know of how a document was divided."""
    return Finding(f"sources/{document.source}", "plan", f"{message}." if hint else message, severity, hint)


def parts_by_marks(document: Document, marks: Sequence[Mark]) -> tuple[Part, ...]:
    """From each mark to the next, or to the heading that ends it; the rest is introduction and outlook."""
    cuts = {mark.position: _marked(mark) for mark in marks}
    last = marks[-1].position
    for heading in _ending(document, marks):
        late = heading.position > last or closes(heading.text)
        cuts[heading.position] = Part(0, 0, frame="outlook" if late else "introduction")
    lines = {mark.position for mark in marks if mark.depth % 1 and not mark.rest}
    parts = parts_between(cuts, len(document.blocks))
    return tuple(replace(p, title=_only_heading(document, p)) if p.own in lines else p for p in parts)


def _only_heading(document: Document, part: Part) -> str:
    """What a date above a heading dates: the one heading of the highest level below it."""
    below = [block for block in document.blocks[part.start : part.end] if block.kind == "heading"]
    level = min((block.level for block in below), default=0)
    highest = [block.text for block in below if block.level == level]
    return highest[0] if len(highest) == 1 else ""


def parts_between(cuts: dict[int, Part], end: int) -> tuple[Part, ...]:
    """Each cut becomes the part up to the next; what stands before the first is introduction."""
    starts = sorted({0: Part(0, 0, frame="introduction"), **cuts}.items()) if end else []
    ends = [start for start, _ in starts[1:]] + [end]
    return tuple(replace(part, start=start, end=stop) for (start, part), stop in zip(starts, ends, strict=True))


def _marked(mark: Mark) -> Part:
    return Part(0, 0, when=mark.when, title=mark.rest, own=mark.position if mark.heads else -1, above=mark.above)


def _ending(document: Document, marks: Sequence[Mark]) -> Iterator[Heading]:
    """The headings that are clearly no part of the month before them."""
    places = {mark.position for mark in marks}
    last = marks[-1].position
    inner = [h for h in headings(document) if marks[0].position < h.position < last and h.position not in places]
    alike, kinds = frozenset(same(h.text) for h in inner), frozenset(map(_kind, inner))
    ahead, mark = deque(marks), None
    ended = -1
    for heading in headings(document):
        while ahead and ahead[0].position <= heading.position:
            mark = ahead.popleft()
        if mark is None or mark.position in (heading.position, ended):
            continue
        follows = heading.position > last and same(heading.text) not in alike and _follows(heading, mark, kinds)
        if follows or _breaks(heading, mark):
            ended = mark.position
            yield heading


def _kind(heading: Heading) -> tuple[float, bool]:
    return heading.level, bool(heading.number)


def _breaks(heading: Heading, mark: Mark) -> bool:
    """It stands above the month, or beside it with a number that is not one of its own: "7. Prices" after "6. June"."""
    if heading.level != mark.depth or not heading.number or not mark.number:
        return heading.level < mark.depth
    return len(heading.number) <= len(mark.number) and heading.number != mark.number


def _follows(heading: Heading, last: Mark, inner: Set[tuple[float, bool]]) -> bool:
    """After the last month nothing shows where it ends but the form of the months before it: a heading beside it is
    part of it where the others had such parts ("6.3" after "6.2", "The paper" after "The paper"), and where they had
    none of its kind, it is not. inner: the kinds of the headings in the months before."""
    if heading.level != last.depth:
        return last.depth % 1 > 0 and closes(heading.text)
    if heading.number and last.number:
        return heading.number[: len(last.number)] != last.number
    return _kind(heading) not in inner or closes(heading.text)


def parts_by_dates(document: Document) -> tuple[Part, ...]:
    """Where the source dates its blocks, as a feed does its items: each run of blocks of one date and page."""
    parts: list[Part] = []
    above = paths(document)
    dated = [position for position, block in enumerate(document.blocks) if from_date(block.date)]
    start = 0
    for (date, _), run in groupby(document.blocks, key=lambda block: (block.date, block.url)):
        end = start + len(list(run))
        frame: Frame = "outlook" if dated and start > dated[-1] else "introduction"
        parts.append(_item(document, start, end, above[start]) if from_date(date) else Part(start, end, frame=frame))
        start = end
    return tuple(parts)


def _item(document: Document, start: int, end: int, above: tuple[int, ...]) -> Part:
    block = document.blocks[start]
    headed = block.kind == "heading"
    title, own = (block.text, start) if headed else ("", -1)
    return Part(start, end, when=from_date(block.date), title=title, own=own, above=above)


def share(document: Document, parts: Sequence[Part]) -> float:
    """How much of the text of a document stands in its parts besides the frame: 0 to 1."""
    sizes = [(sum(len(b.text) for b in document.blocks[p.start : p.end]), p.frame) for p in parts]
    return sum(size for size, frame in sizes if not frame) / max(1, sum(size for size, _ in sizes))
