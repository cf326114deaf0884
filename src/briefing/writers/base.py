"""A writer drafts the fields of a section from what it is shown. In: a Task. Out: a Reply, which nobody trusts yet."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from briefing.model import Draft, FieldSpec, Reading, Usage


class Message(Struct, frozen=True):
    role: str  # "system", "user" or "assistant"
    content: str


class Task(Struct, frozen=True):
    """One thing to write: a section ("2024-03") or "overview". `messages` and `schema` are empty where the writer
    does not ask for a prompt (Writer.prompted is False)."""

    id: str
    title: str
    language: str
    fields: tuple[FieldSpec, ...]
    reading: Reading
    messages: tuple[Message, ...] = ()
    schema: Mapping[str, object] | None = None


class Reply(Struct, frozen=True):
    draft: Draft
    usage: Usage
    raw: str = ""  # the reply as it came, to show the writer what it is asked to mend
    notes: Sequence[str] = ()  # what went wrong on the way and was overcome; each becomes a finding


class PutOff(Exception):  # noqa: N818 - the name says what it is
    """The reply comes with a later run: it is with a batch, or will be when Writer.hand_in() is called."""


class Writer(Protocol):
    """One file of this folder, entered in table.py by its name."""

    engine: str
    model: str  # "" where there is none
    prompted: bool  # whether it answers prompts; otherwise it works on the reading itself
    window: int  # tokens that one call can hold, prompt and reply together, where the writer knows; else 0

    def draft(self, task: Task) -> Reply:
        """Draft all fields of the task. Called from several threads at once.

        Raises ModelError where the model could not be reached, or gave nothing that can be read as fields, and PutOff.
        """
        ...

    def hand_in(self) -> str:
        """Hand in what draft() put off; says, for people, what becomes of it ("to come by …"). Raises ModelError."""
        ...

    def close(self) -> None:
        """Give up what is held open: connections, and waits for a server."""
        ...
