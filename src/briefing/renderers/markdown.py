"""briefing.md: for code hosts and for diffs. In: a Briefing. Out: GitHub Flavored Markdown, one sentence a line.

Every part ends with its own footnotes, so that two branches that change different sections merge. All text is
somebody else's: whatever could be Markdown in it is escaped, and nothing else, since reviewers read the file as it is.
"""

import re
from collections.abc import Iterable
from functools import partial

from briefing.model import Briefing, Finding
from briefing.renderers.arrange import arrange
from briefing.renderers.cleaning import clean, link
from briefing.renderers.escaping import ENTITY, Markup, escape, spare, whole
from briefing.renderers.labels import Labels, language_of, load_labels
from briefing.renderers.templates import fill
from briefing.renderers.view import FieldView, Line, Note
from briefing.style import Style

LONGEST = 1200  # characters of a source that a note shows


def render_markdown(briefing: Briefing, style: Style, base: str) -> str:
    labels = load_labels(style.folders, language_of(briefing.language))
    view = arrange(briefing, style, labels, partial(link, base=base, hosted=True))
    values = {
        "view": view,
        "labels": labels,
        "block": partial(block, labels=labels),
        "cited": cited,
        "linked": linked,
        "notes": notes,
        "told": partial(told, labels=labels),
        "whole": whole,
    }
    return fill(style, "briefing.md.j2", values, markup=False, finalize=escape)


def linked(text: str, href: str) -> Markup:
    """A link, or the text alone where there is no address."""
    target = re.sub(r"[()]", r"\\\g<0>", ENTITY.sub("&amp;", href))
    return Markup(f"[{escape(text)}]({target})" if href else escape(text))


def notes(line: Line) -> Markup:
    return Markup("".join(f"[^{note.label}]" for note in line.notes))


def noted(line: Line) -> str:
    """The text of a line and its notes; an exclamation mark before them would make a picture."""
    text = re.sub("!$", r"\\!", escape(line.text)) if line.notes else escape(line.text)
    return f"{text}{notes(line)}"


def cited(note: Note) -> Markup:
    """What a note says beside the link: the words of the source, or, where they stand just so where it is cited, only
    the headings above them."""
    if not note.repeated:
        return spare(f": {escape(shown(note.words))}")
    return spare(f", {' › '.join(map(escape, note.heading))}") if note.heading else Markup()


def shown(words: str) -> str:
    """Cited words in a note: a sentence whole, of code or a table the first line, of a very long slice both ends."""
    first, *rest = words.strip().split("\n")
    if rest:
        return f"{first} […]"
    return first if len(first) <= LONGEST else f"{first[: LONGEST // 2].rstrip()} […] {first[-LONGEST // 2 :].lstrip()}"


def told(findings: Iterable[Finding], labels: Labels) -> Markup:
    """Findings, folded. They stand with the part that they are about, as its notes do, and for the same reason."""
    lines = (
        f"- **{escape(getattr(labels, finding.severity))}** {escape(finding.where)}: "
        f"{escape(' '.join(filter(None, (finding.message, finding.hint))))}"
        for finding in findings
    )
    summary = f"<details>\n<summary>{escape(labels.findings)}</summary>"
    return Markup("\n\n".join([summary, "\n".join(lines), "</details>"]))


def block(field: FieldView, labels: Labels) -> Markup:
    """A field without its label."""
    first = field.lines[0]
    match field.kind:
        case "quote":
            return Markup(f"> {spare(noted(first))}")
        case "references":
            return _lines(f"- {_reference(line)}" for line in field.lines)
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
            return Markup(_reference(first))
        case "prose":
            uncited = f" *({escape(labels.uncited)})*"
            return spare(_lines(f"{noted(line)}{'' if line.notes else uncited}" for line in field.lines))


def _lines(lines: Iterable[str]) -> Markup:
    return Markup("\n".join(lines))


def _reference(line: Line) -> str:
    return f"{linked(line.text, line.href)}{notes(line)}" if line.href else noted(line)


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
