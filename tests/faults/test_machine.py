"""The machine: killed processes, full disks, two runs at once. Outputs are one whole version, always."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing.manifest import load_manifest
from briefing.outputs import Outputs, write_all
from briefing.pipeline import run
from briefing.steps.options import RunOptions
from briefing.store import Store
from tests.commands.run_briefing import briefing
from tests.faults.dying import write_until
from tests.faults.misbehaving import Misbehaving
from tests.faults.seeds import amount
from tests.faults.year import FILES, outputs, project, report
from tests.servers.model_server import ModelServer

OLD = {name: b"old " + name.encode() for name in FILES}
NEW = {name: b"new " + name.encode() for name in FILES}
KILLED = -9
NOTES = report(months=(1, 2))


def seen(folder: Path) -> dict[str, bytes | None]:
    return {name: Outputs(folder).read(name) for name in FILES}


def test_killed_at_every_touch_of_the_disk(tmp_path: Path) -> None:
    """What briefing reads is the old version or the new one, wherever writing ended; the next writer clears it up."""
    moments = 0
    while True:
        moments += 1
        folder = tmp_path / str(moments) / "town"
        write_all(folder, OLD)
        died = write_until(tmp_path, moments, folder, NEW)
        assert seen(folder) in (OLD, NEW), moments
        if died != KILLED:
            break
        newest = dict.fromkeys(FILES, b"newest")
        write_all(folder, newest)
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == newest, moments
    assert died == 0
    assert moments > 10  # there were as many moments to die at


@pytest.fixture(scope="module")
def server() -> Iterator[ModelServer]:
    with ModelServer(Misbehaving(0, share=0)) as started:
        yield started


def options(server: ModelServer) -> dict[str, Any]:
    return {"base_url": server.base_url, "model": "scripted", "jobs": 1}


def test_a_cache_entry_altered_anywhere_is_absent_and_heals(tmp_path: Path, server: ModelServer) -> None:
    store = Store(tmp_path)
    store.put("replies", "k", {"model": "m", "notes": ["a"]}, b"body")
    (path,) = [p for p in store.root.rglob("*") if p.is_file() and p.name != ".gitignore"]
    whole = path.read_bytes()
    for place in range(len(whole)):
        for altered in (whole[:place], whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]):
            path.write_bytes(altered)
            assert store.get("replies", "k") in (None, ({"model": "m", "notes": ["a"]}, b"body"))
    path.write_bytes(b'{"a":' + b"[" * 100_000)
    assert store.get("replies", "k") is None
    town = project(tmp_path, NOTES)
    run(load_manifest(town), RunOptions(**options(server)), {})
    before = outputs(tmp_path)
    for number, file in enumerate(p for p in (tmp_path / ".briefing/replies").rglob("*") if p.is_file()):
        file.write_bytes(file.read_bytes()[: -1 - number])
    shutil.rmtree(tmp_path / "outputs")
    again = run(load_manifest(town), RunOptions(**options(server)), {})
    assert (again.usage.cached, outputs(tmp_path)) == (0, before)


def test_many_writers_at_once(tmp_path: Path) -> None:
    """Each writes a version of its own, again and again: what stands in the end is one of them, whole."""
    troubles: list[Exception] = []

    def write(version: int) -> None:
        try:
            for _ in range(amount(10, 200)):
                write_all(tmp_path / "town", {name: f"{version} {name}".encode() for name in FILES})
        except Exception as error:
            troubles.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    found = {path.name: path.read_bytes() for path in (tmp_path / "town").iterdir()}
    assert len({content.split()[0] for content in found.values()}) == 1
    assert sorted(found) == sorted(FILES)


# Time that leaps at every look, forth and back: in the interpreter itself, before briefing begins.
_LEAPING = """
import time
_leaps, _true = iter(lambda: 0, 1), time.time
_count = [0]
def _leap():
    _count[0] += 1
    return _true() + (-1) ** _count[0] * 4e8
time.time = _leap
"""


def test_a_clock_that_leaps(tmp_path: Path, server: ModelServer) -> None:
    (tmp_path / "clock").mkdir()
    (tmp_path / "clock/sitecustomize.py").write_text(_LEAPING)
    project(tmp_path, NOTES)
    server.requests.clear()
    call = ("run", "--quiet", "--base-url", server.base_url, "--model", "scripted", "sources/town.yaml")
    first = briefing(tmp_path, *call, PYTHONPATH=str(tmp_path / "clock"))
    assert (first.returncode, first.stderr) == (0, "")
    leapt, asked = outputs(tmp_path), len(server.requests)
    run(load_manifest(tmp_path / "sources/town.yaml"), RunOptions(**options(server)), {})
    assert (outputs(tmp_path), len(server.requests)) == (leapt, asked)
