"""Whether a committed section may be taken as it stands."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from briefing.fingerprint import evidence_id
from briefing.model import Cite, Evidence, Located, Plan, Prose, Quote, References, SectionPlan, Sentence, Tags
from briefing.steps.reading import index_blocks
from briefing.steps.sound import is_sound
from tests.steps.build import located
from tests.steps.revising import ATLAS, BEFORE, COST, HOLD, after, claim, section

DRAFT = {"idea": [claim("Okafor counts 312 firings.", 1)], "quote": [3, 4], "others": [1], "tags": ["Ember"]}
WRITTEN, EVIDENCE = section(BEFORE, DRAFT)
BLOCKS = index_blocks(Plan((SectionPlan("2031-03", "March", located(BEFORE)),)))
FIRST, SECOND = (evidence_id("notes", b.text) for b in BEFORE.blocks[:2])


def sound(
    fields: Any = WRITTEN.fields, seals: Any = WRITTEN.seals, evidence: Any = EVIDENCE, blocks: Any = BLOCKS
) -> bool:
    return is_sound(fields, seals, evidence, blocks)


def test_what_nobody_touched() -> None:
    assert sound()
    assert sound(seals={})  # of a version that did not seal


def test_nothing_at_all() -> None:
    assert sound({}, {})


def without(key: str) -> dict[str, Any]:
    return {name: field for name, field in WRITTEN.fields.items() if name != key}


def cited(**place: Any) -> dict[str, Any]:
    prose = WRITTEN.fields["idea"]
    assert isinstance(prose, Prose)
    cite = replace(prose.sentences[0].cites[0], **place)
    return {**WRITTEN.fields, "idea": Prose((replace(prose.sentences[0], cites=(cite,)),))}


def quoted(text: str, **place: Any) -> dict[str, Any]:
    quote = WRITTEN.fields["quote"]
    assert isinstance(quote, Quote)
    return {**WRITTEN.fields, "quote": Quote(text or quote.text, replace(quote.cite, **place))}


UNSEALED: list[tuple[str, Callable[[], dict[str, Any]]]] = [
    ("evidence that is not there", lambda: cited(evidence="notes/000000000000")),
    ("nothing cited", lambda: {**WRITTEN.fields, "idea": Prose((Sentence("Okafor counts 312 firings.", ()),))}),
    ("a part of a sentence", lambda: cited(start=4)),
    ("beyond the end", lambda: cited(end=4000)),
    ("before the beginning", lambda: cited(start=-5)),
    ("an empty slice", lambda: cited(start=3, end=3)),
    ("another quotation", lambda: quoted("The atlas covers gas kilns.")),
    ("a quotation that is cited elsewhere", lambda: quoted("", evidence=FIRST)),
    ("a quotation that is cut short", lambda: quoted(
        WRITTEN.fields["quote"].text[4:], start=WRITTEN.fields["quote"].cite.start + 4)),  # type: ignore[union-attr]
    ("another address", lambda: {
        **WRITTEN.fields,
        "others": References(tuple(replace(i, url="https://evil.example") for i in WRITTEN.fields["others"].items)),  # type: ignore[union-attr]
    }),
    ("another anchor", lambda: {
        **WRITTEN.fields,
        "others": References(tuple(replace(i, text="Ash Atlas") for i in WRITTEN.fields["others"].items)),  # type: ignore[union-attr]
    }),
]  # fmt: skip


@pytest.mark.parametrize("fields", [row[1] for row in UNSEALED], ids=[row[0] for row in UNSEALED])
def test_edited_and_without_a_seal(fields: Callable[[], dict[str, Any]]) -> None:
    assert not sound(fields(), seals={})
    assert not sound(fields())


SEALED: list[tuple[str, Callable[[], dict[str, Any]]]] = [
    ("a tag", lambda: {**WRITTEN.fields, "tags": Tags(("Kiln",))}),
    ("another sentence cited", lambda: cited(start=len(ATLAS) + 1, end=len(f"{ATLAS} {HOLD}"))),
    ("a field left out", lambda: without("quote")),
    ("a field left out that cites nothing", lambda: without("tags")),
]


@pytest.mark.parametrize("fields", [row[1] for row in SEALED], ids=[row[0] for row in SEALED])
def test_edited_so_that_only_the_seal_tells(fields: Callable[[], dict[str, Any]]) -> None:
    assert sound(fields(), seals={})
    assert not sound(fields())


def test_evidence_that_was_edited() -> None:
    lie = replace(EVIDENCE[SECOND], text=EVIDENCE[SECOND].text.replace("not ", ""))
    assert not sound(evidence={**EVIDENCE, SECOND: lie}, seals={})
    renamed = {evidence_id("notes", lie.text): lie, FIRST: EVIDENCE[FIRST]}
    name = evidence_id("notes", lie.text)
    quote = Quote(lie.text, Cite(name, 0, len(lie.text)))
    assert not sound({"quote": quote}, {}, renamed)  # whole in itself, and in no source


def test_evidence_that_is_in_no_source_any_more() -> None:
    now = index_blocks(Plan((SectionPlan("2031-03", "March", located(after(COST))),)))
    assert not sound(blocks=now)


def test_the_same_words_in_another_block() -> None:
    other = after(f"{BEFORE.blocks[0].text} {COST}")
    moved: dict[str, Located] = index_blocks(Plan((SectionPlan("2031-03", "March", located(other)),)))
    assert not sound(blocks=moved)
    assert isinstance(EVIDENCE[FIRST], Evidence)
