"""What comes of a draft of which something, or nothing, stands."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from briefing.model import Draft, FieldSpec, Prose, Reading, Usage
from briefing.steps.prompt import writing_task
from briefing.steps.reading import section_reading
from briefing.steps.write import Read, write
from briefing.style import load_style
from briefing.writers.base import Reply, Task
from briefing.writers.extractive import ExtractiveWriter
from tests.steps.build import FIELDS as SECTION
from tests.steps.build import block, document, located

FIELDS = (FieldSpec("quote", "quote", "Quote", role="quote"),)


class Forger(ExtractiveWriter):
    """Quotes a sentence that nobody showed it."""

    def draft(self, task: Task) -> Reply:
        return Reply(Draft({spec.key: [99] for spec in task.fields}), Usage())


@pytest.mark.parametrize(
    ("id_", "writer", "message", "severity"),
    [
        ("2031-03", ExtractiveWriter(), "The writer found nothing to tell by itself here.", "warning"),
        ("overview", ExtractiveWriter(), "The writer found nothing to tell by itself here.", "info"),
        ("2031-03", Forger(), "Nothing that the writer gave could be verified.", "warning"),
        ("overview", Forger(), "Nothing that the writer gave could be verified.", "warning"),
    ],
)
def test_what_was_never_written_did_not_fail_to_be_verified(
    id_: str, writer: ExtractiveWriter, message: str, severity: str, tmp_path: Path
) -> None:
    written = write(
        Task(id_, "March 2031", "en", FIELDS, Reading(())), writer, load_style("briefing", str(tmp_path)), {}
    )
    assert not written.fields
    found = [finding for finding in written.findings if finding.check == "empty"]
    assert [(finding.message, finding.severity) for finding in found] == [(message, severity)]


DOC = document(block("The atlas measures 312 firings. It does not cover gas kilns. A hold of 14 minutes saved 9%."))
GOOD, BAD, BETTER = (
    {"text": "The atlas measures 312 firings.", "cites": [1]},
    {"text": "The hold took 41 minutes.", "cites": [3]},
    {"text": "The hold took 14 minutes.", "cites": [3]},
)


class Mender(ExtractiveWriter):
    """Answers one reply after the other, of the shape that it was asked for."""

    prompted = True

    def __init__(self, *ideas: list[Any]) -> None:
        self.ideas = list(ideas)
        self.tasks: list[Task] = []

    def draft(self, task: Task) -> Reply:
        self.tasks.append(task)
        fields = {spec.key: None for spec in task.fields} | {"idea": self.ideas.pop(0)}
        jsonschema.validate({"reply_to": task.id, **fields}, task.schema, jsonschema.Draft202012Validator)  # type: ignore[arg-type]
        return Reply(Draft(fields), Usage(), json.dumps(fields))


def mended(tmp_path: Path, writer: Mender, read: Read | None = None) -> tuple[list[str], list[str]]:
    """The sentences that stand in the end, and the findings."""
    style, reading = load_style("briefing", str(tmp_path)), section_reading(located(DOC))
    task = writing_task(
        "section.j2", id="2031-03", title="", style=style, language="en", fields=SECTION, reading=reading, prompted=True
    )
    written = write(task, writer, style, {"notes": DOC}, read)
    idea = written.fields.get("idea")
    return [s.text for s in idea.sentences] if isinstance(idea, Prose) else [], [f.message for f in written.findings]


@pytest.mark.parametrize(
    ("second", "stands"),
    [
        ([1, BETTER], [GOOD, BETTER]),
        ([BETTER, 1], [BETTER, GOOD]),
        ([GOOD, BETTER], [GOOD, BETTER]),
        ([1, 2], [GOOD]),  # what does not stand does not stand by its number
        ([1, 3, BETTER], [GOOD, BETTER]),
    ],
)
def test_who_mends_a_sentence_need_not_write_the_others_again(
    second: list[Any], stands: list[dict[str, Any]], tmp_path: Path
) -> None:
    writer = Mender([GOOD, BAD], second)
    texts, _ = mended(tmp_path, writer)
    assert texts == [sentence["text"] for sentence in stands]
    assert "by its number in your reply alone" in writer.tasks[1].messages[-1].content


def test_in_a_revision_numbers_have_their_own_meaning(tmp_path: Path) -> None:
    writer = Mender([GOOD, BAD], [GOOD, BETTER])
    texts, _ = mended(tmp_path, writer, lambda draft, _: draft)
    assert texts == [GOOD["text"], BETTER["text"]]
    assert "by its number" not in writer.tasks[1].messages[-1].content
    assert "statement that is kept" not in json.dumps(writer.tasks[1].schema)
