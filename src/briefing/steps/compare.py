"""Compare. In: two versions of a briefing, and what is known around them. Out: what changed in meaning, and why.

The order is a reviewer's: first what is about all of it, then the sources, the sections, and the overview, which
follows from them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from briefing.fingerprint import digest
from briefing.model import Briefing, Finding, Section
from briefing.reports.difference import WHOLE, Cause, Difference, Entry, EntryKind, Part
from briefing.steps.assemble import verified_by
from briefing.steps.assignment import OVERVIEW
from briefing.steps.causes import BY_HAND, FRAME, MENDED, OTHER_PROGRAM, Grounds, Side
from briefing.steps.changes import Texts
from briefing.steps.compare_head import SOURCES, head_entries, source_entries
from briefing.steps.compare_items import item_entries
from briefing.steps.setting import Setting

Findings = Mapping[str, Sequence[Finding]]


def compare(before: Briefing, after: Briefing, texts: tuple[Texts, Texts], setting: Setting) -> Difference:
    """texts: the sentences of the sources that are known, by hash, of the earlier and of the later version."""
    old, new = ({s.id: s for s in briefing.sections} for briefing in (before, after))
    grounds = {
        id_: Grounds(Side(old.get(id_), before.evidence), Side(new.get(id_), after.evidence), texts, setting, pair)
        for pair in [(before, after)]
        for id_ in _in_order(list(old), list(new))
    }
    whole = Grounds(
        Side(before.overview, before.evidence), Side(after.overview, after.evidence), texts, setting, (before, after)
    )
    everything = [*grounds.values(), whole]
    findings = _Findings(before, after, everything)
    parts = [
        _part(WHOLE, "The whole", [*head_entries(before, after, everything, setting), *findings.of(WHOLE, None)]),
        _part(SOURCES, "Sources", [*source_entries(before, after, setting), *findings.of(SOURCES, None)]),
        *(_section(id_, each, findings) for id_, each in grounds.items()),
        _overview(whole, findings),
    ]
    return Difference(
        name=after.name,
        title=after.title,
        base="",
        commit="",
        parts=tuple(part for part in parts if part.entries or part.quiet or part.rewritten),
        titles=tuple((s.id, s.title) for s in (old | new).values()),
    )


def everything_new(briefing: Briefing, base: str, commit: str) -> Difference:
    """Where there is no earlier version."""
    titles = tuple((section.id, section.title) for section in briefing.sections)
    return Difference(briefing.name, briefing.title, base, commit, titles=titles, new=True)


def _in_order(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The later order, and what was removed where it stood."""
    ids = list(new)
    for place, gone in enumerate(old):
        if gone not in new:
            after = next(
                (n + 1 for n, id_ in enumerate(ids) if place and id_ == old[place - 1]), 0 if not place else len(ids)
            )
            ids.insert(after, gone)
    return ids


def _part(id_: str, title: str, entries: Iterable[Entry]) -> Part:
    return Part(id_, title, "changed", tuple(entries))


def _section(id_: str, grounds: Grounds, findings: "_Findings") -> Part:
    one, two = grounds.before.part, grounds.after.part
    labels = {spec.key: spec.label for spec in grounds.setting.style.section}
    if isinstance(one, Section) and isinstance(two, Section):
        entries = [*_title(one, two, grounds), *item_entries(grounds, labels), *findings.of(id_, grounds)]
        return _told(Part(id_, two.title, "changed", tuple(entries)), grounds)
    return _whole(id_, grounds, labels, findings)


def _whole(id_: str, grounds: Grounds, labels: Mapping[str, str], findings: "_Findings") -> Part:
    """A section that came or went, with all that it says."""
    one, two = grounds.before.part, grounds.after.part
    part = two or one
    if not isinstance(part, Section):
        return Part(id_, "", "changed", ())
    causes = _came(part, grounds) if two else _went(part, grounds)
    entry = Entry(
        "added" if two else "dropped",
        "section",
        causes,
        before="" if two else part.title,
        after=part.title if two else "",
    )
    items = [replace(each, causes=causes) for each in item_entries(grounds, labels)]
    about = [replace(each, causes=causes) for each in findings.of(id_, grounds)]
    return Part(id_, part.title, "added" if two else "removed", (entry, *items, *about))


def _title(before: Section, after: Section, grounds: Grounds) -> Iterator[Entry]:
    if before.title == after.title:
        return
    exact = tuple(
        c for c in grounds.changes if (c.before and c.before in before.title) or (c.after and c.after in after.title)
    )
    causes = (BY_HAND,) if grounds.after.retitled else (MENDED,) if grounds.before.retitled else grounds.told(exact)
    yield Entry("reworded", "title", causes or grounds.general, before=before.title, after=after.title)


def _came(section: Section, grounds: Grounds) -> tuple[Cause, ...]:
    """Why there is a section that was not there."""
    before, after = grounds.briefings
    if _forged(after):
        return (BY_HAND,)
    if _forged(before):
        return (MENDED,)
    if not set(section.read) & {source.id for source in before.sources}:
        return (Cause("manifest", f"new source: {', '.join(section.read)}"),)
    return _divided(before, after, f"{', '.join(section.read)} has such a section now")


def _went(section: Section, grounds: Grounds) -> tuple[Cause, ...]:
    before, after = grounds.briefings
    if _forged(after):
        return (BY_HAND,)
    if _forged(before):
        return (MENDED,)
    if not set(section.read) & {source.id for source in after.sources}:
        return (Cause("manifest", f"no longer a source: {', '.join(section.read)}"),)
    return _divided(before, after, f"{', '.join(section.read)} has no such section any more")


def _divided(before: Briefing, after: Briefing, otherwise: str) -> tuple[Cause, ...]:
    if before.period != after.period:
        return (Cause("manifest", f"period {before.period.by} → {after.period.by}"),)
    return (Cause("source", otherwise),)


def _forged(briefing: Briefing) -> bool:
    """Whether sections were put in or taken out by hand: the overview's fingerprint is over their ids."""
    parts = briefing.overview.fingerprint.split("-")
    return len(parts) > 1 and not digest([section.id for section in briefing.sections]).startswith(parts[0])


def _overview(grounds: Grounds, findings: "_Findings") -> Part:
    labels = {spec.key: spec.label for spec in grounds.setting.style.overview}
    entries = [*item_entries(grounds, labels), *findings.of(OVERVIEW, grounds)]
    return _told(Part(OVERVIEW, "Overview", "changed", tuple(entries)), grounds)


def _told(part: Part, grounds: Grounds) -> Part:
    """With what changed around it and changed no word."""
    known = {change for entry in part.entries for cause in entry.causes for change in cause.changes}
    own = [c for c in grounds.changes if c not in known and (part.id != OVERVIEW or c.part in FRAME)]
    return replace(part, quiet=tuple(own), rewritten=() if part.entries else grounds.standing)


class _Findings:
    """What came and went among the findings, by the part that they are about."""

    def __init__(self, before: Briefing, after: Briefing, grounds: Sequence[Grounds]) -> None:
        self.ids = {section.id for section in (*before.sections, *after.sections)} | {OVERVIEW, SOURCES}
        gone = Counter(before.findings) - Counter(after.findings)
        come = Counter(after.findings) - Counter(before.findings)
        self.gone, self.come = list(gone.elements()), list(come.elements())
        self.sources_changed = any(each.changes or "source" in each.parts for each in grounds)

    def _home(self, finding: Finding) -> str:
        name = finding.where.partition("/")[0]
        return name if name in self.ids else WHOLE

    def of(self, part: str, grounds: Grounds | None) -> Iterator[Entry]:
        gone = [finding for finding in self.gone if self._home(finding) == part]
        come = [finding for finding in self.come if self._home(finding) == part]
        for one in gone:
            same = next((two for two in come if (two.where, two.check) == (one.where, one.check)), None)
            if same:
                come.remove(same)
            yield self._entry("reworded" if same else "dropped", same or one, one, same, grounds)
        for two in come:
            yield self._entry("added", two, None, two, grounds)

    def _entry(
        self, kind: EntryKind, found: Finding, one: Finding | None, two: Finding | None, grounds: Grounds | None
    ) -> Entry:
        causes = (self._cause(found, two),) if grounds is None else _of_part(grounds)
        key = found.where.partition("/")[2]
        return Entry(kind, "finding", causes, field=key, label=found.check, before=_said(one), after=_said(two))

    def _cause(self, found: Finding, two: Finding | None) -> Cause:
        if found.check == verified_by().check:
            return OTHER_PROGRAM if two == verified_by() else BY_HAND
        if self._home(found) == SOURCES:
            return Cause("source", "it was read another way")
        return Cause("source", "the sources changed") if self.sources_changed else BY_HAND


def _of_part(grounds: Grounds) -> tuple[Cause, ...]:
    """Why other things are said about a part: what is fresh keeps its findings as they were."""
    one, two = grounds.before.part, grounds.after.part
    same = one and two and one.fields == two.fields
    return (BY_HAND,) if grounds.nothing and same else grounds.general


def _said(finding: Finding | None) -> str:
    return " ".join(filter(None, (finding.message, finding.hint))) if finding else ""
