"""The times of the day, the parts of a year and the centuries of a sentence. In: the sentence, and what is near it in
the sources. Out: those that the nearest passage has otherwise; and what of the sentence is a time that stands there,
so that nobody asks for its digits."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from briefing.audit.clock import Time, times
from briefing.audit.flaw import Flaw
from briefing.audit.periods import Period, periods
from briefing.audit.sentence import ALIKE, HEARD, Judged
from briefing.audit.terms import terms


class _Placed(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def sort(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=_Placed)


def moments(judged: Judged, *, reached: bool) -> Iterator[Flaw]:
    if not reached:
        return
    for each in (judged, *judged.parts()):
        found = [
            *_otherwise(each, times, Time.agrees),
            *_otherwise(each, periods, Period.same),
        ]
        yield from found[:1]
        if found:
            return


def told(judged: Judged) -> list[tuple[int, int]]:
    """Where in the sentence a time or a part of a year stands that the sources have near, in whatever form, or that a
    near sentence has otherwise: its digits are no numbers."""
    return [*_told(judged, times, Time.agrees), *_told(judged, periods, Period.same)]


def _told(judged: Judged, find: Callable[[str], Sequence[P]], same: Callable[[P, P], bool]) -> list[tuple[int, int]]:
    mine = find(judged.text)
    known = [each for text in judged.around for each in find(text)] if mine else []
    accused = {given.start for _, given, _ in _rivals(judged, find, same)}
    return [
        (given.start, given.end) for given in mine if given.start in accused or any(same(given, each) for each in known)
    ]


def _otherwise(judged: Judged, find: Callable[[str], Sequence[P]], same: Callable[[P, P], bool]) -> Iterator[Flaw]:
    for number, given, said in _rivals(judged, find, same):
        message = f"The source has another {said.sort} here: “{said.text}”, not “{given.text}”."
        yield Flaw("date", "contradicted", "error", message, number)


def _rivals(
    judged: Judged, find: Callable[[str], Sequence[P]], same: Callable[[P, P], bool]
) -> Iterator[tuple[int, P, P]]:
    """What the nearest sentence that has any has instead of one of the sentence: of a sentence that says much the
    same, where none beside it has that one; of one that says half as much, where nothing near has it."""
    mine = find(judged.text)
    for least in (ALIKE, HEARD) if mine else ():
        near = [
            number
            for number in judged.near
            if judged.said(number) in judged.sharing(least) and find(judged.said(number))
        ]
        for number in sorted(near, key=lambda number: -_beside(judged, mine, number))[:1]:
            theirs = find(judged.said(number))
            lost = [one for one in mine if not any(same(one, each) for each in theirs)]
            free = [each for each in theirs if not any(same(one, each) for one in mine)]
            beside = judged.neighbours(number) if least == ALIKE else judged.around
            held = [each for text in beside for each in find(text)]
            lost = [one for one in lost if _is_twin(judged, number) or not any(same(one, each) for each in held)]
            yield from ((number, lost[0], free[0]),) if lost and free else ()
            return


def _beside(judged: Judged, mine: Sequence[_Placed], number: int) -> float:
    """What a sentence of a source has of the rest of this one."""
    digits = set(terms(" ".join(each.text for each in mine)))
    shared = (set(terms(judged.text)) - digits) & set(terms(judged.said(number)))
    return judged.corpus.weight(shared)


def _is_twin(judged: Judged, number: int) -> bool:
    """Whether the sentence of the source has nearly the same words in the same order."""
    return judged.twin is not None and judged.twin[0] == number
