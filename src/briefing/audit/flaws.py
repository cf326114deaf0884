"""All that is wrong with a sentence. To add something: a file beside this, and a line here."""

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from briefing.audit.cells import cells, held_by_tables
from briefing.audit.compared import compared
from briefing.audit.doers import doers
from briefing.audit.figures import figures, lost
from briefing.audit.flaw import Flaw
from briefing.audit.foreign import foreign
from briefing.audit.moments import moments
from briefing.audit.multiples import multiples
from briefing.audit.named import named
from briefing.audit.offices import offices
from briefing.audit.opposed import opposed
from briefing.audit.owners import owners
from briefing.audit.polarity import polarity
from briefing.audit.prefixes import prefixes
from briefing.audit.rows import rows
from briefing.audit.scope import scope
from briefing.audit.sentence import Judged
from briefing.audit.sides import sides
from briefing.audit.slots import slots
from briefing.audit.speakers import speakers
from briefing.audit.standings import standings
from briefing.audit.weighed import weighed

_NAMES = (
    sides,
    doers,
    offices,
    speakers,
    slots,
    foreign,
)  # one is enough: a name on the wrong side is a wrong name, too

# A statement with more is a listing, of which no rule compares each with each: that would take minutes.
_ITEMS, _MOST, _LONGEST = re.compile(r"[,;]|\d+|(?<!\w)[^\W\d_a-zß-öø-ÿ]\w*"), 90, 3000
_LOOSE = "(It is put in words of its own: look at the passage.)"
# The share of what the words of a sentence tell that one of a source has, for what is held against it to be an error.
FIRM = 0.55
_SHOWN = re.compile("“([^”]+)”")


def flaws(judged: Judged, *, reached: bool = True, whole: bool = True) -> Iterator[Flaw]:
    """reached: whether the sources speak of what the section is about that the sentence stands in. whole: whether
    nothing was cut out of it. What is held against a sentence in words far from the source's is no more than a warning:
    of those, rules that read words are wrong as often as right."""
    for flaw in _flaws(judged, reached=reached, whole=whole):
        firm = flaw.severity != "error" or any(each.twin or each.sharing(FIRM) for each in (judged, *judged.parts()))
        yield flaw if firm else replace(flaw, severity="warning", message=f"{flaw.message} {_LOOSE}")


def _flaws(judged: Judged, *, reached: bool, whole: bool) -> Iterator[Flaw]:
    if len(_ITEMS.findall(judged.text)) > _MOST or len(judged.text) > _LONGEST:
        yield from (*lost(judged, reached), *named(judged, reached=reached))
        return
    found = [*_of_numbers(judged, reached, whole), *_of_direction(judged, reached, whole)]
    if reached:
        found += [*rows(judged), *scope(judged), *(each for each in _first(_NAMES, judged) if _is_prose(judged, each))]
    found = _once([*found, *named(judged, reached=reached)])
    yield from found
    if reached and not any(flaw.severity == "error" for flaw in found):
        yield from owners(judged)


def _once(found: list[Flaw]) -> list[Flaw]:
    """Without those of words that another one shows as well: "first", beside "first half"."""
    shown = [frozenset(word for part in _SHOWN.findall(flaw.message) for word in part.split()) for flaw in found]
    return [
        flaw
        for place, flaw in enumerate(found)
        if flaw.kind != "statement"
        or not any(shown[place] < each for at, each in enumerate(shown) if found[at].severity == "error")
    ]


def _is_prose(judged: Judged, flaw: Flaw) -> bool:
    """Whether it was found in a sentence: what stands beside what in a row of a table says nothing of either."""
    corpus = judged.corpus
    return flaw.near is None or corpus.block(corpus.units[flaw.near]).kind != "table"


def _of_numbers(judged: Judged, reached: bool, whole: bool) -> Iterator[Flaw]:
    found = [*cells(judged), *standings(judged)] or list(
        _not_in_tables(judged, figures(judged, reached=reached, whole=whole))
    )
    found = found or (list(multiples(judged)) if reached else [])
    yield from found
    if not any(flaw.kind == "number" and flaw.severity == "error" for flaw in found):
        yield from moments(judged, reached=reached)


def _not_in_tables(judged: Judged, found: Iterable[Flaw]) -> Iterator[Flaw]:
    """Without the numbers that a table has where the sentence says: next to its row may stand others."""
    flaws = list(found)
    held = [f"“{shown}”" for shown in held_by_tables(judged)] if flaws else ()
    for flaw in flaws:
        if not any(flaw.message.endswith(f"not {shown}.") or flaw.message.startswith(f"{shown} is") for shown in held):
            yield flaw


def _of_direction(judged: Judged, reached: bool, whole: bool) -> Iterator[Flaw]:
    found = list(compared(judged)) or list(opposed(judged, reached=reached, whole=whole))
    found = found or (list(prefixes(judged)) if reached else [])
    yield from found
    if reached and not found:
        told = [Flaw("negation", "contradicted", "error", message, number) for number, message in polarity(judged)]
        yield from told or weighed(judged)


def _first(rules: Iterable[Callable[[Judged], Iterable[Flaw]]], judged: Judged) -> Iterable[Flaw]:
    """What the first of some rules finds that finds anything."""
    return next(filter(None, (list(rule(judged)) for rule in rules)), ())
