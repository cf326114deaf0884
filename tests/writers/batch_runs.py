"""Runs by batch, for the tests of writers/batch*.py."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import Awaiting, ModelError
from briefing.manifest import load_manifest
from briefing.pipeline import Outcome, run
from briefing.steps.options import RunOptions
from tests.servers.batch_server import BatchServer
from tests.servers.honest import answer
from tests.servers.model_server import completion
from tests.steps.kilns import write_project

Respond = Callable[[dict[str, Any]], Any]


def honest(body: dict[str, Any]) -> dict[str, Any]:
    found = completion(answer(body)).body
    assert isinstance(found, dict)
    return found


def go(path: Path, server: BatchServer, **more: Any) -> Outcome:
    options = RunOptions(base_url=server.base_url, model="scripted", pace=0.01, **more)
    return run(load_manifest(path), options, {})


def waits(path: Path, server: BatchServer, **more: Any) -> str:
    with pytest.raises(Awaiting) as caught:
        go(path, server, **more)
    return caught.value.what


def fails(path: Path, server: BatchServer, **more: Any) -> ModelError:
    with pytest.raises(ModelError) as caught:
        go(path, server, **more)
    assert caught.value.where
    assert caught.value.hint
    return caught.value


def told(path: Path, server: BatchServer, **more: Any) -> list[str]:
    """What a run says while it waits."""
    said: list[str] = []
    options = RunOptions(base_url=server.base_url, model="scripted", pace=0.01, **more)
    with suppress(Awaiting):
        run(load_manifest(path), options, {}, lambda event: said.append(event.what) if event.step == "wait" else None)
    return said


def handed_in(project: Path, server: BatchServer, respond: Respond) -> tuple[Path, list[str]]:
    """A manifest, and what the next run says by batch, after its sections were handed in and answered so."""
    path = write_project(project)
    waits(path, server, batch="hand in")
    server.respond = respond
    server.finish()
    server.respond = honest
    return path, told(path, server, batch="hand in")
