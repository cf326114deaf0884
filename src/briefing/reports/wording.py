"""The words of a report, the same in every format. In: the records of a difference. Out: plain phrases, in which
`code` and quoted text of strangers are parts of their own, so that each format can make them safe."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from briefing.reports.difference import Cause, Difference, Entry, Part, SourceChange
from briefing.reports.words import Run, word_diff

MARKS = {"added": "+", "dropped": "-", "moved": ">", "around": "="}  # else ~
_MOST = 3  # changed sentences that are shown for one cause


class Piece(Struct, frozen=True):
    """A piece of a phrase: words of the program, a name, or runs of somebody's text."""

    kind: Literal["words", "name", "text"]
    words: str = ""
    runs: tuple[Run, ...] = ()


Phrase = tuple[Piece, ...]


def plural(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def counts(entries: Iterable[Entry]) -> str:
    """ "1 sentence reworded, 2 links added"."""
    found: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        noun, does = _count(entry)
        found[noun, does] += entry.count if entry.noun in ("address", "heading") or entry.kind == "around" else 1
    return ", ".join(f"{plural(number, noun)} {does}".strip() for (noun, does), number in found.items())


def _count(entry: Entry) -> tuple[str, str]:
    match entry:
        case Entry(noun="address"):
            return "link", "moved"
        case Entry(noun="heading"):
            return "citation", "under another heading"
        case Entry(kind="around"):
            return "citation", "in an edited paragraph"
        case Entry(noun="order"):
            return "change", "of order"
        case Entry(noun="line"):
            return "change", "in the Markdown alone"
        case Entry(kind="recited"):
            return "sentence", "on other evidence"
        case Entry(noun="source", kind="changed"):
            return "fact", "of a source changed"
    return entry.noun, entry.kind


def lead(entry: Entry) -> str:
    """What an entry is about, before its text."""
    return _of_many(entry) or _of_whole(entry) or _of_item(entry)


def _of_item(entry: Entry) -> str:
    if entry.kind == "recited":
        return f"{entry.label}, the same words on other evidence"
    noun = "" if entry.noun in ("sentence", "quote") and entry.kind in ("reworded", "added", "dropped") else entry.noun
    return f"{entry.label}, {' '.join(filter(None, (noun, entry.kind)))}"


def _of_many(entry: Entry) -> str:
    match entry:
        case Entry(noun="address"):
            return f"{plural(entry.count, 'link')} now {_lead(entry.count)} to another place in {entry.after}"
        case Entry(noun="heading"):
            return f"{plural(entry.count, 'citation')} under another heading"
        case Entry(kind="around"):
            return f"{plural(entry.count, 'citation')} of the same words, in a paragraph that was edited around them"
    return ""


def _of_whole(entry: Entry) -> str:
    match entry:
        case Entry(noun="section" | "title" | "writer" | "style" | "language" | "period"):
            return f"{entry.noun} {entry.kind}"
        case Entry(noun="source", label=""):
            return f"source {entry.field} {entry.kind}"
        case Entry(noun="source"):
            return f"{entry.label} of {entry.field}"
        case Entry(noun="finding"):
            return f"finding {_FINDINGS.get(entry.kind, entry.kind)} ({entry.label})"
        case Entry(noun="line"):
            return "lines of briefing.md"
        case Entry(noun="order"):
            return f"{entry.label or 'parts'} in another order"
    return ""


_FINDINGS = {"added": "new", "dropped": "gone", "reworded": "changed"}


def _lead(number: int) -> str:
    return "leads" if number == 1 else "lead"


def text_of(entry: Entry) -> tuple[Run, ...]:
    """What an entry says, word by word."""
    if entry.kind == "replaced" or entry.noun in ("writer", "style", "language", "period", "order", "source", "line"):
        runs = (Run("removed", entry.before), Run("same", " "), Run("added", entry.after))
        return tuple(run for run in runs if run.text.strip() or (entry.before and entry.after))
    if entry.noun in ("section", "address"):
        return ()
    return word_diff(entry.before, entry.after)


def because(cause: Cause, entries: Sequence[Entry], titles: dict[str, str]) -> list[Phrase]:
    """Why, a phrase for each line. entries: those that share the cause, so that their words are not said again."""
    if cause.kind == "section" and not cause.changes:
        return [(Piece("words", f"{cause.note}: "), Piece("name", _names(cause.sections, titles)))]
    if not cause.changes:
        return [in_short(cause, titles)]
    known = {(entry.before, entry.after) for entry in entries}
    lines = [_change(change, known, titles) for change in cause.changes[:_MOST]]
    more = len(cause.changes) - _MOST
    return [*lines, *([(Piece("words", f"and {plural(more, 'more sentence')} of the source"),)] if more > 0 else [])]


def _change(change: SourceChange, known: set[tuple[str, str]], titles: dict[str, str]) -> Phrase:
    where = Piece("name", _FRAME.get(change.part) or titles.get(change.part, change.part))
    if change.part in titles:  # in an overview, what a section rests on
        return (where, Piece("words", _RESTS[change.kind]), _text(word_diff(change.before, change.after)))
    if (change.before, change.after) in known and (change.before or change.after):
        return (where, Piece("words", _SAME[change.kind]))
    if not (change.before or change.after):
        return (where, Piece("words", f" {_SAID[change.kind]} a sentence that is not at hand"))
    if change.kind == "reworded" and not (change.before and change.after):
        said = "says now (what it said" if change.after else "said (what it says now"
        return (
            where,
            Piece("words", f" {said} is not at hand): "),
            Piece("text", runs=(Run("same", _either(change)),)),
        )
    return (where, Piece("words", f" {_SAID[change.kind]}: "), _text(word_diff(change.before, change.after)))


_FRAME = {"introduction": "the introduction of the sources", "outlook": "the outlook of the sources"}
_SAID = {"reworded": "reworded", "added": "added", "removed": "withdrew"}
_SAME = {
    "reworded": " has this sentence so now",
    "added": " has this sentence now",
    "removed": " has no such sentence now",
}
_RESTS = {"reworded": " rests on a reworded sentence: ", "added": " rests on: ", "removed": " no longer rests on: "}


def _either(change: SourceChange) -> str:
    return change.after or change.before


def _text(runs: tuple[Run, ...]) -> Piece:
    return Piece("text", runs=runs)


_KINDS = {
    "style": "the style changed: ",
    "writer": "another writer: ",
    "manifest": "the manifest changed: ",
    "unknown": "not known: ",
}


def in_short(cause: Cause, titles: dict[str, str]) -> Phrase:
    """A cause in a few words."""
    if cause.kind == "section":
        return (Piece("words", "it follows "), Piece("name", _names(cause.sections, titles)))
    if cause.changes:
        parts = Counter(change.part for change in cause.changes)
        found: list[Piece] = []
        for part, number in parts.items():
            found += [Piece("words", ", " if found else ""), Piece("name", titles.get(part, part))]
            found.append(Piece("words", f" changed in {plural(number, 'sentence')}"))
        return tuple(found)
    return (Piece("words", _KINDS.get(cause.kind, "")), Piece("name", cause.note))


def _names(sections: Sequence[str], titles: dict[str, str]) -> str:
    return ", ".join(titles.get(id_, id_) for id_ in sections)


def reasons(difference: Difference) -> list[Phrase]:
    """All causes in short, each once; what a reviewer has to look at first, first. What only moved says nothing of its
    own, unless it is all there is."""
    titles = dict(difference.titles)
    entries = [entry for entry in difference.entries if not is_quiet(entry)] or difference.entries
    causes = [cause for entry in entries for cause in entry.causes]
    causes += [cause for part in difference.parts for cause in part.rewritten]
    changes = tuple(dict.fromkeys(c for cause in causes if cause.kind == "source" for c in cause.changes))
    rest = list(dict.fromkeys(cause for cause in causes if cause.kind != "section" and not cause.changes))
    first = [cause for cause in rest if cause.kind in ATTENTION]
    last = [cause for cause in rest if cause.kind not in ATTENTION]
    told = [*first, *([Cause("source", changes=changes)] if changes else []), *last]
    return [in_short(cause, titles) for cause in told]


ATTENTION = ("hand", "unknown")  # causes that a reviewer has to look at first


def groups(part: Part) -> list[tuple[tuple[Cause, ...], list[Entry]]]:
    """The entries of a part, those with the same causes together where they stand together."""
    found: list[tuple[tuple[Cause, ...], list[Entry]]] = []
    for entry in part.entries:
        if found and found[-1][0] == entry.causes:
            found[-1][1].append(entry)
        else:
            found.append((entry.causes, [entry]))
    return found


WEIGHT = ("quote", "sentence", "excerpt", "view", "link", "tag", "title", "source", "writer", "style")
_KIND = ("reworded", "replaced", "dropped", "added", "changed", "recited")


def chief(entries: Sequence[Entry]) -> Entry | None:
    """The entry that a reviewer should see first."""
    own = [entry for entry in entries if entry.noun in WEIGHT and entry.kind in _KIND]
    return min(
        own, key=lambda entry: (_rank(entry.causes), _KIND.index(entry.kind), WEIGHT.index(entry.noun)), default=None
    )


def _rank(causes: Iterable[Cause]) -> bool:
    return not any(cause.kind in ATTENTION for cause in causes)


def is_quiet(entry: Entry) -> bool:
    """Whether all that it is about reads as before, and nobody has to look at it."""
    return (entry.noun in ("address", "heading") or entry.kind == "around") and _rank(entry.causes)


def loud(difference: Difference) -> list[Part]:
    """The parts that read otherwise."""
    return [part for part in difference.parts if not all(map(is_quiet, part.entries))]


def quiet_groups(difference: Difference) -> list[tuple[tuple[Cause, ...], list[tuple[str, Entry]]]]:
    """What changed in parts that read as before, by its causes: titles of parts, and entries."""
    found: dict[tuple[Cause, ...], list[tuple[str, Entry]]] = {}
    for part in difference.parts:
        if all(map(is_quiet, part.entries)):
            for entry in part.entries:
                found.setdefault(entry.causes, []).append((part.title, entry))
    return list(found.items())


def nothing(difference: Difference) -> bool:
    return not difference.new and not difference.parts


def heading(difference: Difference) -> str:
    """All of it in a line, without the title."""
    if difference.new:
        return f"everything is new ({plural(len(difference.titles), 'section')})"
    if nothing(difference):
        return "nothing changed"
    return counts(entry for entry in difference.entries if not is_quiet(entry)) or "not a word changed"
