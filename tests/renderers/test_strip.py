"""What is drawn of the sections beside a source."""

import pytest

from briefing.renderers.coverage import Bar
from briefing.renderers.strip import CROWDED_HEIGHT, HEIGHT, Strip


@pytest.mark.parametrize(
    ("sections", "mirrored", "step", "first", "width"),
    [(3, False, 1, "13.667%", "6.000%"), (3, True, 1, "80.333%", "6.000%"), (60, False, 12, "0.217%", "1.233%")],
)
def test_columns(sections: int, mirrored: bool, step: int, first: str, width: str) -> None:
    strip = Strip(sections, 1, mirrored)
    assert (strip.step, strip.x(0), strip.width) == (step, first, width)


def test_a_long_row_is_higher() -> None:
    assert (Strip(16, 1, False).height, Strip(17, 1, False).height) == (HEIGHT, CROWDED_HEIGHT)


@pytest.mark.parametrize(
    ("bar", "layers"),
    [
        (Bar(1000, 250, 50), [("said", "0.0", "44.0"), ("cited", "33.0", "11.0"), ("quoted", "41.8", "2.2")]),
        (Bar(500, 250, 0), [("said", "22.0", "22.0"), ("cited", "33.0", "11.0")]),
        (Bar(500, 0, 0), [("said", "22.0", "22.0")]),
        (Bar(10, 10, 1), [("said", "41.0", "3.0"), ("cited", "41.0", "3.0"), ("quoted", "42.5", "1.5")]),
        (Bar(0, 250, 50), [("cited", "33.0", "11.0"), ("quoted", "41.8", "2.2")]),  # how much was read is unknown
        (Bar(0, 0, 0), []),
    ],
)
def test_layers(bar: Bar, layers: list[tuple[str, str, str]]) -> None:
    assert Strip(3, 1000, False).layers(bar) == layers
