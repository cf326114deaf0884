"""Whether every address is one that may be linked."""

from collections.abc import Iterable, Iterator

from briefing.model import Briefing, Excerpt, Reference
from briefing.renderers.cleaning import link
from briefing.reports.problems import Problem
from briefing.rules.base import Committed
from briefing.rules.lines import Place
from briefing.rules.places import Placed, all_items, brief
from briefing.walk import cites_in


class Links:
    name = "links"
    asks = "every address is http, https, mailto, or a file inside of the project"
    helps = "restore the address from version control; briefing run takes it from the source anew"

    def problems(self, committed: Committed) -> Iterable[Problem]:
        hint = f"Restore it from version control, or have it taken from its source anew: {committed.run}"
        for place, url in _addresses(committed.briefing):
            if url and not link(url, "..", hosted=False):
                message = f"{brief(url)} may not be linked: it is no http, https, mailto, or file of the project."
                yield committed.at(place, self.name, message, hint)


def _addresses(briefing: Briefing) -> Iterator[tuple[Place, str]]:
    for number, record in enumerate(briefing.sources):
        yield ("sources", number, "url"), record.url
    for placed in all_items(briefing):
        yield from _of_item(placed)
    for name, piece in briefing.evidence.items():
        yield ("evidence", name, "url"), piece.url


def _of_item(placed: Placed) -> Iterator[tuple[Place, str]]:
    match placed.item:
        case Reference(_, url):
            yield (*placed.place, "url"), url
        case Excerpt(_, _, _, address):
            yield (*placed.place, "address"), address
        case _:
            pass
    for cite in cites_in(placed.item):
        yield placed.place, cite.url
