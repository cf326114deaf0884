"""Claims. In: two versions of a briefing as they are rendered, and the entries of their comparison. Out: for a changed
line of briefing.md, the entry that it belongs to.

A line is known by the item that renders to it, by the labels of its notes, or as the title of a section, the label of a
field, a finding, a source, or a line of the head. A style of one's own may put these otherwise: then its labels, or the
words that changed, tell.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from briefing.model import Briefing
from briefing.renderers.arrange import arrange
from briefing.renderers.cleaning import link
from briefing.renderers.escaping import escape, whole
from briefing.renderers.labels import language_of, load_labels
from briefing.renderers.markdown import block, cited_heading, told
from briefing.renderers.view import Cluster, FieldView, View
from briefing.reports.difference import WHOLE, Difference, Entry, Noun
from briefing.steps.assignment import OVERVIEW
from briefing.steps.compare_head import SOURCES
from briefing.style import Style

Ref = tuple[int, int]  # the place of an entry: of its part, and in it
Item = tuple[str, str, int]  # part, field, place in it

_NOTE = re.compile(r"^\[\^([^\]]+)\]:")
_LABEL = re.compile(r"\[\^([^\]]+)\]")
_FRAME = re.compile(r"</?details>|<summary>.*</summary>|\W*")
_FRAMED = ("opening", "closing")


class Page:
    """One version as it is rendered: what belongs to which line."""

    def __init__(self, briefing: Briefing, style: Style, base: str) -> None:
        self.labels = load_labels(style, language_of(briefing.language))
        self.view: View = arrange(briefing, style, self.labels, partial(link, base=base, hosted=True))
        self.lines: dict[str, list[Item]] = {}
        self.notes: dict[str, list[Item]] = {}
        self.names: dict[str, list[tuple[str, str]]] = {}  # labels of fields: part and field
        self.groups: dict[str, list[tuple[str, Cluster]]] = {}  # by heading: part and group
        self.absent: dict[str, list[str]] = {}  # parts, by what stands for a field that is missing
        self.titles: dict[str, list[str]] = {}
        self.order: dict[str, tuple[str, ...]] = {}  # by part, the labels of its notes
        for part in self.view.parts:
            home = OVERVIEW if part.id in _FRAMED else part.id
            self.titles.setdefault(str(whole(part.title)), []).append(home)
            self.order[home] = (*self.order.get(home, ()), *(note.label for note in part.notes))
            for field in part.fields:
                self._index(home, field)
            for cluster in part.clusters:
                if cluster.group:
                    self.groups.setdefault(str(cited_heading(cluster)), []).append((home, cluster))

    def _index(self, home: str, field: FieldView) -> None:
        self.names.setdefault(str(escape(field.label)), []).append((home, field.key))
        if not field.lines:
            self.absent.setdefault(block(field, self.labels), []).append(home)
        rows = block(field, self.labels).split("\n")
        whole_field = len(rows) != len(field.lines)  # not a line for each item
        for number, row in enumerate(rows):
            self.lines.setdefault(row, []).append((home, field.key, 0 if whole_field else number))
        for number, line in enumerate(field.lines):
            for note in line.notes:
                self.notes.setdefault(note.label, []).append((home, field.key, number))


class Claims:
    """Who claims a line: the entries of a difference, seen from both pages."""

    def __init__(self, difference: Difference, before: Page, after: Page) -> None:
        self.pages = (before, after)
        self.entries: list[tuple[Ref, str, Entry]] = [
            ((p, n), part.id, entry) for p, part in enumerate(difference.parts) for n, entry in enumerate(part.entries)
        ]
        self.items: tuple[dict[Item, Ref], dict[Item, Ref]] = ({}, {})
        self.fields: dict[tuple[str, str], Ref] = {}
        self.parts: dict[str, Ref] = {}
        for ref, part, entry in self.entries:
            for field, *places in entry.items:
                self.fields.setdefault((part, field), ref)
                self.parts.setdefault(part, ref)
                for known, place in zip(self.items, places, strict=True):
                    known.setdefault((part, field, place), ref)

    def frames(self, line: str) -> bool:
        """Whether a line says nothing of its own."""
        return bool(_FRAME.fullmatch(line.strip()))

    def of(self, line: str, *, removed: bool) -> Ref | None:
        ways = (
            self._item, self._note, self._title, self._name, self._absent, self._finding, self._source, self._head,
            self._words, self._label,
        )  # fmt: skip
        return next((ref for way in ways for ref in way(line, removed)), None)

    def _item(self, line: str, removed: bool) -> Iterator[Ref]:
        """The item that renders to the line; or, as escapes depend on the neighbours, one of its field."""
        places = self.pages[0 if removed else 1].lines.get(line, ())
        yield from (self.items[not removed][place] for place in places if place in self.items[not removed])
        yield from (self.fields[place[:2]] for place in places if place[:2] in self.fields)

    def _note(self, line: str, _: bool) -> Iterator[Ref]:
        """A note belongs to the items that cite it; one that only stands elsewhere, to what moved it there."""
        note = _NOTE.match(line)
        labels = [note[1]] if note else _LABEL.findall(line)
        for label in labels:
            for page, known in zip(self.pages, self.items, strict=True):
                yield from (known[item] for item in page.notes.get(label, ()) if item in known)
        homes = {item[0] for page in self.pages for label in labels for item in page.notes.get(label, ())}
        if note:
            yield from (self.parts[home] for home in sorted(homes) if home in self.parts)
            yield from self._nouns("source")
        if labels:
            yield from self._orders(homes)

    def _orders(self, homes: Iterable[str]) -> Iterator[Ref]:
        """Sections in another order, or that came or went: all of their lines do."""
        for ref, part, entry in self.entries:
            if (entry.noun == "section" and part in homes) or (part == WHOLE and entry.noun == "order"):
                yield ref

    def _title(self, line: str, removed: bool) -> Iterator[Ref]:
        homes = self.pages[0 if removed else 1].titles.get(_bare(line), ())
        for ref, part, entry in self.entries:
            if part in homes and entry.noun in ("title", "section"):
                yield ref
        if homes:
            yield from self._orders(homes)

    def _name(self, line: str, removed: bool) -> Iterator[Ref]:
        """The label of a field, which comes and goes with it."""
        places = self.pages[0 if removed else 1].names.get(_bare(line), ())
        yield from (self.fields[place] for place in places if place in self.fields)
        groups = self.pages[0 if removed else 1].groups.get(_bare(line), ())
        for home, cluster in groups:
            keys = {field.key for field in cluster.fields}
            for ref, part, entry in self.entries:  # its heading may be gone, and its label stand there instead
                if part == home and (entry.field in keys or entry.field.startswith(f"{cluster.anchor}-")):
                    yield ref
        yield from self._orders({home for home, _ in groups})
        if places:
            yield from self._orders({part for part, _ in places})
            yield from self._nouns("language", "style")

    def _absent(self, line: str, removed: bool) -> Iterator[Ref]:
        """What stands for a missing field goes by what was found of it, or with all of its part."""
        homes = self.pages[0 if removed else 1].absent.get(line, ())
        yield from (ref for ref, part, entry in self.entries if part in homes and entry.noun == "finding")
        yield from (self.parts[home] for home in homes if home in self.parts)
        yield from self._orders(homes)

    def _finding(self, line: str, removed: bool) -> Iterator[Ref]:
        page = self.pages[0 if removed else 1]
        for finding in page.view.findings:
            if line in str(told([finding], page.labels)).split("\n"):
                said = " ".join(filter(None, (finding.message, finding.hint)))
                for ref, _, entry in self.entries:
                    if entry.noun == "finding" and said == (entry.before if removed else entry.after):
                        yield ref
                yield from self._orders({finding.where.partition("/")[0]})

    def _source(self, line: str, removed: bool) -> Iterator[Ref]:
        """A line of the list of sources."""
        for source in self.pages[0 if removed else 1].view.sources:
            if str(escape(source.name)) in line and str(escape(source.record.id)) in line:
                yield from (
                    ref for ref, part, entry in self.entries if part == SOURCES and entry.field == source.record.id
                )
                yield from (ref for ref, part, entry in self.entries if part == SOURCES and entry.noun == "order")

    def _head(self, line: str, removed: bool) -> Iterator[Ref]:
        view = self.pages[0 if removed else 1].view
        if _bare(line) == str(whole(view.title)):
            yield from (ref for ref, part, entry in self.entries if (part, entry.noun) == (WHOLE, "title"))
        if line == str(escape(view.written)):
            yield from self._nouns("writer")
        if line == " · ".join(str(escape(word)) for word in view.kind):
            yield from self._nouns("period", "style", "section")

    def _words(self, line: str, removed: bool) -> Iterator[Ref]:
        """In a style of one's own: the words that changed stand in the line."""
        for ref, _, entry in self.entries:
            text = entry.before if removed else entry.after
            if len(text) > 1 and str(escape(text)) in line:
                yield ref
        yield from self._nouns("language", "style")

    def _label(self, line: str, removed: bool) -> Iterator[Ref]:
        """A line that says the same, under another label: labels tell two citations of the same words apart, so that
        one of them can go by what the other became."""
        bare = _LABEL.sub("", line)
        if bare != line and any(_LABEL.sub("", other) == bare for other in self.pages[removed].lines):
            homes = {place[0] for place in self.pages[not removed].lines.get(line, ())}
            yield from (self.parts[home] for home in sorted(homes) if home in self.parts)

    def _nouns(self, *nouns: Noun) -> Iterator[Ref]:
        yield from (ref for noun in nouns for ref, _, entry in self.entries if entry.noun == noun)


def _bare(line: str) -> str:
    """A heading or a label without its marks."""
    return re.sub(r"^#+ |^\*\*(?=.*\*\*$)|(?<=.)\*\*$", "", line)
