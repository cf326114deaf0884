"""By what a sentence stands: word for word, by its facts, or as a judge reads it."""

import json

import pytest

from briefing.audit.audit import audit
from briefing.audit.held import held_by
from briefing.reports.audit_html import as_html
from briefing.reports.audit_json import as_json
from briefing.reports.audit_wording import summary
from tests.audit.documents import document

SOURCE = document(
    "# The weir\n\nThe weir of Aune feeds 12 ponds. Its keeper, Ada Voss, opens the gate at dawn.\n", "weir.md"
)
TEXT = """# Notes on the weir

The weir of Aune feeds 12 ponds.

At dawn the keeper Ada Voss opens the rusty gate.

The weir of Aune feeds 13 ponds.
"""
CASES = [
    ("the weir of Aune feeds 12 ponds", ["The weir of Aune feeds 12 ponds, it says."], "words", ()),
    ("The weir feeds 12 ponds.", ["The weir of Aune feeds 12 ponds."], "facts", ()),
    ("The old weir fed 12 ponds.", ["The weir feeds 12 ponds.", "It is ancient."], "facts", ("old", "fed")),
    ("The feeding weir's ponds", ["Weirs feed a pond."], "facts", ()),
]


@pytest.mark.parametrize(("text", "near", "held", "own"), CASES)
def test_word_for_word_or_by_facts(text: str, near: list[str], held: str, own: tuple[str, ...]) -> None:
    assert held_by(text, near) == (held, own)


def test_what_stands_by_its_facts_is_told_apart() -> None:
    made = audit(document(TEXT, "notes.md"), [SOURCE])
    first, second, third = made.statements
    assert (first.verdict, first.held, first.by_facts) == ("stands", "words", False)
    assert (second.verdict, second.held, second.own) == ("stands", "facts", ("rusty",))
    assert second.by_facts
    assert third.verdict == "differs"
    assert not third.by_facts
    lines = summary(made)
    assert lines[0] == "Of 3 statements, 1 stands, 1 stands by its facts, 1 differs."
    assert lines[-1].startswith("1 sentence in other words than the sources' is held by its facts")


def test_reports_show_it() -> None:
    made = audit(document(TEXT, "notes.md"), [SOURCE])
    page = as_html(made)
    assert 'opens the <span class="own">rusty</span> gate' in page
    assert '<section class="pair facts">' in page
    statements = json.loads(as_json(made))["statements"]
    assert [(each["held"], each["own"]) for each in statements][:2] == [("words", []), ("facts", ["rusty"])]


def test_marked_words_are_escaped() -> None:
    text = TEXT.replace("rusty", "R&D")
    page = as_html(audit(document(text, "notes.md"), [SOURCE]))
    assert "R&amp;D" in page
    assert "R&D" not in page.replace("R&amp;D", "")
