"""The files of a briefing beside briefing.json, by name.

A renderer is imported when it is used: a run that asks a model has the time for it while it waits.
"""

from collections.abc import Mapping
from importlib import import_module

from briefing.model import Briefing
from briefing.renderers.base import Renderer
from briefing.style import Style


def _renderer(place: str) -> Renderer:
    """place: a file of this folder, and the function in it."""

    def render(briefing: Briefing, style: Style, base: str) -> str:
        module, _, name = place.partition(":")
        made: str = getattr(import_module(f"briefing.renderers.{module}"), name)(briefing, style, base)
        return made

    return render


RENDERERS: Mapping[str, Renderer] = {
    "briefing.md": _renderer("markdown:render_markdown"),
    "briefing.html": _renderer("html:render_html"),
}
