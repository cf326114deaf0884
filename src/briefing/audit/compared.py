"""Rows of a table compared by a column of it: "Roy has more wins than Ferrand", "the highest score". In: the sentence,
and the tables of the sources. Out: what the table has the other way round, with the row."""

import re
from collections.abc import Iterator
from decimal import Decimal

from briefing.audit.columns import Headed
from briefing.audit.flaw import Flaw
from briefing.audit.lines_named import Named
from briefing.audit.measures import size
from briefing.audit.reads import Read, read_in
from briefing.audit.relative import clause, compares, is_beside, is_doubtful
from briefing.audit.sentence import Judged
from briefing.audit.spoken_of import prose_near
from briefing.audit.terms import terms

_MORE = "more|higher|greater|larger|bigger|longer|mehr|höhere?[nrs]?|größere?[nrs]?|plus|más|più|mais|maior|mayor|meer"
_LESS = "fewer|less|lower|smaller|shorter|weniger|niedrigere?[nrs]?|kleinere?[nrs]?|moins|menos|meno|menor|minder"
_COMPARED = re.compile(
    rf"\b(?:(?P<more>{_MORE})|(?P<less>{_LESS}))\b(?P<between>[^.,;:()]{{0,50}}?)"
    r"\s(?:do que|than|als|que|di|dan)\s(?:(?:the|der|die|das|den|le|la|o|a|el|il|het)\s)?",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:the (?P<more>most|highest|largest|biggest|greatest|longest)"
    r"|the (?P<less>fewest|lowest|smallest|shortest|least)|die meisten|o maior número de|el mayor número de"
    r"|il maggior numero di|le plus grand nombre de|le plus de)\s$",
    re.IGNORECASE,
)
_ANY_OTHER = re.compile(
    r"\s(?:than any other(?: \w+)?|than all (?:the )?others?|(?:do )?que qualquer outr[oa](?: \w+)?|que nadie"
    r"|que ningún otro(?: \w+)?|als alle anderen|als jede[rs]? andere(?: \w+)?|que tous les autres|di tutti gli altri)"
    r"(?=\s*(?:[.,;!?]|$))",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?: (?:score|value|rating|result|rate|count))?(?: of all| of the"
    r" (?:two|three|four|five|six|seven|eight|nine|ten)| in the table| overall)?\s*(?:[.;,!?]|$)"
)
_SHARED = re.compile(
    r"\b(?:one of|among|joint|shared|second|third|zweit\w+|dritt\w+|segund[oa]|deuxième|ever|so far)\b", re.I
)
_FEWEST = 3  # rows of which one is the first
_MANY = 200
_SEVERAL = 2


def compared(judged: Judged) -> Iterator[Flaw]:
    """At most one."""
    if is_doubtful(judged.text, judged.language):
        return
    reads = [each for each in read_in(judged) if each.heads]
    found = [flaw for read in reads for flaw in (*_two(judged, read), *_first(judged, read))]
    yield from found[:1]


def _two(judged: Judged, read: Read) -> Iterator[Flaw]:
    for match in _COMPARED.finditer(judged.text):
        one = _before(judged.text, read, match.start())
        other = next((each for each in read.named if each.start == match.end()), None)
        head = _compared_by(read, match)
        if one and other and head and len(other.lines) == 1 and not _is_told_of(judged, read, (one, other)):
            mine, theirs = _size(read, one.lines[0], head.column), _size(read, other.lines[0], head.column)
            if mine is not None and theirs is not None and (mine < theirs if match["more"] else mine > theirs):
                yield _turned(read, head.column, one.lines[0], other.lines[0])


def _before(text: str, read: Read, at: int) -> Named | None:
    """The one row of which something is said."""
    named = [each for each in read.named if each.end <= at]
    first, _ = clause(text, at, at)
    here = [each for each in named if each.start >= first] or named
    if len(here) != 1 or len(here[0].lines) != 1 or is_beside(text, here[0].start):
        return None
    return here[0]


def _compared_by(read: Read, match: re.Match[str]) -> Headed | None:
    """The column named within the comparison, or the only one before it."""
    within = [each for each in read.heads if match.start() < each.start and each.end <= match.end("between")]
    columns = within or ([] if match["between"].strip() else [each for each in read.heads if each.end <= match.start()])
    return columns[0] if len({each.column for each in columns}) == 1 else None


def _first(judged: Judged, read: Read) -> Iterator[Flaw]:
    """Of which it is said that no other row has as many, or as few."""
    lines = [line for line, name in enumerate(read.grid.names) if name.keys]
    for head in read.heads:
        sense = _superlative(judged.text, head)
        one = _before(judged.text, read, head.start) if sense and _FEWEST <= len(lines) <= _MANY else None
        if one is None or len({each.lines for each in read.named}) > 1 or _SHARED.search(judged.text):
            continue
        sizes = {line: known for line in lines if (known := _size(read, line, head.column)) is not None}
        mine = sizes.get(one.lines[0])
        if mine is None or len(sizes) < len(lines) or _is_told_of(judged, read, (one,)):
            continue
        most = max(sizes, key=lambda line: (sizes[line] * sense, -line))
        if sizes[most] * sense > mine * sense:
            yield _turned(read, head.column, one.lines[0], most)


def _superlative(text: str, head: Headed) -> int:
    """1 for the most, -1 for the fewest, 0 for neither."""
    most = _MOST.search(text, 0, head.start)
    if most and _END.match(text, head.end):
        return -1 if most["less"] else 1
    if _ANY_OTHER.match(text, head.end):
        more = re.search(rf"\b(?:(?:{_MORE})|(?P<less>{_LESS}))\s$", text[: head.start], re.IGNORECASE)
        return 0 if not more else -1 if more["less"] else 1
    return 0


def _size(read: Read, line: int, column: int) -> Decimal | None:
    known = read.grid.measure(line, column)
    return size(known) if known else None


def _turned(read: Read, column: int, one: int, other: int) -> Flaw:
    names, head = read.grid.names, read.grid.heads[column].text
    known = [each.shown if (each := read.grid.measure(line, column)) else "" for line in (one, other)]
    told = [f"“{shown}” for “{names[line].text}”" for shown, line in zip(known, (one, other), strict=True)]
    message = f"Under “{head}” the source has {told[0]}, and {told[1]}."
    return Flaw("statement", "contradicted", "error", message, read.first + read.grid.row(one, column))


def _is_told_of(judged: Judged, read: Read, named: tuple[Named, ...]) -> bool:
    """Whether the prose of a source speaks of these rows, and so may compare them in something else."""
    wanted = [set(terms(read.grid.names[each.lines[0]].text)) for each in named]
    column = {key for head in read.heads for key in terms(read.grid.heads[head.column].text)}
    wanted += [column] if len(named) < _SEVERAL else []
    return any(
        all(keys & spoken for keys in wanted) and (column & spoken or compares(judged.said(number)))
        for number, spoken in prose_near(judged, set().union(*wanted))
    )
