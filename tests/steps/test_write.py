"""What is said of a section, or of the whole, of which nothing was written."""

from pathlib import Path

import pytest

from briefing.model import Draft, FieldSpec, Reading, Usage
from briefing.steps.write import write
from briefing.style import load_style
from briefing.writers.base import Reply, Task
from briefing.writers.extractive import ExtractiveWriter

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
