"""The command as people call it: a process of its own."""

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from tests.servers.warmed import warmed

TIMEOUT = 60  # seconds


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONUTF8": "1", **more}


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "briefing.cli", *arguments]


def briefing(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A copy of a process that has the program loaded; one of its own where it matters how Python starts."""
    if any(name.startswith("PYTHON") for name in more):
        return subprocess.run(
            command(*arguments),
            cwd=folder,
            env=environment(**more),
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )
    with tempfile.TemporaryDirectory() as outputs:
        out, err = Path(outputs, "out"), Path(outputs, "err")
        for path in (out, err):
            path.touch()
        request = {"arguments": arguments, "folder": str(folder), "environment": environment(**more)}
        code = _ended({**request, "out": str(out), "err": str(err)})
        shown = [path.read_text("utf-8") for path in (out, err)]  # newlines of any kind are one, as a pipe is read
    return subprocess.CompletedProcess(command(*arguments), code, *shown)


def _ended(request: dict[str, Any]) -> int:
    warm = _warm()
    assert warm.stdin is not None
    assert warm.stdout is not None
    warm.stdin.write(json.dumps(request) + "\n")
    warm.stdin.flush()
    child = int(warm.stdout.readline())
    if not select.select([warm.stdout], [], [], TIMEOUT)[0]:
        os.kill(child, signal.SIGKILL)
        warm.stdout.readline()
        raise subprocess.TimeoutExpired(command(*request["arguments"]), TIMEOUT)
    return int(warm.stdout.readline())


@cache
def _warm() -> "subprocess.Popen[str]":
    return warmed("tests.commands.warm", environment())
