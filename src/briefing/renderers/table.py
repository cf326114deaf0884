"""The files of a briefing beside briefing.json, by name."""

from briefing.renderers.base import Renderer
from briefing.renderers.html import render_html
from briefing.renderers.markdown import render_markdown

RENDERERS: dict[str, Renderer] = {"briefing.md": render_markdown, "briefing.html": render_html}
