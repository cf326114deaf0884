"""What a merge that was not finished left behind. In: the bytes of a briefing.json with the marks of a conflict. Out: a
Briefing to go on from: our side, with what theirs knows beside it. What the two sides write differently is stale by its
fingerprint, or is revised, so that `run` ends the conflict."""

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.codec import load
from briefing.errors import OutputError
from briefing.model import Briefing

_OURS, _BASE, _THEIRS, _END = b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"
_MARK = re.compile(rb"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)


def is_conflicted(raw: bytes) -> bool:
    """JSON has no line that begins like this."""
    return _MARK.search(raw) is not None


def load_conflicted(raw: bytes, where: str) -> Briefing:
    """Raises OutputError where neither side is a briefing."""
    sides: list[Briefing] = []
    trouble: OutputError | None = None
    for side in (_OURS, _THEIRS):
        try:
            sides.append(load(b"".join(_lines(raw, side)), where))
        except OutputError as error:
            trouble = trouble or error
    if trouble and not sides:
        raise trouble
    first, *rest = sides
    return replace(first, evidence={**(rest[0].evidence if rest else {}), **first.evidence})


def _lines(raw: bytes, wanted: bytes) -> Iterator[bytes]:
    """The lines of one side, and those that both have."""
    part = b""
    for line in raw.splitlines(keepends=True):
        mark = line[:7]
        if mark in (_OURS, _BASE, _THEIRS, _END) and line[7:8] in (b" ", b"\n", b"\r", b""):
            part = b"" if mark == _END else mark
        elif part in (b"", wanted):
            yield line
