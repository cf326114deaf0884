"""How much of each source a briefing rests on. In: a Briefing. Out: a Lane for each source, a Bar for each section.

Only what briefing.json holds is counted, in characters: of the blocks read for a section, of the citations in them,
each once a section, and of those that are quoted word for word.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.model import Briefing, Cite, Excerpt, Field, Quote, Section, Sentence, Words
from briefing.walk import cites_in, cites_of_all, items_of


@dataclass(frozen=True, slots=True)
class Bar:
    """What one section has of one source, in characters; `said` is all that it read there, 0 where that is unknown."""

    said: int
    cited: int
    quoted: int


@dataclass(frozen=True, slots=True)
class Lane:
    source: str
    bars: tuple[Bar, ...]  # in the order of the sections
    passages: int  # distinct slices cited anywhere, the overview included
    characters: int  # in them, each once

    @property
    def sections(self) -> int:
        return sum(1 for bar in self.bars if bar.cited)

    @property
    def share(self) -> str:
        """Percent of what was read for the sections that they cite; "" where a section does not tell what it read."""
        said, cited = sum(bar.said for bar in self.bars), sum(bar.cited for bar in self.bars)
        if not said or any(bar.cited > bar.said for bar in self.bars):
            return ""
        return "<1" if 0 < 100 * cited < said else str(round(100 * cited / said))


def lanes(briefing: Briefing) -> tuple[Lane, ...]:
    parts = [section.fields for section in briefing.sections] + [briefing.overview.fields]
    cites = [list(_cites(fields)) for fields in parts]
    return tuple(_lane(briefing, source.id, cites) for source in briefing.sources)


def highest(found: Iterable[Lane]) -> int:
    """Characters of the highest bar, at least 1: what the others are drawn against."""
    return max((max(bar.said, bar.cited) for lane in found for bar in lane.bars), default=1) or 1


def _lane(briefing: Briefing, source: str, parts: list[list[tuple[Cite, bool]]]) -> Lane:
    own = {key for key, evidence in briefing.evidence.items() if evidence.source == source}
    mine = [[(cite, quoted) for cite, quoted in cites if cite.evidence in own] for cites in parts]
    bars = tuple(_bar(section, source, cites) for section, cites in zip(briefing.sections, mine[:-1], strict=True))
    every = [cite for cite in cites_of_all(briefing) if cite.evidence in own]
    return Lane(source, bars, len({(cite.evidence, cite.start, cite.end) for cite in every}), _characters(every))


def _bar(section: Section, source: str, cites: list[tuple[Cite, bool]]) -> Bar:
    quoted = _characters(cite for cite, whole in cites if whole)
    return Bar(section.length.get(source, 0), _characters(cite for cite, _ in cites), quoted)


def _cites(fields: Mapping[str, Field]) -> Iterator[tuple[Cite, bool]]:
    """The citations of some fields, and whether the words themselves are shown."""
    for item in (item for field in fields.values() for item in items_of(field)):
        yield from ((cite, isinstance(item, Quote | Words | Excerpt)) for cite in cites_in(item))
        if isinstance(item, Sentence):
            yield from ((woven.cite, True) for woven in item.quotes)


def _characters(cites: Iterable[Cite]) -> int:
    """How many characters some slices cover together."""
    total, last, end = 0, "", 0
    for cite in sorted(cites):
        if cite.evidence != last:
            last, end = cite.evidence, 0
        total += max(0, cite.end - max(cite.start, end))
        end = max(end, cite.end)
    return total
