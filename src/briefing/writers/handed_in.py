"""The writer that asks nobody. In: a Task. Out: the reply that is kept; else it is put off, and where it is with a
batch, that is noted. So what a run waits for is known without a key, and without a call."""

from collections.abc import Sequence
from typing import NoReturn

from briefing.writers.base import PutOff, Reply, Task
from briefing.writers.batch_record import Batch
from briefing.writers.kept import KeptReplies
from briefing.writers.options import WriterOptions


class HandedIn:
    engine = "openai"
    prompted = True
    window = 0

    def __init__(self, options: WriterOptions, batches: Sequence[Batch]) -> None:
        self.model = options.model.name
        self._kept = KeptReplies(options)
        self._batches = batches
        self.found: dict[str, str] = {}  # by the id of a task, the batch that its reply is being written by

    def draft(self, task: Task) -> Reply:
        return self._kept.get(task) or self._put_off(task)

    def _put_off(self, task: Task) -> NoReturn:
        key = self._kept.key(task)
        for batch in self._batches:
            if key in batch.tasks:
                self.found[task.id] = batch.name
        raise PutOff(task.id)

    def hand_in(self) -> str:
        return ""

    def close(self) -> None:
        """It holds nothing open."""
