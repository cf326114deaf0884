"""Git, asked in this one place. In: a folder, a revision and paths below the folder. Out: what was committed.

A revision may come from a stranger's workflow: it is never an option to git, and after the first question only the hash
of its commit is used. Nothing here writes.
"""

import os
import re
import subprocess
from pathlib import Path

from briefing.errors import OutputError

_HASH = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


def commit_of(folder: Path, revision: str) -> str:
    """The hash of the commit that a revision names. Raises OutputError where there is none."""
    if not revision.strip() or revision.startswith("-") or not revision.isprintable():
        hint = "Name a branch, a tag or a commit, such as HEAD~1 or origin/main."
        raise OutputError(f"{revision!r:.100} is no revision", where="--base", hint=hint)
    inside = _git(folder, "rev-parse", "--is-inside-work-tree")
    if inside.stdout.strip() != b"true":
        raise OutputError(_no_repository(inside), where=str(folder), hint="Run it in a clone of the project.")
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    name = found.stdout.decode("ascii", "replace").strip()
    if found.returncode or not _HASH.fullmatch(name):
        hint = (
            "Is anything committed yet? A shallow clone has only its last commits: `git fetch --unshallow` brings all."
        )
        raise OutputError(f"there is no revision {revision!r:.100}", where=str(folder), hint=hint)
    return name


def _no_repository(answer: subprocess.CompletedProcess[bytes]) -> str:
    said = answer.stderr.decode("utf-8", "replace").strip().split("\n")[0].removeprefix("fatal: ")
    return "is in no git repository" if "not a git repository" in said or not said else f"git cannot read it: {said}"


def file_at(folder: Path, commit: str, path: str) -> bytes | None:
    """A file as it was committed, or None where it was not there. path: below the folder, with slashes."""
    found = _git(folder, "cat-file", "blob", f"{commit}:./{path}")
    return None if found.returncode else found.stdout


def changed_files(folder: Path, commit: str, below: str) -> tuple[str, ...]:
    """Files under `below` that are not as they were committed, or are new: their paths below the folder, in order."""
    quietly = ("--name-only", "-z", "--no-ext-diff", "--no-renames", "--ignore-submodules", "--relative")
    diff = _git(folder, "diff", *quietly, commit, "--", below)
    new = _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", below)
    names = {*diff.stdout.split(b"\0"), *new.stdout.split(b"\0")} - {b""}
    return tuple(sorted(name.decode("utf-8", "replace") for name in names))


def is_unmerged(path: Path) -> bool:
    """Whether a merge that was not finished left a file to be settled. Not known, where git is not there."""
    try:
        return bool(_git(path.parent, "ls-files", "--unmerged", "--", path.name).stdout)
    except OutputError:
        return False


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Raises OutputError where git is not there."""
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        return subprocess.run(  # noqa: S603 - no shell, and no argument of a stranger stands where an option could
            ["git", "--literal-pathspecs", *arguments],  # noqa: S607 - the git of this person
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        hint = "Install git; only `briefing diff` needs it."
        raise OutputError("git is not installed", where="git", hint=hint) from None
