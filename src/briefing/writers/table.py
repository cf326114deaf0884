"""The writers by name. A writer is one file of this folder, and one line here.

It is imported when something has to be written, so that a run which finds all fresh does not pay for it.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

from msgspec import Struct

from briefing.writers.base import Writer
from briefing.writers.options import WriterOptions


class Engine(Struct, frozen=True):
    """maker, lacks: a file of this folder, and what in it takes WriterOptions: the class or function that makes the
    writer, and the one that raises where it could not write."""

    maker: str
    lacks: str = ""
    asks_model: bool = True  # whether its sections cost calls
    in_process: bool = False  # whether its model is a file that is loaded here


WRITERS: Mapping[str, Engine] = {
    "openai": Engine("openai:OpenAIWriter", "options:refuse_what_lacks"),
    "local": Engine("local:LocalWriter", "local:refuse_what_lacks", in_process=True),
    "extractive": Engine("extractive:ExtractiveWriter", asks_model=False),
}


def asks_model(engine: str) -> bool:
    """Whether the writer of this name asks a model; one that is not known, of a briefing made elsewhere, may have."""
    return engine not in WRITERS or WRITERS[engine].asks_model


def in_process(engine: str) -> bool:
    return engine in WRITERS and WRITERS[engine].in_process


def make_writer(engine: str, options: WriterOptions) -> Writer:
    """The writer of this name. `auto` is none: see options.engine()."""
    return cast(Writer, _found(WRITERS[engine].maker)(options))


def refuse_what_lacks(engine: str, options: WriterOptions) -> None:
    """Raises ManifestError where the writer of this name could not write, before anything is read or waited for."""
    if lacks := WRITERS[engine].lacks:
        _found(lacks)(options)


def _found(place: str) -> Callable[[WriterOptions], object]:
    module, _, name = place.partition(":")
    return cast(Callable[[WriterOptions], object], getattr(import_module(f"briefing.writers.{module}"), name))
