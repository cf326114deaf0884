"""Whether briefing.json is laid out as the program lays it out: else every run would change lines that say the same."""

from collections.abc import Iterable

from briefing.codec import dump
from briefing.reports.problems import Problem
from briefing.rules.base import MEMORY, Committed
from briefing.rules.places import brief


class Canonical:
    name = "canonical"
    asks = "briefing.json is laid out, and its keys are sorted, as the program does it"
    helps = "briefing run lays it out"

    def problems(self, committed: Committed) -> Iterable[Problem]:
        raw, should = committed.files[MEMORY], dump(committed.briefing)
        if raw == should:
            return
        file, hint = committed.path(MEMORY), f"Lay it out: {committed.run}"
        if raw.replace(b"\r\n", b"\n") == should:
            yield crlf(file, self.name)
            return
        now, then = (text.decode("utf-8", "replace").split("\n") for text in (raw, should))
        pairs = enumerate(zip(now, then, strict=False), 1)
        line = next((number for number, (one, two) in pairs if one != two), min(len(now), len(then)))
        wanted = brief(then[line - 1]) if line < len(then) else "the end of the file"
        message = f"The layout is not the program's; the first line that differs should be {wanted}."
        yield Problem(file, line, self.name, message, hint)


def crlf(file: str, rule: str) -> Problem:
    message = "The lines end as on Windows (CR LF), and the program writes LF."
    return Problem(file, 1, rule, message, "Put `* text=auto eol=lf` into .gitattributes, and check the file out anew.")
