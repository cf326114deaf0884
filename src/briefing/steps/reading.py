"""What a writer is shown. In: the blocks of a section, or the sections of a briefing. Out: a Reading."""

from collections.abc import Iterable, Mapping, Sequence

from briefing.fingerprint import evidence_id
from briefing.model import Cite, Document, LinkChoice, Located, Passage, Plan, Reading, Section, Span
from briefing.steps.cite import cites_of

FRAME = 80  # sentences of the introduction, and of the outlook, that the overview is written from


def section_reading(blocks: Sequence[Located]) -> Reading:
    """All sentences and links of the blocks, in their order."""
    return Reading(tuple(_passages(blocks)), _links(blocks))


def _passages(blocks: Iterable[Located], section: str = "") -> list[Passage]:
    return [Passage(located, span, section) for located in blocks for span in located.block.sentences]


def _links(blocks: Iterable[Located]) -> tuple[LinkChoice, ...]:
    """Every web link once for each anchor text: the first place where it stands."""
    found: dict[tuple[str, str], LinkChoice] = {}
    for located in blocks:
        for link in located.block.links:
            choice = LinkChoice(located, link)
            if link.url.startswith(("http://", "https://")) and choice.text.strip():
                found.setdefault((link.url, choice.text), choice)
    return tuple(found.values())


def overview_reading(plan: Plan, sections: Sequence[Section], index: Mapping[str, Located]) -> Reading:
    """The frame of the sources, and between its two halves every sentence that a section rests on.

    index: each block of the sources by its evidence id. A citation whose block is gone is left out: the section that
    rests on it is stale, and written before this is called.
    """
    passages = _frame(plan.introduction, "introduction")
    for section in sections:
        cites = dict.fromkeys(_sentence(cite, index) for cite in cites_of(section.fields) if cite.evidence in index)
        passages += [
            Passage(index[evidence], span, section.id)
            for evidence, span in sorted(cites, key=lambda c: (index[c[0]].source, index[c[0]].position, c[1].start))
        ]
    passages += _frame(plan.outlook, "outlook")
    return Reading(tuple(passages), ())


def _frame(blocks: Iterable[Located], half: str) -> list[Passage]:
    """The prose of a frame, up to FRAME sentences: a list of references or what lies outside of the period can be
    longer than all sections together, and says nothing of the whole."""
    prose = (located for located in blocks if located.block.kind not in ("footnote", "table", "code", "figure"))
    return _passages(prose, half)[:FRAME]


def _sentence(cite: Cite, index: Mapping[str, Located]) -> tuple[str, Span]:
    """The whole sentence around a citation, which may be as short as a link's anchor."""
    for span in index[cite.evidence].block.sentences:
        if span.start <= cite.start < span.end:
            return cite.evidence, span
    return cite.evidence, Span(cite.start, cite.end)


def index_blocks(plan: Plan) -> dict[str, Located]:
    """Each block of a plan by its evidence id; of blocks with the same text the first of its source."""
    found: dict[str, Located] = {}
    everything = [*plan.introduction, *(b for s in plan.sections for b in s.blocks), *plan.outlook]
    for located in sorted(everything, key=lambda b: (b.source, b.position)):
        found.setdefault(evidence_id(located.source, located.block.text), located)
    return found


def documents_by_source(documents: Iterable[Document]) -> dict[str, Document]:
    return {document.source: document for document in documents}
