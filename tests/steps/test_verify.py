"""A writer that lies in every way: what comes out is carried by the source, and every intervention is on record."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.fingerprint import evidence_id
from briefing.model import Draft, Excerpt, FieldSpec, Prose, Quote, Reference, References, Tags
from briefing.steps.verify import verify
from briefing.writers.base import Task
from tests.steps.build import FIELDS, block, document, task

DOC = document(
    block("March 2031: Kiln schedules", "heading"),  # 1
    block(  # 2, 3, 4; links L1, L2
        "The Kiln Atlas paper (4 Mar 2031) by Okafor and Lindqvist measures 312 firings. It does not cover gas kilns. "
        "A shorter hold of 14 minutes saved 9% of the energy, as the KA-2 log shows.",
        Kiln_Atlas="https://example.org/atlas",
        log="https://example.org/log",
    ),
    block("Slow cooling matters more than peak heat. Most studios ignore it.", "quotation"),  # 5, 6
    block("hold = 14\ncool(hold)", "code"),  # 7
    block("In short, the atlas changes how studios plan a firing."),  # 8
    author="Mira Voss",
)  # fmt: skip
TASK = task(DOC)
DOCUMENTS = {"notes": DOC}


def held(key: str, value: object, job: Task = TASK) -> tuple[Any, list[str]]:
    """The field that comes out, and the names of the checks that had something to say."""
    full = {spec.key: None for spec in job.fields} | {key: value}
    verified = verify(job, Draft(full), DOCUMENTS)
    said = [p.finding.check for p in verified.problems] + [n.check for n in verified.notes]
    for cite_field in verified.fields.values():
        if isinstance(cite_field, Quote):
            evidence = verified.evidence[cite_field.cite.evidence]
            assert cite_field.text == evidence.text[cite_field.cite.start : cite_field.cite.end]
    return verified.fields.get(key), said


def sentence(text: str, *cites: object) -> list[dict[str, object]]:
    return [{"text": text, "cites": list(cites)}]


STANDS = [
    ("It measures 312 firings.", [2]),
    ("Okafor and Lindqvist measure 312 firings in the Kiln Atlas.", [2]),
    ("A hold of 14 minutes saved 9% of the energy.", [4]),
    ("Gas kilns are not covered by it.", [3]),
    ("Voss finds that slow cooling matters more than peak heat.", [5]),  # the author of the source
    ("Slow cooling matters more than peak heat.", [5]),
    ("In the log by Voss, slow cooling matters more than peak heat.", [5]),
]

FALLS = [
    ("It measures 412 firings.", [2], "numbers"),
    ("A hold of 14 minutes saved 19% of the energy.", [4], "numbers"),
    ("Okafor and Berg measure 312 firings.", [2], "names"),
    ("The paper by Okafor and Voss measures 312 firings.", [2], "names"),  # Voss wrote of it, and not it
    ("The paper by Mira Voss, Okafor and Lindqvist measures 312 firings.", [2], "names"),
    ("The work appeared in April with 312 firings.", [2], "dates"),
    ("The KA-3 log shows a shorter hold.", [4], "identifiers"),
    ("The Atlas covers 312 firings, see https://example.com/paper.", [2], "links"),
    ("The authors call it “a revolution in firing”.", [2], "quotations"),
    ("Slow cooling does not matter more than peak heat.", [5], "negation"),
    ("Bees pollinate alpine meadows in summer.", [2], "support"),
    ("It measures 312 firings.", [], "citation"),
    ("It measures 312 firings.", [99], "citation"),
    ("It measures 312 firings.", ["the second one"], "citation"),
    ("", [2], "empty"),
    ("…", [2], "empty"),
    ("<b>It measures 312 firings.</b>", [2], "markup"),
    ("# It measures 312 firings.", [2], "markup"),
    ("It measures 312 firings. " * 1000, [2], "length"),
    ("It [measures](there) 312 firings.", [2], "markup"),
    ("It measures 312 firings.[^1]", [2], "markup"),
    ("<!-- It measures 312 firings.", [2], "markup"),
    ("It does n\u0336o\u0336t\u0336 cover gas kilns.", [3], "markup"),
    ("A shorter hold of 14 hours saved energy.", [4], "units"),
    ("A shorter hold of 14 hours saved energy.", [4, 8], "units"),
]


@pytest.mark.parametrize(("text", "cites"), STANDS)
def test_stands(text: str, cites: list[int]) -> None:
    field, said = held("idea", sentence(text, *cites))
    assert [s.text for s in field.sentences] == [text]
    assert said == []


@pytest.mark.parametrize(("text", "cites", "check"), FALLS)
def test_falls(text: str, cites: list[object], check: str) -> None:
    field, said = held("idea", sentence(text, *cites))
    assert field is None
    assert check in said


def test_a_right_fact_with_a_wrong_citation_gets_the_right_one() -> None:
    field, _ = held("idea", sentence("A shorter hold of 14 minutes saved energy.", 8))
    assert field.sentences[0].cites[-1].evidence == evidence_id("notes", DOC.blocks[1].text)


def test_typed_numbers_become_citations() -> None:
    field, said = held(
        "idea",
        sentence(
            "It measures 312 firings [2].",
        ),
    )
    assert field.sentences[0].text == "It measures 312 firings."
    assert said == ["typed"]


def test_one_item_of_several_sentences_is_held_sentence_by_sentence() -> None:
    field, said = held("idea", sentence("It measures 312 firings. It won the Kiln Prize of 2030.", 2))
    assert [s.text for s in field.sentences] == ["It measures 312 firings."]
    assert "numbers" in said


@pytest.mark.parametrize(
    "text",
    [
        "Do Kilns Matter? A Survey of Studios asks 40 studios.",  # as the source has it, within a link
        "Do Kilns Matter? by Okafor asks 40 studios.",
    ],
)
def test_a_title_with_a_question_mark_ends_no_sentence(text: str) -> None:
    title = "Do Kilns Matter? A Survey of Studios"
    made = block(f"{title} by Okafor asks 40 studios. It is long.", **{title.replace(" ", "_"): "https://example.org/"})
    doc = document(made)
    value = {"idea": sentence(text, 1)}
    verified = verify(task(doc, FIELDS[1]), Draft(value), {"notes": doc})
    field = verified.fields["idea"]
    assert isinstance(field, Prose)
    assert [s.text for s in field.sentences] == [text]
    other = {"idea": sentence("Okafor asks 40 studios. A Survey of Studios is long.", 1, 2)}
    field = verify(task(doc, FIELDS[1]), Draft(other), {"notes": doc}).fields["idea"]
    assert isinstance(field, Prose)
    assert len(field.sentences) == 2


def test_a_sentence_is_not_told_twice_to_who_is_to_mend_it() -> None:
    text = "Bees pollinate alpine meadows in summer."
    (problem,) = verify(task(DOC, FIELDS[1]), Draft({"idea": sentence(text, 2)}), DOCUMENTS).problems
    assert problem.ask.startswith(f"idea: “{text}”: it speaks of other things than what it cites. ")


@pytest.mark.parametrize(
    "value", ["text", 7, True, {"text": "x"}, ["x"], [[]], [None], {"cites": [1]}, [{"text": 4}], 1.5]
)
@pytest.mark.parametrize("key", [spec.key for spec in FIELDS])
def test_any_shape_is_survived(key: str, value: object) -> None:
    field, said = held(key, value)
    assert field is not None or said


QUOTES = [
    ([5], "Slow cooling matters more than peak heat."),
    (5, "Slow cooling matters more than peak heat."),
    (["5"], "Slow cooling matters more than peak heat."),
    ([5, 6], "Slow cooling matters more than peak heat. Most studios ignore it."),
]
NO_QUOTES: list[object] = [
    [99], [0], [-1], [5.0], [True], "Slow cooling matters more than peak heat.", ["Most studios ignore it."],
    [1], [7], [4, 5], [5, 5], [6, 5], [2, 4], [2, 3, 4], {"from": 5},
]  # fmt: skip


@pytest.mark.parametrize(("value", "text"), QUOTES)
def test_a_quote_is_a_slice(value: object, text: str) -> None:
    field, said = held("quote", value)
    assert (field.text, said) == (text, [])


@pytest.mark.parametrize("value", NO_QUOTES, ids=str)
def test_what_is_no_quote(value: object) -> None:
    field, said = held("quote", value)
    assert field is None
    assert said == ["quote"]


def test_references() -> None:
    field, said = held("key", {"link": 1, "sentence": None})
    assert (field.text, field.url, said) == ("Kiln Atlas", "https://example.org/atlas", [])
    field, said = held("key", {"link": None, "sentence": 1})
    assert (field.text, field.url, said) == ("March 2031: Kiln schedules", "", [])
    field, said = held("key", {"link": 9, "sentence": 2})
    assert field.url == ""
    assert said == ["reference"]
    for lie in ({"link": "https://evil.example"}, {"link": 0}, {"link": 3, "sentence": 70}):
        field, said = held("key", lie)
        assert field is None
        assert "reference" in said


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The atlas is out. Read it here.", "Read it here."),
        ("The atlas by Okafor, which is out, can be read here for 1,200 days (at no cost).", None),
        ("The atlas is out (here).", "The atlas is out (here)."),  # the anchor is all that the bracket has
    ],
)
def test_an_anchor_that_says_nothing_is_shown_with_its_clause(text: str, shown: str | None) -> None:
    doc = document(block(text, here="https://example.org/atlas"))
    verified = verify(task(doc, FIELDS[0]), Draft({"key": {"link": 1}}), {"notes": doc})
    field = verified.fields["key"]
    assert isinstance(field, Reference)
    assert (field.text, field.url) == (shown or "can be read here for 1,200 days", "https://example.org/atlas")


def test_an_anchor_that_says_what_it_leads_to_is_shown_by_itself() -> None:
    doc = document(
        block("It comes with a link to download the log.", a_link_to_download_the_log="https://example.org/log")
    )
    field = verify(task(doc, FIELDS[0]), Draft({"key": {"link": 1}}), {"notes": doc}).fields["key"]
    assert isinstance(field, Reference)
    assert field.text == "a link to download the log"


def test_other_references_are_listed_once_and_without_the_key_item() -> None:
    full = {
        "key": {"link": 1},
        "others": [2, 1, 2, "L2", 8],
        "idea": None,
        "quote": None,
        "tags": None,
        "view": None,
        "listing": None,
    }
    verified = verify(TASK, Draft(full), DOCUMENTS)
    others = verified.fields["others"]
    assert isinstance(others, References)
    assert [item.url for item in others.items] == ["https://example.org/log"]
    assert isinstance(verified.fields["key"], Reference)
    assert [p.finding.check for p in verified.problems] == ["reference"]
    assert [n.check for n in verified.notes] == ["repeat", "repeat"]  # L2 twice, and the key item


def test_tags_are_words_of_the_source() -> None:
    field, said = held("tags", ["firings", "blockchain", "firings", "KA-2", "firing"])
    assert field == Tags(("firings", "KA-2", "firing"))
    assert said == ["tags", "repeat"]
    assert held("tags", ["lista", "tud"]) == (None, ["tags", "tags"])  # pieces of words


def test_code_is_taken_whole() -> None:
    field, _ = held("listing", 7)
    assert isinstance(field, Excerpt)
    assert field.text == "hold = 14\ncool(hold)"
    assert held("listing", 2) == (None, ["excerpt"])


def test_a_view_may_judge_but_not_invent() -> None:
    field, said = held("view", ["Studios would do well to try it.", "It will save 40% by 2040."])
    assert field.sentences == ("Studios would do well to try it.",)
    assert said == ["numbers"]


def test_a_missing_and_an_unasked_field_are_on_record() -> None:
    verified = verify(TASK, Draft({"poem": "Roses are red"}), DOCUMENTS)
    assert verified.fields == {}
    assert {p.field for p in verified.problems} == {spec.key for spec in FIELDS}
    assert [n.check for n in verified.notes] == ["shape"]


def test_too_many_sentences_are_cut_and_said() -> None:
    texts = [
        "It measures 312 firings.",
        "Okafor measures firings.",
        "Lindqvist measures firings.",
        "The paper measures firings.",
    ]
    field, said = held("idea", [{"text": t, "cites": [2]} for t in texts])
    assert len(field.sentences) == 3
    assert said == ["length"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 12) | st.floats(allow_nan=False) | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["text", "cites", "link", "x"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from([spec.key for spec in FIELDS]), json_values))
def test_whatever_is_answered_quotes_are_slices_and_prose_is_cited(fields: dict[str, object]) -> None:
    verified = verify(TASK, Draft(fields), DOCUMENTS)
    for field in verified.fields.values():
        if isinstance(field, Quote | Reference | Excerpt):
            assert field.text == verified.evidence[field.cite.evidence].text[field.cite.start : field.cite.end]
        if isinstance(field, Prose):
            assert all(s.cites for s in field.sentences)


def test_a_heading_is_no_sentence() -> None:
    spec = FieldSpec("heading", "prose", "Heading", role="heading", most=1)
    short = "Slow cooling matters more than peak heat"
    long = f"In short, the atlas changes how studios plan a firing, and {short.lower()} for most of them"
    assert held("heading", sentence(short, 5), task(DOC, spec))[0] is not None
    assert held("heading", sentence(long, 5, 8), task(DOC, spec)) == (None, ["length"])
