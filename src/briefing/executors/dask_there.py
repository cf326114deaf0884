"""What a worker of a cluster does with a piece of work: that work, and where it fails for what the worker may lack, it
says so with its name."""

from collections.abc import Callable
from importlib import import_module
from typing import TypeVar

from briefing.errors import BriefingError, ModelError, SourceError

T = TypeVar("T")
S = TypeVar("S")
R = TypeVar("R")


def told_with_its_worker(do: Callable[[T, S], R], item: T, shared: S) -> R:
    """do(item, shared). Raises what that raises; where it may be the worker's own lack, with the worker in the hint."""
    try:
        return do(item, shared)
    except BriefingError as error:
        if needs := _needs(error):
            worker = import_module("distributed").get_worker().address
            error.hint = f"{error.hint} So says the worker {worker}: it needs {needs}.".strip()
        raise


def _needs(error: BriefingError) -> str:
    """What the worker may lack, and others have; "" where it would fail anywhere."""
    if isinstance(error, ModelError):
        return "OPENAI_API_KEY in its own environment" if "OPENAI_API_KEY" in error.hint else ""
    if isinstance(error, SourceError):
        return "" if "://" in error.where else _FOLDER
    return f"{_FOLDER}, and the store, with its keys in its own environment"


_FOLDER = "the project's folder at the same path as here"
