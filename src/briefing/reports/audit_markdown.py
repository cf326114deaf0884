"""An audit as Markdown, for the comment of a pull request. Texts of strangers are shown as text, whatever they hold."""

import re
from collections.abc import Iterator

from briefing.reports.audit_findings import Audit
from briefing.reports.audit_wording import Told, beyond, name_of, notes, silence, summary, title, weighty, where
from briefing.reports.words import Run, clipped, shorten

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-!|~&@:$^])")
_SHOWN = 400  # characters of a statement or a passage
_MARKS = {"same": ("", ""), "removed": ("~~", "~~"), "added": ("**", "**")}


def as_markdown(audit: Audit) -> str:
    lines = [f"# Audit of {_safe(audit.name)}", "", *summary(audit)]
    if found := weighty(audit):
        lines += ["", "## What to look at"]
        for each in found:
            lines += ["", *_finding(each, audit)]
    if noted := notes(audit):
        lines += ["", "## Good to know", ""]
        lines += [f"- {_lead(each, audit)}: {_safe(each.finding.message)}" for each in noted]
    if unclear := beyond(audit):
        lines += ["", "## Cannot be told from these sources", ""]
        lines += [f"- {_safe(heading) or 'The beginning'}: {len(statements)}" for heading, statements in unclear]
    if said := silence(audit):
        lines += ["", "## What the sources have besides", "", _safe(said)]
        lines += ["", *(f"- {_safe(name_of(part))}" for part in audit.uncovered)] if audit.uncovered else []
    return "\n".join(lines) + "\n"


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
    return "".join(f"{_MARKS[run.kind][0]}{_around(run)}{_MARKS[run.kind][1]}" for run in clipped(runs))


def _around(run: Run) -> str:
    """Marks stand at words: white space at an end would undo them."""
    return _safe(run.text if run.kind == "same" else run.text.strip())


def _safe(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
