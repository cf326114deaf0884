"""briefing.md: for code hosts and for diffs. In: a Briefing. Out: GitHub Flavored Markdown, one sentence a line.

Every part ends with its own footnotes, so that two branches that change different sections merge. All text is
somebody else's: whatever could be Markdown in it is escaped, and nothing else, since reviewers read the file as it is.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from briefing.model import Briefing, FieldKind
from briefing.renderers.arrange import arrange
from briefing.renderers.cleaning import clean, link
from briefing.renderers.escaping import ENTITY, Markup, escape, spare, whole
from briefing.renderers.labels import Labels, language_of, load_labels
from briefing.renderers.templates import fill
from briefing.renderers.view import Cluster, FieldView, FindingView, Line, Note, SourceView, Stretch
from briefing.style import Style

LONGEST = 1200  # characters of a source that a note shows


def render_markdown(briefing: Briefing, style: Style, base: str) -> str:
    labels = load_labels(style, language_of(briefing.language))
    view = arrange(briefing, style, labels, partial(link, base=base, hosted=True))
    values = {
        "view": view,
        "labels": labels,
        "block": partial(block, labels=labels),
        "cited": cited,
        "cited_heading": cited_heading,
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


def notes(line: Line | Stretch) -> Markup:
    return Markup("".join(f"[^{note.label}]" for note in line.notes))


def noted(line: Line) -> str:
    """The text of a line and its notes; an exclamation mark before them would make a picture."""
    return "".join(map(_stretch, line.stretches))


def _stretch(piece: Stretch) -> str:
    text = re.sub("!$", r"\\!", escape(piece.text)) if piece.notes else escape(piece.text)
    before, after = (" " if end.isspace() else "" for end in (piece.text[:1], piece.text[-1:]))
    return f"{before}{text}{after if text else ''}{notes(piece)}"


def cited_heading(cluster: Cluster) -> Markup:
    """The heading of a group, with the notes of one that the writer gave it."""
    return spare(noted(cluster.heading.lines[0]) if cluster.heading else escape(cluster.label))


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


def told(findings: Iterable[FindingView], labels: Labels) -> Markup:
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
    if not field.lines:
        return Markup(f"*{escape(labels.unverified if field.dropped else labels.missing)}*")
    return Markup(_BLOCKS[field.kind](field, labels))


def _prose(field: FieldView, labels: Labels) -> str:
    uncited = f" *({escape(labels.uncited)})*"
    return spare(_lines(f"{noted(line)}{'' if line.notes else uncited}" for line in field.lines))


def _analysis(field: FieldView, labels: Labels) -> str:
    return _lines([f"*{escape(labels.analysis)}:*", *(escape(line.text) for line in field.lines)])


def _quotation(line: Line) -> str:
    return f"> {spare(noted(line))}"


def _quotations(field: FieldView, _: Labels) -> str:
    """Several, each with where it is from, and whose it is."""
    return "\n\n".join(f"{_quotation(line)}\n>\n> {_imprint(line.notes[0].source)}" for line in field.lines)


def _imprint(source: SourceView) -> str:
    """A source as the list of the sources has it: its name and address, its author, site and date."""
    return " · ".join([linked(source.name, source.href), *map(escape, source.about)])


def _excerpt(shown: Callable[[FieldView], str], apart: str) -> Callable[[FieldView, Labels], str]:
    """An excerpt, and where it is from."""
    return lambda field, _: f"{shown(field)}{apart}{_credit(field.lines[0])}"


def _lines(lines: Iterable[str]) -> Markup:
    return Markup("\n".join(lines))


def _reference(line: Line, address: bool) -> str:
    shown = f" · {escape(line.address)}" if address and line.address else ""
    return f"{linked(line.text, line.href)}{shown}{notes(line)}" if line.href else noted(line)


def _credit(line: Line) -> str:
    """Where an excerpt is from, and whose it is."""
    return "".join(
        f"{escape(' · '.join((note.source.name, *note.source.about)))}[^{note.label}]" for note in line.notes
    )


def _table(line: Line) -> str:
    first, *rest = (f"| {' | '.join(map(escape, row))} |" for row in line.rows)
    return "\n".join([first, f"|{' --- |' * len(line.rows[0])}", *rest])


def _fence(line: Line, language: str) -> str:
    """A code block whose fence is longer than any in it."""
    code = clean(line.text).strip("\n")
    ticks = "`" * max(3, 1 + max(map(len, re.findall(r"`+", code)), default=0))
    return f"{ticks}{re.sub(r'[^A-Za-z0-9+#.-]', '', language)}\n{code}\n{ticks}"


_BLOCKS: Mapping[FieldKind, Callable[[FieldView, Labels], str]] = {
    "prose": _prose,
    "analysis": _analysis,
    "quote": lambda field, _: _quotation(field.lines[0]),
    "quotes": _quotations,
    "words": lambda field, _: noted(field.lines[0]),
    "reference": lambda field, _: _reference(field.lines[0], field.address),
    "references": lambda field, _: _lines(f"- {_reference(line, field.address)}" for line in field.lines),
    "tags": lambda field, _: " · ".join(escape(line.text) for line in field.lines),
    "code": _excerpt(lambda field: _fence(field.lines[0], field.language), "\n\n"),
    "table": _excerpt(lambda field: _table(field.lines[0]), "\n\n"),
    "figure": _excerpt(lambda field: linked(field.lines[0].text, field.lines[0].href), "\n"),
}
