"""Styles: found in the project before the built-in ones, and refused with a line where they are not as they must be."""

from pathlib import Path

import pytest

from briefing.errors import ManifestError
from briefing.style import load_style

MINIMAL = """\
label: Digest
guide: For people in a hurry.
section:
  - {key: quote, kind: quote, label: Quote, role: quote}
overview: []
"""
TWICE = "{key: a, kind: prose, label: A}"


def write(project: Path, text: str, name: str = "digest") -> Path:
    path = project / "prompts" / name / "style.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    load_style.cache_clear()
    return path


def test_a_style_is_one_file(project: Path) -> None:
    write(project, MINIMAL)
    style = load_style("digest", str(project))
    assert [field.key for field in style.section] == ["quote"]
    assert style.first("section.j2").is_file()


def test_the_projects_own_comes_before_the_built_in_one(project: Path) -> None:
    write(project, MINIMAL, "briefing")
    assert load_style("briefing", str(project)).label == "Digest"


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("guide:", "giude:", 2, "did you mean 'guide'"),
        ("kind: quote", "kind: quotation", 4, "section.0.kind"),
        ("role: quote", "role: quot", 4, "section.0.role"),
        ("kind: quote, label", "label", 4, "kind"),
        ("overview: []", f"overview: [{TWICE}, {TWICE}]", 5, "'a' stands twice"),
    ],
)  # fmt: skip
def test_mistakes_have_a_line(project: Path, old: str, new: str, line: int, says: str) -> None:
    path = write(project, MINIMAL.replace(old, new))
    with pytest.raises(ManifestError) as caught:
        load_style("digest", str(project))
    assert f"{path}:{line}: " in str(caught.value)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("name", "says"), [("breifing", "Did you mean 'briefing'"), ("base", "Known styles: "), ("../x", "Known")]
)
def test_no_such_style(project: Path, name: str, says: str) -> None:
    with pytest.raises(ManifestError, match="there is no style") as caught:
        load_style(name, str(project))
    assert says in caught.value.hint


def test_a_comment_makes_nothing_stale_and_a_guide_does(project: Path) -> None:
    write(project, MINIMAL)
    before = load_style("digest", str(project)).digest
    write(project, "# a comment\n" + MINIMAL)
    assert load_style("digest", str(project)).digest == before
    write(project, MINIMAL.replace("a hurry", "no hurry"))
    assert load_style("digest", str(project)).digest != before
    write(project, MINIMAL)
    (project / "prompts" / "digest" / "section.j2").write_text("Write.", encoding="utf-8")
    load_style.cache_clear()
    assert load_style("digest", str(project)).digest != before
