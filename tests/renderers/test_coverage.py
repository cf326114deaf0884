"""What the picture at the head of the page counts."""

from dataclasses import replace

from briefing.renderers.coverage import Bar, highest, lanes
from tests.renderers.sample import german, tides


def test_bars_count_each_character_once_and_tell_what_is_quoted() -> None:
    review, notes, report = lanes(tides())
    blades = next(e.text for e in tides().evidence.values() if e.text.startswith("January belonged"))
    cited = blades.index(" It did")  # from the first word to the quoted sentence, less the spaces between sentences
    assert review.bars[0] == Bar(cited - 2, len("Nobody had expected the wood to outlast the winter."), True)
    assert report.bars[0] == Bar(len("Heron | 1,488 | 412"), 0, False)
    assert report.bars[2] == Bar(0, 0, True)
    assert (review.sections, notes.sections, report.sections) == (3, 3, 2)
    assert highest([review, notes, report]) == max(bar.cited for bar in review.bars + notes.bars + report.bars)


def test_the_overview_counts_as_a_whole_only() -> None:
    (lane,) = lanes(german())
    assert lane.passages == 4  # the introduction cites what January cites, and nothing new
    assert lane.characters == sum(len(e.text) for e in german().evidence.values()) - 2
    assert [bar.read for bar in lane.bars] == [True, True, True]
    assert lane.bars[2] == Bar(0, 0, True)


def test_nothing_cited() -> None:
    empty = replace(tides(), sections=())
    assert highest(lanes(replace(empty, sources=()))) == 1
    assert all(lane.bars == () for lane in lanes(empty))
