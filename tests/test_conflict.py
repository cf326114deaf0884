"""A merge that was not finished: `run` goes on from what both sides know, and ends the conflict."""

import json
import subprocess
from pathlib import Path

import pytest

from briefing import codec
from briefing.conflict import is_conflicted, load_conflicted
from briefing.errors import OutputError
from tests.commands.run_briefing import briefing
from tests.steps.kilns import NOTES, write_project

KILNS = "sources/kilns.yaml"


def git(folder: Path, *arguments: str, code: int = 0) -> None:
    identity = ["-c", "user.name=Mira", "-c", "user.email=mira@example.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode != 0) == bool(code), done.stdout + done.stderr


def bring_up_to_date(project: Path, notes: str, message: str) -> None:
    (project / "sources" / "report.md").write_text(notes, encoding="utf-8")
    assert briefing(project, "run", "-q", KILNS).returncode == 0
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
