"""Whether a committed section may be taken as it stands. In: its fields, the evidence beside them, and the blocks that
the sources have now. Out: yes or no: anybody can edit a briefing.json, and leave its fingerprint alone."""

from collections.abc import Mapping

from briefing.fingerprint import evidence_id
from briefing.model import Evidence, Field, Located, Prose, Span
from briefing.steps.seal import TITLE, seals
from briefing.walk import cites_of, is_taken, items_of


def is_sound(
    fields: Mapping[str, Field],
    sealed: Mapping[str, str],
    evidence: Mapping[str, Evidence],
    blocks: Mapping[str, Located],
) -> bool:
    """Every citation points into evidence whose id is that of its text and of a block that is there; whatever is taken
    from a source is the slice that it cites, prose cites whole sentences, and no seal is broken. `blocks`: those of the
    sources, by id."""
    for cite in cites_of(fields):
        piece = evidence.get(cite.evidence)
        if piece is None or cite.evidence not in blocks or cite.evidence != evidence_id(piece.source, piece.text):
            return False
        if not 0 <= cite.start < cite.end <= len(piece.text):
            return False
    for field in fields.values():
        if isinstance(field, Prose):
            for cite in (cite for sentence in field.sentences for cite in sentence.cites):
                if Span(cite.start, cite.end) not in blocks[cite.evidence].block.sentences:
                    return False
        if not all(is_taken(item, evidence) for item in items_of(field)):
            return False
    now = seals("", fields, evidence)
    return sealed.keys() - {TITLE} <= now.keys() and all(sealed.get(key, seal) == seal for key, seal in now.items())
