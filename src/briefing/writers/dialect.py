"""What a server was found to understand, and how a request is put to it.

Servers of this protocol differ: in how a reply of a given form is asked for, in the name of the limit, in whether the
temperature may be set. Each says so by refusing the request (400, 404, 415, 422, 501) with a message that names what it
refuses; such a refusal costs nothing, and is remembered for the process.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from briefing.writers.base import Message

Form = Literal["schema", "unbounded schema", "object", "plain"]
Limit = Literal["max_tokens", "max_completion_tokens"]
_NEXT: dict[Form, Form] = {"schema": "unbounded schema", "unbounded schema": "object", "object": "plain"}
_BOUNDS = ("maxItems", "minimum")  # keywords that some servers refuse in a strict schema
_FORM_WORDS = ("response_format", "json", "schema", "grammar", "structured output")
_VAGUE_WORDS = ("unsupported", "not supported", "unavailable", "unrecognized", "not permitted", "unknown")
_TOO_LONG = ("too large", "too long", "at most", "maximum", "exceed", "context")
_REFUSING = (400, 404, 415, 422, 501)


class Dialect(Struct, frozen=True):
    form: Form = "schema"
    limit: Limit = "max_tokens"
    other_limit: bool = True  # whether the other name of the limit is still to be tried
    temperature: bool = True

    def request(
        self,
        model: str,
        messages: Sequence[Message],
        schema: Mapping[str, object] | None,
        temperature: float,
        max_tokens: int,
    ) -> dict[str, Any]:
        """The body of a chat completion."""
        body: dict[str, Any] = {
            "model": model,
            "messages": [{"role": message.role, "content": message.content} for message in messages],
            self.limit: max_tokens,
        }
        if self.temperature:
            body["temperature"] = temperature
        if schema is not None and self.form != "plain":
            body["response_format"] = self._response_format(schema)
        return body

    def _response_format(self, schema: Mapping[str, object]) -> dict[str, Any]:
        if self.form == "object":
            return {"type": "json_object"}
        asked = schema if self.form == "schema" else _unbounded(schema)
        return {"type": "json_schema", "json_schema": {"name": "fields", "strict": True, "schema": asked}}

    def after(self, status: int, message: str) -> "Dialect | None":
        """The dialect to go on with after a refusal, or None where the refusal is about something else."""
        text = message.lower()
        if status not in _REFUSING:
            return None
        if any(words in text for words in _TOO_LONG):
            return None  # the request does not fit: no other way to put it helps
        if self.other_limit and ("max_tokens" in text or "max_completion_tokens" in text):
            other: Limit = "max_completion_tokens" if self.limit == "max_tokens" else "max_tokens"
            return replace(self, limit=other, other_limit=False)
        if self.temperature and "temperature" in text:
            return replace(self, temperature=False)
        if self.form in _NEXT and any(words in text for words in (*_FORM_WORDS, *_VAGUE_WORDS)):
            return replace(self, form=_NEXT[self.form])
        return None


def _unbounded(schema: Any) -> Any:
    if isinstance(schema, Mapping):
        bound = {key for key in _BOUNDS if isinstance(schema.get(key), int)}  # else it is the name of a property
        return {key: _unbounded(value) for key, value in schema.items() if key not in bound}
    return [_unbounded(value) for value in schema] if isinstance(schema, (list, tuple)) else schema
