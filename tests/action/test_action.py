"""The GitHub Action as a runner calls it: real git repositories, a scripted GitHub over HTTP."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.commands.run_briefing import briefing, environment
from tests.servers.github import REPOSITORY, GitHubServer
from tests.steps.kilns import NOTES, write_project

ROOT = Path(__file__).parents[2]
TOKEN = "ghs_a-token-that-nobody-may-see"
KILNS = "sources/kilns.yaml"


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Mira", "-c", "user.email=mira@example.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def checkout(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone whose briefing is committed and up to date."""
    origin = tmp_path_factory.mktemp("origin")
    git(origin, "init", "--bare")
    git(project, "init")
    write_project(project)
    assert briefing(project, "run", "-q", KILNS).returncode == 0
    git(project, "add", "-A")
    git(project, "commit", "-m", "A briefing")
    git(project, "remote", "add", "origin", str(origin))
    git(project, "push", "origin", "main")
    return project


def act(folder: Path, server: GitHubServer, mode: str, event: object = None, **more: str) -> tuple[int, str]:
    event_path = folder.parent / f"{folder.name}-event.json"
    event_path.write_text(json.dumps(event or {}), encoding="utf-8")
    bin_folder = str(Path(sys.executable).parent)
    given = {
        "BRIEFING_MODE": mode,
        "BRIEFING_MANIFESTS": "sources/*.yaml",
        "GITHUB_API_URL": server.address,
        "GITHUB_REPOSITORY": REPOSITORY,
        "GITHUB_TOKEN": TOKEN,
        "GITHUB_EVENT_PATH": str(event_path),
        "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
        **more,
    }
    done = subprocess.run(
        [sys.executable, str(ROOT / "action" / "main.py")],
        cwd=folder, env=environment(**given), capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    assert TOKEN not in done.stdout + done.stderr
    return done.returncode, done.stdout + done.stderr


def edit(folder: Path, old: str, new: str) -> None:
    assert old in NOTES
    path = folder / "sources" / "report.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_update_proposes_what_changed_in_one_pull_request(checkout: Path) -> None:
    edit(checkout, "312 firings", "314 firings")
    with GitHubServer() as server:
        code, said = act(checkout, server, "update")
        assert (code, len(server.pulls)) == (0, 1), said
        (pull,) = server.pulls
        assert (pull["head"], pull["base"]) == ("briefing/update", "main")
        assert pull["title"] == "Update kilns"
        assert "312" in pull["body"]
        assert "314" in pull["body"]
        assert git(checkout, "ls-remote", "origin", "briefing/update")
        pushed = git(checkout, "diff", "--name-only", "main", "briefing/update")
        assert set(pushed.split()) == {f"outputs/kilns/briefing.{end}" for end in ("json", "md", "html")}

        git(checkout, "checkout", "-f", "main")
        edit(checkout, "48 recipes", "49 recipes")
        assert act(checkout, server, "update")[0] == 0
        assert len(server.pulls) == 1
        assert "49" in server.pulls[0]["body"]
    assert server.tokens == {f"Bearer {TOKEN}"}


def test_update_does_nothing_where_nothing_changed(checkout: Path) -> None:
    with GitHubServer() as server:
        code, said = act(checkout, server, "update")
        assert code == 0
        assert "Nothing changed." in said
        assert server.changes == []


def test_update_says_that_a_source_could_not_be_read_and_goes_on(checkout: Path) -> None:
    edit(checkout, "312 firings", "314 firings")
    (checkout / "sources" / "broken.yaml").write_text("sources: [{path: gone.md}]\n", encoding="utf-8")
    with GitHubServer() as server:
        code, said = act(checkout, server, "update")
        assert code == 3
        assert "gone.md" in said
        assert len(server.pulls) == 1


def pull_request(base: str) -> object:
    return {"pull_request": {"number": 7, "base": {"sha": base}}}


def test_review_comments_once_and_keeps_the_comment_up_to_date(checkout: Path, tmp_path: Path) -> None:
    base = git(checkout, "rev-parse", "HEAD")
    summary = tmp_path / "summary.md"
    with GitHubServer() as server:
        server.comments = [{"id": n + 1, "body": f"remark {n}"} for n in range(130)]
        for old, new in (("312 firings", "314 firings"), ("48 recipes", "49 recipes")):
            edit(checkout, old, new)
            assert briefing(checkout, "run", "-q", KILNS).returncode == 0
            git(checkout, "commit", "-am", "Update")
            code, said = act(checkout, server, "review", pull_request(base), GITHUB_STEP_SUMMARY=str(summary))
            assert code == 0, said
        assert len(server.comments) == 131
        body = server.comments[-1]["body"]
        assert "314" in body
        assert "49" in body
        assert server.changes == [
            f"POST /repos/{REPOSITORY}/issues/7/comments",
            f"PATCH /repos/{REPOSITORY}/issues/comments/131",
        ]
        act(checkout, server, "review", pull_request(base))
        assert len(server.changes) == 2, "the same comment is not written again"
    assert "314" in summary.read_text(encoding="utf-8")


def test_review_fails_at_the_line_that_somebody_edited(checkout: Path) -> None:
    page = checkout / "outputs" / "kilns" / "briefing.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("312 firings", "999 firings"), encoding="utf-8")
    line = 1 + text[: text.index("312 firings")].count("\n")
    with GitHubServer() as server:
        code, said = act(checkout, server, "review", pull_request(git(checkout, "rev-parse", "HEAD")))
    assert code == 1
    assert f"file=outputs/kilns/briefing.md,line={line}" in said


def test_a_fork_may_not_comment_and_is_reviewed_all_the_same(checkout: Path) -> None:
    with GitHubServer(refuse=403) as server:
        code, said = act(checkout, server, "review", pull_request(git(checkout, "rev-parse", "HEAD")))
    assert code == 0
    assert "::notice::" in said


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"BRIEFING_MODE": "dance"}, "There is no mode 'dance'"),
        ({"BRIEFING_MANIFESTS": "none/*.yaml"}, "No manifest is found by none/*.yaml"),
        ({"GITHUB_API_URL": "http://127.0.0.1:9"}, "GitHub could not be asked"),
    ],
)
def test_what_is_wrong_is_said(checkout: Path, more: dict[str, str], says: str) -> None:
    edit(checkout, "312 firings", "314 firings")
    with GitHubServer() as server:
        code, said = act(checkout, server, "update", **more)
    assert code == 2
    assert f"::error::{says}" in said


def test_a_refusal_is_told(checkout: Path) -> None:
    edit(checkout, "312 firings", "314 firings")
    with GitHubServer(refuse=422) as server:
        code, said = act(checkout, server, "update")
    assert code == 2
    assert "GitHub answered 422 to POST" in said
    assert "Resource not accessible" in said


def test_no_input_becomes_part_of_a_script() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    assert {"mode", "manifests", "branch", "token"} <= set(action["inputs"])


@pytest.mark.parametrize("name", ["update", "review"])
def test_the_examples_ask_for_what_the_action_has(name: str) -> None:
    text = (ROOT / "examples" / "workflows" / f"{name}.yml").read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    (job,) = workflow["jobs"].values()
    (step,) = [step for step in job["steps"] if "OWNER/briefing@" in step.get("uses", "")]
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    assert step["with"]["mode"] == name
    assert set(step["with"]) <= set(inputs)
    assert "pull_request_target" not in text
