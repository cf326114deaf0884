"""Compare what is about all of a briefing: title, writer, style, language, period, the order of sections; and its
sources. In: two versions. Out: entries with their causes.
"""

from collections.abc import Iterator, Sequence

from briefing.model import Briefing, Document, Origin, SourceRecord
from briefing.reports.difference import Cause, Entry
from briefing.steps.causes import BY_HAND, Grounds
from briefing.steps.setting import Setting, who

SOURCES = "sources"
_READ = (Origin.FILE, Origin.FALLBACK)  # read the same on every machine, so that they can be held against the record


def head_entries(before: Briefing, after: Briefing, grounds: Sequence[Grounds], setting: Setting) -> Iterator[Entry]:
    parts = {name for each in grounds for name in each.parts}
    if before.title != after.title:
        yield Entry("reworded", "title", (_title_cause(after, setting),), before=before.title, after=after.title)
    if before.writer != after.writer:
        cause = setting.writer_cause(before, after) if "writer" in parts else BY_HAND
        yield Entry("changed", "writer", (cause,), before=who(before.writer), after=who(after.writer))
    if before.style != after.style:
        cause = setting.style_cause(before, after) if "style" in parts else BY_HAND
        yield Entry("changed", "style", (cause,), before=before.style, after=after.style)
    if before.language != after.language:
        cause = setting.language_cause(before, after) if "style" in parts else BY_HAND
        yield Entry("changed", "language", (cause,), before=before.language, after=after.language)
    if before.period != after.period:
        cause = Cause("manifest", "period") if after.period == setting.manifest.period else BY_HAND
        yield Entry("changed", "period", (cause,), before=_period(before), after=_period(after))
    yield from _order(before, after)


def _period(briefing: Briefing) -> str:
    return " ".join(filter(None, (f"by {briefing.period.by}", str(briefing.period.year or ""))))


def _title_cause(after: Briefing, setting: Setting) -> Cause:
    if setting.manifest.title == after.title:
        return Cause("manifest", "title")
    titles = {record.title for record in after.sources}
    follows = not setting.manifest.title and after.title in titles
    return Cause("source", "the source has another title") if follows else BY_HAND


def _order(before: Briefing, after: Briefing) -> Iterator[Entry]:
    old, new = ([s.id for s in one.sections if s.id in {t.id for t in other.sections}] for one, other in (
        (before, after), (after, before),
    ))  # fmt: skip
    if old != new:
        forged = after.overview.fingerprint.partition("-")[0] == before.overview.fingerprint.partition("-")[0]
        cause = BY_HAND if forged else Cause("source", "the parts of the source stand in another order")
        yield Entry("moved", "order", (cause,), before=", ".join(old), after=", ".join(new), count=len(new))


def source_entries(before: Briefing, after: Briefing, setting: Setting) -> Iterator[Entry]:
    old, new = ({record.id: record for record in briefing.sources} for briefing in (before, after))
    asked = {source.id for source in setting.manifest.sources}
    for id_ in [*new, *(id_ for id_ in old if id_ not in new)]:
        if id_ not in old:
            cause = Cause("manifest", "new source") if id_ in asked else BY_HAND
            yield Entry("added", "source", (cause,), field=id_, after=new[id_].title or id_)
        elif id_ not in new:
            unread = Cause("source", "it could not be read")
            cause = unread if id_ in asked else Cause("manifest", "no longer a source")
            yield Entry("dropped", "source", (cause,), field=id_, before=old[id_].title or id_)
        else:
            yield from _facts(old[id_], new[id_], setting)
    common = [[id_ for id_ in one if id_ in other] for one, other in ((old, new), (new, old))]
    if common[0] != common[1]:
        same = [source.id for source in setting.manifest.sources if source.id in common[1]] == common[1]
        cause = Cause("manifest", "the order of the sources") if same else BY_HAND
        yield Entry("moved", "order", (cause,), before=", ".join(common[0]), after=", ".join(common[1]))


def _facts(old: SourceRecord, new: SourceRecord, setting: Setting) -> Iterator[Entry]:
    for name in SourceRecord.__struct_fields__:
        one, two = str(getattr(old, name)), str(getattr(new, name))
        if one != two:
            cause = _fact_cause(name, two, new, setting)
            yield Entry("changed", "source", (cause,), field=new.id, label=name, before=one, after=two)


def _fact_cause(name: str, value: str, record: SourceRecord, setting: Setting) -> Cause:
    """A fact that the source, read the same way, does not say, was put in by hand."""
    asked = next((source for source in setting.manifest.sources if source.id == record.id), None)
    if asked and value and value in (asked.url, asked.feed, asked.language):
        return Cause("manifest", f"its {name}")
    if name == "origin":
        return Cause("source", "it was read another way")
    document = setting.documents.get(record.id)
    said = {"origin": ""} if document is None or document.origin not in _READ else _said(document)
    if document is not None and document.origin == record.origin and name in said and said[name] != value:
        return BY_HAND
    return Cause("source", f"the source says its {name} so now")


def _said(document: Document) -> dict[str, str]:
    """The address of a fallback is the manifest's."""
    names = ["title", "author", "site", "published", "language"] + ["url"] * (document.origin == Origin.FILE)
    return {name: str(getattr(document, name)) for name in names}
