"""The layout of briefing.json: the same value, and blank lines where two people's changes meet."""

import json
import re
from difflib import ndiff
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.layout import WHOLE, lay_out, rank


def section(name: str, *evidence: str) -> dict[str, Any]:
    cites = [{"evidence": each, "start": 0, "end": 1} for each in evidence]
    return {"id": name, "fields": {"idea": {"kind": "prose", "sentences": [{"text": "a", "cites": cites}]}}}


def value(*sections: dict[str, Any], evidence: tuple[str, ...] = (), findings: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "schema": 1,
        "title": "Öfen\n",
        "sections": list(sections),
        "overview": {"fingerprint": "f", "fields": {}, "sentences": {"2031-02": ["b"], "2031-01": ["a"]}, "seals": {}},
        "evidence": {each: {"text": each} for each in evidence},
        "findings": [{"where": where, "message": "m"} for where in findings],
    }


MONTHS = (section("2031-01", "n/c", "n/a"), section("2031-02", "n/b"), section("2031-03"))
VALUES = [
    value(),
    value(*MONTHS),
    value(*MONTHS, evidence=("n/a", "n/b", "n/c", "n/d"), findings=("sources/n", "2031-02/idea", WHOLE)),
    value(*MONTHS, evidence=("n/b",)),
    value(section("2031-01", "n/a"), section("2031-02", "n/a"), evidence=("n/a",)),
    value(findings=("2031-09", "2031-01", "sources/n")),
]


@pytest.mark.parametrize("made", VALUES)
def test_what_is_laid_out_is_the_same_value(made: dict[str, Any]) -> None:
    text = lay_out(made)
    assert json.loads(text) == made
    assert text.endswith("\n}\n")
    assert not re.search(r"[ \t]+$", text, re.MULTILINE)
    assert lay_out(json.loads(text)) == text


def order(text: str, part: str) -> list[str]:
    """The keys of one part, its blank lines, and the commas that have a line of their own."""
    body = text.split(f'  "{part}": ')[1].split('\n  "')[0]
    return ["".join(found) for found in re.findall(r'^    "(.*?)": |^    (,)$|^$', body, re.MULTILINE)]


def test_evidence_stands_by_the_section_that_cites_it_first() -> None:
    made = value(*MONTHS, evidence=("n/a", "n/b", "n/c", "n/d"))
    assert order(lay_out(made), "evidence") == ["n/d", "", ",", "n/a", "n/c", "", ",", "n/b", ""]


@pytest.mark.parametrize(("part", "after"), [("evidence", "findings"), ("sections", "title")])
def test_a_section_that_is_added_changes_no_line_of_the_last_one(part: str, after: str) -> None:
    """The comma between the two is in a line of its own."""
    evidence = ("n/a", "n/b", "n/c")
    old = lay_out(value(*MONTHS[:2], evidence=evidence))
    new = lay_out(value(*MONTHS[:2], section("2031-03", "n/d"), evidence=(*evidence, "n/d")))
    one, two = (text.split(f'\n  "{part}": ')[1].split(f'\n  "{after}"')[0].splitlines() for text in (old, new))
    assert [line for line in ndiff(one, two) if line.startswith("-")] == []
    assert any("n/d" in line for line in two)


def test_a_section_that_cites_nothing_keeps_its_place_open() -> None:
    """So that what comes in there touches no line of the others."""
    made = value(section("2031-01", "n/a"), section("2031-02"), section("2031-03", "n/b"), evidence=("n/a", "n/b"))
    assert order(lay_out(made), "evidence") == ["", "n/a", "", "", ",", "n/b"]


def test_the_overview_says_section_by_section_what_it_was_written_from() -> None:
    text = lay_out(value())
    assert '["a"]' in re.sub(r"\s", "", text.split('"2031-01":')[1])
    assert re.search(r"\]\n\n +,\n +\"2031-02\"", text)


def test_findings_stand_by_section() -> None:
    ids = ["2031-01", "2031-02"]
    places = ["sources/n", "nowhere", "2031-01", "2031-01/idea", "2031-02/quote", WHOLE]
    assert [rank(where, ids) for where in places] == [0, 0, 1, 1, 2, 3]


def test_what_is_no_briefing() -> None:
    with pytest.raises(KeyError):
        lay_out({"schema": 1})


names = st.sampled_from(["n/a", "n/b", "n/c", "n/d"])
sections = st.lists(st.lists(names, max_size=3), max_size=4).map(
    lambda cited: [section(f"2031-{n:02}", *each) for n, each in enumerate(cited, 1)]
)


@given(sections, st.sets(names), st.lists(st.sampled_from(["2031-01", "2031-03/idea", "x", WHOLE]), max_size=5))
def test_any_value_is_the_same_value(parts: list[dict[str, Any]], evidence: set[str], findings: list[str]) -> None:
    made = value(*parts, evidence=tuple(evidence), findings=tuple(findings))
    assert json.loads(lay_out(made)) == made
