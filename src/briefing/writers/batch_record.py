"""What is with the batches of a server, on record in the store. In: the options of a writer. Out: the batches that were
handed in and not collected yet, by which it is known, without asking anybody, what is not to be asked for again; and
those that ended without a reply to something, by which it is known what was tried in vain.

Each batch is an object of its own, so that of several machines with one store none overwrites what another has noted.
"""

import platform
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Literal, TypeVar

import msgspec
from msgspec import Struct, field

from briefing.errors import ModelError
from briefing.fingerprint import digest
from briefing.store import Damaged
from briefing.writers.options import WriterOptions

KIND = "batches"  # in the store
_REMEMBERED = 30 * 86400.0  # seconds for which it is known what a batch ended without
_BETWEEN = 900.0  # seconds that another machine may take from the record of a file to its batch

T = TypeVar("T")


class Try(Struct, frozen=True):
    """A request that a batch ended without. kind: "vain" where another batch would fail at it, too; "passing" where the
    server had trouble with it; "missing" where it says nothing of it; "at once" where calls failed at it, too."""

    kind: Literal["vain", "passing", "missing", "at once"]
    why: str = ""


class Batch(Struct, frozen=True):
    """A file that was handed in, and the batch made of it ("" where that is not known yet)."""

    file: str
    id: str
    tasks: Mapping[str, str] = field(default_factory=dict)  # by the key of a reply, the id of its task; none once ended
    looked: int = 0  # runs that found it completed, without a file of replies
    tried: Mapping[str, Try] = field(default_factory=dict)  # what it ended without, by the same key
    since: float = 0.0  # seconds of the clock, when it was handed in, or ended
    by: str = ""  # who handed it in: all that keep each other out by alone() are one

    @property
    def name(self) -> str:
        return self.id or self.file


class BatchRecord:
    """Of one server and model."""

    def __init__(self, options: WriterOptions) -> None:
        self._options, self._store = options, options.store
        self._key = digest(options.address, options.model.name)
        self._kind = f"{KIND}/{self._key}"
        self._me = digest(platform.node(), str(options.store.root))

    def load(self) -> list[Batch]:
        """Raises ModelError where it cannot be read: what is with a batch is not known then, and no reason to pay."""
        places = self._careful(KIND, lambda: self._store.places(self._kind))
        own = [batch for place in places for batch in self._read(place, Batch)]
        known = {batch.file for batch in own}
        found = [*(batch for batch in self._old() if batch.file not in known), *own]
        return [batch for batch in found if batch.tasks or batch.tried]

    def new(self, file: str, tasks: Mapping[str, str]) -> Batch:
        return Batch(file, "", tasks, since=time.time(), by=self._me)

    def may_be_made(self, batch: Batch) -> bool:
        """Whether another machine may be about to make the batch of its file."""
        return batch.by not in ("", self._me) and time.time() - batch.since < _BETWEEN

    def ended(self, batch: Batch, tried: Mapping[str, Try]) -> Batch | None:
        """What is to be remembered of one that has ended; None for nothing."""
        left = Batch(batch.file, batch.id, tried=tried, since=time.time(), by=batch.by)
        return left if tried else None

    def failed_at_once(self, key: str, why: str) -> Batch:
        """What is to be remembered where calls, too, brought nothing of use."""
        return Batch(f"at once: {key}", "", tried={key: Try("at once", why)}, since=time.time())

    def remembers(self, batch: Batch) -> bool:
        return bool(batch.tasks) or time.time() - batch.since < _REMEMBERED

    def save(self, batch: Batch) -> None:
        self._store.put(self._kind, batch.file, {"server": self._options.address}, msgspec.json.encode(batch))

    def has(self, batch: Batch) -> bool:
        return batch in self._read(self._place(batch), Batch)

    def change(self, before: Batch, now: Batch | None) -> None:
        """Note what has become of one; None: forget it."""
        if now is None:
            self._forget(before)
        elif now != before:
            self.save(now)

    def adopt(self) -> None:
        """Give each batch that was noted with others, as it was done before, an object of its own."""
        if (old := self._old()) and all(self._kept(batch) for batch in old):
            self._store.put(KIND, self._key, {"server": self._options.address}, b"[]")

    def alone(self, wait: Callable[[str], None]) -> AbstractContextManager[bool]:
        """Be the only one on this machine that changes it; while another does, wait() is called with its name."""
        return self._store.alone(f"{KIND} {self._key}", wait)

    def _kept(self, batch: Batch) -> bool:
        if not self._read(self._place(batch), Batch):
            self.save(batch)
        return bool(self._read(self._place(batch), Batch))

    def _forget(self, batch: Batch) -> None:
        """Keys that may write and not remove are enough for a store: what is empty then is as good as absent."""
        try:
            self._store.remove(self._place(batch))
        except OSError:
            self.save(Batch(batch.file, batch.id))

    def _old(self) -> list[Batch]:
        return [batch for each in self._read(self._store.place_of(KIND, self._key), list[Batch]) for batch in each]

    def _place(self, batch: Batch) -> str:
        return self._store.place_of(self._kind, batch.file)

    def _read(self, place: str, form: type[T]) -> list[T]:
        """One, or none where nothing stands there."""
        entry = self._careful(place, lambda: self._store.read(place))
        try:
            return [msgspec.json.decode(entry[1], type=form)] if entry else []
        except (msgspec.MsgspecError, UnicodeDecodeError):
            raise self._unknown(place, "is damaged") from None

    def _careful(self, place: str, read: Callable[[], T]) -> T:
        try:
            return read()
        except Damaged:
            raise self._unknown(place, "is damaged") from None
        except OSError as error:
            raise self._unknown(place, f"cannot be read ({error.strerror or error})") from None

    def _unknown(self, place: str, what: str) -> ModelError:
        hint = (
            "Nothing is asked for, as it may be paid for already. Mend it, or take it from a backup; where nothing is "
            "with a batch, or is to be paid for once more, remove it."
        )
        return ModelError(
            f"the record of what is with a batch {what}", where=self._options.store.where(place), hint=hint
        )
