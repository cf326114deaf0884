"""What changed, and why, over real git repositories: that every changed line of briefing.md is claimed by an entry, and
that the cause is the one that was planted."""

import json
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing import codec
from briefing.manifest import load_manifest
from briefing.pipeline import render, run
from briefing.reports.difference import RENDERING, Cause, Difference, Entry
from briefing.steps.options import RunOptions
from briefing.style import load_style
from tests.servers.honest import answer
from tests.servers.model_server import Answer, ModelServer, completion
from tests.steps.repository import (
    MONTHS,
    chance_of,
    commit,
    difference,
    git,
    report,
    repository,
    sentence,
    update,
    written,
)

Parts = list[list[str]]
SEEDS = range(2)


def claimed(found: Difference, folder: Path) -> None:
    """Every line that git calls changed is claimed, none twice, and none by «rendered otherwise»."""
    numbers = git(folder, "diff", "--numstat", "HEAD", "--", "outputs/town/briefing.md").split()
    removed, added = (int(numbers[1]), int(numbers[0])) if numbers else (0, 0)
    assert found.lines[1] - found.lines[0] == added - removed
    assert sum(entry.lines for entry in found.entries) == sum(found.lines)
    assert [entry for part in found.parts if part.id == RENDERING for entry in part.entries] == []
    assert bool(added + removed) <= bool(found.entries)
    assert all(entry.causes for entry in found.entries)


def kinds(entry: Entry) -> set[str]:
    return {cause.kind for cause in entry.causes}


# ── The sources ─────────────────────────────────────────────────────────────────────────────────────────────────

Planted = set[tuple[str, str]]  # sentences, before and after


def _paragraph(parts: Parts, chance: random.Random) -> int:
    return chance.choice([n for n, part in enumerate(parts) if n > 1 and len(part) > 1])


def figure(parts: Parts, chance: random.Random) -> Planted:
    n = _paragraph(parts, chance)
    k = chance.choice([k for k, text in enumerate(parts[n]) if re.search(r"\d", text)] or [0])
    before = parts[n][k]
    parts[n][k] = re.sub(r"\d+", lambda match: str(int(match[0]) + 100), before, count=1)
    return {(before, parts[n][k])} if before != parts[n][k] else set()


def reworded(parts: Parts, chance: random.Random) -> Planted:
    n = _paragraph(parts, chance)
    before = parts[n][0]
    parts[n][0] = before[:-1] + ", as far as is known."
    return {(before, parts[n][0])}


def withdrawn(parts: Parts, chance: random.Random) -> Planted:
    return {(parts[_paragraph(parts, chance)].pop(), "")}


def inserted(parts: Parts, chance: random.Random) -> Planted:
    n, text = _paragraph(parts, chance), sentence(chance).replace("The ", "The newer ")
    parts[n].insert(0, text)
    return {("", text)}


def paragraph(parts: Parts, chance: random.Random) -> Planted:
    texts = [sentence(chance).replace(" of ", " of all ") for _ in range(2)]
    parts.insert(_paragraph(parts, chance), texts)
    return {("", text) for text in texts}


def moved_down(parts: Parts, _: random.Random) -> Planted:
    """Only lines: addresses that lead elsewhere."""
    parts[1:1] = [["---"]] * 8
    return set()


def moved_paragraph(parts: Parts, _: random.Random) -> Planted:
    n = next(n for n, part in enumerate(parts) if len(part) > 1 and n > 3 and not parts[n + 1][0].startswith("#"))
    parts[n], parts[n + 1] = parts[n + 1], parts[n]
    return set()


def headed(parts: Parts, _: random.Random) -> Planted:
    n = next(n for n, part in enumerate(parts) if part[0].startswith("## March"))
    before = parts[n][0][3:]
    parts[n] = [f"## {before} and more"]
    return {(before, f"{before} and more")}


def linked(parts: Parts, chance: random.Random) -> Planted:
    n = chance.choice([n for n, part in enumerate(parts) if "](https" in part[0]])
    parts[n] = [parts[n][0].replace("example.org/", "example.org/new/")]
    return set()


def another_month(parts: Parts, chance: random.Random) -> Planted:
    month = MONTHS[4]
    texts = [
        f"The [Late {month}](https://example.org/late) by Ito covers 77 firings.",
        sentence(chance) + " It is late.",
    ]
    parts[-2:-2] = [[f"## {month} 2031: Late {month}"], texts]
    return {("", text) for text in texts}


def month_less(parts: Parts, _: random.Random) -> Planted:
    start = next(n for n, part in enumerate(parts) if part[0].startswith("## April"))
    gone = [text for part in parts[start:-2] for text in part]
    del parts[start:-2]
    return {(text, "") for text in gone}


SOURCE_EDITS = [
    figure, reworded, withdrawn, inserted, paragraph, moved_down, moved_paragraph, headed, linked, another_month,
    month_less,
]  # fmt: skip


def _plain(text: str) -> str:
    return re.sub(r"\[(.*?)\]\(.*?\)", r"\1", text)


@pytest.mark.parametrize("edit", SOURCE_EDITS, ids=lambda edit: edit.__name__)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_change_of_the_source_is_the_cause(edit: Callable[..., Planted], seed: int, tmp_path: Path) -> None:
    chance = chance_of(f"{edit.__name__}{seed}")
    parts = report(chance)
    path = repository(tmp_path / "p", parts)
    planted = {(_plain(a), _plain(b)) for a, b in edit(parts, chance)}
    (path.parent / "report.md").write_text(written(parts), encoding="utf-8")
    update(path)
    found = difference(path)
    claimed(found, path.parents[1])
    for entry in found.entries:
        assert kinds(entry) <= {"source", "section"}, entry
        for cause in entry.causes:
            if cause.kind == "source":
                assert {(c.before, c.after) for c in cause.changes} <= planted
    told = {(c.before, c.after) for p in found.parts for c in p.quiet}
    told |= {(c.before, c.after) for e in found.entries for cause in e.causes for c in cause.changes}
    if edit not in (another_month, month_less):
        assert planted <= told, "each sentence that changed is told, whatever came of it"


@pytest.mark.parametrize("seed", range(8))
def test_several_changes_of_the_source_at_once(seed: int, tmp_path: Path) -> None:
    chance = chance_of(seed)
    parts = report(chance)
    path = repository(tmp_path / "p", parts)
    for edit in chance.sample(SOURCE_EDITS, 4):
        edit(parts, chance)
    (path.parent / "report.md").write_text(written(parts), encoding="utf-8")
    update(path)
    found = difference(path)
    claimed(found, path.parents[1])
    assert [entry for entry in found.entries if not kinds(entry) <= {"source", "section"}] == []


def test_a_link_that_the_source_took_away(town: Path) -> None:
    source = town.parent / "report.md"
    source.write_text(re.sub(r"\[(.*? of March)\]\(.*?\)", r"\1", source.read_text(encoding="utf-8")), encoding="utf-8")
    update(town)
    found = difference(town)
    claimed(found, town.parents[1])
    (part,) = found.parts
    told = [(entry.kind, entry.noun, entry.before, entry.causes) for entry in part.entries]
    cause = Cause("source", "the source does not link it any more")
    assert (part.id, told) == ("2031-03", [("dropped", "link", "Primer of March", (cause,))])


def test_two_figures_in_two_months_are_told_apart(tmp_path: Path) -> None:
    parts = report(chance_of("two"))
    path = repository(tmp_path / "p", parts)
    for n, part in enumerate(parts):
        if "January by Voss" in _plain(part[0]) or "April by Voss" in _plain(part[0]):
            parts[n] = [part[0].replace(" firings", "7 firings")]
    (path.parent / "report.md").write_text(written(parts), encoding="utf-8")
    update(path)
    found = difference(path)
    claimed(found, path.parents[1])
    for part, month in (("2031-01", "January"), ("2031-04", "April")):
        (entries,) = [each.entries for each in found.parts if each.id == part]
        after = {change.after for entry in entries for cause in entry.causes for change in cause.changes}
        assert len(after) == 1
        assert month in after.pop()


@pytest.mark.parametrize("seed", SEEDS)
def test_of_many_changes_in_a_section_each_has_its_own(seed: int, tmp_path: Path) -> None:
    """Every figure of the year changes; each sentence that was reworded is because of just the one that it takes."""
    parts = report(chance_of(f"many{seed}"))
    path = repository(tmp_path / "p", parts)
    for part in parts:
        if len(part) > 1 or " by Voss " in part[0]:
            part[:] = [re.sub(r"\b(\d\d\d?)\b(?! 2031)", r"\g<1>0", text, count=1) for text in part]
    (path.parent / "report.md").write_text(written(parts), encoding="utf-8")
    update(path)
    found = difference(path)
    claimed(found, path.parents[1])
    entries = [entry for part in found.parts[:4] for entry in part.entries if entry.kind == "reworded"]
    assert len(entries) > 4
    for entry in entries:
        assert {(c.before, c.after) for cause in entry.causes for c in cause.changes} == {(entry.before, entry.after)}


# ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────

Json = dict[str, Any]


def _proses(value: Json, least: int = 1) -> list[list[Json]]:
    parts = [*value["sections"], value["overview"]]
    return [
        field["sentences"]
        for part in parts
        for field in part["fields"].values()
        if field["kind"] == "prose" and len(field["sentences"]) >= least
    ]


def hand_word(value: Json, chance: random.Random) -> None:
    item = chance.choice(chance.choice(_proses(value)))
    item["text"] = item["text"].replace(" ", " never ", 1)


def hand_figure(value: Json, chance: random.Random) -> None:
    items = [item for items in _proses(value) for item in items if re.search(r"\d", item["text"])]
    item = chance.choice(items)
    item["text"] = re.sub(r"\d+", "12345", item["text"])


def hand_drop(value: Json, chance: random.Random) -> None:
    chance.choice(_proses(value, 2)).pop(0)


def hand_add(value: Json, chance: random.Random) -> None:
    items = chance.choice(_proses(value))
    items.append({**items[0], "text": "Something that nobody wrote."})


def hand_order(value: Json, chance: random.Random) -> None:
    chance.choice(_proses(value, 2)).reverse()


def hand_field(value: Json, chance: random.Random) -> None:
    fields = chance.choice(value["sections"])["fields"]
    del fields[chance.choice(sorted(fields))]


def hand_slice(value: Json, chance: random.Random) -> None:
    chance.choice(chance.choice(_proses(value)))["cites"][0]["end"] -= 5


def hand_address(value: Json, chance: random.Random) -> None:
    piece = value["evidence"][chance.choice(sorted(value["evidence"]))]
    piece["url"] = piece["url"].replace("#L", "#L9")


def hand_evidence(value: Json, chance: random.Random) -> None:
    piece = value["evidence"][chance.choice(sorted(value["evidence"]))]
    piece["text"] += " And more."


def hand_heading(value: Json, chance: random.Random) -> None:
    piece = value["evidence"][chance.choice(sorted(value["evidence"]))]
    piece["heading"] = ["Somewhere else"]


def hand_link(value: Json, _: random.Random) -> None:
    for section in value["sections"]:
        if section["fields"].get("key", {}).get("url"):
            section["fields"]["key"]["url"] = "https://example.com/elsewhere"
            return


def hand_section(value: Json, chance: random.Random) -> None:
    del value["sections"][chance.randrange(len(value["sections"]))]


def hand_title(value: Json, chance: random.Random) -> None:
    chance.choice(value["sections"])["title"] += " (best)"


def hand_name(value: Json, _: random.Random) -> None:
    value["title"] = "Another title"


def hand_source(value: Json, chance: random.Random) -> None:
    value["sources"][0][chance.choice(["title", "author"])] = "Nobody"


def hand_writer(value: Json, _: random.Random) -> None:
    value["writer"] = {"engine": "openai", "model": "grand"}


def hand_period(value: Json, _: random.Random) -> None:
    value["period"] = {"by": "week", "year": 2040}


def hand_finding(value: Json, _: random.Random) -> None:
    id_ = value["sections"][0]["id"]
    value["findings"].insert(0, {"where": id_, "check": "empty", "message": "Nothing.", "severity": "info", "hint": ""})


HAND_EDITS = [edit for name, edit in sorted(globals().items()) if name.startswith("hand_")]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copied for each test, as making it takes longer than that."""
    folder = tmp_path_factory.mktemp("base") / "p"
    repository(folder, report(chance_of(7)))
    return folder


@pytest.fixture
def town(project: Path, tmp_path: Path) -> Path:
    shutil.copytree(project, tmp_path / "p")
    return tmp_path / "p" / "sources" / "town.yaml"


def by_hand(path: Path, edit: Callable[[Json, random.Random], None], chance: random.Random) -> None:
    """Edit briefing.json, and render the other files from it, as a careful forger would."""
    folder = path.parents[1] / "outputs/town"
    value = json.loads((folder / "briefing.json").read_text(encoding="utf-8"))
    edit(value, chance)
    briefing = codec.load(json.dumps(value).encode(), "briefing.json")
    for name, content in render(briefing, load_style("briefing", str(path.parents[1])), load_manifest(path)).items():
        (folder / name).write_bytes(content)


@pytest.mark.parametrize("edit", HAND_EDITS, ids=lambda edit: edit.__name__)
@pytest.mark.parametrize("seed", SEEDS)
def test_an_edit_of_the_json_by_hand_is_the_cause(edit: Callable[..., None], seed: int, town: Path) -> None:
    by_hand(town, edit, chance_of(f"{edit.__name__}{seed}"))
    found = difference(town)
    claimed(found, town.parents[1])
    assert found.entries
    assert [entry for entry in found.entries if kinds(entry) != {"hand"}] == []


@pytest.mark.parametrize("edit", [hand_word, hand_drop, hand_add, hand_title], ids=lambda edit: edit.__name__)
@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_edited_by_hand_and_is_put_right_says_so(edit: Callable[..., None], seed: int, town: Path) -> None:
    by_hand(town, edit, chance_of(f"{edit.__name__}{seed}"))
    commit(town.parents[1])
    update(town)
    found = difference(town)
    claimed(found, town.parents[1])
    assert [entry for entry in found.entries if "hand" not in kinds(entry)] == []
    assert all("earlier" in cause.note for entry in found.entries for cause in entry.causes)


@pytest.mark.parametrize("seed", SEEDS)
def test_two_causes_are_kept_apart(seed: int, tmp_path: Path) -> None:
    """A figure of the source in one month, a word by hand in another."""
    chance = chance_of(seed)
    parts = report(chance)
    path = repository(tmp_path / "p", parts)
    n = next(n for n, part in enumerate(parts) if part[0].startswith("## February")) + 1
    parts[n] = [parts[n][0].replace(" firings", "1 firings")]
    (path.parent / "report.md").write_text(written(parts), encoding="utf-8")
    update(path)

    def edit(value: Json, _: random.Random) -> None:
        item = next(f for f in value["sections"][3]["fields"].values() if f["kind"] == "prose")["sentences"][0]
        item["text"] = item["text"].replace("The ", "Hardly the ")[:-1] + " at all."

    by_hand(path, edit, chance)
    found = difference(path)
    claimed(found, path.parents[1])
    causes = {part.id: {kind for entry in part.entries for kind in kinds(entry)} for part in found.parts}
    assert causes["2031-04"] == {"hand"}
    assert causes["2031-02"] == {"source"}


# ── The Markdown, the style, the writer, the manifest ───────────────────────────────────────────────────────────


def test_a_line_that_was_edited_in_the_markdown_is_by_hand(town: Path) -> None:
    page = town.parents[1] / "outputs/town/briefing.md"
    lines = page.read_text(encoding="utf-8").split("\n")
    lines[-9:-9] = ["Somebody was here."]
    page.write_text("\n".join(lines), encoding="utf-8")
    found = difference(town)
    (part,) = found.parts
    assert (part.id, [kinds(entry) for entry in part.entries]) == (RENDERING, [{"hand"}])
    assert part.entries[0].after == "Somebody was here."
    assert (found.lines, part.entries[0].lines) == ((0, 1), 1)


def test_markdown_that_had_been_edited_by_hand_and_is_made_anew_says_so(town: Path) -> None:
    page = town.parents[1] / "outputs/town/briefing.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Workshops", "Shops", 1), encoding="utf-8")
    commit(town.parents[1])
    update(town)
    (entry,) = difference(town).entries
    assert "by hand" in entry.causes[0].note
    assert "earlier" in entry.causes[0].note
    assert (entry.before, entry.after) == ("# Shops in 2031", "# Workshops in 2031")


def _own_style(town: Path) -> Path:
    """The built-in style, brought into the project."""
    here = Path(__file__).parents[2] / "prompts"
    shutil.copytree(here, town.parents[1] / "prompts")
    load_style.cache_clear()
    return town.parents[1] / "prompts"


def test_a_template_that_changed_is_the_cause(town: Path) -> None:
    prompts = _own_style(town)
    commit(town.parents[1])
    template = prompts / "base/briefing.md.j2"
    template.write_text(template.read_text(encoding="utf-8").replace("**{{ field.label }}**", "### {{ field.label }}"))
    update(town)
    found = difference(town)
    assert [kinds(entry) for entry in found.entries] == [{"style"}]
    assert found.entries[0].causes[0].note == "prompts/base/briefing.md.j2"
    assert found.entries[0].lines == sum(found.lines) > 0


def test_a_prompt_that_changed_is_the_cause(town: Path) -> None:
    prompts = _own_style(town)
    commit(town.parents[1])
    style = prompts / "briefing/style.yaml"
    style.write_text(style.read_text(encoding="utf-8").replace("most: 3", "most: 1"), encoding="utf-8")
    load_style.cache_clear()
    update(town)
    found = difference(town)
    claimed(found, town.parents[1])
    assert found.entries
    for entry in found.entries:
        assert kinds(entry) <= {"style", "section"}
        assert {c.note for c in entry.causes if c.kind == "style"} == {"prompts/briefing/style.yaml"}


def test_lines_of_a_template_of_ones_own_are_claimed_too(town: Path) -> None:
    template = _own_style(town) / "base/briefing.md.j2"
    rows = "{% for line in field.lines %}\n* {{ line.text }} {{ notes(line) }}\n{% endfor %}"
    template.write_text(template.read_text(encoding="utf-8").replace("{{ block(field) }}", rows), encoding="utf-8")
    update(town)
    commit(town.parents[1])
    assert "\n* " in (town.parents[1] / "outputs/town/briefing.md").read_text(encoding="utf-8")
    source = town.parent / "report.md"
    source.write_text(re.sub(r"covers (\d+) firings", r"covers \g<1>1 firings", source.read_text(encoding="utf-8")))
    update(town)
    found = difference(town)
    claimed(found, town.parents[1])
    assert sum(found.lines) > 0


def test_a_model_that_changed_is_the_cause(tmp_path: Path) -> None:
    def respond(request: Json, _: int) -> Answer:
        fields = answer(request)
        for value in fields.values():
            if request["model"] == "wordy" and isinstance(value, list) and value and isinstance(value[0], dict):
                value[0]["text"] = f"It says so: {value[0]['text']}"
        return completion(fields)

    with ModelServer(respond) as server:
        env = {"OPENAI_BASE_URL": server.base_url}
        path = repository(tmp_path / "p", report(chance_of("model")))
        run(load_manifest(path), RunOptions(engine="openai", model="plain"), env)
        commit(path.parents[1])
        run(load_manifest(path), RunOptions(engine="openai", model="wordy"), env)
    found = difference(path)
    claimed(found, path.parents[1])
    assert {entry.noun for entry in found.entries} >= {"writer", "sentence"}
    for entry in found.entries:
        assert {(cause.kind, cause.note) for cause in entry.causes} == {("writer", "plain → wordy")}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: Workshops in 2031", "title: The workshops"),
        ("by: month", "by: quarter"),
        ("path: report.md}", "path: report.md}\n  - {id: more, path: more.md}"),
    ],
    ids=["title", "period", "source"],
)
def test_a_manifest_that_changed_is_the_cause(before: str, after: str, town: Path) -> None:
    (town.parent / "more.md").write_text("# More\n\n## June 2031: tiles\n\nThe tiles of June number 40.\n")
    town.write_text(town.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    update(town)
    found = difference(town)
    claimed(found, town.parents[1])
    assert found.entries
    assert [entry for entry in found.entries if not kinds(entry) <= {"manifest", "section"}] == []


def test_what_was_written_anew_for_no_reason_says_so(tmp_path: Path) -> None:
    asked: list[int] = []

    def respond(request: Json, number: int) -> Answer:
        asked.append(number)
        fields = answer(request)
        for value in fields.values():
            if isinstance(value, list) and value and isinstance(value[0], dict) and len(asked) > 5:
                value[0]["text"] = f"So it is: {value[0]['text']}"
        return completion(fields)

    with ModelServer(respond) as server:
        env = {"OPENAI_BASE_URL": server.base_url}
        path = repository(tmp_path / "p", report(chance_of("force")))
        run(load_manifest(path), RunOptions(engine="openai", model="plain"), env)
        commit(path.parents[1])
        run(load_manifest(path), RunOptions(engine="openai", model="plain", force=True), env)
    found = difference(path)
    claimed(found, path.parents[1])
    assert {kind for entry in found.entries for kind in kinds(entry)} == {"unknown"}
    assert "--force" in found.entries[0].causes[0].note


def test_a_base_of_an_early_version_is_compared_too(town: Path) -> None:
    memory = town.parents[1] / "outputs/town/briefing.json"
    value = json.loads(memory.read_bytes())
    for part in (*value["sections"], value["overview"]):
        del part["sentences"], part["seals"]
    memory.write_text(json.dumps(value), encoding="utf-8")
    commit(town.parents[1])
    source = town.parent / "report.md"
    source.write_text(re.sub(r"covers (\d+) firings", r"covers \g<1>1 firings", source.read_text(encoding="utf-8")))
    update(town)
    found = difference(town)
    claimed(found, town.parents[1])
    assert {kind for entry in found.entries for kind in kinds(entry)} <= {"source", "section"}


STYLE = """\
label: Notes
guide: Notes on workshops.
section:
  - {key: idea, kind: prose, label: Idea, role: idea}
  - {key: listing, kind: code, label: Listing}
  - {key: figures, kind: table, label: Figures}
  - {key: picture, kind: figure, label: Picture}
  - {key: tags, kind: tags, label: Tags}
  - {key: view, kind: analysis, label: View}
overview: []
"""


def test_excerpts_tags_and_views_are_compared(tmp_path: Path) -> None:
    """A model fills every kind of field; the second time, from a source that changed in each."""
    parts = report(chance_of("kinds"), months=1)
    table = ["| kiln | hold |", "|---|---|", "| one | 14 |"]
    parts[4:4] = [["```python", "hold = 14", "```"], table, ["![A kiln.](kiln.png)"]]

    def respond(request: Json, _: int) -> Answer:
        text = "\n".join(str(message["content"]) for message in request["messages"])
        marks = {"listing": "hold = 1", "figures": "one | 1", "picture": "A kiln", "large": "A large kiln"}
        found = {key: re.search(rf"^\[(\d+)[^\]]*\] .*{re.escape(mark)}", text, re.M) for key, mark in marks.items()}
        numbers = {key.replace("large", "picture"): int(match[1]) for key, match in found.items() if match}
        changed = "hold = 15" in text
        own = {"tags": ["ovens" if changed else "kilns"], "view": ["It is so." if changed else "Is it so?"]}
        reply = answer(request)
        return completion(reply | {key: value for key, value in (numbers | own).items() if key in reply})

    with ModelServer(respond) as server:
        env = {"OPENAI_BASE_URL": server.base_url}
        options = RunOptions(engine="openai", model="plain")
        path = repository(tmp_path / "p", parts)
        (path.parents[1] / "prompts/notes").mkdir(parents=True)
        (path.parents[1] / "prompts/notes/style.yaml").write_text(STYLE)
        path.write_text(path.read_text(encoding="utf-8") + "style: notes\n")
        run(load_manifest(path), options, env)
        commit(path.parents[1])
        source = path.parent / "report.md"
        text = source.read_text(encoding="utf-8").replace("14", "15").replace("A kiln.", "A large kiln.")
        source.write_text(text, encoding="utf-8")
        run(load_manifest(path), options, env)
    found = difference(path)
    claimed(found, path.parents[1])
    told = {(entry.field, entry.noun) for entry in found.entries}
    assert {("listing", "excerpt"), ("figures", "excerpt"), ("picture", "excerpt")} <= told, told
    assert {kind for entry in found.entries for kind in kinds(entry)} == {"source"}


def test_nothing_changed(town: Path) -> None:
    update(town)
    found = difference(town)
    assert (found.parts, found.lines, found.new) == ((), (0, 0), False)
