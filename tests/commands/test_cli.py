"""Commands, options, exit codes: what goes to which stream, and that no error is a traceback."""

import json
import signal
import subprocess
import time
from pathlib import Path

import pytest

from briefing import __version__
from briefing.cli import COMMANDS
from tests.commands.run_briefing import briefing, command, environment
from tests.servers.honest import answer
from tests.servers.model_server import ModelServer, completion
from tests.servers.site import Answer, Site
from tests.steps.kilns import NOTES, write_project

KILNS = "sources/kilns.yaml"


def test_help_lists_every_command(project: Path) -> None:
    done = briefing(project, "--help")
    assert done.returncode == 0
    for name, (_, summary) in COMMANDS.items():
        assert name in done.stdout
        assert summary.split(",")[0] in " ".join(done.stdout.split())
    assert briefing(project, "--version").stdout == f"briefing {__version__}\n"


def test_start_up_loads_nothing_heavy(project: Path) -> None:
    code = "import sys; from briefing.cli import parser; parser().format_help(); print(*sorted(sys.modules))"
    done = subprocess.run(
        [*command()[:1], "-c", code], cwd=project, env=environment(), capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert not loaded & {
        "openai",
        "trafilatura",
        "lxml",
        "pydantic",
        "yaml",
        "jinja2",
        "babel",
        "httpx2",
        "dataclasses",
    }


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ((), 2, "make briefings, or bring them up to date"),
        (("fly",), 2, "invalid choice"),
        (("run",), 2, "no manifest is named\n  Manifests here: sources/bad.yaml, sources/bare.yaml, sources/gone.yaml"),
        (("status",), 2, "no manifest is named\n  Manifests here: sources/bad.yaml"),
        (("run", "sources/none.yaml"), 2, "sources/none.yaml: cannot be read"),
        (("run", "sources/bad.yaml"), 2, "sources/bad.yaml:1: unknown key 'titel' (did you mean 'title'?)"),
        (("run", "--style", "poem", KILNS), 2, "there is no style 'poem'"),
        (("run", "--jobs", "0", KILNS), 2, "must be a whole number, 1 or more, not '0'"),
        (("run", "--jobs", "many", KILNS), 2, "must be a whole number, 1 or more, not 'many'"),
        (("run", "--timeout", "0", KILNS), 2, "must be a number above 0, not '0'"),
        (("run", "--timeout", "soon", KILNS), 2, "must be a number above 0, not 'soon'"),
        (("run", "--ofline", KILNS), 2, "briefing run: error: not understood: --ofline"),
        (("run", "kilns"), 2, "Did you mean sources/kilns.yaml?"),
        (("run", "https://example.org/x"), 2, "https://example.org/x: is an address, and no manifest"),
        (("run", KILNS, "kilns.yaml"), 2, "outputs/kilns/: sources/kilns.yaml and kilns.yaml would both be written"),
        (("run", "sources/gone.yaml"), 3, "sources/gone.yaml:1: sources/gone.md: there is no such file"),
        (("run", "sources/bare.yaml"), 3, "If it is an address, write https://www.example.org/page"),
        (("run", "--model", "m", KILNS), 2, "--model: it is for a model, and the extractive writer asks none"),
        (("run", "--engine", "openai", KILNS), 2, "OPENAI_API_KEY is not set, and no model is named"),
        (("extract", "none.md"), 3, "none.md: there is no such file\n  Check the path"),
        (("extract", "www.example.org/page"), 3, "If it is an address, write https://www.example.org/page"),
        (("extract", "https://nowhere.invalid/a", "--offline"), 3, "offline"),
        (("preview", KILNS), 2, "there is no page yet"),
        (("preview", "sources/report.md"), 2, "is no manifest"),
        (("init", "https://example.org/x", "-o", KILNS), 2, "exists already\n  Its briefing: briefing run sources"),
        (("init", "https://example.org/x", "-o", "x.md"), 2, "Name it with --output x.yaml"),
        (("init", "none.md"), 3, "none.md: there is no such file"),
        (("init", "www.example.org/x"), 3, "If it is an address, write https://www.example.org/x"),
        (("init", "sources"), 2, "Name its files: briefing init sources/*"),
        (("init", KILNS), 2, "If it is a manifest already: briefing run sources/kilns.yaml"),
        (("init", "/etc/hostname"), 3, "this file is outside the project"),
        (("init", "../../etc/hostname"), 3, "this file is outside the project"),
        (("init", ".env"), 3, "hidden files are not read"),
    ],
)  # fmt: skip
def test_errors_are_one_message_and_an_exit_code(
    project: Path, arguments: tuple[str, ...], code: int, says: str
) -> None:
    write_project(project)
    (project / "sources" / "bad.yaml").write_text("titel: x\nsources: [report.md]\n")
    (project / "sources" / "gone.yaml").write_text("sources: [gone.md]\n")
    (project / "sources" / "bare.yaml").write_text("sources: [www.example.org/page]\n")
    before = {path for path in project.rglob("*") if path.is_file()}
    done = briefing(project, *arguments)
    assert done.returncode == code
    assert {path for path in project.rglob("*") if path.is_file()} == before
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_run_writes_three_files_and_says_what_it_did(project: Path) -> None:
    write_project(project)
    done = briefing(project, "run", KILNS)
    assert done.returncode == 0
    assert "read report (1/1)" in done.stderr
    assert "wrote 2031-02" in done.stderr
    assert "3 sections and the overview written by the extractive writer, nothing reused" in done.stdout
    assert "briefing.json, briefing.md, briefing.html" in done.stdout
    again = briefing(project, "run", "-q", KILNS)
    assert "nothing written" in again.stdout
    assert "nothing changed" in again.stdout
    assert again.stderr == ""


def test_json_summary(project: Path) -> None:
    write_project(project)
    with ModelServer(lambda r, _: completion(answer(r))) as server:
        done = briefing(
            project, "run", "--json", KILNS, OPENAI_BASE_URL=server.base_url, OPENAI_API_KEY="sk-secret-of-mine",
            BRIEFING_MODEL="scripted",
        )  # fmt: skip
    (facts,) = json.loads(done.stdout)
    assert facts["name"] == "kilns"
    assert facts["calls"] == 4
    assert facts["tokens"] == {"input": 400, "output": 80}
    assert facts["sections"]["written"] == ["2031-01", "2031-02", "2031-03", "overview"]
    assert facts["writer"] == {"engine": "openai", "model": "scripted"}
    assert facts["run"] == {"briefings": 1, "failed": 0} | {
        key: facts[key] for key in ("calls", "cached_replies", "tokens", "usd")
    }
    everywhere = [path.read_bytes() for path in project.rglob("*") if path.is_file()]
    assert not any(b"sk-secret-of-mine" in content for content in everywhere)
    assert "sk-secret-of-mine" not in done.stdout + done.stderr


def test_dry_run(project: Path) -> None:
    write_project(project)
    done = briefing(project, "run", "--dry-run", "--offline", KILNS, OPENAI_API_KEY="k", BRIEFING_MODEL="gpt-4o-mini")
    assert done.returncode == 0
    assert "3 sections to write, 0 fresh" in done.stdout
    assert "4 calls, about" in done.stdout
    assert "$0.00" in done.stdout
    assert not (project / "outputs").exists()


def test_keep_going_over_manifests(project: Path) -> None:
    write_project(project)
    (project / "sources" / "gone.yaml").write_text("sources: [gone.md]\n")
    done = briefing(project, "run", "-q", "--keep-going", "sources/gone.yaml", KILNS)
    assert done.returncode == 3
    assert (project / "outputs" / "kilns" / "briefing.md").is_file()


def test_init_then_run(project: Path) -> None:
    write_project(project)
    done = briefing(project, "init", "sources/report.md", "--year", "2031", "--title", "Öfen: 2031")
    assert done.returncode == 0
    text = (project / "sources" / "report.yaml").read_text(encoding="utf-8")
    comment = (
        "# Where wanted: title: …, period: {by: quarter, year: 2024}, style: …, language: …\n"
        "# `briefing init --help` says what each is for.\n"
    )
    assert text == (
        f'{comment}title: "Öfen: 2031"\nperiod: {{by: month, year: 2031}}\nsources:\n  - path: "report.md"\n'
    )
    assert briefing(project, "run", "-q", "sources/report.yaml").returncode == 0
    done = briefing(project, "init", "https://example.org/a-year", "https://example.org/feed.xml")
    text = (project / "sources" / "a-year.yaml").read_text(encoding="utf-8")
    urls = 'sources:\n  - url: "https://example.org/a-year"\n  - feed: "https://example.org/feed.xml"\n'
    assert text == comment + urls
    described = briefing(project, "init", "--help").stdout
    assert all(f"  {key} " in described for key in ("title", "period.by", "period.year", "style", "language"))


def test_a_key_that_lacks_is_said_before_anything_is_read(project: Path) -> None:
    write_project(project)
    done = briefing(project, "run", "--engine", "openai", "--model", "m", KILNS)
    assert done.returncode == 2
    assert done.stderr.startswith("briefing: a model is to write: OPENAI_API_KEY is not set\n  Set it")
    estimated = briefing(project, "run", "--engine", "openai", "--model", "m", "--dry-run", "--offline", KILNS)
    assert estimated.returncode == 0, "an estimate needs no key"


def test_a_model_server_that_is_not_there_is_one_message(project: Path) -> None:
    write_project(project)
    with ModelServer(lambda r, _: completion(answer(r))) as server:
        gone = server.base_url
    done = briefing(project, "run", "--base-url", gone, "--model", "m", KILNS)
    assert done.returncode == 4
    lines = done.stderr.split("\n")
    assert [line.rpartition("; ")[2] for line in lines if line.startswith("waiting:")] == [
        "again in 1 s",
        "again in 2 s",
    ]
    assert sum(line.startswith("briefing: ") for line in lines) == 1


def test_extract(project: Path) -> None:
    write_project(project)
    done = briefing(project, "extract", "sources/report.md")
    assert "## January 2031: the Kiln Atlas" in done.stdout
    assert "author: Mira Voss" in done.stdout
    document = json.loads(briefing(project, "extract", "sources/report.md", "--format", "json").stdout)
    headings = [block["text"] for block in document["blocks"] if block["kind"] == "heading"]
    assert headings[:2] == ["A year of kilns", "January 2031: the Kiln Atlas"]


def test_a_page_over_http_then_without_the_network(project: Path) -> None:
    page = "<html><head><title>Kilns</title></head><body><article>" + "".join(
        f"<h2>{line[3:]}</h2>" if line.startswith("## ") else f"<p>{line}</p>"
        for line in NOTES.split("---\n")[2].split("\n")
        if line and not line.startswith(("# ", "### "))
    )
    with Site() as site:
        address = site.script("/kilns", Answer(page.encode(), headers={"Content-Type": "text/html; charset=utf-8"}))
        (project / "sources" / "web.yaml").write_text(f"sources: [{address}]\nperiod: {{year: 2031}}\n")
        refused = briefing(project, "run", "-q", "sources/web.yaml")
        assert refused.returncode == 3
        assert "private address" in refused.stderr
        first = briefing(project, "run", "-q", "--allow-host", "127.0.0.1", "sources/web.yaml")
        assert first.returncode == 0
        live = json.loads((project / "outputs" / "web" / "briefing.json").read_text())
    assert live["sources"][0]["origin"] == "live"
    assert all("#:~:text=" in evidence["url"] for evidence in live["evidence"].values())
    later = briefing(project, "run", "-q", "--allow-host", "127.0.0.1", "sources/web.yaml")
    assert later.returncode == 0
    kept = json.loads((project / "outputs" / "web" / "briefing.json").read_text())
    assert kept["sources"][0]["origin"] == "snapshot"
    assert "copy that an earlier run kept" in later.stdout
    assert kept["sections"] == live["sections"]
    offline = briefing(project, "run", "-q", "--offline", "sources/web.yaml")
    assert "not from the address (this run is offline)" in offline.stdout
    assert "nothing changed" in offline.stdout, "why it was not read is told, and not kept"


def test_what_was_read_in_the_place_of_an_address_is_told_first(project: Path) -> None:
    """And not something else that is to be said of this source."""
    with Site() as site:
        page = b"# January 2031: kilns\n\nThe kiln burned for nine days, and Voss wrote it down.\n"
        address = site.script("/kilns", Answer(page, headers={"Content-Type": "text/markdown"}))
        (project / "sources" / "web.yaml").write_text(f"sources: [{address}]\n")
        briefing(project, "run", "-q", "--allow-host", "127.0.0.1", "sources/web.yaml")
    offline = briefing(project, "run", "-q", "--offline", "sources/web.yaml")
    told = "  kilns: Read from the copy that an earlier run kept, not from the address (this run is offline)"
    assert told in offline.stdout.splitlines()


def replies(project: Path) -> list[Path]:
    """Those that are kept."""
    return [path for path in (project / ".briefing" / "replies").glob("*/*") if not path.name.startswith(".")]


@pytest.mark.parametrize("moment", [0.3, 1.2])
def test_interrupted_outputs_are_whole_and_paid_replies_are_kept(project: Path, moment: float) -> None:
    write_project(project)
    assert briefing(project, "run", "-q", KILNS).returncode == 0
    before = {path.name: path.read_bytes() for path in (project / "outputs" / "kilns").iterdir()}
    slow = {"2031-03": 30.0}
    with ModelServer(lambda r, _: completion(f := answer(r), delay=slow.get(f["reply_to"], 0.0))) as server:
        more = {"OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}
        process = subprocess.Popen(
            command("run", KILNS), cwd=project, env=environment(**more), stderr=subprocess.PIPE, text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # under `make test &` it is ignored
        )  # fmt: skip
        deadline = time.monotonic() + 20
        while (len(server.requests) < 3 or len(replies(project)) < 2) and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(moment)
        started = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
        assert time.monotonic() - started < 5
        assert process.returncode == 130
        assert "interrupted" in said
        assert "Traceback" not in said
        assert {path.name: path.read_bytes() for path in (project / "outputs" / "kilns").iterdir()} == before
        slow.clear()
        asked = len(server.requests)
        done = briefing(project, "run", "--json", KILNS, **more)
        assert len(server.requests) - asked == 2  # March, which was not answered, and the overview
    assert json.loads(done.stdout)[0]["cached_replies"] == 2


def test_a_closed_pipe_is_no_error(project: Path) -> None:
    write_project(project)
    line = " ".join(command("extract", "sources/report.md"))
    done = subprocess.run(
        ["bash", "-c", f"{line} | head -1"], cwd=project, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
