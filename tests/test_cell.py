"""A value that several change in turn."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from briefing.cell import Cell


def test_no_change_is_lost() -> None:
    cell = Cell(0)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: cell.change(lambda value: value + 1), range(400)))
    assert cell.value == 400


def test_a_change_that_cannot_be_made_yet_waits_for_another() -> None:
    cell = Cell(0)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(cell.change, lambda value: value * 10 if value > 1 else None)
        cell.change(lambda value: value + 1)
        assert not waiting.done()
        cell.change(lambda value: value + 1)
        assert waiting.result(timeout=30) == 20


def test_one_that_fails_leaves_all_as_it_was() -> None:
    cell = Cell("a")

    def failing(_: str) -> str:
        raise ValueError

    with pytest.raises(ValueError):
        cell.change(failing)
    assert cell.change(lambda value: value + "b") == "ab"
