"""What a server may say of a batch, whatever it is: it is of the form of the protocol, or one exception."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from briefing.errors import Awaiting, ModelError
from briefing.manifest import load_manifest
from briefing.pipeline import run
from briefing.steps.options import RunOptions
from briefing.writers.batch_door import result
from briefing.writers.commons import Commons
from briefing.writers.reply import Unreadable
from tests.servers.batch_server import BatchServer
from tests.servers.honest import answer
from tests.servers.model_server import completion
from tests.steps.kilns import write_project

Batch = dict[str, Any]
OUTPUT = "output_file_id"


def honest(body: dict[str, Any]) -> dict[str, Any]:
    found = completion(answer(body)).body
    assert isinstance(found, dict)
    return found


def come_back(project: Path, strange: Callable[[BatchServer, Batch], object]) -> tuple[str, list[str], int]:
    """Hand in, let the batch end, make it strange, and come back: what is said then, and how many were handed in."""
    path, told = write_project(project), []
    with BatchServer(honest) as server:
        options = RunOptions(base_url=server.base_url, model="scripted", pace=0.001, batch="hand in")
        with pytest.raises(Awaiting):
            run(load_manifest(path), options, {})
        server.finish()
        strange(server, server.batches["batch_0"])
        with pytest.raises((Awaiting, ModelError)) as caught:
            again = replace(options, commons=Commons())
            run(load_manifest(path), again, {}, lambda event: told.append(event.what))
        return caught.value.what, told, len(server.handed_in) if "batch_1" in server.batches else 0


def unescaped(server: BatchServer, batch: Batch) -> None:
    """As a server may write JSON: with the separators of Unicode as they stand in the text."""
    lines = [json.loads(line) for line in server.files[batch[OUTPUT]].splitlines()]
    for line in lines:
        message = line["response"]["body"]["choices"][0]["message"]
        message["content"] = message["content"][:-1] + ', "note": "a\u2028b\u2029c\x85d"}'
    server.files[batch[OUTPUT]] = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)


def before(*lines: str) -> Callable[[BatchServer, Batch], None]:
    def strange(server: BatchServer, batch: Batch) -> None:
        server.files[batch[OUTPUT]] = "\n".join([*lines, server.files[batch[OUTPUT]]])

    return strange


USED = {
    "parted by what parts lines in Unicode": unescaped,
    "lines that are none": before("", "null", "3", "[1]", "{", '{"custom_id": [1], "response": {}}'),
    "nested without end": before("[" * 100_000),
    "another's": before('{"custom_id": "x", "response": {"status_code": 200, "body": {}}}'),
    "longer than a reply may be": before(*[" " * 1000] * 9_000),
    "twice": lambda server, batch: server.files.update({batch[OUTPUT]: server.files[batch[OUTPUT]] * 2}),
}


@pytest.mark.parametrize("strange", USED.values(), ids=USED.keys())
def test_what_has_come_is_used(strange: Callable[[BatchServer, Batch], None], project: Path) -> None:
    said, _, handed_in = come_back(project, strange)
    assert said == "the overview to come by batch (1 handed in as batch_1)"
    assert handed_in == 4


FAILED: Batch = {"status": "failed", OUTPUT: None}
GONE = {
    "its file is gone": ({OUTPUT: "file-gone"}, "the file file-gone of a batch is not known to the server any more"),
    "no reason": (FAILED, "ended as failed without 2031-01, 2031-02, 2031-03"),
    "a reason of no form": (FAILED | {"errors": "no"}, "ended as failed without 2031-01, 2031-02, 2031-03"),
    "a reason without words": (FAILED | {"errors": {"data": [{"message": None}]}}, "2031-03"),
    "escapes": (FAILED | {"errors": {"data": [{"message": "\x1b[1mno\u202e\n"}]}}, "2031-03 ([1mno)"),
}


@pytest.mark.parametrize(("state", "said"), GONE.values(), ids=GONE.keys())
def test_what_a_batch_left_goes_in_again(state: Batch, said: str, project: Path) -> None:
    what, told, handed_in = come_back(project, lambda _, batch: batch.update(state))
    assert what == "3 of 3 sections to come by batch (3 handed in as batch_1)"
    assert handed_in == 6
    assert any(said in line for line in told), told


@pytest.mark.parametrize("counts", ["many", {}, {"completed": None, "total": 3}])
def test_counts_that_are_none(counts: object, project: Path) -> None:
    state = {"status": "in_progress", "request_counts": counts}
    said, _, _ = come_back(project, lambda _, batch: batch.update(state))
    assert said == "3 of 3 sections to come by batch (3 with batch_0 (in_progress))"


STRANGE: dict[str, object] = {"no object": [1], "nothing": None, "text": "x", "no status": {"id": "b", "status": {}}}


@pytest.mark.parametrize("state", STRANGE.values(), ids=STRANGE.keys())
def test_what_is_no_batch_is_one_error_and_nothing_is_handed_in_again(state: object, project: Path) -> None:
    said, _, handed_in = come_back(project, lambda server, _: server.batches.update({"batch_0": state}))  # type: ignore[dict-item]
    assert (said, handed_in) == ("the server's answer is not of the batch interface", 0)


def test_a_body_nested_too_deep() -> None:
    body = "[" * 900 + "]" * 900
    came = result(f'{{"custom_id": "x", "response": {{"status_code": 200, "body": {body}}}}}')
    with pytest.raises(Unreadable):
        _ = came.answer
