"""A rule holds what is committed against one thing that was promised of it. In: a Committed. Out: problems, each with
the line at which it stands."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from briefing.codec import load
from briefing.errors import OutputError
from briefing.manifest import run_command
from briefing.model import Briefing, Manifest, Severity
from briefing.outputs import Outputs
from briefing.reports.problems import Problem
from briefing.rules.lines import Lines, Place, lines_of, nearest
from briefing.steps.sight import Sight
from briefing.style import Style

MEMORY = "briefing.json"


class Committed(Struct, frozen=True, dict=True):
    """What a rule is given. files: the bytes of those that are there, by name. names: of those that should be.

    render: makes all files from a briefing. look: says what is stale, as far as the sources are at hand.
    """

    manifest: Manifest
    style: Style
    outputs: Outputs
    names: tuple[str, ...]
    files: Mapping[str, bytes]
    render: Callable[[Briefing], Mapping[str, bytes]]
    look: Callable[[Briefing], Sight]
    store: str = ""  # where the files are looked for; "" is the project

    @cached_property
    def loaded(self) -> Briefing | OutputError:
        try:
            return load(self.files.get(MEMORY, b""), self.path(MEMORY))
        except OutputError as error:
            return error

    @property
    def briefing(self) -> Briefing:
        """Raises OutputError where it cannot be read: then no rule but `readable` is asked."""
        if isinstance(self.loaded, OutputError):
            raise self.loaded
        return self.loaded

    @cached_property
    def rendered(self) -> Mapping[str, bytes]:
        return self.render(self.briefing)

    @cached_property
    def sight(self) -> Sight:
        return self.look(self.briefing)

    @cached_property
    def lines(self) -> Lines:
        return lines_of(self.files[MEMORY].decode("utf-8", "surrogatepass"))

    def path(self, name: str) -> str:
        """Of a file: absolute, or an address in a store."""
        return f"{self.outputs.place}/{name}"

    @cached_property
    def run(self) -> str:
        """The command that brings this briefing up to date."""
        return run_command(Path(self.manifest.path), self.store)

    def at(self, place: Place, rule: str, message: str, hint: str, severity: Severity = "error") -> Problem:
        """A problem at a place of briefing.json."""
        line, end = nearest(self.lines, place)
        return Problem(self.path(MEMORY), line, rule, message, hint, severity, end)

    def line(self, *place: str | int) -> int:
        return nearest(self.lines, place)[0]


class Rule(Protocol):
    """One file of this folder, entered in table.py."""

    name: str
    asks: str  # what it asks of the files, as a clause: "each file is there and can be read"
    helps: str  # what to do where it finds something

    def problems(self, committed: Committed) -> Iterable[Problem]: ...
