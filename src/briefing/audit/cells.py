"""A number that a sentence gives for a cell of a table: "the salt kiln has 24 shelves". In: the sentence, and the
tables of the sources. Out: the numbers that the table has otherwise, each with its row.

Which cell is meant, the name of its row and that of its column say, both in the sentence. Nothing is told where the
prose of a source has the number of the same row, or where it may be made of several.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from briefing.audit.bounds import side, within
from briefing.audit.columns import Linked, linked
from briefing.audit.flaw import Flaw
from briefing.audit.measures import Measure, agree, measures, rounds
from briefing.audit.reads import Read, read_in
from briefing.audit.relative import clause, compares, is_beside, is_doubtful, is_relative
from briefing.audit.sentence import Judged
from briefing.audit.spoken_of import prose_near
from briefing.audit.terms import terms

_SCALES = tuple(Decimal(10) ** power for power in (3, 6, 9))


def cells(judged: Judged) -> Iterator[Flaw]:
    reads = [each for each in read_in(judged) if each.heads and not _is_beside(judged.text, each)]
    if not reads:
        return
    taken = [(each.start, each.end) for read in reads for each in read.named]
    taken += [(each.start, each.end) for read in reads for each in read.heads]
    for given in measures(judged.text, judged.language):
        if not any(start <= given.start < end for start, end in taken) and _is_told(judged, given):
            flaw = _flaw(judged, given, reads)
            if flaw:
                yield flaw


def held_by_tables(judged: Judged) -> frozenset[str]:
    """The numbers of a sentence that the tables of the sources have in a cell that it names, or that two of these
    cells make; as they are shown."""
    reads = [each for each in read_in(judged) if each.heads]
    cells = [read.held([column]) for read in reads for column in read.columns]
    found: set[str] = set()
    relative = compares(judged.text)
    called = [(each.start, each.end) for read in reads for each in read.heads]
    for given in measures(judged.text, judged.language) if cells else ():
        if any(start <= given.start < end for start, end in called):
            found.add(given.shown)
        for held in cells:
            known = [each.known for each in held]
            if any(_is(given, each) for each in known) or (relative and _made_of(given, known)):
                found.add(given.shown)
    return frozenset(found)


def _is_beside(text: str, read: Read) -> bool:
    return all(is_beside(text, each.start) for each in read.named)


def _is_told(judged: Judged, given: Measure) -> bool:
    """Whether a number is one of a line, and not of a difference, or denied. "One" is often no number."""
    counted = given.text[:1].isdigit() or given.key != "1"
    first, last = clause(judged.text, given.start, given.start + len(given.text))
    return counted and not is_relative(judged.text, given) and not is_doubtful(judged.text[first:last], judged.language)


def _flaw(judged: Judged, given: Measure, reads: Sequence[Read]) -> Flaw | None:
    links = [(read, link) for read in reads if (link := linked(judged.text, given, read.heads))]
    held = [each for read, link in links for each in read.held(link.columns)]
    meant = [*held, *(each for read, link in links if not link.plain for each in read.held(read.columns))]
    if not held or any(_may_be(judged.text, given, each.known) for each in meant) or not _complete(links):
        return None
    if not all(_comparable(given, each.known) for each in held) or _made_of(given, [each.known for each in held]):
        return None
    if _in_prose(judged, given, links):
        return None
    shown = held[0]
    message = f"The source has “{shown.known.shown}” here, {shown.where}, not “{given.shown}”."
    return Flaw("number", "contradicted", "error", message, shown.row)


def _complete(links: Sequence[tuple[Read, Linked]]) -> bool:
    """Whether each cell that may be meant has a number."""
    return all(
        read.grid.measure(line, column) for read, link in links for line in read.lines for column in link.columns
    )


def _may_be(text: str, given: Measure, known: Measure) -> bool:
    """Whether a cell may be what is given, or is on the side that is said of it."""
    told, mine, theirs = side(text, given), given.value, known.value
    if mine is None or theirs is None:
        return True
    return (told == "over" and theirs >= mine) or (told == "under" and theirs <= mine) or _might_be(given, known)


def _might_be(given: Measure, known: Measure) -> bool:
    """As it is, rounded, or in thousands."""
    mine, theirs = given.value, known.value
    if mine is None or theirs is None or mine == abs(theirs) or _is(given, known):
        return True
    large, little = max(abs(mine), abs(theirs)), min(abs(mine), abs(theirs))
    return little > 0 and any(abs(large / little / scale - 1) < Decimal("0.06") for scale in _SCALES)


def _is(given: Measure, known: Measure) -> bool:
    """As it is, or rounded; a share may stand under the name of what it is a share of, without its sign."""
    if known.share != given.share:
        given, known = (replace(each, key=each.key.rstrip("%")) for each in (given, known))
    return agree(given, known) or rounds(given, known, about=True)


def _comparable(given: Measure, known: Measure) -> bool:
    """Whether they are of one unit, or of none; a share may stand under the name of what it is a share of."""
    units = given.units == known.units or given.same_kind(known)
    return units and (given.share == known.share or {given.share, known.share} == {"", "%"})


def _made_of(given: Measure, known: Sequence[Measure]) -> bool:
    """Whether it is a sum or a difference of numbers of one column, or how much more one of them is, in %."""
    values = [each.value for each in known if each.value]
    pairs = list(permutations(values, 2))
    made = {sum(values), *(one + other for one, other in pairs), *(abs(one - other) for one, other in pairs)}
    if given.share == "%":
        made |= {(abs(one - other) / other * 100).quantize(Decimal(1)) for one, other in pairs}
    return len(values) > 1 and given.value in made


def _in_prose(judged: Judged, given: Measure, links: Sequence[tuple[Read, Linked]]) -> bool:
    """Whether the prose of a source has the number where it speaks of such a row, or of what the number counts."""
    rows = {key for read, _ in links for line in read.lines for key in terms(read.grid.names[line].text)}
    counted = {key for read, link in links for column in link.columns for key in terms(read.grid.heads[column].text)}
    for number, spoken in prose_near(judged, [*rows, *counted, *terms(given.text)]):
        language = judged.corpus.documents[judged.corpus.units[number].document].language or "en"
        for each in measures(judged.said(number), language):
            counts = not each.noun or each.counts_same(given) or not counted.isdisjoint(each.following)
            might = _might_be(given, each) or rounds(each, given, about=True) or within(judged.text, given, each)
            if (counts or not rows.isdisjoint(spoken)) and might:
                return True
    return False
