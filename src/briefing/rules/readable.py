"""Whether the files are there and can be read. The only rule that is asked where briefing.json cannot be."""

import re
from collections.abc import Iterable, Iterator
from json import JSONDecodeError

from briefing.conflict import is_conflicted
from briefing.errors import OutputError
from briefing.reports.problems import Problem
from briefing.rules.base import MEMORY, Committed
from briefing.rules.fault import place_of_fault

_MARK = re.compile(rb"^<{7}(?: |\r?$)", re.MULTILINE)
_RESTORE = "Restore the file from version control, or delete it to have the briefing written anew."


class Readable:
    name = "readable"
    asks = "each file is there, briefing.json is one of this schema, and no merge has left its marks"
    helps = "briefing run ends a merge, and makes what is missing; restore a briefing.json that is damaged"

    def problems(self, committed: Committed) -> Iterable[Problem]:
        if not committed.files:
            yield self._problem(committed, MEMORY, 1, "There is no briefing yet.", f"Make it: {committed.run}")
            return
        for name in committed.names:
            if name not in committed.files:
                yield self._problem(committed, name, 1, "The file is missing.", f"Make it: {committed.run}")
            elif is_conflicted(committed.files[name]):
                yield from self._conflict(committed, name)
            elif name == MEMORY and isinstance(committed.loaded, OutputError):
                yield self._damage(committed, committed.loaded)

    def _conflict(self, committed: Committed, name: str) -> Iterator[Problem]:
        """Told at the first mark: one command ends them all."""
        raw = committed.files[name]
        starts = [match.start() for match in _MARK.finditer(raw)]
        line = raw.count(b"\n", 0, starts[0] if starts else 0) + 1
        times = f" {len(starts)} times" if len(starts) > 1 else ""
        message = f"A merge that was not finished left its marks here{times}."
        yield self._problem(committed, name, line, message, f"End it: {committed.run}")

    def _damage(self, committed: Committed, error: OutputError) -> Problem:
        cause = error.__cause__
        if isinstance(cause, JSONDecodeError):
            return self._problem(committed, MEMORY, cause.lineno, f"This is no JSON: {cause.msg}.", _RESTORE)
        line, end = place_of_fault(committed.files[MEMORY])
        what = error.what[0].upper() + error.what[1:]
        return self._problem(committed, MEMORY, line, f"The file {what[0].lower()}{what[1:]}.", _RESTORE, end)

    def _problem(self, committed: Committed, name: str, line: int, message: str, hint: str, end: int = 0) -> Problem:
        return Problem(committed.path(name), line, self.name, message, hint, "error", end)
