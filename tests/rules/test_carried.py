"""What newer rules refuse: as if an earlier version, without them, had written and sealed a sentence."""

from pathlib import Path

from msgspec.structs import replace

from briefing import codec
from briefing.manifest import load_manifest
from briefing.model import Prose, Sentence
from briefing.outputs import write_all
from briefing.pipeline import render
from briefing.steps.seal import seals
from briefing.style import load_style
from tests.rules.project import JSON, MANIFEST_FILE, found, made

REFUSED = "Okafor and Hinton count 312 firings in all."


def test_what_only_newer_rules_refuse_is_a_warning(tmp_path: Path) -> None:
    manifest = load_manifest(made(tmp_path) / MANIFEST_FILE)
    briefing = codec.load((tmp_path / JSON).read_bytes(), JSON)
    first, *rest = briefing.sections
    idea = first.fields["idea"]
    assert isinstance(idea, Prose)
    fields = {**first.fields, "idea": Prose((Sentence(REFUSED, idea.sentences[0].cites),))}
    sealed = replace(first, fields=fields, seals=seals(first.title, fields, briefing.evidence))
    earlier = replace(briefing, sections=(sealed, *rest))
    write_all(tmp_path / "outputs/kilns", render(earlier, load_style("briefing", manifest.root), manifest))
    checked = found(tmp_path)
    (problem,) = checked.problems
    assert (problem.rule, problem.severity, checked.fails) == ("carried", "warning", False)
    assert problem.message == (
        f"“{REFUSED}” stood by earlier rules, and would not today: "
        "“Hinton” is a name that what it cites does not carry."
    )


def test_a_section_of_an_earlier_version_has_no_seals(tmp_path: Path) -> None:
    manifest = load_manifest(made(tmp_path) / MANIFEST_FILE)
    briefing = codec.load((tmp_path / JSON).read_bytes(), JSON)
    first, *rest = briefing.sections
    earlier = replace(briefing, sections=(replace(first, seals={}, sentences={}), *rest))
    write_all(tmp_path / "outputs/kilns", render(earlier, load_style("briefing", manifest.root), manifest))
    problems = [problem for problem in found(tmp_path).problems if problem.rule != "stale"]
    assert [problem.message for problem in problems] == [
        "Section 2031-01 has no seals: an earlier version wrote it, or they were taken out."
    ]
