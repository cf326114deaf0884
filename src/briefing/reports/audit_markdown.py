"""An audit as Markdown, for the comment of a pull request. Texts of strangers are shown as text, whatever they hold."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from briefing.reports.audit_findings import Audit
from briefing.reports.audit_wording import Told, beyond, names_of, notes, silence, summary, title, weighty, where
from briefing.reports.wording import plural
from briefing.reports.words import Run, clipped, shorten

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-!|~&@:$^])")
_SHOWN = 400  # characters of a statement or a passage
_NOTED = 80  # of a statement beside a note
_MARKS = {"same": ("", ""), "removed": ("~~", "~~"), "added": ("**", "**")}


def as_markdown(audit: Audit) -> str:
    first, *more = summary(replace(audit, judge=_safe(audit.judge)))
    lines = [
        f"# Audit of {_safe(audit.name)}",
        "",
        f"Held against {_safe(', '.join(audit.sources))}.",
        "",
        f"**{first}**",
    ]
    lines += [line for each in more for line in ("", each)]
    if found := weighty(audit):
        lines += ["", "## What to look at"]
        for each in found:
            lines += ["", *_finding(each, audit)]
    if noted := notes(audit):
        lines += ["", "## Good to know", ""]
        lines += [f"- {_note(each, audit)}" for each in noted]
    if unclear := beyond(audit):
        lines += ["", "## Cannot be told from these sources", ""]
        lines += [
            f"- {_safe(heading) or 'The beginning'}: {plural(len(statements), 'statement')}"
            for heading, statements in unclear
        ]
    if said := silence(audit):
        lines += ["", "## What the sources have besides", "", _safe(said)]
        lines += ["", *(f"- {_safe(name)}" for name in names_of(audit.uncovered))] if audit.uncovered else []
    return "\n".join(lines) + "\n"


def _note(each: Told, audit: Audit) -> str:
    at = where(each.lines, paged=audit.paged)
    said = _safe(shorten(" ".join(each.finding.statement.split()), _NOTED))
    return f"{f'{at.capitalize()}: ' if at else ''}{_safe(each.finding.message)} “{said}”"


def _finding(each: Told, audit: Audit) -> Iterator[str]:
    finding = each.finding
    yield f"### {finding.severity.capitalize()}: {_lead(each, audit)}"
    yield ""
    yield f"> {_safe(shorten(' '.join(finding.statement.split()), _SHOWN))}"
    yield ""
    yield _safe(finding.message)
    if finding.differences:
        yield ""
        yield f"Source to document: {differences(finding.differences)}"
    elif finding.passage:
        yield ""
        yield f"The source: “{_safe(shorten(' '.join(finding.passage.text.split()), _SHOWN))}”"
    if finding.passage:
        under = f", under “{_safe(finding.passage.heading[-1])}”" if finding.passage.heading else ""
        yield ""
        yield f"{_safe(finding.passage.url or finding.passage.source)}{under}"


def _lead(each: Told, audit: Audit) -> str:
    at = where(each.lines, paged=audit.paged)
    return f"{title(each.finding)}{f' ({at})' if at else ''}"


def differences(runs: tuple[Run, ...]) -> str:
    return "".join(map(_marked, clipped(runs)))


def _marked(run: Run) -> str:
    """Marks stand at words: white space at an end would undo them, and so stands outside."""
    core = run.text.strip()
    lead, tail = run.text[: len(run.text) - len(run.text.lstrip())], run.text[len(run.text.rstrip()) :]
    before, after = _MARKS[run.kind] if core else ("", "")
    return f"{lead}{before}{_safe(core)}{after}{tail if core else ''}"


def _safe(text: str) -> str:
    """As text, wherever on a line it stands: a number with a full stop would begin a list."""
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", _SPECIAL.sub(r"\\\1", text))
