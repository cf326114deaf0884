"""Killed by SIGKILL in the middle of a run: at any touch of the disk, and at any time by the clock."""

import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from briefing import codec
from briefing.manifest import load_manifest
from briefing.outputs import Outputs
from briefing.pipeline import run
from briefing.steps.options import RunOptions
from tests.faults.dying import begin, run_until, touches
from tests.faults.misbehaving import Misbehaving, question
from tests.faults.seeds import chance_of, seeds
from tests.faults.year import FILES, outputs, project, report
from tests.servers.model_server import Answer, ModelServer
from tests.test_pipeline import hold

MONTHS = range(1, 5)
BEFORE, NOW = report(months=MONTHS), report(seed=3, months=MONTHS)
REPLIES = len(MONTHS) + 1
KILLED = -9
HONEST = Misbehaving(0, share=0)
DELAY = 0.02  # seconds that an answer takes, so that a time by the clock can be within one


class Scene:
    """A project, with outputs of an earlier run or without, and a server that many processes ask."""

    def __init__(self, root: Path, server: ModelServer, *, earlier: bool, jobs: int) -> None:
        self.root, self.server, self.jobs = root, server, jobs
        self.path = project(root, BEFORE)
        if earlier:
            self.run()
        self.before, self.kept_before = self.seen(), self.kept()
        project(root, NOW)
        server.requests.clear()

    @property
    def options(self) -> Mapping[str, Any]:
        return {"base_url": self.server.base_url, "model": "scripted", "jobs": self.jobs}

    def run(self) -> Any:
        return run(load_manifest(self.path), RunOptions(**self.options), {})

    def seen(self) -> dict[str, bytes | None]:
        """The outputs, as briefing reads them."""
        return {name: Outputs(self.root / "outputs/town").read(name) for name in FILES}

    def kept(self) -> set[str]:
        """The entries of replies that are whole."""
        return {path.name for path in (self.root / ".briefing/replies").glob("*/[!.]*")}

    def goes_on(self) -> None:
        """After the kill: one whole version; and the next run ends it, and asks for nothing that was kept."""
        found = self.seen()
        whole = found["briefing.json"]
        if found != self.before:
            assert whole is not None and all(found.values())
            hold(codec.load(whole, "x"), NOW)
        kept, asked = self.kept() - self.kept_before, len(self.server.requests)
        again = self.run()
        if found != self.before:
            assert (len(self.server.requests), again.written) == (asked, ())
        else:
            assert again.usage.cached == len(kept)
            assert len(self.server.requests) - asked == REPLIES - len(kept)
            assert len(set(map(question, self.server.requests[asked:]))) == REPLIES - len(kept)
        hold(again.briefing, NOW)
        assert sorted(outputs(self.root)) == sorted(FILES)
        assert all(outputs(self.root)[name] == content for name, content in self.seen().items())


@pytest.fixture(scope="module")
def server() -> Iterator[ModelServer]:
    def respond(request: dict[str, Any], number: int) -> Answer:
        time.sleep(DELAY)
        return HONEST(request, number)

    with ModelServer(respond) as started:
        yield started


@pytest.fixture(scope="module")
def moments(tmp_path_factory: pytest.TempPathFactory, server: ModelServer) -> dict[bool, int]:
    """How often a run that nobody kills touches the disk: with outputs of an earlier one, and without."""
    found = {}
    for earlier in (False, True):
        scene = Scene(tmp_path_factory.mktemp("whole"), server, earlier=earlier, jobs=1)
        found[earlier] = touches(scene.root, scene.path, **scene.options)
    return found


@pytest.fixture(scope="module")
def seconds(tmp_path_factory: pytest.TempPathFactory, server: ModelServer) -> float:
    """How long a run takes in a process of its own, from its beginning to its end."""
    found = []
    for _ in range(3):  # the first one is slower
        scene = Scene(tmp_path_factory.mktemp("whole"), server, earlier=False, jobs=2)
        begun = time.monotonic()
        begin(scene.path, **scene.options).join()
        found.append(time.monotonic() - begun)
    return min(found)


@pytest.mark.parametrize("seed", seeds(4, 100))
def test_killed_at_a_random_touch_of_the_disk(
    tmp_path: Path, server: ModelServer, moments: dict[bool, int], seed: int
) -> None:
    earlier = seed % 2 == 1
    scene = Scene(tmp_path, server, earlier=earlier, jobs=1)
    moment = chance_of(seed).randint(1, moments[earlier])
    assert run_until(tmp_path, moment, scene.path, **scene.options) == KILLED
    scene.goes_on()


@pytest.mark.parametrize("seed", seeds(4, 100))
def test_killed_at_a_random_time(tmp_path: Path, server: ModelServer, seconds: float, seed: int) -> None:
    chance = chance_of("time", seed)
    scene = Scene(tmp_path, server, earlier=seed % 2 == 1, jobs=chance.choice((1, 2, 8)))
    process = begin(scene.path, **scene.options)
    process.join(chance.uniform(0.0, seconds))
    process.kill()
    process.join()
    assert process.exitcode in (KILLED, 0)  # 0: it was faster this time
    scene.goes_on()
