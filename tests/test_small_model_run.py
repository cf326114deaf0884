"""A whole run with the weakest of models, over real HTTP: if a briefing survives that writer, it survives any."""

from pathlib import Path

import pytest

from briefing.manifest import load_manifest
from briefing.pipeline import run
from briefing.steps.options import RunOptions
from tests.servers.small_model import NAME, missing, small_model
from tests.steps.kilns import MANIFEST, NOTES, write_project
from tests.test_pipeline import hold

pytestmark = [pytest.mark.model, pytest.mark.skipif(bool(missing()), reason=missing() or "-")]


# A field of each kind that it may fill, and one item in each: such a model repeats itself as long as it may. What it
# is told costs it as much as what it is to read, so that each is told in a line.
STYLE = """\
label: Short
guide: What happened.
section:
  - {key: key, kind: reference, label: Key item, role: key, guide: The link of the item.}
  - {key: idea, kind: prose, label: Main idea, role: idea, most: 1, guide: What happened.}
  - {key: quote, kind: quote, label: Quote, role: quote, most: 1, guide: One sentence that stands alone.}
  - {key: others, kind: references, label: Also mentioned, role: others, most: 1, guide: Other links.}
overview:
  - {key: overall, kind: prose, label: Overall, role: overall, most: 1, guide: The whole in a sentence.}
"""


def test_a_briefing_survives_it(project: Path) -> None:
    january = NOTES[: NOTES.index("## February")]  # a month is enough: it takes seconds a call
    (project / "prompts" / "short").mkdir(parents=True)
    (project / "prompts" / "short" / "style.yaml").write_text(STYLE, encoding="utf-8")
    path = write_project(project, january, MANIFEST + "style: short\nmodel: {window: 5000, max_tokens: 180}\n")
    with small_model() as address:
        options = RunOptions(base_url=address, model=NAME, jobs=1, timeout=900.0, pace=0.01)
        outcome = run(load_manifest(path), options, {})
    hold(outcome.briefing, january)
    assert [section.id for section in outcome.briefing.sections] == ["2031-01"]
    assert outcome.usage.calls >= 2
    assert outcome.briefing.findings, "a model as weak as this one cannot have got everything right"
    assert (project / "outputs" / "kilns" / "briefing.html").is_file()
