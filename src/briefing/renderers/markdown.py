"""briefing.md: for code hosts and for diffs. In: a Briefing. Out: GitHub Flavored Markdown, one sentence a line.

Every part ends with its own footnotes, so that two branches that change different sections merge. All text is
somebody else's: whatever could be Markdown in it is escaped.
"""

import re
from collections.abc import Iterable
from functools import partial
from typing import Any

from briefing.model import Briefing
from briefing.renderers.arrange import arrange
from briefing.renderers.cleaning import clean, link
from briefing.renderers.labels import Labels, language_of, load_labels
from briefing.renderers.templates import fill
from briefing.renderers.view import FieldView, Line
from briefing.style import Style

LONGEST = 1200  # characters of a source that a note shows

_ALWAYS = re.compile(r"[\\`*\[\]<>|~$]")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")  # within a word it is no markup
_ENTITY = re.compile(r"&(?=#?\w+;)")
_ADDRESS = re.compile(r"(?=://)|(?<=\bwww)(?=\.)", re.I)  # a code host makes links of these by itself
_EMAIL = re.compile(r"(?<=[\w.+-]@)(?=\S)")  # and of these, even where the @ is escaped: a comment keeps it apart
_LINE_START = re.compile(r"^(?=#{1,6}(?:\s|$)|[-+](?:[\s:-]|$)|=|:-)")
_NUMBERED = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))")
_LINE_END = re.compile(r"(?=!$)|(?<=\s)(?=#+$)")


class Markup(str):
    """Text that is Markdown already."""

    __slots__ = ()


def render_markdown(briefing: Briefing, style: Style, base: str) -> str:
    labels = load_labels(style.folders, language_of(briefing.language))
    view = arrange(briefing, style, labels, partial(link, base=base, hosted=True))
    values = {
        "view": view,
        "labels": labels,
        "block": partial(block, labels=labels),
        "linked": linked,
        "notes": notes,
        "shown": shown,
    }
    return fill(style, "briefing.md.j2", values, markup=False, finalize=escape)


def escape(value: Any) -> Any:
    """Text as one line of Markdown that shows it and nothing else, wherever in a line it stands."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    text = " ".join(clean(value).split())
    text = _ALWAYS.sub(r"\\\g<0>", text)
    text = _UNDERSCORE.sub(r"\_", text)
    text = _ENTITY.sub(r"\&", text)
    text = _ADDRESS.sub(r"\\", text)
    text = _LINE_START.sub(r"\\", text)
    text = _NUMBERED.sub(r"\1\\", text)
    text = _LINE_END.sub(r"\\", text)
    return Markup(_EMAIL.sub("<!-- -->", text))


def linked(text: str, href: str) -> Markup:
    """A link, or the text alone where there is no address."""
    target = re.sub(r"[()]", r"\\\g<0>", _ENTITY.sub("&amp;", href))
    return Markup(f"[{escape(text)}]({target})" if href else escape(text))


def notes(line: Line) -> Markup:
    return Markup("".join(f"[^{note.label}]" for note in line.notes))


def shown(words: str) -> str:
    """Cited words in a note: a sentence whole, of code or a table the first line, of a very long slice both ends."""
    first, *rest = words.strip().split("\n")
    if rest:
        return f"{first} […]"
    return first if len(first) <= LONGEST else f"{first[: LONGEST // 2].rstrip()} […] {first[-LONGEST // 2 :].lstrip()}"


def block(field: FieldView, labels: Labels) -> Markup:
    """A field without its label."""
    first = field.lines[0]
    match field.kind:
        case "quote":
            return Markup(f"> {escape(first.text)}{notes(first)}")
        case "references":
            return _lines(f"- {linked(line.text, line.href)}{notes(line)}" for line in field.lines)
        case "tags":
            return Markup(" · ".join(escape(line.text) for line in field.lines))
        case "code":
            return Markup(f"{_fence(first, field.language)}\n\n{_credit(first)}")
        case "table":
            return Markup(f"{_table(first)}\n\n{_credit(first)}")
        case "figure":
            return Markup(f"{linked(first.text, first.href)}\n{_credit(first)}")
        case "analysis":
            return _lines([f"*{escape(labels.analysis)}:*", *(escape(line.text) for line in field.lines)])
        case "reference":
            return Markup(f"{linked(first.text, first.href)}{notes(first)}")
        case "prose":
            uncited = f" *({escape(labels.uncited)})*"
            return _lines(f"{escape(line.text)}{notes(line) or uncited}" for line in field.lines)


def _lines(lines: Iterable[str]) -> Markup:
    return Markup("\n".join(lines))


def _credit(line: Line) -> str:
    """Where an excerpt is from."""
    return "".join(f"{escape(note.source.name)}[^{note.label}]" for note in line.notes)


def _table(line: Line) -> str:
    first, *rest = (f"| {' | '.join(map(escape, row))} |" for row in line.rows)
    return "\n".join([first, f"|{' --- |' * len(line.rows[0])}", *rest])


def _fence(line: Line, language: str) -> str:
    """A code block whose fence is longer than any in it."""
    code = clean(line.text).strip("\n")
    ticks = "`" * max(3, 1 + max(map(len, re.findall(r"`+", code)), default=0))
    return f"{ticks}{re.sub(r'[^A-Za-z0-9+#.-]', '', language)}\n{code}\n{ticks}"
