"""Docs that cannot lie: what is generated in them is current, and what they name exists.

Update the generated parts with: python -m tests.test_docs
"""

import os
import re
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.checks.table import checks
from briefing.cli import COMMANDS, parser
from briefing.manifest import json_schema, load_manifest
from briefing.rules.table import RULES
from briefing.style import StyleDoor
from tests.commands.run_briefing import briefing

ROOT = Path(__file__).parents[1]
DOCS = [*sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("*.md"))]


def help_text() -> str:
    """The help of all commands, as `briefing COMMAND --help` prints it at 100 columns."""
    os.environ["COLUMNS"] = "100"
    parts = ["```text", parser().format_help().strip(), "```"]
    for name in COMMANDS:
        subparsers = parser(name)._subparsers
        assert subparsers is not None
        chosen = subparsers._group_actions[0].choices
        assert chosen is not None
        parts += ["", f"## briefing {name}", "", "```text", chosen[name].format_help().strip(), "```"]  # type: ignore[index]
    return "\n".join(parts)


def manifest_keys() -> str:
    """A table of the manifest's keys, from its schema."""
    schema = json_schema()
    rows = ["| key | type | default | |", "|---|---|---|---|"]

    def walk(properties: dict[str, object], prefix: str) -> None:
        for key, shape in properties.items():
            assert isinstance(shape, dict)
            reference = shape.get("$ref")
            kinds = [s.get("type", "") for s in shape.get("anyOf", [shape]) if s.get("type") != "null"]
            kind = ", ".join(map(str, shape["enum"])) if "enum" in shape else " or ".join(filter(None, kinds))
            default = shape.get("default")
            shown = "" if default is None or reference else f"`{default}`"
            rows.append(
                f"| `{prefix}{key}` | {'mapping' if reference else kind} | {shown} | {shape.get('description', '')} |"
            )
            if reference:
                walk(schema["$defs"][reference.rsplit("/", 1)[-1]]["properties"], f"{prefix}{key}.")

    walk(schema["properties"], "")
    walk(schema["$defs"]["SourceDoor"]["properties"], "sources[].")
    return "\n".join(rows)


def style_keys() -> str:
    """A table of the keys of a style, of its fields and of groups of fields."""
    rows = ["| key | values | default | |", "|---|---|---|---|"]
    shape = StyleDoor.model_json_schema()
    doors = {"": shape, "FIELD.": shape["$defs"]["FieldDoor"], "GROUP.": shape["$defs"]["GroupDoor"]}
    for prefix, door in doors.items():
        for key, each in door["properties"].items():
            values = ", ".join(value or "(none)" for value in each.get("enum", [])) or {"array": "list"}.get(
                each["type"], each["type"]
            )
            default = each.get("default")
            shown = "" if key in door.get("required", ()) or default == "" else f"`{str(default).lower()}`"
            rows.append(f"| `{prefix}{key}` | {values} | {shown} | {each.get('description', '')} |")
    return "\n".join(rows)


def rules() -> str:
    rows = ["| rule | a sentence falls when a part of it … | what helps |", "|---|---|---|"]
    return "\n".join([*rows, *(f"| `{check.name}` | {check.explains} | {check.hint} |" for check in checks())])


def check_rules() -> str:
    rows = ["| rule | asks that … | what helps |", "|---|---|---|"]
    return "\n".join([*rows, *(f"| `{rule.name}` | {rule.asks} | {rule.helps} |" for rule in RULES)])


GENERATED: list[tuple[str, str, Callable[[], str]]] = [
    ("docs/cli.md", "help", help_text),
    ("docs/manifest.md", "keys", manifest_keys),
    ("docs/styles.md", "style-keys", style_keys),
    ("docs/verification.md", "rules", rules),
    ("docs/check.md", "check-rules", check_rules),
]


def _pattern(marker: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- {marker}: [^\n]*-->\n).*?(<!-- end -->)", re.DOTALL)


@pytest.mark.parametrize(("page", "marker", "make"), GENERATED, ids=[row[1] for row in GENERATED])
def test_generated_parts_are_current(
    page: str, marker: str, make: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    text = (ROOT / page).read_text(encoding="utf-8")
    assert _replaced(text, marker, make()) == text


@pytest.mark.parametrize("page", DOCS, ids=lambda path: path.name)
def test_links_inside_the_repository_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links {target}"


@pytest.mark.parametrize("page", DOCS, ids=lambda path: path.name)
def test_files_that_are_named_exist(page: Path) -> None:
    """`tests/…`, `src/…`, `benchmarks/…` in code spans, as far as they are whole paths."""
    text = page.read_text(encoding="utf-8")
    for path in re.findall(r"`((?:tests|src|benchmarks|prompts|docs|sources|outputs)/[\w./-]+)`", text):
        if "NAME" not in path and not path.endswith("/style.yaml"):
            assert (ROOT / path).exists(), f"{page.name} names {path}"


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_every_page_is_linked_from_another(page: Path) -> None:
    others = [other.read_text(encoding="utf-8") for other in DOCS if other != page]
    assert any(re.search(rf"\]\((?:docs/)?{page.name}[)#]", text) for text in others)


def test_the_lines_for_gitattributes_are_ours() -> None:
    (lines,) = re.findall(
        r"```text\n(outputs/.*?)```", (ROOT / "docs/output.md").read_text(encoding="utf-8"), re.DOTALL
    )
    assert (ROOT / ".gitattributes").read_text(encoding="utf-8").endswith(lines)


def test_what_the_readme_types_works(project: Path) -> None:
    """From the root of a checkout; the environment that it activates is the one of this test."""
    shutil.copytree(ROOT / "sources", project / "sources", dirs_exist_ok=True)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"<!-- use -->\n```sh\n(.*?)```", text, re.DOTALL)
    activate, *lines = [line.partition("#")[0].split() for line in block.strip().split("\n")]
    assert activate == [".", ".venv/bin/activate"]
    for words in lines:
        done = briefing(project, *words[1:])
        assert (words[0], done.returncode) == ("briefing", 0), done.stderr
    assert (project / "outputs" / "part-1" / "briefing.md").is_file()


def test_the_excerpt_in_the_readme_is_real() -> None:
    (excerpt,) = re.findall(r"```markdown\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    committed = (ROOT / "outputs/raschka-2024/briefing.md").read_text(encoding="utf-8").split("\n")
    assert [line for line in excerpt.split("\n") if line not in committed] == []


def test_the_manifest_in_the_docs_is_one(tmp_path: Path) -> None:
    for number, block in enumerate(
        re.findall(r"```yaml\n(.*?)```", (ROOT / "docs/manifest.md").read_text(), re.DOTALL)
    ):
        path = tmp_path / f"{number}.yaml"
        path.write_text(block, encoding="utf-8")
        assert load_manifest(path).sources


def test_every_dependency_has_its_line() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    for requirement in project["dependencies"]:
        name = re.split(r"[<>=]", requirement)[0]
        assert re.search(rf"\b{name}\b", text), requirement


def _replaced(text: str, marker: str, made: str) -> str:
    return _pattern(marker).sub(lambda match: f"{match[1]}\n{made}\n\n{match[2]}", text)


if __name__ == "__main__":
    for page, marker, make in GENERATED:
        path = ROOT / page
        path.write_text(_replaced(path.read_text(encoding="utf-8"), marker, make()), encoding="utf-8")
