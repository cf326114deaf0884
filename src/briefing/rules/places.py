"""Walks over a briefing that know their place in its file. In: a Briefing. Out: its parts, and their items."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from briefing.model import Analysis, Briefing, Field, Prose, Quotes, References, Tags
from briefing.rules.lines import Place
from briefing.steps.assignment import OVERVIEW
from briefing.walk import Item, items_of

_LISTS = {
    Prose: "sentences",
    Analysis: "sentences",
    References: "items",
    Quotes: "items",
    Tags: "tags",
}  # as codec.field_json has them
_SHOWN = 70  # characters of a text that a message shows


class Part(Struct, frozen=True):
    """A section, or the overview. title: "" of the overview."""

    id: str
    title: str
    fingerprint: str
    fields: Mapping[str, Field]
    seals: Mapping[str, str]
    place: Place

    @property
    def name(self) -> str:
        return "The overview" if self.place == (OVERVIEW,) else f"Section {self.id}"


class Placed(Struct, frozen=True):
    """An item of a field, and where it stands."""

    part: Part
    key: str
    item: Item
    place: Place


def parts_of(briefing: Briefing) -> Iterator[Part]:
    for number, section in enumerate(briefing.sections):
        place = ("sections", number)
        yield Part(section.id, section.title, section.fingerprint, section.fields, section.seals, place)
    overview = briefing.overview
    yield Part(OVERVIEW, "", overview.fingerprint, overview.fields, overview.seals, (OVERVIEW,))


def items_in(part: Part, key: str) -> Iterator[Placed]:
    field = part.fields[key]
    place = (*part.place, "fields", key)
    for number, item in enumerate(items_of(field)):
        listed = _LISTS.get(type(field))
        yield Placed(part, key, item, (*place, listed, number) if listed else place)


def all_items(briefing: Briefing) -> Iterator[Placed]:
    for part in parts_of(briefing):
        for key in part.fields:
            yield from items_in(part, key)


def brief(text: str) -> str:
    """A text for a message: on one line, between quotation marks, and not long."""
    text = " ".join(text.split())
    return f"“{text}”" if len(text) <= _SHOWN else f"“{text[: _SHOWN - 1].rstrip()}…”"


def apart(one: str, two: str) -> tuple[str, str]:
    """Two texts that differ, for a message: both from shortly before the place at which they begin to."""
    start = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    start = one.rfind(" ", 0, start - 12) + 1 if start > 24 else 0
    lead = "…" if start else ""
    return brief(lead + one[start:]), brief(lead + two[start:])
