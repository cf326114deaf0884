"""A process that has loaded dask.distributed and the program, and of which a copy is each part of a cluster: to load
them takes two seconds of a processor, and the tests start some forty schedulers and workers.

In, line by line: a request as JSON. Out: the number of the process that is a scheduler or a worker, until it is killed.
"""

import importlib
import json
import os
import runpy
import signal
import sys

from tests.commands.warm import become, load

PARTS = ("distributed.cli.dask_scheduler", "distributed.cli.dask_worker", "distributed.http.scheduler.api")


def serve() -> None:
    """Returns in each copy, when it has ended, and in the process itself, when nobody asks any more."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them: none is left behind
    for line in iter(sys.stdin.readline, ""):
        request = json.loads(line)
        sys.stdout.flush()
        child = os.fork()
        if not child:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            become(request)
            runpy.run_module(request["module"], run_name="__main__", alter_sys=True)
            return
        print(child, flush=True)


if __name__ == "__main__":
    for name in PARTS:
        importlib.import_module(name)
    load()
    serve()
