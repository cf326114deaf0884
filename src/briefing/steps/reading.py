"""What a writer is shown. In: the blocks of a section, or the sections of a briefing. Out: a Reading."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from briefing.fingerprint import evidence_id
from briefing.model import (
    Cite,
    Document,
    Excerpt,
    Field,
    LinkChoice,
    Located,
    Passage,
    Plan,
    Quote,
    Quotes,
    Reading,
    Section,
)
from briefing.walk import cites_in, cites_of, items_of
from briefing.writers.selection.addressed import commands

_ADDRESS = re.compile(r"https?://|www\.")
FRAME_PARTS = ("introduction", "outlook")
FRAME = 80  # sentences of the introduction, and of the outlook, that the overview is written from


def section_reading(blocks: Sequence[Located]) -> Reading:
    """All sentences and links of the blocks, in their order, but for what tells a machine what to do."""
    return Reading(tuple(_passages(blocks)), _links(blocks))


def _passages(blocks: Iterable[Located], section: str = "") -> list[Passage]:
    return [
        Passage(located, span, section)
        for located in blocks
        for span in located.block.sentences
        if span not in commands(located.block)
    ]


def _links(blocks: Iterable[Located]) -> tuple[LinkChoice, ...]:
    """Every web link once for each anchor text: the first place where it stands. An address that is its own anchor
    names nothing, and mostly stands in the credit of a figure."""
    found: dict[tuple[str, str], LinkChoice] = {}
    for located in blocks:
        for link in located.block.links:
            choice = LinkChoice(located, link)
            shown = choice.text.strip()
            if any(span.start <= link.start < span.end for span in commands(located.block)):
                continue
            if link.url.startswith(("http://", "https://")) and shown and not _ADDRESS.match(shown):
                found.setdefault((link.url, choice.text), choice)
    return tuple(found.values())


def overview_reading(
    plan: Plan, sections: Sequence[Section], index: Mapping[str, Located], also: Collection[str] = ()
) -> Reading:
    """The frame of the sources, and between its two halves every block that a section rests on, whole: a sentence is
    often understood from its neighbours only, and what they say may matter for the whole.

    A picture or code that a section only shows is no matter of the whole: its caption and its lines are left out.
    index: each block of the sources by its evidence id. A citation whose block is gone is left out: the section that
    rests on it is stale, and written before this is called. also: the ids of blocks that are shown besides, since the
    overview has rested on them so far.
    """
    passages = _frame(plan.introduction, FRAME_PARTS[0])
    kept = {s.id: {name for name in also if name in index and index[name] in s.blocks} for s in plan.sections}
    for section in sections:
        told = {key: field for key, field in section.fields.items() if not _is_shown(field)}
        cited = {cite.evidence for cite in cites_of(told) if cite.evidence in index}
        cited |= kept.get(section.id, set())
        blocks = sorted((index[evidence] for evidence in cited), key=lambda block: (block.source, block.position))
        passages += _passages(blocks, section.id)
    passages += _frame(plan.outlook, FRAME_PARTS[1])
    return Reading(tuple(passages), ())


def _is_shown(field: Field) -> bool:
    return isinstance(field, Excerpt) and field.kind in ("figure", "code")


def quoted_in(sections: Iterable[Section]) -> frozenset[Cite]:
    """What sections quote, so that the whole need not quote it once more."""
    fields = [field for section in sections for field in section.fields.values()]
    return frozenset(c for f in fields if isinstance(f, Quote | Quotes) for item in items_of(f) for c in cites_in(item))


def _frame(blocks: Iterable[Located], half: str) -> list[Passage]:
    """The prose of a frame, up to FRAME sentences: a list of references or what lies outside of the period can be
    longer than all sections together, and says nothing of the whole."""
    prose = (located for located in blocks if located.block.kind not in ("footnote", "table", "code", "figure"))
    return _passages(prose, half)[:FRAME]


def index_blocks(plan: Plan) -> dict[str, Located]:
    """Each block of a plan by its evidence id; of blocks with the same text the first of its source."""
    found: dict[str, Located] = {}
    everything = [*plan.introduction, *(b for s in plan.sections for b in s.blocks), *plan.outlook]
    for located in sorted(everything, key=lambda b: (b.source, b.position)):
        found.setdefault(evidence_id(located.source, located.block.text), located)
    return found


def documents_by_source(documents: Iterable[Document]) -> dict[str, Document]:
    return {document.source: document for document in documents}
