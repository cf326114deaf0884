"""What a writer is made with: the model, the server, and what this run allows."""

import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from ipaddress import ip_address
from math import inf
from typing import Any, Literal
from urllib.parse import urlsplit, urlunsplit

from msgspec import Struct, field
from msgspec.structs import asdict, replace

from briefing.cell import Cell
from briefing.errors import ManifestError
from briefing.model import ModelOptions
from briefing.store import Store
from briefing.writers.commons import Commons
from briefing.writers.ledger import Balance

OPENAI = "https://api.openai.com/v1"
HERE = "this process"  # the address of a model in it, for people and for the cache: its port is another one each time
DISCOUNT = 0.5  # what a reply by batch costs of one that is asked for at once (OpenAI's price list)
BatchMode = Literal["", "hand in", "cancel"]  # ask at once, by batch, or give up what is with one
_SILENT: Callable[[str], None] = lambda _: None  # noqa: E731


class WriterOptions(Struct, frozen=True):
    """Times in seconds. The key has no place in a repr, and so in no log."""

    model: ModelOptions
    store: Store
    jobs: int = 4  # calls at once
    base_url: str = ""  # "" is OpenAI's own
    api_key: str = ""
    in_process: bool = False  # whether the model is in this process, and named by its file
    offline: bool = False  # kept replies, and servers on this machine, only
    briefing: str = ""  # which one is written, by its name
    fresh: bool = False  # ask anew, even where a reply is kept
    batch: BatchMode = ""
    timeout: float = 300.0  # of one call, from its start to the last byte of the answer
    attempts: int = 6  # calls for one reply, at most
    longest_wait: float = 120.0  # that a server may ask for; one that asks for more is given up
    pace: float = 1.0  # every wait is multiplied by this; tests shorten theirs
    say: Callable[[str], None] = _SILENT  # told, in a line, what is waited for
    commons: Commons = field(default_factory=Commons)
    lost_after: float = inf  # after which a call that another machine has not settled counts as lost with it
    balance: Cell[Balance] | None = None  # of this briefing's own budget
    lease: AbstractContextManager[Any] = field(default_factory=nullcontext)  # for each call

    def __repr__(self) -> str:
        return f"WriterOptions({self.model!r}, {self.address!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        """To another process goes no key, which that one's environment has, and nothing that is of this one."""
        left = ("api_key", "say")
        return _elsewhere, ({name: value for name, value in asdict(self).items() if name not in left},)

    def __post_init__(self) -> None:
        """Raises ManifestError where the address or the key cannot be one."""
        if self.base_url and not _is_http(self.base_url):
            raise ManifestError(
                "the address of the model's server is not an http(s) address",
                where="OPENAI_BASE_URL",
                hint=f"Write it whole, such as {OPENAI} or http://localhost:8080/v1.",
            )
        if not (self.api_key.isascii() and self.api_key.isprintable() and " " not in self.api_key):
            raise ManifestError(
                "the key holds a character that no key has", where="OPENAI_API_KEY", hint="Copy it once more."
            )

    @property
    def address(self) -> str:
        """The base URL without user, password, query and the slash at the end: fit to be shown and kept."""
        if self.in_process:
            return HERE
        parts = urlsplit(self.base_url or OPENAI)
        return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path.rstrip("/"), "", ""))

    @property
    def local(self) -> bool:
        """Whether the server is on this machine."""
        host = urlsplit(self.base_url or OPENAI).hostname or ""
        try:
            return host == "localhost" or ip_address(host).is_loopback
        except ValueError:
            return False


def _elsewhere(values: Mapping[str, Any]) -> WriterOptions:
    return configured(WriterOptions(**values), os.environ)


def configured(options: WriterOptions, environment: Mapping[str, str]) -> WriterOptions:
    """The options, completed by OPENAI_API_KEY, OPENAI_BASE_URL and BRIEFING_MODEL where they leave something open."""
    name = options.model.name or environment.get("BRIEFING_MODEL", "").strip()
    return replace(
        options,
        model=replace(options.model, name=name),
        base_url=options.base_url or environment.get("OPENAI_BASE_URL", "").strip(),
        api_key=options.api_key or environment.get("OPENAI_API_KEY", "").strip(),
    )


def refuse_what_lacks(options: WriterOptions) -> None:
    """Raises ManifestError where a model cannot be asked: before anything is read or waited for. Offline, replies that
    are kept need no key."""
    lacks: dict[str, str] = {}
    if not (options.api_key or options.offline or options.address != OPENAI):
        lacks["OPENAI_API_KEY is not set"] = (
            "Set it to the key of the model's server; for a server that needs none, such as Ollama, llama.cpp or vLLM, "
            "set OPENAI_BASE_URL. Or take --engine extractive, which needs neither."
        )
    if not options.model.name:
        lacks["no model is named"] = (
            "Name the model by --model, in BRIEFING_MODEL or in the manifest: model: {name: …}."
        )
    if lacks:
        raise ManifestError(", and ".join(lacks), where="a model is to write", hint=" ".join(lacks.values()))


def engine(asked: str, options: WriterOptions) -> str:
    """The writer that `auto` stands for: the model where there is a key or a base URL, else the extractive one."""
    if asked != "auto":
        return asked
    return "openai" if options.api_key or options.base_url else "extractive"


def _is_http(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
