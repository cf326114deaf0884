"""The door for what a model's server sends. In: bytes or text from outside. Out: an Answer, then the values of fields.

Only the shape is judged here; whether it is true is for steps.verify. Nothing is repaired by guessing: a value of
another shape than asked for is left out, and said to be.
"""

import json
import re
from collections.abc import Sequence
from typing import Annotated, Any

from msgspec import Struct
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    JsonValue,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from pydantic_core import from_json

from briefing.model import FieldKind, FieldSpec

REPLY_TO = "reply_to"  # the model repeats here the id of the task, so that a reply to another request is noticed
_OBJECTS = 200  # places in a reply at which an object is looked for


class Unreadable(Exception):  # noqa: N818 - the name says what it is
    """Not what a server of this protocol sends, or not what was asked for. The message is one clause."""


# ── The answer of the server ────────────────────────────────────────────────────────────────────────────────────


class Answer(Struct, frozen=True):
    """Tokens are None where the server does not say."""

    content: str
    finish: str = ""
    refusal: str = ""
    input_tokens: int | None = None
    output_tokens: int | None = None


def _joined(content: object) -> object:
    """Some servers send the content as a list of parts; those that are text belong to the reply."""
    if not isinstance(content, list):
        return content
    parts = [part for part in content if isinstance(part, dict) and part.get("type") == "text"]
    return "".join(str(part.get("text", "")) for part in parts)


def _well_formed(text: str) -> str:
    """Without lone surrogates, which JSON can escape and UTF-8 cannot hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


_Text = Annotated[str, AfterValidator(_well_formed)]


class _MessageDoor(BaseModel):
    content: Annotated[_Text | None, BeforeValidator(_joined)] = None
    refusal: _Text | None = None


class _ChoiceDoor(BaseModel):
    message: _MessageDoor
    finish_reason: str | None = None


class _UsageDoor(BaseModel):
    prompt_tokens: Annotated[int, Field(gt=0, le=10**9)]  # 0, as some servers say, is not what a prompt has
    completion_tokens: Annotated[int, Field(ge=0, le=10**9)]


class _CompletionDoor(BaseModel):
    choices: Annotated[list[_ChoiceDoor], Field(min_length=1)]
    usage: Any = None


def answer(body: str) -> Answer:
    """The body of a chat completion. Raises Unreadable."""
    try:
        completion = _CompletionDoor.model_validate(_json(body))
    except ValidationError:
        raise Unreadable("the server's answer is JSON, but not a chat completion") from None
    try:
        usage = _UsageDoor.model_validate(completion.usage)
    except ValidationError:
        usage = None
    choice = completion.choices[0]
    return Answer(
        content=choice.message.content or "",
        finish=choice.finish_reason or "",
        refusal=choice.message.refusal or "",
        input_tokens=usage.prompt_tokens if usage else None,
        output_tokens=usage.completion_tokens if usage else None,
    )


def _json(body: str) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        pass
    if not body.strip():
        raise Unreadable("the server's answer is empty")
    if body.lstrip().startswith("<"):
        raise Unreadable("the server answered with a web page instead of JSON")
    raise Unreadable("the server's answer is cut off, or is not JSON")


# ── The fields in the reply ─────────────────────────────────────────────────────────────────────────────────────


class Values(Struct, frozen=True):
    """The values by field key, and what was wrong with the reply (empty: nothing)."""

    fields: dict[str, object]
    defects: tuple[str, ...] = ()
    unasked: tuple[str, ...] = ()  # keys that nobody asked for; their values are left out


def _number(value: object) -> object:
    """A number as the prompt shows it: 12, "12", "[12]" or "L3". No truth values, no fractions."""
    if isinstance(value, str) and (shown := re.fullmatch(r"\[?L?(\d{1,9})\]?", value.strip())):
        return int(shown[1])
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("not the number of a sentence or link")
    return value


_Number = Annotated[int, BeforeValidator(_number), Field(ge=-(10**9), le=10**9)]


class _ClaimDoor(BaseModel):
    text: _Text
    cites: list[_Number] = Field(default_factory=list)


class _WovenDoor(_ClaimDoor):
    quotes: list[JsonValue] = Field(default_factory=list)  # one that finds nothing costs its sentence, not the field


class _ReferenceDoor(BaseModel):
    link: _Number | None = None
    sentence: _Number | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_of_them(cls, value: object) -> object:
        if isinstance(value, dict) and value and not cls.model_fields.keys() & value.keys():
            raise ValueError("neither link nor sentence is in it")
        return value


_SHAPES: dict[FieldKind, TypeAdapter[Any]] = {
    "prose": TypeAdapter(list[_ClaimDoor | _Number] | None),  # a number keeps a sentence that is being revised
    "quote": TypeAdapter(list[_Number] | None),
    "quotes": TypeAdapter(list[list[_Number]] | None),
    "words": TypeAdapter(dict[str, JsonValue] | None),
    "reference": TypeAdapter(_ReferenceDoor | None),
    "references": TypeAdapter(list[_Number] | None),
    "tags": TypeAdapter(list[_Text] | None),
    "code": TypeAdapter(_Number | None),
    "figure": TypeAdapter(_Number | None),
    "table": TypeAdapter(_Number | None),
    "analysis": TypeAdapter(list[_Text] | None),
}


_WOVEN: TypeAdapter[Any] = TypeAdapter(list[_WovenDoor | _Number] | None)


def values(raw: str, asked: Sequence[FieldSpec], reply_to: str) -> Values:
    """The values of the fields asked for. Raises Unreadable where not one of them can be read, and where the reply is
    another request's by what it says: its numbers are of other sentences, and what they choose would be quoted all the
    same."""
    found = _object(raw, {spec.key for spec in asked})
    if REPLY_TO in found and found[REPLY_TO] != reply_to:
        raise Unreadable("it says that it replies to another request")
    fields: dict[str, object] = {}
    defects: list[str] = []
    for spec in asked:
        if spec.key not in found:
            continue  # as good as null
        shape = _WOVEN if spec.woven else _SHAPES[spec.kind]
        try:
            fields[spec.key] = shape.dump_python(shape.validate_python(found[spec.key]))
        except ValidationError as error:
            defects.append(f"{spec.key} is not of the shape asked for ({_place(error)})")
    if not fields:
        raise Unreadable("the reply holds no field of the shape asked for")
    unasked = sorted(set(found) - {REPLY_TO, *(spec.key for spec in asked)})
    return Values(fields, tuple(defects), tuple(unasked))


def _place(error: ValidationError) -> str:
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"] if not str(part).startswith(("list[", "function-")))
    return ": ".join(filter(None, (place, str(first["msg"]))))


def _object(raw: str, keys: set[str]) -> dict[str, Any]:
    """The last JSON object in the reply that has one of the keys: the reply may be fenced, have prose around it, or a
    draft of itself before it. Raises Unreadable."""
    decoder = json.JSONDecoder(parse_constant=_no_constant)
    position, chosen, seen = raw.find("{"), None, False
    for _ in range(_OBJECTS):
        if position < 0:
            break
        try:
            value, end = decoder.raw_decode(raw, position)
        except (ValueError, RecursionError):
            position = raw.find("{", position + 1)
            continue
        seen = True
        if keys & value.keys():
            chosen, position = value, raw.find("{", end)
        else:
            position = raw.find("{", position + 1)  # perhaps inside of it
    if chosen is None:
        raise Unreadable(_without_object(raw, seen))
    return dict(chosen)


def whole_part(raw: str) -> str:
    """What is complete of a reply that was cut off, as JSON: nothing is guessed, the member that was cut is left out.
    Raises Unreadable where there is no such part."""
    raw = re.sub(r"[\d.eE+-]+$", "", raw)  # a number at the cut may be the beginning of a longer one
    try:
        found = from_json(raw[raw.index("{") :].encode("utf-8", "replace"), allow_partial=True)
    except ValueError:
        raise Unreadable("the JSON of the reply is cut off or broken") from None
    return json.dumps(found, ensure_ascii=False)


def _without_object(raw: str, seen: bool) -> str:
    if not raw.strip():
        return "the reply is empty"
    if seen:
        return "the reply has none of the fields asked for"
    return "the reply holds no JSON object" if "{" not in raw else "the JSON of the reply is cut off or broken"


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
