"""What a merge that was not finished left behind. In: the bytes of a briefing.json with the marks of a conflict. Out: a
Briefing to go on from: our side, with what theirs knows beside it. What the two sides write differently is stale by its
fingerprint, or is revised, so that `run` ends the conflict."""

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from msgspec.structs import replace

from briefing.codec import load
from briefing.errors import OutputError
from briefing.fingerprint import short
from briefing.model import Briefing, Cite, Evidence, Overview, Section
from briefing.text import sentences
from briefing.walk import cites_of

_OURS, _BASE, _THEIRS, _END = b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"
_Part = TypeVar("_Part", Section, Overview)
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
    return _joined(*sides) if len(sides) > 1 else sides[0]


def _joined(ours: Briefing, theirs: Briefing) -> Briefing:
    """Our side, with the sections and the evidence that only theirs has."""
    evidence = {**theirs.evidence, **ours.evidence}
    written = {section.id: section for section in theirs.sections}
    sections = [_unread(s, written.pop(s.id, s), evidence, theirs.language) for s in ours.sections]
    findings = (finding for finding in theirs.findings if finding.where.partition("/")[0] in written)
    return replace(
        ours,
        sections=(*sections, *written.values()),
        overview=_unread(ours.overview, theirs.overview, evidence, theirs.language),
        evidence=evidence,
        findings=(*ours.findings, *findings),
    )


def _unread(ours: _Part, theirs: _Part, evidence: Mapping[str, Evidence], language: str) -> _Part:
    """A merge joins line by line what the two were written from, and not what they say. What theirs rests on and ours
    does not is as if ours had never read it: it is new where ours is revised."""
    said = {hashed for cite in cites_of(ours.fields) for hashed in _hashes(cite, evidence, language)}
    news = {hashed for cite in cites_of(theirs.fields) for hashed in _hashes(cite, evidence, language)} - said
    rows = {key: tuple(_without(line, news) for line in lines) for key, lines in ours.sentences.items()}
    return replace(ours, sentences=rows)


def _without(line: str, hashes: set[str]) -> str:
    return " ".join(hashed for hashed in line.split() if hashed not in hashes)


def _hashes(cite: Cite, evidence: Mapping[str, Evidence], language: str) -> Iterator[str]:
    """Those of the sentences of a slice."""
    if cite.evidence in evidence:
        text = evidence[cite.evidence].text[cite.start : cite.end]
        yield short(text)
        yield from (short(text[span.start : span.end]) for span in sentences(text, language))


def _lines(raw: bytes, wanted: bytes) -> Iterator[bytes]:
    """The lines of one side, and those that both have."""
    part = b""
    for line in raw.splitlines(keepends=True):
        mark = line[:7]
        if mark in (_OURS, _BASE, _THEIRS, _END) and line[7:8] in (b" ", b"\n", b"\r", b""):
            part = b"" if mark == _END else mark
        elif part in (b"", wanted):
            yield line
