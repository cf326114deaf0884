"""Replies that were paid for, kept in the store at once, so that no run pays for them again.

A reply is found by what was asked: server, model, parameters, messages, schema. How a server wants that put (see
dialect.py) is no part of it. What is read back comes from a disk that others can write to, and is judged anew. A reply
of which only a part is as asked for is taken where it was used before, since it is paid for; one that a batch brought
is asked for once more, as it would have been at once.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager

from briefing.fingerprint import digest
from briefing.model import Draft, Usage
from briefing.writers.anew import Anew
from briefing.writers.base import Reply, Task
from briefing.writers.options import WriterOptions
from briefing.writers.reply import Unreadable, Values, values

KIND = "replies"  # in the store


class KeptReplies:
    def __init__(self, options: WriterOptions) -> None:
        self._options = options
        self._anew = Anew(options.store, options.briefing) if options.fresh else None

    def get(self, task: Task) -> Reply | None:
        """One that may be used: where all is to be written anew, one that was asked for to that end."""
        entry = self._options.store.get(KIND, self.key(task))
        if entry is None:
            return None
        header, payload = entry
        if self._anew and header.get("anew") != self._anew.mark:
            return None
        notes = header.get("notes")
        try:
            raw, read = _judged(task, payload)
        except Unreadable:
            return None
        if (read.defects and header.get("used") is not True) or not isinstance(notes, list):
            return None
        return Reply(Draft(read.fields), Usage(cached=1), raw, tuple(map(str, notes)))

    def refused(self, task: Task) -> str:
        """Why the reply to it that a batch has brought cannot be used; "" where it can, or none came."""
        entry = self._options.store.get(KIND, self.key(task))
        if entry is None or entry[0].get("used") is True:
            return ""
        try:
            return next(iter(_judged(task, entry[1])[1].defects), "")
        except Unreadable as error:
            return str(error)

    def alone(self, task: Task, wait: Callable[[str], None]) -> AbstractContextManager[bool]:
        """Be the only one on this machine that asks for it; while another does, wait() is called with its name."""
        return self._options.store.alone(f"{KIND} {self.key(task)}", wait)

    def put(self, task: Task, raw: str, notes: tuple[str, ...]) -> None:
        """Keep one that is used."""
        if self._anew:
            self._anew.begin()
        self.keep(self.key(task), task.id, raw, notes, used=True)

    def keep(self, key: str, name: str, raw: str, notes: tuple[str, ...] = (), *, used: bool = False) -> None:
        """Keep a reply by its key; name: of its task."""
        header = {
            "model": self._options.model.name,
            "server": self._options.address,
            "task": name,
            "notes": list(notes),
            **({"used": True} if used else {}),
            **({"anew": self._anew.mark} if self._anew else {}),
        }
        self._options.store.put(KIND, key, header, raw.encode())

    def key(self, task: Task) -> str:
        chosen = self._options.model
        parameters = {"temperature": chosen.temperature, "max_tokens": chosen.max_tokens}
        messages = [[message.role, message.content] for message in task.messages]
        return digest(self._options.address, chosen.name, parameters, messages, task.schema, task.id)


def _judged(task: Task, payload: bytes) -> tuple[str, Values]:
    """Raises Unreadable."""
    try:
        raw = payload.decode()
    except UnicodeDecodeError:
        raise Unreadable("it is no text") from None
    return raw, values(raw, task.fields, task.id)
