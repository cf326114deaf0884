"""Whether the briefing is up to date: with the prompts, the style and the model always, with the sources as far as they
are at hand."""

from collections.abc import Iterable, Iterator

from briefing.model import SectionPlan
from briefing.reports.problems import Problem
from briefing.rules.base import Committed
from briefing.rules.lines import Place
from briefing.rules.places import Part, brief, parts_of
from briefing.steps.assignment import OVERVIEW
from briefing.steps.changes import Change
from briefing.steps.seal import seals
from briefing.steps.stale import changed_parts, overview_fingerprint, section_fingerprint
from briefing.steps.survey import State

_CAUSES = {
    "source": "its source has changed",
    "style": "its prompts, its style or its language have changed",
    "writer": "the model or its temperature has changed",
}


class Stale:
    name = "stale"
    asks = "nothing is stale against prompts, style and model, nor against the sources that are at hand"
    helps = "briefing run brings it up to date"

    def problems(self, committed: Committed) -> Iterable[Problem]:
        yield from self._gone(committed)
        states = {state.id: state for state in committed.sight.states}
        for part in parts_of(committed.briefing):
            state = states.pop(part.id, None)
            causes = _causes(committed, part, state)
            if state and state.verdict == "gone":
                yield self._told(committed, (*part.place, "id"), f"{part.name} is no longer in the sources.")
            elif causes:
                yield self._told(committed, part.place, f"{part.name} is stale: {causes}.{_what(state)}")
            elif state and state.verdict == "stale" and _is_sealed(committed, part):
                message = f"{part.name} does not stand in its sources as it cites them."
                yield self._told(committed, part.place, message)
        for state in states.values():
            if state.verdict == "new" and state.id != OVERVIEW:
                message = f"Section {state.id} ({state.title}) is not written yet."
                yield self._told(committed, ("sections",), message)

    def _told(self, committed: Committed, place: Place, message: str) -> Problem:
        found = committed.at(place, self.name, message, f"Bring it up to date: {committed.run}")
        return Problem(found.file, found.line, found.rule, found.message, found.hint)  # at its first line alone

    def _gone(self, committed: Committed) -> Iterator[Problem]:
        at_hand = committed.sight.at_hand
        for source in committed.manifest.sources:
            if source.id in at_hand.gone:
                error = at_hand.lacking[source.id]
                place = source.path or source.fallback or source.feed
                message = f"The source {source.id} cannot be read: {place}: {error.what}."
                hint = error.hint or "Check its path."
                yield Problem(committed.manifest.path, max(source.line, 1), self.name, message, hint)


def _causes(committed: Committed, part: Part, state: State | None) -> str:
    """Why it is stale, as a clause. Style and writer are parts of the fingerprint that no source is needed for."""
    now = (committed.style, committed.sight.language, committed.sight.writer, committed.manifest.model)
    if part.place == (OVERVIEW,):
        if not part.fingerprint and not part.fields:
            return ""
        fingerprint = overview_fingerprint((), *now)
    else:
        fingerprint = section_fingerprint(SectionPlan(part.id, part.title, ()), *now)
    found = set(changed_parts(part.fingerprint, fingerprint)) - {"source"}
    if state and state.verdict == "stale":
        found |= set(state.parts)
    if found == {"source"} and state and state.follows and not state.changes:
        return f"it rests on what changed in {', '.join(state.follows)}"
    return ", ".join(words for name, words in _CAUSES.items() if name in found)


def _what(state: State | None) -> str:
    """The first change of the source, as a sentence."""
    if state is None or "source" not in state.parts or not state.changes:
        return ""
    first, more = state.changes[0], len(state.changes) - 1
    rest = f" and {more} more change{'s' * (more > 1)}" if more else ""
    return f" {_change(first)}{rest}."


def _change(change: Change) -> str:
    where = f"In {change.part}: " if change.part else ""
    if change.kind == "added":
        return f"{where}{brief(change.after)} is new"
    before = brief(change.before) if change.before else "a sentence that is not cited"
    return f"{where}{before} is gone" if change.kind == "removed" else f"{where}{before} → {brief(change.after)}"


def _is_sealed(committed: Committed, part: Part) -> bool:
    """Where a seal is broken, that has been told."""
    return dict(part.seals) == seals(part.title, part.fields, committed.briefing.evidence)


def unseen(committed: Committed) -> Iterator[str]:
    """What could not be judged, and why: no problem, since a gate has no network."""
    if isinstance(committed.loaded, Exception):
        return
    at_hand = committed.sight.at_hand
    names = [name for name in at_hand.lacking if name not in at_hand.gone]
    if names:
        yield (
            f"not at hand, since their pages are not kept here: {', '.join(names)}. What is read from them was held "
            "against prompts, style and model, and not against the source: briefing status does."
        )
