"""The GitHub Action. In: the variables that action.yml sets, and those of the runner. Out: a pull request or a comment,
and the exit code of `briefing run` or `briefing check`.

Needs nothing but the standard library, git and `briefing` on the path. What a source or a manifest says is never part
of a command, and reaches GitHub only as the Markdown of `briefing diff`, which escapes it.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from glob import glob
from pathlib import Path

from github import Forbidden, GitHub, GitHubError

LONGEST = 60_000  # characters of a body; GitHub takes 65,536
MARKER = "<!-- briefing review -->"
_BOT = ("user.name=github-actions[bot]", "user.email=41898282+github-actions[bot]@users.noreply.github.com")


def main(environment: Mapping[str, str]) -> int:
    patterns = environment.get("BRIEFING_MANIFESTS", "").split()
    manifests = sorted({path for pattern in patterns for path in glob(pattern, recursive=True)})
    if not manifests:
        return _fail(f"No manifest is found by {' '.join(patterns) or 'an empty list'}: set `manifests`.")
    modes = {"update": update, "review": review}
    if (mode := environment.get("BRIEFING_MODE", "")) not in modes:
        return _fail(f"There is no mode {mode!r}: set `mode` to update or review.")
    try:
        return modes[mode](manifests, environment)
    except GitHubError as error:
        return _fail(str(error))


def update(manifests: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run, and propose what changed. What one manifest could not do does not hold up the others."""
    code = _call("briefing", "run", "--quiet", "--keep-going", "--", *manifests).returncode
    if not _call("git", "status", "--porcelain", "--", "outputs", quiet=True).stdout.strip():
        print("Nothing changed.")
        return code
    body, branch = diffs(manifests, "HEAD"), environment.get("BRIEFING_BRANCH") or "briefing/update"
    base = _call("git", "rev-parse", "--abbrev-ref", "HEAD", quiet=True).stdout.strip()
    _must("git", "switch", "--quiet", "--force-create", branch)
    _must("git", "add", "--", "outputs")
    identity = [word for setting in _BOT for word in ("-c", setting)]
    _must("git", *identity, "commit", "--quiet", "-m", "Bring the briefings up to date with their sources")
    _must("git", "push", "--quiet", "--force", "origin", f"HEAD:refs/heads/{branch}")
    url = GitHub(environment).propose(branch, environment.get("GITHUB_REF_NAME") or base, _title(manifests), body)
    print(f"Proposed: {url}")
    return code


def _title(manifests: Sequence[str]) -> str:
    names = [Path(manifest).stem for manifest in manifests]
    changed = [name for name in names if _call("git", "diff", "--quiet", "HEAD~1", "--", f"outputs/{name}").returncode]
    return "Update " + (", ".join(changed) if 0 < len(changed) < 4 else "the briefings")


def review(manifests: Sequence[str], environment: Mapping[str, str]) -> int:
    """Check, each problem at its line of the pull request, and tell in one comment what changed and why."""
    code = _call("briefing", "check", "--format", "github", "--", *manifests).returncode
    event = json.loads(Path(environment["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    pull = event.get("pull_request") or {}
    body = f"{MARKER}\n{diffs(manifests, pull.get('base', {}).get('sha') or 'HEAD~1')}"
    if summary := environment.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(body + "\n")
    if pull:
        try:
            GitHub(environment).comment(int(pull["number"]), MARKER, body)
        except Forbidden:
            print(
                "::notice::This token may not comment, as for a pull request from a fork: the diff is in the summary."
            )
    return code


def diffs(manifests: Sequence[str], base: str) -> str:
    """What changed since a revision, as Markdown, one manifest after the other."""
    told = []
    for manifest in manifests:
        done = _call("briefing", "diff", "--base", base, "--format", "markdown", "--", manifest, quiet=True)
        told.append(done.stdout if done.returncode == 0 else f"`{Path(manifest).name}`: the diff could not be made.\n")
        if done.returncode:
            print(done.stderr, file=sys.stderr)
    whole = "\n".join(told)
    return whole if len(whole) <= LONGEST else whole[:LONGEST].rsplit("\n", 1)[0] + "\n\n…\n"


def _call(*command: str, quiet: bool = False) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, text=True, check=False, capture_output=quiet, encoding="utf-8")


def _must(*command: str) -> None:
    if _call(*command).returncode:
        raise GitHubError(f"`{' '.join(command[:2])}` failed; see above.")


def _fail(message: str) -> int:
    print(f"::error::{message}")
    return 2


if __name__ == "__main__":
    sys.exit(main(os.environ))
