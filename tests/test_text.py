"""Canonical text and its sentences."""

import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Link
from briefing.text import TextBuilder, canonical, sentences

SENTENCES = [
    ("en", "It fell. Then it rose.", ["It fell.", "Then it rose."]),
    ("en", "See Fig. 3 for it. Next.", ["See Fig. 3 for it.", "Next."]),
    ("en", "Some models, e.g. Llama, do. Others not.", ["Some models, e.g. Llama, do.", "Others not."]),
    (
        "en",
        "It held (cf. No. 4 of p. 3). Not so the Fig. The kiln did.",
        ["It held (cf. No. 4 of p. 3).", "Not so the Fig. The kiln did."],
    ),
    ("en", "Kilns, glazes, etc. However, it failed.", ["Kilns, glazes, etc.", "However, it failed."]),
    ("en", "By Okafor et al. (2031) it was shown.", ["By Okafor et al. (2031) it was shown."]),
    ("en", "It rose by 5.4% in v. 2 of it.", ["It rose by 5.4% in v. 2 of it."]),
    ("en", "Is it so? Yes! “It is.” They said.", ["Is it so?", "Yes!", "“It is.”", "They said."]),
    ("en", "In Jan. 2031 Dr. Okafor came.", ["In Jan. 2031 Dr. Okafor came."]),
    (
        "en",
        "Use app.Router for it. Fix TestClient.__enter__ too.",
        ["Use app.Router for it.", "Fix TestClient.__enter__ too."],
    ),
    ("en", "1. Simple re-warming. 2. A small share.", ["1. Simple re-warming.", "2. A small share."]),
    ("en", "Set path=..., then go on. Stop.", ["Set path=..., then go on.", "Stop."]),
    ("de", "Das gilt z. B. hier. Dann nicht mehr.", ["Das gilt z. B. hier.", "Dann nicht mehr."]),
    ("zh", "首先如此。其次不是。", ["首先如此。", "其次不是。"]),
    ("ko", "회사를 옮겼다. 좋았다.", ["회사를 옮겼다.", "좋았다."]),
    ("ja", "出荷した。次は来月だ。", ["出荷した。", "次は来月だ。"]),
    ("ja", "窯は12基だった。2031年度には20基まで増えた。", ["窯は12基だった。", "2031年度には20基まで増えた。"]),
    ("ja", "「窯は冷えた。3日かかった。」と書いた。", ["「窯は冷えた。3日かかった。」と書いた。"]),
    (
        "fr",
        "Rien chez M. Aubin ni chez Mme. Lebrun. MM. Roy et Petit se taisent.",
        ["Rien chez M. Aubin ni chez Mme. Lebrun.", "MM. Roy et Petit se taisent."],
    ),
    ("fr", "La taille est XM. Le four est chaud.", ["La taille est XM.", "Le four est chaud."]),
    (
        "nl",
        "Het rapport van mevr. De Boer is klaar. Het is kort.",
        ["Het rapport van mevr. De Boer is klaar.", "Het is kort."],
    ),
    ("en", "He fired plan M. The kiln held.", ["He fired plan M.", "The kiln held."]),
]


@pytest.mark.parametrize(("language", "text", "expected"), SENTENCES, ids=[row[1] for row in SENTENCES])
def test_sentences(language: str, text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in sentences(text, language)] == expected


@given(st.text(max_size=200).map(canonical), st.sampled_from(["en", "de", "ja", "xx", ""]))
def test_sentences_cover_the_text_in_order(text: str, language: str) -> None:
    spans = sentences(text, language)
    covered = {i for span in spans for i in range(span.start, span.end)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in spans)


@pytest.mark.parametrize(
    "sentence", ["This is one sentence with a few words in it. ", "Ist es so, wie es war? ", "首先如此。"]
)
def test_long_texts_are_split_like_short_ones(sentence: str) -> None:
    text = (sentence * 3000).strip()
    assert {text[s.start : s.end] for s in sentences(text, "de")} == {sentence.strip()}


def test_a_sentence_that_never_ends_takes_no_longer_for_it() -> None:
    """The splitter cuts at each of its abbreviations, and what was cut is joined again."""
    text = canonical("e.g. " * 300_000 + "the end.")
    began = time.process_time()
    assert len(sentences(text, "es")) == 1
    assert time.process_time() - began < 4  # half a second, and ten where all of it is copied each time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The kiln\U000e0041\U000e0042 is hot.", "The kiln is hot."),
        ("\U000e0001The kiln", "The kiln"),
        ("A heart \u2764\ufe0f and one\ufe0f\U000e0101\U000e0102 more", "A heart \u2764\ufe0f and one\ufe0f more"),
        ("葛\U000e0100飾区", "葛\U000e0100飾区"),  # one of the forms of a letter
        ("\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", None),  # the flag of Scotland
        ("a\u200bb \u0627\u200c\u0628", None),
    ],
)
def test_nothing_is_spelled_out_unseen(text: str, expected: str | None) -> None:
    assert canonical(text) == (text if expected is None else expected)
    builder = TextBuilder()
    builder.add(text, "https://example.org/")
    assert builder.build()[0] == canonical(text)


@given(st.text(max_size=80))
def test_canonical_is_stable(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once == unicodedata.normalize("NFC", once)
    assert "  " not in once


@given(st.text("ab é\u0301\n\t\x1c\x7f\u00a0\u2028\u3000“", max_size=20))
def test_all_white_space_is_one_space(text: str) -> None:
    assert canonical(text) == unicodedata.normalize("NFC", " ".join(text.split()))


@given(
    st.lists(
        st.tuples(st.text("ab \n\u0301é", max_size=6), st.sampled_from(["", "https://a.org", "https://b.org"])),
        max_size=6,
    )
)
def test_links_are_slices(runs: list[tuple[str, str]]) -> None:
    builder = TextBuilder()
    for text, url in runs:
        builder.add(text, url)
    whole, links = builder.build()
    assert whole == canonical("".join(text for text, _ in runs))
    assert all(0 <= k.start <= k.end <= len(whole) for k in links)


@pytest.mark.parametrize("before", ["", "a ", "a\u0301", "e"])
@pytest.mark.parametrize(
    "anchor", ["paper", " paper ", "\u0301paper", "é", "e\u0301 x", "\u212apaper", "\u00a0paper\u2003"]
)
def test_offsets_when_letters_compose(before: str, anchor: str) -> None:
    builder = TextBuilder()
    for text, url in [(before, ""), (anchor, "https://a.org"), (" end", "")]:
        builder.add(text, url)
    whole, (link,) = builder.build()
    assert whole == canonical(before + anchor + " end")
    assert whole[link.start : link.end] in canonical(anchor) or canonical(anchor).endswith(whole[link.start : link.end])
    assert whole[link.end :].strip() == "end"


def test_a_link_in_several_runs_is_one() -> None:
    builder = TextBuilder()
    for text, url in [("See ", ""), ("the ", "https://a.org"), ("paper", "https://a.org"), (" now", "")]:
        builder.add(text, url)
    assert builder.build() == ("See the paper now", (Link(4, 13, "https://a.org"),))


def test_lines_are_known() -> None:
    builder = TextBuilder()
    for text, url in [("See the ", ""), ("long\npaper", "https://a.org"), (" now.\n\nThen  rest.", "")]:
        builder.add(text, url)
    text, _ = builder.build()
    assert text == "See the long paper now. Then rest."
    assert [text[start:] for start in builder.line_starts()] == ["paper now. Then rest.", "Then rest.", "Then rest."]


def test_half_of_a_pair_of_surrogates_ends_no_sentence_and_stops_nothing() -> None:
    text = "It fell \ud800. Then it rose."
    assert [text[span.start : span.end] for span in sentences(text)] == ["It fell \ud800.", "Then it rose."]
