"""The writers by name. A writer is one file of this folder, and one line here: its file and its class or function.

It is imported when something has to be written, so that a run which finds all fresh does not pay for it.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import cast

from briefing.writers.base import Writer
from briefing.writers.options import WriterOptions

WRITERS: Mapping[str, str] = {
    "openai": "openai:OpenAIWriter",
    "extractive": "extractive:ExtractiveWriter",
}


def make_writer(engine: str, options: WriterOptions) -> Writer:
    """The writer of this name. `auto` is none: see options.engine()."""
    module, _, maker = WRITERS[engine].partition(":")
    return cast(Writer, getattr(import_module(f"briefing.writers.{module}"), maker)(options))
