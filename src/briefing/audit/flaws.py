"""All that is wrong with a sentence. To add something: a file beside this, and a line here."""

from collections.abc import Iterator

from briefing.audit.doers import doers
from briefing.audit.figures import figures
from briefing.audit.flaw import Flaw
from briefing.audit.moments import moments
from briefing.audit.named import named
from briefing.audit.offices import offices
from briefing.audit.opposed import opposed
from briefing.audit.polarity import polarity
from briefing.audit.rows import rows
from briefing.audit.sentence import Judged
from briefing.audit.sides import sides


def flaws(judged: Judged, *, reached: bool = True, whole: bool = True) -> Iterator[Flaw]:
    """reached: whether the sources speak of what the section is about that the sentence stands in. whole: whether
    nothing was cut out of it."""
    found = list(figures(judged, reached=reached, whole=whole))
    yield from found
    yield from (
        moments(judged, reached=reached)
        if not any(flaw.kind == "number" and flaw.severity == "error" for flaw in found)
        else ()
    )
    turned = list(opposed(judged, reached=reached, whole=whole))
    yield from turned
    yield from _denials(judged) if reached and not turned else ()
    yield from rows(judged) if reached else ()
    yield from _names(judged) if reached else ()
    yield from named(judged, reached=reached)


def _denials(judged: Judged) -> Iterator[Flaw]:
    yield from (Flaw("negation", "contradicted", "error", message, number) for number, message in polarity(judged))


def _names(judged: Judged) -> Iterator[Flaw]:
    """One is enough: a name on the wrong side is a wrong name, too."""
    crossed = list(sides(judged)) or list(doers(judged))
    yield from crossed or offices(judged)
