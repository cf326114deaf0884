"""Every style by a model: one that answers by the rules, one that lies; and the style that docs/styles.md makes."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from briefing import codec
from briefing.manifest import load_manifest
from briefing.model import Briefing, Prose, Sentence
from briefing.pipeline import Outcome, run
from briefing.reports.difference import RENDERING
from briefing.review import check, diff
from briefing.steps.options import RunOptions
from briefing.style import load_style
from briefing.walk import is_taken, items_of
from tests.commands.run_briefing import briefing
from tests.servers.honest import answer
from tests.servers.model_server import Answer, ModelServer, completion
from tests.steps.kilns import MANIFEST, NOTES, write_project
from tests.steps.repository import git

PAGE = (Path(__file__).parents[1] / "docs" / "styles.md").read_text(encoding="utf-8")
STYLES = ["commentary", "review", "gazette"]


def from_the_docs(project: Path) -> None:
    """What the page has its reader write: each block of YAML, under the name in its first line."""
    for name, text in re.findall(r"```yaml\n# (\S+)\n(.*?)```", PAGE, re.DOTALL):
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    load_style.cache_clear()


def by_model(project: Path, style: str, server: ModelServer, notes: str = NOTES) -> Outcome:
    if style == "gazette":
        from_the_docs(project)
    path = write_project(project, notes, MANIFEST + f"style: {style}\n")
    options = RunOptions(engine="openai", model="scripted", base_url=server.base_url)
    return run(load_manifest(path), options, {"OPENAI_API_KEY": "x"})


def all_sentences(made: Briefing) -> list[Sentence]:
    fields = [field for part in (*made.sections, made.overview) for field in part.fields.values()]
    return [sentence for field in fields if isinstance(field, Prose) for sentence in field.sentences]


# ── One that answers by the rules ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("style", STYLES)
def test_a_style_is_written_checked_and_kept(project: Path, style: str) -> None:
    with ModelServer(lambda request, _: completion(answer(request))) as server:
        made = by_model(project, style, server)
        asked = len(server.requests)
        again = by_model(project, style, server)
        assert (len(server.requests), again.changed, again.written) == (asked, (), ())
        less = by_model(project, style, server, NOTES.replace("It appeared on 4 January 2031.\n", ""))
    assert any(sentence.quotes for sentence in all_sentences(made.briefing))
    assert set(less.written) <= {"2031-01", "overview"}
    for outcome in (made, less):
        assert {f.severity for f in outcome.briefing.findings} <= {"info", "warning"}
        assert all(sentence.cites for sentence in all_sentences(outcome.briefing))
    assert check(load_manifest(project / "sources" / "kilns.yaml")).problems == ()


EDITS = {
    "a sentence less": ("It appeared on 4 January 2031.\n", ""),
    "a paragraph less": ("Ash glazes forgive a short hold because they melt over a wide range of heat.\n", ""),
    "reworded": ("saved 9% of the energy", "saved 7% of the energy"),
    "a month less": (NOTES[NOTES.index("## February") : NOTES.index("## March")], ""),
}


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("style", STYLES)
def test_a_diff_accounts_for_every_line(project: Path, style: str, edit: str) -> None:
    with ModelServer(lambda request, _: completion(answer(request))) as server:
        by_model(project, style, server)
        for words in (["init", "-q"], ["add", "sources", "outputs"], ["commit", "-qm", "one"]):
            git(project, *words)
        by_model(project, style, server, NOTES.replace(*EDITS[edit]))
    found = diff(load_manifest(project / "sources" / "kilns.yaml"), "HEAD")
    numbers = git(project, "diff", "--numstat", "HEAD", "--", "outputs/kilns/briefing.md").split()
    assert found.lines[1] - found.lines[0] == (int(numbers[0]) - int(numbers[1]) if numbers else 0)
    assert [entry for part in found.parts if part.id == RENDERING for entry in part.entries] == []


def test_words_that_were_edited_by_hand_are_found(project: Path) -> None:
    with ModelServer(lambda request, _: completion(answer(request))) as server:
        made = by_model(project, "commentary", server)
    path = made.folder / "briefing.json"
    text = path.read_text(encoding="utf-8")
    quoted = next(s for s in all_sentences(made.briefing) if s.quotes)
    path.write_text(text.replace(quoted.text, quoted.text[:-3] + "x”"), "utf-8")
    rules = {problem.rule for problem in check(load_manifest(project / "sources" / "kilns.yaml")).problems}
    assert "slices" in rules


# ── One that lies ───────────────────────────────────────────────────────────────────────────────────────────────


def lies(request: dict[str, Any], _: int) -> Answer:
    """Every field of a reply, filled with what no source says."""
    properties = request["response_format"]["json_schema"]["schema"]["properties"]
    reply_to = re.findall(r'"reply_to" is "([^"]*)"', request["messages"][-1]["content"])[-1]
    return completion(
        {key: reply_to if key == "reply_to" else _lie(shape["anyOf"][0]) for key, shape in properties.items()}
    )


def _lie(shape: dict[str, Any]) -> object:
    if "from" in shape.get("properties", {}):
        return {"sentence": 2, "from": "Zelda Quist", "to": "1 April 2099"}
    if shape["type"] == "object":
        return {"link": 999, "sentence": None}
    if shape["type"] == "integer":
        return 1
    items = shape["items"].get("anyOf", [shape["items"]])[0]
    if items["type"] == "array":
        return [[1, 4], [999]]
    if "quotes" in items.get("properties", {}):
        cut = {"sentence": 3, "from": "the greatest", "to": "kiln"}
        return [
            {"text": "Voss calls it {1}.", "cites": [2], "quotes": [cut]},
            {"text": "Voss calls it “the greatest kiln” of all.", "cites": [2], "quotes": []},
            {"text": "Zelda Quist measured 777 firings.", "cites": [2], "quotes": []},
        ]
    if items["type"] == "object":
        return [{"text": "Zelda Quist found it on 1 April 2099.", "cites": [2]}]
    return ["Zelda Quist", "quistology"] if items["type"] == "string" else [999]


@pytest.mark.parametrize("style", STYLES)
def test_of_a_liar_nothing_is_printed(project: Path, style: str) -> None:
    with ModelServer(lies) as server:
        made = by_model(project, style, server)
    assert {f.where.partition("/")[0] for f in made.briefing.findings if f.severity == "warning"} >= {
        "2031-01",
        "overview",
    }
    told = made.briefing.evidence
    raw = json.loads((made.folder / "briefing.json").read_text(encoding="utf-8"))
    for part in (*raw["sections"], raw["overview"]):
        shown = json.dumps([field for field in part["fields"].values() if field["kind"] != "analysis"])
        for lie in ("Quist", "quistology", "777", "2099", "greatest"):
            assert lie not in shown
    for part in (*made.briefing.sections, made.briefing.overview):
        assert all(is_taken(item, told) for field in part.fields.values() for item in items_of(field))
    markdown = (made.folder / "briefing.md").read_text(encoding="utf-8")
    assert "not given in the source" not in markdown  # something was given for all of them, and did not stand
    assert check(load_manifest(project / "sources" / "kilns.yaml")).problems == ()


# ── A style of one's own ────────────────────────────────────────────────────────────────────────────────────────


def test_the_style_of_the_docs_runs_as_they_say(project: Path) -> None:
    from_the_docs(project)
    (project / "sources" / "report.md").write_text(NOTES, encoding="utf-8")
    (block,) = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    for line in block.strip().split("\n"):
        name, *words = line.split()
        done = briefing(project, *words)
        assert (name, done.returncode) == ("briefing", 0), done.stderr + done.stdout
    markdown = (project / "outputs" / "kilns" / "briefing.md").read_text(encoding="utf-8")
    assert markdown.split("\n")[2].startswith("Gazette · by month")
    assert "Left out, since it takes a model: Date, Thread, and Editorial." in markdown
    assert markdown.index("## In short") < markdown.index("## January 2031")
    made = codec.load((project / "outputs" / "kilns" / "briefing.json").read_bytes(), "briefing.json")
    assert all({"headline", "story"} <= section.fields.keys() for section in made.sections)


def test_its_labels_are_those_of_the_docs(project: Path) -> None:
    from_the_docs(project)
    path = write_project(project, NOTES, MANIFEST + "style: gazette\nlanguage: de\n")
    run(load_manifest(path), RunOptions(engine="extractive"), {})
    assert "Blättchen" in (project / "outputs" / "kilns" / "briefing.md").read_text(encoding="utf-8")
    assert "Nachweise" in (project / "outputs" / "kilns" / "briefing.html").read_text(encoding="utf-8")


def test_a_projects_own_style_is_found_before_the_built_in_one(project: Path) -> None:
    from_the_docs(project)
    (project / "prompts" / "gazette").rename(project / "prompts" / "commentary")
    load_style.cache_clear()
    assert load_style("commentary", str(project)).label == "Gazette"
    assert load_style("commentary", "").label == "Commentary"
