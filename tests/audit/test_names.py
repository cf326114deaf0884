"""Who did what to whom, and what a source denies: statements about an article of our own, and how they are read."""

import pytest

from briefing.audit.audit import audit
from briefing.audit.deeds import deeds
from briefing.audit.denials import denied
from briefing.audit.mentions import Mention, Names, capitals
from briefing.audit.verbs import root
from tests.audit.archive import ARCHIVE, FALSE, TRUE
from tests.audit.documents import document

SOURCE = document(ARCHIVE, "archive.md")
LEAD = "# The archive of Brenna\n\nThe sound archive of Brenna holds 4,100 tapes, which nobody had played.\n\n"
NAMES = Names([capitals([("With Oda Holm and Emil Strand, the Revox B77 runs Tidal 4 and the NX-410 of NRB.", [0])])])


@pytest.mark.parametrize("text", TRUE)
def test_what_the_source_says_in_other_words_is_not_accused(text: str) -> None:
    found = audit(document(LEAD + text), [SOURCE]).findings
    assert [finding.message for finding in found if finding.severity != "info"] == []


@pytest.mark.parametrize(("text", "says"), FALSE)
def test_what_it_says_of_somebody_else_or_denies_is_contradicted(text: str, says: str) -> None:
    found = [f for f in audit(document(LEAD + text), [SOURCE]).findings if f.severity != "info"]
    assert {f.verdict for f in found} == {"contradicted"}
    assert any(says in finding.message for finding in found)
    assert {finding.line for finding in found} == {5}


def test_names_are_the_words_that_have_a_capital_within_a_sentence() -> None:
    text = "Yesterday Holm’s Revox B77 met Tidal 4, version 3 of it and an NX-410 with 40 kWh in 2024."
    assert [each.text for each in NAMES.mentions(text)] == ["Holm", "Revox B77", "Tidal 4", "version 3", "NX-410"]


def mention(text: str) -> Mention:
    return Mention(text, 0, len(text))


APART = [
    ("Oda Holm", "Emil Strand"),
    ("Tidal 4", "Tidal 3"),
    ("NX-410", "NX-430"),
    ("DPO", "PPO"),
    ("Sierra AI", "Moonshot AI"),
]
NOT_APART = [
    ("Oda Holm", "Holm"),
    ("Dr Holm", "Oda Holm"),
    ("Tidal 4", "Tidal"),
    ("Norway", "Norwegian"),
    ("EU", "European Union"),
    ("Mistral AI", "Mistral 7B"),
    ("Holm", "NX-410"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_names_that_are_two(one: str, other: str) -> None:
    assert mention(one).other(mention(other))
    assert mention(other).other(mention(one))


@pytest.mark.parametrize(("one", "other"), NOT_APART)
def test_names_that_may_be_one_or_are_not_of_a_sort(one: str, other: str) -> None:
    assert not mention(one).other(mention(other))
    assert not mention(other).other(mention(one))


DEEDS = [
    ("Holm drew the plans.", "Holm does draw"),
    ("Holm (from abroad) has never drawn plans.", "Holm does draw"),
    ("Plans like these, Holm, would draw nobody.", "Holm does draw"),
    ("They want to convert the Holm.", "Holm undergoes convert"),
    ("The head of it is Holm, the harbour master.", "Holm is master"),
    ("Holm is the head librarian of Vik.", "Holm is librarian"),
    ("The plans were drawn by Holm.", "Holm does draw"),
    ("The ship was converted to batteries by the Strand yard.", "Strand does convert"),
    ("Holm would like to convert it.", "Holm does convert"),
    ("Holm was asked for a study.", "Holm undergoes ask"),
    ("They asked Holm for a study.", "Holm undergoes ask"),
    ("The idea came from Holm.", "Holm from come"),
    ("Holm's plans were late.", "Holm of plan"),
    ("Holm is too weak for it.", "Holm is weak"),
    ("The Holm team shared a paper.", "Holm does share"),
]


@pytest.mark.parametrize(("text", "deed"), DEEDS)
def test_deeds(text: str, deed: str) -> None:
    (found,) = deeds(text, NAMES.mentions(text))
    who, role, word = deed.split()
    assert found.who is not None
    assert (found.who.text, found.role, found.anchor) == (who, role, root(word))


def test_two_who_do_it_together_and_one_who_is_not_named() -> None:
    text = "Holm and Strand drew the plans, and she paid for them."
    found = [(each.who.text if each.who else "", each.anchor) for each in deeds(text, NAMES.mentions(text))]
    assert found == [("Holm", root("draw")), ("Strand", root("draw")), ("", root("pay"))]
    text = "Holm, who lives abroad, has never drawn plans."
    assert [each.anchor for each in deeds(text, NAMES.mentions(text))] == [root("live"), root("draw")]


def test_forms_of_one_verb_share_their_root() -> None:
    for forms in ("write wrote written writing", "rebuild rebuilt", "plan planned plans", "oversee oversaw", "go went"):
        assert len({root(form) for form in forms.split()}) == 1
    assert root("lead") != root("lend")


def test_denials_and_those_that_hold_in_part() -> None:
    text = "Tidal does not need a network. It has never been widely used, but cannot stop until noon."
    assert [(str(each), each.limited) for each in denied(text)] == [
        ("does not need", False),
        ("never used", False),
        ("cannot stop", True),
    ]


SAID = """# Notes of the evening

## Harrow: what it is

Harrow reads a page in two passes. The first pass (Pass 1) runs on its own, and Pass 2 needs a table.

## Tiller: what it is

Tiller has eight engines in each layer, of which a router picks two. Easier pages profit from one engine, whereas \
harder pages do best with four. The vote is used when the true answer is not available. In Tiller, only a fraction of \
the engines runs at a time. The name Tiller was coined by Wik et al. (2031), and Fjord et al. (2032) built the first \
one, after Harrow had failed.

In June they joined the Inkwell and wrote their first note, on Quill; they were on Inkpad before. In May Fjord moved \
from Tiller to Harrow. The fault of Harrow is unrelated to the fire. The price of Harrow is quite low. Tiller moved \
away from the old table.
"""
# statement, and what is told of it
SAID_OTHERWISE = [
    ("Harrow has eight engines in each layer.", "“Tiller”, not “Harrow”"),
    ("Harder pages profit from one engine, whereas easier pages do best with four.", "changed places"),
    ("The vote is used when the true answer is available.", "“not” is lost"),
    ("Fjord moved from Harrow to Tiller in May.", "changed places"),
    ("The fault of Harrow is related to the fire.", "unrelated"),
    ("The price of Harrow is quite high.", "high"),
    ("In Tiller, all of the engines run at a time.", "turns round"),
    ("The name Tiller was coined by Fjord et al.", "“Wik”, not “Fjord”"),
    ("When the true answer is available, the vote is used.", "“not”, and it is left out"),
]
SAID_SO = [
    "They joined Quill in June, after they had been on Inkpad.",
    "Tiller no longer has the old table.",
    "Tiller has eight engines in each layer.",
    "Harder pages do best with four engines, whereas easier pages profit from one.",
    "The vote is used when there is no true answer available.",
    "A fraction of the engines of Tiller runs at a time.",
    "Wik et al. coined the name Tiller in 2031.",
]


@pytest.mark.parametrize(("text", "says"), SAID_OTHERWISE)
def test_another_section_and_another_pole(text: str, says: str) -> None:
    found = audit(document(f"# Notes of the evening\n\n{text}"), [document(SAID, "said.md")]).findings
    assert any(says in finding.message for finding in found if finding.severity == "error")


@pytest.mark.parametrize("text", SAID_SO)
def test_its_own_section_and_pole(text: str) -> None:
    found = audit(document(f"# Notes of the evening\n\n{text}"), [document(SAID, "said.md")]).findings
    assert [finding.message for finding in found if finding.severity != "info"] == []


# what a source says, and what is as true
ALSO_TRUE = [
    ("The board did not approve the mast until March.", "The board approved the mast in March."),
    ("The pump does not need all four valves.", "The pump needs some of its valves."),
    ("If it does not rain, the pump needs a priming by hand.", "The pump needs a priming by hand in dry weather."),
    ("Holm sold the old mast to Strand last year.", "Strand bought the old mast from Holm last year."),
    ("Holm met Strand at the old mast of the harbour.", "Strand met Holm at the old mast of the harbour."),
    ("Version 4 packs it with zstd, where version 3 used gzip.", "Version 3 packed it with gzip, version 4 with zstd."),
    ("The heating of the saloon is switched off.", "The saloon is not heated."),
    ("The board approved the ship. It did not approve the mast.", "The mast was refused, the ship approved."),
]


@pytest.mark.parametrize(("source", "text"), ALSO_TRUE)
def test_a_condition_a_part_and_the_other_side_are_no_contradiction(source: str, text: str) -> None:
    made = audit(document(text), [document(f"# Notes\n\n{source}\n", "notes.md")])
    assert [finding.message for finding in made.findings if finding.severity != "info"] == []
