"""What the style of a page says of an element, as far as the page itself shows it. In: declarations. Out: verdicts.

Read are the inline `style` attribute and the page's own <style> elements, of those the rules for one element alone
(`x`, `.a`, `p.a.b`, `#c`), for screens of every size. What a style sheet elsewhere or a script does needs a browser.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from lxml import etree

Style = Mapping[str, str]

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_BLOCK = re.compile(r"(@[^{};@]*+)\{((?:[^{}]*+\{[^{}]*+\})*+)[^{}]*+\}")  # an at-rule with rules in it
_ESCAPE = re.compile(r"\\0{0,4}([46][1-9a-fA-F]|[57][0-9aA])(?![0-9a-fA-F])\s?")  # a letter
_NAME = re.compile(r"[.#][\w-]+")
_COMPOUND = re.compile(r"([a-z][\w-]*)?((?:[.#][\w-]+)*)")
_EVERY_SCREEN = re.compile(r"@media\s*(?:only\s+)?(?:screen|all)\s*|@(?:layer|supports)\b.*", re.DOTALL)
_FONT = re.compile(r"(?:^|\s)(\d*\.?\d+(?:px|r?em|pt|vw|vh|%)?)(?=\s|/)")  # the size in `font: bold 12px/1.5 serif`
_FADED = re.compile(r"opacity\(\s*0*\.?0*%?\s*\)")
_NUMBER = re.compile(r"-?\d*\.?\d+")
_SIZE = re.compile(r"([-+]?(?:\d+\.?\d*|\.\d+))(px|r?em|pt|vw|vh|%)?")
_FAR = 900  # pixels off the screen that no layout needs
_SHADE = 16  # of 255, in each of red, green and blue
_PLACED = ("left", "right", "top", "bottom")
_AWAY = ("text-indent", "margin-left", "margin-top", *_PLACED)
_CUT = frozenset(["clip", "clip-path", "overflow"])
_MOTION = ("transform", "transition", "animation", "will-change")
# Without one of these words no declaration hides anything, nor shows it again.
TELLING = re.compile(
    r"display|visib|opacity|position|indent|margin|clip|font|color|background|transform|overflow|\\", re.I
)
_SMALL_OR_AWAY = re.compile(r":\s*-\d{2}|font-size:\s*[01.]|scale\(0|translate\w*\(-")
MOST = 100_000  # rules that hide, and as many that show, of one page; the last ones are those that are too many
_NAMES = {
    "white": "#ffffff", "black": "#000000", "red": "#ff0000", "lime": "#00ff00", "green": "#008000",
    "blue": "#0000ff", "yellow": "#ffff00", "gray": "#808080", "grey": "#808080", "silver": "#c0c0c0",
    "snow": "#fffafa", "ivory": "#fffff0", "whitesmoke": "#f5f5f5",
}  # fmt: skip


@lru_cache(maxsize=1024)
def declarations(style: str) -> Style:
    """`display: NONE !important` as {"display": "none"}; the last of two declarations of a property holds."""
    if "\\" in style or "/*" in style:
        style = _plain(style)
    found: dict[str, str] = {}
    for part in style.lower().split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip()] = value.partition("!")[0].strip()
    return found


def _plain(sheet: str) -> str:
    """Without comments, and with letters for escaped letters."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), _COMMENT.sub(" ", sheet))


def unseen(style: Style) -> bool:
    """Whether this takes an element and all that is in it out of sight, whatever is set inside."""
    return (
        style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or style.get("content-visibility") == "hidden"
        or _transparent(style)
        or _off_screen(style)
        or _clipped(style)
    )


def _transparent(style: Style) -> bool:
    """Opacity 0 or next to it, unless it is where a movement starts: pages let their text appear so."""
    if _FADED.search(style.get("filter", "")):
        return True
    found = _SIZE.fullmatch(style.get("opacity", "1"))
    if not found or float(found[1]) > (5 if found[2] == "%" else 0.05):
        return False
    return not any(name.startswith(_MOTION) for name in style)


def _off_screen(style: Style) -> bool:
    placed = style.get("position") in ("absolute", "fixed")
    for name in _AWAY:
        if name in style and (placed or name not in _PLACED) and _length(style[name]) <= -_FAR:
            return True
    transform = style.get("transform", "")
    return "scale(0)" in transform or (transform.startswith("translate") and _length(transform) <= -_FAR)


def _clipped(style: Style) -> bool:
    if style.keys().isdisjoint(_CUT):
        return False
    edges = _NUMBER.findall(style.get("clip", ""))
    if style.get("position") in ("absolute", "fixed") and len(edges) == 4 and all(float(edge) <= 1 for edge in edges):
        return True
    if re.match(r"(?:inset\((?:50|100)%|circle\(0)", style.get("clip-path", "")):
        return True
    hides = style.get("overflow", "").startswith(("hidden", "clip"))
    sizes = [style.get(name, "") for name in ("height", "max-height", "width", "max-width")]
    return hides and any(map(_tiny, sizes))


def _tiny(size: str, whole: float = 1600) -> bool:
    """Whether a size is a pixel or less. whole: what 100 % are, in pixels."""
    found = _SIZE.fullmatch(size)
    factor = {"em": 16, "rem": 16, "pt": 1.3, "%": whole / 100}
    return found is not None and abs(float(found[1])) * factor.get(found[2] or "px", 1) <= 1


def _length(value: str) -> float:
    """The first length of a value in pixels, roughly: an em counts as 16, a per cent of the screen as 10."""
    found = re.search(r"(-?\d*\.?\d+)(px|r?em|vw|vh|%|pt|cm|in)?", value)
    if not found:
        return 0.0
    factor = {"em": 16, "rem": 16, "vw": 10, "vh": 10, "%": 10, "cm": 38, "in": 96}.get(found[2] or "px", 1)
    return float(found[1]) * factor


def no_size(style: Style) -> bool:
    """Whether letters are set in a size that nobody can read."""
    short = [
        size for size in _FONT.findall(style.get("font", "")) if not size.isdigit() or size == "0"
    ]  # 400 is a weight
    return _tiny(style.get("font-size") or next(iter(short), ""), whole=16)


def colour(value: str) -> str:
    """A colour as #rrggbb, "transparent", or "" where it is not one that can be compared."""
    value = value.strip().lower()
    value = _NAMES.get(value, value)
    if re.fullmatch(r"#[0-9a-f]{3,4}", value):
        value = "#" + "".join(2 * digit for digit in value[1:])
    if re.fullmatch(r"#[0-9a-f]{6}(?:[0-9a-f]{2})?", value):
        return "transparent" if value[7:] == "00" else value[:7]
    if found := re.fullmatch(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+%?))?\s*\)", value):
        if found[4] and not float(found[4].rstrip("%")):
            return "transparent"
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in found.groups()[:3])
    clear = re.fullmatch(r"(?:hsla?|hwb|lab|lch|oklab|oklch|color|rgba?)\([^()]*[,/]\s*0*\.?0*%?\s*\)", value)
    faded = clear and ("/" in value or value.count(",") == 3)
    return "transparent" if value == "transparent" or faded else ""


def alike(one: str, other: str) -> bool:
    """Whether two colours, as #rrggbb, cannot be told apart by eye."""
    return all(abs(int(one[n : n + 2], 16) - int(other[n : n + 2], 16)) <= _SHADE for n in (1, 3, 5))


def background(style: Style) -> str:
    return colour(style.get("background-color", "")) or colour(style.get("background", "").split(" ")[0])


# ── Rules ───────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Rule:
    tag: str
    ids: frozenset[str]
    classes: frozenset[str]
    style: Style
    order: int

    @property
    def name(self) -> str:
        """One that an element must have to be meant: `#id`, `.class`, or its tag."""
        return min([f"#{name}" for name in self.ids] or [f".{name}" for name in self.classes], default=self.tag)

    @property
    def weight(self) -> tuple[int, int, int, int]:
        return len(self.ids), len(self.classes), bool(self.tag), self.order

    def matches(self, tag: str, name: str, classes: frozenset[str]) -> bool:
        return (not self.tag or self.tag == tag) and self.classes <= classes and (not self.ids or self.ids == {name})


class Rules:
    """The rules of a page that hide an element by its tag, class or id, and those that show one again."""

    def __init__(self, sheets: Iterable[str]) -> None:
        sheet = "}".join(map(_on_every_screen, sheets))
        rules, lowered = sheet.split("}"), sheet.lower().split("}")  # each without the brace that ends it
        self._hiding = _entered(rules, [n for n, rule in enumerate(lowered) if _may_hide(rule)], hiding=True)
        shows = [n for n, rule in enumerate(lowered) if "display" in rule or "visib" in rule] if self._hiding else []
        self._showing = _entered(rules, shows, hiding=False)
        found = [rule for names in (self._hiding, self._showing) for rules in names.values() for rule in rules]
        self.size = len(found)
        self._classes = frozenset(name for rule in found for name in rule.classes)
        self._ids = frozenset(name for rule in found for name in rule.ids)
        self._verdicts: dict[tuple[str, str, frozenset[str]], bool] = {}
        self.weighed = 0  # rules that were held against an element

    def __bool__(self) -> bool:
        return bool(self._hiding)

    @property
    def tags(self) -> list[str]:
        """The elements that are hidden by their tag alone."""
        return [name for name in self._hiding if name[0] not in ".#"]

    def hide(self, element: etree._Element) -> bool:
        """Whether the rules that match this element, the strongest last, leave it out of sight."""
        if not self._hiding:
            return False
        classes = self._classes.intersection((element.get("class") or "").split())
        name = element.get("id", "")
        key = (element.tag, name if name in self._ids else "", classes)  # elements alike in these are judged once
        if (verdict := self._verdicts.get(key)) is None:
            verdict = self._verdicts[key] = self._judge(*key)
        return verdict

    def _judge(self, tag: str, name: str, classes: frozenset[str]) -> bool:
        names = {*(f".{each}" for each in classes), f"#{name}", tag}
        if self._hiding.keys().isdisjoint(names):
            return False
        candidates = [rule for found in (self._hiding, self._showing) for each in names for rule in found.get(each, ())]
        self.weighed += len(candidates)
        style: dict[str, str] = {}
        for rule in sorted(candidates, key=lambda rule: rule.weight):
            if rule.matches(tag, name, classes):
                style.update(rule.style)
        return unseen(style) or no_size(style)


def _entered(rules: list[str], numbers: list[int], hiding: bool) -> dict[str, list[_Rule]]:
    """The rules of these numbers that hide, or those that do not, by a name that their elements have."""
    found: dict[str, list[_Rule]] = {}
    for rule in islice(_rules(rules, numbers, hiding), MOST):
        found.setdefault(rule.name, []).append(rule)
    return found


def _rules(rules: list[str], numbers: list[int], hiding: bool) -> Iterator[_Rule]:
    for order in numbers:
        head, _, body = rules[order].rpartition("{")
        style = declarations(body)
        if (unseen(style) or no_size(style)) is hiding:
            for selector in re.split(r"[{;]", head)[-1].split(","):
                compound = _COMPOUND.fullmatch(selector.strip())
                if compound and compound[0]:
                    names = _NAME.findall(compound[2])
                    classes = frozenset(name[1:] for name in names if name[0] == ".")
                    ids = frozenset(name[1:] for name in names if name[0] == "#")
                    yield _Rule(compound[1] or "", ids, classes, style, order)


def _on_every_screen(sheet: str) -> str:
    """A style sheet without the at-rules, but for what in them holds on every screen."""
    return _BLOCK.sub(lambda block: block[2] if _EVERY_SCREEN.fullmatch(block[1]) else " ", _plain(sheet))


def _may_hide(rule: str) -> bool:
    """A cheap look at a rule, in lower case, before it is read: style sheets are long, and few rules hide anything."""
    return (
        ("none" in rule and "display" in rule)
        or ("hidden" in rule and ("visib" in rule or "height" in rule or "width" in rule))
        or "opacity" in rule or "collapse" in rule or "clip:" in rule or "clip-path" in rule
        or ((":-" in rule or ": -" in rule or "font-size" in rule or "(0" in rule or "(-" in rule)
            and _SMALL_OR_AWAY.search(rule) is not None)
    )  # fmt: skip
