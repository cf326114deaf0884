"""The source as a writer is shown it. In: a Reading. Out: text in which every sentence, block and link has a number.

Source text is data, and cannot pass for anything else. Each of its lines begins with a mark that only this file
writes: `[12]`, `[14 figure]`, `L3`, or `§` before a heading. Inside of a line, a number in square brackets is shown in
round ones, and the tags of the frame (see the templates) lose their bracket. Characters that nobody sees (controls,
directional overrides, zero-width characters, tag characters) are left out. None of this reaches print: what is
printed is cut from the document itself.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile
from urllib.parse import urlsplit

from briefing.model import Document, LinkChoice, Passage, Reading, Span
from briefing.writers.selection.addressed import commands_a_machine, in_plain_letters

_CODE_LINES = 20  # of a code block that are shown: enough to choose it, or not
_ADDRESS = 60  # characters of an address that are shown

_OPEN, _CLOSE = "\\[［【〔⟦〚〖❲⁅⦋", "\\]］】〕⟧〛〗❳⁆⦌"
_NUMBER = re.compile(rf"[{_OPEN}](\s*[Ll§]?\s*\d[^{_OPEN}{_CLOSE}\n]{{0,40}})[{_CLOSE}]")
_TAG = re.compile(r"[<＜﹤]")
_FRAME = re.compile(r"\s*[/∕⁄⧸╱\\]?\s*(?:source|links)\b", re.IGNORECASE)
_REACH = 24  # characters in which such a tag has its name
# What servers of open models take for the frame of a chat, wherever it stands.
_CHAT = re.compile(
    r"<\|([^|<>\n]{1,40})\|>|(?:\[|<<)(/?(?:INST|SYS))(?:\]|>>)|</?(s|bos|eos|(?:start|end)_of_turn)>", re.IGNORECASE
)
_JOINERS = "\u200c\u200d"  # letters of many scripts are written with them; between two letters they are text


def numbered(reading: Reading) -> str:
    """The passages, one a line, under their headings; a blank line between two blocks."""
    lines: list[str] = []
    last: Passage | None = None
    for number, passage in enumerate(reading.passages, 1):
        if last is None or (last.section, last.located) != (passage.section, passage.located):
            lines += ["", *_place(last, passage)]
        lines += _passage(number, passage)
        last = passage
    return "\n".join(lines).strip()


def numbered_links(reading: Reading) -> str:
    """The links, one a line: number, the sentence in which it stands, anchor text, address without its query."""
    spans: dict[tuple[str, int], list[tuple[Span, int]]] = {}
    for number, passage in enumerate(reading.passages, 1):
        spans.setdefault((passage.located.source, passage.located.position), []).append((passage.span, number))

    def stands_in(choice: LinkChoice) -> str:
        block = spans.get((choice.located.source, choice.located.position), [])
        found = (number for span, number in block if span.start <= choice.link.start < span.end)
        return "".join(f" in [{number}]" for number in islice(found, 1))

    return "\n".join(
        f"L{number}{stands_in(choice)}: {visible(choice.text)} ({_address(choice.link.url)})"
        for number, choice in enumerate(reading.links, 1)
    )


def bylines(documents: Iterable[Document]) -> str:
    """Who wrote the sources, one a line. A statement may name them: see steps.verify_prose."""
    known = [
        (d.source, [name for name in (d.author, d.site) if name and not commands_a_machine(name)]) for d in documents
    ]
    return "\n".join(f"§ {visible(source)}: by {visible(', '.join(names))}" for source, names in known if names)


def visible(text: str) -> str:
    """One line of source text, fit for a prompt."""
    seen = " ".join(visible_text(text).split())
    return _TAG.sub(_opened, _CHAT.sub(lambda m: f"({m[1] or m[2] or m[3]})", _NUMBER.sub(r"(\1)", seen)))


def _opened(bracket: re.Match[str]) -> str:
    """No tag of the frame, in letters that look like those of its name either."""
    after = bracket.string[bracket.end() : bracket.end() + _REACH]
    return "‹" if _FRAME.match(after) or (not after.isascii() and _FRAME.match(in_plain_letters(after))) else bracket[0]


def visible_text(text: str) -> str:
    """The text without the characters that nobody sees."""
    return text if text.isprintable() else "".join(_seen(text))  # most lines, and one character after the other is slow


def _seen(text: str) -> Iterator[str]:
    for place, character in enumerate(text):
        if character.isspace():
            yield " "
        elif character in _JOINERS:
            around = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
            if len(around) == 2 and all(ord(c) > 0x2FF and c.isprintable() for c in around):
                yield character
        elif unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn"):
            yield character


def _place(last: Passage | None, passage: Passage) -> list[str]:
    """The section, where it changes; the source and the headings above, where what stands before does not tell them."""
    source, above = passage.located.source, passage.located.heading
    if last is None or last.section != passage.section:
        lines = [f"§§ {visible(passage.section)}"] if passage.section else []
        return [*lines, _heading(source, above)]
    if last.located.source != source:
        return [_heading(source, above)]
    path = last.located.heading
    if last.located.block.kind == "heading":
        path = (*path, last.located.block.text)
    if above == path or (passage.located.block.kind == "heading" and path[: len(above)] == above):
        return []
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(path, above, strict=False)))
    return [_heading("…" if common else source, above[common:])]


def _heading(source: str, above: tuple[str, ...]) -> str:
    return "§ " + " › ".join(map(visible, (source, *map(_told, above))))


def _told(heading: str) -> str:
    """A heading, but for one that tells a machine what to do."""
    return "…" if commands_a_machine(heading) else heading


def _passage(number: int, passage: Passage) -> list[str]:
    """A passage, each line of it under its number. A block that is no paragraph says what it is."""
    kind = passage.located.block.kind
    rows = passage.text.splitlines() or [""]
    if kind == "code" and len(rows) > _CODE_LINES:
        rows = [*rows[:_CODE_LINES], f"({len(rows) - _CODE_LINES} more lines)"]
    elif kind == "code":
        rows = [row for row in rows if row.strip()] or rows
    first = f"[{number}]" if kind == "paragraph" else f"[{number} {kind}]"
    marks = [first] + [f"[{number}]"] * (len(rows) - 1)
    return [f"{mark} {_row(row, kind)}".rstrip() for mark, row in zip(marks, rows, strict=True)]


def _row(row: str, kind: str) -> str:
    indent = len(row) - len(row.lstrip(" \t")) if kind == "code" else 0
    return " " * min(indent, 40) + visible(row)


def _address(url: str) -> str:
    """Host and path: enough to tell a paper from a post about it."""
    try:
        parts = urlsplit(url)
        shown = visible((parts.hostname or f"{parts.scheme}:") + parts.path.rstrip("/"))
    except ValueError:
        shown = visible(url)
    return shown if len(shown) <= _ADDRESS else shown[: _ADDRESS - 1] + "…"
