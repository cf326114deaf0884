"""The model writer against a scripted server: what goes wrong there, and what comes of it."""

import gc
import hashlib
import json
import os
import threading
import time
import weakref
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from briefing.errors import BudgetExceeded, ManifestError, ModelError
from briefing.model import Budget, FieldSpec, ModelOptions, Reading, Usage
from briefing.store import Store
from briefing.writers.anew import Anew
from briefing.writers.base import Message, Reply, Task
from briefing.writers.breaker import FAILED, USELESS
from briefing.writers.commons import Commons
from briefing.writers.kept import KeptReplies
from briefing.writers.openai import OpenAIWriter
from briefing.writers.options import WriterOptions
from tests.servers.model_server import Answer, ModelServer, completion, failure

KEY = "sk-secret-0123456789abcdef"
FIELDS = (FieldSpec("idea", "prose", "Main idea"), FieldSpec("quote", "quote", "Quote"))
VALUES = {"reply_to": "2024-01", "idea": [{"text": "It is fast.", "cites": [2]}], "quote": [3]}
GOOD = completion(VALUES)
SCHEMA = {"type": "object", "properties": {"quote": {"type": "array", "maxItems": 2, "items": {"type": "integer"}}}}


def a_task(name: str = "2024-01") -> Task:
    messages = (Message("system", "Reply in JSON."), Message("user", f"[1] One. [2] Two. [3] Three. ({name})"))
    return Task(name, "January", "en", FIELDS, Reading(()), messages, SCHEMA)


def good_for(name: str) -> Answer:
    return completion({**VALUES, "reply_to": name})


@pytest.fixture
def options(tmp_path: Path) -> WriterOptions:
    return WriterOptions(
        model=ModelOptions(name="scripted-1", max_tokens=200, window=8000),
        store=Store(tmp_path),
        api_key=KEY,
        timeout=5.0,
        pace=0.001,
    )


def writing(server: ModelServer, options: WriterOptions) -> closing[OpenAIWriter]:
    return closing(OpenAIWriter(replace(options, base_url=options.base_url or server.base_url)))


def drafted(server: ModelServer, options: WriterOptions, *tasks: Task) -> list[Reply]:
    with writing(server, options) as writer:
        return [writer.draft(task) for task in tasks or (a_task(),)]


def script(*answers: Answer) -> Callable[[dict[str, Any], int], Answer]:
    """These answers in turn, then the good one."""
    return lambda _, n: answers[n - 1] if n <= len(answers) else GOOD


# ── What a server does once, and is overcome ────────────────────────────────────────────────────────────────────

OVERCOME = {
    "429": failure(429, "slow down"),
    "429 with seconds": failure(429, "slow down", headers={"Retry-After": "2"}),
    "429 with a date": failure(
        429, "slow down", headers={"Retry-After": format_datetime(datetime.now(UTC) + timedelta(seconds=20))}
    ),
    "429 with milliseconds": failure(429, "slow down", headers={"retry-after-ms": "1500"}),
    "429 with nonsense": failure(429, "slow down", headers={"Retry-After": "soon"}),
    "408": failure(408, "too slow"),
    "409": failure(409, "conflict"),
    "500": failure(500, "oh"),
    "502, a web page": Answer(502, {"Content-Type": "text/html"}, "<html>Bad gateway</html>"),
    "503": failure(503, "overloaded"),
    "reset": Answer(reset=True),
    "cut off in the body": replace(GOOD, cut=40),
    "cut off before the body": replace(GOOD, cut=0),
    "a web page for JSON": Answer(200, {"Content-Type": "text/html"}, "<!doctype html><p>Log in"),
    "JSON that ends early": Answer(body=GOOD.payload[:50]),
    "no body": Answer(),
    "JSON that is no completion": Answer(body={"ok": True}),
    "no choices": Answer(body={"choices": []}),
    "an empty reply": completion(""),
    "no content": completion(None),
    "prose for a reply": completion("I would be glad to."),
    "a reply that ends early": completion(json.dumps(VALUES)[:60]),
    "none of the fields": completion({"answer": 42}),
    "another shape": completion({"reply_to": "2024-01", "idea": "text", "quote": [3]}),
    "a reply to another request": completion({**VALUES, "reply_to": "2024-02"}),
    "a refusal": completion(None, refusal="I cannot."),
    "its filter": completion("", finish="content_filter"),
}


@pytest.mark.parametrize("first", OVERCOME.values(), ids=OVERCOME.keys())
def test_what_passes_is_overcome(first: Answer, options: WriterOptions) -> None:
    with ModelServer(script(first)) as server:
        (reply,) = drafted(server, options)
    assert reply.draft.fields == {key: VALUES[key] for key in ("idea", "quote")}
    assert len(server.requests) == reply.usage.calls == 2
    assert reply.notes == ()
    assert server.most_at_once == 1


WAITS = {
    "seconds": (failure(429, headers={"Retry-After": "2"}), "2 s"),
    "half seconds": (failure(503, headers={"Retry-After": "0.5"}), "0.5 s"),
    "milliseconds": (failure(429, headers={"retry-after-ms": "1500"}), "1.5 s"),
    "a date that is past": (failure(429, headers={"Retry-After": "Mon, 01 Jan 2024 00:00:00 GMT"}), "0 s"),
    "no word": (failure(429), "1 s"),
    "nonsense": (failure(500, headers={"Retry-After": "-1"}), "1 s"),
    "the model's fault": (completion(""), "0 s"),
}


@pytest.mark.parametrize(("first", "wait"), WAITS.values(), ids=WAITS.keys())
def test_what_a_server_asks_to_wait_is_waited(first: Answer, wait: str, options: WriterOptions) -> None:
    said: list[str] = []
    with ModelServer(script(first)) as server:
        drafted(server, replace(options, say=said.append))
    assert [line.rpartition("again in ")[2] for line in said] == [wait]


def test_waits_grow(options: WriterOptions) -> None:
    said: list[str] = []
    with ModelServer(lambda *_: failure(500)) as server, pytest.raises(ModelError):
        drafted(server, replace(options, say=said.append))
    assert [line.rpartition("again in ")[2] for line in said] == ["1 s", "2 s", "4 s", "8 s", "16 s"]


@pytest.mark.parametrize("first", [replace(GOOD, stall=True), replace(GOOD, drip=0.02)], ids=["stall", "drip"])
def test_a_call_ends_in_its_time(first: Answer, options: WriterOptions) -> None:
    """One that stalls would never end, and one that drips be whole after five seconds."""
    with ModelServer(script(first)) as server:
        (reply,) = drafted(server, replace(options, timeout=2))
    assert reply.usage.calls == 2


def test_an_answer_without_end_is_left(options: WriterOptions) -> None:
    with ModelServer(script(Answer(body=b" " * 9_000_000))) as server:
        (reply,) = drafted(server, options)
    assert reply.usage.calls == 2


# ── What a server goes on with, and what is said of it ──────────────────────────────────────────────────────────

LASTING: dict[str, tuple[Answer, int, str, str]] = {
    "429": (failure(429, "slow down"), 6, "429 (slow down) (the run gives up after 6 calls in a row)", "--jobs"),
    "429, for too long": (failure(429, "no", headers={"Retry-After": "86400"}), 1, "asks to wait 86400 s", "--jobs"),
    "429, no money": (failure(429, "You exceeded", code="insufficient_quota"), 1, "nothing left", "billing"),
    "500": (failure(500, "oh"), 6, "500 (oh)", "paid for are kept"),
    "reset": (Answer(reset=True), 6, "broke off", "paid for are kept"),
    "401": (failure(401, f"Incorrect API key provided: {KEY}"), 1, "401 (Incorrect API key provided: ***)", "KEY"),
    "403": (failure(403, "no"), 1, "403 (no)", "not allowed"),
    "404": (failure(404, "The model does not exist"), 1, "404 (The model does not exist)", "name of the model"),
    "413": (failure(413, "too much"), 1, "413 (too much)", "model.window"),
    "400": (failure(400, "no such role"), 1, "400 (no such role)", "docs/models.md"),
    "301": (Answer(301, {"Location": "http://127.0.0.1:9/v1"}), 1, "301", "OPENAI_BASE_URL"),
    "too long": (failure(400, "This model's maximum context length is 100 tokens"), 1, "context length", "docs"),
    "a web page": (Answer(body="<html>"), 3, "web page instead of JSON", "OPENAI_BASE_URL"),
    "packed": (replace(GOOD, headers={"Content-Encoding": "gzip"}), 3, "packed, although", "OPENAI_BASE_URL"),
    "no charset": (
        Answer(500, {"Content-Type": "text/plain; charset=rot13"}, "oh"),
        6,
        "500 (oh)",
        "paid for are kept",
    ),
    "without end": (Answer(body=b" " * 9_000_000), 3, "longer than 8 MB", "OPENAI_BASE_URL"),
    "empty": (completion(""), 3, "the reply is empty", "stronger"),
    "prose": (completion("Certainly!"), 3, "no JSON object", "stronger"),
    "a refusal": (completion(None, refusal="I\ncannot."), 2, "refuses to write this (I cannot.)", "Another model"),
    "its filter": (completion("", finish="content_filter"), 2, "its filter stopped", "Another model"),
    "length": (completion('{"idea": [', finish="length"), 2, "did not end within 800 tokens", "max_tokens"),
}


@pytest.mark.parametrize(("answer", "calls", "what", "hint"), LASTING.values(), ids=LASTING.keys())
def test_what_lasts_is_an_error(answer: Answer, calls: int, what: str, hint: str, options: WriterOptions) -> None:
    with ModelServer(lambda *_: answer) as server, pytest.raises(ModelError) as caught:
        drafted(server, options)
    assert len(server.requests) == calls
    assert what in caught.value.what
    assert hint in caught.value.hint
    about_all = "the run gives up" in caught.value.what
    where = f"scripted-1 at {server.base_url}" if about_all else f"2024-01, scripted-1 at {server.base_url}"
    assert caught.value.where == where or "billing" in hint
    assert caught.value.exit_code == 4
    assert KEY not in str(caught.value)


def test_no_server(options: WriterOptions) -> None:
    with ModelServer(script()) as server:
        gone = server.base_url
    with pytest.raises(ModelError) as caught:
        drafted(server, replace(options, base_url=gone))
    assert "no connection" in caught.value.what
    assert "(the run gives up after 6 calls in a row)" in caught.value.what
    assert "Is the server running" in caught.value.hint


def test_a_server_that_is_not_there_is_waited_for_in_one_voice(options: WriterOptions) -> None:
    """Thirteen sections say so as one does."""
    said: list[str] = []
    with ModelServer(script()) as server:
        gone = server.base_url
    tasks = [a_task(f"2024-{number:02}") for number in range(1, 14)]
    with closing(OpenAIWriter(replace(options, base_url=gone, say=said.append))) as writer:
        with ThreadPoolExecutor(13) as pool:
            waiting = [pool.submit(writer.draft, task) for task in tasks]
        assert all(isinstance(future.exception(), ModelError) for future in waiting)
    assert [line.partition("; ")[2] for line in sorted(said)] == ["again in 1 s", "again in 2 s"]
    assert all(line.startswith(f"{gone}: no connection") for line in said)


MONTHS = [f"2024-{number:02}" for number in range(1, 13)]
DEAD: dict[str, tuple[Answer, int, str]] = {
    "503": (failure(503, "overloaded"), FAILED, "the server answered 503 (overloaded)"),
    "429": (failure(429, "slow down"), FAILED, "the server answered 429 (slow down)"),
    "reset": (Answer(reset=True), FAILED, "the connection broke off"),
    "a web page": (Answer(body="<html>"), FAILED, "a web page instead of JSON"),
    "empty": (completion(""), USELESS, "the reply is empty"),
    "a refusal": (completion(None, refusal="I cannot."), USELESS, "the model refuses to write this"),
}


@pytest.mark.parametrize(("answer", "most", "what"), DEAD.values(), ids=DEAD.keys())
@pytest.mark.parametrize("jobs", [1, 4, 16])
def test_a_server_that_is_dead_is_given_up_by_all_together(
    answer: Answer, most: int, what: str, jobs: int, options: WriterOptions
) -> None:
    """Twelve sections would have made six calls each."""
    said: list[str] = []
    with ModelServer(lambda *_: answer) as server:
        asked = replace(options, jobs=jobs, base_url=server.base_url, say=said.append)
        errors = failures_of(asked, MONTHS)
        assert len(server.requests) <= most + jobs
    assert len(errors) == 12
    together = [error for error in errors if "the run gives up after" in error.what]
    assert (
        len(together) >= 12 - USELESS // 2
    )  # others may have come to the end of their own patience, two calls or more
    assert all(error.what.partition("(the run")[0].strip().endswith(what) or what in error.what for error in together)
    assert {error.where for error in together} == {f"scripted-1 at {server.base_url}"}
    assert all(error.hint for error in errors)


def failures_of(options: WriterOptions, names: Sequence[str]) -> list[ModelError]:
    with closing(OpenAIWriter(options)) as writer, ThreadPoolExecutor(len(names)) as pool:
        waiting = [pool.submit(writer.draft, a_task(name)) for name in names]
        errors = [future.exception() for future in waiting]
    return [error for error in errors if isinstance(error, ModelError)]


def test_what_was_under_way_when_all_gave_up_is_kept(options: WriterOptions) -> None:
    slow = threading.Event()

    def respond(request: dict[str, Any], _: int) -> Answer:
        if named(request) != "2024-01":
            return failure(503)
        slow.wait(5)
        return good_for("2024-01")

    with ModelServer(respond) as server, ThreadPoolExecutor(1) as pool:
        here = replace(options, jobs=16, base_url=server.base_url)
        with closing(OpenAIWriter(here)) as writer:
            first = pool.submit(writer.draft, a_task("2024-01"))
            while not server.requests:
                time.sleep(0.005)
            others = [threading.Thread(target=failing, args=(writer, name)) for name in MONTHS[1:]]
            for other in others:
                other.start()
            time.sleep(0.1)
            slow.set()
            assert first.result(timeout=5).usage.calls == 1
            for other in others:
                other.join()
        asked = len(server.requests)
        (again,) = drafted(server, replace(here, offline=True), a_task("2024-01"))
        assert (again.usage, len(server.requests)) == (Usage(cached=1), asked)


def failing(writer: OpenAIWriter, name: str) -> None:
    with pytest.raises(ModelError):
        writer.draft(a_task(name))


@pytest.mark.parametrize("host", [f"{'a' * 64}.example", "a..b", "999.1.1.1", "[fe80::1%25nowhere]"])
def test_a_host_that_is_not_known_is_asked_for_once(host: str, options: WriterOptions) -> None:
    """It takes no network to tell that these are none."""
    said: list[str] = []
    with pytest.raises(ModelError, match="no host of this name can be found") as caught:
        writer = OpenAIWriter(replace(options, base_url=f"http://{host}/v1", say=said.append))
        with closing(writer):
            writer.draft(a_task())
    assert said == []
    assert "gives up after 1 call)" in caught.value.what
    assert "OPENAI_BASE_URL" in caught.value.hint


def test_an_address_with_a_password_is_shown_without_it(options: WriterOptions) -> None:
    with ModelServer(lambda *_: failure(403)) as server, pytest.raises(ModelError) as caught:
        address = server.base_url.replace("http://", "http://me:hunter2@")
        drafted(server, replace(options, base_url=address))
    assert "hunter2" not in str(caught.value)


def test_no_foreign_error_is_behind_ours(options: WriterOptions) -> None:
    """It would carry the request, and the key in its headers."""
    with ModelServer(lambda *_: failure(401, "no")) as server, pytest.raises(ModelError) as caught:
        drafted(server, options)
    error: BaseException | None = caught.value
    while error is not None:
        assert type(error).__module__.startswith("briefing")
        error = error.__cause__ or error.__context__


# ── Dialects ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_request(options: WriterOptions) -> None:
    with ModelServer(script()) as server:
        drafted(server, options)
    request = server.requests[0]
    assert request["model"] == "scripted-1"
    assert request["messages"][0] == {"role": "system", "content": "Reply in JSON."}
    assert (request["temperature"], request["max_tokens"]) == (0.0, 200)
    assert request["response_format"]["json_schema"] == {"name": "fields", "strict": True, "schema": SCHEMA}
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"


def test_the_organization_and_project_of_the_environment(
    options: WriterOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "org-kilns")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-north")
    with ModelServer(script()) as server:
        drafted(server, options)
    sent = server.headers[0]
    assert (sent["openai-organization"], sent["openai-project"]) == ("org-kilns", "proj-north")


def test_a_server_that_needs_no_key(options: WriterOptions) -> None:
    with ModelServer(script()) as server:
        drafted(server, replace(options, api_key=""))
    assert server.headers[0]["authorization"] == "Bearer none"


def refusing(refuses: Callable[[dict[str, Any]], Answer | None]) -> Callable[[dict[str, Any], int], Answer]:
    return lambda request, _: refuses(request) or good_for(request["messages"][1]["content"].rpartition("(")[2][:-1])


def no_schema(request: dict[str, Any]) -> Answer | None:
    if request.get("response_format", {}).get("type") == "json_schema":
        return failure(400, "This response_format type is unavailable now")
    return None


def no_bounds(request: dict[str, Any]) -> Answer | None:
    if "maxItems" in json.dumps(request):
        return failure(400, "Invalid schema for response_format: 'maxItems' is not permitted.")
    return None


def no_format(request: dict[str, Any]) -> Answer | None:
    return failure(422, "Extra inputs are not permitted: response_format") if "response_format" in request else None


def no_temperature(request: dict[str, Any]) -> Answer | None:
    if "temperature" in request:
        return failure(400, "Unsupported value: 'temperature' does not support 0.0 with this model.")
    return None


def other_limit(request: dict[str, Any]) -> Answer | None:
    if "max_tokens" in request:
        return failure(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.")
    return None


def reasoning(request: dict[str, Any]) -> Answer | None:
    return other_limit(request) or no_temperature(request)


def form(request: dict[str, Any]) -> str:
    return str(request.get("response_format", {}).get("type", "plain"))


DIALECTS: dict[str, tuple[Callable[[dict[str, Any]], Answer | None], int, Callable[[dict[str, Any]], bool]]] = {
    "no schema": (no_schema, 3, lambda r: form(r) == "json_object"),
    "a schema without bounds": (no_bounds, 2, lambda r: form(r) == "json_schema" and "maxItems" not in json.dumps(r)),
    "no format": (no_format, 4, lambda r: form(r) == "plain"),
    "no temperature": (no_temperature, 2, lambda r: "temperature" not in r and form(r) == "json_schema"),
    "another limit": (other_limit, 2, lambda r: r["max_completion_tokens"] == 200),
    "a reasoning model": (reasoning, 3, lambda r: "max_tokens" not in r and "temperature" not in r),
}


@pytest.mark.parametrize(("refuses", "calls", "learned"), DIALECTS.values(), ids=DIALECTS.keys())
def test_a_dialect_is_learned_once(
    refuses: Callable[[dict[str, Any]], Answer | None],
    calls: int,
    learned: Callable[[dict[str, Any]], bool],
    options: WriterOptions,
) -> None:
    with ModelServer(refusing(refuses)) as server:
        replies = drafted(server, options, a_task("2024-01"), a_task("2024-02"), a_task("2024-03"))
    assert [reply.draft.fields["quote"] for reply in replies] == [[3], [3], [3]]
    assert len(server.requests) == calls + 2
    assert all(learned(request) for request in server.requests[calls - 1 :])
    assert sum((reply.usage for reply in replies), Usage()).input_tokens == 300  # refusals cost nothing


def test_a_server_that_refuses_all_is_not_asked_for_ever(options: WriterOptions) -> None:
    answer = failure(400, "max_tokens temperature json_schema")
    with ModelServer(lambda *_: answer) as server, pytest.raises(ModelError, match="400"):
        drafted(server, options)
    assert len(server.requests) <= 6


@pytest.mark.parametrize(
    "content",
    [
        f"```json\n{json.dumps(VALUES)}\n```",
        f"Here it is:\n\n{json.dumps(VALUES, indent=1)}\n\nI hope that it helps {{smile}}.",
        f'<think>Perhaps {{"idea": null}}? No.</think>{json.dumps(VALUES)}',
        json.dumps({"fields": VALUES}),
        json.dumps({**VALUES, "quote": ["[3]"]}),
    ],
    ids=["fence", "prose around it", "reasoning before it", "wrapped", "numbers as shown"],
)
def test_plain_replies_are_read(content: str, options: WriterOptions) -> None:
    with ModelServer(lambda *_: completion(content)) as server:
        (reply,) = drafted(server, options)
    assert reply.draft.fields == {"idea": VALUES["idea"], "quote": [3]}
    assert len(server.requests) == 1


# ── Replies that are only partly usable ─────────────────────────────────────────────────────────────────────────


def test_a_lasting_wrong_shape_leaves_the_field_out_and_says_so(options: WriterOptions) -> None:
    bad = completion({"reply_to": "2024-01", "idea": "text", "quote": [3]})
    with ModelServer(lambda *_: bad) as server:
        (first,) = drafted(server, options)
        (second,) = drafted(server, options)
    assert first.draft.fields == {"quote": [3]}
    assert len(first.notes) == 1
    assert "idea is not of the shape asked for" in first.notes[0]
    assert second.usage == Usage(cached=1)  # it is paid for, and says the same
    assert (second.draft, second.notes) == (first.draft, first.notes)
    assert len(server.requests) == 2


def test_a_reply_of_which_a_part_is_sound_is_used_where_no_better_one_comes(options: WriterOptions) -> None:
    partly = completion({"reply_to": "2024-01", "idea": "text", "quote": [3]})
    with ModelServer(lambda _, n: partly if n == 1 else completion("")) as server:
        (first,) = drafted(server, options)
        (second,) = drafted(server, options)
    assert first.draft.fields == second.draft.fields == {"quote": [3]}
    assert "idea is not of the shape asked for" in first.notes[0]
    assert len(server.requests) == 4


def test_a_reply_that_a_batch_left_with_a_defect_is_asked_for_once_more(options: WriterOptions) -> None:
    """It was never used: nobody has seen that a second one is no better."""
    with ModelServer(script()) as server:
        here = replace(options, base_url=server.base_url)
        kept = KeptReplies(here)
        kept.keep(kept.key(a_task()), "2024-01", json.dumps({"idea": "text", "quote": [3]}))
        (reply,) = drafted(server, here)
    assert reply.draft.fields["idea"] == VALUES["idea"]
    assert len(server.requests) == 1


def test_a_reply_that_is_cut_at_the_limit_is_asked_for_with_more(options: WriterOptions) -> None:
    with ModelServer(script(completion('{"idea": [', finish="length", usage=(100, 200)))) as server:
        (reply,) = drafted(server, options)
        (again,) = drafted(server, options)
    assert [request["max_tokens"] for request in server.requests] == [200, 800]
    assert reply.usage == Usage(2, 200, 220, usd=None)
    assert again.usage == Usage(cached=1)
    assert reply.notes == again.notes
    assert "raise model.max_tokens" in reply.notes[0]


def test_a_whole_reply_at_the_limit_is_taken(options: WriterOptions) -> None:
    with ModelServer(lambda *_: completion(VALUES, finish="length")) as server:
        (reply,) = drafted(server, options)
    assert reply.usage.calls == 1


def test_of_a_reply_that_never_ends_what_is_complete_is_taken(options: WriterOptions) -> None:
    endless = completion('{"idea": [{"text": "Whole.", "cites": [1]}], "quote": [3, 4, 5', finish="length")
    with ModelServer(lambda *_: endless) as server:
        (reply,) = drafted(server, options)
        (again,) = drafted(server, options)
    assert reply.draft.fields == {"idea": [{"text": "Whole.", "cites": [1]}], "quote": [3, 4]}
    assert "what was complete of it was taken" in reply.notes[-1]
    assert reply.usage.calls == 2
    assert (again.usage, again.draft) == (Usage(cached=1), reply.draft)


def test_no_more_is_asked_for_than_the_window_holds(options: WriterOptions) -> None:
    narrow = replace(options, model=replace(options.model, window=150))
    cut = completion("{", finish="length")
    with ModelServer(lambda *_: cut) as server, pytest.raises(ModelError, match="did not end within 200 tokens"):
        drafted(server, narrow)
    assert len(server.requests) == 1


# ── Replies that are kept ───────────────────────────────────────────────────────────────────────────────────────


def test_a_reply_is_paid_for_once(options: WriterOptions) -> None:
    with ModelServer(script()) as server:
        first, second = drafted(server, options, a_task(), a_task())
        (third,) = drafted(server, options)
        assert len(server.requests) == 1
        (anew,) = drafted(server, replace(options, fresh=True))
        assert len(server.requests) == 2
    assert first.usage.calls == anew.usage.calls == 1
    assert second.usage == third.usage == Usage(cached=1)
    assert first.draft == second.draft == third.draft
    assert first.raw == third.raw


def test_what_a_run_had_that_writes_all_anew_is_kept_for_it_until_it_is_done(options: WriterOptions) -> None:
    forced = replace(options, fresh=True, briefing="town")
    with ModelServer(script()) as server:
        drafted(server, options)
        calls = [drafted(server, forced)[0].usage.calls for _ in range(2)]  # the second goes on with the first
        calls += [drafted(server, replace(forced, briefing="village"))[0].usage.calls]
        Anew(options.store, "town").end()
        calls += [drafted(server, forced)[0].usage.calls]
    assert calls == [1, 0, 1, 1]


@pytest.mark.parametrize("record", [{}, {"times": "many", "begun": 7}, {"times": None}])
def test_a_strange_record_of_such_a_run_does_no_harm(options: WriterOptions, record: dict[str, object]) -> None:
    options.store.put("anew", "town", record, b"")
    forced = replace(options, fresh=True, briefing="town")
    with ModelServer(script()) as server:
        assert [drafted(server, forced)[0].usage.calls for _ in range(2)] == [1, 0]


def test_another_question_is_another_reply(options: WriterOptions) -> None:
    others = [
        replace(options, model=replace(options.model, name="scripted-2")),
        replace(options, model=replace(options.model, temperature=0.5)),
        replace(options, model=replace(options.model, max_tokens=201)),
    ]
    anyone = completion({key: value for key, value in VALUES.items() if key != "reply_to"})
    with ModelServer(lambda *_: anyone) as server:
        for asked in (options, *others):
            assert drafted(server, asked)[0].usage.cached == 0
        task = a_task()
        for other in (replace(task, messages=task.messages[1:]), replace(task, schema={}), a_task("2024-02")):
            drafted(server, options, other)
    assert len(server.requests) >= 7


def test_the_dialect_is_no_part_of_the_question(options: WriterOptions) -> None:
    with ModelServer(refusing(no_format)) as server:
        drafted(server, options)
        (second,) = drafted(server, options)
    assert second.usage == Usage(cached=1)


@pytest.mark.parametrize("payload", [b"", b"\xff\xfe", b"{", b'{"other": 1}', b'{"idea": "text", "quote": [1]}'])
def test_a_kept_reply_is_read_as_if_it_were_new(payload: bytes, options: WriterOptions, tmp_path: Path) -> None:
    with ModelServer(script()) as server:
        drafted(server, options)
        (entry,) = (path for path in (tmp_path / ".briefing" / "replies").rglob("*") if path.is_file())
        _rewrite(entry, payload)
        (reply,) = drafted(server, options)
    assert reply.usage.calls == 1
    assert len(server.requests) == 2


def _rewrite(entry: Path, payload: bytes) -> None:
    """As somebody would who knows how entries are made: with the right checksum."""
    header = json.loads(entry.read_bytes().partition(b"\n")[0])
    header["sha256"] = hashlib.sha256(payload).hexdigest()
    entry.write_bytes(json.dumps(header).encode() + b"\n" + payload)


def test_the_key_is_nowhere_on_the_disk(options: WriterOptions, tmp_path: Path) -> None:
    with ModelServer(lambda *_: completion({**VALUES, "idea": None})) as server:
        drafted(server, options)
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(kept) >= 2
    assert not any(KEY.encode() in path.read_bytes() for path in kept)
    assert KEY not in repr(options)


def test_offline_takes_kept_replies_only(options: WriterOptions) -> None:
    far = replace(options, base_url="https://model.example/v1", offline=True)
    with ModelServer(script()) as server:
        with pytest.raises(ModelError, match="--offline"):
            drafted(server, far)
        # on this machine, it takes no network
        assert drafted(server, replace(options, offline=True))[0].usage.calls == 1


# ── Two that ask for the same ───────────────────────────────────────────────────────────────────────────────────


def test_of_two_that_ask_for_the_same_one_does(options: WriterOptions) -> None:
    """Two writers, as two runs have them."""
    said: list[str] = []
    waits = threading.Event()

    def say(line: str) -> None:
        said.append(line)
        waits.set()

    with ModelServer(lambda *_: GOOD if waits.wait(30) else failure(500)) as server, ThreadPoolExecutor(2) as pool:
        patient = replace(options, base_url=server.base_url, pace=1.0, timeout=60, say=say)
        found = [pool.submit(drafted, server, replace(patient, commons=Commons())) for _ in range(2)]
        replies = [future.result()[0] for future in found]
    assert len(server.requests) == 1
    assert sorted((reply.usage.calls, reply.usage.cached) for reply in replies) == [(0, 1), (1, 0)]
    assert said == [f"2024-01: process {os.getpid()} asks for the same, and its reply is waited for"]


def test_where_the_first_fails_the_second_asks(options: WriterOptions) -> None:
    with ModelServer(lambda _, n: replace(failure(400, "no"), delay=0.2) if n == 1 else GOOD) as server:
        with ThreadPoolExecutor(2) as pool:
            found = [pool.submit(drafted, server, replace(options, commons=Commons())) for _ in range(2)]
            errors = [future.exception() for future in found]
        assert len(server.requests) == 2
    assert sorted(error is None for error in errors) == [False, True]


def test_who_waits_for_another_can_be_ended(options: WriterOptions) -> None:
    said: list[str] = []
    with ModelServer(lambda *_: Answer(stall=True)) as server, ThreadPoolExecutor(2) as pool:
        first, second = (
            OpenAIWriter(replace(options, base_url=server.base_url, say=said.append, pace=1.0, commons=Commons()))
            for _ in range(2)
        )
        asking = pool.submit(first.draft, a_task())
        while not server.requests:
            time.sleep(0.005)
        waiting = pool.submit(second.draft, a_task())
        while not said:
            time.sleep(0.005)
        second.close()
        with pytest.raises(ModelError, match="interrupted"):
            waiting.result(timeout=5)
        server.over.set()
        first.close()
        assert isinstance(asking.exception(timeout=10), ModelError)


# ── Budget ──────────────────────────────────────────────────────────────────────────────────────────────────────


def counting(usage: tuple[int, int]) -> Callable[[dict[str, Any], int], Answer]:
    return lambda request, _: completion({**VALUES, "reply_to": named(request)}, usage=usage)


def test_the_budget_stops_before_the_call(options: WriterOptions) -> None:
    limited = replace(options, model=replace(options.model, budget=Budget(tokens=900)))
    tasks = [a_task(f"2024-0{number}") for number in range(1, 10)]
    with (
        ModelServer(counting((60, 140))) as server,
        writing(server, limited) as writer,
        pytest.raises(BudgetExceeded) as caught,
    ):
        for task in tasks:
            writer.draft(task)
    assert len(server.requests) == 3  # 600 spent; a fourth could take more than the 300 that are left
    assert writer.usage == Usage(3, 180, 420, usd=None)
    assert "600 of 900 tokens are spent" in caught.value.what
    assert "model.budget" in caught.value.hint


def test_a_budget_in_dollars_needs_a_price(options: WriterOptions) -> None:
    limited = replace(options, model=replace(options.model, budget=Budget(usd=1.0)))
    with ModelServer(script()) as server, pytest.raises(BudgetExceeded, match="price"):
        drafted(server, limited)
    assert server.requests == []


def test_a_call_that_was_lost_counts_as_paid(options: WriterOptions) -> None:
    with ModelServer(script(Answer(reset=True))) as server:
        (reply,) = drafted(server, options)
    assert reply.usage.calls == 2
    assert reply.usage.output_tokens == 200 + 20


@pytest.mark.parametrize("said", [None, (0, 0), (-5, 3), (10**18, 1)])
def test_tokens_are_counted_here_where_the_server_does_not(
    said: tuple[int, int] | None, options: WriterOptions
) -> None:
    with ModelServer(lambda *_: completion(VALUES, usage=said)) as server:
        (reply,) = drafted(server, options)
    assert reply.usage.input_tokens > 20
    assert reply.usage.output_tokens > 20


# ── Many at once ────────────────────────────────────────────────────────────────────────────────────────────────


def drafted_at_once(server: ModelServer, options: WriterOptions, names: Sequence[str]) -> list[Reply]:
    with writing(server, options) as writer, ThreadPoolExecutor(len(names)) as pool:
        return list(pool.map(lambda name: writer.draft(a_task(name)), names))


def named(request: dict[str, Any]) -> str:
    return str(request["messages"][1]["content"]).rpartition("(")[2][:-1]


def test_never_more_calls_at_once_than_jobs(options: WriterOptions) -> None:
    names = [f"2024-{month:02}" for month in range(1, 13)]
    with ModelServer(lambda request, _: replace(good_for(named(request)), delay=0.05)) as server:
        replies = drafted_at_once(server, replace(options, jobs=3), names)
    assert len(replies) == len(server.requests) == 12
    assert server.most_at_once == 3


def test_jobs_hold_through_faults_and_every_reply_is_its_own(options: WriterOptions) -> None:
    """Each fault once for each task; a task gets the reply that belongs to it."""
    names = [f"2024-{month:02}" for month in range(1, 13)]
    faults = list(OVERCOME.values())
    seen: dict[str, int] = {}
    lock = threading.Lock()

    def respond(request: dict[str, Any], _: int) -> Answer:
        name = named(request)
        with lock:
            seen[name] = nth = seen.get(name, 0) + 1
        if nth == 1:
            return replace(faults[names.index(name) % len(faults)], delay=0.01)
        return completion({**VALUES, "reply_to": name, "idea": [{"text": name, "cites": [1]}]}, delay=0.01)

    with ModelServer(respond) as server:
        replies = drafted_at_once(server, replace(options, jobs=4), names)
    assert [reply.draft.fields["idea"] for reply in replies] == [[{"text": name, "cites": [1]}] for name in names]
    assert server.most_at_once <= 4


def test_a_budget_holds_for_threads_together(options: WriterOptions) -> None:
    limited = replace(options, model=replace(options.model, budget=Budget(tokens=1000)), jobs=8)
    names = [f"2024-{month:02}" for month in range(1, 13)]

    def attempt(name: str) -> bool:
        try:
            return bool(writer.draft(a_task(name)))
        except BudgetExceeded:
            return False

    def respond(request: dict[str, Any], _: int) -> Answer:
        return completion({**VALUES, "reply_to": named(request)}, usage=(60, 140))

    with ModelServer(respond) as server, writing(server, limited) as writer, ThreadPoolExecutor(8) as pool:
        done = list(pool.map(attempt, names))
    assert sum(done) == len(server.requests) == 4  # the fifth could take more than the 200 that are left
    assert writer.usage.input_tokens + writer.usage.output_tokens == 800


def test_closing_ends_all_waits(options: WriterOptions) -> None:
    busy = failure(429, "wait", headers={"Retry-After": "100"})
    said: list[str] = []
    patient = replace(options, pace=1.0, say=said.append)
    with ModelServer(lambda *_: busy) as server, writing(server, patient) as writer, ThreadPoolExecutor(1) as pool:
        future = pool.submit(writer.draft, a_task())
        while not said:
            time.sleep(0.005)
        writer.close()
        with pytest.raises(ModelError, match="interrupted"):
            future.result(timeout=5)
    assert said == [f"{server.base_url}: the server answered 429 (wait), and asks to wait 100 s; again in 100 s"]


def test_a_writer_that_nobody_closes_leaves_no_sockets_behind(options: WriterOptions) -> None:
    """An unclosed socket would be a ResourceWarning, and so fail this test."""
    with ModelServer(script()) as server:
        writer = OpenAIWriter(replace(options, base_url=server.base_url))
        writer.draft(a_task())
        gone = weakref.ref(writer._client)
        del writer
        gc.collect()
        assert gone() is None


def test_a_writer_needs_the_name_of_a_model(options: WriterOptions) -> None:
    with pytest.raises(ManifestError, match="no model is named"):
        OpenAIWriter(replace(options, model=ModelOptions()))
