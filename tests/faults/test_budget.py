"""The budget, in tokens and in dollars: held before each call, whatever the model costs, however many calls there are
at once, and through all that goes wrong. The bill is the server's: it charges for what was lost on the way too.

Dollars need a price, and so an address that the list of prices knows: the scripted server stands behind it, as a proxy.
"""

import random
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import genai_prices
import pytest
from msgspec.structs import replace

from briefing.errors import BudgetExceeded, ModelError
from briefing.manifest import load_manifest
from briefing.model import Budget
from briefing.pipeline import Outcome, run
from briefing.steps.options import RunOptions
from briefing.writers.commons import Commons
from tests.commands.run_briefing import briefing
from tests.faults.misbehaving import FAULTS, SHARE, Misbehaving, about, question
from tests.faults.seeds import chance_of, seeds
from tests.faults.year import MANIFEST, outputs, project, report
from tests.servers import honest
from tests.servers.model_server import Answer, ModelServer, completion
from tests.test_pipeline import hold

ADDRESS = "http://town.openai.azure.com/v1"
MODELS = ("gpt-4o-mini", "gpt-4o", "gpt-4", "o1")  # from 0.15 to 30 dollars for a million tokens
NOTES = report(months=range(1, 7))
LOST = ("reset", "no answer", "slow drip", "an answer cut short", "a web page")  # after the model has done its work


class Billed:
    """Misbehaves, and writes what it would charge: every call that reaches the model, in its own count of tokens."""

    def __init__(
        self, seed: int, model: str, share: float, faults: tuple[str, ...] = tuple(FAULTS), letters: int = 4
    ) -> None:
        """letters: of a prompt, that are a token."""
        self._bad = Misbehaving(seed, share, faults)
        self._seed, self._model, self._letters = seed, model, letters
        self._lock = threading.Lock()
        self.good = self._bad.good
        self.tokens, self.dollars = 0, 0.0
        self.mendings = 0

    def __call__(self, request: dict[str, Any], number: int) -> Answer:
        first = request["messages"][-1]["role"] == "user" and len(request["messages"]) == 2
        answer = self._bad(request, number)
        if first and answer.status == 200 and chance_of(self._seed, question(request)).random() < 0.5:
            answer = _unfounded(request, answer)
        elif not first:
            with self._lock:
                self.mendings += 1
        return self._charged(request, answer)

    def _charged(self, request: dict[str, Any], answer: Answer) -> Answer:
        if answer.status != 200:
            return answer  # refused before any work
        ingoing = sum(len(message["content"]) for message in request["messages"]) // self._letters
        done = answer.body["choices"][0]["message"]["content"] if isinstance(answer.body, dict) else ""
        outgoing = min(len(str(done or honest.answer(request))) // 3, limit_of(request))
        with self._lock:
            self.tokens += ingoing + outgoing
            self.dollars += dollars(self._model, ingoing, outgoing)
        if not isinstance(answer.body, dict):
            return answer
        return replace(answer, body={**answer.body, "usage": {"prompt_tokens": ingoing, "completion_tokens": outgoing}})


def limit_of(request: dict[str, Any]) -> int:
    return int(request.get("max_tokens") or request["max_completion_tokens"])


def dollars(model: str, ingoing: int, outgoing: int) -> float:
    usage = genai_prices.Usage(input_tokens=ingoing, output_tokens=outgoing)
    return float(genai_prices.calc_price(usage, model, provider_id="azure").total_price)


def _unfounded(request: dict[str, Any], answer: Answer) -> Answer:
    """The honest reply, with a number in it that no source has: it will have to be mended."""
    fields = honest.answer(request)
    for value in fields.values():
        if isinstance(value, list) and value and isinstance(value[0], dict) and "cites" in value[0]:
            value[0]["text"] = f"{value[0]['text']} It was so 98,765 times."
            return replace(completion(fields), **{k: getattr(answer, k) for k in ("reset", "stall", "drip", "cut")})
    return answer


@dataclass(frozen=True)
class Case:
    """One run, drawn by a seed. share: of what the whole would cost at most."""

    model: str
    max_tokens: int
    jobs: int
    faults: float
    money: bool
    in_manifest: bool
    share: float

    @classmethod
    def drawn(cls, seed: int) -> "Case":
        chance: random.Random = chance_of("budget", seed)
        return cls(
            model=MODELS[seed % len(MODELS)],
            max_tokens=chance.choice((500, 1500, 4096)),
            jobs=chance.choice((1, 4, 16)),
            faults=chance.choice((0.0, SHARE)),
            money=seed % 3 != 0,
            in_manifest=chance.random() < 0.5,
            share=chance.uniform(0.1, 0.7),
        )

    def budget(self) -> Budget:
        ingoing, outgoing = 7 * 2500, 7 * self.max_tokens
        if self.money:
            return Budget(usd=self.share * dollars(self.model, ingoing, outgoing))
        return Budget(tokens=round(self.share * (ingoing + outgoing)))

    def manifest(self) -> str:
        limit = self.budget()
        line = f"usd: {limit.usd:.9f}" if self.money else f"tokens: {limit.tokens}"
        within = f", budget: {{{line}}}" if self.in_manifest else ""
        return MANIFEST + f"model: {{name: {self.model}, max_tokens: {self.max_tokens}{within}}}\n"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    with ModelServer(lambda request, number: started.respond(request, number)) as started:  # type: ignore[attr-defined]
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("http_proxy", started.base_url.removesuffix("/v1"))
        yield started


def made(
    path: Path, server: ModelServer, respond: Billed, timeout: float = 2.0, **options: Any
) -> Outcome | ModelError:
    """timeout: seconds, so many that a loaded machine does not pass them where the server answers."""
    server.respond = respond  # type: ignore[attr-defined]
    server.requests.clear()
    try:
        settings = RunOptions(base_url=ADDRESS, api_key="k", timeout=timeout, pace=0.001, **options)
        return run(load_manifest(path), settings, {})
    except ModelError as error:
        return error


@pytest.mark.parametrize("seed", seeds(12, 120))
def test_no_bill_is_beyond_the_budget(tmp_path: Path, server: ModelServer, seed: int) -> None:
    case = Case.drawn(seed)
    limit = case.budget()
    path = project(tmp_path, NOTES, case.manifest())
    bill = Billed(seed, case.model, case.faults)
    commons = Commons(Budget() if case.in_manifest else limit)
    outcome = made(path, server, bill, jobs=case.jobs, commons=commons)
    assert bill.tokens <= (limit.tokens or 1e9)
    assert bill.dollars <= (limit.usd or 1e9)
    if isinstance(outcome, BudgetExceeded):
        assert ("model.budget" if case.in_manifest else "--budget-") in outcome.hint
        assert _had_to_stop(outcome.what)
    if isinstance(outcome, ModelError):
        assert outputs(tmp_path) == {}
    else:
        hold(outcome.briefing, NOTES)
    good = Billed(seed, case.model, 0.0)
    again = made(project(tmp_path, NOTES, MANIFEST + f"model: {{name: {case.model}, max_tokens: {case.max_tokens}}}\n"),
                 server, good)  # fmt: skip
    assert isinstance(again, Outcome)
    firsts = {question(request) for request in server.requests if len(request["messages"]) == 2}
    assert firsts.isdisjoint(bill.good)


def _had_to_stop(what: str) -> bool:
    """Whether the next call could indeed have passed the budget, by the figures of the message."""
    spent, limit, more = (float(n.replace(",", "")) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", what)[:3])
    return spent + more > limit


@pytest.mark.parametrize("fault", LOST)
def test_what_was_lost_on_the_way_is_held_to_have_been_charged(tmp_path: Path, server: ModelServer, fault: str) -> None:
    path = project(tmp_path, NOTES, MANIFEST + "model: {name: gpt-4o, max_tokens: 1000, budget: {usd: 0.05}}\n")
    bill = Billed(1, "gpt-4o", 1.0, (fault,))
    outcome = made(path, server, bill, timeout=0.5, jobs=4)
    assert isinstance(outcome, ModelError)
    assert 0 < bill.dollars <= 0.05


@pytest.mark.parametrize("jobs", [1, 4])
def test_a_server_that_counts_more_tokens_than_were_reckoned_with(
    tmp_path: Path, server: ModelServer, jobs: int
) -> None:
    """One letter a token: four times as many. What was under way when it first said so may pass the budget."""
    path = project(tmp_path, NOTES, MANIFEST + "model: {name: gpt-4o, max_tokens: 600, budget: {usd: 0.1}}\n")
    bill = Billed(1, "gpt-4o", 0.0, letters=1)
    outcome = made(path, server, bill, jobs=jobs)
    assert isinstance(outcome, BudgetExceeded)
    one = bill.dollars / len(server.requests)
    assert bill.dollars <= 0.1 + (jobs - 1) * one


def test_from_the_command_line(tmp_path: Path, server: ModelServer) -> None:
    path = project(tmp_path, NOTES, MANIFEST + "model: {name: gpt-4o, max_tokens: 1000}\n")
    bill = Billed(0, "gpt-4o", 0.0)
    server.respond = bill  # type: ignore[attr-defined]
    call = ("run", "--quiet", "--base-url", ADDRESS, "--jobs", "2", "--budget-usd", "0.04", f"sources/{path.name}")
    ended = briefing(tmp_path, *call)
    assert ended.returncode == 4
    assert "the next call could pass the budget ($0.0" in ended.stderr
    assert "Raise --budget-tokens or --budget-usd" in ended.stderr
    assert 0 < bill.dollars <= 0.04
    asked = set(map(about, server.requests))
    server.requests.clear()
    assert briefing(tmp_path, *call[:-2], "10", call[-1]).returncode == 0
    assert asked.isdisjoint(about(request) for request in server.requests if len(request["messages"]) == 2)
