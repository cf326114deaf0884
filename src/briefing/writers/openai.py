"""The writer behind which a language model stands, at any server that speaks the OpenAI chat-completions protocol.

In: a Task with its prompt. Out: a Reply. In this order: a reply that is kept is taken, and not paid for again; else the
budget is held, a place at the gate is waited for, the server is asked, in its own dialect, and asked again where that
may help; what comes is read as fields, and kept.
"""

import json
import threading
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any, NoReturn

from tenacity import RetryCallState, Retrying, retry_if_exception_type

from briefing import tokens
from briefing.errors import ManifestError, ModelError
from briefing.model import Draft, Usage
from briefing.writers.base import PutOff, Reply, Task
from briefing.writers.batch import DISCOUNT, Batches
from briefing.writers.client import Client, Passing, Refused
from briefing.writers.dialect import Dialect
from briefing.writers.kept import KeptReplies
from briefing.writers.ledger import Ledger
from briefing.writers.options import OPENAI, WriterOptions
from briefing.writers.prices import price
from briefing.writers.reply import Answer, Unreadable, values, whole_part

_FRAME = 8  # tokens that a server adds for each message, at most
_LONGEST = 32_768  # tokens that a reply which did not fit the first time may have
_LONGER = 4  # times as many
# Calls that may end in the same way; what is not named here has as many as the options allow.
_PATIENCE_OF_MODELS = {"unreadable": 3, "shape": 2, "refusal": 2, "length": 2}  # not the server's trouble: no waiting
_PATIENCE = {**_PATIENCE_OF_MODELS, "unreachable": 3, "unknown": 1}

_HINTS = {
    401: "Check OPENAI_API_KEY: the server does not take it.",
    403: "The key is not allowed to use this model, or this address.",
    404: "Check the name of the model, and the base URL: most end in /v1.",
    413: "Lower model.window in the manifest, so that long sections are split.",
}


@dataclass(slots=True)
class _Job:
    """One reply in the making. Belongs to one thread."""

    task: Task
    ingoing: int  # tokens of the prompt, at most
    max_tokens: int  # of the reply
    used: Usage = field(default_factory=Usage)
    failures: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)


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
        self._kept = KeptReplies(options)
        self._batches = Batches(options, self._client, self._kept)
        self._gate = options.commons.gate(options.address, options.jobs, options.pace)
        self._over = threading.Event()
        self._ledger = Ledger(options.model.budget, self._price, options.commons.ledger)
        limit: Any = "max_completion_tokens" if options.address == OPENAI else "max_tokens"
        self._dialect = Dialect(limit=limit)
        self._lock = threading.Lock()
        self._announced: set[str] = set()  # what is waited for, since the server last answered

    @property
    def usage(self) -> Usage:
        """Of the whole run, calls without a usable reply included."""
        return self._ledger.total

    def close(self) -> None:
        """Let no further call begin, end all waits, and give the connections back."""
        self._over.set()
        self._gate.wake()
        self._client.close()

    def draft(self, task: Task) -> Reply:
        if not self._options.fresh and (kept := self._kept_reply(task)):
            self._ledger.note(kept.usage)
            return kept
        if self._options.offline and not self._options.local:
            raise ModelError(
                "no reply is kept for it, and --offline forbids to ask for one",
                where=task.id,
                hint="Run without --offline.",
            )
        if self._batches.holds(task):
            raise PutOff(task.id)
        if self._options.batch == "hand in":
            self._put_off(task)
        job = _Job(task, self._tokens_of(task), self._options.model.max_tokens)
        try:
            return self._retrying(job)(self._ask, job)
        except Passing as error:
            times = f"{job.used.calls} calls" if job.used.calls > 1 else "1 call"
            raise self._failure(task, f"{error} (given up after {times})", _hint(error.kind)) from None
        except Refused as error:
            said = f"the server refuses the request with {error.status} ({error.message})"
            raise self._failure(task, said, _HINTS.get(error.status, "See docs/models.md of briefing.")) from None

    def hand_in(self) -> str:
        return self._batches.hand_in()

    def _kept_reply(self, task: Task) -> Reply | None:
        kept = self._kept.get(task)
        if kept is None and not self._options.offline:
            self._batches.collect()
            kept = self._kept.get(task)
        came = self._batches.collected.pop(self._kept.key(task), None)
        if kept is None or came is None:
            return kept
        return replace(kept, usage=self._cost(*_counted(came, self._tokens_of(task), self.model), DISCOUNT))

    def _put_off(self, task: Task) -> NoReturn:
        """Nothing that the budget may not bear is handed in: the most that it can cost is entered."""
        ingoing, most = self._tokens_of(task), self._options.model.max_tokens
        held = self._ledger.reserve(task.id, ingoing, most)
        self._ledger.settle(held, replace(self._cost(ingoing, most, DISCOUNT), calls=0))
        form = self._dialect
        temperature = self._options.model.temperature
        self._batches.put_off(task, form.request(self.model, task.messages, task.schema, temperature, most))
        raise PutOff(task.id)

    # ── Asking ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _retrying(self, job: _Job) -> Retrying:
        def stop(state: RetryCallState) -> bool:
            kind = _problem(state).kind
            most = min(self._options.attempts, _PATIENCE.get(kind, self._options.attempts))
            last = state.attempt_number >= self._options.attempts or job.failures[kind] >= most
            return last or self._too_long(_problem(state))

        def wait(state: RetryCallState) -> float:
            problem = _problem(state)
            if problem.wait is not None or problem.kind in _PATIENCE_OF_MODELS:
                return problem.wait or 0.0
            return min(2.0 ** (state.attempt_number - 1), 30.0)

        def announce(state: RetryCallState) -> None:
            problem = _problem(state)
            about = self._options.address if problem.kind == "unreachable" else job.task.id
            self._announce(f"{about}: {problem}; again in {state.upcoming_sleep:g} s")

        return Retrying(
            retry=retry_if_exception_type(Passing),
            stop=stop,
            wait=wait,
            sleep=lambda seconds: self._gate.sleep(seconds, self._over),
            before_sleep=announce,
            reraise=True,
        )

    def _announce(self, line: str) -> None:
        """Say it once, however many sections wait for the same."""
        with self._lock:
            new = line not in self._announced
            self._announced.add(line)
        if new:
            self._options.say(line)

    def _ask(self, job: _Job) -> Reply:
        """One attempt. Raises Passing, Refused, ModelError."""
        try:
            return self._read(job, self._call(job))
        except Passing as error:
            job.failures[error.kind] += 1
            raise

    def _call(self, job: _Job) -> Answer:
        """Ask once, in the dialect that the server understands, which the first calls find out."""
        while True:
            dialect = self._dialect
            try:
                return self._paid_call(job, dialect)
            except Refused as error:
                understood = dialect.after(error.status, f"{error.message} {error.code}")
                if understood is None:
                    raise
                with self._lock:
                    if self._dialect == dialect:  # else another thread has learned it already
                        self._dialect = understood

    def _paid_call(self, job: _Job, dialect: Dialect) -> Answer:
        """One call, within the budget and through the gate; what it cost is entered, however it ends."""
        task = job.task
        reservation = self._ledger.reserve(task.id, job.ingoing, job.max_tokens)
        body = dialect.request(self.model, task.messages, task.schema, self._options.model.temperature, job.max_tokens)
        cost = Usage()
        try:
            with self._gate.slot(self._over) as number, self._options.lease:
                try:
                    found = self._client.chat(body)
                    cost = self._cost(*_counted(found, job.ingoing, self.model))
                    self._gate.answered()
                    self._announced.clear()
                    return found
                except Passing as error:
                    # Whether a call that was lost on the way is charged, nobody can tell: it counts as if it were.
                    cost = self._cost(job.ingoing, job.max_tokens) if error.paid else Usage(calls=1)
                    if error.kind == "busy":
                        self._gate.refused(number, 0.0 if self._too_long(error) else error.wait or 0.0)
                    raise
                except Refused:
                    cost = Usage(calls=1)
                    raise
        finally:
            job.used += cost
            self._ledger.settle(reservation, cost)

    def _cost(self, ingoing: int, outgoing: int, share: float = 1.0) -> Usage:
        price = self._price(ingoing, outgoing)
        return Usage(1, ingoing, outgoing, usd=None if price is None else price * share)

    def _price(self, ingoing: int, outgoing: int) -> float | None:
        return price(self.model, self._options.address, ingoing, outgoing)

    def _tokens_of(self, task: Task) -> int:
        """What the prompt is to the model, at most: the schema is part of it at most servers."""
        name = "" if self._options.offline else self.model
        schema = json.dumps(task.schema) if task.schema else ""
        texts = [*(message.content for message in task.messages), schema]
        return sum(tokens.count(text, name) + _FRAME for text in texts)

    # ── Reading ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _read(self, job: _Job, found: Answer) -> Reply:
        """Raises Passing where asking again may bring a better reply."""
        self._refuse_refusals(found)
        content = found.content
        try:
            read = values(content, job.task.fields, job.task.id)
        except Unreadable as error:
            if found.finish != "length":
                raise Passing("unreadable", str(error)) from None
            content = self._cut_off(job, content)
            read = values(content, job.task.fields, job.task.id)
        if read.defects and job.failures["shape"] + 1 < _PATIENCE["shape"]:
            raise Passing("shape", read.defects[0])
        notes = (
            *job.notes,
            *(f"not as asked for in the model's reply: {defect}" for defect in read.defects),
            *(f"the model filled {key!r:.40}, which was not asked for; it is left out" for key in read.unasked),
        )
        if not read.defects:
            self._kept.put(job.task, content, notes)
        return Reply(Draft(read.fields), job.used, content, notes)

    def _refuse_refusals(self, found: Answer) -> None:
        if found.refusal or found.finish == "content_filter":
            said = " ".join(found.refusal.split())[:200] or "its filter stopped the reply"
            raise Passing("refusal", f"the model refuses to write this ({said})")

    def _cut_off(self, job: _Job, content: str) -> str:
        """A reply that was cut at its limit: ask for one that may be longer, where there is room; after that, what is
        complete of it. A weak model repeats itself until it is stopped, and what came before may be sound."""
        room = self._options.model.window - job.ingoing
        longer = min(job.max_tokens * _LONGER, _LONGEST, room)
        cut = f"the reply did not end within {job.max_tokens} tokens"
        if longer > job.max_tokens and job.failures["length"] + 1 < _PATIENCE["length"]:
            job.max_tokens = longer
            job.notes.append(f"{cut}; it was asked for again with {longer}: raise model.max_tokens to save the call")
            raise Passing("length", cut)
        try:
            whole = whole_part(content)
            some = any(values(whole, job.task.fields, job.task.id).fields.values())
        except Unreadable:
            some = False
        if not some:
            raise self._failure(job.task, cut, _hint("length"))
        job.notes.append(f"{cut}; what was complete of it was taken")
        return whole

    def _too_long(self, problem: Passing) -> bool:
        return (problem.wait or 0.0) > self._options.longest_wait

    def _failure(self, task: Task, what: str, hint: str) -> ModelError:
        return ModelError(what, where=f"{task.id}, {self.model} at {self._options.address}", hint=hint)


def _problem(state: RetryCallState) -> Passing:
    error = state.outcome.exception() if state.outcome else None
    if not isinstance(error, Passing):
        raise TypeError("only Passing is retried")
    return error


def _counted(found: Answer, ingoing: int, model: str) -> tuple[int, int]:
    """Tokens in and out: the server's own figures, or ours where it gives none."""
    if found.input_tokens is None or found.output_tokens is None:
        return ingoing, tokens.count(found.content, model)
    return found.input_tokens, found.output_tokens


def _hint(kind: str) -> str:
    return {
        "unreachable": "Is the server running, and OPENAI_BASE_URL its address?",
        "unknown": "Check the network, and the address in OPENAI_BASE_URL or --base-url.",
        "busy": "The server has no room: run again later, or with a lower --jobs.",
        "timeout": "A slow model needs more time, or shorter sections: lower model.window.",
        "length": "Raise model.max_tokens in the manifest: a model that reasons first needs room for that too.",
        "refusal": "Another model may write it; the sections that are done are kept.",
        "unreadable": "The model does not keep to the form asked for: try a stronger one (docs/models.md of briefing).",
    }.get(kind, "Run again: replies that were paid for are kept.")
