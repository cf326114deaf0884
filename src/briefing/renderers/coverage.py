"""How much of each source a briefing rests on. In: a Briefing. Out: a Lane for each source, a Bar for each section.

Only what briefing.json holds is counted, in characters: of the blocks read for a section, of the citations in them,
each once a section, and of those that are quoted word for word. Everything is looked at once, whatever the number of
sources: most of a thousand sources have nothing to do with most of a hundred sections.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from briefing.model import Briefing, Cite, Evidence, Excerpt, Field, Quote, Section, Sentence, Words
from briefing.walk import cites_in, cites_of_all, items_of


class Bar(Struct, frozen=True):
    """What one section has of one source, in characters; `said` is all that it read there, 0 where that is unknown."""

    said: int
    cited: int
    quoted: int


class Lane(Struct, frozen=True):
    source: str
    bars: Mapping[int, Bar]  # by the place of the section, in their order; none of a section that has nothing of it
    passages: int  # distinct slices cited anywhere, the overview included
    characters: int  # in them, each once

    @property
    def sections(self) -> int:
        return sum(1 for bar in self.bars.values() if bar.cited)

    @property
    def share(self) -> str:
        """Percent of what was read for the sections that they cite; "" where a section does not tell what it read."""
        bars = self.bars.values()
        said, cited = sum(bar.said for bar in bars), sum(bar.cited for bar in bars)
        if not said or any(bar.cited > bar.said for bar in bars):
            return ""
        return "<1" if 0 < 100 * cited < said else str(round(100 * cited / said))


def lanes(briefing: Briefing) -> tuple[Lane, ...]:
    bars: dict[str, dict[int, Bar]] = {source.id: {} for source in briefing.sources}
    for place, section in enumerate(briefing.sections):
        for source, bar in _bars(section, briefing.evidence):
            bars.setdefault(source, {})[place] = bar
    cited = _by_source(((cite, False) for cite in cites_of_all(briefing)), briefing.evidence)
    return tuple(_lane(source.id, bars[source.id], cited.get(source.id, [])) for source in briefing.sources)


def highest(found: Iterable[Lane]) -> int:
    """Characters of the highest bar, at least 1: what the others are drawn against."""
    return max((max(bar.said, bar.cited) for lane in found for bar in lane.bars.values()), default=1) or 1


def _lane(source: str, bars: Mapping[int, Bar], cited: Sequence[tuple[Cite, bool]]) -> Lane:
    every = [cite for cite, _ in cited]
    return Lane(source, bars, len({(cite.evidence, cite.start, cite.end) for cite in every}), _characters(every))


def _bars(section: Section, evidence: Mapping[str, Evidence]) -> Iterator[tuple[str, Bar]]:
    """Of each source that the section has read or cites."""
    found = _by_source(_cites(section.fields), evidence)
    for source in dict.fromkeys([*section.length, *found]):
        cites = found.get(source, [])
        quoted = _characters(cite for cite, whole in cites if whole)
        yield source, Bar(section.length.get(source, 0), _characters(cite for cite, _ in cites), quoted)


def _by_source(
    cites: Iterable[tuple[Cite, bool]], evidence: Mapping[str, Evidence]
) -> dict[str, list[tuple[Cite, bool]]]:
    found: dict[str, list[tuple[Cite, bool]]] = {}
    for cite, quoted in cites:
        if cite.evidence in evidence:
            found.setdefault(evidence[cite.evidence].source, []).append((cite, quoted))
    return found


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
