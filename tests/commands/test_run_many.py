"""Many briefings by one command: one limit of calls, one budget, one summary; one that fails holds up no other."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from briefing.commands.summary import total_in_words
from briefing.model import Usage
from tests.commands.run_briefing import briefing
from tests.servers.batch_server import BatchServer
from tests.servers.honest import answer
from tests.servers.model_server import Answer, ModelServer, completion, failure
from tests.steps.kilns import MANIFEST, NOTES, write_project

NAMES = ["a/one", "a/two", "b/deep/three", "four"]


def honest(request: dict[str, Any], _: int) -> Answer:
    return completion(answer(request), delay=0.02, usage=(2000, 500))


@pytest.fixture
def many(project: Path) -> Path:
    write_project(project)
    (project / "sources" / "kilns.yaml").unlink()
    for name in NAMES:
        path = project / "sources" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            MANIFEST.replace("Kilns in 2031", f"Kilns, {name}").replace("report.md", f"{name.split('/')[-1]}.md")
        )
        notes = NOTES.replace("Voss", f"Voss-{name[-3:]}")  # or one reply would do for all
        (path.parent / f"{name.split('/')[-1]}.md").write_text(notes)
    return project


def model(server: ModelServer) -> dict[str, str]:
    return {"OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}


def made(project: Path) -> list[str]:
    return [name for name in NAMES if (project / "outputs" / name / "briefing.html").is_file()]


def test_a_pattern_makes_all_of_them(many: Path) -> None:
    done = briefing(many, "run", "-q", "sources/**/*.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert made(many) == NAMES
    assert done.stdout.splitlines()[-1].startswith("4 briefings, 4 changed, 0 as before; 0 calls")
    assert [line for line in done.stdout.splitlines() if line.startswith("Kilns")] == sorted(
        line for line in done.stdout.splitlines() if line.startswith("Kilns")
    )
    again = briefing(many, "run", "-q", "sources/**/*.yaml")
    assert again.stdout.splitlines()[-1].startswith("4 briefings, 0 changed, 4 as before")
    assert briefing(many, "check", "sources/**/*.yaml").returncode == 0
    assert briefing(many, "status", "-q", "sources/a/*.yaml").stdout.count("up to date") == 2


@pytest.mark.parametrize("pattern", ["sources/**/*.yml", "nowhere/*.yaml", "sources/[x]*.yaml"])
def test_a_pattern_that_matches_nothing(many: Path, pattern: str) -> None:
    done = briefing(many, "run", pattern)
    assert done.returncode == 2
    assert "no manifest is found by this pattern" in done.stderr


def test_a_link_to_nowhere_is_told(many: Path) -> None:
    (many / "sources" / "five.yaml").symlink_to(many / "gone.yaml")
    done = briefing(many, "run", "-q", "sources/f*.yaml")
    assert done.returncode == 2
    assert "five.yaml" in done.stderr
    assert made(many) == ["four"]


def test_a_failing_one_does_not_hold_up_the_others(many: Path) -> None:
    (many / "sources" / "a" / "one.md").unlink()
    (many / "sources" / "four.yaml").write_text("titel: x\n")
    done = briefing(many, "run", "-q", "sources/**/*.yaml")
    assert done.returncode == 3
    assert made(many) == ["a/two", "b/deep/three"]
    assert "unknown key 'titel'" in done.stderr
    assert "one.md: there is no such file" in done.stderr
    assert "4 briefings, 2 changed, 0 as before, 2 failed" in done.stdout
    facts = json.loads(briefing(many, "run", "--json", "sources/**/*.yaml").stdout)
    assert [each.get("name") or each["error"]["exit_code"] for each in facts] == [3, "a/two", "b/deep/three", 2]


def test_two_that_would_be_the_same_files_do_not_hold_up_the_others(many: Path) -> None:
    shutil.copy(many / "sources" / "four.yaml", many / "sources" / "four.yml")
    done = briefing(many, "run", "-q", "sources/**/*.y*ml")
    assert done.returncode == 2
    assert made(many) == ["a/one", "a/two", "b/deep/three"]
    said = "outputs/four/: sources/four.yaml and sources/four.yml would both be written there"
    assert done.stderr.count(said) == 1
    assert "Rename one of them" in done.stderr
    assert "5 briefings, 3 changed, 0 as before, 2 failed" in done.stdout


def test_one_that_the_model_refuses_does_not_hold_up_the_others(many: Path) -> None:
    def but_one(request: dict[str, Any], number: int) -> Answer:
        if "Voss-two" in request["messages"][1]["content"]:
            return failure(400, "not this one")
        return honest(request, number)

    with ModelServer(but_one) as server:
        done = briefing(many, "run", "-q", "sources/**/*.yaml", **model(server))
    assert done.returncode == 4
    assert done.stderr.count("not this one") == 1
    assert made(many) == ["a/one", "b/deep/three", "four"]
    assert "4 briefings, 3 changed, 0 as before, 1 failed" in done.stdout


def test_what_stops_several_is_told_with_their_names_and_once_where_it_is_the_same(many: Path) -> None:
    with ModelServer(honest) as server:
        done = briefing(many, "run", "-q", "--budget-tokens", "5", "sources/**/*.yaml", **model(server))
    assert done.returncode == 4
    (said,) = [line for line in done.stderr.splitlines() if line.startswith("briefing: ")]
    whose = "sources/a/one.yaml, sources/a/two.yaml, sources/b/deep/three.yaml and 1 more: 2031-01: "
    assert said.startswith(f"briefing: {whose}")
    assert server.requests == []


def test_what_is_handed_in_is_not_given_up(many: Path) -> None:
    done = briefing(many, "run", "--batch", "--cancel-batch", "sources/four.yaml")
    assert done.returncode == 2
    assert "--batch: what is handed in is not given up" in done.stderr


def test_one_limit_of_calls_over_all(many: Path) -> None:
    with ModelServer(honest) as server:
        done = briefing(many, "run", "--jobs", "3", "sources/**/*.yaml", **model(server))
    assert done.returncode == 0, done.stderr
    assert len(server.requests) == 16
    assert 1 < server.most_at_once <= 3
    assert "4 briefings, 4 changed, 0 as before; 16 calls, 40,000 tokens" in done.stdout
    assert "[0/4] " in done.stderr  # how many are done while others are under way is a matter of time


def test_one_budget_over_all(many: Path) -> None:
    with ModelServer(honest) as server:
        done = briefing(
            many, "run", "-q", "--jobs", "1", "--budget-tokens", "20000", "sources/**/*.yaml", **model(server)
        )
        first = len(server.requests)
        assert done.returncode == 4
        assert "--budget-tokens" in done.stderr
        assert 0 < first < 16
        rest = briefing(many, "run", "-q", "sources/**/*.yaml", **model(server))
        assert rest.returncode == 0, rest.stderr
        assert len(server.requests) == 16  # nothing is paid for twice
    assert made(many) == NAMES


def test_a_dry_run_over_all(many: Path) -> None:
    done = briefing(
        many, "run", "-q", "--dry-run", "--offline", "sources/**/*.yaml",
        OPENAI_BASE_URL="http://127.0.0.1:9/v1", BRIEFING_MODEL="m",
    )  # fmt: skip
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1].startswith("4 briefings; 16 calls, ")
    assert not (many / "outputs").exists()


def test_what_was_spent_is_told_though_all_of_them_failed(many: Path) -> None:
    with ModelServer(honest) as server:
        done = briefing(
            many, "run", "-q", "--jobs", "1", "--budget-tokens", "12000", "sources/a/*.yaml", **model(server)
        )
        calls = len(server.requests)
    assert done.returncode == 4
    assert calls > 0
    assert done.stdout.splitlines()[-1].startswith(f"2 briefings, 2 failed; {calls} call")


def test_programs_are_told_the_same(many: Path) -> None:
    (many / "sources" / "bad.yaml").write_text("titel: x\n")
    with ModelServer(honest) as server:
        how = ("run", "--json", "--jobs", "1", "--budget-tokens", "12000", "sources/a/*.yaml", "sources/bad.yaml")
        facts = json.loads(briefing(many, *how, **model(server)).stdout)
        calls = len(server.requests)
    tokens = {"input": calls * 2000, "output": calls * 500}
    assert calls > 0
    assert ["error" in each for each in facts] == [True, True, True]
    assert [each["run"] for each in facts] == [
        {"briefings": 3, "failed": 3, "calls": calls, "cached_replies": 0, "tokens": tokens, "usd": None}
    ] * 3


def test_one_reply_is_no_replies() -> None:
    for kept, says in ((1, "1 reply from the cache"), (2, "2 replies from the cache")):
        assert total_in_words([], Usage(cached=kept)).endswith(says)


def test_what_goes_in_as_a_batch_counts_at_the_most_that_it_can_cost(many: Path) -> None:
    with BatchServer(lambda _: None) as server:
        how = {"OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}
        done = briefing(many, "run", "-q", "--batch", "sources/a/*.yaml", **how)
    last = done.stdout.splitlines()[-1]
    assert re.fullmatch(r"2 briefings, 2 to come by batch; at most 0 calls, \d\d,\d{3} tokens, .*", last), last


def test_outputs_are_where_they_are_said_to_be(many: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    store = tmp_path_factory.mktemp("shared")
    done = briefing(many, "run", "-q", "--store", str(store), "sources/four.yaml")
    assert f"  {store}/outputs/four: briefing.json, briefing.md, briefing.html" in done.stdout
    assert (store / "outputs" / "four" / "briefing.md").is_file()


def test_a_store_that_is_none_is_said_once(many: Path) -> None:
    done = briefing(many, "run", "-q", "--store", "nowhere://x", "sources/**/*.yaml")
    assert (done.returncode, done.stdout, done.stderr.count("--store")) == (2, "", 1)
