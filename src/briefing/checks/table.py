"""All rules by name. To add one: a file beside this, and a line here.

They are imported when a statement is held against something, so that a run which finds all fresh does not pay for them,
and one that asks a model does while it waits.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from briefing.checks.base import Check

CHECKS: Mapping[str, str] = {
    "links": "links:Links",
    "quotations": "quotations:Quotations",
    "numbers": "numbers:Numbers",
    "units": "units:Units",
    "dates": "dates:Dates",
    "identifiers": "identifiers:Identifiers",
    "names": "names:Names",
    "negation": "negation:Negation",
    "omissions": "omissions:Omissions",
    "direction": "direction:Direction",
    "relations": "relations:Relations",
    "exchange": "exchange:Exchange",
    "kinds": "kinds:Kinds",
    "ranks": "ranks:Ranks",
    "support": "support:Support",
}


@cache
def checks() -> tuple[Check, ...]:
    """All of them, in the order in which what they miss is told."""
    return tuple(_made(place) for place in CHECKS.values())


def _made(place: str) -> Check:
    module, name = place.split(":")
    made: Check = getattr(import_module(f"briefing.checks.{module}"), name)()
    return made
