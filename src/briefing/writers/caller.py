"""One call after the other, until a reply can be used. In: a Job. Out: a Usable; or what it ended with: Passing (enough
was tried), Refused (the request as put), Hopeless (nobody asks this server any more), ModelError.

Each call is held against the budget before it is made, goes through the gate, and is put in the dialect that the server
understands, which the first calls find out.
"""

import threading
from collections.abc import Callable

from tenacity import RetryCallState, Retrying, retry_if_exception_type

from briefing import tokens
from briefing.model import Usage
from briefing.writers.breaker import TRIES, Patience
from briefing.writers.client import Client, Passing, Refused
from briefing.writers.dialect import Dialect
from briefing.writers.job import OF_THE_RUN, PATIENCE, PATIENCE_OF_MODELS, Job, Usable
from briefing.writers.ledger import Ledger
from briefing.writers.options import OPENAI, WriterOptions
from briefing.writers.prices import price
from briefing.writers.reply import Answer
from briefing.writers.usable import usable


class Caller:
    """Used by several threads at once."""

    def __init__(self, options: WriterOptions, client: Client) -> None:
        self._options = options
        self._client = client
        self.gate = options.commons.gate(options.address, options.jobs, options.pace)
        self.ledger = Ledger(
            options.model.budget,
            self._price,
            options.commons.ledger,
            cell=options.balance,
            lost_after=options.lost_after,
        )
        self.dialect = Dialect(limit="max_completion_tokens" if options.address == OPENAI else "max_tokens")
        self.over = threading.Event()
        self._lock = threading.Lock()
        self._announced: set[str] = set()  # what is waited for, since the server last answered

    def close(self) -> None:
        """Let no further call begin, and end all waits."""
        self.over.set()
        self.gate.wake()

    def reply(self, job: Job) -> Usable:
        try:
            found: Usable = self._retrying(job)(self._attempt, job)
            return found
        except Passing as error:
            if error.kind not in PATIENCE_OF_MODELS:
                self.gate.given_up(error.kind, str(error), self._most(error))
            elif job.partly:
                return job.partly
            times = f"{job.used.calls} calls" if job.used.calls > 1 else "1 call"
            raise Passing(error.kind, f"{error} (given up after {times})") from None

    def cost(self, ingoing: int, outgoing: int, share: float = 1.0) -> Usage:
        """Of one call, in tokens."""
        dollars = self._price(ingoing, outgoing)
        return Usage(1, ingoing, outgoing, usd=None if dollars is None else dollars * share)

    def _price(self, ingoing: int, outgoing: int) -> float | None:
        return price(self._options.model.name, self._options.address, ingoing, outgoing)

    # ── Again ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _retrying(self, job: Job) -> Retrying:
        def stop(state: RetryCallState) -> bool:
            problem = _problem(state)
            last = state.attempt_number >= self._options.attempts
            return last or job.failures[problem.kind] >= self._most(problem) or self._too_long(problem)

        def wait(state: RetryCallState) -> float:
            problem = _problem(state)
            if problem.kind in PATIENCE_OF_MODELS:
                return problem.wait or 0.0
            own = problem.wait
            if own is None:
                own = min(2.0 ** (state.attempt_number - 1), _patience(problem).longest)
            return max(own, self.gate.pause)

        def announce(state: RetryCallState) -> None:
            problem = _problem(state)
            about = job.task.id if problem.kind in PATIENCE_OF_MODELS else self._options.address
            if self.gate.hopeless is None:
                self._announce(f"{about}: {problem}; again in {state.upcoming_sleep:g} s")

        return Retrying(
            retry=retry_if_exception_type(Passing),
            stop=stop,
            wait=wait,
            sleep=lambda seconds: self.gate.sleep(seconds, self.over),
            before_sleep=announce,
            reraise=True,
        )

    def _most(self, problem: Passing) -> int:
        """Calls for one reply that may end like this."""
        return min(self._options.attempts, PATIENCE.get(problem.kind, self._options.attempts))

    def _announce(self, line: str) -> None:
        """Say it once, however many sections wait for the same."""
        with self._lock:
            new = line not in self._announced
            self._announced.add(line)
        if new:
            self._options.say(line)

    def _attempt(self, job: Job) -> Usable:
        """Raises Passing, Refused, Hopeless, ModelError."""
        try:
            found = self._put(lambda dialect: self._paid_call(job, dialect))
            return self._judged(job, found)
        except Passing as error:
            job.failures[error.kind] += 1
            raise

    def _judged(self, job: Job, found: Answer) -> Usable:
        try:
            made = usable(job, found, self._options.model)
        except Passing as error:
            if error.kind in ("unreadable", "refusal"):
                self.gate.judged(False, error.kind, str(error))
            raise
        self.gate.judged(True)
        return made

    # ── One call ────────────────────────────────────────────────────────────────────────────────────────────────

    def _put(self, ask: Callable[[Dialect], Answer]) -> Answer:
        """Ask in the dialect that the server understands."""
        while True:
            dialect = self.dialect
            try:
                return ask(dialect)
            except Refused as error:
                understood = dialect.after(error.status, f"{error.message} {error.code}")
                if understood is None:
                    raise
                with self._lock:
                    if self.dialect == dialect:  # else another thread has learned it already
                        self.dialect = understood

    def _paid_call(self, job: Job, dialect: Dialect) -> Answer:
        """One call, within the budget and through the gate; what it cost is entered, however it ends."""
        task, chosen = job.task, self._options.model
        reservation = self.ledger.reserve(task.id, job.ingoing, job.max_tokens)
        body = dialect.request(chosen.name, task.messages, task.schema, chosen.temperature, job.max_tokens)
        cost = Usage()
        try:
            with self.gate.slot(self.over) as number, self._options.lease:
                try:
                    found = self._client.chat(body)
                    cost = self.cost(*counted(found, job.ingoing, chosen.name))
                    self._alive()
                    return found
                except Passing as error:
                    # Whether a call that was lost on the way is charged, nobody can tell: it counts as if it were.
                    cost = self.cost(job.ingoing, job.max_tokens) if error.paid else Usage(calls=1)
                    self._note(error, number)
                    raise
                except Refused:
                    cost = Usage(calls=1)
                    self._alive()
                    raise
        finally:
            job.used += cost
            self.ledger.settle(reservation, cost)

    def _alive(self) -> None:
        self.gate.answered()
        self._announced.clear()

    def _note(self, problem: Passing, number: int) -> None:
        too_long = self._too_long(problem)
        if problem.kind == "busy":
            self.gate.refused(number, 0.0 if too_long else problem.wait or 0.0)
        self.gate.failed(number, problem.kind, str(problem), Patience(1) if too_long else _patience(problem))

    def _too_long(self, problem: Passing) -> bool:
        return (problem.wait or 0.0) > self._options.longest_wait


def _patience(problem: Passing) -> Patience:
    return OF_THE_RUN.get(problem.kind, Patience(TRIES))


def _problem(state: RetryCallState) -> Passing:
    error = state.outcome.exception() if state.outcome else None
    if not isinstance(error, Passing):
        raise TypeError("only Passing is retried")
    return error


def counted(found: Answer, ingoing: int, model: str) -> tuple[int, int]:
    """Tokens in and out: the server's own figures, or ours where it gives none."""
    if found.input_tokens is None or found.output_tokens is None:
        return ingoing, tokens.count(found.content, model)
    return found.input_tokens, found.output_tokens
