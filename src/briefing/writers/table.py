"""The writers by name. A writer is one file of this folder, and one line here."""

from collections.abc import Callable, Mapping

from briefing.writers.base import Writer
from briefing.writers.extractive import ExtractiveWriter
from briefing.writers.openai import OpenAIWriter
from briefing.writers.options import WriterOptions

WRITERS: Mapping[str, Callable[[WriterOptions], Writer]] = {
    "openai": OpenAIWriter,
    "extractive": lambda _: ExtractiveWriter(),
}


def make_writer(engine: str, options: WriterOptions) -> Writer:
    """The writer of this name. `auto` is none: see options.engine()."""
    return WRITERS[engine](options)
