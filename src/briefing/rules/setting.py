"""Whether the head of the briefing is what the manifest says."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from briefing.codec import field_json
from briefing.errors import SourceError
from briefing.fetchers.file import inside
from briefing.model import Briefing, Manifest, Origin, Source, SourceRecord
from briefing.reports.problems import Problem
from briefing.rules.base import Committed
from briefing.rules.lines import Place
from briefing.rules.places import brief, parts_of
from briefing.steps.assignment import OVERVIEW

Found = Iterator[tuple[Place, str]]


class Setting:
    name = "manifest"
    asks = "name, title, style, period, language and sources are as the manifest says now, and fields as the style asks"
    helps = "briefing run takes them from the manifest; restore what was edited in briefing.json"

    def problems(self, committed: Committed) -> Iterable[Problem]:
        briefing, manifest = committed.briefing, committed.manifest
        for place, message in (*_head(briefing, manifest), *_sources(briefing, manifest), *_fields(committed)):
            yield committed.at(place, self.name, message, f"Bring it up to date: {committed.run}")


def _head(briefing: Briefing, manifest: Manifest) -> Found:
    """What the manifest leaves open comes from the sources, as pipeline.prepare and steps.assemble have it."""
    first_title = next((record.title for record in briefing.sources if record.title), manifest.name)
    first_language = next((record.language for record in briefing.sources if record.language), "en")
    pairs = {
        "name": (briefing.name, manifest.name),
        "title": (briefing.title, manifest.title or first_title),
        "style": (briefing.style, manifest.style),
        "language": (briefing.language, manifest.language or first_language),
    }
    for key, (here, there) in pairs.items():
        if here != there:
            yield (key,), f"The {key} is {brief(here)}, and by the manifest {brief(there)}."
    if briefing.period != manifest.period:
        yield ("period",), f"The period is {_period(briefing)}, and by the manifest {_period(manifest)}."


def _period(of: Briefing | Manifest) -> str:
    return f"{of.period.by} {of.period.year or ''}".strip()


def _sources(briefing: Briefing, manifest: Manifest) -> Found:
    records = {record.id: (number, record) for number, record in enumerate(briefing.sources)}
    unread = {
        f.where.removeprefix("sources/") for f in briefing.findings if f.check == "source" and f.severity == "error"
    }
    wanted = [source.id for source in manifest.sources if source.id in records or source.id not in unread]
    for source in manifest.sources:
        if source.id in records:
            number, record = records[source.id]
            if what := _elsewhere(source, record, manifest):
                yield ("sources", number, "url"), f"The source {source.id} {what}."
    yield from _order(records, wanted)


def _order(records: Mapping[str, object], wanted: list[str]) -> Found:
    lacking = [name for name in wanted if name not in records]
    more = [name for name in records if name not in wanted]
    for name in lacking:
        yield ("sources",), f"The source {name} of the manifest is not in the briefing."
    for number, name in enumerate(records):
        if name in more:
            yield ("sources", number), f"The source {name} is not in the manifest."
    if not lacking and not more and list(records) != wanted:
        yield ("sources",), f"The sources stand in another order than in the manifest: {', '.join(wanted)}."


def _elsewhere(source: Source, record: SourceRecord, manifest: Manifest) -> str:
    """Where the record is of another place than the manifest names, as a clause. What an address was redirected to
    cannot be told from here."""
    place = source.path or source.url or source.feed
    if "://" in place:
        if record.origin is Origin.FILE:
            return f"was read from the file {record.url}, and by the manifest is {brief(place)}"
        moved = record.origin is Origin.FALLBACK and record.url != place
        return f"is {brief(record.url)}, and by the manifest {brief(place)}" if moved else ""
    try:
        root = Path(manifest.root)
        path = inside(place, Path(manifest.path).parent, root).relative_to(root.resolve()).as_posix()
    except SourceError:
        return ""  # told by `stale`
    if record.origin is not Origin.FILE:
        return f"is said to be read from an address, and by the manifest is the file {path}"
    return "" if record.url == path else f"is {brief(record.url)}, and by the manifest the file {path}"


def _fields(committed: Committed) -> Found:
    """What no run of this style would write. A part that another style wrote is told by `stale`, and by `style`."""
    style = committed.style
    if committed.briefing.style != style.name:
        return
    for part in parts_of(committed.briefing):
        asked = {spec.key: spec.kind for spec in (style.overview if part.place == (OVERVIEW,) else style.section)}
        for key, field in part.fields.items():
            if field_json(field)["kind"] != asked.get(key):
                yield (*part.place, "fields", key), f"{part.name}: the style asks for no such field {key}."
