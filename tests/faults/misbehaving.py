"""A model's server that misbehaves: a share of its answers is one of the faults below, drawn by a seed.

What is drawn depends on the seed, on the request, and on how often the same was asked, and on nothing else: however the
threads of a run fall, the same seed gives the same faults.
"""

import json
import random
import re
import threading
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from briefing.fingerprint import digest
from briefing.writers.breaker import FAILED, TRIES, USELESS
from tests.faults.seeds import chance_of
from tests.servers import honest
from tests.servers.model_server import Answer, completion, failure

SHARE = 0.3
_REPLY_TO = re.compile(r'"reply_to" is "([^"]*)"')
Fault = Callable[[dict[str, Any], random.Random], Answer]


def _wrong_schema(fields: dict[str, Any], chance: random.Random) -> Answer:
    key = chance.choice(sorted(fields.keys() - {"reply_to"}))
    return completion({**fields, key: {"not": "asked for"}})


def _truncated(fields: dict[str, Any], chance: random.Random) -> Answer:
    text = json.dumps(fields)
    return completion(text[: chance.randrange(len(text) - 1)])


def _length(fields: dict[str, Any], chance: random.Random) -> Answer:
    text = json.dumps(fields)
    return completion(text[: chance.randrange(len(text) - 1)], finish="length")


def _another(fields: dict[str, Any], _: random.Random) -> Answer:
    return completion({**fields, "reply_to": "1999-12", **_swapped(fields)})


def _swapped(fields: Mapping[str, Any]) -> dict[str, Any]:
    """A choice that is not the honest one, so that it shows where it is used."""
    return {"quote": [3]} if "quote" in fields else {}


FAULTS: dict[str, Fault] = {
    "429": lambda *_: failure(429, "slow down"),
    "429 with Retry-After": lambda _, chance: failure(
        429, "slow down", headers={"Retry-After": str(chance.randint(0, 5))}
    ),
    "500": lambda *_: failure(500, "internal error"),
    "502": lambda *_: Answer(status=502, body="<html>Bad gateway</html>", headers={"Content-Type": "text/html"}),
    "503": lambda *_: failure(503, "overloaded"),
    "reset": lambda *_: Answer(reset=True),
    "no answer": lambda *_: Answer(stall=True),
    "slow drip": lambda fields, _: completion(fields, drip=0.05),
    "a web page": lambda *_: Answer(body="<html><body>Please sign in</body></html>"),
    "an answer cut short": lambda fields, _: completion(fields, cut=40),
    "truncated JSON": _truncated,
    "wrong schema": _wrong_schema,
    "refusal": lambda *_: completion(None, refusal="I cannot help with that."),
    "empty": lambda *_: completion(""),
    "finish_reason: length": _length,
    "a reply to another request": _another,
}


# Faults of which none says anything of the model
OF_THE_SERVER = ("429", "500", "502", "503", "reset", "an answer cut short")


@dataclass(frozen=True)
class Lasting:
    """What becomes of a fault that lasts. what: what the run ends with, or the other, after "|"; "" where it does not
    end. reply: calls for one reply, at most. run: calls in a row that end the run as a whole; 0 where each reply is
    judged by itself."""

    what: str
    reply: int
    run: int = 0

    def said(self, what: str) -> bool:
        return what.startswith(tuple(self.what.split("|")))


LASTING: dict[str, Lasting] = {
    "429": Lasting("the server answered 429", TRIES, FAILED),
    "429 with Retry-After": Lasting("the server answered 429 (slow down)", TRIES),  # and may ask for no wait
    "500": Lasting("the server answered 500", TRIES, FAILED),
    "502": Lasting("the server answered 502 (a web page)", TRIES, FAILED),
    "503": Lasting("the server answered 503", TRIES, FAILED),
    "reset": Lasting("the connection broke off", TRIES, FAILED),
    "no answer": Lasting("no whole answer came within", TRIES, FAILED),
    "slow drip": Lasting("no whole answer came within", TRIES, FAILED),
    "a web page": Lasting("the server answered with a web page instead of JSON", 3, FAILED),
    "an answer cut short": Lasting("the connection broke off", TRIES, FAILED),
    "truncated JSON": Lasting("the reply|the JSON of the reply", 3, USELESS),
    "wrong schema": Lasting("", 3),
    "refusal": Lasting("the model refuses to write this (I cannot help with that.)", 2, USELESS),
    "empty": Lasting("the reply is empty", 3, USELESS),
    "finish_reason: length": Lasting("the reply did not end within", 3),
    "a reply to another request": Lasting("it says that it replies to another request", 3, USELESS),
}


class Misbehaving:
    """To be called as ModelServer's `respond`. `good`: the questions that were answered as they should be."""

    def __init__(self, seed: int, share: float = SHARE, faults: Collection[str] = tuple(FAULTS)) -> None:
        self.seed, self.share, self.faults = seed, share, sorted(faults)
        self.good: set[str] = set()
        self.spent = 0  # tokens that the server would charge
        self.given: Counter[str] = Counter()
        self._asked: Counter[str] = Counter()
        self._lock = threading.Lock()

    def __call__(self, request: dict[str, Any], _: int) -> Answer:
        name = question(request)
        with self._lock:
            self._asked[name] += 1
            chance = chance_of(self.seed, name, self._asked[name])
            fault = chance.choice(self.faults) if chance.random() < self.share else ""
            self.given[fault] += 1
            if not fault:
                self.good.add(name)
        fields = honest.answer(request)
        answer = FAULTS[fault](fields, chance) if fault else completion(fields)
        return self._charged(request, answer)

    def _charged(self, request: dict[str, Any], answer: Answer) -> Answer:
        """The answer with the tokens that it cost, as a server counts them: about four characters each."""
        if not isinstance(answer.body, dict) or "choices" not in answer.body:
            return answer
        ingoing = sum(len(message["content"]) for message in request["messages"]) // 4
        outgoing = len(str(answer.body["choices"][0]["message"]["content"])) // 4
        with self._lock:
            self.spent += ingoing + outgoing
        usage = {"prompt_tokens": ingoing, "completion_tokens": outgoing, "total_tokens": ingoing + outgoing}
        return replace(answer, body={**answer.body, "usage": usage})


def about(request: dict[str, Any]) -> str:
    """The section that is asked for, or "overview"."""
    return str(_REPLY_TO.findall(request["messages"][-1]["content"])[-1])


def question(request: dict[str, Any]) -> str:
    """What is asked, however it is put."""
    return digest([message["content"] for message in request["messages"]])
