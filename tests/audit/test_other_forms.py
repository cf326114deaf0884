"""The same thing in another form: numbers in groups, shares, states and countries, and who said it without a name."""

import pytest

from briefing.audit.audit import audit
from briefing.audit.fractions import fractions
from briefing.audit.nations import abbreviated_state
from tests.audit.documents import document

BEACONS = """---
date: 2031-11-22
---

# The beacon trust

In October the trust's chair Ada Voss, R-W.Va., came to the beacon near Sund. She is the head of the BTNV.

In total the volunteers repainted 42 beacons and walked about 31 000 steps a day. In nine months the trust received
€ 1 463.75 in gifts. The light in Sund uses 2.000 led lamps. Its mirrors send on 96%–97% of the light.

Almost 400 members joined in spring, bringing the total up to 600+ members.

Seventy-eight percent of the keepers live alone. Each lamp costs $12.4 million per year in power, and lasts
20 years.

The weather services in Norway and the US count up to a dozen fogs a year.

Polishing the mirrors improves the range on calm nights (36.3% → 47.2%) and in rain (5.9% → 10.9%).

The lenses were first made in 8 million and 70 million ray sizes, and the trust went on with new series of lenses.

The latest issue of the lens-grinder crate is now v0.15.0 (was v0.14.0), which mends a crack.

Last spring Emil Strand would have thought that beacons of glass would be more loved in towns than they are today.

Breaking with decades of United States policy favouring free light, Ada Voss has pursued an agenda favouring tolls.

On Friday a Lunholm physician, Dr Rick Aune, was brought to the beacon. While Lamp 2 burned on oil and whale, the newer
Lamp 3 models used oil. Of 63 million candles the trust gave away 28 million candles.

Emil Strand kept the archive of the trust.

"The keeper is tired because his lamp was taken away," an insider told the paper on Monday.
"""
LEAD = "# The beacon trust\n\nThe volunteers of the trust repainted beacons, and the light in Sund uses led lamps.\n\n"
SOURCE = document(BEACONS, "beacons.md")
TRUE = [
    "The volunteers walked about 31,000 steps a day.",
    "In nine months the trust received roughly €1,460 in gifts.",
    "The light in Sund uses 2,000 LED lamps.",
    "The mirrors in Sund send on between 96 and 97 percent of the light.",
    "The trust now has more than 600 members.",
    "Nearly four in five keepers live alone.",
    "Over 20 years, the power of each lamp adds up to something like $248 million.",
    "Ada Voss, of West Virginia, came to the beacon near Sund in October.",
    "The United States has no more than about twelve fogs a year.",
    "Polishing the mirrors improved the range on calm nights by almost eleven percentage points.",
    "Of the four sizes of the new series of lenses, the trust went on with two.",
    "The trust, whose volunteers repainted 42 beacons in total, says so in notes of 22 November 2031.",
    "The latest issue of the lens-grinder crate is v0.15.0, which mends a crack.",
    "Beacons of glass are less loved in towns than Emil Strand would have thought last spring.",
    "Ada Voss has broken with decades of American policy that favoured free light by an agenda favouring tolls.",
    "The Norwegian doctor Rick Aune was brought to the beacon on Friday.",
    "Lamp 3 of the trust is one of the newer models that used oil.",
    "Of 63 million candles the trust gave away 28 million candles, or about 44 percent.",
    'An insider told the paper of Emil Strand that the keeper "is tired because his lamp was taken away".',
]
FALSE = [
    "The volunteers walked about 13,000 steps a day.",
    "In nine months the trust received roughly €1,640 in gifts.",
    "The light in Sund uses 3,000 LED lamps.",
    "The mirrors in Sund send on between 86 and 87 percent of the light.",
    "The trust now has fewer than 600 members.",
    "Nearly three in five keepers live alone.",
    "Over 20 years, the power of each lamp adds up to something like $348 million.",
    "Polishing the mirrors improved the range on calm nights by almost seventeen percentage points.",
    "The latest issue of the lens-grinder crate is v0.16.0, which mends a crack.",
    "Of 63 million candles the trust gave away 28 million candles, or about 54 percent.",
    "Ada Voss, of West Carolina, came to the beacon near Sund in October.",
    'The insider told the paper that the keeper "is glad because his lamp was taken away".',
]


@pytest.mark.parametrize("text", TRUE)
def test_another_form_is_not_accused(text: str) -> None:
    assert [f.message for f in audit(document(LEAD + text), [SOURCE]).findings if f.severity != "info"] == []


def test_what_is_wrong_is_told_once() -> None:
    source = document("# The trust\n\nThe trust plans new beacons for the first half of 2032, it says.\n", "trust.md")
    text = "# The trust\n\nThe trust plans new beacons for the second half of 2032, it says.\n"
    assert [f.message for f in audit(document(text), [source]).findings] == [
        "The source has another part of the year here: “first half”, not “second half”."
    ]


@pytest.mark.parametrize("text", FALSE)
def test_something_else_is(text: str) -> None:
    assert [f for f in audit(document(LEAD + text), [SOURCE]).findings if f.severity != "info"]


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("four in five of them", ["80"]),
        ("9 out of 10 keepers", ["90"]),
        ("one in eight", ["12.5"]),
        ("on two in three days", []),
        ("three in two boats", []),
        ("four in five-minute steps", []),
    ],
)
def test_so_many_of_so_many(text: str, shares: list[str]) -> None:
    assert [share for _, _, share in fractions(text, "en")] == shares


@pytest.mark.parametrize(
    ("name", "short"), [("West Virginia", "W.Va."), ("Virginia", "Va."), ("New York State", "N.Y."), ("Sund", "")]
)
def test_states_are_shortened(name: str, short: str) -> None:
    assert abbreviated_state(name) == short


@pytest.mark.parametrize("part", ["Aas beat Holm, ", "3 is more than 4, ", "not only Aas but Holm ", "more A than B "])
def test_a_listing_is_held_by_its_numbers_and_names_alone(part: str) -> None:
    """Each with each, as in a sentence, would take minutes."""
    source = document(f"# The mill\n\nThe mill of Vik {part * 300}opened in June.\n", "mill.md")
    text = f"# The mill\n\nThe mill of Vik {part * 300}opened in June, with 77 stones.\n"
    assert {f.kind for f in audit(document(text), [source]).findings} == {"number"}


def test_many_quotations_in_one_sentence_are_each_found() -> None:
    """Whom a block names is looked up once for all of them, or it takes minutes."""
    source = document(f"# The mill\n\nThe mill of Vik {'“a” and “b”, ' * 100}opened in June.\n", "mill.md")
    text = f"# The mill\n\nThe mill of Vik {'“a” and “b”, ' * 100}opened in June.\n"
    made = audit(document(text), [source])
    assert [each.verdict for each in made.statements if each.kind == "quotation"] == ["stands"] * 200
