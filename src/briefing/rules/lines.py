"""Where things stand in a JSON text. In: the text, as it is in the file, laid out in whatever way. Out: by place (the
keys and numbers that lead there), the first and the last line.

A member of an object begins on the line of its key.
"""

import json
import re
from collections.abc import Mapping

from msgspec import Struct

Place = tuple[str | int, ...]
Lines = Mapping[Place, tuple[int, int]]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+')


class _Open(Struct):
    """An object or a list that has begun. key: of the member, or number of the entry, that comes now."""

    place: Place
    line: int
    is_list: bool
    key: str | int = 0
    key_line: int = 0
    named: bool = False  # the key of this member has been read

    def next(self) -> Place:
        return (*self.place, self.key)


def lines_of(text: str) -> Lines:
    """The text is JSON for certain: whoever is not sure reads it with json.loads() first."""
    found: dict[Place, tuple[int, int]] = {}
    open_: list[_Open] = []
    line, seen = 1, 0
    for match in _TOKEN.finditer(text):
        line, seen = line + text.count("\n", seen, match.start()), match.start()
        piece, top = match[0], open_[-1] if open_ else None
        first = top.key_line if top and top.named else line
        if piece in "{[":
            open_.append(_Open(top.next() if top else (), first, piece == "["))
        elif piece in "}]":
            done = open_.pop()
            found[done.place] = (done.line, line)
        elif piece == ",":
            _go_on(top)
        elif piece != ":":
            _read(piece, line, first, top, found)
    return found


def _go_on(top: _Open | None) -> None:
    if top and top.is_list and isinstance(top.key, int):
        top.key += 1
    elif top:
        top.named = False


def _read(piece: str, line: int, first: int, top: _Open | None, found: dict[Place, tuple[int, int]]) -> None:
    """A key, or a value that is neither object nor list."""
    if top and not top.is_list and not top.named:
        top.key, top.key_line, top.named = json.loads(piece), line, True
    else:
        found[top.next() if top else ()] = (first, line)


def nearest(lines: Lines, place: Place) -> tuple[int, int]:
    """The lines of a place, or of the nearest one around it that is there."""
    for length in range(len(place), -1, -1):
        if place[:length] in lines:
            return lines[place[:length]]
    return 1, 1
