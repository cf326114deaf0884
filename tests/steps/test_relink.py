"""Addresses stay as they were committed while they lead to their sentence."""

import pytest
from msgspec.structs import replace

from briefing.model import (
    Block,
    Briefing,
    Cite,
    Document,
    Excerpt,
    Origin,
    Overview,
    Period,
    Plan,
    Prose,
    Quote,
    Reference,
    References,
    Section,
    SectionPlan,
    Sentence,
    Tags,
    WriterRecord,
)
from briefing.steps.cite import cite
from briefing.steps.reading import index_blocks
from briefing.steps.relink import DRIFT, Relinker, relinker
from tests.steps.build import block, located

FIRST, SECOND = "The atlas measures 312 firings.", "It saves 9% of the energy."
TEXT = f"{FIRST} {SECOND}"


def note(line: int, *blocks: Block) -> Document:
    """A file in which the block of TEXT begins at a line, and its second sentence a line below."""
    made = replace(block(TEXT), line=line, line_starts=(len(FIRST) + 1,))
    return Document("n", "notes.md", Origin.FILE, (made, *blocks), path="notes.md", kind="text")


def page(visible: str, url: str = "https://example.org/a") -> Document:
    return Document("n", url, Origin.LIVE, (block(TEXT),), kind="page", visible=visible)


def blocks_of(doc: Document) -> dict[str, object]:
    return dict(index_blocks(Plan((SectionPlan("2031-01", "January", located(doc)),))))


def committed(doc: Document, start: int = 0, end: int = len(FIRST)) -> tuple[Briefing, Cite]:
    found, evidence = cite(doc, located(doc)[0], start, end)
    section = Section("2031-01", "January", "f", {}, {"quote": Quote(TEXT[start:end], found)})
    made = Briefing("n", "t", "s", "en", Period(), WriterRecord("e"), (), (section,), Overview("", {}))
    return replace(made, evidence={found.evidence: evidence}), found


def again(before: Briefing | None, now: Document) -> Relinker:
    return relinker(before, {"n": now}, blocks_of(now))  # type: ignore[arg-type]


def leads(relinked: Relinker, found: Cite) -> str:
    return relinked.cite(found).url or relinked.evidence(found.evidence).url


LINES = [(3, 3, 3), (3, 3 + DRIFT, 3), (3, 4 + DRIFT, 4 + DRIFT), (30, 30 - DRIFT, 30), (30, 29 - DRIFT, 29 - DRIFT)]


@pytest.mark.parametrize(("was", "now", "line"), LINES)
def test_a_line_may_drift_a_little(was: int, now: int, line: int) -> None:
    before, found = committed(note(was))
    assert leads(again(before, note(now)), found) == f"notes.md#L{line}"


def test_a_sentence_keeps_its_own_line() -> None:
    before, found = committed(note(3), len(FIRST) + 1, len(TEXT))
    assert found.url == "notes.md#L4"
    assert again(before, note(6)).cite(found).url == "notes.md#L4"
    assert again(before, note(60)).cite(found).url == "notes.md#L61"


def test_what_was_not_committed_gets_its_own_address() -> None:
    _, found = committed(note(3))
    assert leads(again(None, note(8)), found) == "notes.md#L8"
    other, _ = committed(note(3), len(FIRST) + 1, len(TEXT))
    assert leads(again(other, note(30)), found) == "notes.md#L30"


def test_a_file_that_moved() -> None:
    before, found = committed(note(3))
    moved = replace(note(3), url="other.md", path="other.md")
    assert leads(again(before, moved), found) == "other.md#L3"


PAGES = [
    ("nothing changed", page(TEXT), True),
    ("more before and after", page(f"News of May. {TEXT} Berg agrees."), True),
    ("the sentence stands there before, too", page(f"{FIRST} So it was. {TEXT}"), False),
    ("the same words stand before, in another sentence", page(f"They say: {FIRST[:-1]}, no more. {TEXT}"), False),
    ("another page", page(TEXT, "https://example.org/b"), False),
    ("what is visible is not known", page(""), False),
]


@pytest.mark.parametrize(("now", "stays"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES])
def test_a_text_fragment_stays_while_it_leads_there(now: Document, stays: bool) -> None:
    before, found = committed(page(f"{TEXT} And more."))
    old = found.url or before.evidence[found.evidence].url
    fresh = leads(again(None, now), found)
    assert leads(again(before, now), found) == (old if stays else fresh)


@pytest.mark.parametrize(
    "typed", ["https://example.net/#:~:text=The", "https://example.org/a#:~:text=", "x", "notes.md#L99"]
)
def test_an_address_that_somebody_typed_is_mended(typed: str) -> None:
    now = page(TEXT)
    before, found = committed(now)
    name = found.evidence
    lies = replace(before, evidence={name: replace(before.evidence[name], url=typed)})
    section = replace(before.sections[0], fields={"quote": Quote(FIRST, replace(found, url=typed))})
    lies = replace(lies, sections=(section,))
    assert leads(again(lies, now), found).startswith("https://example.org/a#:~:text=The%20atlas")
    assert again(lies, now).evidence(name).url.startswith("https://example.org/a#:~:text=The%20atlas")


def test_every_kind_of_field() -> None:
    before, found = committed(note(3))
    relinked = again(before, note(50))
    stale = replace(found, url="notes.md#L3")
    sentence = Sentence("It counts.", (stale,))
    fields = {
        "idea": Prose((sentence,)),
        "quote": Quote(FIRST, stale),
        "key": Reference("atlas", "u", stale),
        "others": References((Reference("atlas", "u", stale),)),
        "listing": Excerpt("code", FIRST, stale),
        "tags": Tags(("atlas",)),
    }
    made = relinked.fields(fields)
    assert made.keys() == fields.keys()
    assert "L3" not in str(made)
    assert made["tags"] == fields["tags"]
