"""An audit for a terminal: a summary, then each finding with the statement, its line, the verdict and the passage."""

from collections.abc import Iterator

from briefing.reports.audit_findings import Audit, AuditPassage, Uncovered
from briefing.reports.audit_wording import Told, beyond, names_of, notes, silence, summary, title, weighty, where
from briefing.reports.wording import plural
from briefing.reports.words import Run, clipped, shorten

_MARKS = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
_SHOWN = 300  # characters of a statement or a passage


def as_text(audit: Audit) -> str:
    lines = [f"{audit.name}, held against {', '.join(audit.sources)}", *summary(audit)]
    for each in weighty(audit):
        lines += ["", *_finding(each, audit)]
    if noted := notes(audit):
        lines += ["", "Good to know:"]
        lines += [
            f"  {_place(each, audit)} {each.finding.message} {_quoted(each.finding.statement, 80)}" for each in noted
        ]
    lines += _beyond(audit)
    if said := silence(audit):
        lines += ["", said, *map(_uncovered, names_of(audit.uncovered), audit.uncovered)]
    return "\n".join(lines) + "\n"


def _uncovered(name: str, part: Uncovered) -> str:
    return f"  {name}  {part.url}"


def _finding(each: Told, audit: Audit) -> Iterator[str]:
    finding = each.finding
    more = where([line for line in each.lines if line][1:], paged=audit.paged)
    again = f" (again in {more})" if more else ""
    yield f"{_place(each, audit)} {finding.severity}: {title(finding)}{again}"
    yield f"    {_quoted(finding.statement, _SHOWN)}"
    yield f"    {finding.message}"
    if finding.differences:
        yield f"    {differences(finding.differences)}"
    elif finding.passage:
        yield f"    {_quoted(finding.passage.text, _SHOWN)}"
    if finding.passage:
        yield f"    {place_of(finding.passage)}"


def _place(each: Told, audit: Audit) -> str:
    line = next((line for line in each.lines if line), 0)
    return f"{audit.name}:{'page ' if audit.paged and line else ''}{line or ''}:".replace("::", ":")


def place_of(passage: AuditPassage) -> str:
    under = f" (under “{passage.heading[-1]}”)" if passage.heading else ""
    return f"→ {passage.url or passage.source}{under}"


def differences(runs: tuple[Run, ...]) -> str:
    return "".join(f"{_MARKS[run.kind][0]}{run.text}{_MARKS[run.kind][1]}" for run in clipped(runs))


def _quoted(text: str, most: int) -> str:
    return f"“{shorten(' '.join(text.split()), most)}”"


def _beyond(audit: Audit) -> Iterator[str]:
    found = beyond(audit)
    if found:
        yield ""
        yield "Cannot be told from these sources:"
    for heading, statements in found:
        lines = sorted({each.line for each in statements if each.line})
        reach = f"{lines[0]}–{lines[-1]}" if len(lines) > 1 else "".join(map(str, lines))
        under = f"under “{heading}”" if heading else "at the beginning"
        yield f"  {audit.name}:{reach}: {plural(len(statements), 'statement')} {under}"
