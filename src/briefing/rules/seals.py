"""Whether anything was edited by hand in briefing.json, also where no source is at hand to hold it against."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from briefing.model import Briefing
from briefing.reports.problems import Problem
from briefing.rules.base import Committed
from briefing.rules.lines import Place
from briefing.rules.places import Part, Placed, all_items, brief, items_in, parts_of
from briefing.steps.seal import TITLE, seals, unbroken
from briefing.walk import cites_in, is_taken, items_of, text_of

Found = tuple[Place, str]


class Seals:
    name = "seals"
    asks = "no title, sentence, citation, link or address in briefing.json was edited by hand"
    helps = "restore the line from version control; briefing run writes anew what was edited"

    def problems(self, committed: Committed) -> Iterable[Problem]:
        hint = f"Restore it from version control, or have it written anew: {committed.run}"
        intact = _cited_by_intact(committed.briefing)
        for part in parts_of(committed.briefing):
            if part.fields and not part.seals:
                message = f"{part.name} has no seals: an earlier version wrote it, or they were taken out."
                yield committed.at(part.place, self.name, message, f"Have it sealed: {committed.run}")
            elif part.seals:
                for place, message in chain(self._title(part), self._fields(committed, part, intact)):
                    yield committed.at(place, self.name, message, hint)

    def _title(self, part: Part) -> Iterator[Found]:
        now = seals(part.title, {}, {})
        if part.title and part.seals.get(TITLE) != now[TITLE]:
            yield (*part.place, "title"), f"The title {brief(part.title)} was edited by hand."

    def _fields(self, committed: Committed, part: Part, intact: frozenset[str]) -> Iterator[Found]:
        for key in part.fields:
            if not part.seals.get(key):
                if items_of(part.fields[key]):
                    yield (
                        (*part.place, "fields", key),
                        f"{part.name}: the field {key} has no seal, and was put in by hand.",
                    )
                continue
            broken = [placed for placed, whole in _held(committed.briefing, part, key) if not whole]
            yield from (self._item(committed, placed, intact) for placed in broken if self._is_mine(committed, placed))
            if not broken and seals("", {key: part.fields[key]}, committed.briefing.evidence)[key] != part.seals[key]:
                yield (
                    (*part.place, "fields", key),
                    f"{part.name}: items of {key} were taken out, doubled or moved by hand.",
                )
        for key in part.seals:
            if key != TITLE and key not in part.fields:
                yield (*part.place, "seals", key), f"{part.name}: the field {key} was taken out by hand."

    def _is_mine(self, committed: Committed, placed: Placed) -> bool:
        """What is not the slice that it cites is told by `slices`, and better."""
        return is_taken(placed.item, committed.briefing.evidence)

    def _item(self, committed: Committed, placed: Placed, intact: frozenset[str]) -> Found:
        """A seal covers the addresses of the evidence, too. One that an unbroken seal covers as well is not meant."""
        known = committed.briefing.evidence
        cited = dict.fromkeys(c.evidence for c in cites_in(placed.item) if c.evidence in known)
        lines = [str(committed.line("evidence", name, "url")) for name in cited if name not in intact]
        also = f", or the address of what it cites (line {', '.join(lines)})" if lines else ""
        return placed.place, f"{brief(text_of(placed.item))} was edited by hand: its words or its citations{also}."


def _held(briefing: Briefing, part: Part, key: str) -> Iterator[tuple[Placed, bool]]:
    held = unbroken(part.fields[key], part.seals[key], briefing.evidence)
    for placed, (_, whole) in zip(items_in(part, key), held, strict=True):
        yield placed, whole


def _cited_by_intact(briefing: Briefing) -> frozenset[str]:
    """The evidence that an item with an unbroken seal cites: its address is as it was."""
    found: set[str] = set()
    for part in parts_of(briefing):
        for key in part.fields:
            if part.seals.get(key):
                held = _held(briefing, part, key)
                found.update(cite.evidence for placed, whole in held if whole for cite in cites_in(placed.item))
    return frozenset(found)


def broken_items(briefing: Briefing) -> Mapping[Place, bool]:
    """By the place of each item, whether its seal is broken or lacking."""
    held = {
        placed.place: not whole
        for part in parts_of(briefing)
        for key in part.fields
        if part.seals.get(key)
        for placed, whole in _held(briefing, part, key)
    }
    return {placed.place: held.get(placed.place, True) for placed in all_items(briefing)}
