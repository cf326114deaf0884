"""The writers by name. A writer is one file of this folder, and one line here.

It is imported when something has to be written, so that a run which finds all fresh does not pay for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from briefing.writers.base import Writer
from briefing.writers.options import WriterOptions


@dataclass(frozen=True, slots=True)
class Engine:
    maker: str  # file of this folder, and the class or function in it that takes WriterOptions
    asks_model: bool  # whether its sections cost calls, and need a server


WRITERS: Mapping[str, Engine] = {
    "openai": Engine("openai:OpenAIWriter", asks_model=True),
    "extractive": Engine("extractive:ExtractiveWriter", asks_model=False),
}


def asks_model(engine: str) -> bool:
    """Whether the writer of this name asks a model; one that is not known, of a briefing made elsewhere, may have."""
    return engine not in WRITERS or WRITERS[engine].asks_model


def make_writer(engine: str, options: WriterOptions) -> Writer:
    """The writer of this name. `auto` is none: see options.engine()."""
    module, _, maker = WRITERS[engine].maker.partition(":")
    return cast(Writer, getattr(import_module(f"briefing.writers.{module}"), maker)(options))
