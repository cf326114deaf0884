"""How a request is put, and what a refusal teaches."""

from typing import Any

import pytest
from msgspec.structs import replace

from briefing.writers.base import Message
from briefing.writers.dialect import Dialect

SCHEMA = {
    "type": "object",
    "properties": {
        "minimum": {"type": "array", "maxItems": 3, "items": {"type": "integer", "minimum": 1}},
    },
}
FIRST = Dialect()
OTHER_LIMIT = replace(FIRST, limit="max_completion_tokens", other_limit=False)


def request(dialect: Dialect, schema: dict[str, Any] | None = SCHEMA) -> dict[str, Any]:
    return dialect.request("m", [Message("user", "hi")], schema, 0.5, 100)


def test_the_first_request() -> None:
    assert request(FIRST) == {
        "model": "m",
        "messages": [{"role": "user", "content": "hi"}],
        "max_tokens": 100,
        "temperature": 0.5,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "fields", "strict": True, "schema": SCHEMA},
        },
    }


def test_other_ways_to_put_it() -> None:
    bare = request(replace(FIRST, form="unbounded schema"))["response_format"]["json_schema"]["schema"]
    assert bare == {
        "type": "object",
        "properties": {"minimum": {"type": "array", "items": {"type": "integer"}}},
    }
    assert request(replace(FIRST, form="object"))["response_format"] == {"type": "json_object"}
    assert "response_format" not in request(replace(FIRST, form="plain"))
    assert "response_format" not in request(FIRST, None)
    assert "temperature" not in request(replace(FIRST, temperature=False))
    assert request(OTHER_LIMIT)["max_completion_tokens"] == 100


# Messages as servers send them: OpenAI, DeepSeek, vLLM, LM Studio, llama.cpp, pydantic behind FastAPI.
LEARNED: list[tuple[int, str, Dialect]] = [
    (400, "This response_format type is unavailable now", replace(FIRST, form="unbounded schema")),
    (
        400,
        "Invalid schema for response_format 'fields': 'maxItems' is not permitted",
        replace(FIRST, form="unbounded schema"),
    ),
    (
        422,
        "Failed to deserialize the JSON body: response_format: unknown variant",
        replace(FIRST, form="unbounded schema"),
    ),
    (400, "failed to parse grammar", replace(FIRST, form="unbounded schema")),
    (501, "not supported", replace(FIRST, form="unbounded schema")),
    (422, "Extra inputs are not permitted", replace(FIRST, form="unbounded schema")),
    (400, "Unsupported value: 'temperature' does not support 0.0 with this model.", replace(FIRST, temperature=False)),
    (
        400,
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        OTHER_LIMIT,
    ),
]


@pytest.mark.parametrize(("status", "message", "learned"), LEARNED)
def test_what_a_refusal_teaches(status: int, message: str, learned: Dialect) -> None:
    assert FIRST.after(status, message) == learned


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (400, "max_tokens is too large: 40000. This model supports at most 16384 completion tokens"),
        (400, "This model's maximum context length is 8192 tokens"),
        (400, "the request exceeds the available context size, try increasing it"),
        (400, "messages: at least one is needed"),
        (401, "response_format"),
        (403, "unsupported"),
        (404, "The model `m` does not exist"),
    ],
)
def test_what_teaches_nothing(status: int, message: str) -> None:
    assert FIRST.after(status, message) is None


def test_lessons_come_to_an_end() -> None:
    dialect: Dialect | None = FIRST
    seen = set()
    while dialect is not None:
        assert dialect not in seen
        seen.add(dialect)
        dialect = dialect.after(400, "max_tokens, temperature and response_format are unsupported")
    assert len(seen) == 6


def test_a_server_that_takes_json_objects_only_by_schema() -> None:
    """LM Studio: it knows json_schema and text, but not json_object."""
    at_object = replace(FIRST, form="object")
    assert at_object.after(400, "'response_format.type' must be 'json_schema' or 'text'") == replace(
        FIRST, form="plain"
    )
