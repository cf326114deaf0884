"""Who is what: roles as they are read, and offices that a document gives to somebody else."""

import pytest

from briefing.audit.audit import audit
from briefing.audit.roles import roles
from tests.audit.documents import document

HARBOUR = """# The harbour of Vik

In May the harbour board of Vik met twice, and the ferry company came along.

“The quay will hold,” said harbour master Oda Holm, who has measured it since 2019. Lead engineer Dr. Emil Strand of \
Fjord Works had drawn the plans, and the geologist Runa Aas, a research fellow of Tromsund University, had \
warned of the clay.

The mayor, Petter Lie, thanked the ferry company. Brenna Lines president Signe Dahl told reporters that the \
ferries stay.

At the works, Northern goalkeeper Ivar Moe and Southern striker Jon Berg posed for a photograph.

Kari Nes, the former director of the works, was there, and so was Prince Aksel, the brother of the king of Sund.
"""
LEAD = "# The harbour of Vik\n\nIn May the harbour board of Vik met twice, with the ferry company.\n\n"
SOURCE = document(HARBOUR, "harbour.md")

ROLES = [
    ("said harbour master Oda Holm", [("holm", "harbour master")]),
    ("Oda Holm, the harbour master of Vik, said", [("holm", "the harbour master of Vik")]),
    ("Oda Holm was the harbour's first director.", [("holm", "the harbour's first director")]),
    ("Brenna Lines President Signe Dahl spoke", [("dahl", "Brenna Lines President")]),
    ("with Runa Aas as lead author", [("aas", "lead author")]),
    ("the curator and editor Runa Aas", [("aas", "editor"), ("aas", "curator")]),
    ("Betriebsratschefin Silke Harms widersprach", [("harms", "Betriebsratschefin")]),
    ("la ministre Anne Vidal", [("vidal", "ministre")]),
    ("Oda Holm walked along the quay.", []),
    ("the master of Vik had a plan", []),
]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_roles_are_read_before_and_after_a_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(role.last, role.phrase) for role in roles(text)] == expected


FALSE = [
    "“The quay will hold,” said Oda Holm, the mayor of Vik.",
    "Petter Lie, the harbour master, has measured the quay since 2019.",
    "The plans were drawn by the geologist Emil Strand.",
    "Signe Dahl, the president of Fjord Works, told reporters that the ferries stay.",
    "Northern striker Jon Berg posed for a photograph.",
    "Kari Nes, the current director of the works, was there.",
]
TRUE = [
    "“The quay will hold,” said Oda Holm, the harbour master of Vik.",
    "Oda Holm, the official who has measured the quay since 2019, says that it will hold.",
    "Kari Nes, who was director of the works, was there.",
    "Prince Aksel of Sund was there, too.",
    "Mayor Petter Lie thanked the ferry company.",
    "The plans were drawn by Emil Strand, the lead engineer.",
    "Runa Aas, a scientist at Tromsund University, had warned of the clay.",
    "Signe Dahl, head of Brenna Lines, told reporters that the ferries stay.",
    "Southern striker Jon Berg posed for a photograph with Ivar Moe.",
    "Emil Strand, an engineer with Fjord Works, had drawn the plans.",
]


@pytest.mark.parametrize("text", FALSE)
def test_an_office_of_somebody_else_is_contradicted(text: str) -> None:
    found = [f for f in audit(document(LEAD + text), [SOURCE]).findings if f.severity != "info"]
    assert [(f.kind, f.verdict) for f in found] == [("name", "contradicted")]
    assert found[0].message.startswith(("In the source ", "The source has another name here"))


@pytest.mark.parametrize("text", TRUE)
def test_an_office_in_other_words_is_not_accused(text: str) -> None:
    assert [f.message for f in audit(document(LEAD + text), [SOURCE]).findings if f.severity != "info"] == []
