"""Half the price: hand in, come back, and pay for nothing twice, whatever becomes of the batch."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import Awaiting, BudgetExceeded, ModelError
from briefing.manifest import load_manifest
from briefing.model import Budget
from briefing.pipeline import Outcome, run
from briefing.steps.options import RunOptions
from briefing.writers.commons import Commons
from tests.commands.run_briefing import briefing
from tests.servers.batch_server import BatchServer
from tests.servers.honest import answer
from tests.servers.model_server import completion
from tests.steps.kilns import MANIFEST, NOTES, write_project
from tests.test_pipeline import hold


def honest(body: dict[str, Any]) -> dict[str, Any]:
    found = completion(answer(body)).body
    assert isinstance(found, dict)
    return found


@pytest.fixture
def server() -> Iterator[BatchServer]:
    with BatchServer(honest) as made:
        yield made


def go(path: Path, server: BatchServer, **more: Any) -> Outcome:
    options = RunOptions(base_url=server.base_url, model="scripted", pace=0.01, **more)
    return run(load_manifest(path), options, {})


def waits(path: Path, server: BatchServer, **more: Any) -> str:
    with pytest.raises(Awaiting) as caught:
        go(path, server, **more)
    return caught.value.what


def test_sections_then_the_overview_and_no_call_at_full_price(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    said = waits(path, server, batch="hand in")
    assert said == "3 of 3 sections to come by batch (3 handed in as batch_0)"
    assert not (project / "outputs").exists() or not list((project / "outputs").rglob("*.json"))
    still = waits(path, server, batch="hand in")
    assert "3 with batch_0 (in_progress" in still
    assert len(server.batches) == 1
    server.finish()
    assert "the overview to come by batch" in waits(path, server, batch="hand in")
    server.finish()
    outcome = go(path, server, batch="hand in")
    hold(outcome.briefing, NOTES)
    assert server.chats == []
    assert len(server.handed_in) == 4
    assert outcome.usage.calls == 1  # what this run collected
    again = go(path, server, batch="hand in")
    assert (again.written, again.changed) == ((), ())


def test_the_same_briefing_as_by_calls(
    project: Path, server: BatchServer, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("direct")
    (other / "outputs").mkdir()
    path = write_project(project)
    waits(path, server, batch="hand in")
    server.finish()
    by_batch = go(path, server)  # a run without --batch collects, and asks for the rest at once
    assert [len(server.handed_in), len(server.chats)] == [3, 1]
    direct = go(write_project(other), server)
    assert direct.briefing.sections == by_batch.briefing.sections
    assert direct.briefing.overview == by_batch.briefing.overview


def test_a_plain_run_does_not_pay_for_what_is_with_a_batch(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    waits(path, server, batch="hand in")
    assert "3 of 3 sections" in waits(path, server)
    assert server.chats == []


def test_one_request_of_a_batch_fails(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    waits(path, server, batch="hand in")
    sections = server.handed_in
    failing = sections[1]["messages"]
    server.respond = lambda body: None if body["messages"] == failing and not server.chats else honest(body)
    server.finish()
    outcome = go(path, server)
    assert len(server.chats) == 2  # the one that failed, and the overview
    assert server.chats[0]["messages"] == failing
    hold(outcome.briefing, NOTES)


@pytest.mark.parametrize("status", ["expired", "cancelled"])
def test_what_came_before_the_end_is_used(project: Path, server: BatchServer, status: str) -> None:
    path = write_project(project)
    waits(path, server, batch="hand in")
    server.finish(status, first=2)
    go(path, server)
    assert len(server.chats) == 2  # one section and the overview


def test_cancelling_waits_for_what_has_come(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    waits(path, server, batch="hand in")
    assert "cancelling" in waits(path, server, batch="cancel")
    assert server.chats == []
    server.finish("cancelled", first=1)
    go(path, server)
    assert len(server.chats) == 3


def test_a_batch_that_the_server_rejects_is_handed_in_again(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    waits(path, server, batch="hand in")
    server.fail("line 1 is too long")
    assert "3 handed in as batch_1" in waits(path, server, batch="hand in")
    server.finish()
    server.batches["batch_0"]["status"] = "failed"
    go(path, server)
    assert len(server.chats) == 1


def test_a_batch_that_nobody_knows_any_more(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    waits(path, server, batch="hand in")
    server.batches.clear()
    go(path, server)
    assert len(server.chats) == 4


def test_when_the_answer_to_the_hand_in_is_lost_nothing_is_handed_in_twice(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    server.lose.append("POST /v1/batches")
    assert "3 handed in as batch_0" in waits(path, server, batch="hand in")
    assert len(server.batches) == 1


def test_killed_between_the_hand_in_and_the_record(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    server.lose += ["POST /v1/batches", *["GET /v1/batches?limit=100"] * 9]
    with pytest.raises(ModelError, match="broke off"):
        go(path, server, batch="hand in")
    server.lose.clear()
    assert "3 with batch_0" in waits(path, server, batch="hand in")
    assert len(server.batches) == 1


@pytest.mark.parametrize(
    "line",
    ["", "no JSON", "[]", '{"custom_id": "x"}', '{"custom_id": "KEY", "response": null}',
     '{"custom_id": "KEY", "response": {"status_code": 200, "body": {"choices": []}}}',
     '{"custom_id": "KEY", "response": {"status_code": 200, "body": {"choices": [{"finish_reason": "length"}]}}}'],
)  # fmt: skip
def test_whatever_stands_in_the_replies(project: Path, server: BatchServer, line: str) -> None:
    path = write_project(project)
    waits(path, server, batch="hand in")
    (batch,) = server.batches.values()
    key = server.requests(batch)[0]["custom_id"]
    server.files["out"] = line.replace("KEY", key) + "\n"
    batch |= {"status": "completed", "output_file_id": "out"}
    hold(go(path, server).briefing, NOTES)
    assert len(server.chats) == 4


def test_a_reply_that_does_not_stand_is_mended(project: Path, server: BatchServer) -> None:
    def liar(body: dict[str, Any]) -> dict[str, Any]:
        found = answer(body)
        if len(body["messages"]) == 2 and found.get("idea"):
            found["idea"][0]["text"] = "It saved 77 % of all."
        made = completion(found).body
        assert isinstance(made, dict)
        return made

    server.respond = liar
    path = write_project(project)
    waits(path, server, batch="hand in")
    server.finish()
    assert "3 of 3 sections" in waits(path, server, batch="hand in")  # each is to be mended
    assert len(server.handed_in) == 6
    server.finish()
    hold(go(path, server).briefing, NOTES)


def test_a_section_in_parts(project: Path, server: BatchServer) -> None:
    extra = "".join(f"\n\nFiring number {n} of the Ember 3 ended well after a slow cooling." for n in range(60))
    notes = NOTES.replace("draws 11 kW.", "draws 11 kW." + extra)
    path = write_project(project, notes, MANIFEST + "model: {window: 4400, max_tokens: 1000}\n")
    for _ in range(8):
        try:
            outcome = go(path, server, batch="hand in")
            break
        except Awaiting:
            server.finish()
    hold(outcome.briefing, NOTES + extra)
    bodies = [json.dumps(body, sort_keys=True) for body in server.handed_in]
    assert len(bodies) == len(set(bodies)) > 5
    assert server.chats == []


def test_the_budget_holds_for_what_is_handed_in(project: Path, server: BatchServer) -> None:
    with pytest.raises(BudgetExceeded):
        go(write_project(project), server, batch="hand in", commons=Commons(Budget(tokens=9000)))
    assert server.batches == {}


def test_the_command(project: Path, server: BatchServer) -> None:
    write_project(project)
    model = {"OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}
    first = briefing(project, "run", "-q", "--batch", "sources/kilns.yaml", **model)
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.startswith(
        "kilns: 3 of 3 sections to come by batch (3 handed in as batch_0)\n  The outputs are"
    )
    (facts,) = json.loads(briefing(project, "run", "--json", "--batch", "sources/kilns.yaml", **model).stdout)
    assert facts["name"] == "kilns"
    assert "in_progress" in facts["awaiting"]
    server.finish()
    assert briefing(project, "run", "-q", "sources/kilns.yaml", **model).returncode == 0
    both = briefing(project, "run", "--batch", "--force", "sources/kilns.yaml", **model)
    assert both.returncode == 2


def test_a_server_without_batches(project: Path, server: BatchServer) -> None:
    server.without_batches = True
    with pytest.raises(ModelError) as caught:
        go(write_project(project), server, batch="hand in")
    assert "without --batch" in caught.value.hint
