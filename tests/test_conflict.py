"""A merge that was not finished: `run` goes on from what both sides know, and ends the conflict."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from briefing import codec
from briefing.conflict import is_conflicted, load_conflicted
from briefing.errors import OutputError
from briefing.walk import items_of, text_of
from tests.commands.run_briefing import briefing
from tests.servers.honest import answer
from tests.servers.model_server import Answer, ModelServer, completion
from tests.steps.kilns import NOTES, write_project

KILNS = "sources/kilns.yaml"


def git(folder: Path, *arguments: str, code: int = 0) -> None:
    identity = ["-c", "user.name=Mira", "-c", "user.email=mira@example.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode != 0) == bool(code), done.stdout + done.stderr


def bring_up_to_date(project: Path, notes: str, message: str, **environment: str) -> None:
    (project / "sources" / "report.md").write_text(notes, encoding="utf-8")
    assert briefing(project, "run", "-q", KILNS, **environment).returncode == 0
    git(project, "add", "-A")
    git(project, "commit", "-m", message)


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_a_run_ends_a_conflict(project: Path, style: str) -> None:
    """Both branches change the same sentence, and each another month besides."""
    git(project, "init")
    git(project, "config", "merge.conflictStyle", style)
    write_project(project)
    bring_up_to_date(project, NOTES, "base")
    git(project, "checkout", "-b", "theirs")
    theirs = NOTES.replace("312 firings", "355 firings").replace("48 recipes", "49 recipes")
    bring_up_to_date(project, theirs, "theirs")
    git(project, "checkout", "main")
    ours = NOTES.replace("312 firings", "314 firings").replace("1280 degrees", "1300 degrees")
    bring_up_to_date(project, ours, "ours")
    git(project, "merge", "theirs", code=1)
    memory = project / "outputs" / "kilns" / "briefing.json"
    assert is_conflicted(memory.read_bytes())

    merged = NOTES.replace("312", "355").replace("48 recipes", "49 recipes").replace("1280 degrees", "1300 degrees")
    (project / "sources" / "report.md").write_text(merged, encoding="utf-8")
    done = briefing(project, "run", "-q", "--json", KILNS)
    assert done.returncode == 0, done.stderr
    (summary,) = json.loads(done.stdout)
    assert not set(summary["sections"]["written"]) & {"2031-02", "2031-03"}
    text = (project / "outputs" / "kilns" / "briefing.md").read_text(encoding="utf-8")
    for words in ("355 firings", "49 recipes", "1300 degrees"):
        assert words in text
    assert "314 firings" not in text
    assert "<<<<" not in text
    assert briefing(project, "status", "-q", KILNS).returncode == 0


COMMON = "A shorter hold of 14 minutes saved 9% of the energy in the measured firings."
ONE, OTHER = "Every hold was measured twice.", "Two of the kilns were mended."


def eager(request: dict[str, Any], _: int) -> Answer:
    """Where it is to revise, it says what is new, after two sentences of what was there."""
    found, asked = answer(request), request["messages"][-1]["content"]
    lines = dict(re.findall(r"^\[(\d+)[^\]]*\] (.*)$", request["messages"][1]["content"], re.MULTILINE))
    new = [int(n) for row in re.findall(r"^New or reworded since: (.*)$", asked, re.M) for n in re.findall(r"\d+", row)]
    key = "idea" if "idea" in found else "conclusions"
    said = [{"text": lines[str(number)], "cites": [number]} for number in new]
    return completion({**found, key: [1, 2, *said]} if said else found)


def test_what_only_theirs_has_read_is_new_to_ours(project: Path) -> None:
    """Both add a sentence to one month, in two places: the source merges, and each has read only its own."""
    git(project, "init")
    (project / ".gitignore").write_text(".briefing/\n", encoding="utf-8")
    write_project(project)
    with ModelServer(eager) as server:
        model = {"OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}
        bring_up_to_date(project, NOTES, "base", **model)
        git(project, "checkout", "-b", "theirs")
        bring_up_to_date(project, NOTES.replace(COMMON, f"{COMMON} {OTHER}"), "theirs", **model)
        git(project, "checkout", "main")
        first = "It appeared on 4 January 2031."
        bring_up_to_date(project, NOTES.replace(first, f"{first} {ONE}"), "ours", **model)
        git(project, "merge", "theirs", code=1)
        server.requests.clear()
        done = briefing(project, "run", "-q", KILNS, **model)
        assert done.returncode == 0, done.stderr
        asked = [re.findall(r'"reply_to" is "(.*?)"', r["messages"][-1]["content"])[-1] for r in server.requests]
    assert asked == ["2031-01", "overview"]
    made = codec.load((project / "outputs" / "kilns" / "briefing.json").read_bytes(), "briefing.json")
    for fields, key in ((made.sections[0].fields, "idea"), (made.overview.fields, "conclusions")):
        assert {ONE, OTHER} <= {text_of(item) for item in items_of(fields[key])}


def test_a_section_that_only_theirs_has_is_taken(project: Path) -> None:
    path = write_project(project)
    assert briefing(project, "run", "-q", KILNS).returncode == 0
    made = codec.load((project / "outputs" / "kilns" / "briefing.json").read_bytes(), str(path))
    both = [replace(made, sections=made.sections[:2]), replace(made, sections=(made.sections[0], made.sections[2]))]
    ours, theirs = (codec.dump(side) for side in both)
    joined = load_conflicted(b"<<<<<<< HEAD\n" + ours + b"=======\n" + theirs + b">>>>>>> theirs\n", str(path))
    assert [section.id for section in joined.sections] == ["2031-01", "2031-02", "2031-03"]
    assert joined.sections[2] == codec.load(theirs, "").sections[1]


def test_where_one_side_is_broken_the_other_is_taken(project: Path) -> None:
    path = write_project(project)
    assert briefing(project, "run", "-q", KILNS).returncode == 0
    raw = (project / "outputs" / "kilns" / "briefing.json").read_bytes()
    line = b'  "name": "kilns",\n'
    assert line in raw
    both = raw.replace(line, b"<<<<<<< HEAD\n  {{{\n=======\n" + line + b">>>>>>> theirs\n")
    assert load_conflicted(both, str(path)) == codec.load(raw, str(path))


def test_where_both_are_broken_it_is_an_error() -> None:
    with pytest.raises(OutputError, match="is not a briefing that can be read"):
        load_conflicted(b"<<<<<<< HEAD\n{\n=======\n[\n>>>>>>> theirs\n", "briefing.json")


@pytest.mark.parametrize("raw", [b"{}", b'{\n  "title": "<<<<<<< HEAD"\n}\n', b"=======\n", b" <<<<<<< HEAD\n"])
def test_what_is_no_conflict(raw: bytes) -> None:
    assert not is_conflicted(raw)
