"""One reply in the making, and how patient to be with it. In: a Task. Out: what was tried and found so far."""

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct, field

from briefing.model import Usage
from briefing.writers.base import Task
from briefing.writers.breaker import Patience
from briefing.writers.reply import Values

# Calls for one reply that may end in the same way, where it is the model's doing: asking again needs no waiting then.
# What is not named here may as often as the options allow.
PATIENCE_OF_MODELS: Mapping[str, int] = {"unreadable": 3, "shape": 2, "refusal": 2, "length": 2, "cut off": 1}
PATIENCE: Mapping[str, int] = {**PATIENCE_OF_MODELS, "no completion": 3, "unknown": 1}
# And of a run with its server, whoever asks.
OF_THE_RUN: Mapping[str, Patience] = {
    "unknown": Patience(tries=1),
    "unreachable": Patience(tries=3, longest=2.0),
    "no completion": Patience(tries=3),
    "timeout": Patience(tries=4),
}


class Usable(Struct, frozen=True):
    """content: a reply, or what was complete of it."""

    content: str
    values: Values


class Job(Struct):
    """Belongs to one thread."""

    task: Task
    ingoing: int  # tokens of the prompt, at most
    max_tokens: int  # of the reply
    used: Usage = field(default_factory=Usage)
    failures: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    partly: Usable | None = None  # of which a part is as it was asked for; used where no better one comes

    def once_more(self, kind: str) -> bool:
        """Whether it may be asked for again, when it has now failed in this way."""
        return self.failures[kind] + 1 < PATIENCE_OF_MODELS[kind]
