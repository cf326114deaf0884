"""Chooses for the overview. In: material of the frame and of the sections. Out: statements for one of its roles."""

from collections.abc import Callable, Collection, Mapping, Sequence

from briefing.writers.selection import measures
from briefing.writers.selection.choose import choose, repeats
from briefing.writers.selection.material import Material, Statement
from briefing.writers.selection.standing import Standing

INTRODUCTION, OUTLOOK = "introduction", "outlook"
FRAME = frozenset({INTRODUCTION, OUTLOOK})


def introduction(material: Material, most: int, taken: Sequence[Statement]) -> list[Statement]:
    """From each source in turn, so that the first words of the whole do not speak of a part of it."""
    among = _among(material, {INTRODUCTION})
    sources = list(dict.fromkeys(statement.passage.located.source for statement in among))
    chosen: list[Statement] = []
    for left, source in zip(range(len(sources), 0, -1), sources, strict=True):
        own = [statement for statement in among if statement.passage.located.source == source]
        share = -(-(most - len(chosen)) // left)
        chosen += choose(material, own, measures.introduction, share, [*taken, *chosen])
    return chosen


def outlook(material: Material, most: int, taken: Sequence[Statement]) -> list[Statement]:
    return choose(material, _among(material, {OUTLOOK}), measures.outlook, most, taken)


def overall(material: Material, most: int, taken: Sequence[Statement]) -> list[Statement]:
    return choose(material, _among(material, FRAME), measures.overall, most, taken)


def conclusions(material: Material, most: int, taken: Sequence[Statement]) -> list[Statement]:
    """The strongest judgements, one a section, in the order of the sections. One alone concludes nothing."""
    best: dict[str, Statement] = {}
    for statement in material.statements:
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


def openings(material: Material) -> list[tuple[Statement, ...]]:
    """Of each source, the sentence of its introduction (without one, of all of it) that tells best what it is about.
    The next one goes with it where it stands by itself."""
    found: list[tuple[Statement, ...]] = []
    for source in dict.fromkeys(statement.passage.located.source for statement in material.statements):
        own = [statement for statement in material.statements if statement.passage.located.source == source]
        framed = [statement for statement in own if statement.passage.section == INTRODUCTION]
        best = choose(material, framed or own, measures.introduction, 1, ())
        after = material.after(best[0]) if best else None
        found.append((*best, after) if after and after.standing > Standing.LEANS else tuple(best))
    return found


def _among(material: Material, sections: Collection[str]) -> list[Statement]:
    return [statement for statement in material.statements if statement.passage.section in sections]


OVERVIEW: Mapping[str, Callable[[Material, int, Sequence[Statement]], list[Statement]]] = {
    "introduction": introduction,
    "lead": introduction,
    "conclusions": conclusions,
    "outlook": outlook,
    "overall": overall,
}
