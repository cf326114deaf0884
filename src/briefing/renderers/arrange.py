"""Puts a briefing in the order of its style. In: a Briefing, its Style and the labels. Out: a View."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.model import (
    Analysis,
    Briefing,
    Cite,
    Excerpt,
    Field,
    FieldKind,
    FieldSpec,
    Finding,
    Origin,
    Prose,
    Quote,
    Reference,
    References,
    SourceRecord,
    Tags,
)
from briefing.renderers.footnotes import Shelf, slice_of
from briefing.renderers.labels import Labels, foreign
from briefing.renderers.view import FieldView, Line, Part, SourceView, View
from briefing.style import Style

OPENING = frozenset(["introduction", "lead", "attribution"])  # fields of the overview that stand before the sections
_DIVISIONS = {  # by what the ids of sections look like
    "month": re.compile(r"(?:\d{4}-|m)\d\d"),
    "quarter": re.compile(r"(?:\d{4}-Q|q)\d"),
    "week": re.compile(r"(?:\d{4}-W|w)\d\d"),
}
_KINDS: dict[type, FieldKind] = {
    Prose: "prose",
    Quote: "quote",
    Reference: "reference",
    References: "references",
    Tags: "tags",
    Analysis: "analysis",
}

Pairs = list[tuple[FieldSpec, Field]]
Raw = tuple[str, str, tuple[Cite, ...]]  # a line as recorded: text, address, citations


def arrange(briefing: Briefing, style: Style, labels: Labels, link: Callable[[str], str]) -> View:
    """The whole briefing. link: makes an address safe to link, or empty."""
    sources = {record.id: _source(briefing, record, labels, link) for record in briefing.sources}
    shelf = Shelf(briefing.evidence, sources, link)
    overview = _ordered(briefing.overview.fields, style.overview)
    opening = [pair for pair in overview if OPENING & {pair[0].role, pair[0].key}]
    closing = [pair for pair in overview if pair not in opening]
    anchors = _anchors(section.id for section in briefing.sections)
    sections = zip(briefing.sections, anchors, strict=True)
    division = _division([section.id for section in briefing.sections], labels)
    year = str(briefing.period.year or "")
    model = briefing.writer.model or briefing.writer.engine
    return View(
        title=briefing.title.strip() or briefing.name,
        kind=tuple(filter(None, (labels.field(style.label), division, year))),
        written=labels.extractive if briefing.writer.engine == "extractive" else labels.model.replace("{model}", model),
        sources=tuple(sources.values()),
        opening=replace(
            _part(shelf, labels, "opening", ":opening", "", opening), findings=_about(briefing, "overview", opening)
        ),
        sections=tuple(
            replace(
                _part(shelf, labels, s.id, a, s.title.strip() or a, _ordered(s.fields, style.section)),
                findings=_about(briefing, s.id),
            )
            for s, a in sections
        ),
        closing=replace(
            _part(shelf, labels, "closing", ":closing", "", closing), findings=_about(briefing, "overview", closing)
        ),
        findings=briefing.findings,
    )


def _about(briefing: Briefing, name: str, pairs: Pairs | None = None) -> tuple[Finding, ...]:
    """The findings about a part; with pairs, those about these fields of it."""
    keys = None if pairs is None else {spec.key for spec, _ in pairs}

    def is_meant(where: str) -> bool:
        part, _, key = where.partition("/")
        return part == name and (keys is None or key in keys)

    return tuple(finding for finding in briefing.findings if is_meant(finding.where))


def _division(ids: Sequence[str], labels: Labels) -> str:
    """By what the sections divide the sources, in words: what their ids are, which need not be what was asked for; ""
    where they are of several kinds, or divide nothing."""
    found = {
        next((kind for kind, pattern in _DIVISIONS.items() if all(map(pattern.fullmatch, id_.split("..")))), "heading")
        for id_ in ids
    }
    if len(found) != 1 or (found == {"heading"} and len(ids) < 2):
        return ""
    return str(getattr(labels, f"by_{found.pop()}"))


def _source(briefing: Briefing, record: SourceRecord, labels: Labels, link: Callable[[str], str]) -> SourceView:
    marks = {Origin.FALLBACK: labels.fallback, Origin.SNAPSHOT: labels.snapshot}
    places = (evidence.url for evidence in briefing.evidence.values() if evidence.source == record.id)
    file = next(places, "").split("#")[0] if record.origin is Origin.FALLBACK else ""
    return SourceView(
        record,
        record.title or record.id,
        link(record.url),
        marks.get(record.origin, ""),
        link(file) if file else "",
        foreign(record.language, briefing.language),
    )


def _ordered(fields: Mapping[str, Field], specs: Iterable[FieldSpec]) -> Pairs:
    """The fields in the style's order, then those that the style does not know (any more)."""
    known = {spec.key: spec for spec in specs}
    keys = [*(key for key in known if key in fields), *(key for key in fields if key not in known)]
    return [(known.get(key) or FieldSpec(key, _kind(fields[key]), key), fields[key]) for key in keys]


def _anchors(ids: Iterable[str]) -> list[str]:
    """A name for each id that can stand in an address: letters, digits and hyphens, none twice."""
    taken: dict[str, None] = {}
    for text in ids:
        slug = re.sub(r"\W+", "-", text).strip("-")[:60] or "section"
        number, anchor = 1, slug
        while anchor in taken:
            number += 1
            anchor = f"{slug}-{number}"
        taken[anchor] = None
    return list(taken)


def _part(shelf: Shelf, labels: Labels, name: str, anchor: str, title: str, fields: Pairs) -> Part:
    raw = [(spec, field, list(_lines(field))) for spec, field in fields]
    notes = shelf.notes(name, ((text, cite) for _, _, lines in raw for text, _, cites in lines for cite in cites))

    seen: set[int] = set()

    def line(text: str, url: str, cites: tuple[Cite, ...]) -> Line:
        found = dict.fromkeys(notes[slice_of(cite)] for cite in cites)
        first = tuple(note.number for note in found if note.number not in seen)
        seen.update(first)
        language = next((note.source.language for note in found if note.words == text), "")
        return Line(text if text.strip() else url, tuple(found), shelf.link(url) if url else "", first, language)

    views = [
        FieldView(
            spec.key,
            labels.field(spec.label).strip() or spec.kind,
            _kind(field),
            tuple(line(*found) for found in lines),
            field.label if isinstance(field, Excerpt) else "",
        )
        for spec, field, lines in raw
        if lines
    ]
    return Part(name, anchor, title, tuple(views), tuple(notes.values()), shelf.passages(notes))


def _kind(field: Field) -> FieldKind:
    return field.kind if isinstance(field, Excerpt) else _KINDS[type(field)]


def _lines(field: Field) -> Iterator[Raw]:
    match field:
        case Prose(sentences):
            yield from ((sentence.text, "", sentence.cites) for sentence in sentences)
        case Quote(text, cite):
            yield text, "", (cite,)
        case Reference(text, url, cite) | Excerpt(_, text, cite, url):
            yield text, url, (cite,)
        case References(items):
            yield from ((item.text, item.url, (item.cite,)) for item in items)
        case Tags(texts) | Analysis(texts):
            yield from ((text, "", ()) for text in texts)
