"""What is a statement at all, and which statements are chosen together."""

import pytest

from briefing.model import Reading
from briefing.writers.selection.choose import choose
from briefing.writers.selection.material import Material, Statement, gather
from briefing.writers.selection.naming import naming_heading
from briefing.writers.selection.standing import Standing
from tests.writers.extractive_reading import material, page, reading

NO_STATEMENTS = {
    "a heading": "# The kiln of the guild at Harrow is warm",
    "a row of a table": "| The kiln of the guild at Harrow is warm",
    "a word that is but a link": "You can read of the kiln of the guild [here](https://example.org/).",
    "code": "    The kiln of the guild at Harrow is warm.",
    "a caption": "![The kiln of the guild at Harrow is warm.](https://example.org/kiln.png)",
    "a byline": "Mara Lind, with pictures by Oren Ibsen and Tomas Vale",
    "a short line": "The usual firing of a kiln.",
    "a bare link": "- [The kiln of the guild at Harrow is warm](https://example.org/)",
    "a title cut at its question mark": "[Do the old kilns of the north survive frost? A study](https://example.org/)",
}


@pytest.mark.parametrize("case", NO_STATEMENTS)
def test_no_statement(case: str) -> None:
    assert all(statement.standing is Standing.BARRED for statement in material(NO_STATEMENTS[case]).statements)


@pytest.mark.parametrize(
    "text",
    [
        "The kiln of the guild at Harrow is warm again.",
        "> The kiln of the guild at Harrow is warm again.",
        "- The kiln of the [guild at Harrow](https://example.org/) is warm again.",
    ],
)
def test_statement(text: str) -> None:
    assert [statement.standing for statement in material(text).statements] == [Standing.STANDS]


def test_points_after_a_lead_in_are_answers() -> None:
    text = """
The survey has three main findings:
- Old kilns hold their heat longer.
- New kilns need less wood.
The guild printed it.
- The printer was paid in pots.
"""
    assert [statement.answers for statement in material(text).statements] == [False, True, True, False, False]


TALK = """
The wood kiln of Harrow was rebuilt by the guild in three weeks. However, its chimney is still the old one. They
 like the smoke.
Mills on the coast grind sand for the glaze makers. Mills on the coast grind sand for glaze makers.
This saves the village a long walk over the hills.
"""


def numbers(found: list[Statement]) -> list[int]:
    return [statement.number for statement in found]


def by_number(worth: dict[int, float], most: int, taken: tuple[int, ...] = ()) -> list[int]:
    text = TALK.replace("\n like", " like")
    shown: Material = material(text)
    assert len(shown.statements) == 6
    used = [shown.by_number[number] for number in taken]
    return numbers(choose(shown, shown.statements, lambda s: worth.get(s.number, 0.0), most, used))


@pytest.mark.parametrize(
    ("worth", "most", "taken", "expected"),
    [
        ({1: 1, 4: 0.9}, 2, (), [1, 4]),  # in the order of the source
        ({4: 1, 1: 0.9}, 2, (), [1, 4]),
        ({1: 1, 4: 0.9}, 1, (), [1]),
        ({1: 1, 4: 0.3}, 2, (), [1]),  # the second is worth too little beside the first
        ({4: 1, 5: 0.9}, 2, (), [4]),  # the same in other words
        ({5: 1}, 2, (4,), []),  # the same as what is used elsewhere
        ({2: 1}, 2, (), [1, 2]),  # leans on the first, and brings it along
        ({2: 1}, 1, (), []),  # no room for both
        ({2: 1}, 2, (1,), []),  # what it leans on is used elsewhere
        ({1: 1, 2: 0.9, 4: 0.5}, 3, (), [1, 2, 4]),
        ({3: 1}, 3, (), []),  # leans on one that leans itself
        ({6: 1}, 2, (), []),  # leans on another paragraph
        ({}, 2, (), []),
    ],
)
def test_choose(worth: dict[int, float], most: int, taken: tuple[int, ...], expected: list[int]) -> None:
    assert by_number(worth, most, taken) == expected


CLAIM = "Some masters claim that salt keeps the frost out. The survey found no sign of it. The masters were not amused."


@pytest.mark.parametrize(("most", "expected"), [(1, []), (2, [1, 2]), (3, [1, 2])])
def test_a_claim_comes_with_what_is_made_of_it(most: int, expected: list[int]) -> None:
    shown = material(CLAIM)
    assert numbers(choose(shown, shown.statements, lambda s: float(s.number == 1), most, ())) == expected


def test_a_claim_at_the_end_comes_alone() -> None:
    shown = material("The survey found no sign of it. Some masters still claim that salt keeps the frost out.")
    assert numbers(choose(shown, shown.statements, lambda s: float(s.number == 2), 1, ())) == [2]


def test_sentences_that_only_the_reading_brings_together_are_no_neighbours() -> None:
    passages = reading(
        page("The kiln was built in three weeks. Nobody was hurt. It burns every sort of wood.")
    ).passages
    shown = gather(Reading((passages[0], passages[2])), "", "", "en")
    assert choose(shown, shown.statements, lambda s: float(s.number == 2), 2, ()) == []


@pytest.mark.parametrize(
    ("text", "period", "expected"),
    [
        ("# 2.4.1 (March 3, 2031)\n- Fixed.", "March 2031", 1),
        ("# 2.4.1 (March 9, 2031)\n- Fixed.\n# 2.4.0 (March 3, 2031)\n- Added.", "March 2031", None),  # one of several
        ("# 3. March: The great firing\nIt was hot.", "March 2031", 1),
        ("# March\n## The great firing at Harrow\nIt was hot.", "March 2031", 2),
        ("# March\nIt was hot.", "March 2031", None),
        ("# 3월\n가마가 뜨거웠다.", "2031년 3월", None),
        ("It was hot.", "March 2031", None),
    ],
)
def test_naming_heading(text: str, period: str, expected: int | None) -> None:
    found = naming_heading(material(text, period), period)
    assert (found[0] if found else None) == expected
