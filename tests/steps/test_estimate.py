"""The dry run against what a run then really asks, over HTTP."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from briefing import tokens
from briefing.commands.expectation import expected_in_words
from briefing.errors import ModelError
from briefing.fetchers.base import FetchOptions
from briefing.manifest import load_manifest
from briefing.pipeline import run
from briefing.review import dry_run
from briefing.steps.estimate import Estimate
from briefing.steps.options import RunOptions
from tests.servers.honest import answer
from tests.servers.model_server import Answer, ModelServer, completion, failure
from tests.steps.kilns import MANIFEST, NOTES, write_project


def honest(request: dict[str, Any], _: int) -> Answer:
    return completion(answer(request))


def options(server: ModelServer, **more: Any) -> RunOptions:
    return RunOptions(base_url=server.base_url, model="scripted", pace=0.01, **more)


def estimated(path: Path, server: ModelServer, **more: Any) -> Estimate:
    return dry_run(load_manifest(path), options(server, **more), {})


def sent(server: ModelServer) -> int:
    """Tokens of all prompts, counted as the estimate counts them."""
    return sum(
        tokens.count(message["content"], "scripted") for request in server.requests for message in request["messages"]
    )


def _change(notes: str) -> str:
    assert "11 kW" in notes
    return notes.replace("11 kW", "12 kW")


def _drop_a_month(notes: str, number: int) -> str:
    months = notes.split("\n## ")
    assert len(months) > number
    return "\n## ".join(months[:number] + months[number + 1 :])


@pytest.mark.parametrize(
    ("edit", "stale", "calls"),
    [
        (lambda notes: notes, 0, 0),
        (lambda notes: notes.replace("\n\n", "\n\n\n"), 0, 0),
        (_change, 1, 2),
        (lambda notes: _drop_a_month(notes, 3), 0, 1),
    ],
    ids=["nothing", "layout", "a figure", "a month dropped"],
)
def test_an_update_is_estimated_at_what_it_asks(
    project: Path, edit: Callable[[str], str], stale: int, calls: int
) -> None:
    path = write_project(project)
    with ModelServer(honest) as server:
        run(load_manifest(path), options(server), {})
        write_project(project, edit(NOTES))
        server.requests.clear()
        estimate = estimated(path, server)
        assert server.requests == []
        outcome = run(load_manifest(path), options(server), {})
        assert len(estimate.sections) == stale
        assert estimate.calls == calls == len(server.requests) == outcome.usage.calls
        if calls:
            assert 0.7 < estimate.input_tokens / sent(server) < 1.5


def test_a_first_run_and_a_forced_one(project: Path) -> None:
    path = write_project(project)
    with ModelServer(honest) as server:
        first = estimated(path, server)
        run(load_manifest(path), options(server), {})
        assert first.calls == len(server.requests) == 4
        assert 0.7 < first.input_tokens / sent(server) < 1.5
        assert estimated(path, server, force=True).calls == 4


def test_sections_longer_than_the_window_take_a_call_for_each_part(project: Path) -> None:
    extra = "".join(f"\n\nFiring number {n} of the Ember 3 ended well after a slow cooling." for n in range(60))
    notes = NOTES.replace("draws 11 kW.", "draws 11 kW." + extra)
    path = write_project(project, notes, MANIFEST + "model: {window: 4800, max_tokens: 1000}\n")
    with ModelServer(honest) as server:
        estimate = estimated(path, server)
        run(load_manifest(path), options(server), {})
        assert abs(estimate.calls - len(server.requests)) <= 2


def test_the_embedded_writer_costs_nothing(project: Path) -> None:
    estimate = dry_run(load_manifest(write_project(project)), RunOptions(), {})
    assert (len(estimate.sections), estimate.calls, estimate.usd, estimate.exact) == (3, 0, 0.0, True)


def test_what_is_kept_is_not_paid_for_again(project: Path) -> None:
    path = write_project(project)

    def but_the_overview(request: dict[str, Any], number: int) -> Answer:
        return honest(request, number) if number <= 3 else failure(400, "no more")

    with ModelServer(but_the_overview) as server:
        with pytest.raises(ModelError):
            run(load_manifest(path), options(server, jobs=1), {})
        estimate = estimated(path, server)
    assert (len(estimate.sections), estimate.kept, estimate.calls) == (3, 3, 1)
    assert "3 sections to write, 0 fresh; 3 of the replies are kept" in expected_in_words("kilns", estimate)


def test_by_batch_it_is_half_the_price(project: Path) -> None:
    manifest = load_manifest(write_project(project))
    at_once, by_batch = (
        dry_run(
            manifest,
            RunOptions(engine="openai", model="gpt-4o-mini", fetch=FetchOptions(offline=True), batch=batch),
            {"OPENAI_API_KEY": "x"},
        )
        for batch in ("", "hand in")
    )
    assert at_once.usd
    assert by_batch == replace(at_once, usd=at_once.usd / 2)
