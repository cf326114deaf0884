"""Who is said to say what, in words that are no quotation."""

import pytest

from briefing.audit.audit import audit
from tests.audit.documents import document

COUNCIL = """# The council of Aune

The council of Aune met in May. The mayor, Berit Lund, opened the meeting and thanked the foundry.

The engineer Olav Sand said that the old chimney leans by four centimetres and needs an iron ring.

The ring costs more than the council has.

Kari Holt wrote to the members afterwards. She said the foundry must find a cheaper way to dry its sand cores.

In autumn the pastor Nils Berg visited the foundry and blessed the new furnace.

According to Nils Berg, the furnace is the finest in the valley.
"""
LEAD = "# The council of Aune\n\nThe council of Aune met in May, and spoke of the foundry.\n\n"
SOURCE = document(COUNCIL, "council.md")
FALSE = [
    "Nils Berg said that the old chimney leans by four centimetres and needs an iron ring.",
    "Nils Berg said that the foundry must find a cheaper way to dry its sand cores.",
    "According to Olav Sand, the furnace is the finest in the valley.",
]
TRUE = [
    "According to Olav Sand, the old chimney leans by four centimetres and needs an iron ring.",
    "The foundry must find a cheaper way to dry its sand cores, Kari Holt said.",
    "Nils Berg, the pastor, thinks that the furnace is the finest in the valley.",
    "Berit Lund opened the meeting, and it was said that the chimney needs an iron ring.",
]


@pytest.mark.parametrize("text", FALSE)
def test_what_somebody_else_says_is_contradicted(text: str) -> None:
    found = [f for f in audit(document(LEAD + text), [SOURCE]).findings if f.severity != "info"]
    assert [(f.kind, f.verdict) for f in found] == [("name", "contradicted")]


@pytest.mark.parametrize("text", TRUE)
def test_what_one_says_oneself_is_not(text: str) -> None:
    assert [f.message for f in audit(document(LEAD + text), [SOURCE]).findings if f.severity != "info"] == []
