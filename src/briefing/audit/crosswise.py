"""Two things said of two others the wrong way round. In: a sentence of two clauses, and a sentence or two of a source.
Out: what each clause says that the source says of the other one's.

"The ferry runs in May, the tram in July" is held against "the ferry runs in July, and the tram not until May" by where
each word stands alone: a clause that has the first words of one clause of the source and the last words of the other,
beside a clause that has the rest of both, has them crosswise. Which clause comes first tells nothing.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from briefing.audit.flaw import Flaw
from briefing.audit.sentence import Judged
from briefing.audit.terms import EMPTY
from briefing.audit.verbs import root
from briefing.checks.negation import DENIES
from briefing.cldr import primary
from briefing.writers.selection.lexicon import Lexicon

_NEAR = 3  # sentences
_SHARE = 0.5  # of the words of the two clauses, that the source has, too
_FEWEST = 4  # of these: two that change places, and what each is said of
_BEFORE = 2  # words that a reading may leave out: "the guild", of "the guild keeps wool here and linen there"
_TIGHTER = 3  # times
_MOST = 10  # clauses: more are a list
_MANY = 40  # of a passage of several sentences
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
_JOINS = (
    "and|but|while|whereas|though|although|before|against|versus|und|aber|während|et|mais|tandis que|y|pero|mientras"
)
_BORDER = re.compile(
    rf"[,;:.!?…]+[”\"’']?\s(?:(?:{_JOINS})\s)?|\s[—–-]\s|\s\(|\s(?:{_JOINS})\s",
    re.IGNORECASE,
)
_COLON = re.compile(r"[:—–]\s")  # what it parts are no two clauses side by side
_TURNS = re.compile(  # by which the sides of a sentence may change with its direction, or are told in a row
    r"\b(?:unlike|instead of|rather than|other than|than|respectively|vice versa|former|latter"
    r"|because|since|even though|weil|obwohl|parce que|bien que|porque|aunque)\b",  # which may come first or last
    re.IGNORECASE,
)


_LISTED = re.compile(r"[^\w,]*(?:,|\b(?:and|or|und|oder|et|ou|y|o)\b)\W*(?:[^\W\d_]{1,3}\W+){0,2}")


@dataclass(frozen=True, slots=True)
class _Word:
    stem: str
    start: int
    end: int


_Clause = Sequence[_Word]
_Runs = tuple[tuple[_Clause, _Clause], tuple[_Clause, _Clause]]
_Halves = tuple[_Clause, _Clause]  # two clauses side by side: the words of each that the other has not, in their order


def crosswise(judged: Judged) -> Iterator[Flaw]:
    """At most one flaw of a sentence, judged by the nearest passage that has both its clauses."""
    if not judged.statement.same_language or _may_turn(judged.text, judged.language):
        return
    if len(_BORDER.findall(judged.text)) >= _MOST:
        return
    clauses = _clauses(judged.text, judged.language)
    borders = ((cut, clauses[cut - 1][-1].end, clauses[cut][0].start) for cut in range(1, len(clauses)))
    cuts = [cut for cut, end, start in borders if not _COLON.search(judged.text, end, start)]
    mine = [_halves(clauses, 0, cut, len(clauses)) for cut in cuts]
    for number in judged.near[:_NEAR] if mine else ():
        for source in judged.neighbours(number):
            found = (told for halves in mine if (told := _crossed(halves, source, judged.language)))
            if runs := next((told for told in found if not _listed(judged.text, told)), None):
                one, other = (judged.text[run[0].start : run[-1].end] for _, run in runs)
                said = "the source says each of what is said here of the other"
                message = f"“{one}” and “{other}” have changed places: {said}."
                yield Flaw("statement", "contradicted", "error", message, number)
                return


def _may_turn(text: str, language: str) -> bool:
    own = primary(language)
    return bool(_TURNS.search(text) or (own in DENIES and DENIES[own].search(text)))


def _listed(text: str, runs: _Runs) -> bool:
    """Whether a clause is but a list, of which one name may come first as well as another."""
    return any(
        _LISTED.fullmatch(text, first[-1].end, last[0].start) and not last[0].stem.isdigit() for first, last in runs
    )


def _crossed(mine: _Halves, source: str, language: str) -> _Runs | None:
    """The first and the last words of each clause, where they have changed places in a reading of the source that has
    most of them, and each clause is as it is here in none, unless that is far less tight."""
    sides = _sides(mine)
    theirs = [
        held for clause in _clauses(source, language) if (held := [word for word in clause if word.stem in sides])
    ]
    least = max(_FEWEST, _SHARE * len(sides))
    if len({word.stem for clause in theirs for word in clause}) < least or len(theirs) > _MOST:
        return None
    parts = combinations(range(len(theirs) + 1), 3)
    readings = [halves for part in parts if min(map(len, halves := _halves(theirs, *part))) > 1]
    least = max(least, max((_size(halves) for halves in readings), default=0) - _BEFORE)
    straight = min((_spread(halves) for halves in readings if _straight(mine, halves)), default=_TIGHTER * len(source))
    for halves in (each for each in readings if _size(each) >= least and _TIGHTER * _spread(each) < straight):
        found = _exchanged(mine, halves)
        if found and not _may_turn(source[halves[0][0].start : halves[1][-1].end], language):
            return found
    return None


def _size(halves: _Halves) -> int:
    return sum(map(len, halves))


def _spread(halves: _Halves) -> int:
    """How far apart the words of each stand, in characters: those of one clause stand together."""
    return sum(half[-1].end - half[0].start for half in halves)


def _straight(mine: _Halves, theirs: _Halves) -> bool:
    """Whether each clause has the words of but one clause of the other text."""
    runs = [_runs(half, _sides(theirs)) for half in mine]
    return all(len(each) == 1 for each in runs) and runs[0][0][0] != runs[1][0][0]


def _exchanged(mine: _Halves, theirs: _Halves) -> _Runs | None:
    """The first and the last words of each clause, if both begin with words of one clause of the other text and end
    with words of the other, here and there in one order."""
    here = [_runs(half, _sides(theirs)) for half in mine]
    there = [_runs(half, _sides(mine)) for half in theirs]
    for first, second in (here, there):
        if [side for side, _ in first] != [side for side, _ in second][::-1] or len(first) != 2:
            return None
    (_, one), (_, its) = here[0]
    (_, other), (_, others) = here[1]
    return (one, its), (other, others)


def _runs(words: _Clause, sides: Mapping[str, int]) -> list[tuple[int, list[_Word]]]:
    """The words that the other text has, by the clause they stand in there, as they follow each other."""
    found: list[tuple[int, list[_Word]]] = []
    for word in words:
        side = sides.get(word.stem)
        if side is None:
            continue
        if found and found[-1][0] == side:
            found[-1][1].append(word)
        else:
            found.append((side, [word]))
    return found


def _sides(halves: _Halves) -> dict[str, int]:
    return {word.stem: side for side, half in enumerate(halves) for word in half}


def _halves(clauses: Sequence[_Clause], start: int, cut: int, end: int) -> _Halves:
    one, other = ([word for clause in part for word in clause] for part in (clauses[start:cut], clauses[cut:end]))
    here, there = ({word.stem for word in half} for half in (one, other))
    return [word for word in one if word.stem not in there], [word for word in other if word.stem not in here]


@lru_cache(maxsize=4096)
def _clauses(text: str, language: str) -> tuple[tuple[_Word, ...], ...]:
    """What stands between two borders of a text, each with a word that tells something; of a list, nothing."""
    if len(_BORDER.findall(text)) >= _MANY:
        return ()
    starts = [0, *(match.end() for match in _BORDER.finditer(text))]
    words = _words(text, frozenset() if primary(language) == "en" else Lexicon(language).function_words)
    parts = (
        tuple(word for word in words if start <= word.start < end)
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
    )
    return tuple(filter(None, parts))


def _words(text: str, function: Collection[str]) -> list[_Word]:
    found = (match for match in _WORD.finditer(text) if _tells(match.group(), function))
    return [_Word(root(match.group()), *match.span()) for match in found]


def _tells(word: str, function: Collection[str]) -> bool:
    """Whether it tells something: the US does, us does not."""
    small = word.casefold()
    if small in EMPTY or small in function or small == "whereas":
        return word.isupper() and len(word) > 1
    return len(word) > 1 or word.isdigit()
