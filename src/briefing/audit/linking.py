"""The links and identifiers of a document, one by one. In: a block. Out: for each address a statement that stands, or
that has the finding which says why it does not, with what the sources have instead."""

from collections.abc import Iterator

from briefing.audit.addresses import Address, Known, addresses, is_malformed, is_placeholder
from briefing.audit.corpus import Corpus, Segment
from briefing.audit.spot import Spot
from briefing.model import Severity
from briefing.reports.audit_findings import AuditStatement, FindingVerdict


class Linking:
    def __init__(self, corpus: Corpus) -> None:
        self.corpus, self.known = corpus, Known(corpus)
        self.instead: dict[str, tuple[Segment, Address]] = {}

    def statements(self, spot: Spot) -> Iterator[AuditStatement]:
        seen: set[str] = set()
        for address in addresses(spot.block) if spot.block.kind != "code" else ():
            if address.key not in seen:
                seen.add(address.key)
                yield self._statement(address, spot)

    def _statement(self, address: Address, spot: Spot) -> AuditStatement:
        place = self.known.find(address)
        if place and (other := self.known.of_another(address)):
            mine, right = self.known.named(address), other[1]
            message = f"In the sources this is the address of “{mine}”; for “{right.text}” they have {right.url}."
            passage = self.corpus.passage([other[0]])
            return spot.falls("link", address.url, address.start, ("link", "misplaced", "error", message), passage)
        if place or address.key in self.known.homes:
            passage_of = self.corpus.passage([place]) if place else None
            return spot.stands("link", address.url, address.start, passage_of)
        verdict, severity, message = self._trouble(address, spot)
        same = self._same_thing(address, spot)
        if same is None:
            return spot.falls("link", address.url, address.start, ("link", verdict, severity, message))
        right = same[1]
        where = "Here" if right.url in right.text else f"Where they speak of “{right.text}”,"
        message += f" {where} the sources have {right.url}."
        verdict = "missing" if verdict == "unclear" else verdict
        passage = self.corpus.passage([same[0]])
        return spot.falls("link", address.url, address.start, ("link", verdict, "error", message), passage)

    def _same_thing(self, address: Address, spot: Spot) -> tuple[Segment, Address] | None:
        """What the sources have instead; a wrong address is wrong in the same way wherever it comes again."""
        spans = [span for span in spot.block.sentences if span.start < address.end and address.start < span.end]
        sentence = spot.block.text[spans[0].start : spans[-1].end] if spans else spot.block.text[:300]
        about = f"{sentence} {spot.heading[-1] if spot.heading else ''}"
        found = self.instead.get(address.key) or self.known.same_thing(address, about)
        if found:
            self.instead[address.key] = found
        return found

    def _trouble(self, address: Address, spot: Spot) -> tuple[FindingVerdict, Severity, str]:
        if is_placeholder(address):
            return "placeholder", "error", "This address was never filled in."
        if is_malformed(address):
            return "malformed", "error", "No address of this kind has this form."
        if spot.reached and (address.kind != "page" or self.known.shares_host(address)):
            return "missing", "warning", "It is not in the sources."
        return "unclear", "info", "It is not in the sources; whether it is right cannot be told from them."
