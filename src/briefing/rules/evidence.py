"""Whether the evidence is what its ids say, and is cited, and every citation finds its evidence."""

from collections.abc import Iterable, Iterator

from briefing.fingerprint import evidence_id
from briefing.model import Briefing
from briefing.reports.problems import Problem
from briefing.rules.base import Committed
from briefing.rules.places import all_items, brief
from briefing.walk import cites_in, cites_of_all, text_of


class EvidenceIds:
    name = "evidence"
    asks = "the id of each piece of evidence is its source and the hash of its text, and citations and evidence match"
    helps = "restore the text from version control; briefing run takes it from the source anew"

    def problems(self, committed: Committed) -> Iterable[Problem]:
        hint = f"Restore it from version control, or have it taken from its source anew: {committed.run}"
        for key, message in self._pieces(committed.briefing):
            yield committed.at(("evidence", *key), self.name, message, hint)
        known = committed.briefing.evidence
        for placed in all_items(committed.briefing):
            for cite in cites_in(placed.item):
                if cite.evidence not in known:
                    message = f"{brief(text_of(placed.item))} cites {cite.evidence}, which is not among the evidence."
                    yield committed.at(placed.place, self.name, message, hint)

    def _pieces(self, briefing: Briefing) -> Iterator[tuple[tuple[str, ...], str]]:
        sources = {record.id for record in briefing.sources}
        cited = {cite.evidence for cite in cites_of_all(briefing)}
        for name, piece in briefing.evidence.items():
            if name != evidence_id(piece.source, piece.text):
                yield (name, "text"), f"{brief(piece.text)} is not the text that the id {name} is made from."
            if piece.source not in sources:
                yield (name, "source"), f"The source {piece.source} of {name} is not among the sources."
            if name not in cited:
                yield (name,), f"Nothing cites {name}."
