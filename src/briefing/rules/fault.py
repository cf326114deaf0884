"""Which part of a briefing.json it is that cannot be read. In: its bytes, that are JSON. Out: the lines of that part.

Each part is tried by itself in a briefing that holds nothing else.
"""

import json
from collections.abc import Iterator
from typing import Any

from briefing.codec import load
from briefing.errors import OutputError
from briefing.model import SCHEMA_VERSION
from briefing.rules.lines import Place, lines_of, nearest

_LISTS: dict[str, list[Any]] = {"sources": [], "sections": [], "findings": []}
_EMPTY: dict[str, Any] = {**_LISTS, "evidence": {}, "overview": {"fingerprint": "", "fields": {}}}
_HEAD: dict[str, Any] = {"schema": SCHEMA_VERSION, "period": {}, "writer": {"engine": ""}}
_FRAME = dict.fromkeys(("name", "title", "style", "language"), "") | _HEAD | _EMPTY


def place_of_fault(raw: bytes) -> tuple[int, int]:
    """The first and the last line."""
    try:
        text = raw.decode("utf-8", "surrogatepass")
        value = json.loads(text)
    except (ValueError, RecursionError):
        return 1, 1
    if not isinstance(value, dict):
        return 1, 1
    place = next((place for place, alone in _alone(value) if not _loads(alone)), ())
    return nearest(lines_of(text), place) if place else (1, 1)


def _loads(value: dict[str, Any]) -> bool:
    try:
        load(json.dumps(value).encode(), "")
    except OutputError:
        return False
    return True


def _alone(value: dict[str, Any]) -> Iterator[tuple[Place, dict[str, Any]]]:
    """The parts by their places, the smallest first, each in a briefing without the others."""
    for key in (*_HEAD, *_EMPTY):
        if key not in value or (key in _EMPTY and not isinstance(value[key], type(_EMPTY[key]))):
            yield (key,), {}
        elif key in _HEAD:
            yield (key,), _FRAME | {key: value[key]}
    for key in _LISTS:
        for number, entry in enumerate(value[key]):
            yield from _fields((key, number), entry, lambda one, key=key: _FRAME | {key: [one]})
            yield (key, number), _FRAME | {key: [entry]}
    for name, piece in value["evidence"].items():
        yield ("evidence", name), _FRAME | {"evidence": {name: piece}}
    yield from _fields(("overview",), value["overview"], lambda one: _FRAME | {"overview": one})
    yield ("overview",), _FRAME | {"overview": value["overview"]}


def _fields(place: Place, part: Any, framed: Any) -> Iterator[tuple[Place, dict[str, Any]]]:
    """The fields of a section or of the overview, each in one without the others."""
    if isinstance(part, dict) and isinstance(part.get("fields"), dict):
        for key, field in part["fields"].items():
            empty = {"id": "", "title": "", "fingerprint": "", "read": {}}
            yield (*place, "fields", key), framed(empty | {"fields": {key: field}})
