"""Numbers that a sentence reckons by itself, from its own and from those of the source. A text of our own."""

import pytest

from briefing.audit.audit import audit
from tests.audit.documents import document

FAIR = document(
    """# The fair of Lunner

The fair of Lunner sells cheese, wool and clay in the first week of October.

Twenty stalls are let for the fair of October. Four stalls that are still free will be let in September. The seat in \
the tent costs 9.50 dollars a month, or 7.50 dollars for members of the guild. The county paid $44.2 million a week \
for the roads, and the mayor had said that it was $53 million.

The share of the wool that is sold on the first day is expected to rise from 23% to 35%. The kiln of Vik makes 3.7 GW \
of heat, of the 8.69 GW that all kilns of the valley make. The sales fell to 9.1 tonnes in 2028, down from 19.5 tonnes \
the previous year. The program of the tills runs on x86_64 and on arm.
""",
    "fair.md",
)
LEAD = "# The fair of Lunner\n\nThe fair of Lunner sells cheese, wool and clay in the first week of October.\n\n"
TRUE = [
    "Twenty stalls are let, and with four more to come the fair of October will have 24.",
    "Members of the guild pay two dollars a month less than everybody else for a seat in the tent.",
    "The county paid $44.2 million a week for the roads, almost $9 million below what the mayor had said.",
    "At $44.2 million a week, the county paid roughly $2.3 billion over the year for the roads.",
    "The share of the wool that is sold on the first day is expected to rise 12 points, to 35%.",
    "With 3.7 GW the kiln of Vik alone makes more than 40% of the heat of the valley.",
    "The sales of the fair fell by more than half from 2027 to 2028.",
    "The program of the tills runs on 64-bit machines and on arm.",
]
FALSE = [
    "Twenty stalls are let, and with four more to come the fair of October will have 28.",
    "The county paid $44.2 million a week for the roads, almost $19 million below what the mayor had said.",
    "At $44.2 million a week, the county paid roughly $7.3 billion over the year for the roads.",
    "The share of the wool that is sold on the first day is expected to rise 17 points, to 35%.",
    "With 3.7 GW the kiln of Vik alone makes more than 70% of the heat of the valley.",
    "The sales of the fair fell by more than half from 2024 to 2028.",
    "The program of the tills runs on 32-bit machines and on arm.",
]


def _told(text: str) -> list[str]:
    return [each.verdict for each in audit(document(LEAD + text), [FAIR]).findings if each.severity != "info"]


@pytest.mark.parametrize("text", TRUE)
def test_what_comes_out_as_it_is_reckoned_stands(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize("text", FALSE)
def test_what_does_not_come_out_is_told(text: str) -> None:
    assert _told(text) != []
