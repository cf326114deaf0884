"""What holds for anything: more of what the tests of each part try with a few examples. FAULTS=long tries thousands.

Quotes are slices for any text and any reply; parse and print of briefing.json is the identity; rendering never raises;
planning loses and doubles no block; text fragments find their sentence in a real browser.
"""

import html
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page as Tab

from briefing.errors import BriefingError
from briefing.fragment import leads_to
from briefing.model import Briefing, Document, FieldKind, FieldSpec, Located, Origin, Page, Period
from briefing.readers.html import read_html
from briefing.steps.cite import cite
from briefing.steps.extract import extract
from briefing.steps.reading import section_reading
from briefing.steps.verify import verify
from briefing.walk import is_taken, items_of
from briefing.writers.base import Draft, Task
from tests import test_codec, test_fragment
from tests.browser import TARGET_STYLE, chromium
from tests.faults.seeds import amount, chance_of, limits, seeds
from tests.faults.test_doors import mangled
from tests.renderers import test_html, test_markdown
from tests.steps import test_plan_partition

LIMITS = limits(25, 10_000)

# ── Quotes ──────────────────────────────────────────────────────────────────────────────────────────────────────

KINDS: tuple[FieldKind, ...] = (
    "prose", "quote", "quotes", "words", "reference", "references", "tags", "code", "figure", "table", "analysis",
)  # fmt: skip
FIELDS = tuple(FieldSpec(kind, kind, kind) for kind in KINDS)
NUMBERS = st.integers(-1, 14)
WORDS = st.sampled_from(["One", "two", "three", "A", "q", "1", "2", "{1}", "“One”", "[2]", "<b>", ""])
SAID = st.lists(WORDS, max_size=4).map(" ".join) | st.text(max_size=12)
CUT = st.fixed_dictionaries({"sentence": NUMBERS, "from": SAID, "to": st.none() | SAID})
ITEM = st.fixed_dictionaries(
    {"text": SAID, "cites": st.lists(NUMBERS, max_size=3), "quotes": st.lists(CUT, max_size=2)}
)
VALUE = st.one_of(
    NUMBERS, SAID, CUT, st.none(), st.lists(NUMBERS, max_size=4), st.lists(st.lists(NUMBERS, max_size=3), max_size=3),
    st.lists(ITEM, max_size=3), st.fixed_dictionaries({"link": NUMBERS, "sentence": NUMBERS}),
)  # fmt: skip


def located(document: Document) -> list[Located]:
    return [Located(document.source, place, block) for place, block in enumerate(document.blocks)]


@pytest.mark.parametrize("kind", ["html", "md", "xml"])
@LIMITS
@given(data=st.data(), draft=st.dictionaries(st.sampled_from(KINDS), VALUE, min_size=3))
def test_quotes_are_slices_for_any_text_and_any_reply(kind: str, data: st.DataObject, draft: dict[str, object]) -> None:
    raw = data.draw(mangled(kind)).encode("utf-8", "replace")
    try:
        document = extract(Page("s", f"https://example.org/x.{kind}", Origin.LIVE, raw))
    except BriefingError:
        return
    task = Task("s", "t", "en", FIELDS, section_reading(located(document)), (), None)
    verified = verify(task, Draft(draft), {"s": document})
    texts = {block.text for block in document.blocks}
    assert {evidence.text for evidence in verified.evidence.values()} <= texts
    for field in verified.fields.values():
        assert all(is_taken(item, verified.evidence) for item in items_of(field))


# ── The tests of the parts, with more examples ──────────────────────────────────────────────────────────────────


@LIMITS
@given(test_codec.briefings)
def test_parse_and_print_is_the_identity(briefing: Briefing) -> None:
    test_codec.test_parse_and_print_are_inverse.hypothesis.inner_test(briefing)  # type: ignore[attr-defined]


@settings(LIMITS, max_examples=amount(10, 2_000))
@given(test_codec.briefings)
def test_rendering_never_raises(briefing: Briefing) -> None:
    test_html.test_any_briefing_can_be_rendered.hypothesis.inner_test(briefing)  # type: ignore[attr-defined]
    test_markdown.test_any_briefing_can_be_rendered.hypothesis.inner_test(briefing)  # type: ignore[attr-defined]


@LIMITS
@given(test_plan_partition.documents, test_plan_partition.periods)
def test_planning_loses_and_doubles_no_block(sources: list[Document], period: Period) -> None:
    test_plan_partition.test_every_block_has_one_place.hypothesis.inner_test(sources, period)  # type: ignore[attr-defined]


# ── Text fragments in a real browser ────────────────────────────────────────────────────────────────────────────

PIECES = (
    "the kiln", "was fired", "on 4 May", "3,5 %", "isn’t", "“old”", "well-known", "résumé", "Nobody", "saw it", "again",
    "窯は", "熱い", "A & B", "C++", "(twice)", "e.g.", "Ofen", "ß", "Ünal", "ﬁne", "x/y", "1–2", "…", "#4", "fog: ice",
    "Ж",
)  # fmt: skip
INLINE = (
    *["{}"] * 30,
    "{}<br>",
    *["<b>{}</b>", "<a href='/x'>{}</a>", "<i>{}</i>", "<code>{}</code>", "<span>{}</span>"] * 3,
)
AROUND = ("<p>{}</p>", "<p>{}</p>", "<li>{}</li>", "<blockquote><p>{}</p></blockquote>", "<h3>{}</h3>", "<div>{}</div>")


def any_page(chance: random.Random) -> str:
    """Sentences of few words, many of them twice, with markup within and around them."""
    sentences = [
        " ".join(chance.choices(PIECES, k=chance.randint(3, 9))).capitalize() + chance.choice(".!?") for _ in range(12)
    ]
    paragraphs = []
    for _ in range(14):
        said = " ".join(chance.choices(sentences, k=chance.randint(1, 4)))
        words = [chance.choice(INLINE).format(html.escape(word)) for word in said.split(" ")]
        paragraphs.append(chance.choice(AROUND).format(" ".join(words)))
    body = f"<article><h1>Kilns</h1>{''.join(paragraphs)}</article>"
    return f"<html lang=en><style>{TARGET_STYLE}</style><body>{body}</body>"


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    with chromium() as browser:
        yield browser.new_page(viewport={"width": 1000, "height": 1600})


@pytest.mark.browser
@pytest.mark.parametrize("seed", seeds(2, 60))
def test_fragments_find_their_sentence_in_a_browser(tmp_path: Path, tab: Tab, seed: int) -> None:
    chance, file = chance_of("fragments", seed), tmp_path / "page.html"
    file.write_text("<!doctype html><meta charset=utf-8>" + any_page(chance), encoding="utf-8")
    document = extract(Page("s", file.as_uri(), Origin.LIVE, file.read_bytes(), media_type="text/html"))
    assert document.visible == read_html(Page("s", file.as_uri(), Origin.LIVE, file.read_bytes())).visible
    places = [
        (each, span) for each in located(document) for span in each.block.sentences if each.block.kind != "heading"
    ]
    told = 0
    for each, span in chance.sample(places, min(6, len(places))):
        made, evidence = cite(document, each, span.start, span.end)
        address, sentence = made.url or evidence.url, each.block.text[span.start : span.end]
        if leads_to(address, document.visible, each.block.text, span.start, span.end):
            told += 1
            assert test_fragment.shown(tab, address) == "".join(sentence.split()), sentence
    assert told >= 4  # of six; what stands twice between the same words cannot be told apart
