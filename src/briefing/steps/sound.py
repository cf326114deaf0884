"""Whether a committed section may be taken as it stands. In: its fields, the evidence beside them, and the blocks that
the sources have now. Out: yes or no: anybody can edit a briefing.json, and leave its fingerprint alone."""

from collections.abc import Mapping

from briefing.fingerprint import evidence_id
from briefing.model import Block, Evidence, Excerpt, Field, Located, Quote, Reference, Sentence, Span
from briefing.steps.seal import TITLE, seals
from briefing.walk import Item, cites_in, cites_of, is_taken, items_of


def is_sound(
    fields: Mapping[str, Field],
    sealed: Mapping[str, str],
    evidence: Mapping[str, Evidence],
    blocks: Mapping[str, Located],
) -> bool:
    """Every citation points into evidence whose id is that of its text and of a block that is there; whatever is taken
    from a source is the slice that it cites, each sentence cites something, prose and quotes cite whole sentences,
    links and pictures lead where the block has them lead, and no seal is broken. `blocks`: those of the sources, by
    id."""
    for cite in cites_of(fields):
        piece = evidence.get(cite.evidence)
        if piece is None or cite.evidence not in blocks or cite.evidence != evidence_id(piece.source, piece.text):
            return False
        if not 0 <= cite.start < cite.end <= len(piece.text):
            return False
    if not all(_stands(item, evidence, blocks) for field in fields.values() for item in items_of(field)):
        return False
    now = seals("", fields, evidence)
    return sealed.keys() - {TITLE} <= now.keys() and all(sealed.get(key, seal) == seal for key, seal in now.items())


def _stands(item: Item, evidence: Mapping[str, Evidence], blocks: Mapping[str, Located]) -> bool:
    if isinstance(item, Sentence):
        wholes = [Span(cite.start, cite.end) in blocks[cite.evidence].block.sentences for cite in item.cites]
        if not wholes or not all(wholes):
            return False
    return is_taken(item, evidence) and all(_has(blocks[cite.evidence].block, item) for cite in cites_in(item))


def _has(block: Block, item: Item) -> bool:
    """Whether a block has what was taken from it so: a quote from where a sentence begins to where one ends, a link
    with its address, a picture with its own."""
    match item:
        case Quote(_, cite):
            spans = block.sentences
            return cite.start in {span.start for span in spans} and cite.end in {span.end for span in spans}
        case Reference(_, url, cite) if url:
            return any(link.url == url and link.start < cite.end and cite.start < link.end for link in block.links)
        case Excerpt(kind, _, _, address, label):
            return (kind, address, label) == (block.kind, block.address, block.label)
        case _:
            return True
