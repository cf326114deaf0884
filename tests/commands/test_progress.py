"""Progress: one line that changes at a terminal, however many briefings are made; a line for each thing elsewhere."""

import os
import pty
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from briefing.cell import Cell
from briefing.commands.progress import Progress
from briefing.model import Budget, Usage
from briefing.steps.options import Event
from briefing.writers.ledger import Balance, Ledger
from tests.steps.kilns import MANIFEST, write_project


def at_terminal(command: list[str], cwd: Path, columns: int) -> tuple[str, str]:
    """Standard output, and what a terminal of this width gets on standard error."""
    outer, inner = pty.openpty()
    shown: list[bytes] = []

    def read() -> None:
        while True:
            try:
                piece = os.read(outer, 4096)
            except OSError:  # the other end is closed
                return
            if not piece:
                return
            shown.append(piece)

    with subprocess.Popen(
        command, cwd=cwd, stdout=subprocess.PIPE, stderr=inner, env={**os.environ, "COLUMNS": str(columns)}
    ) as process:
        os.close(inner)
        thread = threading.Thread(target=read)
        thread.start()
        said = process.communicate(timeout=60)[0]
        thread.join(timeout=10)
    os.close(outer)
    return said.decode(), b"".join(shown).decode()


@pytest.mark.parametrize("columns", [40, 200])
def test_one_line_over_all_briefings(project: Path, columns: int) -> None:
    write_project(project)
    for name in ("a-briefing-with-a-rather-long-name", "another"):
        (project / "sources" / f"{name}.yaml").write_text(MANIFEST)
    said, shown = at_terminal(
        [sys.executable, "-m", "briefing.cli", "run", "--jobs=1", "sources/*.yaml"], project, columns
    )
    assert "3 briefings, 3 changed" in said
    lines = shown.split("\r")
    assert "\n" not in shown
    assert all(len(line) < columns for line in lines)
    assert any(line.startswith("[0/3] ") for line in lines)
    assert any(line.startswith("[2/3] ") for line in lines)
    assert lines[-1] == "" == lines[-2].strip()  # taken away, so that what follows stands alone


def test_elsewhere_a_line_for_each_thing(capsys: pytest.CaptureFixture[str]) -> None:
    progress, ledger = Progress(briefings=2), Ledger(Budget())
    ledger.note(Usage(calls=3, input_tokens=1200, output_tokens=34))
    tell = progress.of("kilns", ledger)
    tell(Event("read", "report", 1, 1))
    progress.finish()
    tell(Event("wait", "the server is busy"))
    tell(Event("done", "kilns"))
    progress.clear()
    assert capsys.readouterr().err.splitlines() == [
        "[0/2] kilns: read report (1/1) · 3 calls, 1,234 tokens",
        "[1/2] kilns: waiting: the server is busy · 3 calls, 1,234 tokens",
    ]


def test_one_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    tell = Progress(briefings=1).of("kilns", Ledger(Budget()))
    for total in (1, 12):
        tell(Event("plan", "", total, total))
    tell(Event("write", "2031-01", 1, 1, Usage(calls=1, input_tokens=10, output_tokens=2)))
    assert capsys.readouterr().err.splitlines() == [
        "planned 1 section",
        "planned 12 sections",
        "wrote 2031-01 (1/1) · 1 call, 12 tokens",
    ]


def test_in_silence_nobody_asks_what_is_spent(capsys: pytest.CaptureFixture[str]) -> None:
    """It may stand with the scheduler of a cluster, which would be asked for each of 100,000 sources."""

    class Asked(Cell[Balance]):
        @property
        def value(self) -> Balance:
            raise AssertionError("nobody is shown it")

    tell = Progress(quiet=True, briefings=2).of("kilns", Ledger(Budget(), cell=Asked(Balance())))
    tell(Event("read", "report", 1, 1))
    assert capsys.readouterr().err == ""
