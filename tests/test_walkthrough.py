"""docs/review.md shows what its commands really print. `python -m tests.test_walkthrough` makes its output anew."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.run_briefing import environment
from tests.steps.kilns import write_project

PAGE = Path(__file__).parents[1] / "docs" / "review.md"
ATTRIBUTES = """\
outputs/**/briefing.html linguist-generated=true -diff merge=union
outputs/**/briefing.json linguist-generated=true
"""
_BLOCK = re.compile(r"(```console\n)(.*?)(```)", re.DOTALL)


def project_in(folder: Path) -> Path:
    root = folder / "mira"
    root.mkdir()
    write_project(root)
    (root / ".gitattributes").write_text(ATTRIBUTES, encoding="utf-8")
    subprocess.run(["git", "-c", "init.defaultBranch=main", "init", "-q"], cwd=root, check=True)
    return root


def as_it_is(page: str, folder: Path) -> str:
    """The page, with what its commands print in the given folder."""
    root = project_in(folder)
    return _BLOCK.sub(lambda match: match[1] + "".join(_told(match[2], root)) + match[3], page)


def _told(block: str, root: Path) -> Iterator[str]:
    for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
        yield f"$ {command}\n"
        if printed := _run(command, root):
            yield printed + "\n"


def _run(command: str, root: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    facts = {"NAME": "Mira", "EMAIL": "mira@example.org", "DATE": "2031-04-01T12:00:00Z"}
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in facts.items()}
    done = subprocess.run(
        ["bash", "-c", command], cwd=root, env=environment(PATH=path, HOME=str(root.parent), NO_COLOR="1", **who),
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode in (0, 1), f"{command}\n{done.stdout}{done.stderr}"
    assert not done.stderr, f"{command}\n{done.stderr}"
    return done.stdout.rstrip("\n")


def test_the_walk_is_as_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    page = PAGE.read_text(encoding="utf-8")
    assert as_it_is(page, tmp_path) == page, "If this is meant: python -m tests.test_walkthrough"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        PAGE.write_text(as_it_is(PAGE.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")
