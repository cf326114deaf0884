"""Styles: found in the project before the built-in ones, and refused with a line where they are not as they must be."""

from pathlib import Path

import pytest

from briefing.errors import ManifestError
from briefing.manifest import load_manifest
from briefing.pipeline import run
from briefing.steps.options import RunOptions
from briefing.style import load_style
from tests.servers.honest import answer
from tests.servers.model_server import ModelServer, completion
from tests.steps.kilns import MANIFEST, write_project

MINIMAL = """\
label: Digest
guide: For people in a hurry.
section:
  - {key: quote, kind: quote, label: Quote, role: quote}
overview: []
"""
GROUP = "{group: theme, label: Theme, most: 2, fields: [{key: text, kind: prose, label: Text}]}"
DOUBLED_AND_WOVEN = """\
overview:
  - {key: a, kind: prose, label: A}
  - group: theme
    label: Theme
    fields: [{key: a,
      woven: true, kind: quote, label: B}]
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
        ("key: quote", "key: Quote", 4, "section.0.key: expected something like idea, not 'Quote'"),
        ("overview: []", "overview:", 5, "overview: expected a list, not nothing"),
        ("overview: []", f"overview: [{TWICE}, {TWICE}]", 5, "'a' stands twice"),
        ("overview: []", f"overview: [{GROUP}, {GROUP}]", 5, "'theme-1-text' stands twice"),
        ("overview: []", f"overview: [{GROUP.replace('label: Theme, ', '')}]", 5, "'overview.0.label' is missing"),
        ("overview: []", f"overview: [{GROUP.replace('most', 'mots')}]", 5, "did you mean 'most'"),
        ("overview: []", f"overview: [{GROUP.replace('kind: prose', 'kind: prosa')}]", 5, "overview.0.fields.0.kind"),
        ("overview: []", f"overview: [{GROUP.replace('Text', 'Text, wovn: true')}]", 5, "did you mean 'woven'"),
        ("overview: []", "overview: [{group: theme, label: Theme, fields: []}]", 5, "at least one entry"),
        ("role: quote", "woven: true", 4, "'woven' is for fields of the kind prose, and 'quote' is quote"),
        ("role: quote", "address: true", 4, "'address' is for fields of the kind reference or references, and 'quote'"),
        ("role: quote", "role: names", 4, "the role 'names' is for fields of the kind words, and 'quote' is quote"),
        ("role: quote", "role: overall", 4, "the role 'overall' is for the overview, and 'quote' is of a section"),
        ("role: quote}", "\n     place: opening}", 5, "'place' is for the overview"),
        ("overview: []", f"  - {GROUP.replace('most: 2', 'place: closing')}\noverview: []", 5, "'place' is for"),
        ("overview: []", "  - {kind: quote, label: Quote,\n     key: quote}\noverview: []", 6, "'quote' stands twice"),
        ("overview: []", f"overview:\n  - {GROUP}\n  -\n    {GROUP}", 8, "'theme-2-text' stands twice"),
    ],
)  # fmt: skip
def test_mistakes_have_a_line(project: Path, old: str, new: str, line: int, says: str) -> None:
    path = write(project, MINIMAL.replace(old, new))
    with pytest.raises(ManifestError) as caught:
        load_style("digest", str(project))
    assert f"{path}:{line}: " in str(caught.value)
    assert says in str(caught.value)


def test_mistakes_are_told_at_once_each_with_its_line(project: Path) -> None:
    path = write(project, MINIMAL.replace("overview: []", DOUBLED_AND_WOVEN))
    with pytest.raises(ManifestError) as caught:
        load_style("digest", str(project))
    assert f"{path}:9: the field 'a' stands twice" in str(caught.value)
    assert f"{path}:10: 'woven' is for fields of the kind prose, and 'a' is quote" in str(caught.value)


def test_a_group_is_fields_with_its_name_and_number(project: Path) -> None:
    write(project, MINIMAL.replace("overview: []", f"overview: [{GROUP}]"))
    style = load_style("digest", str(project))
    assert [spec.key for spec in style.overview] == ["theme-1-text", "theme-2-text"]
    assert [(g.key, g.number, g.of) for spec in style.overview if (g := spec.group)] == [
        ("theme-1", 1, 2),
        ("theme-2", 2, 2),
    ]
    write(project, MINIMAL.replace("overview: []", f"overview: [{GROUP.replace('most: 2, ', '')}]"))
    assert [spec.key for spec in load_style("digest", str(project)).overview] == ["text"]


@pytest.mark.parametrize(
    ("template", "line", "says"),
    [
        ("one\n{% if %}", 2, "Expected an expression"),
        ("{% for a in b %}\n\n", 1, "Unexpected end of template"),
        ("a\n\n{{ a | nothing }}", 3, "No filter named 'nothing'"),
        ("{{ a }", 1, "unexpected '}'"),
    ],
)
def test_a_template_that_is_none_is_told_before_anything_is_done(
    project: Path, template: str, line: int, says: str
) -> None:
    path = write(project, MINIMAL).parent / "overview.j2"
    path.write_text(template, encoding="utf-8")
    with pytest.raises(ManifestError) as caught:
        load_style("digest", str(project))
    assert (caught.value.where, caught.value.exit_code) == (f"{path}:{line}", 2)
    assert says in caught.value.what


@pytest.mark.parametrize(
    ("name", "says"), [("breifing", "Did you mean 'briefing'"), ("base", "Known styles: "), ("../x", "Known")]
)
def test_no_such_style(project: Path, name: str, says: str) -> None:
    with pytest.raises(ManifestError, match="there is no style") as caught:
        load_style(name, str(project))
    assert says in caught.value.hint


@pytest.mark.parametrize("name", ["digest", "briefing"])
def test_a_folder_without_its_style_yaml_is_not_passed_over(project: Path, name: str) -> None:
    write(project, MINIMAL, name).rename(project / "prompts" / name / "section.j2")
    with pytest.raises(ManifestError, match=r"has no style\.yaml") as caught:
        load_style(name, str(project))
    assert caught.value.where == str(project / "prompts" / name)
    assert "label, guide, section, overview" in caught.value.hint


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


def test_a_link_out_of_prompts_is_refused(project: Path) -> None:
    secret = project / "secret.txt"
    secret.write_text("sk-secret", encoding="utf-8")
    (write(project, MINIMAL).parent / "page.css").symlink_to(secret)
    with pytest.raises(ManifestError, match=r"stay inside of prompts/"):
        load_style("digest", str(project))


HOSTILE = [
    "{{ labels.parse_raw('x') }}",
    "{{ labels.parse_file('/etc/hostname') }}",
    "{{ block.keywords['labels'].parse_file('/etc/hostname') }}",
    "{{ labels.__class__.__mro__ }}",
    "{{ view.__init__.__globals__ }}",
    "{% include '/etc/hostname' %}",
    "{% include '../../secret.txt' %}",
    "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
    "{{ 1 / 0 }}",
]


@pytest.mark.parametrize("template", HOSTILE)
def test_a_template_reads_no_file_and_runs_no_code(project: Path, template: str) -> None:
    path = write_project(project, manifest=MANIFEST + "style: digest\n")
    (write(project, MINIMAL).parent / "briefing.md.j2").write_text(template, encoding="utf-8")
    with pytest.raises(ManifestError, match="the template cannot be filled"):
        run(load_manifest(path), RunOptions(), {})
    assert not (project / "outputs").exists()


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("labels.yaml", "languages: {en: {evidenz: Evidence}}\n", "evidenz"),
        ("page.html.j2", "{{ viev.title }}", "viev"),
        ("briefing.md.j2", "{{ view.titel }}", "titel"),
    ],
)
def test_what_its_pages_lack_is_told_before_anything_is_paid_for(
    project: Path, file: str, text: str, says: str
) -> None:
    (write(project, MINIMAL).parent / file).write_text(text, encoding="utf-8")
    path = write_project(project, manifest=MANIFEST + "style: digest\n")
    with ModelServer(lambda request, _: completion(answer(request))) as server:
        options = RunOptions(engine="openai", model="scripted", base_url=server.base_url)
        with pytest.raises(ManifestError, match=says):
            run(load_manifest(path), options, {"OPENAI_API_KEY": "x"})
        assert server.requests == []
