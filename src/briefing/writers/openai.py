"""The writer behind which a language model stands, at any server that speaks the OpenAI chat-completions protocol.

In: a Task with its prompt. Out: a Reply. One that is kept is taken, and not paid for again; else the server is asked
(caller.py), or the question put off to a batch (batch.py); what comes is kept.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn

from msgspec.structs import replace

from briefing import tokens
from briefing.errors import BudgetExceeded, ManifestError, ModelError
from briefing.model import Draft, Usage
from briefing.writers.base import PutOff, Reply, Task
from briefing.writers.batch import Batches
from briefing.writers.breaker import Hopeless
from briefing.writers.caller import Caller, counted
from briefing.writers.client import Client, Passing, Refused
from briefing.writers.job import PATIENCE_OF_MODELS, Job
from briefing.writers.kept import KeptReplies
from briefing.writers.options import DISCOUNT, WriterOptions
from briefing.writers.usable import remarks

_FRAME = 8  # tokens that a server adds for each message, at most
_LOOK = 0.1  # seconds from one look at what another process does to the next

_BY_STATUS = {
    401: "Check OPENAI_API_KEY: the server does not take it.",
    403: "The key is not allowed to use this model, or this address.",
    404: "Check the name of the model, and the base URL: most end in /v1.",
    **dict.fromkeys(
        (301, 302, 303, 307, 308),
        "It leads elsewhere, where no source and no key is sent: set OPENAI_BASE_URL to the address that is meant.",
    ),
    413: "Lower model.window in the manifest, so that long sections are split.",
}
_KEPT = "Run again: replies that were paid for are kept."
_BY_KIND = {
    "unreachable": "Is the server running, and OPENAI_BASE_URL its address? Replies that were paid for are kept.",
    "unknown": "Check the network, and the address in OPENAI_BASE_URL or --base-url.",
    "busy": "The server has no room: run again later, or with a lower --jobs. Replies that were paid for are kept.",
    "timeout": "A slow model needs more time (--timeout), or shorter sections: lower model.window.",
    "cut off": "Raise model.max_tokens in the manifest: a model that reasons first needs room for that too.",
    "refusal": "Another model may write it; the sections that are done are kept.",
    "no completion": "Something else answers at this address, such as a proxy: check OPENAI_BASE_URL; most end in /v1.",
    "unreadable": "The model does not keep to the form asked for: try a stronger one (docs/models.md of briefing).",
}


class OpenAIWriter:
    engine = "openai"
    prompted = True
    window = 0

    def __init__(self, options: WriterOptions) -> None:
        """Raises ManifestError where no model is named."""
        self.model = options.model.name
        if not self.model:
            raise ManifestError(
                "no model is named",
                where="model.name",
                hint="Name it in the manifest (model: {name: …}), by --model or in BRIEFING_MODEL.",
            )
        self._options = options
        self._client = Client(options)
        self._caller = Caller(options, self._client)
        self._kept = KeptReplies(options)
        self._batches = Batches(options, self._client, self._kept, self._look_again)

    @property
    def usage(self) -> Usage:
        """Of the whole run, calls without a usable reply included."""
        return self._caller.ledger.total

    def close(self) -> None:
        """Let no further call begin, end all waits, and give the connections back."""
        self._caller.close()
        self._client.close()

    def draft(self, task: Task) -> Reply:
        """Of all that would ask for the same, one does; the others take its reply."""
        with self._explained(task):
            if kept := self._at_hand(task):
                return kept
            with self._kept.alone(task, self._waiting(task)):
                return self._at_hand(task) or self._asked(task)

    def hand_in(self) -> str:
        return self._batches.hand_in()

    def _waiting(self, task: Task) -> Callable[[str], None]:
        told: list[str] = []

        def wait(who: str) -> None:
            if not told:
                told.append(who)
                self._options.say(f"{task.id}: {who} asks for the same, and its reply is waited for")
            self._look_again(who)

        return wait

    def _look_again(self, _: str) -> None:
        self._caller.gate.sleep(_LOOK, self._caller.over)

    # ── What is there ───────────────────────────────────────────────────────────────────────────────────────────

    def _at_hand(self, task: Task) -> Reply | None:
        kept = self._kept_reply(task)
        if kept is not None:
            self._caller.ledger.note(kept.usage)
        return kept

    def _kept_reply(self, task: Task) -> Reply | None:
        kept = self._kept.get(task)
        if kept is None and not (self._options.offline or self._options.fresh):
            self._batches.collect()
            kept = self._kept.get(task)
        came = self._batches.brought(task)
        if came is None:
            return kept
        cost = self._caller.cost(*counted(came, self._tokens_of(task), self.model), DISCOUNT)
        if kept is None:  # what cannot be used is paid for all the same
            self._caller.ledger.note(cost)
            return None
        return replace(kept, usage=cost)

    def _put_off(self, task: Task) -> NoReturn:
        """Nothing that the budget may not bear is handed in: the most that it can cost is set aside."""
        ingoing, chosen = self._tokens_of(task), self._options.model
        ledger = self._caller.ledger
        try:
            held = ledger.reserve(task.id, ingoing, chosen.max_tokens)
        except BudgetExceeded as error:
            self._batches.leave(error)
            raise PutOff(task.id) from None
        most = replace(self._caller.cost(ingoing, chosen.max_tokens, DISCOUNT), calls=0)
        ledger.settle(held, most, aside=True)
        form = self._caller.dialect
        body = form.request(self.model, task.messages, task.schema, chosen.temperature, chosen.max_tokens)
        self._batches.put_off(task, body)
        raise PutOff(task.id)

    # ── Asking ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _asked(self, task: Task) -> Reply:
        if self._options.offline and not self._options.local:
            raise ModelError(
                "no reply is kept for it, and --offline forbids to ask for one",
                where=task.id,
                hint="Run without --offline.",
            )
        if self._options.batch == "cancel":  # a run that gives up pays for nothing
            self._batches.give_up(task)
            if kept := self._at_hand(task):
                return kept
            raise PutOff(task.id)
        if self._batches.holds(task):
            raise PutOff(task.id)
        if self._options.batch == "hand in" and not self._batches.goes_on(task):
            raise PutOff(task.id)
        if why := self._batches.in_vain(task):
            return self._after_a_batch(task, why)
        if self._options.batch == "hand in":
            self._put_off(task)
        return self._written(task)

    def _after_a_batch(self, task: Task, why: str) -> Reply:
        if not self._batches.told(task):
            self._options.say(f"{task.id}: a batch has tried it in vain, and it is asked for at once ({why})")
        try:
            return self._written(task)
        except (
            Passing,
            Hopeless,
        ) as error:  # where the run has given the model up, it has for all that it asks at once
            if error.kind in (*PATIENCE_OF_MODELS, "no completion"):
                self._batches.failed_at_once(task, str(error))
            raise

    def _written(self, task: Task) -> Reply:
        job = Job(task, self._tokens_of(task), self._options.model.max_tokens)
        found = self._caller.reply(job)
        notes = (*job.notes, *remarks(found.values))
        self._kept.put(task, found.content, notes)
        return Reply(Draft(found.values.fields), job.used, found.content, notes)

    @contextmanager
    def _explained(self, task: Task) -> Iterator[None]:
        """Raises ModelError: what, where, and what to do."""
        at = f"{self.model} at {self._options.address}"
        try:
            yield
        except (Passing, Hopeless) as error:
            last = self._caller.gate.hopeless or error  # once it is hopeless, all end with the same
            where = at if isinstance(last, Hopeless) else f"{task.id}, {at}"
            raise ModelError(str(last), where=where, hint=_BY_KIND.get(last.kind, _KEPT)) from None
        except Refused as error:
            said = f"the server refuses the request with {error.status} ({error.message})"
            hint = _BY_STATUS.get(error.status, "See docs/models.md of briefing.")
            raise ModelError(said, where=f"{task.id}, {at}", hint=hint) from None

    def _tokens_of(self, task: Task) -> int:
        """What the prompt is to the model, at most: the schema is part of it at most servers."""
        name = "" if self._options.offline else self.model
        schema = json.dumps(task.schema) if task.schema else ""
        texts = [*(message.content for message in task.messages), schema]
        return sum(tokens.count(text, name) + _FRAME for text in texts)
