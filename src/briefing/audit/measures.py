"""Numbers with what they count. In: text. Out: each number, its unit where it has one, and where it stands.

What a number is, checks/numbers.py says, and what a unit, checks/units.py. Here is what they leave open: whether two
quantities are one in different units, and whether one is the other, rounded.
"""

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from briefing.audit.fractions import fractions, is_one_in
from briefing.audit.periods import short_years
from briefing.checks.base import Statement
from briefing.checks.caseless import caseless
from briefing.checks.links import without_addresses
from briefing.checks.numbers import Numbers, located
from briefing.checks.units import measures as with_units
from briefing.checks.words import STOP, stem
from briefing.cldr import primary

_RULE = Numbers()
_MAYBE_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.000")  # by who groups by points, in whatever language
_SIZES = {  # unit: what it is in the first of its kind
    "km": ("m", "1000"), "m": ("m", "1"), "cm": ("m", "0.01"), "mm": ("m", "0.001"),
    "mi": ("m", "1609.344"), "ft": ("m", "0.3048"), "inch": ("m", "0.0254"),
    "km/h": ("km/h", "1"), "mph": ("km/h", "1.609344"),
    "km²": ("m²", "1e6"), "ha": ("m²", "1e4"), "m²": ("m²", "1"), "acre": ("m²", "4046.8564224"),
    "ft²": ("m²", "0.09290304"),
    "t": ("g", "1000000"), "kg": ("g", "1000"), "g": ("g", "1"), "mg": ("g", "0.001"),
    "lb": ("g", "453.59237"),
    "h": ("s", "3600"), "min": ("s", "60"), "s": ("s", "1"), "ms": ("s", "0.001"),
    "day": ("s", "86400"), "week": ("s", "604800"),
    "century": ("month", "1200"), "decade": ("month", "120"), "year": ("month", "12"), "month": ("month", "1"),
    "PB": ("MB", "1e9"), "TB": ("MB", "1000000"), "GB": ("MB", "1000"), "MB": ("MB", "1"), "KB": ("MB", "0.001"),
    "GW": ("W", "1e9"), "MW": ("W", "1e6"), "kW": ("W", "1e3"), "W": ("W", "1"), "l": ("l", "1"), "ml": ("l", "0.001"),
    "GWh": ("kWh", "1e6"), "MWh": ("kWh", "1e3"), "kWh": ("kWh", "1"), "Wh": ("kWh", "0.001"),
    "°C": ("°C", "1"), "°F": ("°C", "1"),
}  # fmt: skip
_AND = re.compile(r"(?: h| hr| hrs| hours?| stunden?| heures?| horas?)?,? ?(?:and |und |et |y |e |en )?", re.IGNORECASE)
_AND_SECONDS = re.compile(r"(?: min| mins| minut\w+)?,? ?(?:and |und |et |y |e |en )?", re.IGNORECASE)
_JOINED: dict[tuple[tuple[str, ...], tuple[str, ...]], re.Pattern[str]] = {
    (("h",), ("min",)): _AND,
    (("min",), ("s",)): _AND_SECONDS,
}
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_FREEZING, _FAHRENHEIT = 32, Decimal("1.8")  # °F at 0 °C, and of them in one °C
_OF_A_CLOCK = re.compile(r"\d{1,3}:[0-5]\d")
_CLOCKED = re.compile(r"(?<![\w:.,])(?P<min>\d{1,3}):(?P<s>[0-5]\d)(?=\s?min(?:s|ute[ns]?|uti|utos)?\b)", re.IGNORECASE)
_ONE_SPAN = re.compile(r"\b(?:past|last|next|a|per|each|every) (?P<unit>decade|century)\b", re.IGNORECASE)
_APOSTROPHES = "'’‘"  # of which one stands before a year without its century
_SHORT, _LAST_CENTURY = "’", 50  # a year without its century, and the first that belongs to the last one
_MOST = Decimal("0.1")  # by which a rounded number differs
_OF_A_SHARE = Decimal("1.5")  # percentage points by which "one in three" may be off
_NOUN = re.compile(r"[\s\u00a0-]{1,2}(?:of (?:the )?)?(?P<noun>[^\W\d_]{3,})")
_FOLLOWING = re.compile(r"[\s\u00a0-](?P<words>[^\W\d_]{3,}(?: [^\W\d_]{3,})?)")
_EAST = "万億亿兆만억조千"
_ABOUT = re.compile(
    r"\b(?:about|around|roughly|approximately|almost|nearly|over|under|more than|less than|at least|up to|some|circa|ca"
    r"|close to|something like|in the region of|just|well|etwa|rund|fast|knapp|gut|über|unter|mehr als|weniger als"
    r"|environ|près de|presque|plus de"
    r"|moins de|quelque|casi|cerca de|unos|unas|más de|menos de)\b|約|およそ|ほぼ|余り|약|거의|대략",
    re.IGNORECASE,
)


class Measure(Struct, frozen=True):
    """text: the number as written; key: sign, value and percent sign, as the rule of numbers has it; noun: the stem of
    the word after it; following: those of the words after it, as far as no mark stands between."""

    text: str
    key: str
    start: int
    units: tuple[str, ...] = ()
    noun: str = ""
    following: tuple[str, ...] = ()

    @property
    def value(self) -> Decimal | None:
        try:
            return Decimal(self.key.rstrip("%p"))
        except InvalidOperation:
            return None

    @property
    def is_year(self) -> bool:
        plain = self.text == self.key or self.is_short
        return plain and not self.units and _YEAR.fullmatch(self.key) is not None

    @property
    def is_short(self) -> bool:
        """Whether it is a year without its century: '24."""
        return self.text[:1] == _SHORT

    @property
    def share(self) -> str:
        """ "%", "p" for percentage points, or nothing."""
        return self.key[-1:] if self.key[-1:] in ("%", "p") else ""

    @property
    def shown(self) -> str:
        if _OF_A_CLOCK.fullmatch(self.text):
            return self.text
        unit = next((unit for unit in self.units if unit.casefold() not in self.text.casefold()), "")
        return f"{self.text} {unit}".strip()

    def counts_same(self, other: "Measure") -> bool:
        """Whether they count the same, as far as the words after them tell: "ten jars", "twenty large jars"."""
        mine, theirs = self.following, other.following
        return (
            self.noun == other.noun != ""
            or (self.noun != "" and self.noun in theirs)
            or (other.noun != "" and other.noun in mine)
        )

    def same_kind(self, other: "Measure") -> bool:
        """Whether one could stand where the other does, as far as their units tell."""
        if self.is_year or other.is_year:
            return self.is_year and other.is_year
        if self.share or other.share:
            return bool(self.share and other.share)
        return bool(_base(self) and _base(self) == _base(other))


@lru_cache(maxsize=4096)
def measures(text: str, language: str) -> tuple[Measure, ...]:
    """All numbers, also those in names, and fractions in words, in the order of the text; the digits of an address are
    none."""
    plain, own = without_addresses(text), primary(language)
    found = zip(located(plain, own, inside_names=True), with_units(plain, own), strict=True)
    each = [_measure(plain, start, shown, key, units) for (start, shown, key), (_, _, units) in found]
    years = dict(short_years(plain)) if any(mark in plain for mark in _APOSTROPHES) else {}
    each = [_year(one) if years.get(one.start) == one.text else one for one in each]
    shares = [Measure(shown, f"{share}%", start) for start, shown, share in fractions(plain, own)]
    clocked = list(_clocked(plain))
    whole = [*clocked, *(share for share in shares if is_one_in(share.text))]
    each = [one for one in each if not any(0 <= one.start - held.start < len(held.text) for held in whole)]
    made = [*clocked, *_compound(plain, each), *_spans(plain)]
    return tuple(sorted([*_joined(each), *shares, *made], key=lambda measure: measure.start))


def _clocked(text: str) -> Iterator[Measure]:
    """Minutes and seconds as a clock has them, as seconds: "4:15 minutes" is 255."""
    for match in _CLOCKED.finditer(text) if ":" in text else ():
        yield Measure(match.group(), f"{int(match['min']) * 60 + int(match['s'])}", match.start(), ("s",))


def _spans(text: str) -> Iterator[Measure]:
    """ "In the past decade" is ten years."""
    small = caseless(text)
    for match in _ONE_SPAN.finditer(text) if "decade" in small or "century" in small else ():
        yield Measure(match.group(), "1", match.start(), (match["unit"].casefold(),))


def _year(short: Measure) -> Measure:
    century = 19 if int(short.text) >= _LAST_CENTURY else 20
    return Measure(f"{_SHORT}{short.text}", f"{century}{short.text}", short.start - 1)


def _compound(text: str, found: list[Measure]) -> Iterator[Measure]:
    """Hours with the minutes after them, as minutes, and minutes with their seconds, as seconds: "one hour and forty
    minutes" is 100."""
    for more, less in pairwise(found):
        between = text[more.start + len(more.text) : less.start]
        joined = _JOINED.get((more.units, less.units))
        if joined and joined.fullmatch(between) and more.value:
            total = more.value * 60 + (less.value or 0)
            yield Measure(text[more.start : less.start + len(less.text)], f"{total:f}", more.start, less.units)


def _joined(found: list[Measure]) -> Iterator[Measure]:
    """With 41万 and 2000 as one, where nothing stands between them."""
    held: Measure | None = None
    for each in found:
        if held and held.text[-1] in _EAST and each.start == held.start + len(held.text):
            value = (held.value or 0) + (each.value or 0)
            held = replace(each, text=held.text + each.text, key=f"{value:f}", start=held.start)
            continue
        if held:
            yield held
        held = each
    if held:
        yield held


def _measure(text: str, start: int, shown: str, key: str, units: tuple[str, ...]) -> Measure:
    end = start + len(shown)
    noun, following = _NOUN.match(text, end), _FOLLOWING.match(text, end)
    words = following["words"].split() if following else []
    words = words if not STOP & set(words) else words[:1]
    return Measure(shown, key, start, units, stem(noun["noun"]) if noun else "", tuple(map(stem, words)))


def asked(text: str, statement: Statement) -> list[Measure]:
    """Of the measures of a text, those that the rule of numbers asks of the statement with that text."""
    wanted = [(fact.text, fact.key.split(" ")[0]) for fact in _RULE.facts(statement)]
    joined = tuple(shown for shown, _ in wanted if shown[-1:] in _EAST)
    found = measures(text, statement.language)
    return [
        each
        for each in found
        if (each.text, each.key) in wanted
        or each.is_short
        or is_one_in(each.text)
        or _OF_A_CLOCK.fullmatch(each.text)
        or (joined and each.text.startswith(joined))
    ]


def is_about(text: str, measure: Measure) -> bool:
    """Whether a text says that a number is not exact."""
    return _ABOUT.search(text, max(0, measure.start - 24), measure.start) is not None


def agree(given: Measure, known: Measure) -> bool:
    """Whether two are one: the same number with the same unit, or the same quantity in two."""
    if given.key == known.key:
        return not given.units or not known.units or bool({*_plain(given)} & {*_plain(known)})
    if given.units == ("m",) and not known.units and known.value and given.value == known.value / 1_000_000:
        return True  # "42m people"
    if _MAYBE_THOUSANDS.fullmatch(known.text) and known.value and given.value == known.value * 1000:
        return like(given, known)
    return bool(_base(given)) and _base(given) == _base(known) and size(given) == size(known)


def rounds(given: Measure, exact: Measure, *, about: bool) -> bool:
    """Whether one is the other, in its own unit and rounded to its digits; or cut off, where the text says that it is
    not exact."""
    mine, theirs = given.value, size(exact)
    if mine is not None and theirs is not None:
        theirs = _in_unit(theirs, given if given.units and exact.units else exact)
    if mine is None or theirs is None or not mine or not like(given, exact):
        return False
    if is_one_in(given.text):
        return abs(theirs - mine) <= _OF_A_SHARE
    if abs(theirs - mine) > _MOST * abs(theirs):
        return False
    place = Decimal(1).scaleb(_last_place(mine))
    ways = (ROUND_HALF_UP, ROUND_DOWN) if about else (ROUND_HALF_UP,)
    return _last_place(theirs) < _last_place(mine) and any(
        (theirs / place).quantize(Decimal(1), rounding=way) * place == mine for way in ways
    )


def like(given: Measure, exact: Measure) -> bool:
    """Whether they are of one unit, as far as they have any, and both shares or none; of years none is like another."""
    alike = _plain(given) == _plain(exact) or not given.units or not exact.units or _base(given) == _base(exact)
    return alike and given.share == exact.share and not given.is_year


def _plain(measure: Measure) -> list[str]:
    """Its units, without what they are counted by."""
    return [unit if unit == "km/h" else unit.split("/")[0] for unit in measure.units]


def _base(measure: Measure) -> str:
    return next((_SIZES[unit][0] if unit in _SIZES else unit for unit in _plain(measure)), "")


def size(measure: Measure) -> Decimal | None:
    if measure.value is None:
        return None
    if _is_fahrenheit(measure):
        return (measure.value - _FREEZING) / _FAHRENHEIT
    return measure.value * _factor(measure)


def _in_unit(size: Decimal, measure: Measure) -> Decimal:
    """A size in the unit of a measure."""
    return size * _FAHRENHEIT + _FREEZING if _is_fahrenheit(measure) else size / _factor(measure)


def _is_fahrenheit(measure: Measure) -> bool:
    return "°F" in _plain(measure)


def _factor(measure: Measure) -> Decimal:
    unit = next((unit for unit in _plain(measure) if unit in _SIZES), "")
    return Decimal(_SIZES[unit][1]) if unit else Decimal(1)


def _last_place(value: Decimal) -> int:
    """The power of ten of the last digit that is not zero."""
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
