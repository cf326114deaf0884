"""Parse and print of briefing.json are inverse, for any briefing; a damaged file is one message."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import codec
from briefing.errors import OutputError
from briefing.model import (
    Analysis,
    Briefing,
    Cite,
    Evidence,
    Excerpt,
    Field,
    Finding,
    Origin,
    Overview,
    Period,
    Prose,
    Quote,
    Quotes,
    Reference,
    References,
    Section,
    Sentence,
    SourceRecord,
    Tags,
    Words,
    Woven,
    WriterRecord,
)

text = st.text(max_size=20)
number = st.integers(0, 10_000)
cites = st.builds(Cite, text, number, number, text)
fields: st.SearchStrategy[Field] = st.one_of(
    st.builds(
        Prose,
        st.lists(
            st.builds(
                Sentence,
                text,
                st.lists(cites, max_size=3).map(tuple),
                st.lists(st.builds(Woven, number, number, cites), max_size=2).map(tuple),
            ),
            max_size=3,
        ).map(tuple),
    ),
    st.builds(Quote, text, cites),
    st.builds(Quotes, st.lists(st.builds(Quote, text, cites), max_size=3).map(tuple)),
    st.builds(Words, text, cites),
    st.builds(Reference, text, text, cites),
    st.builds(References, st.lists(st.builds(Reference, text, text, cites), max_size=3).map(tuple)),
    st.builds(Tags, st.lists(text, max_size=3).map(tuple)),
    st.builds(Excerpt, st.sampled_from(["code", "figure", "table"]), text, cites, text, text),
    st.builds(Analysis, st.lists(text, max_size=3).map(tuple)),
)
field_maps = st.dictionaries(text, fields, max_size=4)
briefings = st.builds(
    Briefing,
    name=text,
    title=text,
    style=text,
    language=text,
    period=st.builds(
        Period, st.sampled_from(["month", "quarter", "week", "heading"]), st.none() | st.integers(1000, 9999)
    ),
    writer=st.builds(WriterRecord, text, text),
    sources=st.lists(
        st.builds(SourceRecord, text, text, text, text, text, text, st.sampled_from(list(Origin)), text), max_size=3
    ).map(tuple),
    sections=st.lists(
        st.builds(
            Section,
            text,
            text,
            text,
            st.dictionaries(text, text, max_size=2),
            field_maps,
            st.dictionaries(text, number, max_size=2),
        ),
        max_size=3,
    ).map(tuple),
    overview=st.builds(Overview, text, field_maps),
    evidence=st.dictionaries(
        text, st.builds(Evidence, text, text, st.lists(text, max_size=2).map(tuple), text), max_size=3
    ),
    findings=st.lists(
        st.builds(Finding, text, text, text, st.sampled_from(["info", "warning", "error"]), text), max_size=3
    ).map(tuple),
    schema=st.just(1),
)


@given(briefings)
def test_parse_and_print_are_inverse(briefing: Briefing) -> None:
    raw = codec.dump(briefing)
    assert codec.load(raw, "x") == briefing
    assert codec.dump(codec.load(raw, "x")) == raw
    assert raw.endswith(b"\n")


def _minimal() -> dict[str, object]:
    return {
        "schema": 1,
        "name": "n",
        "title": "t",
        "style": "briefing",
        "language": "en",
        "period": {"by": "month"},
        "writer": {"engine": "extractive", "model": ""},
        "sources": [],
        "sections": [],
        "overview": {"fingerprint": "", "fields": {}},
        "evidence": {},
        "findings": [],
    }


def _section() -> dict[str, object]:
    return {"id": "2031-01", "title": "t", "fingerprint": "", "read": {"a": "0"}, "fields": {}}


def test_what_earlier_versions_did_not_write_is_empty() -> None:
    source = {"id": "a", "title": "", "author": "", "site": "", "published": "", "url": "", "origin": "file"}
    briefing = codec.load(json.dumps(_minimal() | {"sections": [_section()], "sources": [source]}).encode(), "x")
    assert briefing.sections[0].length == {}
    assert briefing.sources[0].language == ""


def test_minimal_is_read() -> None:
    assert codec.load(json.dumps(_minimal()).encode(), "x").title == "t"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"schema": 99}, "schema 99"),
        ({"schema": None}, "no `schema`"),
        ({"overview": {"fields": {}}}, "'fingerprint' is missing"),
        ({"period": {"by": "decade"}}, "by"),
        ({"overview": {"fingerprint": "", "fields": {"x": {"kind": "poem"}}}}, "poem"),
        ({"overview": {"fingerprint": "", "fields": {"x": {"kind": "quote", "text": 1}}}}, "text"),
        ({"findings": [{"where": "a", "check": "b", "message": "c", "colour": "red"}]}, "colour"),
        ({"sections": "none"}, "string indices"),
        ({"sections": [_section() | {"length": {"a": -1}}]}, "length: Expected `int` >= 0"),
        ({"sections": [_section() | {"length": {"a": "long"}}]}, "length: Expected `int`, got `str`"),
    ],
)
def test_damage_is_one_message(change: dict[str, object], says: str) -> None:
    with pytest.raises(OutputError) as caught:
        codec.load(json.dumps(_minimal() | change).encode(), "outputs/n/briefing.json")
    assert says in str(caught.value)
    assert str(caught.value).startswith("outputs/n/briefing.json: ")


@pytest.mark.parametrize("raw", [b"", b"[]", b"{", b"\xff\xfe", b"null", b"[" * 100_000])
def test_what_is_no_json_is_one_message(raw: bytes) -> None:
    with pytest.raises(OutputError):
        codec.load(raw, "x")
