"""What a stranger wrote, on a terminal: it obeys escapes, so none is shown."""

from pathlib import Path

import pytest

from tests.commands.run_briefing import briefing
from tests.steps.kilns import NOTES, write_project

STRANGE = "\x1b]0;mine\x07\x1b[31m\u202e\x9b"
MANIFEST = r"""title: "Kilns\e[31m\x9B\u202E in 2031"
period: {by: month, year: 2031}
sources: [{id: report, path: report.md}]
"""


def test_nor_in_a_message(project: Path) -> None:
    path = write_project(project)
    path.write_text(MANIFEST.replace("report.md", r'"\e[31m\u202Egone.md"'))
    done = briefing(project, "run", "-q", "sources/kilns.yaml")
    assert (done.returncode, "gone.md: there is no such file" in done.stderr) == (3, True)
    assert not set("\x1b\x9b\u202e") & set(done.stdout + done.stderr)


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        (("run", "-q", "sources/kilns.yaml"), "Kilns"),
        (("status", "-q", "sources/kilns.yaml"), "312 firings"),
        (("extract", "sources/report.md"), "\tfire(1)"),
    ],
    ids=lambda each: each[0] if isinstance(each, tuple) else "",
)
def test_no_escape_reaches_the_terminal(command: tuple[str, ...], shown: str, project: Path) -> None:
    write_project(project, NOTES, MANIFEST)
    assert briefing(project, "run", "-q", "sources/kilns.yaml").returncode == 0
    hostile = NOTES.replace("measures 312", f"measures{STRANGE} about 312")
    write_project(project, hostile + "\n```\nif hot:\n\tfire(1)\n```\n", MANIFEST)
    done = briefing(project, *command)
    assert shown in done.stdout
    assert not set("\x1b\x07\x9b\u202e") & set(done.stdout + done.stderr)
