"""Chooses for the overview. In: material, and the statements to choose from. Out: those for one of its roles."""

from collections.abc import Callable, Collection, Mapping, Sequence

from briefing.writers.selection import measures
from briefing.writers.selection.choose import choose, repeats
from briefing.writers.selection.material import Material, Statement
from briefing.writers.selection.standing import Standing

INTRODUCTION, OUTLOOK = "introduction", "outlook"
FRAME = frozenset({INTRODUCTION, OUTLOOK})
_ABOUT = 3  # terms of the sections in a thesis on them


def introduction(
    material: Material, among: Sequence[Statement], most: int, taken: Sequence[Statement]
) -> list[Statement]:
    """From each source in turn, so that the first words of the whole do not speak of a part of it."""
    framed = _among(among, {INTRODUCTION})
    sources = list(dict.fromkeys(statement.passage.located.source for statement in framed))
    chosen: list[Statement] = []
    for left, source in zip(range(len(sources), 0, -1), sources, strict=True):
        own = [statement for statement in framed if statement.passage.located.source == source]
        share = -(-(most - len(chosen)) // left)
        chosen += choose(material, own, measures.introduction, share, [*taken, *chosen])
    return chosen


def lead(material: Material, among: Sequence[Statement], most: int, taken: Sequence[Statement]) -> list[Statement]:
    """A thesis, on what the sections are about; where the frame has none, nothing."""
    told = {term for s in material.statements if s.passage.section not in FRAME for term in s.terms}
    framed = [statement for statement in _among(among, FRAME) if _is_about(statement, told, material.topic)]
    return choose(material, framed, measures.thesis, most, taken)


def _is_about(statement: Statement, told: Collection[str], topic: Collection[str]) -> bool:
    """Whether half of its terms, or _ABOUT of them, are told of elsewhere, beside numbers and those of the title."""
    own = {term for term in statement.terms - statement.words.light_words if not term.isdigit() and term not in topic}
    shared = sum(1 for term in own if term in told)
    return shared > 0 and (shared >= _ABOUT or 2 * shared >= len(own))


def outlook(material: Material, among: Sequence[Statement], most: int, taken: Sequence[Statement]) -> list[Statement]:
    return choose(material, _among(among, {OUTLOOK}), measures.outlook, most, taken)


def overall(material: Material, among: Sequence[Statement], most: int, taken: Sequence[Statement]) -> list[Statement]:
    return choose(material, _among(among, FRAME), measures.overall, most, taken)


def conclusions(
    _material: Material, among: Sequence[Statement], most: int, taken: Sequence[Statement]
) -> list[Statement]:
    """The strongest judgements, one a section, in the order of the sections. One alone concludes nothing."""
    best: dict[str, Statement] = {}
    for statement in among:
        section = statement.passage.section
        worth = measures.conclusion(statement)
        if section in FRAME or worth <= 0 or repeats(statement, taken):
            continue
        if section not in best or worth > measures.conclusion(best[section]):
            best[section] = statement
    strongest: list[Statement] = []
    for statement in sorted(best.values(), key=lambda statement: -measures.conclusion(statement)):
        if len(strongest) < most and not repeats(statement, strongest):
            strongest.append(statement)
    return [statement for statement in best.values() if statement in strongest] if len(strongest) > 1 else []


def openings(material: Material, among: Sequence[Statement], taken: Sequence[Statement]) -> list[tuple[Statement, ...]]:
    """Of each source, the sentence of its introduction (without one, of all of it) that tells best what it is about.
    The next one goes with it where it stands by itself. None that is taken, nor that another source has as well."""
    found: list[tuple[Statement, ...]] = []
    for source in dict.fromkeys(statement.passage.located.source for statement in material.statements):
        used = [*taken, *(statement for opening in found for statement in opening)]
        own = [statement for statement in among if statement.passage.located.source == source]
        framed = [statement for statement in own if statement.passage.section == INTRODUCTION]
        best = choose(material, framed or own, measures.introduction, 1, used)
        after = material.after(best[0]) if best else None
        found.append((*best, after) if after and _goes_along(after, used) else tuple(best))
    return found


def _goes_along(after: Statement, used: Sequence[Statement]) -> bool:
    return after.standing > Standing.LEANS and not repeats(after, used)


def _among(among: Sequence[Statement], sections: Collection[str]) -> list[Statement]:
    return [statement for statement in among if statement.passage.section in sections]


OVERVIEW: Mapping[str, Callable[[Material, Sequence[Statement], int, Sequence[Statement]], list[Statement]]] = {
    "introduction": introduction,
    "lead": lead,
    "conclusions": conclusions,
    "outlook": outlook,
    "overall": overall,
}
