"""Whether declarations of style hide what they are for. In: the declarations. Out: verdicts.

Each rule knows one way to hide: none, clear, cut away, shrunk, turned aside, moved off the screen, blurred. Lengths are
weighed roughly, for a screen of about 1600 by 1000 pixels.
"""

import re
from collections.abc import Callable, Iterator, Mapping

Style = Mapping[str, str]

_FAR = 900  # pixels off the screen to the left or the top that no layout needs
_WIDE = 5000  # pixels to the right that nobody scrolls to; downwards there is no such bound
_FAINT = 0.05  # of an opacity of 1
_BLUR = 8  # pixels
_THIN = 0.02  # of its size
_CRAMPED = -14  # pixels between letters
_UNITS = {
    "px": 1.0, "em": 16, "rem": 16, "pt": 1.3, "pc": 16, "vw": 16, "vh": 10, "vmin": 10, "vmax": 16, "cm": 38,
    "mm": 3.8, "q": 0.95, "in": 96, "ch": 8, "ex": 8, "ic": 16, "cap": 12, "lh": 20, "rlh": 20, "svh": 10,
    "lvh": 10, "dvh": 10, "svw": 16, "lvw": 16, "dvw": 16, "": 1.0,
}  # fmt: skip
_LENGTH = re.compile(r"([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?)(%|[a-z]*)")
_FUNCTION = re.compile(r"([a-z0-9]+)\(((?:[^()]|\([^()]*\))*)\)")
_MOTION = ("transform", "transition", "animation", "will-change")
_STILL = frozenset(["none", "auto", "unset", "initial", "0s", "all 0s", ""])
_PLACED = ("absolute", "fixed", "relative", "sticky")
_SIDES = ("top", "right", "bottom", "left")
_LOGICAL = {"inline-start": "left", "inline-end": "right", "block-start": "top", "block-end": "bottom"}
_CLEAR = re.compile(r"transparent|#000(?:0{5})?0\b|rgba?\([^()]*[,/]\s*0%?\s*\)")
_INK = re.compile(r"#[0-9a-f]{3,8}|(?:rgb|hsl)a?\([^()]*\)|\b(?:black|white|red|green|blue|grey|gray)\b")


def unseen(style: Style) -> bool:
    """Whether this takes an element and all that is in it out of sight, whatever is set inside."""
    return any(rule(style) for rule in _RULES)


def no_size(style: Style) -> bool:
    """Whether letters are set in a size that nobody can read."""
    short = (size for size in re.findall(r"(?:^|\s)(\d*\.?\d+[a-z%]*)(?=\s|/)", style.get("font", "")))
    size = style.get("font-size") or next((size for size in short if not size.isdigit() or size == "0"), "")
    return is_tiny(size, whole=16) or style.get("font-size-adjust", "") in ("0", "0.0")  # font: 400 is a weight


def is_tiny(size: str, whole: float = 1600) -> bool:
    """Whether a size is a pixel or less. whole: what 100 % are, in pixels."""
    name, _, inner = size.partition("(")
    lengths = [abs(_pixels(number, unit, whole)) for number, unit in _LENGTH.findall(inner or size)]
    if not inner:
        return len(lengths) == 1 and lengths[0] <= 1 and bool(_LENGTH.fullmatch(size))
    if name == "min":
        return bool(lengths) and min(lengths) <= 1
    zero = name == "calc" and re.search(r"\*\s*0+(?:\.0*)?\s*\)|\(\s*0+(?:\.0*)?\s*\*", size)
    return name in ("calc", "clamp", "max") and bool(lengths) and (bool(zero) or max(lengths) <= 1)


def _pixels(number: str, unit: str, whole: float = 1000) -> float:
    return float(number) * (whole / 100 if unit == "%" else _UNITS.get(unit, 1.0))


def _length(value: str, whole: float = 1000) -> float:
    """The first length of a value in pixels, roughly; 0 where there is none."""
    found = _LENGTH.search(value)
    return _pixels(found[1], found[2], whole) if found else 0.0


def _none(style: Style) -> bool:
    return (
        style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or style.get("content-visibility") == "hidden"
        or style.get("-webkit-text-security", "none") not in ("none", "")
    )


def _transparent(style: Style) -> bool:
    """Opacity 0 or next to it, unless it is where a movement starts: pages let their text appear so."""
    if not _is_faint(style.get("opacity", "1")):
        return False
    return not any(name.startswith(_MOTION) and value not in _STILL for name, value in style.items())


def _is_faint(value: str) -> bool:
    inner = value.removeprefix("calc(").rstrip(")")
    found = _LENGTH.fullmatch(inner.strip())
    return found is not None and float(found[1]) <= (100 * _FAINT if found[2] == "%" else _FAINT)


def _filtered(style: Style) -> bool:
    for name, value in _functions(style.get("filter", "") + " " + style.get("-webkit-filter", "")):
        if (name in ("opacity", "contrast") and _is_faint(value)) or (name == "blur" and _length(value) >= _BLUR):
            return True
    masks = " ".join(value for name, value in style.items() if name.endswith(("mask", "mask-image")))
    if "gradient(" in masks and _CLEAR.search(masks) and not _INK.search(_CLEAR.sub("", masks)):
        return True
    return any(name.endswith("mask-size") and is_tiny(value.split(" ")[0]) for name, value in style.items())


def _functions(value: str) -> Iterator[tuple[str, str]]:
    return ((found[1], found[2].strip()) for found in _FUNCTION.finditer(value))


def _off_screen(style: Style) -> bool:
    placed = style.get("position", "")
    padding = " ".join(value for name, value in style.items() if name.startswith("padding"))
    padded = any(_pixels(number, unit) >= _FAR for number, unit in _LENGTH.findall(padding))
    for side, value in _moved(style):
        if (side.startswith("margin-") and not padded) or (placed in _PLACED and not side.startswith("margin-")):
            far = _length(value)
            right = side.endswith("left") and far >= _WIDE
            if far <= -_FAR or right or (placed == "fixed" and far >= 1.5 * _FAR and not side.startswith("margin-")):
                return True
    indent = style.get("text-indent", "")
    if _length(indent) <= -_FAR or (_length(indent) >= _FAR and _hides(style)):
        return True
    return _length(style.get("word-spacing", "")) <= -_FAR or _length(style.get("letter-spacing", "")) <= _CRAMPED


def _moved(style: Style) -> Iterator[tuple[str, str]]:
    """The distances that an element is moved by, by side, whatever they were written as."""
    for name, value in style.items():
        prefix = "margin-" if name.startswith("margin") else ""
        if name in ("inset", "margin"):
            yield from zip((f"{prefix}{side}" for side in _SIDES), _four(value), strict=False)
        elif name in _SIDES or name in ("margin-left", "margin-top"):
            yield name, value
        elif name.startswith(("inset-", "margin-")) and (side := _LOGICAL.get(name.partition("-")[2])):
            yield prefix + side, value
        elif name in ("inset-inline", "margin-inline"):
            yield f"{prefix}left", value.split(" ")[0]


def _four(value: str) -> list[str]:
    """One to four lengths as those of the top, right, bottom and left."""
    parts = value.split()[:4]
    return parts + [parts[n] for n in ((0, 0, 0), (0, 1), (1,), ())[len(parts) - 1]] if parts else []


def _transformed(style: Style) -> bool:
    shifts = style.get("translate", "").split()[:2]
    if any(_length(shift) <= -_FAR for shift in shifts) or (shifts and _length(shifts[0]) >= _WIDE):
        return True
    if any(_is_thin(part) for part in style.get("scale", "").split()[:2]) or _is_thin(style.get("zoom", "")):
        return True
    return any(_vanishes(name, value.split(",")) for name, value in _functions(style.get("transform", "")))


def _is_thin(value: str) -> bool:
    found = _LENGTH.fullmatch(value.strip())
    return found is not None and abs(float(found[1])) < (100 * _THIN if found[2] == "%" else _THIN)


def _vanishes(name: str, values: list[str]) -> bool:
    """Whether one function of a transformation leaves nothing to see."""
    if name.startswith("scale"):
        return any(map(_is_thin, values[: 1 if name in ("scalex", "scaley") else 2]))
    if name.startswith("translate"):
        return any(_length(value) <= -_FAR for value in values[:2]) or (
            name != "translatey" and _length(values[0]) >= _WIDE
        )
    if name in ("rotatex", "rotatey"):
        found = _LENGTH.match(values[0].strip())
        turn = {"deg": 1, "turn": 360, "rad": 57.3, "grad": 0.9}
        return found is not None and abs(abs(float(found[1]) * turn.get(found[2], 1)) % 180 - 90) < 1
    if name == "matrix" and len(values) == 6:
        a, b, c, d = (_length(value) for value in values[:4])
        return abs(a * d - b * c) < _THIN * _THIN
    return False


def _clipped(style: Style) -> bool:
    edges = re.findall(r"-?\d*\.?\d+", style.get("clip", ""))
    fixed = style.get("position") in ("absolute", "fixed")
    if fixed and len(edges) == 4 and all(float(edge) <= 1 for edge in edges):
        return True
    return any(
        _cuts_all(*found) for found in _functions(style.get("clip-path", "") + style.get("-webkit-clip-path", ""))
    )


def _cuts_all(name: str, value: str) -> bool:
    numbers = [(float(number), unit) for number, unit in _LENGTH.findall(value.partition(" at ")[0])]
    if name == "inset":
        top, right, bottom, left = (number if unit == "%" else 0 for number, unit in _padded(numbers))
        return top + bottom >= 100 or left + right >= 100
    if name in ("circle", "ellipse"):
        return bool(numbers) and min(number for number, _ in numbers) <= 0
    if name == "xywh":
        return len(numbers) >= 4 and min(numbers[2][0], numbers[3][0]) <= 0
    return name in ("polygon", "rect") and all(number <= 0 for number, _ in numbers)


def _padded(numbers: list[tuple[float, str]]) -> list[tuple[float, str]]:
    parts = numbers[:4] or [(0.0, "")]
    return parts + [parts[n] for n in ((0, 0, 0), (0, 1), (1,), ())[len(parts) - 1]]


def _cut_off(style: Style) -> bool:
    sizes = (f"{most}{side}" for most in ("", "max-") for side in ("height", "width", "block-size", "inline-size"))
    lines = _LENGTH.fullmatch(style.get("line-height", ""))
    return _hides(style) and (
        any(is_tiny(style.get(name, "")) for name in sizes) or bool(lines and not float(lines[1]))
    )


def _hides(style: Style) -> bool:
    """Whether what does not fit in is cut off."""
    return any(
        name.startswith("overflow") and value.startswith(("hidden", "clip", "auto", "scroll"))
        for name, value in style.items()
    )


_RULES: tuple[Callable[[Style], bool], ...] = (
    _none, _transparent, _filtered, _off_screen, _transformed, _clipped, _cut_off,
)  # fmt: skip
