"""What the picture at the head of the page counts."""

import pytest
from msgspec.structs import replace

from briefing.renderers.coverage import Bar, Lane, highest, lanes
from tests.renderers.sample import german, tides


def test_bars_count_each_character_once_and_tell_what_is_quoted() -> None:
    review, notes, report = lanes(tides())
    blades = next(e.text for e in tides().evidence.values() if e.text.startswith("January belonged"))
    cited = blades.index(" It did")  # from the first word to the quoted sentence, less the spaces between sentences
    assert review.bars[0] == Bar(1210, cited - 2, len("Nobody had expected the wood to outlast the winter."))
    assert report.bars[0] == Bar(95, len("Heron | 1,488 | 412"), 0)
    assert report.bars[2] == Bar(70, 0, 0)
    assert (review.sections, notes.sections, report.sections) == (3, 3, 2)
    assert highest([review, notes, report]) == 1475


def test_the_overview_counts_as_a_whole_only() -> None:
    (lane,) = lanes(german())
    assert lane.passages == 4  # the introduction cites what January cites, and nothing new
    assert lane.characters == sum(len(e.text) for e in german().evidence.values()) - 2
    assert 2 not in lane.bars  # nothing of it was read for March, nor is cited there


@pytest.mark.parametrize(
    ("bars", "share"),
    [
        ([Bar(200, 23, 0), Bar(0, 0, 0)], "12"),
        ([Bar(100, 23, 0), Bar(0, 0, 0)], "23"),
        ([Bar(100, 100, 100)], "100"),
        ([Bar(100, 0, 0)], "0"),
        ([Bar(1000, 1, 0)], "<1"),
        ([Bar(0, 5, 0)], ""),  # unknown, as early versions left it
        ([Bar(100, 5, 0), Bar(0, 5, 0)], ""),
        ([], ""),
    ],
)
def test_share_of_what_was_read(bars: list[Bar], share: str) -> None:
    assert Lane("a", dict(enumerate(bars)), 0, 0).share == share


def test_the_share_is_that_of_the_sections() -> None:
    review, *_ = lanes(tides())
    cited = sum(bar.cited for bar in review.bars.values())
    assert review.characters > cited  # the overview cites the introduction, too, which no section read
    assert review.share == str(round(100 * cited / (1210 + 860 + 1475)))


def test_nothing_cited() -> None:
    empty = replace(tides(), sections=())
    assert highest(lanes(replace(empty, sources=()))) == 1
    assert all(lane.bars == {} for lane in lanes(empty))
