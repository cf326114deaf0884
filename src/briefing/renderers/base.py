"""A renderer is a pure function from a briefing to the bytes of one file."""

from typing import Protocol

from briefing.model import Briefing
from briefing.style import Style


class Renderer(Protocol):
    """One file of this folder, entered in table.py by the name of the file that it makes."""

    def __call__(self, briefing: Briefing, style: Style, base: str) -> str:
        """The text of the file. `base` leads from the output's folder to the project root ("../.."), for links to
        local sources. Same briefing, same bytes: no clock, no order of chance, no look at the disk."""
        ...
