"""The door for what a model's server sends."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import FieldKind, FieldSpec
from briefing.writers.reply import Answer, Unreadable, answer, values, whole_part


def body(message: object, **more: object) -> str:
    return json.dumps({"choices": [{"message": message, "finish_reason": "stop"}], **more})


ANSWERS = {
    "whole": (
        body({"content": "x"}, usage={"prompt_tokens": 1, "completion_tokens": 2}),
        Answer("x", "stop", "", 1, 2),
    ),
    "no usage": (body({"content": "x"}), Answer("x", "stop")),
    "odd usage": (body({"content": "x"}, usage={"prompt_tokens": -1, "completion_tokens": "?"}), Answer("x", "stop")),
    "no content": (body({"content": None}), Answer("", "stop")),
    "a refusal": (body({"content": None, "refusal": "no"}), Answer("", "stop", "no")),
    "parts": (body({"content": [{"type": "thinking"}, {"type": "text", "text": "x"}]}), Answer("x", "stop")),
    "a lone surrogate": ('{"choices": [{"message": {"content": "\\ud800x"}}]}', Answer("\ufffdx")),
    "unknown properties": (body({"content": "x", "reasoning": "y"}, id=3), Answer("x", "stop")),
}


@pytest.mark.parametrize(("text", "expected"), ANSWERS.values(), ids=ANSWERS.keys())
def test_answers(text: str, expected: Answer) -> None:
    assert answer(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "empty"),
        ("  <!doctype html>", "web page"),
        (body({"content": "x"})[:30], "cut off"),
        ("{}", "not a chat completion"),
        ("[]", "not a chat completion"),
        ('{"choices": []}', "not a chat completion"),
        (body({"content": 3}), "not a chat completion"),
        ("[" * 100_000, "cut off"),
    ],
)
def test_what_is_no_answer(text: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        answer(text)


SHAPES: list[tuple[FieldKind, object, object]] = [
    ("prose", [{"text": "A.", "cites": [1, "2", "[3]"]}], [{"text": "A.", "cites": [1, 2, 3]}]),
    ("prose", [{"text": "A."}], [{"text": "A.", "cites": []}]),
    ("prose", [], []),
    ("quote", [4, 5], [4, 5]),
    ("quote", [-4, 10**8], [-4, 10**8]),
    ("reference", {"link": "L2", "sentence": None}, {"link": 2, "sentence": None}),
    ("reference", {"sentence": 7}, {"link": None, "sentence": 7}),
    ("references", [1, "L2"], [1, 2]),
    ("quotes", [[4], ["[5]", 6]], [[4], [5, 6]]),
    ("words", {"sentence": 4, "from": "a", "to": None}, {"sentence": 4, "from": "a", "to": None}),
    ("tags", ["a", "b\ud800"], ["a", "b\ufffd"]),
    ("code", 3, 3),
    ("figure", "[3]", 3),
    ("table", None, None),
    ("analysis", ["I think so."], ["I think so."]),
]


@pytest.mark.parametrize(("kind", "sent", "read"), SHAPES)
def test_shapes(kind: FieldKind, sent: object, read: object) -> None:
    found = values(json.dumps({"reply_to": "1", "a": sent}), [FieldSpec("a", kind, "A")], "1")
    assert found.fields == {"a": read}
    assert found.defects == ()
    assert values('{"a": null}', [FieldSpec("a", kind, "A")], "1").fields == {"a": None}


def test_words_in_a_sentence_that_are_named_badly_cost_no_field() -> None:
    """What finds nothing is for verification, which takes a sentence at a time."""
    asked = [FieldSpec("a", "prose", "A", woven=True)]
    sent = [{"text": "{1}", "cites": ["[4]"], "quotes": ["typed", {"from": None}]}, {"text": "B.", "cites": [2]}]
    found = values(json.dumps({"a": sent}), asked, "1")
    assert found.fields == {"a": [{**sent[0], "cites": [4]}, {**sent[1], "quotes": []}]}


MISSHAPEN: list[tuple[FieldKind, object]] = [
    ("prose", "A."),
    ("prose", [{"cites": [1]}]),
    ("prose", [{"text": 3, "cites": []}]),
    ("prose", [{"text": "A.", "cites": [1.5]}]),
    ("prose", [{"text": "A.", "cites": [True]}]),
    ("quote", "the sentence itself"),
    ("quote", ["the sentence itself"]),
    ("quote", 4),
    ("quote", [10**12]),
    ("reference", 3),
    ("reference", {"link": "https://example.org"}),
    ("references", ["https://example.org"]),
    ("quotes", [4]),
    ("quotes", [["the sentence itself"]]),
    ("words", "4 May 2031"),
    ("words", [4]),
    ("tags", "a, b"),
    ("code", "print()"),
    ("analysis", {"text": "I think so."}),
]


@pytest.mark.parametrize(("kind", "sent"), MISSHAPEN)
def test_another_shape_is_left_out_and_named(kind: FieldKind, sent: object) -> None:
    asked = [FieldSpec("a", kind, "A"), FieldSpec("b", "quote", "B")]
    found = values(json.dumps({"a": sent, "b": [1]}), asked, "1")
    assert found.fields == {"b": [1]}
    assert len(found.defects) == 1
    assert found.defects[0].startswith("a is not of the shape asked for")
    with pytest.raises(Unreadable, match="no field of the shape"):
        values(json.dumps({"a": sent}), asked[:1], "1")


ASKED = [FieldSpec("a", "quote", "A"), FieldSpec("b", "quote", "B")]


@pytest.mark.parametrize(
    ("raw", "fields"),
    [
        ('{"a": [1], "b": [2]}', {"a": [1], "b": [2]}),
        ('{"a": [1]}', {"a": [1]}),
        ('{"a": [1], "other": "x"}', {"a": [1]}),
        ('```json\n{"a": [1]}\n```', {"a": [1]}),
        ('So {"this": 1}, then {"a": [1]}. {', {"a": [1]}),
        ('<think>{"a": [9]}</think>{"a": [1]}', {"a": [1]}),
        ('{"answer": {"a": [1]}}', {"a": [1]}),
    ],
)
def test_the_object_is_found(raw: str, fields: dict[str, object]) -> None:
    assert values(raw, ASKED, "1").fields == fields


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("", "empty"),
        ("Certainly!", "no JSON object"),
        ('{"a": [1', "cut off"),
        ('{"a": NaN}', "cut off or broken"),
        ('{"c": 1}', "none of the fields"),
        ('[{"text": "x"}]', "none of the fields"),
        ('{"a": ' * 20_000, "cut off"),
        ("{" * 200_000, "cut off"),
        ('{"a": ' + "9" * 5000 + "}", "cut off or broken"),
    ],
)
def test_where_there_is_none(raw: str, message: str) -> None:
    begun = time.monotonic()
    with pytest.raises(Unreadable, match=message):
        values(raw, ASKED, "1")
    assert time.monotonic() - begun < 1


def test_a_reply_to_another_request_is_none() -> None:
    with pytest.raises(Unreadable, match="replies to another request"):
        values('{"reply_to": "2", "a": [1]}', ASKED, "1")
    assert values('{"reply_to": "1", "a": [1]}', ASKED, "1").defects == ()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab") | st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.text() | JSON.map(json.dumps))
def test_no_reply_raises_anything_else(raw: str) -> None:
    try:
        found = values(raw, ASKED, "1")
    except Unreadable:
        return
    assert found.fields.keys() <= {"a", "b"}
    assert json.dumps(found.fields).encode()


@given(st.text() | JSON.map(json.dumps))
def test_no_answer_raises_anything_else(raw: str) -> None:
    try:
        answer(raw)
    except Unreadable:
        return


@pytest.mark.parametrize(
    ("raw", "whole"),
    [
        ('{"a": [1], "b": [2', '{"a": [1], "b": []}'),
        ('{"a": [1], "b": ["cut off in the mid', '{"a": [1], "b": []}'),
        ('Here: {"a": [1], "b"', '{"a": [1]}'),
        ('{"a": [12', '{"a": []}'),
    ],
)
def test_what_is_complete_of_a_cut_reply(raw: str, whole: str) -> None:
    """The member that was cut is left out, never guessed: 12 may have been going to be 120."""
    assert whole_part(raw) == whole


@pytest.mark.parametrize("raw", ["", "no JSON", '{"a": [1]} and more', "{]"])
def test_no_complete_part(raw: str) -> None:
    if raw.startswith('{"a"'):
        assert values(raw, ASKED, "1").fields == {"a": [1]}
    else:
        with pytest.raises(Unreadable):
            whole_part(raw)


@pytest.mark.parametrize("sent", [{"not": "asked for"}, {"number": 1}])
def test_a_reference_to_nothing_that_was_asked_for_is_told(sent: dict[str, object]) -> None:
    asked = [FieldSpec("a", "quote", "A"), FieldSpec("b", "reference", "B")]
    assert "b is not of the shape" in values(json.dumps({"a": [1], "b": sent}), asked, "1").defects[0]
    assert values('{"a": [1], "b": {}}', asked, "1").defects == ()
