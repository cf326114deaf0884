"""Which edit makes what stale, and what its fingerprint says of the cause."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.model import Block, Located, ModelOptions, SectionPlan, WriterRecord
from briefing.steps.stale import changed_parts, read_digests, section_fingerprint
from briefing.style import load_style

BLOCKS = (
    Located("a", 0, Block("heading", "March 2031", level=2)),
    Located("a", 1, Block("paragraph", "Ash melts early.")),
    Located("b", 7, Block("paragraph", "Ember is a kiln.")),
)
PLAN = SectionPlan("2031-03", "March 2031", BLOCKS)
WRITER = WriterRecord("openai", "m")
MODEL = ModelOptions()
STYLE = load_style("briefing", str(Path(__file__).parents[2]))


def fingerprint(
    plan: SectionPlan = PLAN, language: str = "en", writer: WriterRecord = WRITER, model: ModelOptions = MODEL
) -> str:
    return section_fingerprint(plan, STYLE, language, writer, model)


def with_block(number: int, block: Block) -> SectionPlan:
    blocks = list(BLOCKS)
    blocks[number] = replace(blocks[number], block=block)
    return replace(PLAN, blocks=tuple(blocks))


@pytest.mark.parametrize(
    ("now", "parts"),
    [
        (fingerprint(), ()),
        (fingerprint(with_block(1, replace(BLOCKS[1].block, line=99))), ()),
        (fingerprint(replace(PLAN, blocks=tuple(replace(b, position=b.position + 5) for b in BLOCKS))), ()),
        (fingerprint(with_block(1, Block("paragraph", "Ash melts late."))), ("source",)),
        (fingerprint(replace(PLAN, title="March")), ("source",)),
        (fingerprint(replace(PLAN, blocks=BLOCKS[:2])), ("source",)),
        (fingerprint(language="de"), ("style",)),
        (fingerprint(writer=WriterRecord("openai", "n")), ("writer",)),
        (fingerprint(writer=WriterRecord("extractive")), ("writer",)),
        (fingerprint(model=ModelOptions(temperature=1.0)), ("writer",)),
        (fingerprint(model=ModelOptions(max_tokens=9, window=5000)), ()),
        (fingerprint(with_block(1, Block("item", "Ash.")), language="de"), ("source", "style")),
    ],
)
def test_what_changed(now: str, parts: tuple[str, ...]) -> None:
    assert changed_parts(fingerprint(), now) == parts


def test_what_was_read_is_told_by_source() -> None:
    before = read_digests(BLOCKS)
    after = read_digests(with_block(2, Block("paragraph", "Ember is hot.")).blocks)
    assert (before["a"] == after["a"], before["b"] == after["b"]) == (True, False)
