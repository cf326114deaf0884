"""The record of what is with a batch: nobody overwrites another's, and what cannot be read is no reason to pay."""

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import Awaiting, ModelError
from briefing.fingerprint import digest
from briefing.model import ModelOptions
from briefing.store import Store
from briefing.writers.batch_record import Batch, BatchRecord
from briefing.writers.options import WriterOptions
from tests.commands.run_briefing import briefing
from tests.servers.batch_server import BatchServer
from tests.servers.object_store import BUCKET, missing, object_store
from tests.steps.kilns import NOTES, write_project
from tests.test_pipeline import hold
from tests.writers.batch_runs import fails, go, honest, waits


@pytest.fixture
def server() -> Iterator[BatchServer]:
    with BatchServer(honest) as made:
        yield made


def record_in(folder: Path) -> Path:
    (found,) = (path for path in (folder / ".briefing" / "batches").rglob("*") if path.is_file())
    return found


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def of_another_form(path: Path) -> None:
    store = Store(path.parents[4])
    batch = json.loads(path.read_bytes().partition(b"\n")[2]) | {"tasks": [1]}
    path.unlink()
    store.put(f"batches/{path.parents[1].name}", batch["file"], {}, json.dumps(batch).encode())


@pytest.mark.parametrize("damage", [cut, a_folder, of_another_form])
def test_a_record_that_cannot_be_read_is_an_error_and_nothing_is_paid(
    project: Path, server: BatchServer, damage: Callable[[Path], None]
) -> None:
    path = write_project(project)
    waits(path, server, batch="hand in")
    place = record_in(project)
    kept = place.read_bytes()
    damage(place)
    for more in ({"batch": "hand in"}, {}, {"batch": "cancel"}):
        error = fails(path, server, **more)
        assert error.what.startswith("the record of what is with a batch ")
        assert error.where == str(place)
    assert (len(server.batches), server.chats) == (1, [])
    shutil.rmtree(place.parent)
    place.parent.mkdir()
    place.write_bytes(kept)
    server.finish()
    go(path, server)
    assert len(server.chats) == 1


def test_a_record_of_batches_together_is_read_as_before(project: Path, server: BatchServer) -> None:
    path = write_project(project)
    waits(path, server, batch="hand in")
    place = record_in(project)
    batch = json.loads(place.read_bytes().partition(b"\n")[2])
    place.unlink()
    before = [{key: batch[key] for key in ("file", "id", "tasks")}]
    Store(project).put("batches", digest(server.base_url, "scripted"), {}, json.dumps(before).encode())
    assert "3 with batch_0" in waits(path, server)
    server.finish()
    hold(go(path, server).briefing, NOTES)
    assert len(server.chats) == 1


def two_clones(tmp_path_factory: pytest.TempPathFactory, names: tuple[str, str]) -> list[Path]:
    found = []
    for name in names:
        clone = tmp_path_factory.mktemp("clone")
        (clone / "outputs").mkdir()
        path = write_project(clone, NOTES.replace("Voss", f"Voss-{name}"))
        found.append(path.rename(path.with_name(f"{name}.yaml")))
    return found


def at_once(paths: list[Path], server: BatchServer, **more: Any) -> list[str]:
    """Hand in from both, so that both have looked what is on record before either notes anything."""
    both, post = threading.Barrier(2), server.post
    met: list[str] = []

    def slow(path: str, body: bytes) -> tuple[int, object]:
        if path == "/v1/files" and len(met) < 2:
            met.append(path)
            server.lock.release()
            both.wait(60)
            server.lock.acquire()
        return post(path, body)

    server.post = slow  # type: ignore[method-assign]

    def one(path: Path) -> str:
        try:
            go(path, server, batch="hand in", **more)
        except Awaiting as waiting:
            return waiting.what
        return ""

    with ThreadPoolExecutor(2) as pool:
        return [*pool.map(one, paths)]


def test_two_machines_with_one_store_note_what_each_has_handed_in(
    tmp_path_factory: pytest.TempPathFactory, server: BatchServer
) -> None:
    store = str(tmp_path_factory.mktemp("store"))
    paths = two_clones(tmp_path_factory, ("a", "b"))
    assert all("3 handed in as" in said for said in at_once(paths, server, store=store))
    for path in paths:
        assert "3 with batch_" in waits(path, server, store=store)
    server.finish()
    for path in paths:
        go(path, server, store=store)
    assert (len(server.handed_in), len(server.chats)) == (6, 2)


def test_two_machines_with_one_store_do_not_hand_in_the_same_twice(
    tmp_path_factory: pytest.TempPathFactory, server: BatchServer
) -> None:
    store = str(tmp_path_factory.mktemp("store"))
    paths = two_clones(tmp_path_factory, ("a", "a"))
    said = at_once(paths, server, store=store)
    assert all("of 3 sections to come by batch" in each for each in said)
    assert len(server.batches) <= 1
    for path in paths:
        waits(path, server, store=store, batch="hand in")
    assert len(server.handed_in) == 3


@pytest.mark.skipif(bool(missing()), reason=missing())
def test_in_an_object_store(tmp_path_factory: pytest.TempPathFactory, server: BatchServer) -> None:
    one, other = two_clones(tmp_path_factory, ("a", "a"))
    with object_store() as keys:
        model = {**keys, "OPENAI_BASE_URL": server.base_url, "BRIEFING_MODEL": "scripted"}
        asked = ["run", "-q", "--batch", "--store", f"s3://{BUCKET}/kilns", "sources/a.yaml"]
        assert "3 handed in as batch_0" in briefing(one.parents[1], *asked, **model).stdout
        assert "3 with batch_0" in briefing(other.parents[1], *asked, **model).stdout
        server.finish()
        assert "1 handed in as batch_1" in briefing(other.parents[1], *asked, **model).stdout
        assert "1 with batch_1" in briefing(one.parents[1], *asked, **model).stdout


def options(root: Path, url: str = "") -> WriterOptions:
    return WriterOptions(ModelOptions(name="m"), Store(root, url), base_url="http://localhost/v1")


def test_another_machine_may_be_about_to_make_the_batch(tmp_path: Path) -> None:
    url = str(tmp_path / "store")
    here, there = (BatchRecord(options(tmp_path / name, url)) for name in ("a", "b"))
    noted = here.new("file-0", {"key": "2031-01"})
    here.save(noted)
    assert there.load() == [noted]
    assert (here.may_be_made(noted), there.may_be_made(noted)) == (False, True)


def test_what_is_forgotten_is_gone_even_where_nothing_can_be_removed(tmp_path: Path) -> None:
    record = BatchRecord(options(tmp_path))
    batch = Batch("file-0", "batch_0", {"key": "2031-01"})
    record.save(batch)
    assert record.has(batch)
    record.change(batch, None)
    assert record.load() == []
    record.change(batch, None)
    record.save(Batch("file-1", "batch_1"))  # what is left of it in such a store
    assert record.load() == []


def test_a_place_that_cannot_be_listed_is_an_error(tmp_path: Path) -> None:
    record = BatchRecord(options(tmp_path))
    batch = Batch("file-0", "batch_0", {"key": "2031-01"})
    record.save(batch)
    folder = record_in(tmp_path).parents[1]
    loop = tmp_path / "elsewhere"
    folder.rename(loop)
    folder.symlink_to(folder)  # a link to itself
    with pytest.raises(ModelError, match="cannot be read"):
        record.load()
