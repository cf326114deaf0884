"""A difference for the comment of a pull request. In: a Difference. Out: GitHub Flavored Markdown, short first.

All text of sources and briefings is written in character references, so that nothing in it is Markdown or HTML; and a
code host gets no @name, #number or address in it to act upon.
"""

import re
from collections.abc import Iterable, Iterator

from briefing.reports.difference import Difference, Entry, Part
from briefing.reports.wording import (
    ATTENTION,
    Phrase,
    because,
    chief,
    counts,
    groups,
    heading,
    is_quiet,
    lead,
    loud,
    plural,
    quiet_groups,
    reasons,
    text_of,
)
from briefing.reports.words import Run, clipped, shorten

LONGEST = 65_536  # characters of a comment on GitHub
_ROOM = LONGEST - 5_000  # for the report, so that a workflow can add some words of its own
_SHORT = 20_000  # for the lines that are not folded away
_ENTRY = 600  # characters of an entry's text
_CAUSE = 200  # characters of a cause that is not folded away

_MARKUP = re.compile(r"[\\`*_\[\]<>|~$&!\"'(){}+=^]")
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_ACTS = re.compile(r"(?<=[@#])|(?<=:)(?=//|[\w+-]+:)|(?<=www)(?=\.)|(?<=\bGH-)(?=\d)", re.I)


def as_markdown(difference: Difference) -> str:
    marker = f"<!-- briefing diff {_in_comment(difference.name)} -->"
    title = f"**{escape(difference.title)}**: {heading(difference)}"
    since = f"`{_in_code(difference.base)}` ({difference.commit[:7]})"
    if difference.new:
        return f"{marker}\n{title}: there is no earlier version at {since}."
    if not difference.parts:
        return f"{marker}\n{title} since {since}."
    head = "\n".join([marker, title, "", *_why(difference), ""])
    short = _fitting(_short(difference), _SHORT - len(head))
    foot = _foot(difference, since)
    room = _ROOM - len(head) - sum(map(len, short)) - len(foot)
    return "\n".join([head, *short, "", *_folded(difference, room), foot])


def _why(difference: Difference) -> Iterator[str]:
    found = [_phrase(phrase) for phrase in reasons(difference)]
    if found:
        more = f"; and {plural(len(found) - 5, 'more cause')}" if len(found) > 5 else ""
        yield f"**Why:** {'; '.join(found[:5])}{more}."


def _foot(difference: Difference, since: str) -> str:
    removed, added = difference.lines
    return f"<sub>Since {since}: {plural(removed, 'line')} of `briefing.md` removed, {added} added.</sub>"


def _short(difference: Difference) -> Iterator[str]:
    """A line for each part that reads otherwise, with its most important change; one for all others."""
    titles = dict(difference.titles)
    told = loud(difference)
    for part in told:
        entry = chief(part.entries)
        shown = f" {_chief(entry, titles)}" if entry and part.kind != "removed" else ""
        yield f"- **{escape(part.title)}**: {counts(e for e in part.entries if not is_quiet(e))}.{shown}"
    if silent := [part for part in difference.parts if part not in told]:
        yield f"- Not a word changed in: {', '.join(escape(part.title) for part in silent)}."


def _chief(entry: Entry, titles: dict[str, str]) -> str:
    """A change, and why, unless it is said above for all of them."""
    label = f"*{escape(entry.label)}*: " if entry.label else ""
    causes = [cause for cause in entry.causes if cause.changes or cause.kind in ATTENTION]
    why = next((_phrase(line, _CAUSE) for cause in causes for line in because(cause, [entry], titles)), "")
    return f"{label}{_runs(clipped(text_of(entry)), 300)}{f'<br>*because {why}*' if why else ''}"


def _folded(difference: Difference, room: int) -> list[str]:
    if not difference.entries:
        return []
    titles = dict(difference.titles)
    opening = f"<details>\n<summary>Every change, with its cause ({len(difference.entries)})</summary>"
    lines = [line for part in loud(difference) for line in _part(part, titles)]
    parts = _fitting([*lines, *_quiet(difference, titles)], room - len(opening) - 200)
    return [opening, *parts, "", "</details>", ""]


def _part(part: Part, titles: dict[str, str]) -> Iterator[str]:
    kind = f" ({part.kind})" if part.kind != "changed" else ""
    lines = [f"\n**{escape(part.title)}**{kind}\n"]
    for causes, entries in groups(part):
        lines += [_entry(entry) for entry in entries]
        lines += [f"  - because {_phrase(line)}" for cause in causes for line in because(cause, entries, titles)]
    if part.quiet:
        lines.append(f"- {plural(len(part.quiet), 'sentence')} of the source changed that nothing here rests on")
    yield from lines


def _quiet(difference: Difference, titles: dict[str, str]) -> Iterator[str]:
    for causes, moved in quiet_groups(difference):
        yield ""
        yield from (f"- **{escape(title)}**: *{escape(lead(entry))}*" for title, entry in moved)
        yield from (f"  - because {_phrase(line)}" for cause in causes for line in because(cause, (), titles))


def _entry(entry: Entry) -> str:
    words = _runs(text_of(entry), _ENTRY)
    return f"- *{escape(lead(entry))}*{f': {words}' if words else ''}"


def _fitting(lines: Iterable[str], room: int) -> list[str]:
    """As many lines as there is room for, and a word on the rest."""
    taken: list[str] = []
    left = list(lines)
    while left and len(left[0]) + 1 <= room:
        room -= len(left[0]) + 1
        taken.append(left.pop(0))
    if left:
        taken.append(f"\n*{plural(len(left), 'more line')}: `briefing diff` shows all of it.*")
    return taken


def _phrase(phrase: Phrase, most: int = _ENTRY) -> str:
    return "".join(
        _runs(clipped(piece.runs), most) if piece.kind == "text" else escape(piece.words) for piece in phrase
    )


def _runs(runs: Iterable[Run], most: int) -> str:
    marks = {"same": ("", ""), "removed": ("<del>", "</del>"), "added": ("<ins>", "</ins>")}
    shown: list[str] = []
    for run in runs:
        if most <= 0:
            shown.append(" …")
            break
        opening, closing = marks[run.kind]
        shown.append(f"{opening}{escape(shorten(run.text, most))}{closing}")
        most -= len(run.text)
    return "".join(shown)


def escape(text: str) -> str:
    """Text that shows as it is, on one line, wherever it stands but at the start of one."""
    plain = " ".join(_HIDDEN.sub("\ufffd", text.replace("\n", " ")).split(" "))
    return "".join(_MARKUP.sub(lambda m: f"&#{ord(m[0])};", piece) for piece in _parted(plain))


def _parted(text: str) -> Iterator[str]:
    """The text, with a gap where a code host would make something of it."""
    last = 0
    for match in _ACTS.finditer(text):
        yield text[last : match.start()]
        yield "\u200b"
        last = match.start()
    yield text[last:]


def _in_code(text: str) -> str:
    return " ".join(text.replace("`", "'").split())


def _in_comment(text: str) -> str:
    return re.sub(r"[^\w./ -]", "_", text).replace("--", "- -")
