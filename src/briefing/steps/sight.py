"""What of a briefing can be held against its sources without a network. In: a manifest, and the briefing as committed.
Out: those sources that are at hand, and the states of the sections that can be judged by them.

A file is at hand; so is the file that stood in for an address; an address itself is where an earlier run kept its page.
"""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from briefing.errors import SourceError
from briefing.fetchers.base import FetchOptions
from briefing.model import Briefing, Document, Located, Manifest, Origin, SectionPlan, Source, WriterRecord
from briefing.steps.assignment import Assignment
from briefing.steps.gather import gather
from briefing.steps.options import RunOptions, silent
from briefing.steps.survey import State, survey
from briefing.store import Store

OFFLINE = RunOptions(fetch=FetchOptions(offline=True))


class AtHand(Struct, frozen=True):
    """documents: of the sources that are at hand, by id. lacking: why each of the others is not. gone: those of them
    that are files, and so should be."""

    documents: Mapping[str, Document]
    lacking: Mapping[str, SourceError]
    gone: frozenset[str]


class Sight(Struct, frozen=True):
    """blocks: of the sources at hand, by evidence id. sections: as planned from them, by id. states: of what can be
    judged by them. language, writer: with which the briefing would be written now."""

    at_hand: AtHand
    language: str
    writer: WriterRecord
    blocks: Mapping[str, Located]
    sections: Mapping[str, SectionPlan]
    states: tuple[State, ...]


def gather_at_hand(manifest: Manifest, previous: Briefing, store: Store) -> AtHand:
    origins = {record.id: record.origin for record in previous.sources}
    documents: dict[str, Document] = {}
    lacking: dict[str, SourceError] = {}
    gone: set[str] = set()
    for source in manifest.sources:
        place = _place(source, origins.get(source.id))
        try:
            found = gather(replace(manifest, sources=(place,)), store, OFFLINE, silent)
        except SourceError as error:
            lacking[source.id] = error
            if _is_file(place):
                gone.add(source.id)
        else:
            documents |= {document.source: document for document in found.documents}
    return AtHand(documents, lacking, frozenset(gone))


def _place(source: Source, origin: Origin | None) -> Source:
    """With the place that the briefing was written from, and no other in its stead."""
    if origin is Origin.FALLBACK and source.fallback:
        return Source(source.id, path=source.fallback, language=source.language, line=source.line)
    return replace(source, fallback="")


def _is_file(source: Source) -> bool:
    return "://" not in (source.url or source.feed)


def see(job: Assignment, at_hand: AtHand) -> Sight:
    """Where sources are lacking, only sections that are read from others alone are judged: what is planned from a part
    of the sources says nothing of the rest."""
    states = survey(job).states
    if at_hand.lacking:
        states = tuple(state for state in states if _is_judged(state, job, at_hand))
    sections = {section.id: section for section in job.plan.sections}
    return Sight(at_hand, job.language, job.choice.record, job.blocks, sections, states)


def _is_judged(state: State, job: Assignment, at_hand: AtHand) -> bool:
    before = job.before.get(state.id)
    if before is None or state.verdict not in ("fresh", "stale"):
        return False
    return bool(before.read) and set(before.read) <= set(at_hand.documents)
