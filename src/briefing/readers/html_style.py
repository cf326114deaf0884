"""What the style of a page says of an element, as far as the page itself shows it. In: declarations. Out: verdicts.

Read are the inline `style` attribute and the page's own style sheets, of those the rules for one element alone
(`x`, `.a`, `p.a.b`, `#c`), for screens of every size. What a style sheet elsewhere or a script does needs a browser.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from lxml import etree
from msgspec import Struct

from briefing.readers import html_sheets
from briefing.readers.html_colour import alike, background, colour
from briefing.readers.html_index import Index
from briefing.readers.html_sheets import plain
from briefing.readers.html_unseen import Style, no_size, unseen

MOST = 100_000  # rules that hide, and as many that show, of one page; the last ones are those that are too many
_NAME = re.compile(r"[.#][\w-]+")
_COMPOUND = re.compile(r"\*?([a-z][\w-]*)?((?:[.#][\w-]+)*)")
_ALWAYS = re.compile(r"^(?:(?:html|body|:root)(?:\s*>\s*|\s+))+|^:(?:is|where)\(([^(),]*)\)$")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
# Without one of these words no declaration hides anything, nor shows it again.
TELLING = re.compile(
    r"display|visib|opacity|position|indent|margin|inset|clip|font|color|background|fill|transform|translate|scale|zoom"
    r"|overflow|filter|mask|spacing|security|bidi|var|\\", re.I
)  # fmt: skip
# A cheap look at a rule, in lower case, before it is read: style sheets are long, and few rules hide anything.
_NIL = r"(?:0(?!\.[1-9])|0?\.0|[-+cv]|min\(|max\()"  # where a number may be next to nothing, or is to be worked out
# A word that such a rule has, and how it goes on: to look for a word is quicker.
_SIGNS = tuple(
    (word, re.compile(sign))
    for word, sign in (
        ("display", r"display\s*:\s*(?:none|var)"),
        ("visibility", r"visibility\s*:\s*[hcv]"),
        ("opacity", rf"opacity\s*[:(]\s*(?:{_NIL}|\de-|[1-5]%)"),
        ("clip", r"clip\s*:|clip-path"),
        ("-", r"-(?<=[:\s(,]-)(?:\d{2}|\d*\.?\d+(?:r?em|v[wh]|%))"),
        ("00", r"\d{3}(?:\d(?:px|\.)|r?em|v[wh])"),
        ("99", r"\d{3}(?:\d(?:px|\.)|r?em|v[wh])"),
        ("font-size", rf"font-size(?:-adjust)?\s*:\s*(?:{_NIL}|0?\.\d+(?:p|m|q|%)|1(?:px|%|e))"),
        ("font:", rf"font:(?:[^;]*\s)?(?:{_NIL}|0?\.\d+(?:p|m|%))"),
        ("scale", rf"scale\w*\s*[:(](?:[^;)]*[\s,])?{_NIL}"),
        ("zoom", rf"zoom\s*:\s*{_NIL}"),
        ("rotate", r"rotate[xy]"),
        ("overflow", rf"(?:height|width|size)\s*:\s*(?:{_NIL}|0?\.\d|1(?:px|%|e))|indent\s*:\s*\d{{2}}"),
        *((word, word) for word in ("matrix", "blur", "contrast", "mask", "security", "bidi-override", "fill-color")),
    )
)
_TURNED = frozenset("opacity color background background-color font-size transform clip-path".split())


@lru_cache(maxsize=1024)
def declarations(style: str) -> Style:
    """`display: NONE !important` as {"display": "none"}. Of two declarations of a property, the important one holds,
    else the last."""
    if "\\" in style or "/*" in style:
        style = plain(style)
    found: dict[str, str] = {}
    important: dict[str, str] = {}
    for part in style.lower().split(";"):
        name, colon, value = part.partition(":")
        if colon:
            value, mark, _ = value.partition("!")
            (important if mark else found)[name.strip()] = value.strip()
    found.update(important)
    if "var(" in style.lower():
        return {
            name: _VARIABLE.sub(lambda use: found.get(use[1]) or use[2] or "", value).strip()
            for name, value in found.items()
        }
    return found


def hides(style: Style) -> bool:
    """Whether declarations by themselves leave nothing of an element to be seen."""
    return unseen(style) or no_size(style) or reversed_letters(style) or is_alike(ink(style), paper(style))


def ink(style: Style) -> str:
    return colour(style.get("-webkit-text-fill-color", "")) or colour(style.get("color", ""))


def paper(style: Style) -> str:
    return colour(style.get("background-color", "")) or background(style.get("background", ""))


def is_alike(one: str, other: str) -> bool:
    return one.startswith("#") and other.startswith("#") and alike(one, other)


def reversed_letters(style: Style) -> bool:
    """Letters that nobody reads: each word from its end."""
    return style.get("unicode-bidi", "").endswith("bidi-override") and style.get("direction") == "rtl"


# ── Rules ───────────────────────────────────────────────────────────────────────────────────────────────────────


class _Rule(Struct, frozen=True):
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

    def __init__(self, index: Index) -> None:
        self._hiding: dict[str, list[_Rule]] = {}
        self._showing: dict[str, list[_Rule]] = {}
        if sheet := html_sheets.rules(index):
            self._read(sheet, _names(index.values("class"), index.values("id")))
        found = [rule for names in (self._hiding, self._showing) for rules in names.values() for rule in rules]
        self.size = len(found)
        self._classes = frozenset(name for rule in found for name in rule.classes)
        self._ids = frozenset(name for rule in found for name in rule.ids)
        self._verdicts: dict[tuple[str, str, frozenset[str]], bool] = {}
        self.weighed = 0  # rules that were held against an element

    def _read(self, sheet: str, names: frozenset[str]) -> None:
        """names: the classes and ids of the page."""
        every = enumerate(sheet.split("}"))  # each without the brace that ends it
        rules = [(order, rule) for order, rule in every if _concerns(rule, names)]
        concerned = "}".join([rule for _, rule in rules])
        signs = [(word, sign) for word, sign in _SIGNS if word in concerned]
        self._hiding = _entered([each for each in rules if _may_hide(each[1], signs)], names, hiding=True)
        turned = self._turned() if self._hiding else []
        setting = {order for word in turned for order, rule in rules if word in rule}
        showing = [each for each in rules if each[0] in setting]
        self._showing = _entered(showing, names, hiding=False)

    def __bool__(self) -> bool:
        return bool(self._hiding)

    def _turned(self) -> list[str]:
        """The properties that hide something here: what sets them otherwise may show it again."""
        styles = (rule.style for rules in self._hiding.values() for rule in rules)
        used = {name for style in styles if style.get("display") != "none" for name in style}
        return sorted({"display", "visib", *(used & _TURNED)})

    def names(self, sign: str) -> frozenset[str]:
        """By which the elements are known that a rule may hide. sign: "." for classes, "#" for ids, "" for tags."""
        return frozenset(name[len(sign) :] for name in self._hiding if (name[0] if name[0] in ".#" else "") == sign)

    def hide(self, element: etree._Element) -> bool:
        """Whether the rules that match this element, the strongest last, leave it out of sight."""
        if not self._hiding:
            return False
        classes = self._classes.intersection((element.get("class") or "").lower().split())
        name = element.get("id", "").lower()
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
        return hides(style)


def _names(classes: Iterable[str], ids: Iterable[str]) -> frozenset[str]:
    """The classes and ids of a page, as selectors have them."""
    own = {f".{name}" for value in classes for name in value.lower().split()}
    return frozenset(own.union(f"#{value.lower()}" for value in ids))


def _concerns(rule: str, names: frozenset[str]) -> bool:
    """Whether a rule can be for anything on the page."""
    own = _NAME.findall(rule, 0, rule.rfind("{") + 1)
    return not own or not names.isdisjoint(own)


def _may_hide(rule: str, signs: Iterable[tuple[str, re.Pattern[str]]]) -> bool:
    """signs: those of which the rules have the word."""
    for word, sign in signs:
        if word in rule and sign.search(rule):
            return True
    return "background" in rule and "color:" in rule.replace("background-color:", "")


def _entered(rules: Iterable[tuple[int, str]], names: frozenset[str], hiding: bool) -> dict[str, list[_Rule]]:
    """Rules, by a name that their elements have; of those that may hide, the ones that do.

    names: the classes and ids of the page, without which a rule is for nothing on it."""
    found: dict[str, list[_Rule]] = {}
    for rule in islice(_rules(rules, names, hiding), MOST):
        found.setdefault(rule.name, []).append(rule)
    return found


def _rules(rules: Iterable[tuple[int, str]], names: frozenset[str], hiding: bool) -> Iterator[_Rule]:
    for order, rule in rules:
        head, _, body = rule.rpartition("{")
        selectors = [
            found for each in _selectors(head) if (found := _COMPOUND.fullmatch(each)) and (found[1] or found[2])
        ]
        selectors = [found for found in selectors if names.issuperset(_NAME.findall(found[2]))]
        if not selectors:
            continue
        style = declarations(body)
        if not hiding or hides(style):
            for found in selectors:
                own = _NAME.findall(found[2])
                classes = frozenset(name[1:] for name in own if name[0] == ".")
                ids = frozenset(name[1:] for name in own if name[0] == "#")
                yield _Rule(found[1] or "", ids, classes, style, order)


def _selectors(head: str) -> Iterator[str]:
    """Of the innermost rule; `&` in it stands for the one around it. What is around every element is left out."""
    *around, own = (part.strip() for part in re.split(r"[{;]", head))
    if own.startswith("&") and around:
        own = around[-1] + own[1:]
    return (_ALWAYS.sub(lambda found: found[1] or "", selector.strip()) for selector in own.split(","))
