"""Whether what is said of the sources is what they say, where they are at hand and nothing is stale."""

from collections.abc import Iterable, Iterator

from briefing.reports.problems import Problem
from briefing.rules.base import Committed
from briefing.rules.lines import Place
from briefing.rules.places import brief
from briefing.steps.changes import sentences_of
from briefing.steps.stale import read_digests

_SAID = ("title", "author", "site", "published", "language")

Found = Iterator[tuple[Place, str]]


class Sources:
    name = "sources"
    asks = "what is said of the sources, and the headings above what is cited, are as the sources at hand have it"
    helps = "restore the line from version control; briefing run takes it from the source anew"

    def problems(self, committed: Committed) -> Iterable[Problem]:
        """A source that has changed may say something else of itself: that is told by `stale`."""
        if any(state.verdict != "fresh" for state in committed.sight.states):
            return
        hint = f"Restore it from version control, or have it taken from its source anew: {committed.run}"
        for place, message in (*_records(committed), *_headings(committed), *_read(committed)):
            yield committed.at(place, self.name, message, hint)


def _records(committed: Committed) -> Found:
    for number, record in enumerate(committed.briefing.sources):
        document = committed.sight.at_hand.documents.get(record.id)
        for key in _SAID if document else ():
            here, there = getattr(record, key), getattr(document, key)
            if here != there:
                message = f"The {key} of {record.id} is {brief(here)}, and in the source {brief(there)}."
                yield ("sources", number, key), message


def _headings(committed: Committed) -> Found:
    blocks = committed.sight.blocks
    for name, piece in committed.briefing.evidence.items():
        if name in blocks and blocks[name].heading != piece.heading:
            heading = brief(" › ".join(blocks[name].heading))
            yield ("evidence", name, "heading"), f"Above what is cited, the source has other headings: {heading}."


def _read(committed: Committed) -> Found:
    """By these, a run knows what changed. An early version did not write the sentences."""
    judged = {state.id for state in committed.sight.states}
    for number, section in enumerate(committed.briefing.sections):
        plan = committed.sight.sections.get(section.id)
        if plan is None or section.id not in judged:
            continue
        if dict(section.read) != read_digests(plan.blocks):
            yield (
                ("sections", number, "read"),
                f"Section {section.id} was not written from these blocks of its sources.",
            )
        if section.sentences and dict(section.sentences) != sentences_of(plan.blocks):
            place = ("sections", number, "sentences")
            yield place, f"Section {section.id} was not written from these sentences of its sources."
