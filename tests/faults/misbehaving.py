"""A model's server that misbehaves: a share of its answers is one of the faults below, drawn by a seed.

What is drawn depends on the seed, on the request, and on how often the same was asked, and on nothing else: however the
threads of a run fall, the same seed gives the same faults.
"""

import json
import random
import threading
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from briefing.fingerprint import digest
from tests.faults.seeds import chance_of
from tests.servers import honest
from tests.servers.model_server import Answer, completion, failure

SHARE = 0.3
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


# What a run ends with where a fault lasts, and after how many calls for one reply; "" where it does not end the run.
LASTING: dict[str, tuple[str, int]] = {
    "429": ("the server answered 429", 6),
    "429 with Retry-After": ("the server answered 429 (slow down), and asks to wait", 6),
    "500": ("the server answered 500", 6),
    "502": ("the server answered 502 (a web page)", 6),
    "503": ("the server answered 503", 6),
    "reset": ("the connection broke off", 6),
    "no answer": ("no whole answer came within", 6),
    "slow drip": ("no whole answer came within", 6),
    "a web page": ("the server answered with a web page instead of JSON", 3),
    "an answer cut short": ("the connection broke off", 6),
    "truncated JSON": ("the reply", 3),
    "wrong schema": ("", 3),
    "refusal": ("the model refuses to write this (I cannot help with that.)", 2),
    "empty": ("the reply is empty", 3),
    "finish_reason: length": ("the reply did not end within", 3),
    "a reply to another request": ("it says that it replies to another request", 3),
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


def question(request: dict[str, Any]) -> str:
    """What is asked, however it is put."""
    return digest([message["content"] for message in request["messages"]])
