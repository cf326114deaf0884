"""Progress on stderr: one line that changes at a terminal, a line for each thing done elsewhere."""

import shutil
import sys
import threading

from msgspec.structs import replace

from briefing.commands.summary import count
from briefing.steps.options import Event, Tell
from briefing.writers.ledger import Ledger

_WIDEST = 119  # columns of the changing line
_VERBS = {"read": "read", "write": "wrote", "wait": "waiting:"}


class Progress:
    """Called with every Event, from any thread."""

    def __init__(self, *, quiet: bool = False, briefings: int = 1) -> None:
        self._quiet = quiet
        self._briefings = briefings
        self._finished = 0
        self._live = sys.stderr.isatty()
        self._lock = threading.Lock()
        self._width = 0

    def __call__(self, event: Event) -> None:
        if self._quiet or event.step == "done":
            return
        with self._lock:
            line = self._which(event) + _line(event)
            if self._live:
                line = line[
                    : min(_WIDEST, shutil.get_terminal_size().columns - 1)
                ]  # a wrapped line cannot be taken back
                sys.stderr.write("\r" + line.ljust(self._width))
                self._width = len(line)
            else:
                sys.stderr.write(line + "\n")
            sys.stderr.flush()

    def of(self, briefing: str, ledger: Ledger) -> Tell:
        """Where one of several briefings tells: with its name, and with what all of them have spent."""
        if self._briefings == 1 or self._quiet:  # on a cluster, what is spent is a question to its scheduler
            return self
        return lambda event: self(replace(event, briefing=briefing, usage=ledger.total))

    def finish(self) -> None:
        """One more briefing is done, or has failed."""
        with self._lock:
            self._finished += 1

    def _which(self, event: Event) -> str:
        return f"[{self._finished}/{self._briefings}] {event.briefing}: " if event.briefing else ""

    def clear(self) -> None:
        """Take the changing line away, so that what follows stands alone."""
        with self._lock:
            if self._live and self._width:
                sys.stderr.write("\r" + " " * self._width + "\r")
                self._width = 0


def _line(event: Event) -> str:
    if event.step == "plan":
        return f"planned {count(event.total, 'section')}"
    part = f" ({event.done}/{event.total})" if event.total else ""
    usage = event.usage
    tokens = f"{usage.input_tokens + usage.output_tokens:,} tokens"
    spent = f" · {count(usage.calls, 'call')}, {tokens}" if usage.calls else ""
    return f"{_VERBS[event.step]} {event.what}{part}{spent}"
