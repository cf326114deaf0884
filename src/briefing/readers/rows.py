"""The rows of a table as one text. In: cells with their links. Out: the form that the records give a table."""

from collections.abc import Iterable, Sequence

from briefing.model import Link

Cell = tuple[str, Sequence[Link]]


def table_text(rows: Iterable[Sequence[Cell]]) -> Cell:
    """One row a line, cells joined by " | ", links moved to where their cell came to stand. Empty rows are left out."""
    lines: list[str] = []
    links: list[Link] = []
    start = 0
    for row in rows:
        line, found = _row(row)
        if line.strip(" |"):
            links += moved(found, start)
            lines.append(line)
            start += len(line) + 1
    return "\n".join(lines), links


def _row(row: Sequence[Cell]) -> Cell:
    line = ""
    links: list[Link] = []
    for number, (text, found) in enumerate(row):
        line += (" |" if line else "|") if number else ""
        if text:
            line += " " if line else ""
            links += moved(found, len(line))
            line += text
    return line, links


def moved(links: Iterable[Link], by: int) -> list[Link]:
    return [Link(link.start + by, link.end + by, link.url) for link in links]
