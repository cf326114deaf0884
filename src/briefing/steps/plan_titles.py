"""Titles of sections. In: the parts that make up a section. Out: words of the sources, and the name of the period.

The name of a period is Babel's, in the language of the source; nothing else is written here.
"""

from collections.abc import Sequence

from briefing.steps import periods
from briefing.steps.period_grammar import numbering
from briefing.steps.period_when import section_id
from briefing.steps.plan_layout import Layout, Part


def section_title(pieces: Sequence[tuple[Layout, Part]], language: str) -> str:
    """ "January 2024: The first boat" where one heading makes the section, "January 2024" where
    several do; the heading as it stands where it names several months. language: for sources of several languages."""
    layout, part = pieces[0]
    if part.when is None:
        return part.title
    languages = {layout.language for layout, _ in pieces}
    spoken = layout.language if len(languages) == 1 else language or layout.language
    name = periods.title(part.when, layout.by, spoken)
    if not name:
        return _heading(layout, part) or section_id(part.when, layout.by)
    if len(pieces) > 1 or not part.title:
        return name
    aside = part.title.startswith(("(", "（")) and part.title != _heading(layout, part)  # "March (after the move)"
    return f"{name} {part.title}" if aside else f"{name}: {part.title}"


def _heading(layout: Layout, part: Part) -> str:
    """The words of its heading without its number."""
    text = layout.document.blocks[part.own].text if part.own >= 0 else layout.document.title
    return text[numbering(text)[1] :].strip()
