"""A real cluster: the same bytes as here, one limit of calls, and a dead worker costs its task and nothing else."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import ManifestError, ModelError, SourceError
from briefing.executors.dask import DaskExecutor
from briefing.executors.table import make_executor
from briefing.manifest import load_manifest
from briefing.pipeline import Outcome, run
from briefing.steps.options import RunOptions
from tests.commands.run_briefing import briefing
from tests.servers.cluster import Cluster, cluster, missing
from tests.servers.honest import answer
from tests.servers.model_server import Answer, ModelServer, completion
from tests.steps.kilns import MANIFEST, NOTES, write_project

pytestmark = [pytest.mark.cluster, pytest.mark.skipif(bool(missing()), reason=missing() or "-")]
FILES = ("briefing.json", "briefing.md", "briefing.html")
KEY = "sk-secret-of-mine"


@pytest.fixture(scope="module")
def three() -> Iterator[Cluster]:
    with cluster(workers=3, OPENAI_API_KEY=KEY) as running:
        yield running


def honest(request: dict[str, Any], _: int) -> Answer:
    return completion(answer(request), delay=0.1)


def year(root: Path) -> Path:
    """Nine months, so that there is something to share."""
    months = "April May June July August September".split()
    more = "".join(
        f"\n## {month} 2031: kiln {n}\n\nThe [Kiln {n}](https://example.org/{n}) burned for {n} days in {month} 2031.\n"
        for n, month in enumerate(months, start=41)
    )
    head, mark, outlook = NOTES.partition("\n## Outlook")
    return write_project(root, head + more + mark + outlook, MANIFEST)


def go(path: Path, **options: Any) -> Outcome:
    return run(load_manifest(path), RunOptions(pace=0.01, **options), {})


def files(outcome: Outcome) -> dict[str, bytes]:
    return {name: (outcome.folder / name).read_bytes() for name in FILES}


def test_the_same_bytes_as_on_this_machine(project: Path, three: Cluster) -> None:
    path = year(project)
    here = files(go(path))
    executor = make_executor(three.address, 4)
    try:
        there = go(path, executor=executor, force=True)
        assert len(there.written) == 10
        assert there.changed == ()
        assert files(there) == here
    finally:
        executor.close()


def test_one_limit_of_calls_over_all_workers(project: Path, three: Cluster) -> None:
    executor = make_executor(three.address, 2)
    with ModelServer(honest) as server:
        try:
            outcome = go(year(project), executor=executor, base_url=server.base_url, model="scripted")
        finally:
            executor.close()
    assert len(server.requests) == outcome.usage.calls == 10
    assert server.most_at_once == 2
    assert {headers.get("authorization") for headers in server.headers} == {f"Bearer {KEY}"}  # the workers' own


def test_a_worker_that_dies_costs_its_task_and_nothing_else(project: Path) -> None:
    path = year(project)
    asked: dict[str, int] = {}
    lock = threading.Lock()
    with cluster(workers=3) as running:

        def slow(request: dict[str, Any], n: int) -> Answer:
            with lock:
                asked[str(request["messages"])] = asked.get(str(request["messages"]), 0) + 1
            if n == 4:
                threading.Thread(target=running.workers[0].kill).start()
            return completion(answer(request), delay=0.4)

        with ModelServer(slow) as server:
            executor = make_executor(running.address, 6)
            try:
                there = go(path, executor=executor, base_url=server.base_url, model="scripted")
            finally:
                executor.close()
    with ModelServer(honest) as server:
        again = go(path, base_url=server.base_url, model="scripted")
        assert server.requests == []
    assert (again.written, again.changed) == ((), ())
    assert len(there.written) == 10
    assert max(asked.values()) <= 2
    assert sum(asked.values()) <= 10 + 2 + 2  # two threads of the dead worker, and calls that were begun beside them


def test_errors_come_back_as_they_were(project: Path, three: Cluster) -> None:
    executor = make_executor(three.address, 2)
    try:
        path = year(project)
        with pytest.raises(ModelError) as caught:
            go(path, executor=executor, base_url="http://127.0.0.1:9/v1", model="scripted")
        assert caught.value.exit_code == 4
        assert caught.value.hint
        assert not (project / "outputs" / "kilns" / "briefing.json").exists()
        (project / "sources" / "report.md").unlink()
        with pytest.raises(SourceError, match=r"kilns.yaml:\d: .*there is no such file"):
            go(path, executor=executor)
    finally:
        executor.close()


def test_the_command(project: Path, three: Cluster) -> None:
    year(project)
    done = briefing(project, "run", "-q", "--executor", three.address, "sources/kilns.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert "9 sections and the overview written" in done.stdout


@pytest.mark.parametrize("options", [("--batch",), ("--budget-tokens", "5000"), ("--budget-usd", "1")])
def test_what_only_one_process_can_keep_is_refused(project: Path, three: Cluster, options: tuple[str, ...]) -> None:
    year(project)
    model = {"OPENAI_BASE_URL": "http://127.0.0.1:9/v1", "BRIEFING_MODEL": "m"}
    done = briefing(project, "run", "-q", "--executor", three.address, *options, "sources/kilns.yaml", **model)
    assert done.returncode == 2
    assert "not kept across a cluster" in done.stderr


@pytest.mark.parametrize("address", ["spark://x", "dask", "tcp://127.0.0.1:9", ""])
def test_what_is_no_executor(address: str) -> None:
    with pytest.raises(ManifestError, match="is no executor"):
        make_executor(address, 1)


def test_a_cluster_that_is_not_there() -> None:
    begun = time.monotonic()
    with pytest.raises(ManifestError, match="there is no scheduler"):
        DaskExecutor("dask://127.0.0.1:9", 1)
    assert time.monotonic() - begun < 60
