"""This machine: one limit over several users of an executor, and processes for many sources."""

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from briefing.errors import SourceError
from briefing.executors.local import LocalExecutor
from briefing.manifest import load_manifest
from briefing.pipeline import run
from briefing.steps.options import RunOptions

KINDS = ["read", "write"]


def square(item: int, add: int) -> int:
    return item * item + add


def whose(item: int, _: None) -> tuple[int, int]:
    return item, os.getpid()


def fail_at(item: int, at: int) -> int:
    if item == at:
        raise SourceError(f"no {item}", where="here", hint="Look.")
    return item


@pytest.mark.parametrize("many", [1, 1000])
@pytest.mark.parametrize("kind", KINDS)
def test_results_in_order_and_each_told_once(kind: str, many: int) -> None:
    told: list[tuple[int, int]] = []
    found = LocalExecutor(4, many).each(kind, square, range(50), 1, lambda *each: told.append(each))  # type: ignore[arg-type]
    assert found == [n * n + 1 for n in range(50)]
    assert sorted(told) == [(n, n * n + 1) for n in range(50)]
    assert LocalExecutor(4, many).each(kind, square, [], 1, lambda *each: told.append(each)) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("many", [1, 1000])
def test_the_first_failure_is_raised_as_it_was(many: int) -> None:
    with pytest.raises(SourceError) as caught:
        LocalExecutor(4, many).each("read", fail_at, range(60), 30, lambda *_: None)
    assert (caught.value.what, caught.value.where, caught.value.hint) == ("no 30", "here", "Look.")


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one processor")
def test_many_are_read_in_processes_and_few_here() -> None:
    own = os.getpid()
    assert own not in {
        pid for _, pid in LocalExecutor(4, many=10).each("read", whose, range(40), None, lambda *_: None)
    }
    assert {pid for _, pid in LocalExecutor(4, many=99).each("read", whose, range(40), None, lambda *_: None)} == {own}
    assert {pid for _, pid in LocalExecutor(4, many=1).each("write", whose, range(40), None, lambda *_: None)} == {own}


def test_one_limit_over_all_that_share_it() -> None:
    executor, lock, now, most = LocalExecutor(3), threading.Lock(), 0, 0

    def count(_: int, __: None) -> None:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.01)
        with lock:
            now -= 1

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: executor.each("read", count, range(6), None, lambda *_: None), range(4)))
    assert most == 3


def test_many_sources_give_the_same_bytes_either_way(project: Path) -> None:
    folder = project / "sources"
    folder.mkdir(exist_ok=True)
    names = [f"n{n}.md" for n in range(24)]
    for n, name in enumerate(names):
        text = (
            f"# Notes {n}\n\n## March 2031\n\nKiln {n} was lit in March and burned for {n + 2} days without a crack.\n"
        )
        (folder / name).write_text(text, encoding="utf-8")
    path = folder / "many.yaml"
    path.write_text(f"title: Many\nsources: [{', '.join(names)}]\n", encoding="utf-8")
    here = run(load_manifest(path), RunOptions(executor=LocalExecutor(4, many=1000)), {})
    files = {name: (here.folder / name).read_bytes() for name in here.changed}
    there = run(load_manifest(path), RunOptions(executor=LocalExecutor(4, many=2), force=True), {})
    assert there.changed == ()
    assert there.written == here.written
    assert len(files) == 3
