"""The way to a cluster: what is no scheduler is told soon, and a worker with another program by its name."""

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import briefing as program
from briefing.errors import ManifestError, ModelError
from briefing.executors.dask import DaskExecutor
from briefing.executors.table import make_executor
from tests.commands.run_briefing import briefing
from tests.servers.cluster import QUIET, Cluster, cluster, missing
from tests.servers.model_server import ModelServer, failure
from tests.steps.kilns import write_project

pytestmark = [pytest.mark.cluster, pytest.mark.skipif(bool(missing()), reason=missing() or "-")]
SOURCES = Path(program.__file__).parent
WORKER = ["-m", "distributed.cli.dask_worker", "--no-nanny", "--no-dashboard", "--nthreads", "1"]


@pytest.fixture(scope="module")
def empty() -> Iterator[Cluster]:
    with cluster(workers=0) as running:
        yield running


@contextmanager
def page() -> Iterator[int]:
    """Such as the dashboard, which waits for the end of a question."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def talker() -> Iterator[int]:
    """Says something else at once, and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def greet() -> None:
            while True:
                try:
                    there, _ = listening.accept()
                except OSError:
                    return
                with there:
                    there.sendall(b"220 quay.example ESMTP ready\r\n")

        threading.Thread(target=greet, daemon=True).start()
        yield listening.getsockname()[1]


@contextmanager
def silence() -> Iterator[int]:
    """Takes connections, and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


@pytest.mark.parametrize("what", [page, talker, silence])
def test_what_is_no_scheduler(what: Callable[[], AbstractContextManager[int]]) -> None:
    begun = time.monotonic()
    with what() as port, pytest.raises(ModelError) as caught:
        DaskExecutor(f"dask://127.0.0.1:{port}", 1)
    assert caught.value.what == f"something else than a scheduler answers at dask://127.0.0.1:{port}"
    assert "8786" in caught.value.hint
    assert time.monotonic() - begun < 40


def test_a_worker_is_no_scheduler() -> None:
    with cluster(workers=1) as running:
        port = running.workers[0].said(r"Start worker at:\s+tcp://127.0.0.1:(\d+)")
        with pytest.raises(ModelError, match=f"a worker, and no scheduler, answers at dask://.*:{port}"):
            DaskExecutor(f"dask://127.0.0.1:{port}", 1)


def test_a_cluster_that_is_not_there() -> None:
    begun = time.monotonic()
    with pytest.raises(ManifestError, match="there is no scheduler"):
        DaskExecutor("dask://127.0.0.1:9", 1)
    assert time.monotonic() - begun < 60


# ── Workers that are not as here ────────────────────────────────────────────────────────────────────────────────


@contextmanager
def worker_with(running: Cluster, paths: Path, **environment: str) -> Iterator[None]:
    """A worker of its own, whose modules are looked for there first."""
    how = [sys.executable, *WORKER, running.address.replace("dask://", "tcp://")]
    own = {**os.environ, **QUIET, "PYTHONPATH": str(paths), **environment}
    started = subprocess.Popen(how, cwd=paths, env=own, stderr=subprocess.PIPE, text=True)
    assert started.stderr is not None
    try:
        assert any("Registered to" in line for line in started.stderr)
        yield
    finally:
        started.kill()
        started.communicate()


def without(root: Path) -> str:
    (root / "sitecustomize.py").write_text("import sys\nsys.modules['briefing'] = None\n")
    return "has no briefing, and here is"


def older(root: Path) -> str:
    (root / "briefing").mkdir()
    (root / "briefing" / "__init__.py").write_text('__version__ = "0.0.9"\n')
    return "has briefing 0.0.9, and here is"


@pytest.mark.parametrize("made", [without, older])
def test_a_worker_with_another_program_is_named_at_the_start(
    made: Callable[[Path], str], tmp_path: Path, empty: Cluster
) -> None:
    says = made(tmp_path)
    with worker_with(empty, tmp_path), pytest.raises(ModelError, match=says) as caught:
        make_executor(empty.address, 1)
    assert caught.value.where.startswith("the worker tcp://127.0.0.1:")
    assert f"'briefing[dask,store]=={program.__version__}'" in caught.value.hint


def test_a_worker_with_other_files_of_the_same_version_is_named_where_it_fails(
    project: Path, tmp_path: Path, empty: Cluster
) -> None:
    write_project(project)
    other = shutil.copytree(SOURCES, tmp_path / "other" / "briefing")
    with (other / "executors" / "dask_there.py").open("a") as file:
        file.write("\n\ndef told_with_its_worker(do, item):\n    return do(item)\n")
    with worker_with(empty, other.parent):
        done = briefing(project, "run", "-q", "--executor", empty.address, "sources/kilns.yaml")
    assert done.returncode == 4
    assert "briefing: the worker tcp://127.0.0.1:" in done.stderr
    assert f"has other files of briefing {program.__version__}" in done.stderr


def test_a_worker_without_the_folder_is_named(project: Path) -> None:
    write_project(project)
    (project / "sources" / "report.md").unlink()
    with cluster(workers=1) as running:
        where = running.workers[0].said(r"Start worker at:\s+(\S+)")
        done = briefing(project, "run", "-q", "--executor", running.address, "sources/kilns.yaml")
    assert done.returncode == 3
    assert f"So says the worker {where}: it needs the project's folder at the same path as here." in done.stderr


def test_a_worker_without_the_key_is_named(project: Path) -> None:
    write_project(project)
    with ModelServer(lambda *_: failure(401, "who are you")) as server, cluster(workers=1) as running:
        model = {"OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}
        done = briefing(project, "run", "-q", "--executor", running.address, "sources/kilns.yaml", **model)
    assert done.returncode == 4
    assert "it needs OPENAI_API_KEY in its own environment." in done.stderr
