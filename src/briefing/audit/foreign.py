"""Another country. In: the sentence, and what is near it in the sources. Out: a country, or its people, where the
sentence of a source that tells the rest has exactly one other, and nothing around has this one."""

from collections.abc import Iterator

from briefing.audit.flaw import Flaw
from briefing.audit.nations import countries
from briefing.audit.sentence import ALIKE, Judged
from briefing.audit.terms import terms

_UNIONS = frozenset({"EU"})  # what is in it is no other than it
_FEWEST = 2  # words of the rest


def foreign(judged: Judged) -> Iterator[Flaw]:
    """At most one flaw of a sentence."""
    mine = countries(judged.text) - _UNIONS
    for number in judged.near[:2] if mine else ():
        source = judged.said(number)
        held = countries(f"{judged.around[0]} {' '.join(judged.neighbours(number))}")
        lost, free = mine - held, countries(source) - mine - _UNIONS
        if len(lost) == len(free) == 1 and _tells_the_rest(judged, source):
            message = f"The source has another country here: {min(free)}, not {min(lost)}."
            yield Flaw("name", "contradicted", "error", message, number)
            return


def _tells_the_rest(judged: Judged, source: str) -> bool:
    rest = {term for term in terms(judged.text) if not countries(term.title())}
    shared = rest & set(terms(source))
    total = judged.corpus.weight(rest)
    return len(shared) >= _FEWEST and judged.corpus.weight(shared) >= ALIKE * total
