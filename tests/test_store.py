"""Files, safely: all or none, and a cache whose damaged entries are as good as absent."""

import os
import threading
import time
from pathlib import Path

import pytest

from briefing.errors import OutputError
from briefing.outputs import write_all
from briefing.store import Damaged, Store


def entry(store: Store) -> Path:
    (found,) = [path for path in store.root.rglob("*") if path.is_file() and path.name != ".gitignore"]
    return found


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("pages", "https://a.org", {"etag": "x"}, b"body\nwith lines")
    assert Store(tmp_path).get("pages", "https://a.org") == ({"etag": "x"}, b"body\nwith lines")
    assert store.get("replies", "https://a.org") is None
    assert (tmp_path / ".briefing" / ".gitignore").read_text() == "*\n"


def test_who_only_reads_keeps_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path, str(tmp_path / "shared"), writes=False)
    for each in (store, store.own):
        each.put("pages", "k", {}, b"body")
        assert each.get("pages", "k") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("damage", ["cut", "longer", "empty", "no sum", "no header"])
def test_a_damaged_entry_is_absent_and_heals(tmp_path: Path, damage: str) -> None:
    store = Store(tmp_path)
    store.put("pages", "k", {}, b"body")
    path = entry(store)
    whole = path.read_bytes()
    damaged = {"cut": whole[:-1], "longer": whole + b"x", "empty": b"", "no sum": b"{}\nbody", "no header": b"no"}
    path.write_bytes(damaged[damage])
    assert store.get("pages", "k") is None
    store.put("pages", "k", {}, b"body")
    assert store.get("pages", "k") == ({}, b"body")


def test_what_is_no_mere_cache_is_listed_read_with_its_errors_and_removed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.places("batches/m") == []
    store.put("batches/m", "a", {}, b"1")
    store.put("batches/m", "b", {"x": 1}, b"2")
    store.put("batches/n", "c", {}, b"3")
    assert store.places("batches/m") == sorted(store.place_of("batches/m", key) for key in "ab")
    place = store.place_of("batches/m", "b")
    assert store.read(place) == ({"x": 1}, b"2")
    Path(store.where(place)).write_bytes(b"2")
    with pytest.raises(Damaged):
        store.read(place)
    store.remove(place)
    store.remove(place)
    assert store.read(place) is None
    Path(store.where(place)).mkdir()
    with pytest.raises(OSError, match="directory"):
        store.read(place)


def test_a_cache_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / ".briefing").write_text("a file where the folder should be")
    Store(tmp_path).put("pages", "k", {}, b"body")
    assert Store(tmp_path).get("pages", "k") is None


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    assert write_all(tmp_path / "out", {"a": b"1", "b": b"2"}) == ["a", "b"]
    before = (tmp_path / "out" / "a").stat().st_mtime_ns
    assert write_all(tmp_path / "out", {"a": b"1", "b": b"3"}) == ["b"]
    assert (tmp_path / "out" / "a").stat().st_mtime_ns == before
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a", "b"]


def test_all_or_none(tmp_path: Path) -> None:
    write_all(tmp_path, {"a": b"1", "b": b"1"})
    (tmp_path / "b").unlink()
    (tmp_path / ".b.new").mkdir()  # nothing can be written there
    with pytest.raises(OutputError, match="could not be written") as caught:
        write_all(tmp_path, {"a": b"2", "b": b"2"})
    assert (tmp_path / "a").read_bytes() == b"1"
    assert "replies that were paid for are kept" in caught.value.hint
    assert f"Move {tmp_path / '.b.new'} away" in caught.value.hint


@pytest.mark.parametrize(
    ("in_the_way", "folder", "says"),
    [
        ("outputs", "outputs/h", "is no folder"),
        ("outputs/h", "outputs/h", "is no folder"),
        ("outputs/h/", "outputs/h/deep", ""),
        ("outputs/h/b/", "outputs/h", "is no file"),
    ],
)
def test_what_stands_in_the_way_is_named(tmp_path: Path, in_the_way: str, folder: str, says: str) -> None:
    place = tmp_path / in_the_way
    place.parent.mkdir(parents=True, exist_ok=True)
    place.mkdir() if in_the_way.endswith("/") else place.touch()
    files = {"a": b"1", "b": b"2"}
    if not says:
        assert write_all(tmp_path / folder, files) == ["a", "b"]
        return
    with pytest.raises(OutputError, match=says) as caught:
        write_all(tmp_path / folder, files)
    assert caught.value.where == str(place)
    assert "Move it away" in caught.value.hint
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [place] * (says == "is no folder")


def test_a_link_to_nowhere_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "outputs").symlink_to(tmp_path / "gone")
    with pytest.raises(OutputError, match="is no folder"):
        write_all(tmp_path / "outputs" / "h", {"a": b"1"})


def test_one_at_a_time_holds_a_name(tmp_path: Path) -> None:
    store, order = Store(tmp_path), []
    holding, waiting = threading.Event(), threading.Event()

    def wait(who: str) -> None:
        order.append(who)
        waiting.set()
        time.sleep(0.005)

    def first() -> None:
        with store.alone("a", wait) as waited:
            holding.set()
            waiting.wait(5)
            order.append(f"first {waited}")

    thread = threading.Thread(target=first)
    thread.start()
    holding.wait(5)
    with store.alone("b", wait) as waited:  # another name
        assert not waited
    with Store(tmp_path).alone("a", wait) as waited:
        order.append(f"second {waited}")
    thread.join()
    assert list(dict.fromkeys(order)) == [f"process {os.getpid()}", "first False", "second True"]
    assert not [path for path in (tmp_path / ".briefing/locks").rglob("*") if path.is_file()]


def test_who_waits_for_a_name_may_give_up(tmp_path: Path) -> None:
    def give_up(who: str) -> None:
        raise KeyboardInterrupt(who)

    with Store(tmp_path).alone("a", give_up):
        with pytest.raises(KeyboardInterrupt, match="process"), Store(tmp_path).alone("a", give_up):
            pass
        assert [path for path in (tmp_path / ".briefing/locks").rglob("*") if path.is_file()]


def test_where_nothing_can_be_locked_nobody_is_kept_out(tmp_path: Path) -> None:
    (tmp_path / ".briefing").write_text("a file")
    for store in (Store(tmp_path), Store(tmp_path / "none")):
        with store.alone("a", lambda _: None), store.alone("a", lambda _: None) as waited:
            assert not waited
    assert not (tmp_path / "none").exists()
