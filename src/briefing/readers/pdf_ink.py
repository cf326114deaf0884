"""What a page of a PDF shows of its text. In: its drawing instructions, one by one. Out: the same, without hidden text.

Hidden is what is drawn with no ink, with ink that nothing can be seen of, in the colour of what was painted below it,
smaller than a point, off the page, or on a layer that is switched off. Text without ink is what recognition lays over a
scan: a page that has nearly no other text is read as it is.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

Colour = tuple[float, float, float] | None  # red, green, blue from 0 to 1; None where it cannot be told
Box = tuple[float, float, float, float]  # left, bottom, right, top
Matrix = Sequence[float]

_WHITE = (1.0, 1.0, 1.0)
_ALIKE = 0.06  # in each of red, green and blue
_SMALL = 1.0  # points
_FAINT = 0.05
_AWAY = 1000  # points to the left of a page from which no line reaches into it
_MOST = 5000  # painted areas that are remembered
_NO_INK = (3, 7)  # text rendering modes (ISO 32000, 9.3.6)
_FILLED = (0, 4)
_SHOWS = (b"Tj", b"TJ", b"'", b'"')
_FILLS = (b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*")
_ENDS = (*_FILLS, b"S", b"s", b"n")
_SPACES = {"/DeviceGray": 1, "/CalGray": 1, "/G": 1}
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class _State(Struct, frozen=True):
    """What q saves and Q brings back."""

    colour: Colour = (0.0, 0.0, 0.0)
    space: str = ""
    mode: int = 0
    alpha: float = 1.0
    size: float = 0.0


class Ink(Struct):
    """To be told of each instruction before and after it is carried out, as pypdf's extract_text does."""

    box: Box
    alphas: Mapping[str, float] = field(default_factory=dict)  # of the graphics states that the page names
    off: frozenset[str] = frozenset()  # names of the layers that are switched off
    recognized: bool = False  # text without ink is that of a scan
    shown: int = 0  # characters
    inkless: int = 0  # characters that are hidden by nothing but their mode
    hidden: int = 0  # all characters that are
    _state: _State = field(default_factory=_State)
    _saved: list[_State] = field(default_factory=list)
    _painted: list[tuple[Box, Colour]] = field(default_factory=list)
    _path: list[tuple[float, float]] = field(default_factory=list)
    _marked: list[bool] = field(default_factory=list)  # of the open marked contents, which are on such a layer
    _forms: list[tuple[Matrix, int]] = field(default_factory=list)  # where a form is drawn, and what was counted then
    _count: int = 0

    def before(self, operator: bytes, operands: Any, cm: Matrix, tm: Matrix) -> None:
        self._count += 1
        if operator in _SHOWS:
            self._show(operator, operands, cm, tm)
        elif operator == b"Do":
            self._forms.append((_times(cm, self._base), self._count))
        elif (step := _STEPS.get(operator)) is not None:
            step(self, operands, cm)
        elif operator in _ENDS:
            if operator in _FILLS and self._path:
                self._paint(_around(self._path), self._state.colour)
            self._path = []

    def after(self, operator: bytes, _operands: Any, _cm: Matrix, _tm: Matrix) -> None:
        if operator == b"Do" and self._forms:
            place, count = self._forms.pop()
            if count == self._count:  # nothing was drawn by it: a picture
                self._paint(_around([_at(place, x, y) for x, y in ((0, 0), (0, 1), (1, 0), (1, 1))]), None)

    @property
    def _base(self) -> Matrix:
        return self._forms[-1][0] if self._forms else _IDENTITY

    def _show(self, operator: bytes, operands: Any, cm: Matrix, tm: Matrix) -> None:
        count = sum(map(_letters, operands))
        place = _times(_times(tm, cm), self._base)
        if self._is_hidden(place):
            self.hidden += count
            _silence(operator, operands)
        elif self._state.mode in _NO_INK and not self.recognized:
            self.inkless += count
            _silence(operator, operands)
        else:
            self.shown += count

    def _is_hidden(self, place: Matrix) -> bool:
        x, y = place[4], place[5]
        left, bottom, right, top = self.box
        if any(self._marked) or self._state.alpha <= _FAINT:
            return True
        if not (left - _AWAY < x < right and bottom <= y <= top):
            return True
        if 0 < abs(self._state.size) * math.hypot(place[2], place[3]) < _SMALL:
            return True
        return self._state.mode in _FILLED and _alike(self._state.colour, self._below(x, y + 1))

    def _below(self, x: float, y: float) -> Colour:
        """What was painted last at a place."""
        if len(self._painted) > _MOST:
            return None
        covering = (
            ink for (left, low, right, high), ink in reversed(self._painted) if left <= x <= right and low <= y <= high
        )
        return next(covering, _WHITE)

    def _paint(self, box: Box, colour: Colour) -> None:
        if len(self._painted) <= _MOST:
            self._painted.append((box, colour if self._state.alpha > 1 - _FAINT else None))

    # ── Steps ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _save(self, _operands: Any, _cm: Matrix) -> None:
        self._saved.append(self._state)

    def _restore(self, _operands: Any, _cm: Matrix) -> None:
        self._state = self._saved.pop() if self._saved else self._state

    def _set(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)

    def _space(self, operands: Any, _cm: Matrix) -> None:
        self._set(space=str(operands[0]) if operands else "", colour=None)

    def _colour(self, operands: Any, _cm: Matrix) -> None:
        values = _numbers(operands)
        known = len(values) != 1 or self._state.space in _SPACES
        self._set(colour=_mixed(values) if known and len(values) == len(operands) else None)

    def _direct(self, operands: Any, _cm: Matrix) -> None:
        self._set(colour=_mixed(_numbers(operands)), space="")

    def _mode(self, operands: Any, _cm: Matrix) -> None:
        values = _numbers(operands)
        self._set(mode=int(values[0]) if values else 0)

    def _font(self, operands: Any, _cm: Matrix) -> None:
        values = _numbers(operands[1:])
        self._set(size=values[0] if values else 0.0)

    def _graphics(self, operands: Any, _cm: Matrix) -> None:
        self._set(alpha=self.alphas.get(str(operands[0]), self._state.alpha) if operands else 1.0)

    def _open(self, operands: Any, _cm: Matrix) -> None:
        layer = len(operands) > 1 and str(operands[0]) == "/OC"
        self._marked.append(layer and str(operands[1]) in self.off)

    def _close(self, _operands: Any, _cm: Matrix) -> None:
        if self._marked:
            self._marked.pop()

    def _draw(self, operands: Any, cm: Matrix) -> None:
        values = _numbers(operands)
        place = _times(cm, self._base)
        self._path += [_at(place, x, y) for x, y in zip(values[::2], values[1::2], strict=False)]

    def _rectangle(self, operands: Any, cm: Matrix) -> None:
        values = _numbers(operands)
        if len(values) == 4:
            x, y, width, height = values
            self._draw([x, y, x + width, y + height, x, y + height, x + width, y], cm)


_STEPS: dict[bytes, Callable[[Ink, Any, Matrix], None]] = {
    b"q": Ink._save, b"Q": Ink._restore, b"cs": Ink._space, b"sc": Ink._colour, b"scn": Ink._colour,
    b"g": Ink._direct, b"rg": Ink._direct, b"k": Ink._direct, b"Tr": Ink._mode, b"Tf": Ink._font, b"gs": Ink._graphics,
    b"BDC": Ink._open, b"BMC": Ink._open, b"EMC": Ink._close, b"re": Ink._rectangle,
    b"m": Ink._draw, b"l": Ink._draw, b"c": Ink._draw, b"v": Ink._draw, b"y": Ink._draw,
}  # fmt: skip


def _silence(operator: bytes, operands: Any) -> None:
    """Take the text out of an instruction."""
    place = {b'"': 2}.get(operator, 0)
    if operator == b"TJ" and operands:
        operands[0] = type(operands[0])()
    elif len(operands) > place:
        operands[place] = type(operands[place])(b"" if isinstance(operands[place], bytes) else "")


def _letters(operand: Any) -> int:
    if isinstance(operand, list):
        return sum(map(_letters, operand))
    return len(operand) if isinstance(operand, str | bytes) else 0


def _numbers(operands: Any) -> list[float]:
    return [float(value) for value in operands if isinstance(value, int | float)]


def _mixed(values: Sequence[float]) -> Colour:
    """A colour of one, three or four components."""
    if not all(0 <= value <= 1 for value in values):
        return None
    if len(values) == 1:
        return (values[0], values[0], values[0])
    if len(values) == 3:
        return (values[0], values[1], values[2])
    if len(values) == 4:
        red, green, blue = ((1 - value) * (1 - values[3]) for value in values[:3])
        return (red, green, blue)
    return None


def _alike(one: Colour, other: Colour) -> bool:
    return one is not None and other is not None and all(abs(a - b) <= _ALIKE for a, b in zip(one, other, strict=True))


def _times(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    return matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]


def _around(points: Sequence[tuple[float, float]]) -> Box:
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)
