"""Git, asked for what was committed: revisions of strangers, folders below the top, files that are not there."""

from pathlib import Path
from subprocess import CalledProcessError

import pytest

from briefing.errors import OutputError
from briefing.git import changed_files, commit_of, file_at, is_unmerged
from tests.steps.repository import commit, git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A project below the top of its repository, with a file, a tag and a branch of an odd name."""
    project = tmp_path / "below"
    (project / "prompts").mkdir(parents=True)
    (project / "prompts/a.j2").write_text("a\n")
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    git(tmp_path, "tag", "v1")
    git(tmp_path, "branch", "a-b/c")
    return project


@pytest.mark.parametrize("revision", ["HEAD", "v1", "a-b/c", "HEAD^{commit}", "@"])
def test_a_revision_is_its_commit(repository: Path, revision: str) -> None:
    assert commit_of(repository, revision) == git(repository, "rev-parse", "HEAD").strip()


@pytest.mark.parametrize(
    ("revision", "says"),
    [
        ("no-such-branch", "there is no revision 'no-such-branch'"),
        ("--output=owned", "is no revision"),
        ("-p", "is no revision"),
        ("", "is no revision"),
        (" ", "is no revision"),
        ("HEAD\nHEAD", "is no revision"),
        ("HEAD\x00", "is no revision"),
        ("HEAD:prompts", "there is no revision"),
        ("HEAD..v1", "there is no revision"),
        ("^HEAD", "there is no revision"),
        ("HEAD --output=owned", "there is no revision"),
        ("$(touch owned)", "there is no revision"),
        ("0" * 40, "there is no revision"),
    ],
)
def test_what_is_no_revision_is_told_and_runs_nothing(repository: Path, revision: str, says: str) -> None:
    with pytest.raises(OutputError, match=says.replace("(", r"\(")):
        commit_of(repository, revision)
    assert not list(repository.rglob("owned*"))


def test_files_are_those_of_the_folder_as_they_were(repository: Path) -> None:
    head = commit_of(repository, "HEAD")
    (repository / "prompts/a.j2").write_text("b\n")
    assert file_at(repository, head, "prompts/a.j2") == b"a\n"
    assert file_at(repository, head, "prompts/none.j2") is None
    assert file_at(repository, head, "prompts") is None


def test_files_that_changed_and_that_are_new(repository: Path) -> None:
    head = commit_of(repository, "HEAD")
    assert changed_files(repository, head, "prompts") == ()
    (repository / "prompts/a.j2").write_text("b\n")
    (repository / "prompts/ü b.j2").write_text("new\n")
    (repository / "other.txt").write_text("new\n")
    assert changed_files(repository, head, "prompts") == ("prompts/a.j2", "prompts/ü b.j2")
    (repository / "prompts/a.j2").unlink()
    assert changed_files(repository, head, "prompts") == ("prompts/a.j2", "prompts/ü b.j2")
    assert changed_files(repository, head, "nowhere") == ()


def test_a_folder_in_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(OutputError, match="is in no git repository"):
        commit_of(tmp_path, "HEAD")


def test_what_a_merge_left_to_be_settled(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "other")
    (repository / "prompts/a.j2").write_text("b\n")
    commit(repository)
    git(repository, "checkout", "-q", "-")
    (repository / "prompts/a.j2").write_text("c\n")
    (repository / "prompts/b.j2").write_text("<<<<<<< HEAD\n")
    commit(repository)
    with pytest.raises(CalledProcessError):
        git(repository, "merge", "-q", "other")
    assert is_unmerged(repository / "prompts/a.j2")
    assert not is_unmerged(repository / "prompts/b.j2")
    git(repository, "add", "-A")
    assert not is_unmerged(repository / "prompts/a.j2")


def test_nothing_is_unmerged_outside_of_a_repository(tmp_path: Path) -> None:
    assert not is_unmerged(tmp_path / "a.md")
