"""`briefing status`: what is stale and why, down to the sentence, without a key, and without writing."""

import json
from pathlib import Path

import pytest

from tests.commands.run_briefing import briefing
from tests.servers.batch_server import BatchServer
from tests.steps.kilns import MANIFEST, NOTES, write_project
from tests.writers.test_batch import honest

KILNS = "sources/kilns.yaml"


def made(project: Path) -> Path:
    write_project(project)
    assert briefing(project, "run", "-q", KILNS).returncode == 0
    return project


def outputs(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / "outputs" / "kilns").iterdir()}


EDITS = [
    ("312 firings", "314 firings", ["2031-01 (January 2031: the Kiln Atlas): the source has changed", "~", "now:"]),
    ("It appeared on 4 January 2031.\n", "", ["2031-01", "- report: It appeared on 4 January 2031."]),
    (
        "four hours.\n",
        "four hours.\nIts door is made of steel.\n",
        ["2031-03", "+ report: Its door is made of steel."],
    ),
    ("https://example.org/ash)", "https://example.org/ashes)", ["2031-02", "(links, order or markup only)"]),
    (
        "February 2031: ash",
        "May 2031: ash",
        [
            "2031-05 (May 2031: ash glazes): is not written yet",
            "2031-02",
            "no longer",
            "overview: rests on what changed in 2031-02, 2031-05",
        ],
    ),
    ("covers firing,", "covers firing, cooling,", ["overview: the source has changed", "~ introduction"]),
]


@pytest.mark.parametrize(("old", "new", "says"), EDITS, ids=[row[2][0][:40] for row in EDITS])
def test_what_changed_in_the_source_is_told(project: Path, old: str, new: str, says: list[str]) -> None:
    made(project)
    before = outputs(project)
    (project / "sources" / "report.md").write_text(NOTES.replace(old, new), encoding="utf-8")
    done = briefing(project, "status", KILNS)
    assert done.returncode == 1
    for words in says:
        assert words in done.stdout
    assert "To bring it up to date: briefing run sources/kilns.yaml" in done.stdout
    assert outputs(project) == before
    assert briefing(project, "run", "-q", KILNS).returncode == 0
    assert briefing(project, "status", KILNS).returncode == 0


def test_what_is_fresh_is_said_to_be(project: Path) -> None:
    made(project)
    done = briefing(project, "status", KILNS)
    assert (done.returncode, done.stdout) == (0, "kilns: up to date, 3 sections and the overview\n")


def test_before_the_first_run_all_is_new(project: Path) -> None:
    write_project(project)
    done = briefing(project, "status", KILNS)
    assert done.returncode == 1
    assert done.stdout.count("is not written yet") == 4


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--engine", "openai", "--model", "m"], "the model has changed"),
        (["--style", "terse"], "its prompt has changed"),
    ],
)
def test_other_causes_are_told(project: Path, arguments: list[str], says: str) -> None:
    made(project)
    (project / "prompts" / "terse").mkdir(parents=True)
    (project / "prompts" / "terse" / "style.yaml").write_text(
        "label: Terse\nguide: In few words.\nsection: [{key: idea, kind: prose, label: Idea}]\noverview: []\n",
        encoding="utf-8",
    )
    done = briefing(project, "status", *arguments, KILNS, OPENAI_API_KEY="k")
    assert done.returncode == 1, done.stderr
    assert says in done.stdout


def test_an_edit_by_hand_is_told(project: Path) -> None:
    made(project)
    memory = project / "outputs" / "kilns" / "briefing.json"
    memory.write_text(memory.read_text(encoding="utf-8").replace("four hours.", "five hours."), encoding="utf-8")
    assert "2031-03 (March 2031: the Ember 3): was edited by hand" in briefing(project, "status", KILNS).stdout


def test_a_model_s_briefing_needs_no_key(project: Path) -> None:
    made(project)
    memory = project / "outputs" / "kilns" / "briefing.json"
    text = memory.read_text(encoding="utf-8").replace('"engine": "extractive"', '"engine": "openai"')
    memory.write_text(text, encoding="utf-8")
    done = briefing(project, "status", KILNS)
    assert done.returncode == 1
    assert "the model has changed" in done.stdout


def test_json_tells_programs_the_same(project: Path) -> None:
    made(project)
    (project / "sources" / "report.md").write_text(NOTES.replace("312 firings", "314 firings"), encoding="utf-8")
    (told,) = json.loads(briefing(project, "status", "--format", "json", KILNS).stdout)
    states = {state["id"]: state for state in told["states"]}
    assert told["name"] == "kilns"
    assert {name: state["verdict"] for name, state in states.items()} == {
        "2031-01": "stale", "2031-02": "fresh", "2031-03": "fresh", "overview": "stale",
    }  # fmt: skip
    (change,) = states["2031-01"]["changes"]
    assert (change["part"], change["kind"]) == ("report", "reworded")
    assert ("312" in change["before"], "314" in change["after"]) == (True, True)
    assert states["overview"]["follows"] == ["2031-01"]


def told(project: Path, server: BatchServer) -> tuple[str, dict[str, str]]:
    """What status says to people, and to programs of batches: by the id of a section. It asks the server nothing."""
    asked = len(server.asked)
    by_server = ("--engine", "openai", "--model", "m")
    done = briefing(project, "status", "-q", *by_server, KILNS, OPENAI_BASE_URL=server.base_url)
    json_ = briefing(project, "status", "--format", "json", *by_server, KILNS, OPENAI_BASE_URL=server.base_url)
    assert (done.returncode, json_.returncode) == (1, 1), done.stderr + json_.stderr
    assert len(server.asked) == asked
    return done.stdout, {state["id"]: state["batch"] for state in json.loads(json_.stdout)[0]["states"]}


def hand_in(project: Path, server: BatchServer) -> None:
    done = briefing(project, "run", "-q", "--batch", "--model", "m", KILNS, OPENAI_BASE_URL=server.base_url)
    assert done.returncode == 0, done.stderr


def test_what_is_with_a_batch_is_told(project: Path) -> None:
    write_project(project)
    sections = ("2031-01", "2031-02", "2031-03")
    with BatchServer(honest) as server:
        assert set(told(project, server)[1].values()) == {""}
        hand_in(project, server)
        words, batches = told(project, server)
        assert batches == {**dict.fromkeys(sections, "batch_0"), "overview": ""}
        assert words.count("is not written yet; it is with the batch batch_0, and not collected yet") == 3
        assert "To bring it up to date: briefing run sources/kilns.yaml; that collects what has come\n" in words
        server.finish()
        hand_in(project, server)  # what has come is kept, and the overview handed in
        assert told(project, server)[1] == {**dict.fromkeys(sections, ""), "overview": "batch_1"}


def test_of_what_is_with_a_batch_only_what_is_still_asked_for_is_told(project: Path) -> None:
    write_project(project)
    with BatchServer(honest) as server:
        hand_in(project, server)
        (project / "sources" / "report.md").write_text(NOTES.replace("312 firings", "314 firings"), encoding="utf-8")
        assert told(project, server)[1] == {"2031-01": "", "2031-02": "batch_0", "2031-03": "batch_0", "overview": ""}


def test_a_revision_that_is_with_a_batch_is_told(project: Path) -> None:
    write_project(project)
    with BatchServer(honest) as server:
        hand_in(project, server)
        server.finish()
        done = briefing(project, "run", "-q", "--model", "m", KILNS, OPENAI_BASE_URL=server.base_url)
        assert done.returncode == 0, done.stderr
        (project / "sources" / "report.md").write_text(NOTES.replace("312 firings", "314 firings"), encoding="utf-8")
        hand_in(project, server)
        assert told(project, server)[1]["2031-01"] == "batch_1"


def test_a_source_that_cannot_be_read_is_an_error(project: Path) -> None:
    write_project(project, manifest=MANIFEST.replace("report.md", "gone.md"))
    done = briefing(project, "status", KILNS)
    assert done.returncode == 3
    assert "gone.md" in done.stderr


def test_one_that_fails_does_not_hold_up_the_others(project: Path) -> None:
    made(project)
    (project / "sources" / "a.yaml").write_text("titel: x\n")
    (project / "sources" / "b.yaml").write_text("sources: [gone.md]\n")
    done = briefing(project, "status", "-q", "sources/*.yaml")
    assert done.returncode == 3
    assert done.stdout == "kilns: up to date, 3 sections and the overview\n"
    assert "unknown key 'titel'" in done.stderr
    assert "gone.md: there is no such file" in done.stderr
    told = json.loads(briefing(project, "status", "--format", "json", "sources/*.yaml").stdout)
    assert [each.get("name") or (each["manifest"], each["error"]["exit_code"]) for each in told] == [
        ("sources/a.yaml", 2), ("sources/b.yaml", 3), "kilns",
    ]  # fmt: skip
    assert briefing(project, "status", "-q", "sources/a.yaml").returncode == 2


def test_what_stands_in_a_store_is_looked_for_there(project: Path, tmp_path: Path) -> None:
    write_project(project)
    store = str(tmp_path / "shared ones")
    assert briefing(project, "run", "-q", "--store", store, KILNS).returncode == 0
    done = briefing(project, "status", "--store", store, KILNS)
    assert (done.returncode, done.stdout) == (0, "kilns: up to date, 3 sections and the overview\n")
    (project / "sources" / "report.md").write_text(NOTES.replace("312 firings", "314 firings"), encoding="utf-8")
    done = briefing(project, "status", "-q", "--store", store, KILNS)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == f"To bring it up to date: briefing run {KILNS} --store '{store}'"
    assert not (project / "outputs").exists()
