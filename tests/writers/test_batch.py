"""Half the price: hand in, come back, and pay for nothing twice, whatever becomes of the batch."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import Awaiting, BudgetExceeded, ModelError
from briefing.model import Budget
from briefing.writers.commons import Commons
from tests.commands.run_briefing import briefing
from tests.servers.batch_server import BatchServer
from tests.servers.honest import answer
from tests.servers.model_server import completion
from tests.steps.kilns import MANIFEST, NOTES, write_project
from tests.test_pipeline import hold
from tests.writers.batch_runs import go, handed_in, honest, told, waits


@pytest.fixture
def server() -> Iterator[BatchServer]:
    with BatchServer(honest) as made:
        yield made


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


def test_to_give_up_costs_nothing_where_nothing_is_with_a_batch(project: Path, server: BatchServer) -> None:
    said = waits(write_project(project), server, batch="cancel")
    assert said == "3 of 3 sections given up (nothing is with a batch)"
    assert (server.chats, server.batches) == ([], {})


def test_to_give_up_takes_what_has_come_when_it_ends_at_once(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    waits(path, server, batch="hand in")
    server.finish("cancelled", first=1)
    assert waits(path, server, batch="cancel") == "2 of 3 sections given up (nothing is with a batch)"
    assert server.chats == []
    go(path, server)
    assert len(server.chats) == 3


def test_to_give_up_leaves_the_batches_of_other_briefings(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    other = path.with_name("potters.yaml")
    notes = path.with_name("potters.md")
    notes.write_text(NOTES.replace("kiln", "wheel"), encoding="utf-8")
    other.write_text(MANIFEST.replace("report.md", "potters.md"), encoding="utf-8")
    waits(path, server, batch="hand in")
    waits(other, server, batch="hand in")
    assert "cancelling" in waits(path, server, batch="cancel")
    assert [batch["status"] for batch in server.batches.values()] == ["cancelling", "in_progress"]


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
    with pytest.raises(BudgetExceeded, match="0 of 5,000 tokens are spent, and"):
        go(write_project(project), server, batch="hand in", commons=Commons(Budget(tokens=5000)))
    assert server.batches == {}


def test_what_fits_into_the_budget_is_handed_in_and_the_rest_by_later_runs(project: Path, server: BatchServer) -> None:
    path = write_project(project, NOTES, MANIFEST + "model: {budget: {tokens: 9000}}\n")
    for n in range(3):
        said = waits(path, server, batch="hand in")
        assert f"{3 - n} of 3 sections to come by batch (1 handed in as batch_{n}" in said
        assert (f"{2 - n} left for a later run, as the budget bears no more" in said) == (n < 2)
        server.finish()
    assert "the overview to come by batch" in waits(path, server, batch="hand in")
    server.finish()
    hold(go(path, server, batch="hand in").briefing, NOTES)
    assert (len(server.handed_in), server.chats) == (4, [])


def test_what_is_set_aside_for_a_batch_is_not_called_spent(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    other = path.with_name("potters.yaml")
    path.with_name("potters.md").write_text(NOTES.replace("kiln", "wheel"), encoding="utf-8")
    other.write_text(MANIFEST.replace("report.md", "potters.md"), encoding="utf-8")
    together = Commons(Budget(tokens=9000))
    assert "1 handed in as batch_0" in waits(path, server, batch="hand in", commons=together)
    with pytest.raises(BudgetExceeded, match="of 9,000 tokens are spent, or set aside for what is handed in, and it"):
        go(other, server, batch="hand in", commons=together)


def cut_off(body: dict[str, Any]) -> dict[str, Any]:
    found = honest(body)
    found["choices"][0]["finish_reason"] = "length"
    return found


def refused(body: dict[str, Any]) -> dict[str, Any]:
    found = honest(body)
    found["choices"][0]["message"] = {"refusal": "I will not"}
    return found


@pytest.mark.parametrize(("respond", "reason"), [(refused, "I will not"), (cut_off, "a reply was cut off (length)")])
def test_what_a_batch_has_tried_in_vain_is_not_handed_in_again(
    project: Path, server: BatchServer, respond: Any, reason: str
) -> None:
    """Else a request that a batch cannot do would be handed in, and perhaps paid for, by each run anew."""
    path, said = handed_in(project, server, respond)
    assert said == [f"the batch batch_0 ended as completed without 2031-01, 2031-02, 2031-03 ({reason})"]
    assert len(server.chats) == 3
    assert len(server.handed_in) == 4  # the overview, which no batch has tried
    server.finish()
    hold(go(path, server, batch="hand in").briefing, NOTES)
    assert len(server.chats) == 3


def test_failures_in_a_file_of_their_own(project: Path, server: BatchServer) -> None:
    """As OpenAI's server gives them; what never came to its turn was not tried."""
    path = write_project(project)
    waits(path, server, batch="hand in")
    (batch,) = server.batches.values()
    first, second, third = (request["custom_id"] for request in server.requests(batch))
    server.files["out"] = json.dumps(
        {"custom_id": first, "response": {"status_code": 200, "body": honest(server.handed_in[0])}, "error": None}
    )
    refused = {"status_code": 400, "body": {"error": {"message": "too long"}}}
    late = {"custom_id": third, "response": None, "error": {"code": "batch_expired", "message": "late"}}
    server.files["err"] = f"{json.dumps({'custom_id': second, 'response': refused})}\n{json.dumps(late)}\n"
    batch |= {"status": "expired", "output_file_id": "out", "error_file_id": "err"}
    (said,) = told(path, server, batch="hand in")
    assert said.startswith("the batch batch_0 ended as expired without 2031-0")
    assert said.endswith("(400: too long)")
    assert [len(server.chats), len(server.batches)] == [1, 2]
    assert len(server.handed_in) == 4


def test_without_a_record_nothing_is_handed_in(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    (project / ".briefing").mkdir()
    (project / ".briefing" / "batches").write_text("in the way")
    with pytest.raises(ModelError, match="the record of a batch cannot be kept"):
        go(path, server, batch="hand in")
    assert server.batches == {}


@pytest.mark.parametrize("alike", [False, True], ids=["of their own", "the same"])
def test_many_briefings_by_batch_pay_for_each_reply_once(project: Path, server: BatchServer, alike: bool) -> None:
    """They share the record of what is with the server, and whoever comes first collects for all."""
    names = ["one", "two", "three"]
    for name in names:
        notes = NOTES if alike else NOTES.replace("Voss", f"Voss-{name}")
        write_project(project, notes).rename(project / "sources" / f"{name}.yaml")
        manifest = project / "sources" / f"{name}.yaml"
        manifest.write_text(MANIFEST.replace("report.md", f"{name}.md"))
        (project / "sources" / "report.md").rename(project / "sources" / f"{name}.md")
    model = {"OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}
    calls = 0
    for _ in range(4):
        done = briefing(project, "run", "--json", "--batch", "sources/*.yaml", **model)
        assert (done.returncode, done.stderr) == (0, "")
        facts = json.loads(done.stdout)
        calls += sum(each.get("calls", 0) for each in facts)
        server.finish()
    assert [each["sections"]["reused"] for each in facts if "changed" in each and not each["changed"]] == [
        ["2031-01", "2031-02", "2031-03", "overview"]
    ] * 3
    bodies = [json.dumps(body, sort_keys=True) for body in server.handed_in]
    assert len(bodies) == len(set(bodies)) == (4 if alike else 12)
    assert server.chats == []


def test_a_judged_briefing_by_batch(project: Path, server: BatchServer) -> None:
    """The judge is asked by batch, too, once for each section."""

    def model(body: dict[str, Any]) -> dict[str, Any]:
        if body["messages"][0]["content"].startswith("You check citations"):
            name = re.findall(r'"reply_to" is "([^"]*)"', body["messages"][1]["content"])[-1]
            made = completion({"reply_to": name, "yes": [1], "partly": [], "no": []}).body
        else:
            found = answer(body)
            if found.get("idea"):
                found["idea"][0]["text"] += " It is so."
            made = completion(found).body
        assert isinstance(made, dict)
        return made

    server.respond = model
    path = write_project(project, NOTES, MANIFEST + "verify: {judge: true}\n")
    for _ in range(9):
        try:
            go(path, server, batch="hand in")
            break
        except Awaiting:
            server.finish()
    judged = [b for b in server.handed_in if b["messages"][0]["content"].startswith("You check citations")]
    bodies = [json.dumps(body, sort_keys=True) for body in server.handed_in]
    assert len(bodies) == len(set(bodies))
    assert server.chats == []
    assert judged


def test_of_many_briefings_one_asks_what_became_of_a_batch(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    others = [path.with_name(f"{name}.yaml") for name in ("one", "two", "three")]
    for n, other in enumerate(others):
        other.write_text(MANIFEST.replace("report.md", f"{n}.md"))
        other.with_name(f"{n}.md").write_text(NOTES.replace("Voss", f"Voss-{n}"))
    for _ in range(2):
        server.asked.clear()
        together = Commons()
        for other in others:
            waits(other, server, batch="hand in", commons=together)
    assert sorted(server.asked) == [f"GET /v1/batches/batch_{n}" for n in range(3)]


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
    assert caught.value.where == server.base_url
