"""What of a briefing is with a batch. In: what would be written from now. Out: whose replies are still to come.

A run is rehearsed with the replies that are kept, by a writer that asks nobody: it gets as far as a run would.
"""

from collections.abc import Mapping
from contextlib import suppress

from msgspec.structs import replace

from briefing.errors import Awaiting
from briefing.steps.assignment import Assignment
from briefing.steps.options import silent
from briefing.steps.update import update_overview, update_sections


def awaited(job: Assignment) -> Mapping[str, str]:
    """By the id of a section, or of the overview, the batch that has been asked for what it is to say."""
    writer = job.choice.handed_in()
    if writer is None:
        return {}
    rehearsal = replace(job, choice=replace(job.choice, make=lambda: writer))
    with suppress(Awaiting):
        updated = update_sections(rehearsal, silent)
        update_overview(rehearsal, updated, silent)
    return {task.partition(",")[0]: batch for task, batch in writer.found.items()}  # "2024-03, judged"
