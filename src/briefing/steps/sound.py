"""Whether a committed section may be taken as it stands. In: its fields, the evidence beside them, and the blocks that
the sources have now. Out: yes or no: anybody can edit a briefing.json, and leave its fingerprint alone."""

from collections.abc import Iterator, Mapping

from briefing.fingerprint import evidence_id
from briefing.model import Cite, Evidence, Excerpt, Field, Located, Prose, Quote, Reference, References, Span
from briefing.steps.cite import cites_of


def is_sound(fields: Mapping[str, Field], evidence: Mapping[str, Evidence], blocks: Mapping[str, Located]) -> bool:
    """Every citation points into evidence whose id is that of its text and of a block that is there; whatever is taken
    from a source is the slice that it cites, and prose cites whole sentences. `blocks`: those of the sources, by id."""
    for cite in cites_of(fields):
        piece = evidence.get(cite.evidence)
        if piece is None or cite.evidence not in blocks or cite.evidence != evidence_id(piece.source, piece.text):
            return False
        if not 0 <= cite.start < cite.end <= len(piece.text):
            return False
    for field in fields.values():
        for cite in (
            (cite for sentence in field.sentences for cite in sentence.cites) if isinstance(field, Prose) else ()
        ):
            if Span(cite.start, cite.end) not in blocks[cite.evidence].block.sentences:
                return False
    return all(text == evidence[cite.evidence].text[cite.start : cite.end] for text, cite in _slices(fields))


def _slices(fields: Mapping[str, Field]) -> Iterator[tuple[str, Cite]]:
    for field in fields.values():
        match field:
            case Quote(text, cite) | Reference(text, _, cite) | Excerpt(_, text, cite):
                yield text, cite
            case References(items):
                yield from ((item.text, item.cite) for item in items)
            case _:
                pass
