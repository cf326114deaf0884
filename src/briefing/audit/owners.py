"""A number that is something else's. In: the sentence, and what is near it in the sources. Out: a number that stands
near, but of another thing: the sentence that tells the rest has another one there, or has it in another clause.
"""

from collections.abc import Iterator, Sequence

from briefing.audit.beside import around
from briefing.audit.derived import derived
from briefing.audit.flaw import Flaw
from briefing.audit.measures import Measure, agree, asked, measures, rounds
from briefing.audit.sentence import ALIKE, Judged
from briefing.audit.terms import terms
from briefing.audit.verbs import root

_SURE = 0.75  # of what the rest of a sentence tells, for a year
_AS_WELL = 0.85  # of that, told by another sentence, which has the number
_COUNT = 12  # and fewer may be of anything
_FEWEST = 3  # words of the rest
_BESIDE = 2  # words that a number and another one share with the clause


def owners(judged: Judged) -> Iterator[Flaw]:
    """At most one flaw of a sentence."""
    if not judged.statement.same_language:
        return
    mine = measures(judged.text, judged.language)
    wanted = asked(judged.text, judged.statement)
    for given in (each for each in mine if each in wanted or (each.units and each.text.isdecimal())):
        if (
            not _tells(given)
            or _is_of_a_name(judged.text, given)
            or not any(agree(given, each) for each in judged.known)
        ):
            continue
        number = _nearest(judged, given)
        if number is not None and (said := _instead(judged, number, given, mine)):
            message = f"The source has “{said.shown}” here, not “{given.shown}”."
            yield Flaw("number", "contradicted", "error", message, number)
            return


def _is_of_a_name(text: str, given: Measure) -> bool:
    """Whether it tells of which thing is spoken: the 16-inch model."""
    return text[given.start + len(given.text) :][:1] in ("-", "‑")


def _tells(given: Measure) -> bool:
    """Whether it is no small count, nor a time on a stopwatch, of two of which only one may have its unit."""
    large = given.value is not None and given.value > _COUNT
    return ":" not in given.text and bool(given.share or given.units or given.is_year or large)


def _nearest(judged: Judged, given: Measure) -> int | None:
    """The sentence that has most of the rest, where it has enough."""
    rest = set(terms(judged.text)) - set(terms(" ".join((given.text, *given.units))))
    total = judged.corpus.weight(rest)
    if len(rest) < _FEWEST or not total:
        return None
    told = {n: judged.corpus.weight(rest & set(terms(judged.said(n)))) / total for n in judged.near}
    best = max(judged.near, key=lambda number: (told[number], -number))
    if told[best] < (_SURE if given.is_year else ALIKE):
        return None
    others = [n for n in judged.near if n != best and told[n] >= _AS_WELL * told[best]]
    return None if any(_has(judged.said(n), given, judged) for n in others) else best


def _instead(judged: Judged, number: int, given: Measure, mine: tuple[Measure, ...]) -> Measure | None:
    source = judged.said(number)
    theirs = measures(source, judged.source_language)
    here = _words(judged.text, [each for each in mine if each is given or each.same_kind(given)], given)
    same = [each for each in theirs if agree(given, each) or rounds(given, each, about=True)]
    free = [each for each in theirs if not any(agree(one, each) for one in mine)]
    free = [each for each in free if each.same_kind(given) or each.counts_same(given)]
    free = [each for each in free if not any(_overlap(each, one) for one in same)]
    if not free or (not same and any(_has(text, given, judged) for text in judged.neighbours(number))):
        return None
    alike = [each for each in theirs if each in free or each in same]
    held = frozenset().union(*(_words(source, alike, each) for each in same))
    if derived(judged, given):
        return None
    told = [(each, _words(source, alike, each) & here) for each in free]
    others = [each for each, words in told if len(words - held) >= _BESIDE and not (held & here) - words]
    return others[0] if len(others) == 1 and (same or len(free) == 1) else None


def _overlap(one: Measure, other: Measure) -> bool:
    """Whether one is a part of the other, as the hour is of an hour and forty minutes."""
    return one.start < other.start + len(other.text) and other.start < one.start + len(one.text)


def _has(text: str, given: Measure, judged: Judged) -> bool:
    return any(agree(given, each) for each in measures(text, judged.source_language))


def _words(text: str, among: Sequence[Measure], each: Measure) -> frozenset[str]:
    """The roots of what stands in the clause of a number."""
    return frozenset(root(term) for term in terms(around(text, among, each)))
