"""Plants errors: from records that are true, records of the mutations. In: records by hand. Out: all records, sound.

A planted quotation must not stand in the source, folded as far as a fair checker may fold; what does is left out.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.audit import words
from benchmarks.audit.mutations import IN_LINKS, IN_QUOTES, IN_STATEMENTS, STATED_OTHERWISE, STILL_TRUE, Given
from benchmarks.audit.records import FOLDER, MARKS, Record, Source, expected_of, handwritten, quotes_of, sources

QUOTED = ("verbatim",)
STATED = ("number", "date", "name", "paraphrase", "clock")
MIXED = 4  # statements of a source that also stand in the document about all sources
_TYPOGRAPHY = str.maketrans("’‘“”„«»‹›−–—‐‑\u00a0\u202f", '\'\'"""""\'\'-----  ', "\u00ad")


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY).split())


def all_records(folder: Path = FOLDER) -> list[Record]:
    found = sources(folder)
    own = [record for source in found.values() for record in of_source(source, tuple(handwritten(source, folder)))]
    return [*own, *elsewhere(found, own)]


def of_source(source: Source, by_hand: Sequence[Record]) -> Iterator[Record]:
    plain = source.plain
    pool = tuple(quote for r in by_hand if r.kind in QUOTED and not r.error for quote in r.quotes)
    for record in by_hand:
        yield record
        if not record.error:
            yield from planted(record, source, plain, pool)
    paragraphs = [r for r in by_hand if not r.error and r.kind in ("paraphrase", "number")][:2]
    if len(paragraphs) == 2:
        text = " ".join(r.statement for r in paragraphs)
        yield _of(paragraphs[0], "repeated", text, True)


def planted(record: Record, source: Source, plain: str, pool: tuple[str, ...]) -> Iterator[Record]:
    if record.kind in QUOTED:
        yield from _of_quote(record, source, plain, pool)
    elif record.kind in STATED:
        given = Given(record.statement, source, plain)
        for kind, mutate in IN_STATEMENTS.items():
            if (made := mutate(given)) is not None:
                yield _of(record, kind, made, True)
        for kind, mutate in STATED_OTHERWISE.items():
            if (made := mutate(given)) is not None:
                yield _of(record, f"{kind}/same", made, False)
    elif record.kind == "link":
        for kind, mutate in IN_LINKS.items():
            if (made := mutate(Given(record.statement, source, plain))) is not None:
                yield _of(record, kind, made, True)


def _of_quote(record: Record, source: Source, plain: str, pool: tuple[str, ...]) -> Iterator[Record]:
    quote = max(record.quotes, key=len)
    given = Given(quote, source, plain, tuple(other for other in pool if other != quote))
    text = folded(plain)
    for kind, mutate in IN_QUOTES.items():
        made = mutate(given)
        if made is not None and folded(made) not in text:
            yield _of(record, kind, record.statement.replace(quote, made), True)
    for kind, mutate in STILL_TRUE.items():
        if (made := mutate(given)) is not None:
            yield _of(record, kind, record.statement.replace(quote, made), False)
    yield from _set_otherwise(record, source, quote)
    yield from _attributed(record, source, quote)


def _set_otherwise(record: Record, source: Source, quote: str) -> Iterator[Record]:
    """The same quotation with other marks, and behind a label."""
    styles = words.STYLES[source.language]
    first, last = styles[len(quote) % len(styles)]
    if not any(mark in quote for pair in MARKS for mark in pair):
        yield _of(record, "typography/marks", words.LEADS[source.language].format(f"{first}{quote}{last}"), False)
        yield _of(record, "verbatim/label", words.LABELS[source.language].format(f"{first}{quote}{last}"), False)


def _attributed(record: Record, source: Source, quote: str) -> Iterator[Record]:
    """Given to another speaker, or to another month."""
    outside = record.statement.replace(quote, "\0")
    speaker = next((p for p in source.people if p in outside), None)
    if speaker is not None:
        other = source.people[(source.people.index(speaker) + 1) % len(source.people)]
        yield _of(record, "speaker", outside.replace(speaker, other).replace("\0", quote), True)
    if source.name == "reading-group" and (lead := re.match(r"In (\w+)|(?=\*\*Quote \((\w+)\))", outside)):
        told = lead[1] or lead[2]
        names = words.MONTHS["en"]
        if told in names:
            wrong = names[(names.index(told) + 3) % 12]
            yield _of(record, "month", outside.replace(told, wrong, 1).replace("\0", quote), True)


def elsewhere(found: dict[str, Source], records: Iterable[Record]) -> Iterator[Record]:
    """Quotations that name their source, in a document about all of them: rightly, and as of another source."""
    names = list(found)
    chosen = {
        name: [r for r in records if r.source == name and r.hand and r.kind == "verbatim"][:MIXED] for name in names
    }
    for name, some in chosen.items():
        pattern = words.IN_SOURCE[found[name].language]
        others = [*names[names.index(name) + 1 :], *names[: names.index(name)]]
        for n, record in enumerate(some):
            quote = max(record.quotes, key=len)
            other = found[others[n % len(others)]]
            right = _of(record, "verbatim/source", pattern.format(found[name].title, quote), False)
            yield replace(right, mixed=True)
            wrong = _of(record, "source/elsewhere", pattern.format(other.title, quote), True)
            yield replace(wrong, source=other.name, mixed=True)


def _of(record: Record, kind: str, statement: str, error: bool) -> Record:
    kind, _, variant = kind.partition("/")
    expected = expected_of(kind, statement) if error else "stands"
    return Record(f"{record.base}/{variant or kind}", kind, statement, record.source, expected, error, record.base)


__all__ = ["all_records", "folded", "quotes_of"]
