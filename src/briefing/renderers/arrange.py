"""Puts a briefing in the order of its style. In: a Briefing, its Style and the labels. Out: a View."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from msgspec.structs import replace

from briefing.cldr import in_a_row
from briefing.division import division
from briefing.model import (
    Analysis,
    Briefing,
    Cite,
    Excerpt,
    Field,
    FieldKind,
    FieldSpec,
    Origin,
    Prose,
    Quote,
    Quotes,
    Reference,
    References,
    Sentence,
    SourceRecord,
    Tags,
    Words,
)
from briefing.renderers.findings import tell
from briefing.renderers.footnotes import Shelf, slice_of
from briefing.renderers.labels import Labels, Spoken, foreign
from briefing.renderers.view import Cluster, FieldView, FindingView, Line, Note, Part, SourceView, View
from briefing.style import Style

EXTRACTIVE = "extractive"
OPENING = frozenset(["introduction", "lead", "attribution"])  # fields of the overview that stand before the sections
_KINDS: dict[type, FieldKind] = {
    Prose: "prose",
    Quote: "quote",
    Quotes: "quotes",
    Words: "words",
    Reference: "reference",
    References: "references",
    Tags: "tags",
    Analysis: "analysis",
}

_QUOTATION = "“”„‟«»「」\u00a0"  # marks, and the space that some stand with

Pairs = list[tuple[FieldSpec, Field | None]]  # None: the source does not give it
Woven = tuple[
    tuple[int, int, Cite], ...
]  # words of a source: where they stand in the text, and which citation they are
Raw = tuple[str, str, tuple[Cite, ...], Woven]  # a line as recorded: text, address, citations


def arrange(briefing: Briefing, style: Style, labels: Spoken, link: Callable[[str], str]) -> View:
    """The whole briefing. link: makes an address safe to link, or empty."""
    sources = {record.id: _source(briefing, record, labels, link) for record in briefing.sources}
    part = partial(_part, Shelf(briefing.evidence, sources, link), labels)
    prompted = briefing.writer.engine != EXTRACTIVE
    overview = _ordered(briefing.overview.fields, style.overview, tells=prompted)
    opening = [pair for pair in overview if _opens(pair[0])]
    closing = [pair for pair in overview if pair not in opening]
    anchors = _anchors(section.id for section in briefing.sections)
    sections = zip(briefing.sections, anchors, strict=True)
    findings = tell(briefing, style, labels, dict(zip((s.id for s in briefing.sections), anchors, strict=True)))
    division = _division([section.id for section in briefing.sections], labels)
    year = str(briefing.period.year or "")
    model = briefing.writer.model or briefing.writer.engine
    return View(
        title=briefing.title.strip() or briefing.name,
        kind=tuple(filter(None, (labels.field(style.label), division, year))),
        written=labels.model.replace("{model}", model) if prompted else _unprompted(style, labels),
        sources=tuple(sources.values()),
        opening=part("opening", ":opening", "", opening, _about(findings, "overview", opening)),
        sections=tuple(
            part(
                s.id, a, s.title.strip() or a, _ordered(s.fields, style.section, tells=prompted), _about(findings, s.id)
            )
            for s, a in sections
        ),
        closing=part("closing", ":closing", "", closing, _about(findings, "overview", closing)),
        findings=findings,
    )


def _opens(spec: FieldSpec) -> bool:
    return spec.place == "opening" or (not spec.place and bool(OPENING & {spec.role, spec.key}))


def _unprompted(style: Style, labels: Spoken) -> str:
    """That no model wrote, and, once for all, what is left out for that."""
    lacking = [spec for spec in (*style.section, *style.overview) if spec.takes_a_model]
    names = (spec.group.label if spec.group and spec.group.of > 1 else spec.label for spec in lacking)
    fields = in_a_row(list(dict.fromkeys(map(labels.field, names))), labels.language) if lacking else ""
    return " ".join(filter(None, (labels.extractive, fields and labels.left_out.replace("{fields}", fields))))


def _about(findings: Sequence[FindingView], name: str, pairs: Pairs | None = None) -> tuple[FindingView, ...]:
    """The findings about a part; with pairs, those about these fields of it."""
    keys = None if pairs is None else {spec.key for spec, _ in pairs}

    def is_meant(where: str) -> bool:
        part, _, key = where.partition("/")
        return part == name and (keys is None or key in keys)

    return tuple(finding for finding in findings if is_meant(finding.where))


def _division(ids: Sequence[str], labels: Labels) -> str:
    """By what the sections divide the sources, in words: what their ids are, which need not be what was asked for; ""
    where they are of several kinds, or divide nothing."""
    found = set(map(division, ids))
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


def _ordered(fields: Mapping[str, Field], specs: Sequence[FieldSpec], *, tells: bool) -> Pairs:
    """The fields in the style's order, then those that the style does not know (any more). tells: whether the writer
    looked for what is missing, so that it can be said to be."""
    pairs: Pairs = [
        (spec, fields.get(spec.key)) for spec in specs if spec.key in fields or (spec.missing and tells and fields)
    ]
    known = {spec.key for spec in specs}
    return pairs + [(FieldSpec(key, _kind(field), key), field) for key, field in fields.items() if key not in known]


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


def _part(
    shelf: Shelf, labels: Labels, name: str, anchor: str, title: str, fields: Pairs, findings: tuple[FindingView, ...]
) -> Part:
    """findings: about this part."""
    raw = [(spec, field, list(_lines(field)) if field else []) for spec, field in fields]
    dropped = {finding.where.partition("/")[2] for finding in findings}
    notes = shelf.notes(name, ((text, cite) for _, _, lines in raw for text, _, cites, _ in lines for cite in cites))

    seen: set[int] = set()

    def line(text: str, url: str, cites: tuple[Cite, ...], woven: Woven) -> Line:
        found = dict.fromkeys(notes[slice_of(cite)] for cite in cites)
        first = tuple(note.number for note in found if note.number not in seen)
        seen.update(first)
        language = next((note.source.language for note in found if note.words == text), "")
        sound = _in_order(woven, len(text))
        pieces = tuple(
            _with_marks(text, start, end, notes[slice_of(cite)])
            for start, end, cite in sound
            if slice_of(cite) in notes
        )
        href = shelf.link(url) if url else ""
        return Line(text if text.strip() else url, tuple(found), href, first, language, pieces)

    views = [
        FieldView(
            spec.key,
            labels.field(spec.label).strip() or spec.kind,
            _kind(field) if field else spec.kind,
            tuple(line(*found) for found in lines),
            field.label if isinstance(field, Excerpt) else "",
            spec.bare,
            spec.role == "heading" and bool(spec.group),
            spec.address,
            spec.key in dropped,
            spec.group,
        )
        for spec, field, lines in raw
        if lines or field is None
    ]
    passages = shelf.passages(notes)
    return Part(name, anchor, title, tuple(views), tuple(notes.values()), passages, findings, _clusters(views, labels))


def _in_order(woven: Woven, length: int) -> Woven:
    """Without what cannot be: check tells whoever forged a briefing.json, and the page is rendered all the same."""
    found: list[tuple[int, int, Cite]] = []
    for start, end, cite in sorted(woven):
        if (found[-1][1] if found else 0) <= start < end <= length:
            found.append((start, end, cite))
    return tuple(found)


def _with_marks(text: str, start: int, end: int, note: Note) -> tuple[int, int, Note]:
    while start and text[start - 1] in _QUOTATION:
        start -= 1
    while end < len(text) and text[end] in _QUOTATION:
        end += 1
    return start, end, note


def _clusters(views: Iterable[FieldView], labels: Labels) -> tuple[Cluster, ...]:
    """Fields of one group stand together; a group of which nothing but its heading is there is left out."""
    made: list[Cluster] = []
    for _, each in groupby(views, key=lambda view: view.group.key if view.group else f":{view.key}"):
        fields = tuple(each)
        group = fields[0].group
        if group is None:
            made.append(Cluster(fields, label=fields[0].label))
            continue
        heading = next((field for field in fields if field.heads and field.lines), None)
        shown = tuple(field for field in fields if not field.heads)
        if any(field.lines for field in shown):
            number = f" {group.number}" if group.of > 1 else ""
            made.append(Cluster(shown, group, heading, f"{labels.field(group.label)}{number}"))
    return _without_bare_numbers(made)


def _without_bare_numbers(clusters: list[Cluster]) -> tuple[Cluster, ...]:
    """Groups of one name of which none has a heading stand as one: "Theme 1" and "Theme 2" would say nothing."""
    headed = {each.group.name for each in clusters if each.group and each.heading}
    found: dict[str, Cluster] = {}
    for each in clusters:
        bare = each.group if each.group and each.group.of > 1 and each.group.name not in headed else None
        name = f"{bare.name}:" if bare else each.anchor
        if bare and name in found:
            found[name] = replace(found[name], fields=(*found[name].fields, *each.fields))
        else:
            found[name] = replace(each, label=each.fields[0].label) if bare else each
    return tuple(found.values())


def _kind(field: Field) -> FieldKind:
    return field.kind if isinstance(field, Excerpt) else _KINDS[type(field)]


def _lines(field: Field) -> Iterator[Raw]:
    match field:
        case Prose(sentences):
            yield from map(_sentence, sentences)
        case Quote(text, cite) | Words(text, cite):
            yield text, "", (cite,), ()
        case Quotes(quotes):
            yield from ((item.text, "", (item.cite,), ()) for item in quotes)
        case Reference(text, url, cite) | Excerpt(_, text, cite, url):
            yield text, url, (cite,), ()
        case References(items):
            yield from ((item.text, item.url, (item.cite,), ()) for item in items)
        case Tags(texts) | Analysis(texts):
            yield from ((text, "", (), ()) for text in texts)


def _sentence(sentence: Sentence) -> Raw:
    """Its citations in the order in which they are met: those of the words in it first."""
    woven = []
    for quoted in sentence.quotes:
        around = (c for c in sentence.cites if c.evidence == quoted.cite.evidence)
        home = next((c for c in around if c.start <= quoted.cite.start and quoted.cite.end <= c.end), None)
        woven += [(quoted.start, quoted.end, home)] if home else []
    cites = dict.fromkeys((*(home for *_, home in woven), *sentence.cites))
    return sentence.text, "", tuple(cites), tuple(woven)
