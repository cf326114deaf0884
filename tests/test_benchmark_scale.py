"""The benchmarks of scale, in small: what they make is what they say, and they count as they say."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from cProfile import Profile
from pathlib import Path
from typing import Any

import pytest
from benchmarks import locating, many

from briefing.executors.base import Executor, Kind
from briefing.manifest import load_manifest
from briefing.pipeline import run
from briefing.steps.options import RunOptions


def test_altered_quotations_are_found_where_they_were_taken_from() -> None:
    source, asked = locating.planted(locating.sentences(20_000), 24)
    assert {each.kind for each in asked} == set(locating.ALTERED)
    found = locating.score(asked, locating.by_audit(source, asked).given)
    assert found == locating.Score(24, 1.0, 1.0, 1.0, 1.0)


def test_an_answer_elsewhere_does_not_count() -> None:
    source, asked = locating.planted(locating.sentences(5_000), 6)
    wrong = [locating.Answer(len(source) - 9, len(source), True), None]
    exact = [locating.Answer(each.start, each.end, False) for each in asked[2:]]
    found = locating.score(asked, [*wrong, *exact])
    assert found == locating.Score(6, 4 / 6, 4 / 6, 1 / 6, 0.0)
    half = [locating.Answer(each.start, (each.start + each.end) // 2 - 1, True) for each in asked]
    assert locating.score(asked, half) == locating.Score(6, 1.0, 0.0, 1.0, 1.0)


@pytest.mark.parametrize("months", [2, 3])
def test_many_sources_are_one_briefing(tmp_path: Path, months: int) -> None:
    made = many.project(tmp_path / "p", 24, months)
    outcome = run(load_manifest(made.folder / "sources" / "reports.yaml"), RunOptions(engine="extractive"), {})
    assert len(outcome.briefing.sources) == 24
    assert len(outcome.written) == months + 1
    assert 2_500 < made.bytes / made.sources < 5_000


class InOrder(Executor):
    """One thing after the other, in this thread, so that what is called can be counted."""

    here = True
    lease = nullcontext()

    def each(
        self, kind: Kind, do: Callable[..., Any], items: Sequence[Any], shared: Any, done: Callable[..., None]
    ) -> list[Any]:
        found = []
        for item in items:
            found.append(do(item, shared))
            done(item, found[-1])
        return found

    def close(self) -> None:
        pass


def calls(folder: Path, sources: int) -> int:
    """Functions called in a first run, and in a second in which nothing has changed."""
    made = many.project(folder, sources, sources // 2)
    manifest, profile = load_manifest(made.folder / "sources" / "reports.yaml"), Profile()
    for _ in range(2):
        profile.runcall(run, manifest, RunOptions(engine="extractive", executor=InOrder()), {})
    return sum(entry.callcount for entry in profile.getstats())


def test_twice_the_sources_are_twice_the_work(tmp_path: Path) -> None:
    """By what is called, which no other work of the machine slows down. The first run pays for what is made once."""
    calls(tmp_path / "once", 10)
    few, more, most = (calls(tmp_path / str(n), n) for n in (12, 24, 48))
    assert (most - more) / (more - few) < 2 * 1.2
