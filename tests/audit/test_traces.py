"""What stands twice, from whom and where words are, and what nothing is said about."""

import pytest
from msgspec.structs import replace

from briefing.audit.audit import audit
from briefing.audit.fold import fold
from tests.audit.documents import KILNS, document

SOURCE = document(KILNS, "kilns.md")


def test_a_block_under_two_headings_is_told_with_the_first_place() -> None:
    code = "```python\n" + "kiln.load(shelves, loosely=True, fire='salt', hours=18)\n" * 3 + "```\n"
    made = audit(document(f"# A\n\nText.\n\n## Salt\n\n{code}\n## Wood\n\n{code}"), [SOURCE])
    (finding,) = [f for f in made.findings if f.kind == "repetition"]
    assert finding.message == "The same code stands under “A › Salt” (line 7) too."


def test_a_paragraph_of_ideographs_is_as_long_as_one_of_letters() -> None:
    text = "陶工は一月に塩の窯を三百十二回焚いた。窯は千二百八十度に達し、前の年より四十度高かった。"
    made = audit(document(f"# A\n\n## 一\n\n{text}\n\n## 二\n\n{text}\n"), [SOURCE])
    assert [f.kind for f in made.findings if f.verdict == "repeated"] == ["repetition"]


def test_a_short_line_may_come_again() -> None:
    made = audit(document("# A\n\nText.\n\n## Salt\n\nRead more.\n\n## Wood\n\nRead more.\n"), [SOURCE])
    assert not [f for f in made.findings if f.kind == "repetition"]


# heading and sentence of the document, whether the words are where it says
PLACES = [
    ("January", "“We lost two shelves, and we do not regret it,” says Piet Lindqvist.", True),
    ("March", "“The wood kiln burns 18 hours on pine alone.”", False),
    ("The year", "In February: “The wood kiln burns 18 hours on pine alone.”", True),
    ("The year", "In March: “The wood kiln burns 18 hours on pine alone.”", False),
    ("The year", "“We lost two shelves, and we do not regret it,” says Ada Voss.", False),
    ("The year", "Quote: “We lost two shelves, and we do not regret it” — Piet Lindqvist", True),
]


@pytest.mark.parametrize(("heading", "text", "right"), PLACES)
def test_where_words_stand_and_who_says_them(heading: str, text: str, right: bool) -> None:
    made = audit(document(f"# Notes\n\n## {heading}\n\n{text}\n"), [SOURCE])
    assert [f.verdict for f in made.findings if f.kind == "quotation"] == ([] if right else ["misplaced"])


def test_a_name_at_the_end_of_a_sentence_is_one() -> None:
    source = document(
        "# Kilns\n\nNotes by Lena Obrist and Paul Zgraggen. They are long.\n\n"
        "Zgraggen is careful. “We have been wrong in every single report,” he says. Obrist is not.\n",
        "kilns.md",
    )
    (finding,) = audit(document("Lena Obrist says: “We have been wrong in every single report.”"), [source]).findings
    assert finding.message == "In the source, somebody else says it: Paul Zgraggen."


def test_words_of_another_source_than_the_document_says() -> None:
    other = document(
        "# The lamps of the harbour\n\nThe lamps of the harbour are lit by hand every evening.\n", "lamps.md"
    )
    text = "In A year at the kilns one reads: “The lamps of the harbour are lit by hand every evening.”"
    (finding,) = [f for f in audit(document(text), [SOURCE, other]).findings if f.kind == "quotation"]
    assert (finding.verdict, "lamps" in finding.message) == ("misplaced", True)


def test_sections_of_which_nothing_is_said_are_named() -> None:
    made = audit(document("The team fired the salt kiln 312 times in January. It reached 1,280 °C.\n"), [SOURCE])
    assert [part.heading[-1] for part in made.uncovered] == ["February: the wood kiln", "March: the electric kiln"]
    assert made.parts == 3


def test_another_topic_in_a_section_of_its_own_is_not_accused() -> None:
    text = (
        "# Notes\n\n## Kilns\n\nThe team fired the salt kiln 312 times in January.\n\n## Looms\n\n"
        "The weavers of Borås run 96 looms. “Nobody weaves linen by moonlight any longer,” says Elin Sand.\n"
    )
    made = audit(document(text), [SOURCE])
    assert {f.verdict for f in made.findings} == {"unclear"}


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“a” – b…", '"a" - b...'),
        ("« a »", '"a"'),
        ("sta\u00adble", "stable"),
        ("a ( b ) .", "a (b)."),
        ("ﬁre", "fire"),
        ("窯は １，２８０ 度（Ｋ９）", "窯は1,280度(K9)"),
        ("焚いた。 窯は", "焚いた。窯は"),
        ("가마는 18 시간", "가마는 18 시간"),
        ("١٨ ساعة", "18 ساعة"),
        ("Not THIS 5% −3", "Not THIS 5% -3"),
    ],
)
def test_typography_alone_is_folded(text: str, folded: str) -> None:
    made = fold(text)
    assert made.text == folded
    start, end = made.place(0, len(made.text))
    assert (start, end) == (0, len(text))


def test_what_comes_again_by_right_is_not_told() -> None:
    long = "The team fired the salt kiln 312 times in January. It reached 1,280 °C, 40 degrees more than ever."
    source = document(
        KILNS.replace("January: the salt kiln", "January: the salt kiln " + "of the town " * 8), "kilns.md"
    )
    name = f"A year at the kilns › {source.blocks[2].text}"
    page = document(f"# One\n\n> {long}\n\n{name}\n\n# Two\n\n> {long}\n\n{name}\n")
    assert not [f for f in audit(page, [source]).findings if f.kind == "repetition"]


@pytest.mark.parametrize(
    "picture",
    [
        "https://pictures.example/kiln_1600x554.png",
        "https://cdn.example/fetch/w_1456,c_limit/https%3A%2F%2Fpictures.example%2Fkiln_1600x554.png",
    ],
)
def test_the_picture_of_a_source_may_be_linked(picture: str) -> None:
    source = document(f"{KILNS}\n![The salt kiln in the snow]({picture})\n", "kilns.md")
    page = document(f"The team fired the salt kiln 312 times in January: [The salt kiln in the snow]({picture}).")
    assert not [f for f in audit(page, [source]).findings if f.kind == "link"]


def test_the_date_of_a_source_is_carried_by_the_source() -> None:
    source = replace(document(KILNS, "kilns.md"), published="2031-12-30")
    listed = document("# Sources\n\n- The salt kiln · 2031-12-30\n")
    assert not [f for f in audit(listed, [source]).findings if f.kind == "number"]
    other = document("# Sources\n\nThe salt kiln was fired 312 times by 2031-11-29.\n")
    assert [f for f in audit(other, [source]).findings if f.kind == "number"]
