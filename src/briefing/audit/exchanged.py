"""What stands in another's place. In: the sentence, and what is near it in the sources. Out: cause and effect, before
and after, what was chosen and what was not, or two words, that have changed places. The rules are those of checks/."""

from collections.abc import Iterator

from briefing.audit.flaw import Flaw
from briefing.audit.sentence import Judged
from briefing.audit.sides import sides
from briefing.audit.swaps import swaps
from briefing.checks.base import Missing, missing
from briefing.checks.exchange import Exchange
from briefing.checks.relations import Relations

_RELATIONS, _EXCHANGE = Relations(), Exchange()
_HELD = 3  # near sentences


def exchanged(judged: Judged) -> Iterator[Flaw]:
    """At most one flaw of a sentence. Of numbers and names that other rules tell, nothing."""
    for number in judged.near[:_HELD]:
        for found in missing([_RELATIONS, _EXCHANGE], judged.statement, [judged.said(number)]):
            if not _told(judged, number):
                yield Flaw("statement", "contradicted", "error", _said(found), number)
            return


def _told(judged: Judged, number: int) -> bool:
    passage = (judged.said(number), judged.source_language)
    return any(crossed for _, crossed in swaps(judged.text, judged.language, *passage)) or any(sides(judged))


def _said(found: Missing) -> str:
    if found.check is _EXCHANGE:
        one, other = found.fact.text.split(" … ")
        return f"“{one}” and “{other}” have changed places: each stands where the source has the other."
    return f"What stands on the two sides of “{found.fact.text}” has changed places."
