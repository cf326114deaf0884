"""A process that has loaded what others need, and is asked, line by line, for copies of itself, until the tests end."""

import atexit
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]


def warmed(module: str, environment: Mapping[str, str]) -> "subprocess.Popen[str]":
    started = subprocess.Popen(
        [sys.executable, "-m", module],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    atexit.register(started.kill)
    return started
