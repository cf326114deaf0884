"""What a section keeps of its sources beside its words: how much was read for it, and in which language."""

import json
from pathlib import Path

from briefing import codec
from briefing.manifest import load_manifest
from briefing.pipeline import Outcome, run
from briefing.steps.options import RunOptions
from tests.steps.kilns import NOTES, write_project


def go(path: Path) -> Outcome:
    return run(load_manifest(path), RunOptions(), {})


def test_a_section_says_how_much_was_read_for_it(project: Path) -> None:
    sections = go(write_project(project)).briefing.sections
    heading, rest = NOTES.split("## January 2031: ")[1].split("\n", 1)
    january = rest.split("## February")[0].replace("](https://example.org/atlas)", "").replace("[", "")
    pieces = ["January 2031: " + heading, *(line.lstrip("# ") for line in january.split("\n\n") if line.strip())]
    assert sections[0].length == {"report": sum(len(" ".join(piece.split())) for piece in pieces)}
    assert all(section.length.keys() == section.read.keys() for section in sections)


def test_lengths_that_an_early_version_did_not_write_are_filled_in(project: Path) -> None:
    path = write_project(project)
    first = go(path)
    memory = first.folder / "briefing.json"
    value = json.loads(memory.read_bytes())
    for section in value["sections"]:
        del section["length"]
    memory.write_text(json.dumps(value), encoding="utf-8")
    again = go(path)
    assert again.written == ()
    assert codec.dump(again.briefing) == codec.dump(first.briefing)
    assert "briefing.json" in again.changed


def test_a_source_says_its_language(project: Path) -> None:
    manifest = "sources:\n  - {id: report, path: report.md, language: en-GB}\n"
    assert [s.language for s in go(write_project(project, manifest=manifest)).briefing.sources] == ["en-GB"]
