"""Words of the source in a writer's sentence, and words by themselves: cut from the source to the letter, whatever the
writer says."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.model import Draft, FieldSpec, Prose, Quotes, Role, Words
from briefing.steps.reading import section_reading
from briefing.steps.recall import recall
from briefing.steps.revise import settle
from briefing.steps.seal import seals
from briefing.steps.sound import is_sound
from briefing.steps.verify import verify
from briefing.walk import is_taken, items_of
from briefing.writers.base import Task
from tests.steps.build import block, document, located, task
from tests.steps.revising import section

TEXT = FieldSpec("text", "prose", "Text", woven=True)
PLAIN = FieldSpec("plain", "prose", "Text")
DATE = FieldSpec("date", "words", "Published")
QUOTES = FieldSpec("excerpts", "quotes", "Excerpts", most=2)

DOC = document(
    block("March 2031: Kiln schedules", "heading"),  # 1
    block(  # 2, 3, 4
        "The Kiln Atlas (4 Mar 2031) by Okafor and colleagues is a small, logical step. I would not call it "
        "groundbreaking, though it may change how studios plan. The atlas, a plain book, is the book of the year."
    ),
    block("A hold of 14 minutes saved 9% of the energy.", "table"),  # 5
    block("Slow cooling matters."),  # 6
    block("The log asks whether or not it is beneficial to all."),  # 7
    block('To say "I don\'t know" is counted as wrong.'),  # 8
    author="Mira Voss",
)  # fmt: skip
DOCUMENTS = {"notes": DOC}


def cut(sentence: object, first: object, last: object = None) -> dict[str, object]:
    return {"sentence": sentence, "from": first, "to": last}


def woven(text: str, *cuts: object, cites: tuple[int, ...] = ()) -> list[dict[str, object]]:
    return [{"text": text, "cites": list(cites), "quotes": list(cuts)}]


def held(value: object, spec: FieldSpec = TEXT, language: str = "en") -> tuple[Any, list[str]]:
    """The field that comes out, and what was said of it."""
    job = task(DOC, spec)
    job = Task(job.id, job.title, language, job.fields, job.reading)
    verified = verify(job, Draft({spec.key: value}), DOCUMENTS)
    field = verified.fields.get(spec.key)
    if isinstance(field, Prose):
        assert all(is_taken(sentence, verified.evidence) for sentence in field.sentences)
        assert is_sound(
            verified.fields,
            seals("", verified.fields, verified.evidence),
            verified.evidence,
            {
                name: b
                for b in located(DOC)
                for name in verified.evidence
                if verified.evidence[name].text == b.block.text
            },
        )
    return field, [problem.finding.message for problem in verified.problems]


STANDS = [
    (
        "half a sentence",
        woven("Voss calls it {1}.", cut(2, "a small", "logical step")),
        "Voss calls it “a small, logical step”.",
    ),
    ("one word", woven("Voss calls the step {1}.", cut(2, "logical")), "Voss calls the step “logical”."),
    (
        "two of two sentences",
        woven("To Voss the atlas is {1} that {2}.", cut(2, "a small", "step"), cut(3, "may change", "plan")),
        "To Voss the atlas is “a small, logical step” that “may change how studios plan”.",
    ),
    ("a whole sentence", woven("{1}", cut(6, "Slow", "matters.")), "“Slow cooling matters.”"),
    (
        "no point twice",
        woven("Voss says {1}.", cut(6, "Slow cooling", "matters.")),
        "Voss says “Slow cooling matters”.",
    ),
    (
        "marks that the writer set are not doubled",
        woven("Voss calls it “{1}”.", cut(2, "a small", "step")),
        "Voss calls it “a small, logical step”.",
    ),
    ("first and last words overlap", woven("It is {1}.", cut(2, "a small, logical", "logical step")), None),
    (
        "with its denial",
        woven("Voss would {1}.", cut(3, "not call", "groundbreaking")),
        "Voss would “not call it groundbreaking”.",
    ),
    (
        "denied in the writer's own words",
        woven("Voss would never call it {1}.", cut(3, "groundbreaking")),
        "Voss would never call it “groundbreaking”.",
    ),
    (
        "the shortest of several",
        woven("It comes out on {1}.", cut(2, "4", "2031")),
        "It comes out on “4 Mar 2031”.",
    ),
    ("after what somebody denies", woven("It is {1}.", cut(8, "counted as", "wrong")), "It is “counted as wrong”."),
    (
        "a word of transition around it",
        woven("The atlas answers a similar want, {1}.", cut(2, "a small", "step")),
        None,
    ),
    ("as whether or not", woven("It is {1}.", cut(7, "beneficial to", "all")), "It is “beneficial to all”."),
    (
        "typed to the letter",
        [{"text": "Voss calls it “a small, logical step,” and more.", "cites": [2], "quotes": []}],
        "Voss calls it “a small, logical step”, and more.",
    ),
    (
        "one given and one typed",
        woven('To Voss it is {1} that "may change how studios plan".', cut(2, "a small", "step"), cites=(3,)),
        "To Voss it is “a small, logical step” that “may change how studios plan”.",
    ),
    (
        "few words around it",
        woven("Voss finds it {1}.", cut(2, "a small", "step")),
        "Voss finds it “a small, logical step”.",
    ),
    ("no place, no quotation", woven("Slow cooling matters, Voss says.", cites=(6,)), None),
]
FALLS = [
    ("of a foreign sentence", woven("Voss calls it {1}.", cut(6, "a small", "logical step")), "do not stand there so"),
    ("of no sentence", woven("Voss calls it {1}.", cut(99, "a small")), "no sentence of that number"),
    ("of a table", woven("It saved {1}.", cut(5, "9%")), "no sentence of that number"),
    ("altered", woven("Voss calls it {1}.", cut(2, "a tiny", "step")), "“a tiny” do not stand"),
    ("of another case", woven("Voss calls it {1}.", cut(2, "A small", "step")), "“A small” do not stand"),
    ("a piece of a word", woven("Voss calls it {1}.", cut(2, "a small", "log")), "“log” do not stand"),
    ("more than once", woven("It is {1}.", cut(4, "book")), "“book” stand more than once"),
    ("the last words first", woven("It is {1}.", cut(2, "logical step", "a small")), "do not stand after"),
    ("no such quotation", woven("It is {2}.", cut(2, "logical")), "no quotation 2"),
    ("no quotations at all", [{"text": "It is {1}.", "cites": [2]}], "no quotation 1"),
    ("nothing named", woven("It is {1}.", cut(2, "")), "first words are not given"),
    ("no text", woven("It is {1}.", cut(2, ["logical"])), "first words are not given"),
    ("not a cut", woven("It is {1}.", "logical"), "by the number of their sentence"),
    ("a denial left out", woven("Voss does call it {1}.", cut(3, "groundbreaking")), "leaves out the “not”"),
    ("typed and altered", woven("Voss calls it “a small, great step”.", cites=(2,)), "between quotation marks"),
    ("an invented number around it", woven("In 77 firings it was {1}.", cut(2, "logical")), "“77”"),
    (
        "a claim of its own around it",
        woven("Voss argues that gas burners lost, {1}.", cut(2, "a small", "step")),
        "around",
    ),
    ("an invented author around it", woven("For Berg and Lund it is {1}.", cut(2, "logical")), "is a name"),
]


@pytest.mark.parametrize(("value", "text"), [row[1:] for row in STANDS], ids=[row[0] for row in STANDS])
def test_words_that_stand(value: list[dict[str, Any]], text: str | None) -> None:
    field, said = held(value)
    assert said == []
    (sentence,) = field.sentences
    assert text is None or sentence.text == text
    assert len(sentence.quotes) == sentence.text.count("“")


@pytest.mark.parametrize(("value", "says"), [row[1:] for row in FALLS], ids=[row[0] for row in FALLS])
def test_words_that_fall(value: object, says: str) -> None:
    field, said = held(value)
    assert field is None
    assert len(said) == 1
    assert says in said[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Voss: „logical“."),
        ("fr", "Voss: «\u00a0logical\u00a0»."),
        ("ja", "Voss: 「logical」."),
        ("ar", "Voss: «logical»."),
    ],
)
def test_the_marks_are_those_of_the_language(language: str, text: str) -> None:
    field, _ = held(woven("Voss: {1}.", cut(2, "logical")), language=language)
    assert field.sentences[0].text == text
    (quoted,) = field.sentences[0].quotes
    assert field.sentences[0].text[quoted.start : quoted.end] == "logical"


SCRIPTS = [
    (
        "ja",
        "この窯は小さく静かな一歩だ。まだ誰も使っていない。",
        ("小さく", "静かな一歩"),
        "著者はそれを{1}と呼ぶ。",
        "著者はそれを「小さく静かな一歩」と呼ぶ。",
    ),
    (
        "ko",
        "이 가마는 작지만 조용한 걸음이다. 아직 아무도 쓰지 않는다.",
        ("작지만", "조용한 걸음"),
        "저자는 이 가마를 {1}이라고 부른다.",
        "저자는 이 가마를 “작지만 조용한 걸음”이라고 부른다.",
    ),
    (
        "ar",
        "هذا الفرن خطوة صغيرة هادئة. لم يستخدمه أحد بعد.",
        ("خطوة", "هادئة"),
        "يصف الكاتب هذا الفرن بأنه {1}.",
        "يصف الكاتب هذا الفرن بأنه «خطوة صغيرة هادئة».",
    ),
]


@pytest.mark.parametrize(("language", "source", "ends", "written", "text"), SCRIPTS)
def test_other_scripts(language: str, source: str, ends: tuple[str, str], written: str, text: str) -> None:
    doc = replace(document(block(source)), language=language)
    job = replace(task(doc, TEXT), language=language)
    verified = verify(job, Draft({"text": woven(written, cut(1, *ends))}), {"notes": doc})
    field = verified.fields["text"]
    assert isinstance(field, Prose)
    assert [sentence.text for sentence in field.sentences] == [text]
    assert is_taken(field.sentences[0], verified.evidence)


def test_a_field_that_is_not_woven_takes_no_quotations() -> None:
    for text in ("The step is {1}.", "The Kiln Atlas (4 Mar 2031) is {1} and small."):
        field, said = held(woven(text, cut(2, "logical"), cites=(2, 5)), PLAIN)
        assert (field, ["a place for words of the source" in each for each in said]) == (None, [True])


def test_a_view_of_the_writer_has_no_place_for_words_of_the_source() -> None:
    field, said = held(["The step is {1}, and logical."], FieldSpec("view", "analysis", "View"))
    assert (field, len(said)) == (None, 1)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (cut(2, "4 Mar", "2031"), "4 Mar 2031"),
        (cut("[2]", "Okafor and", "colleagues"), "Okafor and colleagues"),
        (cut(1, "March 2031"), "March 2031"),
        (cut(5, "14 minutes"), "14 minutes"),
    ],
)
def test_words_by_themselves(value: object, text: str) -> None:
    field, said = held(value, DATE)
    assert (type(field), field.text, said) == (Words, text, [])


@pytest.mark.parametrize(
    "value", [cut(2, "5 Mar 2031"), cut(6, "4 Mar", "2031"), "4 Mar 2031", cut(2, None), [2], cut(0, "4 Mar")]
)
def test_words_that_nobody_wrote(value: object) -> None:
    field, said = held(value, DATE)
    assert field is None
    assert len(said) == 1


@pytest.mark.parametrize(
    ("value", "texts", "problems"),
    [
        ([[6], [2, 3]], ["Slow cooling matters.", DOC.blocks[1].text[:152]], 0),
        ([[6], [6]], ["Slow cooling matters."], 0),
        ([[6], [1]], ["Slow cooling matters."], 1),
        ([[3, 6]], None, 1),
        (["Slow cooling matters."], None, 1),
    ],
)
def test_several_quotes(value: object, texts: list[str] | None, problems: int) -> None:
    field, said = held(value, QUOTES)
    assert len(said) == problems
    assert (field is None) == (texts is None)
    if isinstance(field, Quotes) and texts:
        assert len(field.items) == len(texts)
        assert field.items[0].text == texts[0]


# ── As the source changes ───────────────────────────────────────────────────────────────────────────────────────

DRAFT = {"text": woven("Voss calls it {1}.", cut(2, "a small", "logical step")), "date": cut(2, "4 Mar", "2031")}
NEWS = block("A new kiln came out.")


@pytest.mark.parametrize(
    ("now", "stands"),
    [
        (DOC, True),
        (document(NEWS, *DOC.blocks, author="Mira Voss"), True),
        (
            document(
                DOC.blocks[0],
                block(DOC.blocks[1].text.replace("though it may", "but it will")),
                NEWS,
                author="Mira Voss",
            ),
            True,
        ),
        (document(DOC.blocks[0], block(DOC.blocks[1].text.replace("small, logical", "small")), NEWS), False),
        (document(NEWS), False),
    ],
)
def test_they_stand_while_their_sentence_does(now: Any, stands: bool) -> None:
    written, evidence = section(DOC, DRAFT, TEXT, DATE)
    found = recall(written, evidence, (TEXT, DATE), section_reading(located(now)), "en")
    assert found.fields["text"][0].stands is stands
    settled = settle({}, found, (TEXT, DATE), shown=True)
    verified = verify(task(now, TEXT, DATE), settled, {"notes": now})
    if stands:
        assert {k: f.text if isinstance(f, Words) else f.sentences[0].text for k, f in verified.fields.items()} == {  # type: ignore[union-attr]
            "text": "Voss calls it “a small, logical step”.",
            "date": "4 Mar 2031",
        }
    else:
        assert "text" not in verified.fields


# ── Anything at all ─────────────────────────────────────────────────────────────────────────────────────────────

WORDS = st.sampled_from(
    ["a small", "logical", "step", "the", "book", "4 Mar", "2031", "{1}", "{2}", "{9}", "“", '"', ""]
)
TEXTS = st.lists(WORDS, max_size=5).map(" ".join)
PLAIN_JSON = st.none() | st.booleans() | st.integers(-2, 9) | TEXTS
CUTS = st.fixed_dictionaries({"sentence": st.integers(-1, 9), "from": TEXTS, "to": st.none() | TEXTS}) | PLAIN_JSON
CLAIM = st.fixed_dictionaries(
    {"text": TEXTS | PLAIN_JSON, "cites": st.lists(st.integers(0, 8), max_size=2), "quotes": st.lists(CUTS, max_size=2)}
)
ANSWERS = st.lists(CLAIM | PLAIN_JSON, max_size=3) | CUTS | st.lists(st.lists(PLAIN_JSON, max_size=2), max_size=3)


@given(ANSWERS)
def test_whatever_is_answered_what_stands_is_the_sources(answer: object) -> None:
    for spec in (TEXT, DATE, QUOTES):
        verified = verify(task(DOC, spec), Draft({spec.key: answer}), DOCUMENTS)
        for field in verified.fields.values():
            assert all(is_taken(item, verified.evidence) for item in items_of(field))


WORDS = document(
    block(
        "The Kiln Atlas paper (4 Mar 2031) by Okafor and colleagues came in March."
        " For example, it cost the team at MIT 12 days, says the KA-2 log."
    )
)
# role of the field, first and last words, and what is said of them
FIT = [
    ("date", "4 Mar 2031", None),
    ("date", "in March", None),
    ("names", "Okafor", "colleagues"),
    ("names", "the team", "MIT"),
]
UNFIT = [
    ("date", "For example", None, "it is no date"), ("date", "12 days", None, "it is no date"),
    ("names", "For example", None, "it names nobody"), ("names", "came", None, "it names nobody"),
    ("", "The Kiln", "2031", "it is cut within brackets"),
    ("names", "the KA-2 log", None, "it names nobody"),
]  # fmt: skip


def worded(role: Role, first: str, last: str | None) -> tuple[Any, list[str]]:
    spec = FieldSpec("said", "words", "Said", role=role)
    number = 2 if first in ("For example", "12 days", "the team", "the KA-2 log") else 1
    verified = verify(task(WORDS, spec), Draft({"said": cut(number, first, last)}), {"notes": WORDS})
    return verified.fields.get("said"), [problem.finding.message for problem in verified.problems]


@pytest.mark.parametrize(("role", "first", "last"), FIT)
def test_a_date_says_when_and_names_name_somebody(role: Role, first: str, last: str | None) -> None:
    field, said = worded(role, first, last)
    assert isinstance(field, Words), said


@pytest.mark.parametrize(("role", "first", "last", "says"), UNFIT)
def test_words_that_are_not_what_the_field_asks_for_are_left_out(
    role: Role, first: str, last: str | None, says: str
) -> None:
    field, said = worded(role, first, last)
    assert field is None
    assert says in said[0]
