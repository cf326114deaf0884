"""Walks over fields of every kind."""

import pytest

from briefing.model import (
    Analysis,
    Briefing,
    Cite,
    Evidence,
    Excerpt,
    Field,
    Overview,
    Period,
    Prose,
    Quote,
    Quotes,
    Reference,
    References,
    Section,
    Sentence,
    Tags,
    Words,
    Woven,
    WriterRecord,
)
from briefing.walk import Item, cited_by, cites_in, cites_of, cites_of_all, is_taken, items_of, slices_in, text_of

A, B, C = Cite("n/a", 0, 3), Cite("n/b", 0, 3), Cite("n/c", 1, 2, "u")
PROSE = Prose((Sentence("One.", (A, B)), Sentence("Two.", (C,)), Sentence("Three.", ())))
LINK, NAMED = Reference("atlas", "https://example.org/atlas", A), Reference("Atlas.", "", B)
WOVEN = Sentence("He says “bc”.", (A,), (Woven(9, 11, Cite("n/a", 1, 3)),))
WORDS = Words("ab", A)
QUOTE, CODE = Quote("Abc", A), Excerpt("code", "x = 1", B, label="python")

# field, its items, what they cite, what they take from the source as it stands
TABLE: list[tuple[Field, tuple[Item, ...], list[Cite], list[tuple[str, Cite]]]] = [
    (PROSE, PROSE.sentences, [A, B, C], []),
    (Prose(()), (), [], []),
    (QUOTE, (QUOTE,), [A], [("Abc", A)]),
    (Prose((WOVEN,)), (WOVEN,), [A], [("bc", Cite("n/a", 1, 3))]),
    (Quotes((QUOTE, QUOTE)), (QUOTE, QUOTE), [A, A], [("Abc", A), ("Abc", A)]),
    (WORDS, (WORDS,), [A], [("ab", A)]),
    (LINK, (LINK,), [A], [("atlas", A)]),
    (References((LINK, NAMED)), (LINK, NAMED), [A, B], [("atlas", A), ("Atlas.", B)]),
    (Tags(("kilns", "ash")), ("kilns", "ash"), [], []),
    (Analysis(("It may last.",)), ("It may last.",), [], []),
    (CODE, (CODE,), [B], [("x = 1", B)]),
]


@pytest.mark.parametrize(("field", "items", "cites", "slices"), TABLE)
def test_a_field(field: Field, items: tuple[Item, ...], cites: list[Cite], slices: list[tuple[str, Cite]]) -> None:
    assert items_of(field) == items
    assert [cite for item in items for cite in cites_in(item)] == cites
    assert list(cites_of({"key": field})) == cites
    assert list(slices_in(field)) == slices


@pytest.mark.parametrize(
    ("item", "taken"),
    [
        (QUOTE, True),
        (WORDS, False),  # another case
        (WOVEN, True),
        (Sentence("He says “bd”.", (A,), WOVEN.quotes), False),  # not what is cited
        (Sentence("He says “bc”.", (B,), WOVEN.quotes), False),  # its sentence is not cited
        (Sentence("He says “bc”.", (Cite("n/a", 0, 2),), WOVEN.quotes), False),  # nor all of it
        (Sentence("He says “bc”.", (A,), (Woven(9, 9, Cite("n/a", 1, 1)),)), False),  # nothing
        (Sentence("He says it.", ()), True),
        ("kilns", True),
    ],
)
def test_what_is_taken_is_what_stands_there(item: Item, taken: bool) -> None:
    assert is_taken(item, {"n/a": Evidence("n", "Abc", (), "u"), "n/b": Evidence("n", "Abc", (), "u")}) is taken


def test_text_of() -> None:
    assert [text_of(item) for item in (PROSE.sentences[0], QUOTE, LINK, CODE, "kilns")] == [
        "One.", "Abc", "atlas", "x = 1", "kilns",
    ]  # fmt: skip


def test_a_briefing_with_its_overview() -> None:
    section = Section("2031-01", "January", "f", {}, {"quote": QUOTE, "idea": PROSE})
    overview = Overview("f", {"others": References((NAMED,))})
    made = Briefing("n", "t", "s", "en", Period(), WriterRecord("e"), (), (section,), overview)
    assert list(cites_of_all(made)) == [A, A, B, C, B]
    assert cited_by([section.fields, overview.fields]) == {"n/a", "n/b", "n/c"}
