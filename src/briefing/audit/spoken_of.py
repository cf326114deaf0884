"""Prose of the sources that speaks of something. In: words. Out: its sentences, outside of tables.

What a table has may be told of something else there: "11 layers" of the first release of a model that now has 40."""

from collections.abc import Iterable, Iterator

from briefing.audit.sentence import Judged
from briefing.audit.terms import terms

_LOOKED = 600  # sentences


def prose_near(judged: Judged, words: Iterable[str]) -> Iterator[tuple[int, frozenset[str]]]:
    """Of each sentence its number, and what is spoken of in its paragraph and in the headings above: the nearest, and
    those that have one of the words."""
    corpus = judged.corpus
    for number in sorted({*judged.near, *sorted(corpus.votes(words))[:_LOOKED]}):
        unit = corpus.units[number]
        block = corpus.block(unit)
        if block.kind != "table":
            above = " ".join(corpus.headings[unit.document][unit.block])
            yield number, frozenset(terms(f"{above} {block.text}"))
