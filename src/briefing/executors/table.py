"""The executors by scheme. An executor is one file of this folder, and one line here.

Not every file beside this one is an executor: threads.py and forks.py are ways to do many things at once on this
machine, which local.py and an audit take, and dask_*.py are parts of dask.py.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

from briefing.errors import ManifestError
from briefing.executors.base import Executor
from briefing.executors.local import LocalExecutor

# local is none of them: it has no address, and whoever names no executor has it (steps/options.py).
# By the scheme of an address: a file of this folder, and the class in it that takes the address, the calls at once, and
# whom it tells what it waits for.
EXECUTORS: Mapping[str, str] = {"dask": "dask:DaskExecutor"}


def addresses() -> list[str]:
    """How each executor is named."""
    return ["local", *(f"{name}://HOST:PORT" for name in EXECUTORS)]


def make_executor(address: str, jobs: int, notice: Callable[[str], None] = lambda _: None) -> Executor:
    """`local`, or an address such as dask://host:8786. notice: called with what it waits for. Raises ManifestError."""
    if address == "local":
        return LocalExecutor(jobs)
    scheme = address.partition("://")[0]
    if "://" not in address or scheme not in EXECUTORS:
        hint = f"There are: {', '.join(addresses())}."
        raise ManifestError(f"{address!r:.80} is no executor", where="--executor", hint=hint)
    module, _, name = EXECUTORS[scheme].partition(":")
    make = cast(
        Callable[[str, int, Callable[[str], None]], Executor],
        getattr(import_module(f"briefing.executors.{module}"), name),
    )
    return make(address, jobs, notice)
