"""`briefing diff`, as people call it, in real git repositories."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.commands.run_briefing import briefing
from tests.steps.kilns import NOTES, write_project
from tests.steps.repository import commit, git

KILNS = "sources/kilns.yaml"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "p"
    (folder / "sources").mkdir(parents=True)
    write_project(folder)
    (folder / ".gitignore").write_text(".briefing/\n")
    git(folder, "init", "-q")
    assert briefing(folder, "run", "-q", KILNS).returncode == 0
    commit(folder)
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "p")
    return tmp_path / "p"


def correct(project: Path) -> None:
    (project / "sources/report.md").write_text(NOTES.replace("312 firings", "319 firings"), encoding="utf-8")
    assert briefing(project, "run", "-q", KILNS).returncode == 0


def test_a_figure_that_was_corrected(project: Path) -> None:
    correct(project)
    done = briefing(project, "diff", KILNS)
    assert (done.returncode, done.stderr) == (0, "")
    assert "measures [-312-]{+319+} firings of electric kilns." in done.stdout
    assert "because report has this sentence so now" in done.stdout
    assert "\x1b" not in done.stdout


def test_the_sample_in_the_docs_is_real(project: Path) -> None:
    correct(project)
    page = (Path(__file__).parents[2] / "docs/diff.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```console\n\$ briefing diff .*\n([^`]*)```", page)
    real = briefing(project, "diff", KILNS).stdout
    assert re.sub(r"\([0-9a-f]{7}\)", "()", shown) == re.sub(r"\([0-9a-f]{7}\)", "()", real)


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, False)],
)
def test_colour_is_asked_for_as_everywhere(project: Path, variables: dict[str, str], coloured: bool) -> None:
    correct(project)
    assert ("\x1b[" in briefing(project, "diff", KILNS, **variables).stdout) is coloured


def test_formats(project: Path) -> None:
    correct(project)
    markdown = briefing(project, "diff", "--format", "markdown", KILNS).stdout
    assert markdown.startswith("<!-- briefing diff kilns -->\n")
    assert "<del>312</del><ins>319</ins>" in markdown
    value = json.loads(briefing(project, "diff", "--format", "json", KILNS).stdout)
    (part,) = value["parts"]
    assert part["id"] == "2031-01"
    assert value["commit"] == git(project, "rev-parse", "HEAD").strip()


def test_another_base(project: Path) -> None:
    correct(project)
    commit(project)
    assert "nothing changed since HEAD" in briefing(project, "diff", KILNS).stdout
    assert "{+319+}" in briefing(project, "diff", KILNS, "--base", "HEAD~1").stdout


def test_everything_is_new(project: Path) -> None:
    git(project, "rm", "-q", "-r", "--cached", "outputs")
    git(project, "commit", "-q", "-m", "without")
    done = briefing(project, "diff", KILNS)
    assert (done.returncode, done.stdout.count("\n")) == (0, 1)
    assert "everything is new (3 sections)" in done.stdout
    assert json.loads(briefing(project, "diff", "--format", "json", KILNS).stdout)["new"] is True


def test_a_revision_is_never_an_option(project: Path) -> None:
    done = briefing(project, "diff", KILNS, "--base=--output=owned")
    assert done.returncode == 2
    assert "is no revision" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_repository(project: Path) -> None:
    shutil.rmtree(project / ".git")
    done = briefing(project, "diff", KILNS, GIT_CEILING_DIRECTORIES=str(project.parent))
    assert done.returncode == 2
    assert "is in no git repository" in done.stderr


def test_no_git(project: Path, tmp_path: Path) -> None:
    done = briefing(project, "diff", KILNS, PATH=str(tmp_path / "nothing"))
    assert done.returncode == 2
    assert "git is not installed" in done.stderr


def test_no_commit_yet_and_no_briefing_yet(project: Path) -> None:
    shutil.rmtree(project / ".git")
    git(project, "init", "-q")
    assert "there is no revision 'HEAD'" in briefing(project, "diff", KILNS).stderr
    shutil.rmtree(project / "outputs")
    done = briefing(project, "diff", KILNS)
    assert done.returncode == 2
    assert "there is no briefing yet" in done.stderr


def test_a_damaged_briefing_at_the_base_is_named(project: Path) -> None:
    memory = project / "outputs/kilns/briefing.json"
    whole = memory.read_bytes()
    memory.write_text("{")
    commit(project)
    memory.write_bytes(whole)
    done = briefing(project, "diff", KILNS)
    assert done.returncode == 2
    assert "HEAD:outputs/kilns/briefing.json" in done.stderr


def test_a_project_below_the_top_of_its_repository(project: Path, tmp_path: Path) -> None:
    shutil.rmtree(project / ".git")
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    correct(project)
    done = briefing(project, "diff", KILNS)
    assert "{+319+}" in done.stdout


def test_a_sentence_that_was_never_cited_is_shown_before_and_after(project: Path) -> None:
    notes = NOTES.replace("It costs 4,200 euros and draws 11 kW.", "It costs 4,300 euros and draws 11 kW.")
    (project / "sources/report.md").write_text(notes.replace("1280 degrees", "1290 degrees"), encoding="utf-8")
    assert briefing(project, "run", "-q", KILNS).returncode == 0
    value = json.loads(briefing(project, "diff", "--format", "json", KILNS).stdout)
    changes = [
        change
        for part in value["parts"]
        for found in (part["quiet"], *(cause["changes"] for e in part["entries"] for cause in e["causes"]))
        for change in found
    ]
    assert {"It costs 4,200 euros and draws 11 kW."} <= {change["before"] for change in changes}
    assert {"It costs 4,300 euros and draws 11 kW."} <= {change["after"] for change in changes}
