"""Walks over fields. In: fields, verified. Out: what they cite, what they take from a source, and their items."""

from collections.abc import Iterable, Iterator, Mapping

from briefing.model import (
    Analysis,
    Briefing,
    Cite,
    Evidence,
    Excerpt,
    Field,
    Prose,
    Quote,
    Quotes,
    Reference,
    References,
    Sentence,
    Tags,
    Words,
)

Item = Sentence | Quote | Words | Reference | Excerpt | str


def items_of(field: Field) -> tuple[Item, ...]:
    """What a field consists of, each of which stands or falls by itself: sentences, links, tags; or the field."""
    match field:
        case Prose(sentences):
            return sentences
        case References(items) | Quotes(items):
            return items
        case Tags(texts) | Analysis(texts):
            return texts
        case Quote() | Words() | Reference() | Excerpt():
            return (field,)


def cites_in(item: Item) -> tuple[Cite, ...]:
    match item:
        case Sentence(_, cites):
            return cites
        case Quote(_, cite) | Words(_, cite) | Reference(_, _, cite) | Excerpt(_, _, cite):
            return (cite,)
        case str():
            return ()


def cites_of(fields: Mapping[str, Field]) -> Iterator[Cite]:
    """All citations of some fields, in order."""
    for field in fields.values():
        for item in items_of(field):
            yield from cites_in(item)


def cites_of_all(briefing: Briefing) -> Iterator[Cite]:
    for section in briefing.sections:
        yield from cites_of(section.fields)
    yield from cites_of(briefing.overview.fields)


def slices_in(field: Field) -> Iterator[tuple[str, Cite]]:
    """What a field takes from a source as it stands: a text, and the slice that it has to be."""
    for item in items_of(field):
        yield from taken_by(item)


def taken_by(item: Item) -> Iterator[tuple[str, Cite]]:
    """As slices_in, of one item."""
    match item:
        case Quote(text, cite) | Words(text, cite) | Reference(text, _, cite) | Excerpt(_, text, cite):
            yield text, cite
        case Sentence(text, _, quotes):
            yield from ((text[woven.start : woven.end], woven.cite) for woven in quotes)
        case str():
            pass


def is_taken(item: Item, evidence: Mapping[str, Evidence]) -> bool:
    """Whether what an item takes from a source is what stands there. Words in a sentence also stand within a sentence
    that it cites as a whole."""
    if not all(
        cite.evidence in evidence and text == evidence[cite.evidence].text[cite.start : cite.end]
        for text, cite in taken_by(item)
    ):
        return False
    quotes = item.quotes if isinstance(item, Sentence) else ()
    return all(woven.start < woven.end and _stands_within(woven.cite, cites_in(item)) for woven in quotes)


def _stands_within(cite: Cite, wholes: Iterable[Cite]) -> bool:
    return any(w.evidence == cite.evidence and w.start <= cite.start and cite.end <= w.end for w in wholes)


def text_of(item: Item) -> str:
    return item if isinstance(item, str) else item.text


def cited_by(fields: Iterable[Mapping[str, Field]]) -> set[str]:
    """The ids of all evidence that some fields rest on."""
    return {cite.evidence for each in fields for cite in cites_of(each)}
