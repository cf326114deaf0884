"""Documents made of the statements: each statement in one of them, at a line of its own, and never beside another that
was made from the same. In: records. Out: Markdown, and where each record stands in it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.audit.records import Record


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to audit. lines: by line, the id of the record that stands there."""

    name: str
    sources: tuple[str, ...]
    markdown: str
    lines: Mapping[int, str]


def papers(records: Sequence[Record], titles: Mapping[str, str]) -> Iterator[Paper]:
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups["all" if record.mixed else record.source].append(record)
    for name, members in groups.items():
        sources = tuple(titles) if name == "all" else (name,)
        title = titles.get(name, " · ".join(titles.values()))
        for n, chosen in enumerate(_spread(members), 1):
            yield _paper(f"{name}-{n:02}", sources, title, chosen)


def _spread(records: Sequence[Record]) -> list[list[Record]]:
    """As many documents as the base with the most records has; the others begin each at another of them, so that true
    and false statements stand side by side."""
    families: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        families[record.base].append(record)
    count = max(map(len, families.values()))
    documents: list[list[Record]] = [[] for _ in range(count)]
    for n, family in enumerate(families.values()):
        for k, record in enumerate(family):
            documents[(n + k) % count].append(record)
    return documents


def _paper(name: str, sources: tuple[str, ...], title: str, records: Sequence[Record]) -> Paper:
    written = [f"# {title}", ""]
    lines: dict[int, str] = {}

    def write(record: Record) -> None:
        lines[len(written) + 1] = record.id
        written.extend((record.statement, ""))

    for record in records:
        if record.kind == "repeated":
            continue
        write(record)
    for record in records:
        if record.kind == "repeated":
            written.extend(("## A", ""))
            write(record)
            written.extend(("## B", ""))
            write(record)
    return Paper(name, sources, "\n".join(written), lines)
