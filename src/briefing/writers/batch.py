"""Replies at half the price: requests are handed in as a file, and a later run collects what has come of them.

The files and batches endpoints of the OpenAI protocol. What is with a batch is on record in the store from before the
batch exists until its replies are kept, so that nothing is asked, and paid for, a second time; and what a batch ended
without stays on record, so that nothing is handed in again and again.
"""

import json
import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from msgspec.structs import replace

from briefing.errors import BudgetExceeded, ModelError
from briefing.writers.base import Task
from briefing.writers.batch_calls import BatchCalls, Unanswered
from briefing.writers.batch_door import ENDPOINT
from briefing.writers.batch_record import KIND, Batch, BatchRecord, Try
from briefing.writers.batch_state import BatchStates
from briefing.writers.batch_take import some_of
from briefing.writers.client import Client
from briefing.writers.kept import KeptReplies
from briefing.writers.options import WriterOptions
from briefing.writers.reply import Answer

_MOST, _BYTES = 50_000, 100_000_000  # requests and bytes of one file; servers allow 50,000 and 200 MB
_TRIES = 2  # batches that may end without a reply before no further one is handed in
_ROUNDS = 4  # of handing in, where other machines hand in the same at the same time

T = TypeVar("T")


class Batches:
    """Of one server and model. Used by several threads at once."""

    def __init__(self, options: WriterOptions, client: Client, kept: KeptReplies, wait: Callable[[str], None]) -> None:
        """wait(who): called again and again while another has the record of what is with the server."""
        self._options, self._kept, self._wait = options, kept, wait
        self._calls = BatchCalls(options, client)
        self._record = BatchRecord(options)
        self._states = BatchStates(options, self._calls, self._record, kept)
        self._lock = threading.Lock()
        self._known: list[Batch] | None = None  # what is on record; None: not looked for yet
        self._put_off: dict[str, tuple[Task, Mapping[str, Any]]] = {}
        self._waited: set[str] = set()  # the keys of what was asked for and is with a batch
        self._stuck: dict[str, ModelError] = {}  # by the file of a batch that something asked for is with: why it stays
        self._tried: dict[str, str] = {}  # by the id of a task that no further batch is to try: why
        self._beyond: list[BudgetExceeded] = []  # why something was not put off
        self._came: dict[str, Answer | None] = options.commons.came

    def collect(self) -> None:
        """Keep the replies that have come. Asks the server only where something is with it. Raises ModelError."""
        with self._lock:
            if self._known is None:
                with self._alone():
                    self._record.adopt()
                    looked = [self._states.look_after(batch) for batch in self._record.load()]
                    self._known = [batch for batch in looked if batch is not None]

    def brought(self, task: Task) -> Answer | None:
        """What came of it in this run, once: it is paid for then."""
        key = self._kept.key(task)
        return self._came.pop(key) if self._came.get(key) else None

    def in_vain(self, task: Task) -> str:
        """Why another batch would fail at it, too, as one has; "" where it may bring it."""
        tries = self._tries(task)
        final = [each.why for each in tries if each.kind == "vain"]
        if len(tries) >= _TRIES:  # the server answers it, if only by saying that it has trouble: a call may do better
            final += [each.why for each in tries if each.kind == "passing"]
        return (final[0] or "it gives no reason") if final else self._kept.refused(task)

    def told(self, task: Task) -> bool:
        """Whether this run has said that a batch ended without it."""
        return self._came.get(self._kept.key(task), False) is None

    def _tries(self, task: Task) -> list[Try]:
        key = self._kept.key(task)
        return [batch.tried[key] for batch in self._known or () if key in batch.tried]

    def holds(self, task: Task) -> bool:
        """Whether the reply to it is being written by a batch, as far as is known."""
        key = self._kept.key(task)
        held = next((batch for batch in self._known or () if key in batch.tasks), None)
        if held is None:
            return False
        with self._lock:
            self._waited.add(key)
            if stuck := self._states.stuck(held):
                self._stuck[held.file] = stuck
        return True

    def give_up(self, task: Task) -> None:
        """Cancel the batch that its reply is being written by, once, and forget what was tried of it in vain; what has
        come by then is kept."""
        key = self._kept.key(task)
        with self._lock:
            if self._known is not None and not any(key in (*batch.tasks, *batch.tried) for batch in self._known):
                return
            with self._alone():
                known = self._record.load()
                looked = [self._states.give_up(batch, key) for batch in known]
                self._known = [batch for batch in looked if batch is not None]
            if any(key in batch.tasks for batch in known):
                self._waited.add(key)

    # ── Handing in ──────────────────────────────────────────────────────────────────────────────────────────────

    def goes_on(self, task: Task) -> bool:
        """Whether there is something left to try, by a batch, or at once after one; where not, hand_in() tells why."""
        tries = self._tries(task)
        if not any(each.kind == "at once" for each in tries) and (len(tries) < _TRIES or self.in_vain(task)):
            return True
        with self._lock:
            self._tried[task.id] = tries[-1].why
        return False

    def failed_at_once(self, task: Task, why: str) -> None:
        """After a batch, calls brought nothing of use, either: no further run by batch is to pay for it."""
        with self._lock, self._alone():
            self._record.save(self._record.failed_at_once(self._kept.key(task), why))

    def put_off(self, task: Task, body: Mapping[str, Any]) -> None:
        """Remember it for hand_in()."""
        with self._lock:
            self._put_off[self._kept.key(task)] = task, body

    def leave(self, why: BudgetExceeded) -> None:
        """Something is for a later run; what else is put off is handed in nevertheless."""
        with self._lock:
            self._beyond.append(why)

    def hand_in(self) -> str:
        """Hand in what was put off, and what nobody else has handed in since; says what becomes of it. Raises
        ModelError, after that, where something cannot go on by itself."""
        with self._lock, self._alone():
            said = [*self._handed_in()]
            self._put_off.clear()
        if self._options.batch == "cancel":
            return f"given up ({'; '.join(said) or 'nothing is with a batch'})"
        self._raise_what_is_stuck(said)
        if self._beyond:
            said.append(f"{len(self._beyond)} left for a later run, as the budget bears no more")
        return f"to come by batch ({'; '.join(said)})"

    def _raise_what_is_stuck(self, said: Sequence[str]) -> None:
        besides = f"; besides, {'; '.join(said)}" if said else ""
        for stuck in self._stuck.values():
            raise ModelError(stuck.what + besides, where=stuck.where, hint=stuck.hint)
        if self._tried:
            why = next(filter(None, self._tried.values()), "")
            what = f"{some_of(self._tried)}: tried twice in vain, by a batch at least once" + f" ({why})" * bool(why)
            hint = (
                "A run by batch does not pay for that again. Run without --batch, and it is asked for at once, at the "
                "usual price; or, where the server or the model has been mended, with --cancel-batch, and then anew."
            )
            raise ModelError(what + besides, where=self._options.address, hint=hint)
        if self._beyond and not said:
            raise self._beyond[0]

    def _handed_in(self) -> Iterator[str]:
        """What is with which batch. Of machines that hand in the same at once, all withdraw that see another do it, and
        try again after a while that is another for each."""
        mine: dict[str, str] = {}
        for again in range(_ROUNDS):
            if again:
                time.sleep(random.uniform(0.0, 2.0**again) * self._options.pace)  # noqa: S311 - to be at odds is all
            self._known = self._record.load()
            others = [batch for batch in self._known if batch.tasks and batch.file not in mine]
            self._waited |= {key for batch in others for key in batch.tasks if self._put_off.pop(key, None)}
            for tasks in [*_files(sorted(self._put_off.items()))]:
                if made := self._hand_in(tasks):
                    mine[made.file] = f"{len(tasks)} handed in as {made.id}"
                    for key, _ in tasks:
                        del self._put_off[key]
            if not self._put_off:
                break
        told = (batch for batch in others if batch.file not in self._stuck)
        yield from (self._with(batch) for batch in told if self._waited & batch.tasks.keys())
        yield from mine.values()
        if self._put_off:
            yield f"{len(self._put_off)} left for a later run, as another machine hands in the same"

    def _with(self, batch: Batch) -> str:
        state = self._states.said(batch)
        return f"{len(self._waited & batch.tasks.keys())} with {batch.name}" + f" ({state})" * bool(state)

    def _hand_in(self, tasks: Sequence[tuple[str, tuple[Task, Mapping[str, Any]]]]) -> Batch | None:
        """None where another machine hands in something of it."""
        file = self._calls.upload("".join(_line(key, body) for key, (_, body) in tasks))
        noted = self._record.new(file, {key: task.id for key, (task, _) in tasks})
        self._record.save(noted)  # before it costs anything: whoever is killed now finds it by its file
        if not self._record.has(noted):
            hint = "Make room, or let it be written to: else the next run would pay for the same again."
            raise ModelError("the record of a batch cannot be kept", where=self._options.store.where(KIND), hint=hint)
        if any(each.file != file and each.tasks.keys() & noted.tasks.keys() for each in self._record.load()):
            self._record.change(noted, None)
            return None
        try:
            made = replace(noted, id=self._calls.create(file))
        except Unanswered as error:
            if error.unmade:
                self._record.change(noted, None)
            raise
        self._record.save(made)
        self._known = [*(self._known or ()), made]
        self._states.begun(made)
        return made

    def _alone(self) -> AbstractContextManager[bool]:
        return self._record.alone(self._wait)


def _line(key: str, body: Mapping[str, Any]) -> str:
    request = {"custom_id": key, "method": "POST", "url": ENDPOINT, "body": body}
    return json.dumps(request, ensure_ascii=False) + "\n"


def _files(tasks: Sequence[T]) -> Iterator[Sequence[T]]:
    """As many as one file may hold, each time."""
    start = size = 0
    for n, task in enumerate(tasks):
        weight = len(str(task).encode())
        if n > start and (n - start >= _MOST or size + weight > _BYTES):
            yield tasks[start:n]
            start, size = n, 0
        size += weight
    if tasks[start:]:
        yield tasks[start:]
