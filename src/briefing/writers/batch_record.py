"""What is with the batches of a server, on record in the store. In: the options of a writer. Out: the batches that were
handed in and not collected yet, by which it is known, without asking anybody, what is not to be asked for again."""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager

from msgspec import Struct, field, to_builtins

from briefing.fingerprint import digest
from briefing.writers.options import WriterOptions

KIND = "batches"  # in the store


class Batch(Struct, frozen=True):
    """A file that was handed in, and the batch made of it ("" where that is not known yet). tasks: by the key of a
    reply, the id of its task."""

    file: str
    id: str
    tasks: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.id or self.file


class BatchRecord:
    """Of one server and model."""

    def __init__(self, options: WriterOptions) -> None:
        self._options = options
        self._key = digest(options.address, options.model.name)

    def load(self) -> list[Batch]:
        entry = self._options.store.get(KIND, self._key)
        try:
            return [Batch(**each) for each in json.loads(entry[1])] if entry else []
        except (ValueError, TypeError):
            return []

    def save(self, batches: Sequence[Batch]) -> None:
        payload = json.dumps(to_builtins(batches)).encode()
        self._options.store.put(KIND, self._key, {"server": self._options.address}, payload)

    def alone(self, wait: Callable[[str], None]) -> AbstractContextManager[bool]:
        """Be the only one on this machine that changes it; while another does, wait() is called with its name."""
        return self._options.store.alone(f"{KIND} {self._key}", wait)
