"""Another word of its kind. In: the sentence, and what is near it in the sources. Out: the word for which the nearest
sentence that it follows has another one (the field of wheat, for rice), where nothing near has it."""

from collections.abc import Iterator

from briefing.audit.flaw import Flaw
from briefing.audit.sentence import Judged
from briefing.checks.base import missing
from briefing.checks.kinds import Kinds, has

_KINDS = Kinds()
_HELD = 2  # near sentences


def another(judged: Judged) -> Iterator[Flaw]:
    """At most one flaw of a sentence."""
    for number in judged.near[:_HELD]:
        for found in missing([_KINDS], judged.statement, [judged.said(number)]):
            given, said = found.fact.text, found.fact.key
            if not any(has(text, given, judged.source_language) for text in judged.neighbours(number)):
                message = f"The source has another word here: “{said}”, not “{given}”."
                yield Flaw("statement", "contradicted", "error", message, number)
                return
