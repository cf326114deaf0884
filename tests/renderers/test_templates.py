"""Templates of a style of one's own: they replace the base's, and their mistakes are messages."""

from pathlib import Path

import pytest

from briefing.errors import ManifestError
from briefing.renderers.html import render_html
from briefing.renderers.markdown import render_markdown
from briefing.style import Style, load_style
from tests.renderers.sample import tides

STYLE = "label: Own\nguide: x\nsection:\n  - {key: idea, kind: prose, label: Idea}\noverview: []\n"


def own(project: Path, **files: str) -> Style:
    home = project / "prompts" / "own"
    home.mkdir(parents=True)
    (home / "style.yaml").write_text(STYLE)
    for name, text in files.items():
        (home / name.replace("__", ".")).write_text(text)
    return load_style("own", str(project))


def test_a_style_brings_its_own_template(project: Path) -> None:
    style = own(project, briefing__md__j2="{{ view.sections[0].fields[0].lines[0].text }} <{{ 'a*b' }}>\n")
    assert render_markdown(tides(), style, "..") == (
        "January belonged to Heron, the first turbine with blades of laminated larch. <a\\*b>\n"
    )
    assert "Tidal power" in render_html(tides(), style, "..")


@pytest.mark.parametrize(
    ("template", "line", "says"),
    [
        ("a\n{% if %}", 2, "Expected an expression"),
        ("a\n\n{{ view.nothing }}", 3, "nothing"),
        ("{{ nobody }}", 1, "'nobody' is undefined"),
        ("a\n{{ view.title + 1 }}", 2, "must be str|can only concatenate"),
        ("\n{{ 1 / 0 }}", 2, "division by zero"),
        ("{{ ''.__class__.__mro__ }}", 1, "unsafe"),
        ("{% include 'none.j2' %}", 1, "none.j2"),
    ],
)
def test_a_mistake_is_one_message_with_its_line(project: Path, template: str, line: int, says: str) -> None:
    with pytest.raises(ManifestError, match=says) as caught:
        render_markdown(tides(), own(project, briefing__md__j2=template), "..")
    assert caught.value.where.endswith(f"briefing.md.j2:{line}")
