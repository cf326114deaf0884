"""The sample that ships: its manifest, and the reading notes that are read where there is no network.

What can be checked inside the project is checked here; how the notes were checked against what they retell is in
docs/sample.md.
"""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from briefing.manifest import load_manifest
from briefing.model import Period
from briefing.text import canonical, sentences

SOURCES = Path(__file__).parents[1] / "sources"
KEY_PAPERS = {
    "part-1": {
        "January": "2401.04088",
        "February": "2402.09353",
        "March": "2403.08763",
        "April": "2404.10719",
        "May": "2405.09673",
        "June": "2406.17557",
    },
    "part-2": {
        "July": "2407.21783",
        "August": "2408.03314",
        "September": "2409.11402",
        "October": "2410.18982",
        "November": "2411.04330",
        "December": "2412.08905",
    },
}
FRAME = {
    "part-1": ["About these notes"],
    "part-2": ["About these notes", "Across the twelve months", "Outlook for 2025"],
}
MAX_WORDS = 45  # of a sentence
MAX_QUOTED = 5  # words between quotation marks: a term may be named, a sentence may not be quoted

LINK = re.compile(r"\[((?:[^\[\]])+)\]\((https://(?:[^\s()])+)\)")
QUOTED = re.compile(r"“([^”]*)”|\"([^\"]*)\"|«([^»]*)»")


def split_front_matter(notes: str) -> tuple[dict[str, str], str]:
    _, head, body = notes.split("---\n", 2)
    return dict(line.split(": ", 1) for line in head.splitlines()), body


def sections(body: str) -> list[tuple[str, str]]:
    """The second-level headings, each with the text below it."""
    pieces = re.split(r"^## (.+)$", body, flags=re.M)[1:]
    return list(zip(pieces[::2], pieces[1::2], strict=True))


def paragraphs(body: str) -> list[str]:
    return [canonical(LINK.sub(r"\1", part)) for part in re.split(r"\n\s*\n", body) if not part.strip().startswith("#")]


def of_form(body: str) -> list[str]:
    """What is wrong with the form of the text: long sentences, quotations, links that a reader would not see."""
    found = []
    for text in paragraphs(body):
        pieces = [text[span.start : span.end] for span in sentences(text)]
        found += [f"{len(piece.split())} words: {piece}" for piece in pieces if len(piece.split()) > MAX_WORDS]
        quoted = ("".join(groups) for groups in QUOTED.findall(text))
        found += [f"a quotation: {piece}" for piece in quoted if len(piece.split()) > MAX_QUOTED]
        found += [f"a link that is none: {text}"] * ("](" in text or "http" in text)
    return found + [f"a quotation: {line}" for line in body.splitlines() if line.startswith(">")]


def of_month(heading: str, text: str, month: str, number: str) -> list[str]:
    """What is wrong with the section of a month, whose key paper is arXiv:number."""
    found = [] if heading.startswith(f"{month} 2024: ") else [f"{month}: headed {heading!r}"]
    opening, _, relevance = text.partition("\n### Relevance\n")
    links = LINK.findall(opening)
    if not links or links[0][1] != f"https://arxiv.org/abs/{number}":
        found.append(f"{month}: the first link is not that of arXiv:{number}")
    if len(relevance.split()) < 30 or not re.search(r"Raschka|article", relevance):
        found.append(f"{month}: no relevance, or not said whose view it is")
    if re.search(r"^###", relevance, re.M):
        found.append(f"{month}: the relevance is not the last subsection")
    return found


def problems(part: str, notes: str) -> list[str]:
    meta, body = split_front_matter(notes)
    months = KEY_PAPERS[part]
    found = [f"front matter: no {key}" for key in ("title", "author", "source", "language") if not meta.get(key)]
    dated = [(heading, text) for heading, text in sections(body) if heading not in FRAME[part]]
    if len(dated) != len(months) or len(sections(body)) != len(months) + len(FRAME[part]):
        found.append(f"sections: {[heading for heading, _ in sections(body)]}")
    for (heading, text), (month, number) in zip(dated, months.items(), strict=False):
        found += of_month(heading, text, month, number)
    return found + of_form(body)


def read(part: str) -> str:
    return (SOURCES / "raschka-2024" / f"{part}.md").read_text(encoding="utf-8")


def test_the_manifest_names_two_articles_and_their_notes() -> None:
    manifest = load_manifest(SOURCES / "raschka-2024.yaml")
    assert (manifest.name, manifest.style) == ("raschka-2024", "briefing")
    assert manifest.title == "Noteworthy LLM research of 2024"
    assert manifest.period == Period("month", 2024)
    assert [source.id for source in manifest.sources] == ["part-1", "part-2"]
    for source in manifest.sources:
        assert source.url == f"https://magazine.sebastianraschka.com/p/ai-research-papers-2024-{source.id}"
        meta, _ = split_front_matter((SOURCES / source.fallback).read_text(encoding="utf-8"))
        assert meta["source"] == source.url


@pytest.mark.parametrize("part", KEY_PAPERS)
def test_the_notes_are_as_they_should_be(part: str) -> None:
    assert problems(part, read(part)) == []


@pytest.mark.parametrize("part", KEY_PAPERS)
def test_every_line_of_the_notes_is_one_sentence(part: str) -> None:
    """So that a change to a sentence is a change to one line."""
    _, body = split_front_matter(read(part))
    for line in body.splitlines():
        if line and not line.startswith("#"):
            assert line.endswith("."), line
            assert len(sentences(canonical(LINK.sub("Title", line)))) == 1, line


def test_the_two_parts_cover_the_year_once() -> None:
    numbers = [number for months in KEY_PAPERS.values() for number in months.values()]
    assert [number[:4] for number in numbers] == [f"24{month:02}" for month in range(1, 13)]
    places = [(read("part-1") + read("part-2")).index(f"/abs/{number}") for number in numbers]
    assert places[0] > 0
    assert [second for first, second in pairwise(places) if second < first] == [], "a key paper is named too early"


def replaced(old: str, new: str) -> Callable[[str], str]:
    def change(notes: str) -> str:
        assert old in notes
        return notes.replace(old, new)

    return change


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (replaced("## March 2024: ", "## "), "March: headed"),
        (replaced("## March 2024: ", "### March 2024: "), "sections: "),
        (replaced("abs/2404.10719", "abs/2404.19756"), "April: the first link is not that of arXiv:2404.10719"),
        (replaced("### Relevance", "### Reception"), "May: no relevance"),
        (replaced("Raschka's judgement: LoRA", "### More\n\nLoRA"), "May: the relevance is not the last"),
        (replaced("author: briefing contributors\n", ""), "front matter: no author"),
        (replaced("Raschka picked DoRA", "Raschka says: “One two three four five six.” He picked DoRA"), "a quotation"),
        (replaced("DoRA first splits", "> DoRA first splits"), "a quotation"),
        (replaced("DoRA first splits", "Word" + " word" * 45 + ". DoRA first splits"), "46 words: Word word"),
        (replaced("](https://commoncrawl.org/)", "] (https://commoncrawl.org/)"), "a link that is none"),
    ],
)
def test_what_these_tests_would_notice(change: Callable[[str], str], problem: str) -> None:
    assert any(found.startswith(problem) or problem in found for found in problems("part-1", change(read("part-1"))))
