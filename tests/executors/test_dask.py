"""A real cluster: the same bytes as here, one limit of calls, and a dead worker costs its task and nothing else."""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import Awaiting, BudgetExceeded, ManifestError, ModelError, SourceError
from briefing.executors.table import make_executor
from briefing.manifest import load_manifest
from briefing.model import Budget
from briefing.pipeline import Outcome, run
from briefing.steps.options import RunOptions
from briefing.writers.commons import Commons
from briefing.writers.ledger import Balance
from tests.commands.run_briefing import briefing
from tests.servers.batch_server import BatchServer
from tests.servers.cluster import Cluster, cluster, missing
from tests.servers.honest import answer
from tests.servers.model_server import Answer, ModelServer, completion, failure
from tests.steps.kilns import MANIFEST, NOTES, write_project

pytestmark = [pytest.mark.cluster, pytest.mark.skipif(bool(missing()), reason=missing() or "-")]
FILES = ("briefing.json", "briefing.md", "briefing.html")
KEY = "sk-secret-of-mine"
SECTIONS = 3  # of one briefing, before its overview


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


def several(root: Path, names: str = "abc") -> None:
    path = write_project(root)
    for name in names:
        shutil.copy(path, path.with_name(f"{name}.yaml"))
        notes = NOTES.replace("Voss", f"Voss-{name}")  # or one reply would do for all
        (path.parent / f"{name}.md").write_text(notes)
        path.with_name(f"{name}.yaml").write_text(MANIFEST.replace("report.md", f"{name}.md"))
    path.unlink()


def model(server: ModelServer) -> dict[str, str]:
    return {"OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}


def test_what_all_of_them_used_is_summed_from_what_comes_back(project: Path, three: Cluster) -> None:
    several(project)
    with ModelServer(lambda request, _: completion(answer(request), usage=(2000, 500))) as server:
        how = ("run", "-q", "--executor", three.address, "sources/*.yaml")
        done = briefing(project, *how, **model(server))
        assert len(server.requests) == 12
        assert done.stdout.splitlines()[-1].startswith("3 briefings, 3 changed, 0 as before; 12 calls, 30,000 tokens")
        again = briefing(project, *how, **model(server))
    assert again.stdout.splitlines()[-1].startswith("3 briefings, 0 changed, 3 as before; 0 calls, 0 tokens")


def test_what_one_used_that_failed_is_in_the_sum(project: Path, three: Cluster) -> None:
    several(project, "ab")

    def three_sections(request: dict[str, Any], n: int) -> Answer:
        return failure(400, "no more") if n > SECTIONS else completion(answer(request), usage=(2000, 500))

    with ModelServer(three_sections) as server:
        how = ("run", "-q", "--jobs", "1", "--executor", three.address, "sources/*.yaml")
        done = briefing(project, *how, **model(server))
        asked = len(server.requests)
    assert done.returncode == 4
    said = re.match(r"2 briefings, 2 failed; (\d+) calls, 7,500 tokens", done.stdout.splitlines()[-1])
    assert said is not None
    assert SECTIONS < int(said[1]) <= asked  # those that were refused, too, but for one under way at the end


# ── One budget for all workers ──────────────────────────────────────────────────────────────────────────────────


def spent(server: ModelServer, each: int) -> int:
    return len(server.requests) * each


@pytest.mark.parametrize("budget", [12_000, 20_000, 30_000])
def test_the_budget_of_a_run_holds_over_all_workers(project: Path, three: Cluster, budget: int) -> None:
    """What all of them spend never passes it, and what it allows is spent: no worker has a share of its own."""
    several(project)
    with ModelServer(lambda request, _: completion(answer(request), usage=(2000, 500), delay=0.1)) as server:
        how = ("run", "-q", "--executor", three.address, "--budget-tokens", str(budget), "sources/*.yaml")
        done = briefing(project, *how, **model(server))
        assert done.returncode == 4
        assert f"of {budget:,} tokens are spent" in done.stderr
        assert "Raise --budget-tokens" in done.stderr
        used = spent(server, 2500)
        assert used <= budget
        assert f"{len(server.requests)} calls, {used:,} tokens" in done.stdout.splitlines()[-1]
        again = briefing(project, "run", "-q", "--executor", three.address, "sources/*.yaml", **model(server))
        assert len(server.requests) == 12, "what was paid for is kept"
    assert again.returncode == 0


def test_the_budget_of_a_briefing_holds_over_all_workers(project: Path, three: Cluster) -> None:
    path = year(project)
    path.write_text(f"{path.read_text()}model: {{budget: {{tokens: 17000}}}}\n")
    executor = make_executor(three.address, 6)
    with ModelServer(lambda request, _: completion(answer(request), usage=(2000, 500), delay=0.1)) as server:
        try:
            with pytest.raises(BudgetExceeded, match="of 17,000 tokens are spent"):
                go(path, executor=executor, base_url=server.base_url, model="scripted")
        finally:
            executor.close()
        assert 2 <= len(server.requests) <= 6


def test_a_budget_that_is_enough_changes_nothing(project: Path, three: Cluster) -> None:
    path = year(project)
    executor = make_executor(three.address, 4)
    with ModelServer(honest) as server:
        here = files(go(path, base_url=server.base_url, model="scripted"))
        shutil.rmtree(project / ".briefing")
        try:
            commons = Commons(Budget(tokens=900_000), executor.cell(Balance()))
            how = {"executor": executor, "commons": commons, "base_url": server.base_url, "model": "scripted"}
            there = go(path, force=True, **how)
            assert commons.ledger.total == there.usage
        finally:
            executor.close()
    assert files(there) == here


# ── A cluster that is not whole ─────────────────────────────────────────────────────────────────────────────────


def test_a_cluster_without_workers_is_given_up(project: Path) -> None:
    several(project)
    with cluster(workers=0) as running:
        done = briefing(project, "run", "--jobs", "2", "--executor", f"{running.address}?wait=2", "sources/*.yaml")
    assert (done.returncode, done.stdout.splitlines()[-1][:22]) == (4, "3 briefings, 3 failed;")
    assert (
        done.stderr.count(f"waiting: there is no worker at {running.address}; without one, this run ends in 2 s") == 1
    )
    assert f"{running.address}: no worker could be reached for 2 s\n  Start some: dask worker tcp://" in done.stderr


def test_workers_that_all_die_are_waited_for_and_given_up(project: Path) -> None:
    with cluster(workers=2) as running:

        def deadly(request: dict[str, Any], n: int) -> Answer:
            if n == 3:
                for worker in running.workers:
                    worker.kill()
            return completion(answer(request), delay=0.3)

        with ModelServer(deadly) as server:
            year(project)
            where = f"{running.address}?wait=2"
            done = briefing(project, "run", "--executor", where, "sources/kilns.yaml", **model(server))
    assert done.returncode == 4
    told, error, hint = done.stderr.splitlines()[-3:]
    assert told.startswith("waiting: there is no worker")
    assert error == f"briefing: {running.address}: no worker could be reached for 2 s"
    assert "?wait=600" in hint


def test_a_worker_that_comes_late_does_the_work(project: Path) -> None:
    path, started, told = year(project), list[subprocess.Popen[bytes]](), list[str]()
    with cluster(workers=0) as running:
        scheduler = running.address.replace("dask://", "tcp://")
        worker = [sys.executable, "-m", "distributed.cli.dask_worker", scheduler, "--no-nanny", "--no-dashboard"]

        def start(what: str) -> None:
            told.append(what)
            started.append(subprocess.Popen(worker, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

        executor = make_executor(f"{running.address}?wait=50", 4, start)
        try:
            assert len(go(path, executor=executor).written) == 10
        finally:
            executor.close()
            for each in started:
                each.kill()
                each.wait()
    assert told == [f"there is no worker at {running.address}; without one, this run ends in 50 s"]


@pytest.mark.parametrize("names", ["a", "abcd"])
def test_a_scheduler_that_dies_is_told_in_one_message(project: Path, names: str) -> None:
    several(project, names)
    with cluster(workers=2) as running:
        from distributed import Client  # which may not be here

        with Client(running.address.replace("dask://", "tcp://"), set_as_default=False) as client:
            scheduler = client.run_on_scheduler(os.getpid)

        def deadly(request: dict[str, Any], n: int) -> Answer:
            if n == 2:
                os.kill(scheduler, signal.SIGKILL)
            return completion(answer(request), delay=0.5)

        with ModelServer(deadly) as server:
            how = ("run", "-q", "--jobs", "2", "--executor", f"{running.address}?wait=2", "sources/*.yaml")
            done = briefing(project, *how, **model(server))
    assert done.returncode == 4
    error, *hints = done.stderr.splitlines()
    assert error.endswith(f"{running.address}: the connection to the scheduler was lost")
    assert [hint[:20] for hint in hints] == ["  Look at its log, s"]


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


def test_a_batch_is_handed_in_from_one_place(project: Path, three: Cluster) -> None:
    """The cluster reads the sources, and writes what a later run without --batch still has to ask for."""
    path = year(project)

    def body(request: dict[str, Any]) -> dict[str, Any]:
        found = completion(answer(request)).body
        assert isinstance(found, dict)
        return found

    with BatchServer(body) as server:
        executor = make_executor(three.address, 4)
        asked = {"executor": executor, "base_url": server.base_url, "model": "scripted"}
        try:
            with pytest.raises(Awaiting, match="9 of 9 sections to come by batch"):
                go(path, **asked, batch="hand in")
            with pytest.raises(Awaiting, match="9 with batch_0"):
                go(path, **asked, batch="hand in")
            server.finish()
            there = go(path, **asked)
        finally:
            executor.close()
        assert [len(server.batches), len(server.handed_in), len(server.chats)] == [1, 9, 1]
        here = go(path, base_url=server.base_url, model="scripted", force=True)
    assert here.changed == () and there.written


@pytest.mark.parametrize(
    "address",
    ["spark://x", "dask", "tcp://127.0.0.1:9", "", "dask://127.0.0.1:9?wait=soon", "dask://127.0.0.1:9?wait=-1",
     "dask://127.0.0.1:9?patience=3"],
)  # fmt: skip
def test_what_is_no_executor(address: str) -> None:
    with pytest.raises(ManifestError, match="is no executor"):
        make_executor(address, 1)
