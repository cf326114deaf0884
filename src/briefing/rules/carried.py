"""Whether every sentence is carried by what it cites, on the evidence alone, by the rules of today."""

from collections.abc import Iterable

from briefing.model import Briefing, Origin, Sentence, SourceRecord
from briefing.reports.problems import Problem
from briefing.rules.base import Committed
from briefing.rules.places import Placed, all_items, brief
from briefing.rules.seals import broken_items
from briefing.steps.carried import uncarried


class Carried:
    name = "carried"
    asks = "every number, date, name … of a sentence stands in what it cites, by the rules of docs/verification.md"
    helps = "restore a sentence that was edited; one that only newer rules refuse is a warning"

    def problems(self, committed: Committed) -> Iterable[Problem]:
        """An unbroken seal says that the sentence stood by the rules of its time."""
        broken = broken_items(committed.briefing)
        for placed in all_items(committed.briefing):
            if what := _lacking(committed.briefing, placed):
                text = brief(placed.item.text) if isinstance(placed.item, Sentence) else ""
                if broken[placed.place]:
                    hint = f"Restore it from version control, or have it written anew: {committed.run}"
                    yield committed.at(placed.place, self.name, f"{text} does not stand: {what}.", hint)
                else:
                    message = f"{text} stood by earlier rules, and would not today: {what}."
                    hint = f"To have everything written by the rules of today: {committed.run} --force"
                    yield committed.at(placed.place, self.name, message, hint, "warning")


def _lacking(briefing: Briefing, placed: Placed) -> str:
    """What is not carried, as a clause; "" of what is, and of what cites nothing that is there."""
    if not isinstance(placed.item, Sentence):
        return ""
    evidence, records = briefing.evidence, {record.id: record for record in briefing.sources}
    cites = [cite for cite in placed.item.cites if cite.evidence in evidence]
    if not cites or len(cites) < len(placed.item.cites):
        return ""
    names = dict.fromkeys(evidence[cite.evidence].source for cite in cites)
    sources = [records.get(name) or SourceRecord(name, "", "", "", "", "", Origin.FILE) for name in names]
    passages = [evidence[cite.evidence].text[cite.start : cite.end] for cite in cites]
    gaps = uncarried(placed.item.text, passages, briefing.language, sources)
    return "; ".join(dict.fromkeys(map(str, gaps)))
