"""What becomes of one batch. In: what is on record of it, and its server. Out: what is on record of it from now, None
for nothing: it is still to be waited for, it ended without something, or it is given up."""

from collections.abc import Mapping

from msgspec.structs import replace

from briefing.errors import ModelError
from briefing.writers.batch_calls import BatchCalls, Gone, Unanswered
from briefing.writers.batch_door import State
from briefing.writers.batch_record import Batch, BatchRecord, Try
from briefing.writers.batch_take import Taking
from briefing.writers.kept import KeptReplies
from briefing.writers.options import WriterOptions

_LOOKED = 2  # runs that may find a batch completed and without replies before it is an error
_NAMES_NONE = "completed, and the server names no file of its replies"


class BatchStates:
    def __init__(self, options: WriterOptions, calls: BatchCalls, record: BatchRecord, kept: KeptReplies) -> None:
        self._options, self._calls, self._record = options, calls, record
        self._taking = Taking(options, calls, kept)
        self._told = options.commons.states  # by the file of a batch: how far it is, as this run was told
        self._unasked: dict[str, Unanswered] = {}  # by the file of a batch that the server cannot be asked about
        self._given_up: set[str] = set()  # the files of the batches that were cancelled in this run

    def begun(self, batch: Batch) -> None:
        self._told[batch.file] = ""

    def said(self, batch: Batch) -> str:
        return self._told.get(batch.file, "")

    def stuck(self, batch: Batch) -> ModelError | None:
        """Why it does not go on by itself, where it does not."""
        if batch.looked < _LOOKED:
            return self._unasked.get(batch.file)
        hint = (
            "What it has written is paid for: look for it at the server. Run again later; or --cancel-batch gives up "
            "what this briefing has handed in, and the next run asks for it once more."
        )
        return ModelError(f"the batch {batch.name} is {_NAMES_NONE}", where=self._options.address, hint=hint)

    def look_after(self, batch: Batch) -> Batch | None:
        """After what has come was kept. Of many briefings, one asks. Raises Unanswered."""
        if not batch.tasks:
            now = batch if self._record.remembers(batch) else None
        elif batch.id and batch.file in self._told:
            return batch
        else:
            try:
                now = self._asked(batch)
            except Unanswered as error:
                if not error.refused and self._options.batch != "cancel":
                    raise
                self._unasked[batch.file] = error  # a matter of those that have something in it
                return batch
        self._record.change(batch, now)
        return now

    def _asked(self, batch: Batch) -> Batch | None:
        id_ = batch.id or self._calls.made_of(batch.file)
        if not id_:  # it never came to be
            return batch if self._record.may_be_made(batch) else None
        try:
            state = self._calls.state(id_)
        except Gone:
            why = "not known to the server any more"
            self._options.say(f"the batch {id_} is {why}")
            return self._record.ended(batch, dict.fromkeys(batch.tasks, Try("missing", f"{id_} is {why}")))
        return self._now(replace(batch, id=id_), state)

    def _now(self, batch: Batch, state: State) -> Batch | None:
        if state.under_way:
            self._told[batch.file] = state.said
            return batch
        if state.without_replies:
            self._told[batch.file] = _NAMES_NONE
            counts = f" ({state.said})" if state.request_counts else ""
            self._options.say(f"the batch {batch.id} is {_NAMES_NONE}{counts}: it stays on record")
            return replace(batch, looked=batch.looked + 1)
        return self._record.ended(batch, self._taking.all(state, batch))

    # ── Giving up ───────────────────────────────────────────────────────────────────────────────────────────────

    def give_up(self, batch: Batch, key: str) -> Batch | None:
        """Where a reply of this key is to come with it, or was tried by it in vain; any other stays as it is. Raises
        Unanswered where the server may be asked later."""
        if key in batch.tried:
            now: Batch | None = self._without(batch, key)
        elif key in batch.tasks and batch.file not in self._given_up:
            self._given_up.add(batch.file)
            now = self._cancelled(batch)
        else:
            return batch
        self._record.change(batch, now)
        return now

    def _without(self, batch: Batch, key: str) -> Batch | None:
        left: Mapping[str, Try] = {each: why for each, why in batch.tried.items() if each != key}
        return replace(batch, tried=left) if left or batch.tasks else None

    def _cancelled(self, batch: Batch) -> Batch | None:
        self._told.pop(batch.file, None)
        try:
            if batch.file in self._unasked:
                raise self._unasked[batch.file]
            id_ = batch.id or self._calls.made_of(batch.file)
            if not id_:
                return None
            state = self._calls.state(id_)
            if state.under_way:
                state = self._cancel(id_)
        except Unanswered as error:
            if not error.hopeless:
                raise
            why = f"the server cannot be asked about it: {error.what}"
        else:
            if not (state.without_replies or (state.under_way and not state.known)):
                return self._now(replace(batch, id=id_), state)
            why = f"it is {_NAMES_NONE}" if state.without_replies else f"it is still {state.said!r}"
        self._tell_forgotten(batch, why)
        return None

    def _cancel(self, id_: str) -> State:
        """How it is after that. It may have ended a moment before."""
        try:
            self._calls.cancel(id_)
        except Unanswered as error:
            state = self._calls.state(id_)
            if state.under_way:
                self._options.say(f"the batch {id_} cannot be cancelled ({error.what}), and goes on")
            return state
        return self._calls.state(id_)

    def _tell_forgotten(self, batch: Batch, why: str) -> None:
        self._options.say(
            f"the batch {batch.name} is given up, and what it may have written is not used, even where it is paid for: "
            f"{why}"
        )
