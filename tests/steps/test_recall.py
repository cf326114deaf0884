"""What has become of an item: it stands, it is held against what its sentence became, or it is gone."""

import pytest
from msgspec.structs import replace

from briefing.model import Block, Document, FieldSpec, Prose, Reading
from briefing.steps.reading import section_reading
from briefing.steps.recall import Recalled, numbers_in, recall
from tests.steps.build import FIELDS, block, document, located
from tests.steps.revising import ATLAS, BEFORE, COST, GAS, HOLD, SLOW, after, claim, recalled, section

LINK = {"Kiln_Atlas": "https://example.org/atlas"}


def one(key: str, value: object, now: Document, before: Document = BEFORE) -> Recalled:
    (item,) = recalled({key: value}, now, before).fields[key]
    return item


IDEA = [claim("Okafor counts 312 firings.", 1)]
BOTH = [claim("Gas kilns are left out, and slow cooling matters.", 3, 4)]
STANDS = [
    ("nothing changed", IDEA, BEFORE, [claim("Okafor counts 312 firings.", 1)]),
    ("moved down its section", IDEA, after(COST, f"{ATLAS} {HOLD}"), [claim("Okafor counts 312 firings.", 2)]),
    ("moved to another block", IDEA, after(HOLD, f"{COST} {ATLAS}"), [claim("Okafor counts 312 firings.", 3)]),
    ("its neighbour changed", IDEA, after(f"{ATLAS} A hold saved 7%."), [claim("Okafor counts 312 firings.", 1)]),
    ("two cited, both moved apart", BOTH, after(SLOW, GAS), [{**BOTH[0], "cites": [2, 1]}]),
    ("it stands there twice", IDEA, after(ATLAS, ATLAS), [claim("Okafor counts 312 firings.", 1)]),
]
CHANGED = [
    ("withdrawn", IDEA, after(HOLD, GAS), None),
    ("one of two withdrawn", BOTH, after(SLOW), None),
    ("reworded", IDEA, after("The Kiln Atlas by Okafor measures 355 firings.", GAS), [{**IDEA[0], "cites": [1]}]),
    ("another case", IDEA, after(ATLAS.replace("Kiln", "kiln")), [{**IDEA[0], "cites": [1]}]),
    ("a negation", IDEA, after(ATLAS.replace("measures", "never measures")), [{**IDEA[0], "cites": [1]}]),
    ("all is another text", IDEA, after("Looms are not ovens.", "Bells ring at noon."), None),
]


@pytest.mark.parametrize(("draft", "now", "values"), [row[1:] for row in STANDS], ids=[row[0] for row in STANDS])
def test_a_statement_stands(draft: object, now: Document, values: list[object]) -> None:
    item = one("idea", draft, now)
    assert item.stands
    assert [item.value] == values


@pytest.mark.parametrize(("draft", "now", "values"), [row[1:] for row in CHANGED], ids=[row[0] for row in CHANGED])
def test_a_statement_does_not_stand(draft: object, now: Document, values: list[object] | None) -> None:
    item = one("idea", draft, now)
    assert not item.stands
    assert item.lost
    assert item.value == (values[0] if values else None)


def test_a_sentence_of_the_source_is_shown_as_it_reads_now() -> None:
    now = after("The Kiln Atlas by Okafor measures 355 firings.")
    item = one("idea", [claim(ATLAS, 1)], now)
    assert item.value == claim("The Kiln Atlas by Okafor measures 355 firings.", 1)
    assert not item.stands


QUOTES = [  # numbers chosen, the source now, what they became, whether the quote stands
    ("of one sentence", [1], after(f"{ATLAS} {HOLD}"), [1], True),
    ("of two, moved", [1, 2], after(COST, f"{ATLAS} {HOLD}"), [2, 3], True),
    ("of two, in a longer block", [1, 2], after(f"{COST} {ATLAS} {HOLD} {GAS}"), [2, 3], True),
    ("of two, torn apart", [1, 2], after(ATLAS, HOLD), [1], False),
    ("of two, in another order", [1, 2], after(f"{HOLD} {ATLAS}"), [2], False),
    ("of two, the second reworded", [1, 2], after(f"{ATLAS} {HOLD.replace('9%', '7%')}"), [1, 2], False),
    ("of two, the second withdrawn", [1, 2], after(ATLAS), [1], False),
    ("of two, the first withdrawn", [1, 2], after(HOLD), [1], False),
    ("of one, reworded", [2], after(f"{ATLAS} {HOLD.replace('9%', '7%')}"), [2], False),
    ("of one, withdrawn", [2], after(ATLAS, COST), None, False),
    ("of one, now only a part of a sentence", [5], after(f"It is said that {COST[:-1]}, which is a lot."), None, False),
]


@pytest.mark.parametrize(
    ("chosen", "now", "value", "stands"), [row[1:] for row in QUOTES], ids=[row[0] for row in QUOTES]
)
def test_a_quote(chosen: list[int], now: Document, value: object, stands: bool) -> None:
    item = one("quote", chosen, now)
    assert (item.value, item.stands) == (value, stands)


LINKS = [
    ("stands", after(f"{ATLAS} {HOLD}", **LINK), 1, True),
    ("stands elsewhere", after(f"{COST} {ATLAS}", **LINK), 1, True),
    ("its address changed", after(f"{ATLAS} {HOLD}", Kiln_Atlas="https://example.org/atlas-2"), 1, False),
    ("its words changed", after(f"{ATLAS} {HOLD}", Atlas="https://example.org/atlas"), 1, False),
    ("unlinked", after(f"{ATLAS} {HOLD}"), None, False),
    ("the same words in a new sentence", after("See the Kiln Atlas.", Kiln_Atlas="https://example.org/x"), 1, False),
    ("both changed", after(f"{ATLAS} {HOLD}", Okafor="https://example.org/okafor"), None, False),
]  # fmt: skip


@pytest.mark.parametrize(("now", "link", "stands"), [row[1:] for row in LINKS], ids=[row[0] for row in LINKS])
@pytest.mark.parametrize("key", ["key", "others"])
def test_a_link(key: str, now: Document, link: int | None, stands: bool) -> None:
    item = one(key, {"link": 1, "sentence": None} if key == "key" else [1], now)
    assert item.stands == stands
    assert item.value == ({"link": link, "sentence": None} if link else None)


def test_another_link_of_the_same_words_that_was_there_before_is_another() -> None:
    two = document(
        block("See the paper by Berg.", paper="https://example.org/a"),
        block("See the paper by Voss.", paper="https://example.org/b"),
    )
    now = document(block("See the book by Berg."), block("See the paper by Voss.", paper="https://example.org/b"))
    assert one("key", {"link": 1, "sentence": None}, now, two).value is None


def test_a_reference_without_a_link_is_its_sentence() -> None:
    assert one("key", {"link": None, "sentence": 5}, after(COST, GAS)).value == {"link": None, "sentence": 1}
    assert one("key", {"link": None, "sentence": 5}, after(GAS)).value is None


def test_tags_stand_while_their_words_do() -> None:
    found = recalled({"tags": ["gas kilns", "Ember"]}, after(COST, ATLAS)).fields["tags"]
    assert [(item.item, item.stands) for item in found] == [("gas kilns", False), ("Ember", True)]


CODE, TABLE = FieldSpec("listing", "code", "Code"), FieldSpec("listing", "table", "Table")
EXCERPTS = [
    ("code stands", CODE, block("fire(1280)\nhold(14)", "code"), block("fire(1280)\nhold(14)", "code"), 2, True),
    ("code changed", CODE, block("fire(1280)\nhold(14)", "code"), block("fire(1280)\nhold(9)", "code"), 2, False),
    ("code is prose now", CODE, block("fire the kiln", "code"), block("fire the kiln"), None, False),
    ("table stands", TABLE, block("a | 1\nb | 2", "table"), block("a | 1\nb | 2", "table"), 2, True),
    ("table, a row changed", TABLE, block("a | 1\nb | 2", "table"), block("a | 1\nb | 3", "table"), 2, False),
    ("table gone", TABLE, block("a | 1\nb | 2", "table"), block("Nothing."), None, False),
]


@pytest.mark.parametrize(
    ("spec", "was", "now", "value", "stands"), [r[1:] for r in EXCERPTS], ids=[r[0] for r in EXCERPTS]
)
def test_an_excerpt(spec: FieldSpec, was: Block, now: Block, value: object, stands: bool) -> None:
    written, evidence = section(document(block(GAS), was), {"listing": 2}, spec)
    now_read = section_reading(located(document(block(GAS), now)))
    (item,) = recall(written, evidence, [spec], now_read, "en").fields["listing"]
    assert (item.value, item.stands) == (value, stands)


def test_two_lost_sentences_do_not_become_the_same_one() -> None:
    old = after("Berg fired 12 kilns in May.", "Berg fired 15 kilns in June.")
    now = after("Berg fired 19 kilns in June.")
    draft = {"idea": [claim("In May it was 12.", 1), claim("In June it was 15.", 2)]}
    may, june = recalled(draft, now, old).fields["idea"]
    assert may.value is None
    assert june.value == claim("In June it was 15.", 1)


def test_what_is_new() -> None:
    assert recalled({"idea": IDEA}, BEFORE).new == frozenset()
    assert recalled({"idea": IDEA}, after(COST, f"{ATLAS} Berg agrees.", GAS)).new == {3}
    linked = recalled({"idea": IDEA}, after(f"See the Kiln Atlas. {ATLAS}", **LINK))
    assert linked.new_links == {1}


def test_of_an_early_version_what_its_evidence_does_not_hold_is_new() -> None:
    written, evidence = section(BEFORE, {"idea": IDEA})
    early = replace(written, sentences={})
    assert recall(early, evidence, [], section_reading(located(after(ATLAS, HOLD, COST))), "en").new == {3}


def by_hand(prose: Prose | None) -> list[bool]:
    """Which items of the main idea stand, after somebody put this in its place. The source is as it was."""
    written, evidence = section(BEFORE, {"idea": [*IDEA, *BOTH], "quote": [5]})
    fields = {key: field for key, field in (written.fields | {"idea": prose}).items() if field}  # type: ignore[operator]
    changed = replace(written, fields=fields)
    recalled_ = recall(changed, evidence, FIELDS, section_reading(located(BEFORE)), "en")
    assert recalled_.fields["quote"][0].stands
    return [item.stands for item in recalled_.fields["idea"]]


def test_what_was_edited_by_hand_is_gone() -> None:
    written, _ = section(BEFORE, {"idea": [*IDEA, *BOTH]})
    prose = written.fields["idea"]
    assert isinstance(prose, Prose)
    first, second = prose.sentences
    assert by_hand(prose) == [True, True]
    assert by_hand(Prose((replace(first, text="Okafor counts 999 firings."), second))) == [False, True]
    assert by_hand(Prose((replace(first, cites=second.cites), second))) == [False, True]
    assert by_hand(Prose((second,))) == [True, False]  # what was taken out
    assert by_hand(None) == [False, False]


def test_evidence_that_was_edited_carries_nothing() -> None:
    written, evidence = section(BEFORE, {"quote": [1]})
    lies = {name: replace(piece, text=piece.text.replace("312", "999")) for name, piece in evidence.items()}
    unsealed = replace(written, seals={})
    (item,) = recall(unsealed, lies, (_spec("quote"),), section_reading(located(BEFORE)), "en").fields["quote"]
    assert item.value is None
    assert recall(unsealed, {}, (_spec("quote"),), Reading(()), "en").fields["quote"][0].value is None


def _spec(key: str) -> FieldSpec:
    return next(spec for spec in FIELDS if spec.key == key)


def test_numbers_in() -> None:
    assert list(numbers_in([1, "2", "[3]", True, None, 4.0, [5], "six"])) == [1, 2, 3, 5]
    assert list(numbers_in({"text": "7", "cites": [8], "link": 9, "sentence": 10})) == [8, 10]
