"""The model writer against a real model over real HTTP: whatever it says, fields come back, or a ModelError."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import jsonschema
import pytest

from briefing.errors import ModelError
from briefing.model import Block, FieldSpec, Located, ModelOptions, Passage, Reading
from briefing.steps.prompt import schema, writing_task
from briefing.store import Store
from briefing.style import load_style
from briefing.text import sentences
from briefing.tokens import estimate
from briefing.writers.base import Message, Task
from briefing.writers.client import Client
from briefing.writers.openai import OpenAIWriter
from briefing.writers.options import WriterOptions
from tests.servers.small_model import CONTEXT, NAME, missing, small_model

pytestmark = [pytest.mark.model, pytest.mark.skipif(bool(missing()), reason=missing() or "-")]

TEXT = (
    "The harbour of Veland reopened in March 2031 after nine months of work. "
    "The new quay is 412 metres long, and takes ships of up to 14 metres draught. "
    "Its engineers replaced 96 of the 130 cranes. "
    "The port authority expects twice the traffic by 2035."
)
FIELDS = (
    FieldSpec("idea", "prose", "Main idea", "What happened.", most=2),
    FieldSpec("quote", "quote", "Quote", most=1),
)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with small_model() as base_url:
        yield base_url


@pytest.fixture
def options(address: str, tmp_path: Path) -> WriterOptions:
    model = ModelOptions(name=NAME, max_tokens=300, window=CONTEXT)
    return WriterOptions(model=model, store=Store(tmp_path), base_url=address, timeout=900.0, attempts=2, pace=0.01)


def reading() -> Reading:
    block = Block("paragraph", TEXT, sentences=sentences(TEXT))
    return Reading(tuple(Passage(Located("notes", 0, block), span) for span in block.sentences))


def test_a_section_is_drafted(options: WriterOptions, project: Path) -> None:
    task = writing_task(
        "section.j2",
        id="2031-03",
        title="March 2031",
        style=load_style("briefing", str(project)),
        language="en",
        fields=FIELDS,
        reading=reading(),
        prompted=True,
    )
    with closing(OpenAIWriter(options)) as writer:
        try:
            reply = writer.draft(task)
        except ModelError as error:
            assert error.hint
        else:
            assert set(reply.draft.fields) <= {"idea", "quote"}
            jsonschema.validate({"reply_to": "", "idea": None, "quote": None, **reply.draft.fields}, schema(FIELDS))
            assert reply.usage.input_tokens > 500
            assert reply.usage.output_tokens > 0
        assert writer.usage.calls >= 1


def test_a_schema_binds_the_model(options: WriterOptions) -> None:
    """The grammar that llama.cpp makes of our schema leaves the model no other form."""
    asked = (FieldSpec("quote", "quote", "Quote", most=1), FieldSpec("figure", "figure", "Figure"))
    prompt = f'[1] {TEXT}\n\nReply with JSON: {{"reply_to": "one", "quote": [1], "figure": null}}'
    with closing(OpenAIWriter(options)) as writer:
        reply = writer.draft(Task("one", "", "en", asked, reading(), (Message("user", prompt),), schema(asked)))
    jsonschema.validate(json.loads(reply.raw), schema(asked))
    assert set(reply.draft.fields) == {"quote", "figure"}


def test_estimates_are_not_below_what_the_server_counts(options: WriterOptions) -> None:
    text = f"{TEXT} Größe, été, 추론, 推論, рассуждать, 🎉, 9f86d081884c7d65, https://example.org/a?b=c {TEXT}"
    with closing(Client(options)) as client:
        found = client.chat({"model": NAME, "messages": [{"role": "user", "content": text}], "max_tokens": 1})
    assert found.input_tokens is not None
    assert 200 < found.input_tokens <= estimate(text) + 40  # 40: what the model's template adds
