"""What stands in another's place. In: the sentence, and what is near it in the sources. Out: cause and effect, before
and after, what was chosen and what was not, or two words, that have changed places. The rules are those of checks/."""

import re
from collections.abc import Iterator
from itertools import combinations

from briefing.audit.flaw import Flaw
from briefing.audit.sentence import Judged
from briefing.audit.sides import sides
from briefing.audit.swaps import swaps
from briefing.checks.base import Missing, missing
from briefing.checks.exchange import Exchange
from briefing.checks.follow import matter
from briefing.checks.ranks import Ranks
from briefing.checks.relations import Relations

_EXCHANGE = Exchange()
_CHECKS = (Relations(), _EXCHANGE, Ranks())
_HELD = 3  # near sentences
_DIGITS = re.compile(r"\d\d")
_SHARED = 0.5  # of what a sentence speaks of, for two near ones to be about the same


def exchanged(judged: Judged, *, alone: bool = False) -> Iterator[Flaw]:
    """At most one flaw of a sentence. Of what other rules tell, nothing, unless they are not asked: alone."""
    near = judged.near[:_HELD]
    for found in missing(_CHECKS, judged.statement, list(map(judged.said, near))):
        number = next((each for each in near if missing([found.check], judged.statement, [judged.said(each)])), near[0])
        if alone or not _told(judged, number):
            yield Flaw("statement", "contradicted", "error", _said(found), number)
        return
    yield from _of_two(judged)


def _told(judged: Judged, number: int) -> bool:
    passage = (judged.said(number), judged.source_language)
    return any(crossed for _, crossed in swaps(judged.text, judged.language, *passage)) or any(sides(judged))


def _of_two(judged: Judged) -> Iterator[Flaw]:
    """Two numbers, or years, that changed places, of which two near sentences have one each."""
    near = judged.near[:_HELD] if judged.statement.same_language and _DIGITS.search(judged.text) else ()
    for one, other in combinations(near, 2):
        both, stems = f"{judged.said(one)} {judged.said(other)}", matter(judged.text, judged.language)
        if _side_by_side(judged, one, other) or len(stems & matter(both, judged.language)) < _SHARED * len(stems):
            continue
        alone = (list(swaps(judged.text, judged.language, judged.said(each), judged.language)) for each in (one, other))
        told = [] if any(alone) else list(swaps(judged.text, judged.language, both, judged.language))
        if told and all(crossed and _DIGITS.match(swap.one.text) for swap, crossed in told):
            swap = told[0][0]
            said = f"“{swap.one.shown}” and “{swap.other.shown}” have changed places"
            yield Flaw("number", "contradicted", "error", f"{said}: the source has each where the other is.", one)
            return


def _side_by_side(judged: Judged, one: int, other: int) -> bool:
    """Whether the rule of numbers reads the two as one."""
    units = judged.corpus.units
    return abs(one - other) == 1 and (units[one].document, units[one].block) == (
        units[other].document,
        units[other].block,
    )


def _said(found: Missing) -> str:
    if isinstance(found.check, Ranks):
        return f"“{found.fact.text}” has another rank in the source."
    if found.check is _EXCHANGE:
        one, other = found.fact.text.split(" … ")
        return f"“{one}” and “{other}” have changed places: each stands where the source has the other."
    return f"What stands on the two sides of “{found.fact.text}” has changed places."
