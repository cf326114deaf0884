"""Seals. In: fields and the evidence under them. Out: by field, a hash of each of its items, in their order.

Anybody can edit a briefing.json. A seal tells that somebody did, at which item, also where no source is at hand to hold
it against. It keeps honest people from mistakes; whoever means to deceive can write a new one, and is found out only
against the sources.
"""

from collections.abc import Mapping

from briefing.codec import item_json
from briefing.fingerprint import SHORT_DIGITS, digest
from briefing.model import Evidence, Field
from briefing.walk import Item, cites_in, items_of

TITLE = "(title)"  # no field of a style can be called that


def seals(title: str, fields: Mapping[str, Field], evidence: Mapping[str, Evidence]) -> dict[str, str]:
    """What the title and the fields of a part are sealed with. title: "" where the part has none."""
    made = {key: " ".join(seal(item, evidence) for item in items_of(field)) for key, field in fields.items()}
    return made | ({TITLE: digest(title)[:SHORT_DIGITS]} if title else {})


def seal(item: Item, evidence: Mapping[str, Evidence]) -> str:
    """Covers the words, the citations, and where they lead. The words of the evidence have their hash in its id."""
    places = [[c.evidence, evidence[c.evidence].url] for c in cites_in(item) if c.evidence in evidence]
    return digest(item_json(item), places)[:SHORT_DIGITS]


def unbroken(field: Field, sealed: str, evidence: Mapping[str, Evidence]) -> list[tuple[Item, bool]]:
    """The items of a field, each with whether it is as it was sealed. A field without a seal was never sealed."""
    known = sealed.split()
    return [(item, not sealed or seal(item, evidence) in known) for item in items_of(field)]
