"""Replies at half the price: requests are handed in as a file, and a later run collects what has come of them.

The files and batches endpoints of the OpenAI protocol. What is with a batch is on record in the store from before the
batch exists until its replies are kept, so that nothing is asked, and paid for, a second time.
"""

import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from typing import Any, TypeVar

from msgspec.structs import replace
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential

from briefing.errors import ModelError
from briefing.writers import batch_door
from briefing.writers.base import Task
from briefing.writers.batch_door import ENDPOINT, State
from briefing.writers.batch_record import Batch, BatchRecord
from briefing.writers.client import Client, Passing, Refused
from briefing.writers.kept import KeptReplies
from briefing.writers.options import WriterOptions
from briefing.writers.reply import Answer, Unreadable

_MOST, _BYTES = 50_000, 100_000_000  # requests and bytes of one file; servers allow 50,000 and 200 MB
_ATTEMPTS = 4
_SHOWN = 3  # failures that are told one by one

T = TypeVar("T")


class Batches:
    """Of one server and model. Used by several threads at once."""

    def __init__(self, options: WriterOptions, client: Client, kept: KeptReplies, wait: Callable[[str], None]) -> None:
        """wait(who): called again and again while another has the record of what is with the server."""
        self._options, self._client, self._kept, self._wait = options, client, kept, wait
        self._record = BatchRecord(options)
        self._lock = threading.Lock()
        self._open: list[Batch] | None = None  # None: not looked for yet
        self._put_off: dict[str, tuple[Task, Mapping[str, Any]]] = {}
        self._states = options.commons.states
        self._waited: set[str] = set()  # the keys of what was asked for and is with a batch
        self._given_up: set[str] = set()  # the files of the batches that were cancelled in this run
        self._came: dict[str, Answer | None] = options.commons.came

    def collect(self) -> None:
        """Keep the replies that have come. Asks the server only where something is with it. Raises ModelError."""
        with self._lock:
            if self._open is None:
                with self._alone():
                    before = self._record.load()
                    self._open = [batch for batch in map(self._look_after, before) if batch is not None]
                    if self._open != before:
                        self._record.save(self._open)

    def brought(self, task: Task) -> Answer | None:
        """What came of it in this run, once: it is paid for then."""
        key = self._kept.key(task)
        return self._came.pop(key) if self._came.get(key) else None

    def failed(self, task: Task) -> bool:
        """Whether a batch has tried it in vain: another one would, too."""
        return self._came.get(self._kept.key(task), False) is None

    def holds(self, task: Task) -> bool:
        """Whether the reply to it is being written by a batch."""
        key = self._kept.key(task)
        held = any(key in batch.tasks for batch in self._open or ())
        if held:
            self._waited.add(key)
        return held

    def give_up(self, task: Task) -> None:
        """Cancel the batch that its reply is being written by, once; what has come by then is kept."""
        key = self._kept.key(task)
        with self._lock, self._alone():
            before = self._record.load()
            held = next((batch for batch in before if key in batch.tasks), None)
            if held is None:
                return
            self._waited.add(key)
            if held.file in self._given_up:
                return
            self._given_up.add(held.file)
            if id_ := held.id or self._ask(lambda api: batch_door.made_of(api, held.file)):
                with suppress(_Gone):
                    self._ask(lambda api: batch_door.cancel(api, id_))
            self._states.pop(held.file, None)
            self._open = [left for each in before if (left := self._look_after(each) if each == held else each)]
            self._record.save(self._open)

    def put_off(self, task: Task, body: Mapping[str, Any]) -> None:
        """Remember it for hand_in()."""
        with self._lock:
            self._put_off[self._kept.key(task)] = task, body

    def hand_in(self) -> str:
        """Hand in what was put off, and what nobody else has handed in since; says what becomes of it. Raises
        ModelError."""
        with self._lock, self._alone():
            self._open = self._record.load()
            self._waited |= {key for batch in self._open for key in batch.tasks if self._put_off.pop(key, None)}
            said = [self._with(batch) for batch in self._open if self._waited & batch.tasks.keys()]
            files = _files(sorted(self._put_off.items()))
            said += [f"{len(tasks)} handed in as {self._hand_in(tasks)}" for tasks in files]
            self._put_off.clear()
            if self._options.batch == "cancel":
                return f"given up ({'; '.join(said) or 'nothing is with a batch'})"
            return f"to come by batch ({'; '.join(said)})"

    def _with(self, batch: Batch) -> str:
        state = self._states.get(batch.file, "")
        return f"{len(self._waited & batch.tasks.keys())} with {batch.name}" + f" ({state})" * bool(state)

    def _alone(self) -> AbstractContextManager[bool]:
        return self._record.alone(self._wait)

    # ── One batch ───────────────────────────────────────────────────────────────────────────────────────────────

    def _hand_in(self, tasks: Sequence[tuple[str, tuple[Task, Mapping[str, Any]]]]) -> str:
        lines = "".join(_line(key, body) for key, (_, body) in tasks)
        file = self._ask(lambda api: batch_door.upload(api, lines))
        recorded = Batch(file, "", {key: task.id for key, (task, _) in tasks})
        others = self._open or []
        self._record.save([*others, recorded])  # before it costs anything: whoever is killed now finds it by its file
        if recorded not in self._record.load():
            hint = "Make room, or let it be written to: else the next run would pay for the same again."
            raise ModelError("the record of a batch cannot be kept", where=str(self._options.store.root), hint=hint)
        batch = self._create(file)
        self._open = [*others, replace(recorded, id=batch)]
        self._record.save(self._open)
        self._states[file] = ""
        return batch

    def _create(self, file: str) -> str:
        """Once: where the answer was lost on the way, the batch may exist all the same."""
        tried: list[bool] = []

        def create(api: Any) -> str:
            if tried and (found := batch_door.made_of(api, file)):
                return found
            tried.append(True)
            return batch_door.create(api, file)

        return self._ask(create)

    def _look_after(self, batch: Batch) -> Batch | None:
        """What of it is still to be waited for, after what has come was kept. Of many briefings, one asks."""
        if batch.id and batch.file in self._states:
            return batch
        id_ = batch.id or self._ask(lambda api: batch_door.made_of(api, batch.file))
        if not id_:
            return None  # it never came to be
        try:
            state = self._ask(lambda api: batch_door.state(api, id_))
        except _Gone:
            self._options.say(f"the batch {id_} is not known to the server any more")
            return None
        if state.under_way:
            self._states[batch.file] = state.said
            return replace(batch, id=id_)
        self._take_all(state, batch)
        return None

    def _take_all(self, state: State, batch: Batch) -> None:
        why = state.reasons
        taken: set[str] = set()
        for file in state.files:
            for line in self._lines(file):
                key, reason = self._take(line, batch)
                taken |= {key} - {""}
                why += [reason] * bool(reason)
        if left := sorted(name for key, name in batch.tasks.items() if key not in taken):
            names = ", ".join(left[:_SHOWN]) + (f" and {len(left) - _SHOWN} more" if len(left) > _SHOWN else "")
            reasons = "; ".join(dict.fromkeys(self._client.shown(each) for each in why[:_SHOWN]))
            because = f" ({reasons})" if reasons else ""
            self._options.say(f"the batch {state.id} ended as {state.status} without {names}{because}")

    def _lines(self, file: str) -> list[str]:
        """None of a file that the server has thrown away: what was in it is asked for again."""
        try:
            return self._ask(lambda api: batch_door.lines(api, file))
        except _Gone:
            self._options.say(f"the file {file} of a batch is not known to the server any more")
            return []

    def _take(self, line: str, batch: Batch) -> tuple[str, str]:
        """Keep one reply; its key, or "" where it is none that can be used, and then why."""
        try:
            came = batch_door.result(line)
            if came.custom_id not in batch.tasks or came.response is None:
                return "", ""  # another's, or it never came to its turn
            self._came[came.custom_id] = None
            if came.refused:
                return "", came.refused
            found = came.answer
        except Unreadable as error:
            return "", str(error)
        if found.refusal or found.finish in ("length", "content_filter"):
            return "", found.refusal or f"a reply was cut off ({found.finish})"
        self._kept.keep(came.custom_id, batch.tasks[came.custom_id], found.content)
        self._came[came.custom_id] = found
        return came.custom_id, ""

    # ── The server ──────────────────────────────────────────────────────────────────────────────────────────────

    def _ask(self, do: Callable[[Any], T]) -> T:
        retrying = Retrying(
            retry=retry_if_exception_type(Passing),
            stop=stop_after_attempt(_ATTEMPTS),
            wait=wait_exponential(multiplier=self._options.pace),
            reraise=True,
        )
        try:
            found: T = retrying(self._client.ask, do)
            return found
        except Refused as error:
            if error.status == 404:
                raise _Gone from None
            raise self._failure(f"the server refuses the batch with {error.status} ({error})") from None
        except Passing as error:
            raise self._failure(str(error)) from None

    def _failure(self, what: str) -> ModelError:
        hint = "Run again later, or without --batch. What was handed in is on record, and is not paid for twice."
        return ModelError(what, where=self._options.address, hint=hint)


class _Gone(ModelError):  # noqa: N818
    """The server does not know what was asked for."""

    def __init__(self) -> None:
        hint = "It may have no batch interface: run without --batch."
        super().__init__("the server answered 404 to a request of its batch interface", hint=hint)


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
