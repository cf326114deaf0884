"""Whoever edits a briefing.json and makes its seals and pages anew is found out against the sources, at the line."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from briefing import codec
from briefing.manifest import load_manifest
from briefing.model import Analysis, Briefing, Cite, Field, Origin, Prose, Quote, Reference, Section
from briefing.pipeline import render
from briefing.steps.seal import seals
from briefing.style import load_style
from tests.rules.project import JSON, MANIFEST_FILE, found, made, text

EVIL = "https://evil.example/atlas"


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("resealed"))


@pytest.fixture
def briefing(committed: Path) -> Iterator[Briefing]:
    folder = (committed / JSON).parent
    before = {path: path.read_bytes() for path in folder.iterdir()}
    yield codec.load((committed / JSON).read_bytes(), JSON)
    for path, raw in before.items():
        path.write_bytes(raw)


def commit(root: Path, forged: Briefing) -> None:
    """With seals and pages that fit what was forged."""
    sections = tuple(replace(s, seals=seals(s.title, s.fields, forged.evidence)) for s in forged.sections)
    overview = replace(forged.overview, seals=seals("", forged.overview.fields, forged.evidence))
    manifest = load_manifest(root / MANIFEST_FILE)
    files = render(
        replace(forged, sections=sections, overview=overview), load_style(manifest.style, manifest.root), manifest
    )
    for name, content in files.items():
        ((root / JSON).parent / name).write_bytes(content)


def first(b: Briefing, **how: Any) -> Briefing:
    return replace(b, sections=(replace(b.sections[0], **how), *b.sections[1:]))


def with_field(b: Briefing, key: str, make: Callable[[Any], Field]) -> Briefing:
    fields = b.sections[0].fields
    return first(b, fields={**fields, key: make(fields.get(key))})


def cited(b: Briefing, **how: Any) -> Briefing:
    def edit(prose: Prose) -> Prose:
        sentence, *rest = prose.sentences
        return Prose((replace(sentence, cites=(replace(sentence.cites[0], **how),)), *rest))

    return with_field(b, "idea", edit)


def led(b: Briefing, **how: Any) -> Briefing:
    name = b.sections[0].fields["quote"].cite.evidence  # type: ignore[union-attr]
    return replace(b, evidence={n: replace(e, **how) if n == name else e for n, e in b.evidence.items()})


def shortened(quote: Quote) -> Quote:
    cut = len(quote.text.split()[0]) + 1
    return Quote(quote.text[cut:], Cite(quote.cite.evidence, quote.cite.start + cut, quote.cite.end, quote.cite.url))


def titled(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    return (replace(sections[0], title="January 1999"), *sections[1:])


# what was forged, the rule that tells, what stands in the lines that are told
FORGED: list[tuple[str, Callable[[Briefing], Briefing], str, str]] = [
    ("a note that leads elsewhere", lambda b: cited(b, url=EVIL), "sources", EVIL),
    ("a note that leads to another line", lambda b: cited(b, url="sources/report.md#L99"), "sources", "#L99"),
    ("evidence that leads elsewhere", lambda b: led(b, url=EVIL), "sources", EVIL),
    ("a script", lambda b: led(b, url="javascript:alert(1)"), "links", "javascript:"),
    ("other headings", lambda b: led(b, heading=("Fake",)), "sources", "Fake"),
    ("part of a sentence", lambda b: cited(b, start=4), "stale", '    {\n      "fields"'),
    ("a link to another host",
     lambda b: with_field(b, "key", lambda key: Reference(key.text, EVIL, key.cite)), "stale", '    {\n      "fields"'),
    ("a quote cut short", lambda b: with_field(b, "quote", shortened), "stale", '    {\n      "fields"'),
    ("another title", lambda b: replace(b, sections=titled(b.sections)), "sources", "January 1999"),
    ("another order", lambda b: replace(b, sections=b.sections[::-1]), "sources", '"sections": ['),
    ("a file said to be a page",
     lambda b: replace(b, sources=(replace(b.sources[0], origin=Origin.LIVE),)), "manifest", '"sources/report.md"'),
    ("a field that nobody asked for",
     lambda b: with_field(b, "poem", lambda _: Analysis(("Roses are 9999.",))), "manifest", '"poem": {'),
    ("a view for a statement",
     lambda b: with_field(b, "relevance", lambda _: Analysis(("Roses are 9999.",))), "manifest", '"relevance": {'),
]  # fmt: skip


def test_sealing_anew_what_nobody_touched_is_told_of_nothing(committed: Path, briefing: Briefing) -> None:
    commit(committed, briefing)
    assert found(committed).problems == ()


@pytest.mark.parametrize(("forge", "rule", "line"), [row[1:] for row in FORGED], ids=[row[0] for row in FORGED])
def test_what_was_forged_is_told(
    committed: Path, briefing: Briefing, forge: Callable[[Briefing], Briefing], rule: str, line: str
) -> None:
    commit(committed, forge(briefing))
    lines = text(committed, JSON).split("\n")
    told = [p for p in found(committed).problems if p.rule == rule and p.severity == "error"]
    assert told
    assert any(line in "\n".join(lines[p.line - 1 : p.last + 1]) for p in told), told
