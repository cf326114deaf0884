"""Manifests: what is read, and what is refused with file, line and the nearest key."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from briefing.errors import ManifestError
from briefing.manifest import derive_id, json_schema, load_manifest, project_root

SCHEMA = Path(__file__).parents[1] / "docs" / "manifest.schema.json"
SAMPLES = sorted((Path(__file__).parents[1] / "sources").glob("*.yaml"))


def write(project: Path, text: str, name: str = "sources/year.yaml") -> Path:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_bare_list_is_enough(project: Path) -> None:
    manifest = load_manifest(write(project, "sources: [https://example.org/a-year-of-papers, notes.md]"))
    assert [(s.id, s.url, s.path) for s in manifest.sources] == [
        ("a-year-of-papers", "https://example.org/a-year-of-papers", ""),
        ("notes", "", "notes.md"),
    ]
    assert (manifest.name, manifest.root, manifest.style) == ("year", str(project), "briefing")


def test_every_key(project: Path) -> None:
    manifest = load_manifest(
        write(
            project,
            """
title: A year
period: {by: quarter, year: 2031}
style: briefing
language: de
sources:
  - id: one
    url: https://example.org/1
    fallback: one.md
  - path: two.md
  - feed: https://example.org/rss.xml
model: {name: m, temperature: 0.5, max_tokens: 100, window: 8000, budget: {tokens: 5, usd: 1}}
""",
        )
    )
    assert manifest.sources[0].fallback == "one.md"
    assert manifest.sources[2].feed == "https://example.org/rss.xml"
    assert (manifest.period.by, manifest.period.year, manifest.language) == ("quarter", 2031, "de")
    assert (manifest.model.name, manifest.model.window, manifest.model.budget.usd) == ("m", 8000, 1.0)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("sources: [https://a.org]\ntitel: x", 2, "did you mean 'title'"),
        ("sources:\n  - url: https://a.org\n    falback: x.md", 3, "did you mean 'fallback'"),
        ("sources: [https://a.org]\nmodel:\n  budget: {token: 4}", 3, "did you mean 'tokens'"),
        ("title: x", 1, "'sources' is missing: write sources: [https://example.org/page, notes.md]"),
        ("sources: []", 1, "expected at least one entry like [https://example.org/page, notes.md], not []"),
        ("sources: https://a.org", 1, "expected a list: write [https://a.org], not 'https://a.org'"),
        ("sources:", 1, "expected a list like [https://example.org/page, notes.md], not nothing"),
        ("sources: [a.md]\nlanguage: english", 2, "expected something like en or pt-BR, not 'english'"),
        ("sources: [a.md]\nlanguage: no", 2, "yes and no: in quotes) like en or pt-BR, not false"),
        ("sources: [a.md]\ntitle: 2024", 2, "expected a text (a number, a date, yes and no: in quotes), not 2024"),
        ("sources: [a.md]\ntitle: ''", 2, "expected some text, not ''"),
        ("sources: [a.md]\nperiod: month", 2, "period: expected a mapping of keys to values, not 'month'"),
        ("sources: [a.md]\nperiod: {by: mont}", 2, "'heading' (did you mean 'month'?), not 'mont'"),
        ("sources: [a.md]\nperiod: {year: 24}", 2, "period.year: expected 1000 or more, not 24"),
        ("sources: [a.md]\nmodel: {max_tokens: 0}", 2, "model.max_tokens: expected more than 0, not 0"),
        ("sources: [a.md]\nmodel: {temperature: 3}", 2, "model.temperature: expected 2 or less, not 3"),
        ("sources: [a.md]\nmodel: {temperature: hot}", 2, "expected a number without quotes, not 'hot'"),
        ("sources: [{id: a b, path: a.md}]", 1, "sources.0.id: expected something like part-1, not 'a b'"),
        ("sources: [7]", 1, "sources.0: expected a mapping of keys to values, not 7"),
        ("sources:\n  - ftp://a.org/x", 2, "http:// or https://"),
        ("sources:\n  - {path: a.md, url: https://a.org}", 2, "exactly one of"),
        ("sources:\n  - {id: x}", 2, "exactly one of"),
        ("sources:\n  - {path: a.md, fallback: b.md}", 2, "a fallback belongs to"),
        ("sources:\n  - {id: one, url: https://a.org}\n  - {id: one, path: b.md}", 3, "stands twice, first on line 2"),
        ("sources:\n  - https://a.org/x\n  - https://a.org/x", 3, "stands twice"),
        ("sources: [https://a.org]\nperiod: {by: monthly}", 2, "period.by"),
        (
            'sources: [https://a.org]\nperiod: {year: "2024"}',
            2,
            "period.year: expected a whole number without quotes, not '2024'",
        ),
        ("sources: [https://a.org]\nsources: [https://b.org]", 2, "'sources' stands twice"),
        ("sources: [https://a.org]\nstyle: ../../etc", 2, "style"),
        ("sources: [&a https://a.org, *a]", 1, "aliases"),
        ("sources: [https://a.org\ntitle: : :", 2, "is not YAML"),
        ('sources: ["http://[::1"]', None, "is no address"),
        ("- a\n- b", None, "mapping"),
        ("", None, "mapping"),
        ("title: 2024-13-45\nsources: [https://a.org]", None, "is not YAML that can be read"),
        ("[" * 5000, None, "nests its values deeper than is read"),
        ("sources: [!!python/object/apply:os.system [ls]]", 1, "is not YAML"),
    ],
)
def test_refused(project: Path, text: str, line: int | None, says: str) -> None:
    path = write(project, text)
    with pytest.raises(ManifestError) as caught:
        load_manifest(path)
    message = str(caught.value)
    assert says in message
    assert message.startswith(f"{path}:{line}: " if line else (str(path), "sources: "))
    assert caught.value.hint


def test_all_problems_are_listed_at_once(project: Path) -> None:
    with pytest.raises(ManifestError) as caught:
        load_manifest(write(project, "titel: x\nsources: [https://a.org]\nstyel: y"))
    assert "did you mean 'title'" in str(caught.value)
    assert "did you mean 'style'" in str(caught.value)


@pytest.mark.parametrize(
    ("named", "what", "hint"),
    [
        (
            "sources/none.yaml",
            "there is no such file",
            "Manifests here: sources/year.yaml. Make one with `briefing init",
        ),
        ("year", "there is no such file", "Did you mean sources/year.yaml?"),
        ("year.yaml", "there is no such file", "Did you mean sources/year.yaml?"),
        ("sources/yaer.yaml", "there is no such file", "Did you mean sources/year.yaml?"),
        ("articles", "is a folder", "Manifests here: sources/year.yaml."),
        ("sources", "is a folder", "Manifests here: sources/year.yaml."),
        (".", "is a folder", "Manifests here: own.yaml, sources/year.yaml."),
        ("actoin.yml", "there is no such file", "Manifests here: sources/year.yaml."),
        ("articles/one.md", "is no manifest", "briefing init articles/one.md"),
        ("outputs/year", "is a folder", "Name the manifest that it is made from: sources/year.yaml"),
        ("outputs/year/briefing.html", "is no manifest", "that it is made from: sources/year.yaml"),
        ("https://example.org/x", "is an address", "briefing init https://example.org/x"),
        ("http://example.org/x.yaml", "is an address", "briefing init http://example.org/x.yaml"),
    ],
)
def test_what_is_no_manifest(project: Path, monkeypatch: pytest.MonkeyPatch, named: str, what: str, hint: str) -> None:
    monkeypatch.chdir(project)
    write(project, "sources: [a.md]")
    write(project, "# One\n\ntitle: x", "articles/one.md")
    write(project, "<html>", "outputs/year/briefing.html")
    write(project, "name: an action, and no manifest", "action.yml")
    write(project, "sources: [a.md]", "own.yaml")
    with pytest.raises(ManifestError, match=what) as caught:
        load_manifest(Path(named))
    assert caught.value.where == named
    assert hint in caught.value.hint


def test_no_manifest_at_all(project: Path) -> None:
    with pytest.raises(ManifestError, match="there is no such file") as caught:
        load_manifest(project / "sources" / "none.yaml")
    assert caught.value.hint.startswith("Make one with `briefing init")


@pytest.mark.parametrize(
    ("named", "twin"),
    [
        ("sources/year.yaml", "sources/year.yml"),
        ("sources/year.yml", "sources/year.yaml"),
        ("year.yaml", "sources/year.yaml"),
        ("year.yaml", "sources/year.yml"),
        ("year.yml", "year.yaml"),
        ("sources/team/year.yaml", "sources/team/year.yml"),
    ],
)
def test_two_manifests_with_the_same_outputs(
    project: Path, monkeypatch: pytest.MonkeyPatch, named: str, twin: str
) -> None:
    monkeypatch.chdir(project)
    path = write(project, "sources: [a.md]", named)
    assert load_manifest(path).sources
    write(project, "sources: [b.md]", twin)
    with pytest.raises(ManifestError, match=f"has the same name as {twin}, and so the same outputs") as caught:
        load_manifest(Path(named))
    assert "Rename one" in caught.value.hint


def test_manifests_that_have_different_outputs(project: Path) -> None:
    paths = [
        write(project, "sources: [a.md]", f"sources/{name}")
        for name in ("year.yaml", "year.old.yaml", "team/year.yaml", "years.yml", "year/briefing.yaml")
    ]
    assert len({load_manifest(path).name for path in paths}) == len(paths)
    (project / "sources" / "year.yml").symlink_to(paths[0])
    assert load_manifest(paths[0]).name == "year"


def test_two_sources_with_one_last_part_get_longer_ids(project: Path) -> None:
    manifest = load_manifest(write(project, "sources: [https://a.org/2024/review, https://b.org/2024/review]"))
    assert [s.id for s in manifest.sources] == ["a.org-2024-review", "b.org-2024-review"]


@pytest.mark.parametrize(
    ("place", "id_"),
    [
        ("https://example.org/p/a-year", "a-year"),
        ("https://example.org/", "example.org"),
        ("notes/december.md", "december"),
        ("https://example.org/caf%C3%A9 1", "caf-C3-A9-1"),
        ("https://example.org/…", "source"),
    ],
)
def test_ids(place: str, id_: str) -> None:
    assert derive_id(place) == id_


def test_nested_manifests_keep_their_folders(project: Path) -> None:
    path = write(project, "sources: [https://a.org]", "sources/team/week.yaml")
    assert load_manifest(path).name == "team/week"
    assert project_root(path) == project


@pytest.mark.parametrize("name", ["...yaml", "..yaml", "a\nb.yaml", "<img src=x>.yaml", "-x.yaml", f"{'a' * 120}.yaml"])
def test_names_that_no_folder_should_have(project: Path, name: str) -> None:
    path = write(project, "sources: [a.md]", f"sources/{name}")
    with pytest.raises(ManifestError, match="cannot be that of a briefing"):
        load_manifest(path)


def test_the_root_is_never_above_the_repository(tmp_path: Path) -> None:
    repository = tmp_path / "sources" / "project"
    (repository / ".git").mkdir(parents=True)
    assert project_root(write(repository, "", "briefs/x.yaml")) == repository
    assert project_root(write(repository, "", "sources/x.yaml")) == repository


def test_root_without_a_sources_folder(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert project_root(write(tmp_path, "", "deep/down/x.yaml")) == tmp_path


def test_schema_is_current() -> None:
    """Update with: python -m tests.test_manifest"""
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == json_schema()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_samples_fit_the_schema(path: Path) -> None:
    jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), json_schema())


def test_schema_refuses_what_the_program_refuses() -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    assert validator.is_valid({"sources": ["https://a.org"]})
    assert not validator.is_valid({"sources": ["https://a.org"], "titel": "x"})
    assert not validator.is_valid({"sources": []})


if __name__ == "__main__":
    SCHEMA.write_text(json.dumps(json_schema(), indent=2) + "\n", encoding="utf-8")
