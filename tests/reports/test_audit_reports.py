"""The reports of an audit: what they say, and that they are safe whatever the texts hold."""

import json
from pathlib import Path

import pytest

from briefing.audit.audit import audit
from briefing.reports.audit_findings import Audit
from briefing.reports.audit_html import as_html
from briefing.reports.audit_json import as_json
from briefing.reports.audit_markdown import as_markdown, differences
from briefing.reports.audit_text import as_text
from briefing.reports.audit_wording import beyond, names_of, summary, told
from briefing.reports.words import Run
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
    assert lines[2].startswith("To look at: 4 errors (1 × number contradicted, ")
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


def _audit(text: str) -> Audit:
    return audit(document(text, "notes.md"), [document(KILNS, "kilns.md")])


def test_findings_come_by_weight_what_is_false_first_and_leftovers_last() -> None:
    text = (
        "# Notes\n\n[Insert figure here]\n\nIt says: “The team fired the wood kiln 312 times in January.”\n\n"
        "See [the report](https://arxiv.org/abs/2402.09335).\n\nThe team fired the salt kiln 313 times in January.\n"
    )
    assert [f.verdict for f in _audit(text).findings if f.severity == "error"] == [
        "contradicted", "missing", "altered", "leftover",
    ]  # fmt: skip


BEYOND = (
    "# Notes\n\n" + "The weavers of Borås run ninety looms by moonlight. Nobody there weaves linen any longer.\n\n" * 3
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# Notes\n\nThe team fired the salt kiln 312 times in January.\n", ["Nothing is held against it."]),
        (
            BEYOND,
            [
                "Nothing is held against it.",
                "Most of it lies beyond these sources, and is neither right nor wrong by them: hold it against more.",
            ],
        ),
    ],
)
def test_silence_is_not_praise(text: str, lines: list[str]) -> None:
    assert summary(_audit(text))[1:] == lines


def test_a_quotation_in_another_case_alone_stands_where_that_is_no_reproach() -> None:
    made = _audit("# Notes\n\nThe team fired the salt kiln. They call it “Salt Kiln” and “the Salt Kiln”.\n")
    assert [s.verdict for s in made.statements if s.kind == "quotation"] == ["stands"] * 2
    assert [f.severity for f in made.findings] == ["info"]
    assert summary(made)[1] == "Nothing is held against it."


def test_other_words_for_a_title_are_a_warning_and_are_told_once() -> None:
    made = _audit("# Notes\n\n“A Decade At The Kilns,” it is called.\n\nIn “A Decade At The Kilns” one reads more.\n")
    (each,) = told(f for f in made.findings if f.kind == "quotation")
    assert (each.finding.severity, each.lines) == ("warning", (3, 5))
    assert "quotation altered (again in line 5)" in as_text(made)


def test_what_cannot_be_told_is_listed_by_larger_sections_where_these_are_many() -> None:
    said = "The weavers of Borås run ninety looms by moonlight.\n\n"
    few = "# Notes\n\n" + "".join(f"## Loom {n}\n\n### Yarn {n}\n\n{said}" for n in range(3))
    many = "# Notes\n\n" + "".join(f"## Loom {n % 4}\n\n### Yarn {n}\n\n{said}" for n in range(20))
    assert [heading for heading, _ in beyond(_audit(few))] == ["Yarn 0", "Yarn 1", "Yarn 2"]
    assert [(heading, len(all_)) for heading, all_ in beyond(_audit(many))] == [(f"Loom {n}", 5) for n in range(4)]


def test_sections_are_named_without_the_title_above_all_of_them() -> None:
    made = _audit("The team fired the salt kiln 312 times in January.\n")
    assert names_of(made.uncovered) == ["February: the wood kiln", "March: the electric kiln"]
    assert "Nothing in it rests on 2 of 3 sections of the sources:" in as_text(made)


def test_markdown_sets_marks_at_words_and_begins_no_list() -> None:
    runs = (Run("same", "data "), Run("added", "(D1) "), Run("same", "to"), Run("removed", " the"), Run("same", " end"))
    assert differences(runs) == "data **\\(D1\\)** to ~~the~~ end"
    text = "# Notes\n\n## 1. January: the looms\n\nThe weavers of Borås run ninety looms by moonlight.\n"
    assert "\n- 1\\. January" in as_markdown(_audit(text))


def test_a_page_calls_the_nearest_passage_what_it_is_and_folds_what_is_right() -> None:
    page = as_html(
        _audit(
            "# Notes\n\n## Salt\n\nThe team fired the salt kiln 312 times in January.\n\n"
            "## Wood\n\nThe wood kiln burns 19 hours on pine alone.\n\n"
            "## Looms\n\nThe weavers of Borås run kilns too.\n"
        )
    )
    assert "<details><summary>Salt" in page
    assert "<details open><summary>Wood" in page
    assert page.index("the nearest there is, which does not say so:") > page.index("<summary>Looms")


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
        pair = page.locator(".pair.error", has_text="Number contradicted")
        assert "313" in pair.inner_text() and "312 times" in pair.inner_text()
        boxes = [pair.locator("> div").nth(n).bounding_box() for n in (1, 2)]
        assert boxes[0] and boxes[1] and boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]  # side by side
        page.set_viewport_size({"width": 360, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
