"""What is held against the sources: those that are at hand, and nothing in their stead."""

from pathlib import Path

import pytest

from briefing.fetchers.base import FetchOptions
from briefing.fetchers.snapshot import Snapshot, keep
from briefing.manifest import load_manifest
from briefing.pipeline import run
from briefing.reports.problems import Checked
from briefing.steps.options import RunOptions
from briefing.store import Store
from tests.rules.project import JSON, found, of, text, write
from tests.servers.site import Answer, Site
from tests.steps.kilns import NOTES, write_project

PAGE = (
    "<html lang=en><head><title>More kilns</title></head><body><article><h1>More kilns</h1>"
    "<h2>April 2031: the Cinder Kiln</h2><p>The Cinder Kiln by Berg burns 9 kg of wood in a firing of six hours. "
    "It was shown on 2 April 2031 to studios from 4 countries, which found it slow and very cheap to run.</p>"
    "<h2>May 2031: a glaze of shells</h2><p>Okafor tried 11 glazes of ground shells, of which 3 held on stoneware. "
    "The paper gives all recipes and says that shells of one beach may not be those of another.</p>"
    "</article></body></html>"
)


def briefed(project: Path, site: Site, more: str = "", notes: str = NOTES) -> Path:
    """A project of a page, a file, and what stands under `more` beside the page."""
    manifest = f"sources:\n  - path: report.md\n  - id: page\n    url: {site.url('/page')}\n{more}"
    path = write_project(project, notes, "title: Kilns in 2031\nperiod: {by: month, year: 2031}\n" + manifest)
    (project / "sources" / "page.html").write_text(PAGE, encoding="utf-8")
    fetch = FetchOptions(allow_hosts=frozenset({"127.0.0.1"}), wait=0.0, attempts=1)
    run(load_manifest(path), RunOptions(fetch=fetch), {})
    return project


def forget(project: Path) -> None:
    """As on another machine: nothing is kept."""
    for path in sorted((project / ".briefing").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()


def told(checked: Checked) -> list[str]:
    return [problem.message for problem in of(checked, "stale")]


@pytest.fixture
def site() -> object:
    with Site() as site:
        site.script("/page", Answer(PAGE.encode(), headers={"Content-Type": "text/html; charset=utf-8"}))
        yield site


def test_a_page_that_is_kept_is_at_hand(project: Path, site: Site) -> None:
    briefed(project, site)
    assert found(project) == Checked("kilns", str(project / "sources/kilns.yaml"))
    changed = PAGE.replace("9 kg of wood", "7 kg of wood").encode()
    keep(Store(project), site.url("/page"), Snapshot(site.url("/page"), changed, "text/html", "utf-8"))
    (overview, april) = told(found(project))
    assert april.startswith("Section 2031-04 is stale: its source has changed. In page: “The Cinder Kiln")
    assert overview == "The overview is stale: it rests on what changed in 2031-04."
    asked = len(site.asked)
    found(project)
    assert len(site.asked) == asked


def test_a_page_that_is_not_kept_is_a_note(project: Path, site: Site) -> None:
    briefed(project, site)
    forget(project)
    checked = found(project)
    assert checked.problems == ()
    (note,) = checked.notes
    assert note.startswith("not at hand, since their pages are not kept here: page.")


def test_what_is_at_hand_is_judged_without_the_rest(project: Path, site: Site) -> None:
    briefed(project, site)
    forget(project)
    write(project, "sources/report.md", NOTES.replace("48 recipes", "50 recipes"))
    (only,) = told(found(project))
    assert only.startswith("Section 2031-02 is stale: its source has changed. In report: “The Ash Glaze Survey")


def test_style_and_model_need_no_source(project: Path, site: Site) -> None:
    briefed(project, site)
    forget(project)
    path = project / "sources" / "kilns.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "model: {temperature: 0.5}\n", encoding="utf-8")
    messages = told(found(project))
    assert len(messages) == 6
    assert all(message.endswith("is stale: the model or its temperature has changed.") for message in messages)


def test_a_fallback_is_held_against_where_it_was_read(project: Path, site: Site) -> None:
    site.script("/page", Answer(status=500))
    briefed(project, site, "    fallback: page.html\n")
    assert found(project).problems == ()
    write(project, "sources/page.html", PAGE.replace("11 glazes", "12 glazes"))
    assert told(found(project))[-1].startswith("Section 2031-05 is stale: its source has changed.")
    (project / "sources/page.html").unlink()
    assert told(found(project)) == ["The source page cannot be read: page.html: there is no such file."]


def test_a_fallback_is_not_held_against_where_the_page_was_read(project: Path, site: Site) -> None:
    briefed(project, site, "    fallback: page.html\n")
    forget(project)
    write(project, "sources/page.html", PAGE.replace("11 glazes", "12 glazes"))
    checked = found(project)
    assert checked.problems == ()
    assert len(checked.notes) == 1


def test_another_address_than_the_fallback_stood_for(project: Path, site: Site) -> None:
    site.script("/page", Answer(status=500))
    briefed(project, site, "    fallback: page.html\n")
    path = project / "sources" / "kilns.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("/page\n", "/other\n"), encoding="utf-8")
    (moved,) = of(found(project), "manifest")
    assert "The source page is" in moved.message
    assert text(project, JSON).split("\n")[moved.line - 1].strip().startswith('"url": "http://127.0.0.1')


def test_without_any_source_at_hand_the_rest_is_checked(project: Path, site: Site) -> None:
    path = write_project(project, manifest=f"period: {{by: month, year: 2031}}\nsources: ['{site.url('/page')}']\n")
    fetch = FetchOptions(allow_hosts=frozenset({"127.0.0.1"}), wait=0.0, attempts=1)
    run(load_manifest(path), RunOptions(fetch=fetch), {})
    forget(project)
    assert found(project).problems == ()
    before = text(project, JSON)
    write(project, JSON, before.replace("9 kg of wood in a firing", "7 kg of wood in a firing"))
    assert {problem.rule for problem in found(project).problems} >= {"evidence", "rendered"}
