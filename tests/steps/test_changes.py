"""Which sentence of a source was added, removed or reworded."""

import time

import pytest

from briefing.fingerprint import short
from briefing.steps.changes import ALIKE, changes, likeness, paired, passages_by_part, sentences_of, texts_of_blocks
from briefing.steps.reading import section_reading
from tests.steps.build import block, document, located

KILNS = "Only 5 of the 9 kilns were repaired."
KILNS_2 = "Only 7 of the 9 kilns were repaired."
LOOMS = "Only 5 of the 9 looms were sold to Berg."
LOOMS_2 = "Only 5 of the 8 looms were sold to Berg."
COLD = "Slow cooling matters."
HEAT = "A hotter start saves fuel, says Voss."

Told = list[tuple[str, str, str]]
CASES: list[tuple[str, list[str], list[str], Told]] = [
    ("nothing", [KILNS, COLD], [KILNS, COLD], []),
    ("moved", [KILNS, COLD, HEAT], [HEAT, KILNS, COLD], []),
    ("moved to another paragraph", [f"{KILNS} {COLD}", HEAT], [KILNS, f"{COLD} {HEAT}"], []),
    ("removed", [KILNS, COLD], [KILNS], [("removed", COLD, "")]),
    ("added", [KILNS], [KILNS, COLD], [("added", "", COLD)]),
    ("a figure", [KILNS, COLD], [KILNS_2, COLD], [("reworded", KILNS, KILNS_2)]),
    ("another text in its place", [COLD], [HEAT], [("removed", COLD, ""), ("added", "", HEAT)]),
    ("moved and reworded", [KILNS, COLD, HEAT], [COLD, HEAT, KILNS_2], [("reworded", KILNS, KILNS_2)]),
    ("two alike", [KILNS, LOOMS], [LOOMS_2, KILNS_2], [("reworded", KILNS, KILNS_2), ("reworded", LOOMS, LOOMS_2)]),
    ("the likelier partner wins", [LOOMS, KILNS], [KILNS_2], [("reworded", KILNS, KILNS_2), ("removed", LOOMS, "")]),
    ("one of two copies removed", [KILNS, COLD, KILNS], [KILNS, COLD], [("removed", KILNS, "")]),
    ("a copy added", [KILNS, COLD], [KILNS, COLD, KILNS], [("added", "", KILNS)]),
    ("a copy reworded", [KILNS, COLD, KILNS], [KILNS, COLD, KILNS_2], [("reworded", KILNS, KILNS_2)]),
    ("everything gone", [KILNS, COLD], [], [("removed", KILNS, ""), ("removed", COLD, "")]),
]


def told(before: list[str], now: list[str], known: bool = True) -> Told:
    old, new = (located(document(*map(block, texts))) for texts in (before, now))
    texts = texts_of_blocks(old) if known else {}
    found = changes(sentences_of(old), sentences_of(new), texts, texts_of_blocks(new))
    assert {change.part for change in found} <= {"notes"}
    return [(change.kind, change.before, change.after) for change in found]


@pytest.mark.parametrize(("before", "now", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_changes(before: list[str], now: list[str], expected: Told) -> None:
    assert told(before, now) == expected


def test_what_a_sentence_said_that_nobody_cited_is_not_known() -> None:
    assert told([KILNS, COLD], [KILNS_2, COLD], known=False) == [("reworded", "", KILNS_2)]
    assert told([KILNS, COLD], [COLD], known=False) == [("removed", "", "")]
    assert told([KILNS, COLD], [COLD, HEAT], known=False) == [("removed", "", ""), ("added", "", HEAT)]


def test_each_source_by_itself() -> None:
    one, other = sentences_of(located(document(block(KILNS)))), {"report": (short(COLD),)}
    texts = {short(KILNS): KILNS, short(COLD): COLD}
    assert [(c.part, c.kind) for c in changes(one, other, texts, texts)] == [("notes", "removed"), ("report", "added")]


def test_a_line_for_each_block_and_for_each_passage() -> None:
    found = located(document(block(f"{KILNS} {COLD}"), block(HEAT)))
    assert sentences_of(found) == {"notes": (f"{short(KILNS)} {short(COLD)}", short(HEAT))}
    assert passages_by_part(section_reading(found).passages) == {"": (short(KILNS), short(COLD), short(HEAT))}


ALIKENESS = [
    (KILNS, KILNS_2, True),
    (KILNS, KILNS, True),
    (KILNS, COLD, False),
    ("", "", False),
    ("", KILNS, False),
    ("窯は千二百八十度に達し、四時間で冷える。", "窯は千三百度に達し、四時間で冷える。", True),
    ("窯は千二百八十度に達し、四時間で冷える。", "織機は九台のうち五台だけ売れた。", False),
]


@pytest.mark.parametrize(("one", "other", "alike"), ALIKENESS)
def test_likeness(one: str, other: str, alike: bool) -> None:
    assert (likeness(one, other) >= ALIKE) == alike
    assert paired([one], [other]) == ({0: 0} if alike else {})


def test_a_text_that_was_written_anew_is_compared_in_good_time() -> None:
    """Five hundred sentences against five hundred others."""
    gone = [f"Berg sold loom {n} to studio {n * 7} in a town with {n % 13} other weavers." for n in range(500)]
    come = [f"It was kiln {n}, fired by Voss during {n * 3} nights, that cracked." for n in range(500)]
    start = time.process_time()
    assert paired(gone, come) == {}
    assert time.process_time() - start < 10
