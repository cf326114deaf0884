"""A whole run with the weakest of models, over real HTTP: if a briefing survives that writer, it survives any."""

import re
from pathlib import Path

import pytest

from briefing.manifest import load_manifest
from briefing.pipeline import run
from briefing.steps.options import RunOptions
from tests.servers.small_model import NAME, missing, small_model
from tests.steps.kilns import MANIFEST, NOTES, write_project
from tests.test_pipeline import hold

ROOT = Path(__file__).parents[1]
pytestmark = [pytest.mark.model, pytest.mark.skipif(bool(missing()), reason=missing() or "-")]


def _one_of_each(root: Path) -> None:
    """The style `briefing` with one sentence a field: such a model repeats itself as long as it may."""
    style = (ROOT / "prompts" / "briefing" / "style.yaml").read_text(encoding="utf-8")
    folder = root / "prompts" / "short"
    folder.mkdir(parents=True)
    (folder / "style.yaml").write_text(re.sub(r"most: \d+", "most: 1", style), encoding="utf-8")


def test_a_briefing_survives_it(project: Path) -> None:
    january = NOTES[: NOTES.index("## February")]  # a month is enough: it takes seconds a call
    _one_of_each(project)
    path = write_project(project, january, MANIFEST + "style: short\nmodel: {window: 5000, max_tokens: 260}\n")
    with small_model() as address:
        options = RunOptions(base_url=address, model=NAME, jobs=1, timeout=900.0, pace=0.01)
        outcome = run(load_manifest(path), options, {})
    hold(outcome.briefing, january)
    assert [section.id for section in outcome.briefing.sections] == ["2031-01"]
    assert outcome.usage.calls >= 2
    assert outcome.briefing.findings, "a model as weak as this one cannot have got everything right"
    assert (project / "outputs" / "kilns" / "briefing.html").is_file()
