"""What stands where something is to be read or written: one message that says what is the case, and no traceback."""

import subprocess
from pathlib import Path

import pytest

from tests.commands.run_briefing import briefing, command, environment
from tests.steps.kilns import write_project

KILNS = "sources/kilns.yaml"
OUTPUTS = "outputs/kilns"


@pytest.mark.parametrize(
    ("arguments", "place", "what"),
    [
        (("run",), "outputs", "is no folder, and the outputs need one here"),
        (("run",), OUTPUTS, "is no folder, and the outputs need one here"),
        (("run",), f"{OUTPUTS}/briefing.json/", "is no file, and an output is to be written here"),
        (("run",), f"{OUTPUTS}/briefing.md/", "is no file, and an output is to be written here"),
        (("run",), f"{OUTPUTS}/briefing.html/", "is no file, and an output is to be written here"),
        (("run", "--dry-run"), OUTPUTS, "is no folder, and the outputs need one here"),
        (("preview",), OUTPUTS, "is no folder, and the outputs need one here"),
    ],
)
def test_outputs(project: Path, arguments: tuple[str, ...], place: str, what: str) -> None:
    write_project(project)
    there = project / place
    if place.endswith("/"):
        there.mkdir(parents=True)
    else:
        there.parent.mkdir(exist_ok=True)
        there.touch()
    done = briefing(project, *arguments, KILNS)
    assert done.returncode == 2
    assert done.stderr.startswith(f"briefing: {there}: {what}\n  Move it away")
    assert "read report" not in done.stderr, "it is said before anything is read"


def test_links_in_a_circle(project: Path) -> None:
    write_project(project)
    (project / "outputs").symlink_to("outputs")
    done = briefing(project, "run", KILNS)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["page.css", "briefing.md.j2", "labels.yaml", "style.yaml"])
def test_a_file_of_a_style_that_is_not_utf_8(project: Path, name: str) -> None:
    path = write_project(project, manifest="style: own\nsources: [report.md]\nperiod: {year: 2031}\n")
    style = project / "prompts" / "own"
    style.mkdir(parents=True)
    built_in = Path(__file__).parents[2] / "prompts" / "briefing" / "style.yaml"
    (style / "style.yaml").write_bytes(built_in.read_bytes())
    (style / name).write_bytes(b"label: \xff\n")
    done = briefing(project, "run", str(path))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert str(style / name) in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_behind_the_output(project: Path) -> None:
    write_project(project)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command("extract", "sources/report.md"),
            cwd=project,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "briefing: No space left on device\n"
