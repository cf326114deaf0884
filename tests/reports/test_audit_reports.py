"""The reports of an audit: what they say, and that they are safe whatever the texts hold."""

import json
from pathlib import Path

import pytest

from briefing.audit.audit import audit
from briefing.reports.audit_findings import Audit
from briefing.reports.audit_html import as_html
from briefing.reports.audit_json import as_json
from briefing.reports.audit_markdown import as_markdown
from briefing.reports.audit_text import as_text
from tests.audit.documents import KILNS, document
from tests.browser import chromium

HOSTILE = (
    "# Notes <script>alert(1)</script>\n\n"
    "The team fired the salt kiln 313 times in January. The <b onclick='x()'>door</b> & the **glaze**.\n\n"
    'It says: "Anyone who opens the <img src=x onerror=alert(1)> door too early will see the glaze again."\n\n'
    "See [it](https://arxiv.org/abs/2402.xxxxx) | [Insert `figure` here]\n"
)


@pytest.fixture(scope="module")
def made() -> Audit:
    return audit(document(HOSTILE, "notes.md"), [document(KILNS, "kilns.md")])


def test_text_has_a_summary_first_and_then_the_errors(made: Audit) -> None:
    lines = as_text(made).splitlines()
    assert lines[0] == "notes.md, held against kilns"
    assert lines[1].startswith("Of ")
    assert lines[2].startswith("To look at: ")
    severities = [line.split(": ")[1] for line in lines if line.startswith("notes.md:") and "error: " in line]
    assert severities == ["error"] * len(severities)
    assert severities


def test_markdown_shows_what_strangers_wrote_as_text(made: Audit) -> None:
    text = as_markdown(made)
    assert "<" not in text.replace("\\<", "")
    assert "\\[Insert figure here\\]" in text


def test_json_can_be_read_and_names_every_verdict(made: Audit) -> None:
    value = json.loads(as_json(made))
    assert {finding["verdict"] for finding in value["findings"]} >= {"contradicted", "placeholder", "leftover"}
    assert sum(value["counts"].values()) == len(value["statements"])


def test_the_same_audit_is_the_same_bytes(made: Audit) -> None:
    again = audit(document(HOSTILE, "notes.md"), [document(KILNS, "kilns.md")])
    assert [report(made) for report in (as_text, as_json, as_html, as_markdown)] == [
        report(again) for report in (as_text, as_json, as_html, as_markdown)
    ]


def test_the_page_is_one_file_that_asks_for_nothing(made: Audit) -> None:
    page = as_html(made)
    assert "<script" not in page
    assert "<img" not in page
    assert "<b onclick" not in page
    assert "default-src 'none'" in page


@pytest.mark.browser
def test_the_page_shows_both_texts_and_runs_nothing(made: Audit, tmp_path: Path) -> None:
    (tmp_path / "audit.html").write_text(as_html(made), encoding="utf-8")
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        page.goto((tmp_path / "audit.html").as_uri())
        assert len(asked) == 1
        assert page.locator("h1").inner_text() == "Audit of notes.md"
        pair = page.locator(".pair.differs", has_text="Number contradicted")
        assert "313" in pair.inner_text() and "312 times" in pair.inner_text()
        boxes = [pair.locator("> div").nth(n).bounding_box() for n in (1, 2)]
        assert boxes[0] and boxes[1] and boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]  # side by side
        page.set_viewport_size({"width": 360, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
