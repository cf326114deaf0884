"""Whether what is said of the sources is what they say, where they are at hand and nothing is stale."""

from collections.abc import Iterable, Iterator

from briefing.reports.problems import Problem
from briefing.rules.base import Committed
from briefing.rules.lines import Place
from briefing.rules.places import all_items, brief
from briefing.steps.changes import sentences_of
from briefing.steps.relink import relinker
from briefing.steps.stale import read_digests
from briefing.walk import cites_in

_SAID = ("title", "author", "site", "published", "language")

Found = Iterator[tuple[Place, str]]


class Sources:
    name = "sources"
    asks = "titles, what is said of the sources, and where citations lead, are as the sources at hand have it"
    helps = "restore the line from version control; briefing run takes it from the source anew"

    def problems(self, committed: Committed) -> Iterable[Problem]:
        """A source that has changed may say something else of itself: that is told by `stale`."""
        if any(state.verdict != "fresh" for state in committed.sight.states):
            return
        hint = f"Restore it from version control, or have it taken from its source anew: {committed.run}"
        for place, message in (
            *_records(committed),
            *_headings(committed),
            *_titles(committed),
            *_places(committed),
            *_read(committed),
        ):
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


def _titles(committed: Committed) -> Found:
    """The sections that can be judged have the titles of their plan, and its order."""
    planned, sections = committed.sight.sections, committed.briefing.sections
    judged = {state.id for state in committed.sight.states}
    for number, section in enumerate(sections):
        if section.id in judged and section.id in planned and section.title != planned[section.id].title:
            yield ("sections", number, "title"), f"Section {section.id} is called {brief(planned[section.id].title)}."
    wanted = [name for name in planned if name in judged]
    if not committed.sight.at_hand.lacking and [section.id for section in sections] != wanted:
        yield ("sections",), f"The sections stand in another order than in the sources: {', '.join(wanted)}."


def _places(committed: Committed) -> Found:
    """Addresses lead where a run would have them lead; one that still leads there may stay."""
    briefing, blocks = committed.briefing, committed.sight.blocks
    linker = relinker(briefing, committed.sight.at_hand.documents, blocks)
    for name, piece in briefing.evidence.items():
        if name in blocks and (url := linker.evidence(name).url) != piece.url:
            yield ("evidence", name, "url"), f"What is cited stands at {brief(url)}."
    for placed in all_items(briefing):
        for cite in cites_in(placed.item):
            if cite.evidence in blocks and cite.url and cite.url != (url := linker.cite(cite).url):
                yield placed.place, f"{brief(cite.url)} does not lead to what is cited: {brief(url)}."


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
