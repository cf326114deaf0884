"""What is the same for all formats: sentences by kind, language by script, pages without an article."""

import pytest
from msgspec.structs import fields, replace

from briefing.errors import NotAnArticle
from briefing.model import Block, Document, Link, Origin, Page
from briefing.steps.extract import extract, sentenced, split, spoken_language


def page(text: str) -> Page:
    return Page("a", "a.md", Origin.FILE, text.encode(), path="a.md")


def pieces(block: Block, language: str = "en") -> list[str]:
    return [block.text[s.start : s.end] for s in split(block, language)]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Block("paragraph", "One is here. Two is there."), ["One is here.", "Two is there."]),
        (Block("heading", "1. January. What now?"), ["1. January. What now?"]),
        (Block("code", "a = 1\n\nb = 2"), ["a = 1\n\nb = 2"]),
        (Block("table", "kiln | heat\nEmber | 1280\n"), ["kiln | heat", "Ember | 1280"]),
        (
            Block("paragraph", "Read Is Ash Better? A Study of Kilns now. Then rest.", links=(Link(5, 36, "https://a.org"),)),
            ["Read Is Ash Better? A Study of Kilns now.", "Then rest."],
        ),
    ],
    ids=["paragraph", "heading", "code", "table", "no end inside of a link"],
)  # fmt: skip
def test_sentences_by_kind(block: Block, expected: list[str]) -> None:
    assert pieces(block) == expected


def test_each_field_is_kept() -> None:
    links = (Link(0, 1, "https://a.org"),)
    every = Block(
        "paragraph", "A. B.", 1, links, (), "https://a.org/p.png", "sh", 3, (2,), "2031-05-04", "https://b.org"
    )
    assert all(getattr(every, field.name) for field in fields(Block) if field.name != "sentences")
    assert replace(sentenced(every, "en"), sentences=()) == every


GERMAN = "Der Ofen ist warm, und die Werkstatt ist nicht mehr so kalt, wie sie es in dem langen Winter noch war."


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("", "The kiln is warm and the studio is cold.", "en"),
        ("", "Der Ofen ist warm, und die Werkstatt ist nicht mehr so kalt wie sie im Winter war.", "de"),
        ("de", "The kiln is warm and the studio is cold.", "de"),
        ("en", f"{GERMAN} {GERMAN} {GERMAN}", "de"),
        ("en", GERMAN, "en"),  # a few words may be quoted
        ("tr", f"{GERMAN} {GERMAN} {GERMAN}", "tr"),  # of which no function words are known
        ("en-us", "窯は温かい。工房は寒い。そして冬が来る。", "ja"),
        ("", "窑很暖和。工作室很冷。冬天来了。", "zh"),
        ("", "가마는 따뜻하다. 공방은 춥다.", "ko"),
        ("uk", "Піч тепла, а майстерня холодна.", "uk"),
        ("", "الفرن دافئ والورشة باردة.", "ar"),
    ],
)
def test_language(declared: str, text: str, language: str) -> None:
    document = Document("a", "a.md", Origin.FILE, (Block("paragraph", text),), language=declared)
    assert spoken_language(document) == language


def test_who_names_the_language_has_the_last_word() -> None:
    assert extract(page("Der Ofen ist warm."), "de").language == "de"


@pytest.mark.parametrize("text", ["", "# Only a heading", "\n\n"])
def test_nothing_to_brief(text: str) -> None:
    with pytest.raises(NotAnArticle):
        extract(page(text))
