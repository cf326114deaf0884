"""The picture of what a briefing rests on. In: how many sections, and their bars. Out: places and heights to draw."""

from math import ceil

from msgspec import Struct

from briefing.renderers.coverage import Bar

HEIGHT, CROWDED_HEIGHT = 44, 72  # of the highest bar, in pixels; a long row is wide, and mostly has a few high bars
LEAST_SAID, LEAST_CITED = 3.0, 1.5  # pixels: what is there is seen
BAR, WIDEST = 0.74, 0.06  # of a column's width, and of the width of all
ALL_LABELLED, FEW_LABELS = 16, 5  # as many columns have a label each; of more, so many do


class Strip(Struct, frozen=True):
    """A row of sections. highest: the characters of the highest bar. mirrored: the first one stands at the right."""

    sections: int
    highest: int
    mirrored: bool

    @property
    def width(self) -> str:
        return f"{100 * self._width:.3f}%"

    @property
    def _width(self) -> float:
        return min(BAR / self.sections, WIDEST)

    @property
    def crowded(self) -> bool:
        return self.sections > ALL_LABELLED

    @property
    def height(self) -> int:
        return CROWDED_HEIGHT if self.crowded else HEIGHT

    @property
    def step(self) -> int:
        """Every how many sections there is room for a label."""
        return ceil(self.sections / FEW_LABELS) if self.crowded else 1

    def x(self, index: int) -> str:
        place = self.sections - 1 - index if self.mirrored else index
        return f"{100 * ((place + 0.5) / self.sections - self._width / 2):.3f}%"

    def layers(self, bar: Bar) -> list[tuple[str, str, str]]:
        """What is drawn of a bar, from the back to the front: a name, the upper edge, the height. Citations and
        quotations have their share of its height; where it is unknown how much was read, citations are the whole."""
        said = max(bar.said, bar.cited)
        if not said:
            return []
        whole = max(self.height * said / self.highest, LEAST_SAID)
        parts = {"said": bar.said, "cited": bar.cited, "quoted": bar.quoted}
        heights = {name: max(whole * min(part / said, 1), LEAST_CITED) for name, part in parts.items() if part}
        return [(name, f"{self.height - height:.1f}", f"{height:.1f}") for name, height in heights.items()]
