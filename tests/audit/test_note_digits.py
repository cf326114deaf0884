"""Digits of notes that were copied into the text: told once, and not held against the sentences that they stand in."""

import pytest

from briefing.audit.audit import audit
from briefing.audit.note_digits import without_note_digits
from tests.audit.documents import KILNS, document

SOURCE = document(KILNS, "kilns.md")
GLUED = (
    "# Notes\n\nThe team fired the salt kiln 312 times in January1. It reached 1,280 °C.2 The wood kiln burns\n"
    "18 hours on [pine](https://kilns.example/pine) alone3,4. Ash alone may carry the glaze.5–7\n"
)


def test_told_once_and_not_held_against_the_sentences() -> None:
    made = audit(document(GLUED), [SOURCE])
    assert [(f.kind, f.severity, f.line) for f in made.findings if f.kind != "link"] == [("leftover", "warning", 3)]
    assert made.findings[0].statement == "The team fired the salt kiln 312 times in January1"
    assert [s.verdict for s in made.statements if s.kind == "sentence"] == ["stands"] * 4


def test_a_wrong_number_is_found_beside_them() -> None:
    made = audit(document(GLUED.replace("312", "313")), [SOURCE])
    assert [f.message for f in made.findings if f.kind == "number"] == [
        "The source has another number here: “312”, not “313”."
    ]


def test_links_and_lines_move_along() -> None:
    (block,) = without_note_digits(document(GLUED), [SOURCE])[0].blocks[1:]
    assert [block.text[link.start : link.end] for link in block.links] == ["pine"]
    assert [block.text[start:].split()[0] for start in block.line_starts] == ["18"]
    assert [block.text[span.start : span.end].split()[-1] for span in block.sentences] == [
        "January.",
        "°C.",
        "alone.",
        "glaze.",
    ]


def test_where_the_document_has_notes_they_lead_somewhere() -> None:
    made = audit(document(f"{GLUED}\n## Sources\n\n1. A year at the kilns\n"), [SOURCE])
    assert not [f for f in made.findings if f.kind == "leftover"]


@pytest.mark.parametrize(
    "text",
    [
        "Kilnlab has put out glaze1, glaze2, and glaze3. They use phi3. It is on llama2.",  # names, and few
        "The kiln of Vol.2 The Wood, and of No.1 The Salt, and of Fig.3 The Ash.",
        "They fired it in January. 12 kilns were lost. In March.3 kilns were lost. Version 3.5 Kiln is out.",
        "Claude 3.5 Sonnet, Llama 3.1 Instruct and GPT4. And GPT3. And MT5.",
        "これは窯です。3つの窯がある。2024年の窯。1月の窯。",
    ],
)
def test_other_digits_are_no_notes(text: str) -> None:
    given = document(f"# Notes\n\n{text}\n")
    assert without_note_digits(given, [SOURCE]) == (given, None)


def test_what_the_source_writes_so_is_its_own() -> None:
    text = "The kiln has glaze1. It has shelf2. It has stone3. It has brick4."
    given = document(f"# Notes\n\n{text}\n")
    assert without_note_digits(given, [document(f"# Kilns\n\n{text}\n")]) == (given, None)
