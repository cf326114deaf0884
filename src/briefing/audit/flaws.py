"""All that is wrong with a sentence. To add something: a file beside this, and a line here."""

from collections.abc import Iterator

from briefing.audit.figures import figures
from briefing.audit.flaw import Flaw
from briefing.audit.named import named
from briefing.audit.opposed import opposed
from briefing.audit.sentence import Judged


def flaws(judged: Judged, *, reached: bool = True, whole: bool = True) -> Iterator[Flaw]:
    """reached: whether the sources speak of what the section is about that the sentence stands in. whole: whether
    nothing was cut out of it."""
    found = list(figures(judged, reached=reached, whole=whole))
    yield from found
    yield from opposed(judged, reached=reached, whole=whole)
    yield from named(judged, reached=reached)
