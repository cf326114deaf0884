"""A model's server of which three answers in ten are faulty: a year is written whole, or nothing, and nothing twice."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing import codec
from briefing.errors import BudgetExceeded, ModelError
from briefing.manifest import load_manifest
from briefing.model import Briefing, Usage
from briefing.pipeline import Outcome, run
from briefing.steps.options import Event, RunOptions
from tests.faults.misbehaving import FAULTS, LASTING, OF_THE_SERVER, Misbehaving, about, question
from tests.faults.seeds import seeds
from tests.faults.year import MANIFEST, PARTS, outputs, project, report
from tests.servers.model_server import Answer, ModelServer
from tests.test_pipeline import hold

JOBS = 4
TIMEOUT = 1.0  # seconds of a call
STALLS = ("no answer", "slow drip")
# What a lasting fault leaves behind in a briefing that is whole otherwise; each is said in a finding.
_LASTING = re.compile(r"not as asked for|what was complete of it was taken|could not be asked to mend")


class Line:
    """A server at one address, whose behaviour changes from run to run."""

    def __init__(self) -> None:
        self.respond: Any = None
        self.server = ModelServer(lambda request, number: self.respond(request, number))

    def go(self, path: Path, respond: Any, **options: Any) -> Outcome | ModelError:
        """A run. Waits are shortened by RunOptions.pace."""
        self.respond = respond
        self.server.requests.clear()
        self.server.most_at_once = 0
        self.done: set[str] = set()  # what was written before it ended
        settings = {"jobs": JOBS, "timeout": TIMEOUT, "pace": 0.001, "model": "scripted", **options}
        try:
            return run(load_manifest(path), RunOptions(base_url=self.server.base_url, **settings), {}, self._tell)
        except ModelError as error:
            return error
        finally:
            assert self.server.most_at_once <= settings["jobs"]

    def _tell(self, event: Event) -> None:
        if event.step == "write":
            self.done.add(event.what)

    @property
    def asked(self) -> list[str]:
        return [question(request) for request in self.server.requests]


@pytest.fixture
def line() -> Iterator[Line]:
    made = Line()
    with made.server:
        yield made


@pytest.fixture(scope="module")
def honest_briefing(tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    line = Line()
    with line.server:
        outcome = line.go(project(tmp_path_factory.mktemp("honest")), Misbehaving(0, share=0), timeout=60)
    assert isinstance(outcome, Outcome)
    assert outcome.written == PARTS
    return outcome.briefing


def is_whole(outcome: Outcome, honest: Briefing) -> None:
    """Twelve months and the overview stand in it, verified, as an honest server would have had them; and where they do
    not, a finding says why."""
    briefing = outcome.briefing
    assert [*(section.id for section in briefing.sections), "overview"] == list(PARTS)
    hold(briefing, report())
    told = {finding.where.partition("/")[0] for finding in briefing.findings if _LASTING.search(finding.message)}
    for section, expected in zip(briefing.sections, honest.sections, strict=True):
        assert section.fields
        assert section.fields == expected.fields or section.id in told
    assert briefing.overview.fields == honest.overview.fields or told


@pytest.mark.parametrize("seed", seeds(10, 200))
def test_a_year(tmp_path: Path, line: Line, seed: int, honest_briefing: Briefing) -> None:
    path, before = project(tmp_path), {}
    if seed % 2:  # there are outputs of an earlier run
        line.go(path, Misbehaving(seed, share=0), model="earlier", timeout=60)
        before = outputs(tmp_path)
        assert before
        project(tmp_path, report(), MANIFEST)
    asked = {"force": True} if before else {}
    bad, others = Misbehaving(seed), _kept(tmp_path)
    outcome = line.go(path, bad, **asked)
    if isinstance(outcome, Outcome):
        is_whole(outcome, honest_briefing)
        assert outcome.usage.calls == len(line.asked)
        return
    assert outcome.exit_code == 4
    assert outcome.what and outcome.where and outcome.hint
    assert outputs(tmp_path) == before
    known, done = _kept(tmp_path) - others, line.done
    good = Misbehaving(seed, share=0)
    again = line.go(path, good, timeout=60)
    assert isinstance(again, Outcome)
    is_whole(again, honest_briefing)
    assert len(line.asked) == again.usage.calls
    assert bad.good.isdisjoint(line.asked)
    assert again.usage.cached == known
    assert done.isdisjoint(map(about, line.server.requests))  # with a defect or without: what was used is paid for


def _kept(root: Path) -> int:
    return sum(1 for path in (root / ".briefing/replies").rglob("*") if path.is_file())


def test_a_run_that_writes_all_anew_goes_on_where_it_was_broken_off(tmp_path: Path, line: Line) -> None:
    path, good = project(tmp_path), Misbehaving(0, share=0)
    dead = Misbehaving(0, share=1.0, faults=("503",))
    line.go(path, good)
    broken = line.go(path, lambda request, n: (good if n <= 5 else dead)(request, n), force=True, jobs=1)
    assert isinstance(broken, ModelError)
    done = line.done
    assert len(done) == 5
    again = line.go(path, good, force=True)
    assert isinstance(again, Outcome)
    assert again.written == PARTS
    assert set(map(about, line.server.requests)) == set(PARTS) - done
    line.go(path, good, force=True)
    assert set(map(about, line.server.requests)) == set(PARTS)  # it is done: the next begins from nothing


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_that_lasts(tmp_path: Path, line: Line, fault: str) -> None:
    """It ends the run after a few calls; or what is sound in every reply is taken, and what is not is said."""
    notes = report(months=(1, 2))
    lasting = Misbehaving(1, share=1.0, faults=(fault,))
    outcome = line.go(project(tmp_path, notes), lasting, timeout=0.3 if fault in STALLS else 60)
    assert max(Counter(line.asked).values()) <= LASTING[fault].reply
    if isinstance(outcome, ModelError):
        assert (outcome.exit_code, bool(outcome.hint)) == (4, True)
        assert LASTING[fault].what and LASTING[fault].said(outcome.what)
        assert outputs(tmp_path) == {}
    else:
        assert not LASTING[fault].what or fault == "finish_reason: length"  # where a part of the reply was whole
        hold(outcome.briefing, notes)
        assert len([f for f in outcome.briefing.findings if _LASTING.search(f.message)]) >= 3


@pytest.mark.parametrize("fault", [fault for fault, lasting in LASTING.items() if lasting.run])
@pytest.mark.parametrize("jobs", [4, 16])
def test_a_fault_of_all_answers_ends_the_run_as_a_whole(tmp_path: Path, line: Line, fault: str, jobs: int) -> None:
    """Twelve sections would make as many times the calls that one makes. Nothing that was paid for is lost."""
    path, lasting = project(tmp_path), LASTING[fault]
    dead = Misbehaving(1, share=1.0, faults=(fault,))
    good = Misbehaving(1, share=0)
    first: list[str] = []  # a question is answered as it should be, before the server dies

    def respond(request: dict[str, Any], number: int) -> Answer:
        first.extend([question(request)] if number == 1 else [])
        return (good if number == 1 else dead)(request, number)

    stalls = fault in STALLS
    outcome = line.go(path, respond, jobs=jobs, timeout=0.4 if stalls else 60)
    assert isinstance(outcome, ModelError)
    assert len(line.asked) <= 1 + lasting.run + 2 * min(jobs, 12)  # under way at the good answer, and at the end
    assert lasting.said(outcome.what)
    together = "the run gives up after" in outcome.what  # else one section had tried its own fill before
    assert together or f"given up after {lasting.reply} calls" in outcome.what
    assert (outcome.where == f"scripted at {line.server.base_url}") == together
    assert outcome.hint
    assert outputs(tmp_path) == {}
    kept = _kept(tmp_path)
    assert kept == 1 or stalls  # on a slow machine, the good answer may take longer than a call may
    again = line.go(path, good, timeout=60)
    assert isinstance(again, Outcome)
    assert again.usage.cached == kept
    assert not kept or set(first).isdisjoint(line.asked)


@pytest.mark.parametrize("seed", seeds(6, 100))
def test_a_server_that_fails_three_times_in_ten_is_not_given_up(tmp_path: Path, line: Line, seed: int) -> None:
    outcome = line.go(project(tmp_path), Misbehaving(seed, faults=OF_THE_SERVER), jobs=16, timeout=60)
    assert isinstance(outcome, Outcome) or "the run gives up" not in outcome.what


@pytest.mark.parametrize("seed", seeds(4, 40))
def test_the_budget_stops_before_the_call(tmp_path: Path, line: Line, seed: int, honest_briefing: Briefing) -> None:
    limit = 60_000 + 5_000 * (seed % 5)
    path = project(tmp_path, manifest=MANIFEST + f"model: {{max_tokens: 1500, budget: {{tokens: {limit}}}}}\n")
    bad = Misbehaving(seed)
    outcome = line.go(path, bad)
    assert bad.spent <= limit
    if isinstance(outcome, Outcome):
        is_whole(outcome, honest_briefing)
    else:
        assert isinstance(outcome, BudgetExceeded) or outcome.exit_code == 4
        assert outputs(tmp_path) == {}
    project(tmp_path, manifest=MANIFEST + "model: {max_tokens: 1500}\n")
    again = line.go(path, Misbehaving(seed, share=0), timeout=60)
    assert isinstance(again, Outcome)
    assert bad.good.isdisjoint(line.asked)


def test_the_memory_is_what_was_returned(tmp_path: Path, line: Line) -> None:
    outcome = line.go(project(tmp_path), Misbehaving(3))
    if isinstance(outcome, Outcome):
        assert codec.load(outputs(tmp_path)["briefing.json"], "x") == outcome.briefing
        assert outcome.usage != Usage()
