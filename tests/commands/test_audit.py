"""`briefing audit`, as people call it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.audit.documents import KILNS
from tests.commands.run_briefing import briefing
from tests.servers.model_server import Answer, ModelServer, completion, failure

TRUE = "# Notes\n\nThe team fired the salt kiln 312 times. It says: “It reached 1,280 °C”.\n"
FALSE = "# Notes\n\nThe team fired the salt kiln 313 times. It says: “It reached 1,290 °C”.\n"

SUMMARY = """# The kilns in short

The team fired the salt kiln 321 times in January. The report is [arXiv:2402.09335](https://arxiv.org/abs/2402.09335).

> Anyone who opens the door too early will see the glaze again.

[Insert photograph here]

The Hamburg workshop sold its kiln to a school.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "kilns.md").write_text(KILNS, encoding="utf-8")
    (tmp_path / "true.md").write_text(TRUE, encoding="utf-8")
    (tmp_path / "false.md").write_text(FALSE, encoding="utf-8")
    return tmp_path


def test_what_stands_passes(folder: Path) -> None:
    done = briefing(folder, "audit", "true.md", "--source", "kilns.md")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(
        "true.md, held against kilns\nOf 2 statements, 2 stand.\nNothing is held against it.\n"
    )


def test_what_differs_fails_with_the_line_and_the_passage(folder: Path) -> None:
    done = briefing(folder, "audit", "false.md", "--source", "kilns.md")
    assert done.returncode == 1
    assert "false.md:3: error: quotation altered" in done.stdout
    assert "It reached [-1,280-]{+1,290+} °C" in done.stdout
    assert "kilns.md#L7 (under “January: the salt kiln”)" in done.stdout
    assert "The source has another number here: “312”, not “313”." in done.stdout


@pytest.mark.parametrize(("severity", "code"), [("info", 1), ("warning", 1), ("error", 0)])
def test_severity_is_the_worst_that_passes(folder: Path, severity: str, code: int) -> None:
    assert briefing(folder, "audit", "false.md", "--source", "kilns.md", "--severity", severity).returncode == code


def test_json_has_every_statement_and_finding(folder: Path) -> None:
    done = briefing(folder, "audit", "false.md", "--source", "kilns.md", "--format", "json")
    value = json.loads(done.stdout)
    assert value["counts"] == {"stands": 0, "differs": 2, "missing": 0, "unclear": 0}
    assert {finding["verdict"] for finding in value["findings"]} == {"altered", "contradicted"}
    assert value["findings"][0]["passage"]["source"] == "kilns"


def test_the_sources_of_a_manifest(folder: Path) -> None:
    (folder / "sources").mkdir()
    (folder / "sources" / "kilns.yaml").write_text("sources: [{path: ../kilns.md}]\n", encoding="utf-8")
    done = briefing(folder, "audit", "true.md", "--manifest", "sources/kilns.yaml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_example_in_the_docs_is_real(folder: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "audit.md").read_text(encoding="utf-8")
    (folder / "summary.md").write_text(SUMMARY, encoding="utf-8")
    assert briefing(folder, "audit", "summary.md", "--source", "kilns.md").stdout in page


def test_without_sources_it_is_a_mistake_of_usage(folder: Path) -> None:
    done = briefing(folder, "audit", "true.md")
    assert (done.returncode, "--source or --manifest" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("true.md", "--source", "kilns.md", "other.md"),
        ("--source", "kilns.md", "other.md", "true.md"),
        ("--source", "kilns.md", "--source", "other.md", "true.md"),
        ("--source", "kilns.md", "other.md", "--format", "text", "true.md"),
        ("--source", "kilns.md", "--source", "other.md", "true.md", "--format", "text"),
    ],
)
def test_the_document_stands_before_or_after_its_sources(folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "other.md").write_text("# Looms\n\nThe weavers sing.\n", encoding="utf-8")
    done = briefing(folder, "audit", *arguments)
    assert done.stdout.startswith("true.md, held against kilns, other\n"), done.stdout + done.stderr
    assert done.returncode == 0


@pytest.mark.parametrize("arguments", [("--source", "kilns.md"), ("--source", "kilns.md", "--source", "true.md"), ()])
def test_without_a_document_it_is_a_mistake_of_usage(folder: Path, arguments: tuple[str, ...]) -> None:
    done = briefing(folder, "audit", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "name the document that is to be audited: briefing audit FILE --source SOURCE" in done.stderr


@pytest.mark.parametrize("arguments", [("true.md", "--source", "none.md"), ("none.md", "--source", "kilns.md")])
def test_what_cannot_be_read_is_said(folder: Path, arguments: tuple[str, ...]) -> None:
    done = briefing(folder, "audit", *arguments)
    assert (done.returncode, "none.md: there is no such file" in done.stderr) == (3, True)


def test_a_fragment_of_html_is_read_whole_whatever_its_name(folder: Path) -> None:
    rows = "".join(f"<li><span>Line {n}</span></li>\n" for n in range(5))
    text = (
        f"<div>\n<p>The team fired the salt kiln 313 times.</p>\n<div><p>[Insert figure here]</p></div>\n{rows}</div>"
    )
    (folder / "page.txt").write_text(text, encoding="utf-8")
    done = briefing(folder, "audit", "page.txt", "--source", "kilns.md")
    assert "page.txt:2: error: number contradicted" in done.stdout
    assert "page.txt:3: error: left over" in done.stdout


def test_markdown_is_read_as_such_whatever_its_name(folder: Path) -> None:
    text = "# Kilns\n\n## February\n\n“It reached 1,280 °C”.\n\n## January\n\n**It:** “It reached 1,280 °C”.\n"
    (folder / "answer.txt").write_text(text, encoding="utf-8")
    done = briefing(folder, "audit", "answer.txt", "--source", "kilns.md")
    assert "answer.txt:5: error: quotation from another place" in done.stdout
    assert "answer.txt:9" not in done.stdout


def test_a_document_may_stand_beside_the_folder(folder: Path) -> None:
    (folder / "work").mkdir()
    done = briefing(folder / "work", "audit", "../true.md", "--source", "../kilns.md")
    assert (done.returncode, done.stderr) == (0, "")


# ── With a judge ────────────────────────────────────────────────────────────────────────────────────────────────


def asked(request: dict[str, Any], _: int) -> Answer:
    """A judge that refuses what praises."""
    shown = request["messages"][1]["content"]
    name = re.findall(r'"reply_to" is "([^"]*)"', shown)[-1]
    found = re.findall(r"^STATEMENT (\d+): (.*)$", shown, re.MULTILINE)
    no = [{"text": "praises", "cites": [int(number)]} for number, text in found if "praises" in text]
    yes = [int(number) for number, text in found if "praises" not in text]
    return completion({"no": no, "partly": [], "silent": [], "yes": yes, "reply_to": name})


def test_a_judge_is_asked_and_its_cost_told(folder: Path) -> None:
    (folder / "praise.md").write_text("Lindqvist, who built the salt kiln, praises the loss of two shelves.\n", "utf-8")
    with ModelServer(asked) as server:
        more = {"OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}
        done = briefing(folder, "audit", "praise.md", "--source", "kilns.md", "--judge", **more)
    assert done.returncode == 1
    assert "The sources say otherwise, as the judge reads them: “praises”." in done.stdout
    assert re.search(r"^scripted was asked of 1 sentence: 1 call, [\d,]+ tokens, price not known$", done.stderr, re.M)


def test_what_a_judge_would_cost_and_what_it_may(folder: Path) -> None:
    (folder / "praise.md").write_text("Lindqvist, who built the salt kiln, praises the loss of two shelves.\n", "utf-8")
    with ModelServer(asked) as server:
        more = {"OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}
        command = ("audit", "praise.md", "--source", "kilns.md", "--judge")
        done = briefing(folder, *command, "--dry-run", **more)
        assert done.returncode == 0 and not server.requests
        assert re.fullmatch(
            r"scripted would be asked of 1 sentence: 1 call, about [\d,]+ tokens in, some 110 out, price not known\n",
            done.stdout,
        )
        done = briefing(folder, *command, "--budget-tokens", "500", **more)
        assert done.returncode == 4 and not server.requests and "the next call could pass the budget" in done.stderr
        assert briefing(folder, *command, **more).returncode == 1
        done = briefing(folder, *command, "--dry-run", **more)
        assert "0 calls (1 more kept), " in done.stdout and "$0" in done.stdout
    assert briefing(folder, "audit", "praise.md", "--source", "kilns.md", "--dry-run").returncode == 2


def test_a_judge_that_fails_leaves_what_the_rules_found(folder: Path) -> None:
    with ModelServer(lambda _request, _count: failure(401, "no such key")) as server:
        more = {"OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}
        (folder / "left.md").write_text("[Insert photograph here]\n", "utf-8")
        done = briefing(folder, "audit", "left.md", "--source", "kilns.md", "--judge", **more)
        assert done.returncode == 1 and not server.requests  # there was nothing to ask
        (folder / "praise.md").write_text(FALSE + "Ash praises the wood kiln of pine.\n", "utf-8")
        done = briefing(folder, "audit", "praise.md", "--source", "kilns.md", "--judge", **more)
    assert done.returncode == 4
    assert "The source has another number here: “312”, not “313”." in done.stdout
    assert "OPENAI_API_KEY" in done.stderr and "Traceback" not in done.stderr
    assert "scripted was asked of 2 sentences: 1 call, " in done.stderr


def test_calls_that_brought_nothing_are_in_the_cost(folder: Path) -> None:
    (folder / "praise.md").write_text("Ash praises the wood kiln of pine.\n", "utf-8")
    with ModelServer(lambda _request, _count: completion("All of it is fine.")) as server:
        more = {"OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}
        done = briefing(folder, "audit", "praise.md", "--source", "kilns.md", "--judge", **more)
        spent = f"{len(server.requests)} calls, {len(server.requests) * 120} tokens"
    assert done.returncode == 4 and spent in done.stderr, done.stderr
    assert "and answered for 0 alone." in done.stdout


def test_a_judge_that_is_silent_is_no_judge_that_agrees(folder: Path) -> None:
    def forgetful(request: dict[str, Any], _: int) -> Answer:
        name = re.findall(r'"reply_to" is "([^"]*)"', request["messages"][1]["content"])[-1]
        return completion({"no": [], "partly": [], "silent": [], "yes": [], "reply_to": name})

    (folder / "praise.md").write_text("Ash praises the wood kiln of pine.\n", "utf-8")
    with ModelServer(forgetful) as server:
        more = {"OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}
        done = briefing(folder, "audit", "praise.md", "--source", "kilns.md", "--judge", **more)
    assert done.returncode == 4
    assert "briefing: scripted: it said nothing of 1 of 1 sentences that it was asked of" in done.stderr


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_every_report_says_what_is_the_judges(folder: Path, form: str) -> None:
    (folder / "praise.md").write_text(FALSE + "Ash praises the wood kiln of pine.\n", "utf-8")
    with ModelServer(asked) as server:
        more = {"OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "a<b>*\x1b[31m"}
        done = briefing(folder, "audit", "praise.md", "--source", "kilns.md", "--judge", "--format", form, **more)
    assert done.returncode == 1 and "\x1b" not in done.stdout + done.stderr
    if form == "json":
        value = json.loads(done.stdout)
        assert [each["kind"] for each in value["findings"]].count("judgement") == 1
        assert (value["judge"]["asked"], value["judge"]["judged"]) == (2, 2)
        assert [each["disputed"] for each in value["findings"]].count(True) == 1
    else:
        assert done.stdout.lower().count("denied by the sources, says the judge") == 2  # in the summary, too
        assert ("a<b>*" in done.stdout) is (form == "text")


def test_a_manifest_names_the_judge_and_bounds_it(folder: Path) -> None:
    (folder / "praise.md").write_text("Ash praises the wood kiln of pine.\n", "utf-8")
    manifest = "sources: [{path: kilns.md}]\nmodel: {name: theirs, max_tokens: 700, budget: {tokens: 9}}\n"
    (folder / "kilns.yaml").write_text(manifest, encoding="utf-8")
    command = ("audit", "praise.md", "--manifest", "kilns.yaml", "--judge")
    with ModelServer(asked) as server:
        done = briefing(folder, *command, OPENAI_BASE_URL=server.base_url)
        assert done.returncode == 4 and "model.budget in the manifest" in done.stderr and not server.requests
        (folder / "kilns.yaml").write_text(manifest.replace("tokens: 9", "tokens: 90000"), encoding="utf-8")
        assert briefing(folder, *command, OPENAI_BASE_URL=server.base_url).returncode == 1
        assert briefing(folder, *command, "--model", "mine", OPENAI_BASE_URL=server.base_url).returncode == 1
        assert [each["model"] for each in server.requests] == ["theirs", "mine"]
        assert server.requests[0]["max_tokens"] == 700


def test_kept_verdicts_need_no_network(folder: Path) -> None:
    (folder / "praise.md").write_text("Ash praises the wood kiln of pine.\n", "utf-8")
    command = ("audit", "praise.md", "--source", "kilns.md", "--judge")
    with ModelServer(asked) as server:
        more = {"OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "gpt-4o"}
        first = briefing(folder, *command, **more)
    again = briefing(folder, *command, "--offline", **more)
    assert (again.returncode, again.stdout) == (1, first.stdout)
    assert again.stderr == "gpt-4o was asked of 1 sentence: 0 calls, 0 tokens, $0, 1 kept\n"


def test_a_judge_is_asked_anew_where_that_is_forced(folder: Path) -> None:
    (folder / "praise.md").write_text("Ash praises the wood kiln of pine.\n", "utf-8")
    command = ("audit", "praise.md", "--source", "kilns.md", "--judge")

    def failing_once(request: dict[str, Any], count: int) -> Answer:
        return failure(401, "no such key") if count == 3 else asked(request, count)

    with ModelServer(failing_once) as server:
        more = {"OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}
        assert briefing(folder, *command, **more).returncode == 1
        assert "1 kept" in briefing(folder, *command, **more).stderr
        assert "1 call, about" in briefing(folder, *command, "--force", "--dry-run", **more).stdout
        assert briefing(folder, *command, "--force", **more).returncode == 1
        assert briefing(folder, *command, "--force", **more).returncode == 4
        assert briefing(folder, *command, "--force", **more).returncode == 1
        assert briefing(folder, *command, "--force", **more).returncode == 1
        assert len(server.requests) == 5
        assert "1 kept" in briefing(folder, *command, **more).stderr


@pytest.mark.parametrize(
    "idle", [("--force",), ("--model", "x"), ("--engine", "local"), ("--base-url", "x"), ("--budget-usd", "1")]
)
def test_what_is_for_a_judge_asks_for_one(folder: Path, idle: tuple[str, ...]) -> None:
    done = briefing(folder, "audit", "true.md", "--source", "kilns.md", *idle)
    assert done.returncode == 2 and f"{idle[0]} is for --judge" in done.stderr


def test_without_a_model_there_is_no_judge(folder: Path) -> None:
    done = briefing(folder, "audit", "absent.md", "--source", "kilns.md", "--judge")
    assert done.returncode == 2 and "OPENAI_BASE_URL" in done.stderr and not done.stdout
