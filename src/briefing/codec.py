"""briefing.json: the output itself, and the memory of the next run.

In and out: a Briefing and its bytes. UTF-8, laid out as layout.py says; parse and print are inverse.
"""

import json
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from msgspec import Meta, Struct, ValidationError, convert
from msgspec.structs import asdict

from briefing.errors import OutputError
from briefing.layout import lay_out
from briefing.model import (
    SCHEMA_VERSION,
    Analysis,
    Briefing,
    Cite,
    Evidence,
    Excerpt,
    Field,
    Finding,
    Overview,
    Period,
    Prose,
    Quote,
    Quotes,
    Reference,
    References,
    Section,
    Sentence,
    Sentences,
    SourceRecord,
    Tags,
    Words,
    Woven,
    WriterRecord,
)
from briefing.walk import Item, items_of

Json = dict[str, Any]


def dump(briefing: Briefing) -> bytes:
    """The bytes of briefing.json."""
    value = {
        "schema": briefing.schema,
        "name": briefing.name,
        "title": briefing.title,
        "style": briefing.style,
        "language": briefing.language,
        "period": {"by": briefing.period.by} | ({"year": briefing.period.year} if briefing.period.year else {}),
        "writer": {"engine": briefing.writer.engine, "model": briefing.writer.model},
        "sources": [asdict(source) for source in briefing.sources],
        "sections": [_section(section) for section in briefing.sections],
        "overview": _overview(briefing.overview),
        "evidence": {key: asdict(evidence) for key, evidence in briefing.evidence.items()},
        "findings": [asdict(finding) for finding in briefing.findings],
    }
    return lay_out(value).encode("utf-8", "surrogatepass")


def _section(section: Section) -> Json:
    return {
        "id": section.id,
        "title": section.title,
        "fingerprint": section.fingerprint,
        "read": dict(section.read),
        "length": dict(section.length),
        "sentences": _lines(section.sentences),
        "seals": dict(section.seals),
        "fields": _fields(section.fields),
    }


def _overview(overview: Overview) -> Json:
    return {
        "fingerprint": overview.fingerprint,
        "sentences": _lines(overview.sentences),
        "seals": dict(overview.seals),
        "fields": _fields(overview.fields),
    }


def _lines(sentences: Sentences) -> Json:
    return {key: list(lines) for key, lines in sentences.items()}


def _fields(fields: Mapping[str, Field]) -> Json:
    return {key: field_json(field) for key, field in fields.items()}


def _cite(cite: Cite) -> Json:
    place = {"evidence": cite.evidence, "start": cite.start, "end": cite.end}
    return place | ({"url": cite.url} if cite.url else {})


def _woven(woven: Woven) -> Json:
    return {"start": woven.start, "end": woven.end, "cite": _cite(woven.cite)}


def field_json(field: Field) -> Json:
    """One field as JSON: what the contract calls FIELD."""
    items: list[Any] = [item_json(item) for item in items_of(field)]
    match field:
        case Prose():
            return {"kind": "prose", "sentences": items}
        case References():
            return {"kind": "references", "items": items}
        case Tags():
            return {"kind": "tags", "tags": items}
        case Analysis():
            return {"kind": "analysis", "sentences": items}
        case Quotes():
            return {"kind": "quotes", "items": items}
        case Quote():
            return {"kind": "quote", **items[0]}
        case Words():
            return {"kind": "words", **items[0]}
        case Reference():
            return {"kind": "reference", **items[0]}
        case Excerpt(kind):
            return {"kind": kind, **items[0]}


def item_json(item: Item) -> Any:
    """One item of a field: a sentence, a link, a tag, or all of a field that has only one."""
    match item:
        case Sentence(text, cites, quotes):
            woven = {"quotes": [_woven(each) for each in quotes]} if quotes else {}
            return {"text": text, "cites": [_cite(cite) for cite in cites]} | woven
        case Quote(text, cite) | Words(text, cite):
            return {"text": text, "cite": _cite(cite)}
        case Reference(text, url, cite):
            return {"text": text, "url": url, "cite": _cite(cite)}
        case Excerpt(_, text, cite, address, label):
            return {"text": text, "cite": _cite(cite), "address": address, "label": label}
        case str():
            return item


def _reader(record: type[Struct]) -> Callable[[Json], Any]:
    names = {*record.__struct_fields__, "kind"}

    def read(value: Json) -> Any:
        if isinstance(value, dict) and (unknown := sorted(set(value) - names)):
            raise ValueError(f"unknown key {unknown[0]!r}")
        return convert(value, record)

    return read


def _mapped(value: Json, key: str, kind: Any) -> Any:
    """What stands under a key that earlier versions did not write."""
    try:
        return convert(value.get(key, {}), dict[str, kind])
    except ValidationError as error:
        raise ValueError(f"{key}: {error}") from error


def load(raw: bytes, where: str) -> Briefing:
    """Parse a briefing.json. Raises OutputError where it is damaged, or of a schema that this version does not know."""
    try:
        value = json.loads(raw.decode("utf-8", "surrogatepass"))
        if not isinstance(value, dict) or not isinstance(value.get("schema"), int):
            raise ValueError("there is no `schema`")
        if value["schema"] != SCHEMA_VERSION:
            raise ValueError(f"it has schema {value['schema']}, and this version reads {SCHEMA_VERSION}")
        return _briefing(value)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, ValidationError) as error:
        what = _reason(error)
        hint = "Restore it from version control, or delete it to have the briefing written anew."
        raise OutputError(f"is not a briefing that can be read: {what}", where=where, hint=hint) from error


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}: {error.msg}"
    return f"the key {error} is missing" if isinstance(error, KeyError) else str(error)


def _briefing(value: Json) -> Briefing:
    overview = value["overview"]
    return Briefing(
        schema=value["schema"],
        name=_text(value, "name"),
        title=_text(value, "title"),
        style=_text(value, "style"),
        language=_text(value, "language"),
        period=_PERIOD(value["period"]),
        writer=_WRITER(value["writer"]),
        sources=tuple(_SOURCE(source) for source in value["sources"]),
        sections=tuple(_read_section(section) for section in value["sections"]),
        overview=Overview(
            _text(overview, "fingerprint"),
            _read_fields(overview["fields"]),
            _mapped(overview, "sentences", tuple[str, ...]),
            _mapped(overview, "seals", str),
        ),
        evidence={key: _EVIDENCE(evidence) for key, evidence in value["evidence"].items()},
        findings=tuple(_FINDING(finding) for finding in value["findings"]),
    )


def _text(value: Json, key: str) -> str:
    if not isinstance(value[key], str):
        raise ValueError(f"`{key}` is no text")
    return str(value[key])


def _read_section(value: Json) -> Section:
    return Section(
        _text(value, "id"),
        _text(value, "title"),
        _text(value, "fingerprint"),
        convert(value["read"], dict[str, str]),
        _read_fields(value["fields"]),
        _mapped(value, "length", Annotated[int, Meta(ge=0)]),
        _mapped(value, "sentences", tuple[str, ...]),
        _mapped(value, "seals", str),
    )


def _read_fields(value: Json) -> dict[str, Field]:
    return {key: _read_field(field) for key, field in value.items()}


def _read_field(value: Json) -> Field:
    kind = value["kind"]
    if kind not in _READERS:
        raise ValueError(f"unknown kind of field {kind!r}")
    field: Field = _READERS[kind](value)
    return field


_PERIOD, _WRITER, _SOURCE = _reader(Period), _reader(WriterRecord), _reader(SourceRecord)
_EVIDENCE, _FINDING = _reader(Evidence), _reader(Finding)
_READERS: dict[str, Callable[[Json], Any]] = {
    "prose": _reader(Prose),
    "quote": _reader(Quote),
    "quotes": _reader(Quotes),
    "words": _reader(Words),
    "reference": _reader(Reference),
    "references": _reader(References),
    "tags": _reader(Tags),
    "code": _reader(Excerpt),
    "figure": _reader(Excerpt),
    "table": _reader(Excerpt),
    "analysis": _reader(Analysis),
}
