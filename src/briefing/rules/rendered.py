"""Whether the pages are what briefing.json renders to. Whoever edits one by hand is told the line."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import islice

from msgspec.structs import replace

from briefing.conflict import is_conflicted
from briefing.reports.problems import Problem
from briefing.rules.base import MEMORY, Committed
from briefing.rules.canonical import crlf
from briefing.rules.places import apart, brief

MOST = 10  # lines of one file that are told one by one


class Rendered:
    name = "rendered"
    asks = "briefing.md and briefing.html are what briefing.json renders to, to the byte"
    helps = "change the sources, not the pages; briefing run makes the pages anew"

    def problems(self, committed: Committed) -> Iterable[Problem]:
        for name, should in committed.rendered.items():
            raw = committed.files.get(name)
            if name != MEMORY and raw is not None and raw != should and not is_conflicted(raw):
                yield from self._edited(committed, name, raw, should)

    def _edited(self, committed: Committed, name: str, raw: bytes, should: bytes) -> Iterator[Problem]:
        file = committed.path(name)
        if raw.replace(b"\r\n", b"\n") == should:
            yield crlf(file, self.name)
            return
        hint = f"What is to stand here comes from the sources and not from this page. Make it anew: {committed.run}"
        now, then = (text.decode("utf-8", "replace").split("\n") for text in (raw, should))
        found = differences(now, then)
        told = list(islice(found, MOST))
        rest = list(found)
        for line, message in told:
            yield Problem(file, line, self.name, message, hint)
        if rest:
            first, last = Problem(file, rest[0][0], self.name, "", hint), rest[-1][0]
            lines = f"{len(rest)} more lines are" if len(rest) > 1 else "One more line is"
            yield replace(first, message=f"{lines} not what briefing.json renders to, up to line {last}.", end=last)


def differences(now: list[str], then: list[str]) -> Iterator[tuple[int, str]]:
    """Each line that is not as it should be: its number in the file, and a sentence."""
    pairs = enumerate(zip(now, then, strict=False))
    head = next((n for n, (one, two) in pairs if one != two), min(len(now), len(then)))
    tail, most = 0, min(len(now), len(then)) - head
    while tail < most and now[-1 - tail] == then[-1 - tail]:
        tail += 1
    here, there = now[head : len(now) - tail], then[head : len(then) - tail]
    for a, b, c, d in _hunks(here, there):
        yield from _hunk(head + a + 1, here[a:b], there[c:d], len(now))


def _hunks(now: list[str], then: list[str]) -> list[tuple[int, int, int, int]]:
    """Of very many lines, all is one: the time of a comparison grows with their square."""
    if len(now) * len(then) > 4_000_000:
        return [(0, len(now), 0, len(then))]
    matcher = SequenceMatcher(None, now, then, autojunk=False)
    return [places for kind, *places in matcher.get_opcodes() if kind != "equal"]  # type: ignore[misc]


def _hunk(line: int, here: list[str], there: list[str], last: int) -> Iterator[tuple[int, str]]:
    both = min(len(here), len(there))
    for number in range(both):
        yield line + number, _differ(here[number], there[number])
    for number, text in enumerate(here[both:], both):
        yield line + number, f"{brief(text)} is not in what briefing.json renders to."
    if lacking := there[both:]:
        count = f"{len(lacking)} lines are" if len(lacking) > 1 else "A line is"
        first = brief(next(filter(str.strip, lacking), ""))
        yield min(line + both, last), f"{count} missing before this one: {first}."


def _differ(one: str, two: str) -> str:
    if one.split() == two.split():
        return f"The white space of this line is not as briefing.json renders it: {brief(two)}."
    has, should = apart(one, two)
    return f"The line has {has} where briefing.json renders {should}."
