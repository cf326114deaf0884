"""What stands where something is to be read or written: one message that says what is the case, and no traceback."""

import subprocess
from pathlib import Path

import pytest

from tests.commands.run_briefing import briefing, command, environment
from tests.steps.kilns import write_project

KILNS = "sources/kilns.yaml"
OUTPUTS = "outputs/kilns"
STYLE = Path(__file__).parents[2] / "prompts" / "briefing" / "style.yaml"


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


@pytest.mark.parametrize(
    ("place", "arguments", "code"),
    [
        ("outputs", ("run", KILNS), 2),
        ("sources/circle.yaml", ("run", "sources/circle.yaml"), 2),
        ("sources/circle.md", ("init", "sources/circle.md"), 3),
        ("sources/circle.md", ("extract", "sources/circle.md"), 3),
        ("prompts/own/circle", ("run", "--style", "own", KILNS), 0),
        (".briefing", ("run", KILNS), 0),
    ],
)
def test_links_in_a_circle(project: Path, place: str, arguments: tuple[str, ...], code: int) -> None:
    write_project(project)
    circle = project / place
    circle.parent.mkdir(parents=True, exist_ok=True)
    circle.symlink_to(circle.name)
    if place.startswith("prompts"):
        (circle.parent / "style.yaml").write_bytes(STYLE.read_bytes())
    done = briefing(project, *arguments)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert f"Did you mean {place}" not in done.stderr


@pytest.mark.parametrize("name", ["page.css", "briefing.md.j2", "labels.yaml", "style.yaml"])
def test_a_file_of_a_style_that_is_not_utf_8(project: Path, name: str) -> None:
    path = write_project(project, manifest="style: own\nsources: [report.md]\nperiod: {year: 2031}\n")
    style = project / "prompts" / "own"
    style.mkdir(parents=True)
    (style / "style.yaml").write_bytes(STYLE.read_bytes())
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


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams(project: Path, closed: str) -> None:
    write_project(project)
    line = f"{' '.join(command('run', KILNS))} {closed}"
    done = subprocess.run(["bash", "-c", line], cwd=project, env=environment(), capture_output=True, check=False)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert (project / OUTPUTS / "briefing.md").is_file()


def test_an_encoding_that_lacks_a_letter(project: Path) -> None:
    write_project(project)
    (project / "sources" / "report.md").write_text("# Öfen\n\nDer Ofen wird 1280 °C heiß.\n", encoding="utf-8")
    done = briefing(project, "extract", "sources/report.md", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert r"1280 \xb0C" in done.stdout


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("HTTPS_PROXY", "://", "a proxy that the environment names is none"),
        ("ALL_PROXY", "gopher://example.org", "a proxy that the environment names is none"),
        ("SSL_CERT_FILE", "/nonexistent/certificates.pem", "the certificates cannot be read"),
    ],
)
def test_an_environment_that_cannot_be(project: Path, variable: str, value: str, says: str) -> None:
    write_project(project)
    server = ("--base-url", "https://127.0.0.1:9/v1", "--model", "m")
    done = briefing(project, "run", "-q", *server, KILNS, **{variable: value})
    assert done.returncode == 2
    assert done.stderr.startswith(f"briefing: the network: {says}")
    assert variable in done.stderr
