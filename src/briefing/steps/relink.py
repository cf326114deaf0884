"""Addresses that hold still. In: fields, the sources as they are now, and the briefing as committed. Out: the fields
and their evidence, with addresses that lead there.

An address that was committed stays as it was while it leads to its sentence: a reader is served by it, and a diff that
only moves line numbers hides the one that matters. A line of a file may drift a little before it is mended, since every
line that is added above moves all the lines below, and two branches that add lines to one file would never merge.
"""

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from briefing.model import (
    Briefing,
    Cite,
    Document,
    Evidence,
    Excerpt,
    Field,
    Located,
    Prose,
    Quote,
    Quotes,
    Reference,
    References,
    Words,
)
from briefing.steps.cite import address, page_of
from briefing.walk import cites_of_all

DRIFT = 10  # lines by which an address may miss its sentence: it is still on the screen

_LINE = re.compile(r"(.*)#L(\d+)")
Fields = dict[str, Field]


class Relinker(Struct, frozen=True):
    """before: the addresses that were committed, by slice. documents and blocks: the sources as they are now."""

    before: Mapping[tuple[str, int, int], str]
    documents: Mapping[str, Document]
    blocks: Mapping[str, Located]

    def evidence(self, name: str) -> Evidence:
        located = self.blocks[name]
        text = located.block.text
        return Evidence(located.source, text, located.heading, self._address(name, 0, len(text)))

    def fields(self, fields: Mapping[str, Field]) -> Fields:
        return {key: self._field(field) for key, field in fields.items()}

    def _field(self, field: Field) -> Field:
        match field:
            case Prose(sentences):
                return Prose(tuple(replace(s, cites=tuple(map(self.cite, s.cites))) for s in sentences))
            case References(items):
                return References(tuple(replace(item, cite=self.cite(item.cite)) for item in items))
            case Quotes(quotes):
                return Quotes(tuple(replace(item, cite=self.cite(item.cite)) for item in quotes))
            case Quote(_, cite) | Words(_, cite) | Reference(_, _, cite) | Excerpt(_, _, cite):
                return replace(field, cite=self.cite(cite))
            case _:
                return field

    def cite(self, cite: Cite) -> Cite:
        whole = self._address(cite.evidence, 0, len(self.blocks[cite.evidence].block.text))
        exact = self._address(cite.evidence, cite.start, cite.end)
        return replace(cite, url="" if exact == whole else exact)

    def _address(self, name: str, start: int, end: int) -> str:
        located = self.blocks[name]
        document = self.documents[located.source]
        old = self.before.get((name, start, end), "")
        page, mark, _ = old.partition("#:~:text=")
        if mark and page == page_of(document, located):
            from briefing.fragment import leads_to  # 3 ms, for what was read from a page

            if leads_to(old, document.visible, located.block.text, start, end):
                return old
        now = address(document, located, start, end)
        return old if old and _near(old, now) else now


def relinker(before: Briefing | None, documents: Mapping[str, Document], blocks: Mapping[str, Located]) -> Relinker:
    known: dict[tuple[str, int, int], str] = {}
    if before is not None:
        for name, piece in before.evidence.items():
            known[name, 0, len(piece.text)] = piece.url
        for cite in cites_of_all(before):
            if cite.evidence in before.evidence:
                known[cite.evidence, cite.start, cite.end] = cite.url or before.evidence[cite.evidence].url
    return Relinker(known, documents, blocks)


def _near(old: str, now: str) -> bool:
    one, two = _LINE.fullmatch(old), _LINE.fullmatch(now)
    return bool(one and two and one[1] == two[1] and abs(int(one[2]) - int(two[2])) <= DRIFT)
