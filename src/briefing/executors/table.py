"""The executors by scheme. An executor is one file of this folder, and one line here."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

from briefing.errors import ManifestError
from briefing.executors.base import Executor
from briefing.executors.local import LocalExecutor

# By the scheme of an address: a file of this folder, and the class in it that takes the address, the calls at once, and
# whom it tells what it waits for.
EXECUTORS: Mapping[str, str] = {"dask": "dask:DaskExecutor"}


def make_executor(address: str, jobs: int, notice: Callable[[str], None] = lambda _: None) -> Executor:
    """`local`, or an address such as dask://host:8786. notice: called with what it waits for. Raises ManifestError."""
    if address == "local":
        return LocalExecutor(jobs)
    scheme = address.partition("://")[0]
    if "://" not in address or scheme not in EXECUTORS:
        known = ", ".join(["local", *(f"{name}://HOST:PORT" for name in EXECUTORS)])
        raise ManifestError(f"{address!r:.80} is no executor", where="--executor", hint=f"There are: {known}.")
    module, _, name = EXECUTORS[scheme].partition(":")
    make = cast(
        Callable[[str, int, Callable[[str], None]], Executor],
        getattr(import_module(f"briefing.executors.{module}"), name),
    )
    return make(address, jobs, notice)
