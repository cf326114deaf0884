"""Seals hold while nobody edits; each edit breaks the seal of its item, and no other."""

import pytest
from msgspec.structs import replace

from briefing.model import Cite, Evidence, Excerpt, Field, Prose, Quote, Reference, References, Sentence, Tags
from briefing.steps.seal import TITLE, seal, seals, unbroken

TEXT = "The atlas measures 312 firings. It saves 9% of the energy."
EVIDENCE = {"n/a": Evidence("n", TEXT, ("January",), "report.md#L3"), "n/b": Evidence("n", "b", (), "report.md#L9")}
FIRST, SECOND = Sentence("It counts 312.", (Cite("n/a", 0, 31),)), Sentence("It saves 9%.", (Cite("n/a", 32, 58, "u"),))
FIELDS: dict[str, Field] = {
    "idea": Prose((FIRST, SECOND)),
    "quote": Quote(TEXT[:31], Cite("n/a", 0, 31)),
    "tags": Tags(("atlas", "firings")),
}
SEALED = seals("January", FIELDS, EVIDENCE)


def broken(field: Field, key: str = "idea", evidence: dict[str, Evidence] = EVIDENCE) -> list[bool]:
    return [not whole for _, whole in unbroken(field, SEALED[key], evidence)]


def test_what_nobody_touched_is_whole() -> None:
    assert SEALED.keys() == {*FIELDS, TITLE}
    assert [broken(field, key) for key, field in FIELDS.items()] == [[False, False], [False], [False, False]]


EDITS: list[tuple[str, Field, str, list[bool]]] = [
    ("a figure", Prose((replace(FIRST, text="It counts 313."), SECOND)), "idea", [True, False]),
    ("a citation", Prose((FIRST, replace(SECOND, cites=FIRST.cites))), "idea", [False, True]),
    ("an offset", Prose((FIRST, replace(SECOND, cites=(Cite("n/a", 33, 58, "u"),)))), "idea", [False, True]),
    ("an address", Prose((FIRST, replace(SECOND, cites=(Cite("n/a", 32, 58, "v"),)))), "idea", [False, True]),
    ("a quote", Quote("The atlas measures 313 firings.", Cite("n/a", 0, 31)), "quote", [True]),
    ("a tag", Tags(("atlas", "kilns")), "tags", [False, True]),
    ("one more", Prose((FIRST, SECOND, replace(FIRST, text="And more."))), "idea", [False, False, True]),
]


@pytest.mark.parametrize(("field", "key", "expected"), [edit[1:] for edit in EDITS], ids=[edit[0] for edit in EDITS])
def test_an_edit_breaks_its_seal(field: Field, key: str, expected: list[bool]) -> None:
    assert broken(field, key) == expected


def test_where_the_evidence_leads_is_sealed_too() -> None:
    moved = EVIDENCE | {"n/a": replace(EVIDENCE["n/a"], url="https://example.net")}
    assert broken(FIELDS["idea"], evidence=moved) == [True, True]
    other = EVIDENCE | {"n/b": replace(EVIDENCE["n/b"], url="https://example.net")}
    assert broken(FIELDS["idea"], evidence=other) == [False, False]


def test_what_was_never_sealed_is_taken_as_it_is() -> None:
    assert all(whole for field in FIELDS.values() for _, whole in unbroken(field, "", EVIDENCE))


def test_seals_tell_links_and_excerpts_apart() -> None:
    cite = Cite("n/b", 0, 1)
    items = [
        Reference("b", "https://example.org/1", cite),
        Reference("b", "https://example.org/2", cite),
        Excerpt("figure", "b", cite, address="https://example.org/1.png"),
        Excerpt("figure", "b", cite, address="https://example.org/2.png"),
        Quote("b", cite),
    ]
    assert len({seal(item, EVIDENCE) for item in items}) == len(items)
    assert len(seals("", {"others": References(tuple(items[:2]))}, EVIDENCE)["others"].split()) == 2  # type: ignore[arg-type]


def test_the_title_of_the_overview_is_none() -> None:
    assert seals("", {}, {}) == {}
    assert seals("January", {}, {}) != seals("February", {}, {})
