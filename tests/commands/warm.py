"""A process that has loaded the program, and of which a copy is the command for whoever asks: to load it takes half a
second of a processor, and the tests call commands some thousand times.

In, line by line: a request as JSON. Out: the number of the process that is the command, then its exit code. The copy
has its own folder, environment, output and end, as any process; tests of how a command starts have none of this.
"""

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import runpy
import sys
import time

import briefing

LOADED_LATE = (
    "feedparser",
    "genai_prices",
    "httpx2",
    "jinja2",
    "lxml.html",
    "markdown_it",
    "pypdf",
    "tiktoken",
    "trafilatura",
)
OF_AN_OPTION = {"--executor": "distributed", "--store": "s3fs"}  # what takes long to load, and few commands need


def load() -> None:
    for found in pkgutil.walk_packages(briefing.__path__, "briefing."):
        if found.name != "briefing.cli":  # is run as if it were started
            importlib.import_module(found.name)
    for name in LOADED_LATE:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()  # what a copy does not go through is not copied


def load_for(arguments: list[str]) -> None:
    """What the command would load by itself, if it is here."""
    for option, name in OF_AN_OPTION.items():
        if option in arguments and name not in sys.modules:
            with contextlib.suppress(ImportError):
                importlib.import_module(name)
            gc.freeze()


def serve() -> None:
    """Returns in each copy, when its command has ended, and in the process itself, when nobody asks any more."""
    for line in iter(sys.stdin.readline, ""):
        request = json.loads(line)
        load_for(request["arguments"])
        sys.stdout.flush()
        child = os.fork()
        if not child:
            become(request)
            runpy.run_module("briefing.cli", run_name="__main__", alter_sys=True)
            return
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def become(request: dict[str, object]) -> None:
    for number, (path, mode) in enumerate(
        ((os.devnull, os.O_RDONLY), (request["out"], os.O_WRONLY), (request["err"], os.O_WRONLY))
    ):
        opened = os.open(str(path), mode)
        os.dup2(opened, number)
        os.close(opened)
    os.chdir(str(request["folder"]))
    os.environ.clear()
    os.environ.update(request["environment"])  # type: ignore[call-overload]
    time.tzset()
    if "dask.config" in sys.modules:
        sys.modules["dask.config"].refresh()  # which has read the environment of the process
    sys.argv[1:] = request["arguments"]  # type: ignore[call-overload]
    sys.path[0] = ""


if __name__ == "__main__":
    load()
    serve()
