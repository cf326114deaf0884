"""What a writer may change, and what it may not, however it answers."""

from typing import Any

import pytest

from briefing.model import Document
from briefing.steps.reading import section_reading
from briefing.steps.recall import Recall, recall
from briefing.steps.revise import settle
from tests.steps.build import FIELDS, located
from tests.steps.revising import ATLAS, BEFORE, COST, GAS, HOLD, SLOW, after, claim, recalled, section, specs_of

S1, S2, S3 = (
    claim("Okafor counts 312 firings.", 1),
    claim("It leaves out gas kilns.", 3),
    claim("The Ember needs 11 kW.", 5),
)
IDEA = {"idea": [S1, S2, S3]}
NEWS = "Berg fired a kiln at noon."  # alike to nothing that was there


def settled(answer: object, now: Document, draft: dict[str, Any] | None = None, *, shown: bool = True) -> Any:
    draft = draft or IDEA
    (key,) = draft
    return settle({key: answer}, recalled(draft, now), specs_of(draft), shown=shown).fields[key]


# The source as it is now: [1] ATLAS [2] HOLD [3] GAS [4] SLOW [5] COST [6] NEWS
GREW = after(f"{ATLAS} {HOLD}", f"{GAS} {SLOW}", COST, NEWS)
N = claim("Berg fired one at noon.", 6)
MORE = after(f"{ATLAS} {HOLD}", f"{GAS} {SLOW}", COST, NEWS, "Ovens were sold in July.")
M = claim("In July ovens were sold.", 7)

STOOD = [  # the answer, and what comes of it, where all that was there stands and [6] is new
    ("null", None, [S1, S2, S3]),
    ("an empty list", [], [S1, S2, S3]),
    ("the same by number", [1, 2, 3], [S1, S2, S3]),
    ("numbers as text", ["1", "[2]", 3], [S1, S2, S3]),
    ("in another order", [3, 1, 2], [S1, S2, S3]),
    ("one twice", [1, 1, 2, 3], [S1, S2, S3]),
    ("some of them", [2], [S1, S2, S3]),
    ("numbers out of range", [0, 4, -1, 10**30, 1], [S1, S2, S3]),
    ("garbage", [None, True, 1.5, {}, "words", [], {"text": 3}], [S1, S2, S3]),
    ("no list", {"text": "x"}, [S1, S2, S3]),
    ("a text", "Okafor counts 312 firings.", [S1, S2, S3]),
    ("all word for word", [S3, S1, S2], [S1, S2, S3]),
    ("all in other words", [claim("312 it is.", 1), claim("No gas.", 3), claim("11 kW are used.", 5)], [S1, S2, S3]),
    ("other words, more citations", [claim("Okafor counts 312 long firings.", 1, 2), 2, 3], [S1, S2, S3]),
    ("one more, of nothing new", [1, 2, 3, claim("Slow cooling matters.", 4)], [S1, S2, S3]),
    ("one for one, of nothing new", [1, claim("Slow cooling matters.", 4), 3], [S1, S2, S3]),
    ("one for one that is new", [1, N, 3], [S1, N, S3]),
    ("one that is new before all, for the last", [N, 1, 2], [N, S1, S2]),
    ("one that is new, and all the others", [1, 2, 3, N], [S1, S2, S3]),
    ("one that is new, and all others dropped", [N], [S1, S2, N]),
    ("all in other words, each with the new one", [claim("312.", 1, 6), claim("No.", 3, 6), claim("11.", 5, 6)],
     [claim("312.", 1, 6), S2, S3]),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "expected"), [row[1:] for row in STOOD], ids=[row[0] for row in STOOD])
def test_where_all_stands(answer: object, expected: list[object]) -> None:
    found = settled(answer, GREW)
    assert sorted(map(str, found)) == sorted(map(str, expected))
    old = [item for item in found if item in IDEA["idea"]]
    assert old == [item for item in IDEA["idea"] if item in found]  # in their order


def test_for_each_new_sentence_one_may_make_room() -> None:
    assert settled([N, M], MORE) == [N, M, S1]
    assert settled([claim("312.", 1, 6), claim("No.", 3, 6), 3], MORE) == [claim("312.", 1, 6), S2, S3]


def test_one_that_a_new_sentence_corrects_gives_way_to_its_correction() -> None:
    """Though it stands itself; and what has fallen meanwhile leaves its place to another."""
    fell = after(f"{ATLAS} {HOLD}", f"{GAS} {SLOW}", NEWS)  # S3 has fallen
    mended, other = claim("Okafor counts 312 firings, Berg one more.", 1, 5), claim("Slow cooling matters.", 4)
    assert settled([mended, 2, other], fell) == [mended, S2, other]
    corrected = claim("Okafor counts 312 firings, Berg one more.", 1, 6)
    assert settled([corrected, 2, 3], GREW) == [corrected, S2, S3]


# [1] HOLD [2] GAS [3] SLOW [4] COST: the sentence under S1 is withdrawn
FELL = after(HOLD, f"{GAS} {SLOW}", COST)
K2, K3 = claim("It leaves out gas kilns.", 2), claim("The Ember needs 11 kW.", 4)
FILL = claim("Slow cooling matters.", 3)
FALLEN = [
    ("null", None, [K2, K3]),
    ("kept by its number", [1, 2, 3], [K2, K3]),
    ("kept by its words", [S1, 2, 3], [{**S1}, K2, K3]),  # it is held against what it cites now, and falls there
    ("replaced by something that was there", [FILL, 2, 3], [FILL, K2, K3]),
    ("replaced, and the others left out", [FILL], [FILL, K2, K3]),
    ("replaced, and put last", [2, 3, FILL], [FILL, K2, K3]),
    ("two in its place", [FILL, claim("A hold saved 9%.", 1), 2, 3], [FILL, K2, K3]),
    ("one in its place, the others in other words", [claim("No gas at all.", 2), FILL, claim("It is 11 kW.", 4)],
     [FILL, K2, K3]),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "expected"), [row[1:] for row in FALLEN], ids=[row[0] for row in FALLEN])
def test_where_one_has_fallen(answer: object, expected: list[object]) -> None:
    assert settled(answer, FELL) == expected


# [1] ATLAS, reworded [2] GAS [3] COST [4] NEWS
ATLAS_2 = ATLAS.replace("312", "355")
REWORDED = after(ATLAS_2, GAS, COST, NEWS)
R1, R2, R3 = {**S1, "cites": [1]}, {**S2, "cites": [2]}, {**S3, "cites": [3]}
NOW = claim("Okafor counts 355 firings.", 1)
CHECKED = [
    ("null keeps it, to be held against the new words", None, [R1, R2, R3]),
    ("kept by number", [1, 2, 3], [R1, R2, R3]),
    ("corrected", [NOW, 2, 3], [NOW, R2, R3]),
    ("corrected, the others left out: one new sentence is one change", [NOW], [NOW, R2, R3]),
    ("corrected, and a new one for another", [NOW, claim("At noon.", 4), 3], [NOW, claim("At noon.", 4), R3]),
    ("left out", [2, 3], [R2, R3]),
    ("corrected, put last", [2, 3, NOW], [NOW, R2, R3]),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "expected"), [row[1:] for row in CHECKED], ids=[row[0] for row in CHECKED])
def test_where_one_was_reworded(answer: object, expected: list[object]) -> None:
    assert settled(answer, REWORDED) == expected


def test_a_writer_that_was_not_shown_what_was_there() -> None:
    """It writes as if for the first time: what stands stays, and so does what a lost sentence became."""
    draft = {"idea": [claim(ATLAS, 1), claim(GAS, 3)]}
    answer = [claim(COST, 3), claim(NEWS, 4), claim(GAS, 2)]
    found = settled(answer, REWORDED, draft, shown=False)
    assert found == [claim(NEWS, 4), claim(ATLAS_2, 1), claim(GAS, 2)]
    assert settled([1], REWORDED, {"quote": [1]}, shown=False) == [1]
    assert settled([4], REWORDED, {"quote": [1]}, shown=False) == [1]
    assert settled([2], after(HOLD, GAS), {"quote": [1]}, shown=False) == [2]  # it is gone: whatever it chose


ONES: list[tuple[str, dict[str, Any], Document, object, object]] = [
    ("stands, null", {"quote": [3]}, GREW, None, [3]),
    ("stands, another old one", {"quote": [3]}, GREW, [4], [3]),
    ("stands, a new one", {"quote": [3]}, GREW, [6], [6]),
    ("stands, nothing", {"quote": [3]}, GREW, [], [3]),
    ("stands, garbage", {"quote": [3]}, GREW, {"quote": "x"}, [3]),
    ("reworded, null", {"quote": [1]}, REWORDED, None, [1]),
    ("reworded, nothing", {"quote": [1]}, REWORDED, [], [1]),
    ("reworded, words", {"quote": [1]}, REWORDED, "The Kiln Atlas", [1]),
    ("reworded, another", {"quote": [1]}, REWORDED, [2], [2]),
    ("gone, null", {"quote": [1]}, FELL, None, None),
    ("gone, another", {"quote": [1]}, FELL, [4], [4]),
    ("gone, as text", {"quote": [1]}, FELL, "[4]", "[4]"),
    ("link stands, another sentence", {"key": {"link": 1, "sentence": None}}, BEFORE, {"sentence": 3},
     {"link": 1, "sentence": None}),
    ("link stands, unhashable", {"key": {"link": 1, "sentence": None}}, BEFORE, {"link": [1], "sentence": {}},
     {"link": 1, "sentence": None}),
    ("link gone", {"key": {"link": 1, "sentence": None}}, FELL, {"link": None, "sentence": 2},
     {"link": None, "sentence": 2}),
    ("link gone, nothing", {"key": {"link": 1, "sentence": None}}, FELL, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "now", "answer", "value"), [row[1:] for row in ONES], ids=[row[0] for row in ONES])
def test_a_field_that_holds_one_thing(draft: dict[str, Any], now: Document, answer: object, value: object) -> None:
    assert settled(answer, now, draft) == value


# links: [1] atlas [2] gas, and a new one: [3] berg
LINKED = after(f"{ATLAS} {GAS}", Kiln_Atlas="https://example.org/atlas", gas_kilns="https://example.org/gas")
LINKED_2 = after(
    f"{ATLAS} {GAS} {NEWS}", Kiln_Atlas="https://example.org/atlas", gas_kilns="https://example.org/gas",
    Berg="https://example.org/berg",
)  # fmt: skip
LESS = after(f"{ATLAS} {GAS}", gas_kilns="https://example.org/gas", firings="https://example.org/f")
LISTS: list[tuple[str, list[int], Document, object, object]] = [
    ("null", [1, 2], LINKED_2, None, [1, 2]),
    ("some left out", [1, 2], LINKED_2, [2], [1, 2]),
    ("another order", [1, 2], LINKED_2, [2, 1], [1, 2]),
    ("a new one", [1, 2], LINKED_2, [3], [1, 2, 3]),
    ("a new one, as text", [1, 2], LINKED_2, ["L3", "L1"], [1, 2, 3]),
    ("one that was there, and was not chosen", [1], LINKED, [2], [1]),
    ("garbage", [1, 2], LINKED_2, [[1], {}, {"link": 3}, None, "x", 99], [1, 2]),
    ("no list", [1, 2], LINKED_2, {"link": 3}, [1, 2]),
    ("one is gone", [1, 2], LESS, None, [1]),
    ("one is gone, and replaced", [1, 2], LESS, [2], [1, 2]),
]


@pytest.mark.parametrize(
    ("chosen", "now", "answer", "value"), [row[1:] for row in LISTS], ids=[row[0] for row in LISTS]
)
def test_a_list_of_links(chosen: list[int], now: Document, answer: object, value: object) -> None:
    written, evidence = section(LINKED, {"others": chosen})
    found = recall(written, evidence, FIELDS, section_reading(located(now)), "en")
    assert settle({"others": answer}, found, specs_of({"others": 0}), shown=True).fields["others"] == value


def test_tags() -> None:
    assert settled(["gas kilns", "Berg", "heat"], GREW, {"tags": ["Ember"]}) == ["Ember", "Berg"]
    assert settled(["heat"], FELL, {"tags": ["Okafor", "Ember"]}) == ["Ember", "heat"]
    assert settled([["x"], 3, None], GREW, {"tags": ["Ember"]}) == ["Ember"]
    assert settled(None, GREW, {"tags": ["Ember"]}) == ["Ember"]


def test_views() -> None:
    draft = {"view": ["It may last.", "It may not."]}
    assert settled(["It could last.", "It could not."], BEFORE, draft) == draft["view"]
    assert settled([2], BEFORE, draft) == draft["view"]
    assert settled([1, "Berg may be right."], GREW, draft) == ["It may last.", "Berg may be right."]
    assert settled(["A.", "B."], GREW, draft) == ["A.", "It may last."]  # one new sentence, one change
    assert settled(None, GREW, draft) == draft["view"]


def test_a_field_that_was_empty_takes_what_is_given() -> None:
    nothing = Recall(section_reading(located(GREW)), {}, frozenset({6}))
    for spec in FIELDS:
        assert settle({spec.key: [1]}, nothing, [spec], shown=True).fields[spec.key] in ([1], [[1]])
        assert settle({}, nothing, [spec], shown=True).fields[spec.key] is None


def test_no_field_grows_longer_than_its_style_allows() -> None:
    answer = [claim(f"Berg, {n}.", 6) for n in range(9)] + [claim(f"July, {n}.", 7) for n in range(9)]
    assert len(settled(answer, MORE)) == 3
