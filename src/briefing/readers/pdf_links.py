"""The links of a PDF, which are areas of its pages that lead to an address. In: a page as pypdf has it, and its runs.
Out: the words under each area; and blocks in which these words are links.

A run may be a whole line, of which a link covers two words: where these stand in it is told by the share of its width.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from briefing.model import Block, Link
from briefing.readers.address import web_address
from briefing.readers.pdf_lines import Run
from briefing.text import canonical

_MOST = 5_000  # areas of a page that are looked at
_WIDTH = 0.46  # of a letter, in sizes of its font, where nothing behind a run tells how wide it is
_NEARLY = 0.75  # of the width that is estimated for a run: an area as wide holds all of it
_SLACK = 2.0  # points by which an area may miss its words
_BREAK = 3  # characters that the end of a line may take or leave, for each line
_MARKS = " ,;:."


class Area(Struct, frozen=True):
    page: int
    url: str
    parts: tuple[str, ...]  # the words of each line of it


def areas_of(page: Any, number: int, runs: Sequence[Run], mend: Callable[[str], str]) -> Iterator[Area]:
    """In their order; one for all areas of an address that follow each other, as a link has that goes on below.

    mend: what is done to the text of lines."""
    for url, several in groupby(_rectangles(page), key=lambda area: area[0]):
        words = (canonical(mend(_under(rectangle, runs))).rstrip(_MARKS) for _, rectangle in several)
        yield Area(number, url, tuple(filter(None, words)))


def _rectangles(page: Any) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """Each address, with the left, lower, right and upper edge of its area. Broken ones lead nowhere in a viewer."""
    for entry in list(page.get("/Annots") or [])[:_MOST]:
        try:
            annotation = entry.get_object()
            action = annotation["/A"].get_object()
            url = web_address(str(action["/URI"])) if action.get("/S") == "/URI" else ""
            left, low, right, high = (float(value) for value in annotation["/Rect"])
        except (KeyError, TypeError, ValueError, AttributeError):
            continue
        if url:
            yield url, (min(left, right), min(low, high), max(left, right), max(low, high))


def _under(area: tuple[float, float, float, float], runs: Sequence[Run]) -> str:
    left, low, right, high = area
    rows = [run for run in runs if run.text.strip() and run.upright and low - _SLACK <= run.y <= high]
    return "".join(_within(run, _end(run, rows, right), left - _SLACK, right) for run in rows if run.x < right - 1)


def _end(run: Run, row: Sequence[Run], right: float) -> float:
    """Where a run ends: at the next one of its line, unless that is a gap further off; else at the edge of the area."""
    width = _WIDTH * run.size * len(run.text.strip("\n"))
    after = min((other.x for other in row if other.x > run.x and abs(other.y - run.y) < 1), default=0.0)
    if run.x < after < run.x + 1.5 * width:
        return after
    return right if _NEARLY * width < right - run.x < width else run.x + width


def _within(run: Run, end: float, left: float, right: float) -> str:
    """The words of a run whose middle stands in the area."""
    text = run.text.strip("\n")
    step = (end - run.x) / (len(text) or 1)
    words = [
        match.group()
        for match in re.finditer(r"\s*(\S+)\s*", text)
        if left <= run.x + step * (match.start(1) + match.end(1)) / 2 <= right
    ]
    return "".join(words)


def linked(blocks: Sequence[Block], areas: Sequence[Area]) -> tuple[tuple[Block, ...], int]:
    """The blocks with the words under areas as links, and how many areas have no words that could be found."""
    links: dict[int, list[Link]] = {}
    lost, page, reached = 0, 0, (0, 0)
    for area in areas:
        reached = reached if area.page == page else (0, 0)
        page = area.page
        ways = [
            (parts, after) for parts in (area.parts, *((part,) for part in area.parts)) for after in (reached, (0, 0))
        ]
        place = next(filter(None, (_place(blocks, area.page, parts, after) for parts, after in ways if parts)), None)
        if place is None:
            lost += 1
            continue
        number, start, end = place
        links.setdefault(number, []).append(Link(start, end, area.url))
        reached = number, end
    return tuple(_with(block, links.get(number, [])) for number, block in enumerate(blocks)), lost


def _place(
    blocks: Sequence[Block], page: int, parts: Sequence[str], after: tuple[int, int]
) -> tuple[int, int, int] | None:
    """The block and the slice where the words of an area stand: on its page, or in what goes on from the last."""
    for line in (page, page - 1):
        for number in range(after[0], len(blocks)):
            if blocks[number].line == line:
                found = _slice(blocks[number].text, parts, after[1] if number == after[0] else 0)
                if found:
                    return number, *found
    return None


def _slice(text: str, parts: Sequence[str], position: int) -> tuple[int, int] | None:
    """From the words of the first line to those of the last, if no more stands between than the lines between have."""
    start = text.find(parts[0].rstrip("-"), position)
    if start < 0:
        return None
    last = text.find(parts[-1], start)
    end = last + len(parts[-1])
    return (start, end) if last >= 0 and end - start <= sum(len(part) + _BREAK for part in parts) else None


def _with(block: Block, found: Sequence[Link]) -> Block:
    """With further links; an address that the text spells out is none beside an area that covers it."""
    spelled = [link for link in block.links if not any(one.start < link.end and link.start < one.end for one in found)]
    unique: list[Link] = []
    for link in sorted((*spelled, *found), key=lambda each: (each.start, each.end)):
        if not unique or link.start >= unique[-1].end:
            unique.append(link)
    return replace(block, links=tuple(unique)) if found else block
