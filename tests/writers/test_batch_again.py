"""Nothing is handed in for ever: what came of earlier batches is on record, told, and an error once it was enough."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.commands.run_briefing import briefing
from tests.servers.batch_server import BatchServer
from tests.steps.kilns import NOTES, write_project
from tests.test_pipeline import hold
from tests.writers.batch_runs import fails, go, handed_in, honest, told, waits

Reply = dict[str, Any]


@pytest.fixture
def server() -> Iterator[BatchServer]:
    with BatchServer(honest) as made:
        yield made


def saying(content: str) -> Callable[[Reply], Reply]:
    def respond(body: Reply) -> Reply:
        found = honest(body)
        found["choices"][0]["message"]["content"] = content
        return found

    return respond


def of_another(body: Reply) -> Reply:
    found = honest(body)
    message = found["choices"][0]["message"]
    message["content"] = json.dumps(json.loads(message["content"]) | {"reply_to": "1999-01"})
    return found


UNUSABLE: dict[str, tuple[Callable[[Reply], Reply], str]] = {
    "prose": (saying("I am sorry, here is your briefing: kilns!"), "the reply holds no JSON object"),
    "nothing": (saying(""), "the reply is empty"),
    "an empty object": (saying("{}"), "the reply has none of the fields asked for"),
    "another's": (of_another, "it says that it replies to another request"),
}


@pytest.mark.parametrize(("respond", "why"), UNUSABLE.values(), ids=UNUSABLE.keys())
def test_a_reply_that_cannot_be_used_is_told_and_asked_for_at_once(
    project: Path, server: BatchServer, respond: Callable[[Reply], Reply], why: str
) -> None:
    _, said = handed_in(project, server, respond)
    assert sorted(said) == [
        f"2031-0{n}: a batch has tried it in vain, and it is asked for at once ({why})" for n in (1, 2, 3)
    ]
    assert (len(server.chats), len(server.handed_in)) == (3, 4)  # the overview goes in


def without_choices(body: Reply) -> Reply:
    return honest(body) | {"choices": []}


USELESS: dict[str, tuple[Callable[[Reply], Reply], str]] = {
    "prose": (saying("I am sorry, here is your briefing: kilns!"), "the reply holds no JSON object"),
    "no choices": (without_choices, "JSON, but not a chat completion"),
}


@pytest.mark.parametrize(("respond", "why"), USELESS.values(), ids=USELESS.keys())
def test_what_is_unusable_at_once_too_is_never_handed_in_again(
    project: Path, server: BatchServer, respond: Callable[[Reply], Reply], why: str
) -> None:
    server.respond = respond
    path = write_project(project)
    waits(path, server, batch="hand in")
    server.finish()
    assert why in fails(path, server, batch="hand in").what
    asked = len(server.chats)
    for _ in range(2):
        error = fails(path, server, batch="hand in")
        assert "tried twice in vain" in error.what
        assert why in error.what
    assert (len(server.batches), len(server.chats)) == (1, asked)
    server.respond = honest
    hold(go(path, server).briefing, NOTES)


def test_replies_under_the_names_of_others(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    waits(path, server, batch="hand in")
    keys = [request["custom_id"] for request in server.requests(server.batches["batch_0"])]
    others = dict(zip(keys, [*keys[1:], keys[0]], strict=True))
    server.spoil = lambda line: line.update(custom_id=others[line["custom_id"]])
    server.finish()
    assert "the overview to come by batch" in waits(path, server, batch="hand in")
    assert len(server.chats) == 3


@pytest.mark.parametrize("status", [500, 429])
def test_a_server_in_trouble_gets_it_once_more_before_it_is_asked_at_once(
    project: Path, server: BatchServer, status: int
) -> None:
    path = write_project(project)
    server.spoil = lambda line: line["response"].update(status_code=status, body={"error": {"message": "busy"}})
    for n in range(2):
        assert f"3 handed in as batch_{n}" in waits(path, server, batch="hand in")
        server.finish()
    assert server.chats == []
    server.spoil = lambda _: None
    assert "the overview to come by batch" in waits(path, server, batch="hand in")
    assert len(server.chats) == 3


def test_a_request_that_is_refused_is_asked_for_at_once_by_every_later_run(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    waits(path, server, batch="hand in")
    server.spoil = lambda line: line["response"].update(status_code=400, body={"error": {"message": "too long"}})
    server.finish()
    server.refuse["POST /v1/chat/completions"] = 400
    for _ in range(2):
        assert "refuses the request with 400" in fails(path, server, batch="hand in").what
    assert len(server.batches) == 1
    server.refuse.clear()
    assert any("(400: too long)" in line for line in told(path, server))


def other_names(server: BatchServer) -> None:
    server.spoil = lambda line: line.update(custom_id="x" + line["custom_id"])
    server.finish()


def rejected(server: BatchServer) -> None:
    server.fail("line 1 is too long")


def unknown(server: BatchServer) -> None:
    server.refuse |= {f"GET /v1/batches/{name}": 404 for name in server.batches}


def thrown_away(server: BatchServer) -> None:
    server.finish()
    server.refuse |= {f"GET /v1/files/file-out-{name}/content": 404 for name in server.batches}


def nothing_done(server: BatchServer) -> None:
    for batch in server.batches.values():
        batch |= {"status": "completed", "request_counts": {"completed": 0, "failed": 3, "total": 3}}


ENDS = {
    "without a reply": other_names,
    "rejected": rejected,
    "not known any more": unknown,
    "its file gone": thrown_away,
    "nothing done": nothing_done,
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS.keys())
def test_after_two_batches_that_brought_nothing_no_third_is_handed_in(
    project: Path, server: BatchServer, end: Callable[[BatchServer], None]
) -> None:
    path = write_project(project)
    for n in range(2):
        assert f"3 handed in as batch_{n}" in waits(path, server, batch="hand in")
        end(server)
    for _ in range(2):
        error = fails(path, server, batch="hand in")
        assert error.what.startswith("2031-01, 2031-02, 2031-03: tried twice in vain, by a batch at least once (")
        assert error.where == server.base_url
        assert "--cancel-batch" in error.hint
    assert (len(server.batches), server.chats) == (2, [])
    waits(path, server, batch="cancel")  # the server is mended
    assert "3 handed in as batch_2" in waits(path, server, batch="hand in")


def test_what_batches_brought_nothing_for_is_asked_for_without_one(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    for _ in range(2):
        waits(path, server, batch="hand in")
        rejected(server)
    fails(path, server, batch="hand in")
    hold(go(path, server).briefing, NOTES)


def test_what_others_were_tried_for_holds_up_nothing_else(project: Path, server: BatchServer) -> None:
    """A section that is new goes in before the error tells of the others."""
    path = write_project(project)
    for _ in range(2):
        waits(path, server, batch="hand in")
        rejected(server)
    more = NOTES + "\n\n## April 2031\n\nIn April 2031 the workshop of Voss fired 12 pots.\n"
    path.with_name("report.md").write_text(more, encoding="utf-8")
    error = fails(path, server, batch="hand in")
    assert error.what.startswith("2031-01, 2031-02: tried twice in vain, by a batch at least once (line 1 is too long)")
    assert error.what.endswith("; besides, 2 handed in as batch_2")  # 2031-03 is longer now


def test_what_expires_goes_in_again_as_often_as_it_does(project: Path, server: BatchServer) -> None:
    """It never came to its turn, and nothing was paid."""
    path = write_project(project)
    for n in range(4):
        assert f"3 handed in as batch_{n}" in waits(path, server, batch="hand in")
        server.finish("expired", first=0)


@pytest.mark.parametrize("status", ["IN_PROGRESS", "queued", "paused", "in-progress"])
def test_what_has_not_ended_is_under_way_whatever_it_is_called(project: Path, server: BatchServer, status: str) -> None:
    path = write_project(project)
    waits(path, server, batch="hand in")
    server.batches["batch_0"]["status"] = status
    assert f"3 with batch_0 ({status})" in waits(path, server, batch="hand in")
    assert len(server.batches) == 1
    server.batches["batch_0"]["status"] = "in_progress"
    server.finish("COMPLETED")
    assert "the overview" in waits(path, server, batch="hand in")


COUNTS = [None, {"completed": 3, "failed": 0, "total": 3}]


@pytest.mark.parametrize("counts", COUNTS, ids=["no counts", "counts"])
def test_completed_without_a_file_of_replies(project: Path, server: BatchServer, counts: object) -> None:
    """They are written, and paid for: the file may be named a moment later."""
    path = write_project(project)
    waits(path, server, batch="hand in")
    server.finish()
    file = server.batches["batch_0"].pop("output_file_id")
    server.batches["batch_0"]["request_counts"] = counts
    (said,) = told(path, server, batch="hand in")
    assert "is completed, and the server names no file of its replies" in said
    for more in ({"batch": "hand in"}, {}):
        error = fails(path, server, **more)
        assert "is completed, and the server names no file of its replies" in error.what
        assert "--cancel-batch" in error.hint
    assert (len(server.batches), server.chats) == (1, [])
    server.batches["batch_0"]["output_file_id"] = file
    assert "the overview" in waits(path, server, batch="hand in")


def test_completed_without_a_file_of_replies_can_be_given_up(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    waits(path, server, batch="hand in")
    server.finish()
    del server.batches["batch_0"]["output_file_id"]
    fails_after = told(path, server)
    assert len(fails_after) == 1
    assert any("is given up" in line for line in told(path, server, batch="cancel"))
    hold(go(path, server).briefing, NOTES)


def made_and_unlisted(project: Path, server: BatchServer) -> Path:
    """The answer to the making of the batch is lost, and the server does not tell which batches there are."""
    path = write_project(project)
    server.refuse["GET /v1/batches"] = 404
    server.lose.append("POST /v1/batches")
    fails(path, server, batch="hand in")
    return path


def test_a_batch_that_nobody_can_ask_about_is_given_up(project: Path, server: BatchServer) -> None:
    path = made_and_unlisted(project, server)
    for more in ({"batch": "hand in"}, {}):
        error = fails(path, server, **more)
        assert "--cancel-batch gives up" in error.hint
        assert error.where == server.base_url
    assert (len(server.batches), server.chats) == (1, [])
    (said,) = told(path, server, batch="cancel")
    assert "is given up" in said
    assert "even where it is paid for" in said
    hold(go(path, server).briefing, NOTES)


def test_a_batch_that_nobody_can_ask_about_holds_up_no_other_briefing(project: Path, server: BatchServer) -> None:
    path = made_and_unlisted(project, server)
    other = path.with_name("potters.yaml")
    other.write_text(path.read_text(encoding="utf-8").replace("report.md", "potters.md"), encoding="utf-8")
    path.with_name("potters.md").write_text(NOTES.replace("kiln", "wheel"), encoding="utf-8")
    go(other, server)


def test_a_batch_that_is_refused_leaves_nothing_on_record(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    server.refuse |= {"POST /v1/batches": 404, "GET /v1/batches": 404}
    assert "without --batch" in fails(path, server, batch="hand in").hint
    hold(go(path, server).briefing, NOTES)


def test_a_status_that_nobody_knows_does_not_outlast_giving_up(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    waits(path, server, batch="hand in")
    server.batches["batch_0"]["status"] = "broken"
    (said,) = told(path, server, batch="cancel")
    assert "it is still 'broken'" in said
    hold(go(path, server).briefing, NOTES)


def test_a_batch_that_cannot_be_cancelled_goes_on(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    waits(path, server, batch="hand in")
    server.refuse["POST /v1/batches/batch_0/cancel"] = 404
    (said,) = told(path, server, batch="cancel")
    assert said.startswith("the batch batch_0 cannot be cancelled (")
    server.finish()
    hold(go(path, server).briefing, NOTES)
    assert len(server.chats) == 1


def test_a_model_in_this_process_takes_no_batches(project: Path) -> None:
    (project / "model.gguf").write_bytes(b"GGUF")
    write_project(project)
    for option in ("--batch", "--cancel-batch"):
        done = briefing(project, "run", "--engine", "local", "--model", "model.gguf", option, "sources/kilns.yaml")
        assert done.returncode == 2
        assert f"{option}: a model in this process takes no batches" in done.stderr
