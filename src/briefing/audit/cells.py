"""A number that a sentence gives for a cell of a table: "the salt kiln has 24 shelves". In: the sentence, and the
tables of the sources. Out: the numbers that the table has otherwise, each with its row.

Which cell is meant, the name of its row and that of its column say, both in the sentence. Nothing is told where the
prose of a source has the number of the same row, or where it may be made of several.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from msgspec.structs import replace

from briefing.audit.bounds import side, within
from briefing.audit.columns import Linked, linked
from briefing.audit.flaw import Flaw
from briefing.audit.grids import YEAR
from briefing.audit.measures import Measure, agree, measures, rounds
from briefing.audit.reads import Held, Read, read_in
from briefing.audit.relative import clause, compares, is_beside, is_doubtful, is_relative
from briefing.audit.sentence import Judged
from briefing.audit.spoken_of import prose_near
from briefing.audit.terms import terms

_SMALL = 10
_FEW = 50  # rows, of which two may be meant by one name
_EARLIER = re.compile(
    r"\byears? (?:before|earlier|later|after)|(?:previous|following|next|last|prior) year|Vorjahr|(?:im )?Jahr zuvor"
    r"|(?:année|an) (?:précédente?|d['’]avant|plus tôt)|año (?:anterior|antes)|anno (?:prima|precedente)|ano anterior",
    re.IGNORECASE,
)
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
    """The numbers of a sentence that the tables of the sources have in a row and a column that it names, or in a column
    of their unit; or that one of these cells and another of its column make. As they are shown."""
    reads = read_in(judged)
    relative = compares(judged.text)
    earlier = _EARLIER.search(judged.text) is not None
    called = [(each.start, each.end) for read in reads for each in read.heads]
    found: set[str] = set()
    for given in measures(judged.text, judged.language) if reads else ():
        if any(start <= given.start < end for start, end in called) or _is_held(
            given, reads, relative=relative, earlier=earlier
        ):
            found.add(given.shown)
    return frozenset(found)


def _is_held(given: Measure, reads: Sequence[Read], *, relative: bool, earlier: bool) -> bool:
    for read in reads:
        for column in range(len(read.grid.heads)):
            known = [each.known for each in read.held([column])]
            alike = (earlier and _is_alike(read, column)) or any(each.same_kind(given) for each in known)
            if column not in read.columns and not alike:
                continue
            if any(_fits(given, each) for each in known) or (relative and _made_of(given, known)):
                return True
            others = [each.known for each in read.all_of(column)] if relative and _tells(given, read) else []
            if any(_made_of(given, (one, other)) for one in known for other in others):
                return True
    return False


def _fits(given: Measure, known: Measure) -> bool:
    """Whether a cell has it, in its unit, where both have one."""
    return _is(given, known) if given.units and known.units else _might_be(given, known)


def _is_alike(read: Read, column: int) -> bool:
    """Whether it is of a year, as one that is named: "12, after 9 in the year before"."""
    heads = read.grid.heads
    return all(YEAR.fullmatch(heads[each].text) for each in (column, *read.columns)) and bool(read.columns)


def _tells(given: Measure, read: Read) -> bool:
    """Whether a number is no small one, which any two of many may make."""
    return len(read.grid.names) <= _FEW and given.value is not None and _is_large(given, given.value)


def _is_large(given: Measure, value: Decimal) -> bool:
    return abs(value) >= _SMALL or value % 1 != 0 or bool(given.units)


def _is_beside(text: str, read: Read) -> bool:
    return all(is_beside(text, each.start) for each in read.named)


def _is_told(judged: Judged, given: Measure) -> bool:
    """Whether a number is one of a line, and not of a difference, or denied. "One" is often no number."""
    counted = given.text[:1].isdigit() or given.key != "1"
    first, last = clause(judged.text, given.start, given.start + len(given.text))
    return counted and not is_relative(judged.text, given) and not is_doubtful(judged.text[first:last], judged.language)


def _flaw(judged: Judged, given: Measure, reads: Sequence[Read]) -> Flaw | None:
    links = [(read, link) for read in reads if (link := linked(judged.text, given, read.heads, read.spans))]
    held = [each for read, link in links for each in read.held(link.columns)]
    meant = [*held, *(each for read, link in links if not link.plain for each in read.held(read.columns))]
    if not held or any(_may_be(judged.text, given, each.known) for each in meant) or not _complete(links):
        return None
    if not all(_comparable(given, each.known) or _is_beside_it(given, each) for each in held) or _made_of(
        given, [each.known for each in held]
    ):
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
    scaled = [theirs * scale for scale in _SCALES] + [theirs / scale for scale in _SCALES]
    return any(_is(given, replace(known, key=f"{each:f}{known.share}")) for each in scaled)


def _is(given: Measure, known: Measure) -> bool:
    """As it is, or rounded; a share may stand under the name of what it is a share of, without its sign."""
    if known.share != given.share:
        given, known = (replace(each, key=each.key.rstrip("%")) for each in (given, known))
    return agree(given, known) or rounds(given, known, about=True)


def _comparable(given: Measure, known: Measure) -> bool:
    """Whether they are of one unit, or of none; a share may stand under the name of what it is a share of."""
    units = given.units == known.units or given.same_kind(known)
    return units and (given.share == known.share or {given.share, known.share} == {"", "%"})


def _is_beside_it(given: Measure, held: Held) -> bool:
    """Whether another cell of its line or column has the number, in a table that has its unit above all."""
    read = held.read
    line = [read.grid.measure(held.line, column) for column in range(len(read.grid.heads))]
    others = [*line, *(each.known for each in read.all_of(held.column))]
    return not held.known.units and any(each and not each.units and _might_be(given, each) for each in others)


def _made_of(given: Measure, known: Sequence[Measure]) -> bool:
    """Whether it is a sum or a difference of numbers of one column, also in thousands, or how much more one of them is,
    in %."""
    values = [each.value for each in known if each.value]
    other = any(given.units and each.units and not given.same_kind(each) for each in known)
    if len(values) <= 1 or given.value is None or other:
        return False
    pairs = list(permutations(values, 2))
    if given.share:
        return any(abs(abs(one - other) / other * 100 - given.value) <= Decimal("0.5") for one, other in pairs)
    made = {sum(values), *(one + other for one, other in pairs), *(abs(one - other) for one, other in pairs)}
    return any(given.value / scale in made for scale in (Decimal(1), *_SCALES))


def _in_prose(judged: Judged, given: Measure, links: Sequence[tuple[Read, Linked]]) -> bool:
    """Whether the prose of a source has the number where it speaks of such a row, or of what the number counts."""
    rows = {key for read, _ in links for line in read.lines for key in terms(read.grid.names[line].text)}
    counted = {key for read, link in links for column in link.columns for key in terms(read.grid.heads[column].text)}
    for number, spoken in prose_near(judged, [*rows, *counted, *terms(given.text)]):
        language = judged.corpus.documents[judged.corpus.units[number].document].language or "en"
        text = judged.said(number)
        for each in measures(text, language):
            if each.start and (text[each.start - 1] == "-" or text[each.start - 1].isalpha()):
                continue  # of a name
            counts = not each.noun or each.counts_same(given) or not counted.isdisjoint(each.following)
            might = _might_be(given, each) or rounds(each, given, about=True) or within(judged.text, given, each)
            if (counts or not rows.isdisjoint(spoken)) and might:
                return True
    return False
