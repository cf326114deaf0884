"""The headings of a PDF. In: its pieces. Out: pieces without false headings in the front matter, and levels."""

import re
from collections.abc import Mapping, Sequence

from briefing.readers.pdf_measures import same_size
from briefing.readers.pdf_pieces import KNOWN, NUMBERED, Piece, plain

_FIRST_SECTION = re.compile(r"[1I][.:]?\s")


def front_matter(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with names and places that stand large between the title and the first section as paragraphs."""
    title = _title(pieces)
    first = None if title is None else _first_section(pieces, title)
    if title is None or first is None:
        return list(pieces)
    between: list[Piece] = []
    for piece in pieces[title + 1 : first]:
        if piece.role == "heading":
            piece.role = "paragraph"
        if between and _alike(between[-1], piece):
            between[-1].lines.extend(piece.lines)
        else:
            between.append(piece)
    return [*pieces[: title + 1], *between, *pieces[first:]]


def _alike(upper: Piece, lower: Piece) -> bool:
    last, first = upper.lines[-1], lower.lines[0]
    return upper.role == lower.role and same_size(last, first) and last.bold == first.bold


def _first_section(pieces: Sequence[Piece], title: int) -> int | None:
    for number in range(title + 1, len(pieces)):
        piece = pieces[number]
        if piece.lines[0].page > pieces[title].lines[0].page + 1:
            break
        if piece.role == "heading" and (KNOWN.fullmatch(piece.text) or _FIRST_SECTION.match(piece.text)):
            return number
    return None


def levels(pieces: Sequence[Piece], outline: Mapping[str, int]) -> dict[int, int]:
    """The level of each heading, by place: 1 for the title, the others by outline, number, name or size."""
    title = _title(pieces)
    top = 1 if title is None else 2
    found = {number: piece for number, piece in enumerate(pieces) if piece.role == "heading" and number != title}
    sizes = sorted({piece.lines[0].size for piece in found.values()}, reverse=True)
    level_of = {} if title is None else {title: 1}
    by_size: dict[float, int] = {}
    for number, piece in found.items():
        if depth := outline.get(plain(piece.text), 0) or _depth(piece.text):
            level_of[number] = top + depth - 1
            by_size.setdefault(piece.lines[0].size, level_of[number])
    for number, piece in found.items():
        size = piece.lines[0].size
        level_of.setdefault(number, by_size.get(size, top + sizes.index(size)))
    return {number: min(level, 6) for number, level in level_of.items()}


def _depth(text: str) -> int:
    """1 for "2 Methods" and for "Abstract", 2 for "2.1 Data", 0 where neither number nor name tells."""
    if found := NUMBERED.match(text):
        return (found[1] or found[2]).count(".") + 1
    return int(bool(KNOWN.fullmatch(text)))


def _title(pieces: Sequence[Piece]) -> int | None:
    """The largest heading of the first page, if it is larger than all others, and than the text of that page."""
    sizes = {number: piece.lines[0].size for number, piece in enumerate(pieces) if piece.role == "heading"}
    first = [number for number, piece in enumerate(pieces) if piece.lines[0].page == pieces[0].lines[0].page]
    title = max((number for number in first if number in sizes), key=lambda number: sizes[number], default=None)
    if title is None:
        return None
    others = [size for number, size in sizes.items() if number != title]
    text = [pieces[number].lines[0].size for number in first if number not in sizes]
    return title if all(sizes[title] > size for size in (*others, *text)) else None
