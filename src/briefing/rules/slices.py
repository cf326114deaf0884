"""Whether what is taken from a source is the slice that it cites, and whether citations point to a place at all."""

from collections.abc import Iterable, Iterator, Mapping

from briefing.model import Cite, Evidence, Sentence
from briefing.reports.problems import Problem
from briefing.rules.base import Committed
from briefing.rules.places import Placed, all_items, apart, brief
from briefing.walk import Item, cites_in, is_taken, taken_by, text_of


class Slices:
    name = "slices"
    asks = "quotes, links, code, figures and tables are the slice of the evidence that they cite; a sentence cites"
    helps = "restore the item from version control; briefing run takes it from the source anew"

    def problems(self, committed: Committed) -> Iterable[Problem]:
        hint = f"Restore it from version control, or have it taken from its source anew: {committed.run}"
        for placed in all_items(committed.briefing):
            for message in self._wrong(committed, placed):
                yield committed.at(placed.place, self.name, message, hint)

    def _wrong(self, committed: Committed, placed: Placed) -> Iterator[str]:
        evidence, item = committed.briefing.evidence, placed.item
        if isinstance(item, Sentence) and not item.cites:
            yield f"{brief(item.text)} cites nothing."
        cites = [cite for cite in cites_in(item) if cite.evidence in evidence]  # the others are told by `evidence`
        outside = [cite for cite in cites if not _is_inside(cite, len(evidence[cite.evidence].text))]
        for cite in outside:
            where = f"{cite.start} to {cite.end} of {cite.evidence}, which has {len(evidence[cite.evidence].text)}"
            yield f"{brief(text_of(item))} cites characters {where}."
        if cites and not outside and not is_taken(item, evidence):
            yield from _untaken(item, evidence)


def _untaken(item: Item, evidence: Mapping[str, Evidence]) -> Iterator[str]:
    """What of an item is not what it cites; words in a sentence may also stand outside of what it cites."""
    told = False
    for text, cite in taken_by(item):
        cited = evidence[cite.evidence].text[cite.start : cite.end] if cite.evidence in evidence else ""
        if text != cited:
            told = True
            has, should = apart(text, cited)
            yield f"{has} is not what it cites: {should}."
    if not told:
        yield f"{brief(text_of(item))} quotes words that do not stand in a sentence that it cites."


def _is_inside(cite: Cite, length: int) -> bool:
    return 0 <= cite.start < cite.end <= length
