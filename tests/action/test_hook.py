"""The pre-commit hook, as pre-commit would run it: its entry as a command, for commits that touch its files."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from tests.commands.run_briefing import environment
from tests.steps.kilns import write_project

ROOT = Path(__file__).parents[2]
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_it_is_for_what_a_briefing_is_made_of() -> None:
    for path in ("sources/a.yaml", "sources/a/notes.md", "outputs/a/briefing.md", "prompts/mine/style.yaml"):
        assert re.search(HOOK["files"], path)
    for path in ("README.md", "src/sources/x.py"):
        assert not re.search(HOOK["files"], path)


def test_a_commit_passes_until_somebody_edits_a_quote(project: Path) -> None:
    write_project(project)
    program, *arguments = HOOK["entry"].split()
    assert program == "briefing"
    subprocess.run(
        [sys.executable, "-m", "briefing.cli", "run", "-q", "sources/kilns.yaml"],
        cwd=project, env=environment(), check=True, capture_output=True,
    )  # fmt: skip
    git = shutil.which("git")
    assert git
    subprocess.run([git, "init", "-q"], cwd=project, check=True)
    hook = project / ".git" / "hooks" / "pre-commit"
    hook.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefing.cli {" ".join(arguments)}\n', encoding="utf-8")
    hook.chmod(0o755)
    subprocess.run([git, "add", "-A"], cwd=project, check=True)

    def commit() -> "subprocess.CompletedProcess[str]":
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        return subprocess.run(
            [git, *who, "commit", "-q", "--allow-empty", "-m", "x"],
            cwd=project, env=environment(), capture_output=True, text=True, check=False,
        )  # fmt: skip

    assert commit().returncode == 0
    page = project / "outputs" / "kilns" / "briefing.md"
    page.write_text(page.read_text(encoding="utf-8").replace("peak heat", "high heat"), encoding="utf-8")
    refused = commit()
    assert refused.returncode == 1
    assert re.search(r"outputs/kilns/briefing\.md:\d+", refused.stdout + refused.stderr)
