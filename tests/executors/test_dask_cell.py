"""A value that the workers of a real cluster change in turn, whatever becomes of one of them."""

import gc
import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from briefing.cell import Cell, Lost
from briefing.errors import BudgetExceeded
from briefing.executors.base import Executor
from briefing.executors.dask import DaskExecutor
from briefing.model import Budget, Usage
from briefing.writers.commons import Commons
from briefing.writers.ledger import Balance, Ledger
from tests.commands.run_briefing import command, environment
from tests.servers.cluster import Cluster, cluster, missing
from tests.servers.honest import answer
from tests.servers.model_server import Answer, ModelServer, completion
from tests.steps.kilns import write_project

pytestmark = [pytest.mark.cluster, pytest.mark.skipif(bool(missing()), reason=missing() or "-")]
SECTIONS = 3


def hurry(patch: pytest.MonkeyPatch) -> None:
    """A worker that gives no sign of life for two seconds loses what it holds."""
    patch.setenv("DASK_DISTRIBUTED__SCHEDULER__LOCKS__LEASE_TIMEOUT", "2s")
    patch.setenv("DASK_DISTRIBUTED__SCHEDULER__LOCKS__LEASE_VALIDATION_INTERVAL", "200ms")


@pytest.fixture(scope="module")
def two() -> Iterator[Cluster]:
    with pytest.MonkeyPatch.context() as patch:
        hurry(patch)
        with cluster(workers=2) as running:
            yield running


@pytest.fixture
def executor(two: Cluster) -> Iterator[DaskExecutor]:
    made = DaskExecutor(two.address, 4)
    yield made
    made.close()


def each(executor: Executor, do: Callable[[Any, Any], Any], items: Sequence[Any], shared: Any) -> list[Any]:
    return executor.each("write", do, items, shared, lambda _item, _result: None)


def add_each(by: int, cell: Cell[int]) -> None:
    for _ in range(10):
        cell.change(lambda value: value + by)


def test_no_change_is_lost(executor: DaskExecutor) -> None:
    cell = executor.cell(0)
    each(executor, add_each, [1, 1, 1, 1, 100, 100], cell)
    assert cell.value == 2040
    assert cell.change(lambda value: value + 1) == cell.value == 2041  # by whoever made it, too


def add_or(by: int, cell: Cell[int], trace: Path, number: int) -> None:
    """Who adds one sends himself a signal, once, while he has the lock. Others begin then."""

    def of(value: int) -> int:
        if by == 1 and not trace.exists():
            trace.write_text(str(os.getpid()))
            os.kill(os.getpid(), number)
            time.sleep(0.1)  # a signal of one's own takes effect between two steps
        return value + by

    while by > 1 and not trace.exists():
        time.sleep(0.05)
    cell.change(of)


@contextmanager
def both(at: Cluster, cell: Cell[int], trace: Path, number: int) -> Iterator[list[Any]]:
    """One and a hundred are added, each by a worker of its own."""
    with import_module("distributed").Client(at.address.replace("dask://", "tcp://"), set_as_default=False) as client:
        workers = sorted(client.nthreads())
        how = {"pure": False, "allow_other_workers": True}
        yield [
            client.submit(add_or, by, cell, trace, number, workers=[worker], **how)
            for by, worker in zip((1, 100), workers, strict=True)
        ]


def test_a_worker_that_stands_still_with_the_lock_undoes_nothing(
    executor: DaskExecutor, two: Cluster, tmp_path: Path
) -> None:
    cell, trace = executor.cell(0), tmp_path / "trace"
    with both(two, cell, trace, signal.SIGSTOP) as (one, hundred):
        try:
            hundred.result(timeout=40)  # who had to wait until the other had lost the lock
            assert cell.value == 100
        finally:
            os.kill(int(trace.read_text()), signal.SIGCONT)
        one.result(timeout=40)
    assert cell.value == 101


def test_a_worker_that_dies_with_the_lock_holds_up_nobody_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch)
    with cluster(workers=2) as running:
        executor = DaskExecutor(running.address, 4)
        try:
            cell = executor.cell(0)
            with both(running, cell, tmp_path / "trace", signal.SIGKILL) as work:
                for each_ in work:
                    each_.result(timeout=40)
            assert cell.value == 101  # what had not been done is done by the other
        finally:
            executor.close()


# ── What is given up ────────────────────────────────────────────────────────────────────────────────────────────


def spend(_: int, commons: Commons) -> tuple[float, str]:
    """Seconds that it takes to enter what a call cost, and what is said to the next call."""
    begun = time.monotonic()
    commons.ledger.settle(commons.ledger.reserve("a", 10, 10), Usage(1, 5, 5))
    return time.monotonic() - begun, ""


def in_vain(_: int, commons: Commons) -> tuple[float, str]:
    begun = time.monotonic()
    commons.ledger.note(Usage(cached=1))  # of no interest to anybody any more
    try:
        commons.ledger.reserve("a", 10, 10)
    except Lost as error:
        return time.monotonic() - begun, error.what
    return time.monotonic() - begun, ""


def test_a_balance_that_is_given_up_is_told_at_once_and_only_to_who_would_spend(executor: DaskExecutor) -> None:
    cell = executor.cell(Balance())
    commons = Commons(Budget(tokens=1000), cell)
    each(executor, spend, [1, 2], commons)
    assert commons.ledger.total == Usage(2, 10, 10)
    cell.forget()
    for seconds, said in each(executor, in_vain, list(range(8)), commons):
        assert said.startswith("what is left of the budget cannot be told")
        assert seconds < 50


def reserve(_: int, cell: Cell[Balance]) -> str:
    """What a worker leaves behind that dies in the middle of a call, and what is said to the next one."""
    ledger = Ledger(Budget(tokens=30), cell=cell, lost_after=6.0)
    try:
        ledger.reserve("2031-01", 10, 10)
    except BudgetExceeded as error:
        return error.what
    return ""


def test_who_waits_for_what_a_lost_worker_holds_of_the_budget_says_so_once(two: Cluster) -> None:
    told: list[str] = []
    executor = DaskExecutor(two.address, 4, told.append, long=1.0)
    try:
        first, second = each(executor, reserve, [1, 2], executor.cell(Balance()))
        assert sorted([first, second])[0] == "" and "the next call could pass the budget" in first + second
    finally:
        executor.close()
    (said,) = told
    assert re.fullmatch(
        r"2031-01 waits for calls that hold what is left of the budget; one that was lost with its machine holds it "
        r"for [1-5] s more at most",
        said,
    )


def test_what_is_paid_for_by_a_run_that_is_interrupted_is_kept(project: Path, two: Cluster) -> None:
    write_project(project)

    def slow(request: dict[str, Any], _: int) -> Answer:
        return completion(answer(request), delay=1.5)

    with ModelServer(slow) as server:
        here = environment(OPENAI_BASE_URL=server.base_url, BRIEFING_MODEL="scripted")
        words = command("run", "-q", "--executor", two.address, "sources/kilns.yaml")
        with subprocess.Popen(
            words, cwd=project, env=here, stderr=subprocess.DEVNULL,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # under `make test &` it is ignored
        ) as run:  # fmt: skip
            while len(server.requests) < SECTIONS:
                time.sleep(0.05)
            run.send_signal(signal.SIGINT)
            assert run.wait(300) == 130
        begun = time.monotonic()
        again = subprocess.run(words, cwd=project, env=here, capture_output=True, timeout=600, check=False)
        assert again.returncode == 0, again.stderr
        assert len(server.requests) == SECTIONS + 1, "the overview"
        assert time.monotonic() - begun < 50, "no worker waits for a run that is over"


# ── What is left behind ─────────────────────────────────────────────────────────────────────────────────────────


def hold(_: int, shared: tuple[Any, Cell[int]]) -> None:
    lease, cell = shared
    with lease:
        cell.change(lambda value: value + 1)


def alive(_: int, __: None) -> int:
    """How many semaphores of its process go on giving signs of life."""
    from distributed import Semaphore  # which may not be here

    gc.collect()
    found = [each for each in gc.get_objects() if isinstance(each, Semaphore)]
    return sum(each.refresh_callback.is_running() for each in found)


def test_workers_keep_nothing_of_work_that_is_done(executor: DaskExecutor) -> None:
    """Else each briefing of a night would leave two things to do every few seconds, for ever."""
    cell = executor.cell(0)
    for _ in range(5):
        each(executor, hold, [1, 2, 3, 4], (executor.lease, cell))
    end = time.monotonic() + 10
    while any(each(executor, alive, range(8), None)):
        assert time.monotonic() < end
        time.sleep(0.1)
