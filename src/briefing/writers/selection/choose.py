"""Chooses sentences for prose. In: material and a measure. Out: the best statements, in the order of the source.

Greedy, with a price on likeness to what is chosen already (Carbonell and Goldstein, The Use of MMR, Diversity-Based
Reranking, 1998). A statement that leans on the one before it is chosen together with it, or not at all; likewise a
statement of what others claim and the one after it, which says what to make of the claim. The points of a list are told
with what announces it, where there is room for two of them; a point that stands by itself may also be told alone.
"""

import re
from collections.abc import Iterable, Sequence

from briefing.writers.selection.centrality import likeness
from briefing.writers.selection.material import Material, Measure, Statement
from briefing.writers.selection.standing import Standing

_LIST = 3  # statements: a list with what announces it, and two of its points at least
_ALIKE = 0.6  # cosine from which two statements say the same
_FIGURED = 0.15  # the same, of statements that share a percentage
_PERCENT = re.compile(r"\d+(?:[.,]\d+)? ?[%％]")
_PRICE = 0.7  # of likeness to what is chosen already
_OWN = 0.7  # of the worth of statements that go together: the share of the one that needs the others
_FLOOR = 0.4  # of the first choice's worth, below which a further one is rather left out


def choose(
    material: Material, among: Iterable[Statement], measure: Measure, most: int, taken: Sequence[Statement]
) -> list[Statement]:
    """At most `most` statements, none of them taken, nor like one that is."""
    fit = [s for s in among if s.standing > Standing.BARRED and not repeats(s, taken)]
    free = [statement for statement in fit if statement.standing > Standing.NAMES]
    worth = {statement.number: measure(statement) for statement in fit}
    worth |= _announcing(material, free, worth, taken)
    chosen: list[Statement] = []
    first = 0.0
    while len(chosen) < most:
        room = most - len(chosen)
        units = (_unit(material, statement, chosen, worth, room) for statement in free if statement not in chosen)
        priced = [(_value(unit, chosen, worth), -unit[0].number, unit) for unit in units if 0 < len(unit) <= room]
        value, _, unit = max(priced, default=(0.0, 0, ()))
        if not unit or value <= max(0.0, _FLOOR * first):
            break
        first = first or value
        chosen += unit
    return sorted(chosen, key=lambda statement: statement.number)


def repeats(statement: Statement, others: Iterable[Statement]) -> bool:
    """Whether it is one of the others, or says the same: the same figure of the same matter is told once."""
    return any(statement.number == other.number or _says(statement, other) for other in others)


def _says(one: Statement, other: Statement) -> bool:
    alike = likeness(one.vector, other.vector)
    return alike > _ALIKE or (alike > _FIGURED and bool(_shares(one.text) & _shares(other.text)))


def _shares(text: str) -> set[str]:
    """The percentages that a text gives, which hardly agree by chance."""
    return set(_PERCENT.findall(text))


def _unit(
    material: Material, statement: Statement, chosen: Sequence[Statement], worth: dict[int, float], room: int
) -> tuple[Statement, ...]:
    """A statement with those that it cannot be chosen without. Empty: it cannot be chosen."""
    needed = _needed(material, statement, chosen, room, worth)
    missing = [other for other in needed or () if other not in chosen]
    if needed is None or any(repeats(one, chosen) or one.number not in worth for one in (statement, *missing)):
        return ()
    return (statement, *missing)


def _announcing(
    material: Material, points: Iterable[Statement], worth: dict[int, float], taken: Sequence[Statement]
) -> dict[int, float]:
    """What announces a list is worth what the best of its points is: they are told together. It is told once."""
    found: dict[int, float] = {}
    for point in points:
        if (lead_in := material.lead_in(point)) and lead_in not in taken:
            found[lead_in.number] = max(found.get(lead_in.number, 0.0), worth[point.number])
    return found


def _needed(
    material: Material, statement: Statement, chosen: Sequence[Statement], room: int, worth: dict[int, float]
) -> list[Statement] | None:
    """What a statement cannot be chosen without; None where that is not to be had."""
    needed: list[Statement] = []
    if lead_in := material.lead_in(statement):
        if lead_in.number in worth and (room >= _LIST or lead_in in chosen):
            needed.append(lead_in)
        elif statement.standing < Standing.STANDS:
            return None
    if statement.standing is Standing.LEANS:
        before = material.before(statement)
        if before is None or before.standing in (Standing.BARRED, Standing.LEANS):
            return None
        needed.append(before)
    if (title := material.title_of(statement)) and statement.words.opens("definite", statement.text):
        needed.append(title)
    if statement.words.count("alleges", statement.said) and not statement.is_last:
        after = material.after(statement)
        if after is None or after.standing <= Standing.NAMES:
            return None
        needed.append(after)
    return needed


def _value(unit: Sequence[Statement], chosen: Sequence[Statement], worth: dict[int, float]) -> float:
    near = max((likeness(one.vector, other.vector) for one in unit for other in chosen), default=0.0)
    own, *needed = (worth[statement.number] for statement in unit)
    return (_OWN * own + (1 - _OWN) * sum(needed) / len(needed) if needed else own) - _PRICE * near
