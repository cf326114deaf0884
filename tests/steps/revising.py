"""A section as it was written, and what is recalled of it from another version of its source. All is invented."""

from collections.abc import Mapping

from briefing.model import Document, Draft, Evidence, FieldSpec, Section
from briefing.steps.changes import sentences_of
from briefing.steps.reading import section_reading
from briefing.steps.recall import Recall, recall
from briefing.steps.seal import seals
from briefing.steps.verify import verify
from tests.steps.build import FIELDS, block, document, located, task

ATLAS = "The Kiln Atlas by Okafor measures 312 firings."
HOLD = "A shorter hold saved 9% of the energy."
GAS = "The atlas does not cover gas kilns."
SLOW = "Slow cooling matters more than peak heat."
COST = "The Ember draws 11 kW."

BEFORE = document(block(f"{ATLAS} {HOLD}", Kiln_Atlas="https://example.org/atlas"), block(f"{GAS} {SLOW}"), block(COST))


def after(*paragraphs: str, **links: str) -> Document:
    """Paragraphs; the links stand in the first."""
    first, *rest = paragraphs
    return document(block(first, **links), *map(block, rest))


def section(doc: Document, draft: Mapping[str, object], *specs: FieldSpec) -> tuple[Section, dict[str, Evidence]]:
    """What a draft becomes, sealed; every field of it has to stand."""
    specs = specs or specs_of(draft)
    verified = verify(task(doc, *specs), Draft(draft), {doc.source: doc})
    assert not verified.problems, verified.problems
    made = Section(
        "2031-03", "March 2031", "a-b-c", {}, verified.fields, {}, sentences_of(located(doc)),
        seals("March 2031", verified.fields, verified.evidence),
    )  # fmt: skip
    return made, verified.evidence


def recalled(draft: Mapping[str, object], now: Document, before: Document = BEFORE) -> Recall:
    written, evidence = section(before, draft)
    return recall(written, evidence, specs_of(draft), section_reading(located(now)), "en")


def specs_of(draft: Mapping[str, object]) -> tuple[FieldSpec, ...]:
    return tuple(spec for spec in FIELDS if spec.key in draft)


def claim(text: str, *cites: int) -> dict[str, object]:
    return {"text": text, "cites": list(cites)}
