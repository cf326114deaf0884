"""The writer with a model in this very process: llama.cpp (xllamacpp, extra `briefing[local]`) with any GGUF file.

Its server listens on a free port of this machine and is asked like any other: the same client, schema and checks.
"""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from briefing.errors import ManifestError, ModelError
from briefing.writers.base import Reply, Task
from briefing.writers.openai import OpenAIWriter
from briefing.writers.options import WriterOptions
from briefing.writers.patience import Patience


class _Served(Struct, eq=False, weakref=True):  # which is how Commons keeps it
    """A model that is loaded, and listens."""

    server: Any  # its destructor stops it
    address: str
    window: int


class LocalWriter(OpenAIWriter):
    engine = "local"
    every = 20.0  # seconds without a reply until that is told

    def __init__(self, options: WriterOptions) -> None:
        """Loads the weights, once for all briefings of a run. Raises ModelError where the file holds none."""
        path = Path(options.model.name)
        self._patience = Patience(options.say, self.every)
        self._served: _Served | None = options.commons.loaded(str(path.resolve()), lambda: _serve(path))
        address, self.window = self._served.address, self._served.window
        super().__init__(
            replace(
                options,
                model=replace(options.model, name=path.name),
                jobs=1,
                base_url=f"{address}/v1",
                api_key="",
                in_process=True,
            )
        )

    def draft(self, task: Task) -> Reply:
        with self._patience.waiting():
            return super().draft(task)

    def close(self) -> None:
        self._patience.close()
        super().close()
        self._served = None


def refuse_what_lacks(options: WriterOptions) -> None:
    """Raises ManifestError where there is no model to load: before anything is read or waited for."""
    where = "a model in this process"
    if options.batch:
        by = {"hand in": "--batch", "cancel": "--cancel-batch"}[options.batch]
        raise ManifestError("a model in this process takes no batches", where=by, hint="Leave it out.")
    if find_spec("xllamacpp") is None:
        raise ManifestError("xllamacpp is not installed", where=where, hint="pip install 'briefing[local]'")
    if not options.model.name.endswith(".gguf") or not Path(options.model.name).is_file():
        what = f"there is no file {options.model.name!r:.200}" if options.model.name else "no file is named"
        hint = "Name the weights by --model FILE.gguf, or in BRIEFING_MODEL. A manifest cannot name a file of yours."
        raise ManifestError(what, where=where, hint=hint)


def _serve(path: Path) -> _Served:
    # Its threads wait for each other some thousand times a second. By default they do so without giving up their cores;
    # where something else wants one, all wait for the one that has lost its own, for as long as the system lets it
    # wait: beside busy neighbours, a reply took three to eight times as long. Read when the library is loaded.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    import xllamacpp  # 150 ms, and the weights

    asked = xllamacpp.CommonParams()
    asked.model.path = str(path)
    asked.model_alias = {path.name}
    asked.hostnames = ["127.0.0.1"]
    asked.port = 0
    asked.n_ctx = 0  # as many tokens as the model was trained with
    asked.n_parallel = 1
    asked.cpuparams.n_threads = asked.cpuparams_batch.n_threads = _cores()
    asked.verbosity = 0
    asked.ui = False
    try:
        server = xllamacpp.Server(asked)
    except Exception as error:  # whatever llama.cpp says of a file that it cannot load
        what = f"the file cannot be loaded as a model ({' '.join(str(error).split())[:200] or type(error).__name__})"
        raise ModelError(what, where=str(path), hint="It has to be a GGUF file that llama.cpp knows.") from None
    return _Served(server, server.listening_address, _context(server.listening_address))


def _cores() -> int:
    """Those that this process may use; processors that share a core count as one: more threads wait for each other.
    Source: llama.cpp's advice for --threads."""
    if hasattr(os, "sched_getaffinity"):  # Linux
        return len({_core(number) for number in os.sched_getaffinity(0)})
    return os.cpu_count() or 1


def _core(processor: int) -> str:
    """The processors that share its core, or it alone where that is not known."""
    try:
        return Path(f"/sys/devices/system/cpu/cpu{processor}/topology/thread_siblings_list").read_text("ascii")
    except OSError:
        return str(processor)


def _context(address: str) -> int:
    """Tokens that one call can hold: prompt and reply together."""
    import httpx2

    with httpx2.Client(trust_env=False, timeout=30.0) as client:
        settings = client.get(f"{address}/props").json()["default_generation_settings"]
    return int(settings["n_ctx"])
