"""`briefing preview`: the page over loopback, which reloads when the files change, and nothing else of the machine."""

import re
import signal
import subprocess
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefing.commands.preview import lined, reloading, serve
from briefing.manifest import load_manifest
from tests.browser import chromium
from tests.commands.run_briefing import briefing, command, environment
from tests.steps.kilns import NOTES, write_project

KILNS = "sources/kilns.yaml"


@contextmanager
def served(project: Path, store: str = "") -> Iterator[str]:
    server = serve(load_manifest(project / KILNS), store=store)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def made(project: Path) -> Path:
    write_project(project)
    (project / ".env").write_text("KEY=secret", encoding="utf-8")
    (project / "sources" / "other.md").write_text("Not named.", encoding="utf-8")
    assert briefing(project, "run", "-q", KILNS).returncode == 0
    return project


def ask(address: str, host: str = "") -> tuple[int, bytes]:
    request = urllib.request.Request(address, headers={"Host": host} if host else {})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/outputs/kilns/briefing.html", 200, b"</html>"),
        ("/outputs/kilns/briefing.md", 200, b"# Kilns in 2031"),
        ("/sources/report.md", 200, b"# A year of kilns"),
        ("/sources/report.md?plain=1", 200, b"# A year of kilns"),
        ("/.version", 200, b""),
        ("/", 404, b"Not a file"),
        ("/.env", 404, b"Not a file"),
        ("/sources/other.md", 404, b"Not a file"),
        ("/sources/kilns.yaml", 404, b"Not a file"),
        ("/sources/../.env", 404, b"Not a file"),
        ("/%2e%2e/%2e%2e/etc/passwd", 404, b"Not a file"),
    ],
)
def test_only_the_briefing_and_its_sources_are_served(made: Path, path: str, status: int, says: bytes) -> None:
    with served(made) as address:
        code, content = ask(address + path)
    assert code == status
    assert says in content


def test_a_page_of_the_web_cannot_ask_under_its_own_name(made: Path) -> None:
    with served(made) as address:
        assert ask(address + "/sources/report.md", host="evil.example:80") == (403, b"")


@pytest.mark.browser
def test_the_page_reloads_when_the_files_change(made: Path) -> None:
    with chromium() as browser, served(made) as address:
        page = browser.new_page()
        errors: list[str] = []
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.goto(f"{address}/outputs/kilns/briefing.html")
        assert page.get_by_text("312 firings").count()
        (made / "sources" / "report.md").write_text(NOTES.replace("312 firings", "314 firings"), encoding="utf-8")
        assert briefing(made, "run", "-q", KILNS).returncode == 0
        page.get_by_text("314 firings").first.wait_for(timeout=10_000)
        assert [error for error in errors if "favicon" not in error and "404" not in error] == []


@pytest.mark.browser
def test_a_citation_leads_to_its_line(made: Path) -> None:
    with chromium() as browser, served(made) as address:
        page = browser.new_page(viewport={"width": 900, "height": 300})
        page.goto(f"{address}/outputs/kilns/briefing.html")
        link = page.locator("a[href*='report.md']").filter(has_not_text="report").last.get_attribute("href")
        assert link
        page.goto(f"{address}/outputs/kilns/{link}")
        number = int(link.rpartition("#L")[2])
        line = page.locator("i:target")
        assert line.inner_text().strip() == NOTES.split("\n")[number - 1].strip()
        assert 0 <= line.evaluate("e => e.getBoundingClientRect().top") < 300


def test_a_source_that_is_markup_is_shown_as_it_is_written() -> None:
    page = lined("a<b>.md", b"<script>alert(1)</script>\r\n&amp; \xff").decode()
    assert "<script" not in page
    assert '<i id="L2">&amp;amp; \ufffd\n</i>' in page
    assert "<title>a&lt;b&gt;.md</title>" in page


def test_the_policy_allows_one_script_more_and_no_other() -> None:
    page = b"""<meta content="default-src 'none'; script-src 'sha256-a'; base-uri 'none'"><body>x</body>"""
    text = reloading(page).decode()
    assert len(re.findall(r"sha256-", text)) == 2
    assert "connect-src 'self'; script-src 'sha256-" in text
    assert text.endswith("</script>\n</body>")


def test_a_page_that_changes_while_it_loads_is_seen_to_be_another() -> None:
    served = [re.search(r'seen = "(\w+)"', reloading(page).decode()) for page in (b"<body>1</body>", b"<body>2</body>")]
    assert all(served)
    assert len({match[1] for match in served if match}) == 2


def test_the_command_serves_until_it_is_interrupted(made: Path) -> None:
    process = subprocess.Popen(
        command("preview", "--no-open", KILNS),
        cwd=made,
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # under `make test &` it is ignored
    )
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert ask(address)[0] == 200
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=120) == 0
        process.stdout.close()  # type: ignore[union-attr]


@pytest.mark.parametrize("port", ["99999999", "-4"])
def test_a_port_that_cannot_be_had(made: Path, port: str) -> None:
    done = briefing(made, "preview", "--no-open", "--port", port, KILNS)
    assert done.returncode == 2
    assert "cannot be had" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_in_a_store_is_shown_from_there(project: Path, tmp_path: Path) -> None:
    write_project(project)
    store = str(tmp_path / "shared")
    done = briefing(project, "preview", "--no-open", "--store", store, KILNS)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, f"  Make it: briefing run {KILNS} --store {store}")
    assert briefing(project, "run", "-q", "--store", store, KILNS).returncode == 0
    with served(project, store) as address:
        assert ask(f"{address}/outputs/kilns/briefing.html")[0] == 200
        assert ask(f"{address}/sources/report.md")[0] == 200
        seen = ask(f"{address}/.version")
        (tmp_path / "shared/outputs/kilns/briefing.html").write_text("another")
        assert ask(f"{address}/.version") != seen
    with served(project) as address:
        assert ask(f"{address}/outputs/kilns/briefing.html")[0] == 404
