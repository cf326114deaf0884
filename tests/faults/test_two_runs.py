"""Several runs at once on one machine: real processes, that wait for each other, and are killed while others wait."""

import signal
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest

from briefing import codec
from tests.commands.run_briefing import command, environment
from tests.faults.misbehaving import question
from tests.faults.year import FILES, outputs, project, report
from tests.servers import honest
from tests.servers.model_server import Answer, ModelServer, completion
from tests.test_pipeline import hold

NOTES = report(months=(1, 2))


class Gated:
    """Answers as an honest model, once it may."""

    def __init__(self) -> None:
        self.open = threading.Event()

    def __call__(self, request: dict[str, Any], _: int) -> Answer:
        self.open.wait(30)
        return completion(honest.answer(request))


@pytest.fixture
def gated() -> Gated:
    return Gated()


@pytest.fixture
def server(gated: Gated) -> Iterator[ModelServer]:
    with ModelServer(gated) as started:
        yield started
        gated.open.set()


class Run:
    """`briefing run`, under way in a process of its own."""

    begun: ClassVar[list["Run"]] = []  # by the test

    def __init__(self, root: Path, server: ModelServer, *manifests: str) -> None:
        model = ("--base-url", server.base_url, "--model", "scripted")
        self._said = root / f"said-{len(list(root.glob('said-*')))}"
        with self._said.open("w") as file:
            self.process = subprocess.Popen(
                command("run", *model, *(manifests or ("sources/town.yaml",))),
                cwd=root,
                env=environment(),
                stdout=file,
                stderr=file,
            )
        self.begun.append(self)

    @property
    def said(self) -> str:
        return self._said.read_text(encoding="utf-8")

    def end(self) -> int:
        return self.process.wait(timeout=60)

    def kill(self) -> None:
        self.process.kill()
        assert self.end() == -signal.SIGKILL


@pytest.fixture(autouse=True)
def _nothing_is_left_behind() -> Iterator[None]:
    yield
    for run in Run.begun:
        run.process.kill()
        run.end()
    Run.begun.clear()


def until(true: Callable[[], object]) -> None:
    deadline = time.monotonic() + 60
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def asked_once(server: ModelServer) -> bool:
    return set(Counter(map(question, server.requests)).values()) == {1}


def test_the_second_waits_and_finds_all_fresh(tmp_path: Path, server: ModelServer, gated: Gated) -> None:
    project(tmp_path, NOTES)
    first = Run(tmp_path, server)
    until(lambda: server.requests)
    others = [Run(tmp_path, server) for _ in range(2)]
    until(lambda: all(f"waiting: process {first.process.pid} makes town at this moment" in run.said for run in others))
    gated.open.set()
    assert [run.end() for run in (first, *others)] == [0, 0, 0]
    assert asked_once(server)
    assert len(server.requests) == 3
    assert all("2 sections and the overview reused" in run.said for run in others)
    assert sorted(outputs(tmp_path)) == sorted(FILES)


def test_one_that_is_killed_holds_up_nobody(tmp_path: Path, server: ModelServer, gated: Gated) -> None:
    """Neither one that waits for it, nor one that comes later: what it leaves of its locks is nobody's."""
    project(tmp_path, NOTES)
    first = Run(tmp_path, server)
    until(lambda: server.requests)
    second = Run(tmp_path, server)
    until(lambda: "waiting:" in second.said)
    asked = len(server.requests)
    first.kill()
    until(lambda: len(server.requests) > asked)
    second.kill()
    gated.open.set()
    third = Run(tmp_path, server)
    assert third.end() == 0
    assert "waiting:" not in third.said
    assert sorted(outputs(tmp_path)) == sorted(FILES)


def test_what_stands_in_the_end_is_made_from_the_newest_sources(
    tmp_path: Path, server: ModelServer, gated: Gated
) -> None:
    project(tmp_path, NOTES)
    first = Run(tmp_path, server)
    until(lambda: server.requests)
    newer = report(seed=5, months=(1, 2))
    project(tmp_path, newer)
    second = Run(tmp_path, server)
    until(lambda: "waiting:" in second.said)
    gated.open.set()
    assert [first.end(), second.end()] == [0, 0]
    hold(codec.load(outputs(tmp_path)["briefing.json"], "x"), newer)
    assert asked_once(server)


@pytest.mark.parametrize("together", [True, False], ids=["one run", "two runs"])
def test_two_manifests_that_ask_for_the_same_ask_once(
    tmp_path: Path, server: ModelServer, gated: Gated, together: bool
) -> None:
    manifest = project(tmp_path, NOTES)
    other = manifest.with_name("village.yaml")
    other.write_bytes(manifest.read_bytes())
    names = [f"sources/{path.name}" for path in (manifest, other)]
    runs = [Run(tmp_path, server, *names)] if together else [Run(tmp_path, server, name) for name in names]
    until(lambda: any("asks for the same, and its reply is waited for" in run.said for run in runs))
    gated.open.set()
    assert {run.end() for run in runs} == {0}
    assert asked_once(server)
    assert len(server.requests) == 3
    assert {path.name for path in (tmp_path / "outputs").iterdir()} == {"town", "village"}
