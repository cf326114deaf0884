"""A difference for a terminal. In: a Difference. Out: text, with colour where that is wanted."""

from collections.abc import Iterable, Iterator, Sequence

from briefing.reports.difference import Difference, Entry, Part
from briefing.reports.wording import (
    MARKS,
    Phrase,
    because,
    groups,
    heading,
    lead,
    loud,
    plural,
    quiet_groups,
    reasons,
    text_of,
)
from briefing.reports.words import Run

_BOLD, _DIM, _RED, _GREEN, _END = "\x1b[1m", "\x1b[2m", "\x1b[31;9m", "\x1b[32m", "\x1b[0m"
_SAFE = dict.fromkeys((*range(32), *range(127, 160), 8234, 8235, 8237, 8238, *range(8294, 8297)), "�")


def as_text(difference: Difference, *, colour: bool) -> str:
    """colour: whether removed words are struck in red, and added ones green; else [-so-] and {+so+}."""
    pen = _Pen(colour)
    head = f"{pen.bold(difference.title)}: {heading(difference)}"
    since = f"{difference.base} ({difference.commit[:7]})"
    if difference.new:
        return f"{head}: there is no briefing.json of it at {pen.safe(since)}"
    if not difference.parts:
        return f"{head} since {pen.safe(since)}"
    return "\n".join([head, *_about(difference, since, pen), *_parts(difference, pen)])


def _about(difference: Difference, since: str, pen: "_Pen") -> Iterator[str]:
    removed, added = difference.lines
    yield pen.dim(f"since {pen.safe(since)}; {plural(removed, 'line')} of briefing.md removed, {added} added")
    for phrase in reasons(difference):
        yield f"because {pen.phrase(phrase)}"


def _parts(difference: Difference, pen: "_Pen") -> Iterator[str]:
    titles = dict(difference.titles)
    for part in loud(difference):
        yield ""
        yield pen.bold(part.title) + (f" ({part.kind})" if part.kind != "changed" else "")
        for causes, entries in groups(part):
            for entry in entries:
                yield from _entry(entry, pen)
            for cause in causes:
                yield from (f"      because {pen.phrase(line)}" for line in because(cause, entries, titles))
        if part.quiet:
            yield f"  {_quiet(part)}"
    for causes, moved in quiet_groups(difference):
        yield ""
        yield from (f"{pen.bold(title)}: {pen.safe(lead(entry))}" for title, entry in moved)
        for cause in causes:
            yield from (f"      because {pen.phrase(line)}" for line in because(cause, (), titles))
    yield from _silent([part for part in difference.parts if not part.entries], pen, titles)


def _quiet(part: Part) -> str:
    return f"{plural(len(part.quiet), 'sentence')} of the source changed that nothing here rests on"


def _silent(parts: Sequence[Part], pen: "_Pen", titles: dict[str, str]) -> Iterator[str]:
    """The parts that read as before: those that were written anew for the same reasons together."""
    for causes in dict.fromkeys(part.rewritten for part in parts):
        yield ""
        for part in (part for part in parts if part.rewritten == causes):
            anew = "written anew, in the same words" if causes else _quiet(part)
            yield f"{pen.bold(part.title)}: {anew}"
        for cause in causes:
            yield from (f"      because {pen.phrase(line)}" for line in because(cause, (), titles))


def _entry(entry: Entry, pen: "_Pen") -> Iterator[str]:
    mark = MARKS.get(entry.kind, "~")
    if entry.noun == "line":
        yield f"  {mark} {lead(entry)}:"
        yield from (f"      {pen.runs([Run('removed', line)])}" for line in entry.before.split("\n") if line)
        yield from (f"      {pen.runs([Run('added', line)])}" for line in entry.after.split("\n") if line)
        return
    words = pen.runs(text_of(entry))
    yield f"  {mark} {pen.safe(lead(entry))}{f': {words}' if words else ''}"


class _Pen:
    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def safe(self, text: str) -> str:
        """Text of strangers without what a terminal obeys."""
        return text.translate(_SAFE)

    def bold(self, text: str) -> str:
        return f"{_BOLD}{self.safe(text)}{_END}" if self.colour else self.safe(text)

    def dim(self, text: str) -> str:
        return f"{_DIM}{text}{_END}" if self.colour else text

    def runs(self, runs: Iterable[Run]) -> str:
        marks = {
            "same": ("", ""),
            "removed": (_RED, _END) if self.colour else ("[-", "-]"),
            "added": (_GREEN, _END) if self.colour else ("{+", "+}"),
        }
        return "".join(f"{marks[run.kind][0]}{self.safe(run.text)}{marks[run.kind][1]}" for run in runs)

    def phrase(self, phrase: Phrase) -> str:
        return "".join(self.runs(piece.runs) if piece.kind == "text" else self.safe(piece.words) for piece in phrase)
