"""Times of the day. In: text. Out: each time, as minutes after midnight, and where it stands.

"18:30", "6:30 p.m.", "half past six" and "6.30 in the evening" are one; "noon" is 12:00. A time that does not say which
half of the day it means agrees with both. Two that name their zones are compared as the same moment.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

_HALF, _DAY = 12 * 60, 24 * 60
_HOURS = "one two three four five six seven eight nine ten eleven twelve"
_STUNDEN = "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"
_HEURES = "une deux trois quatre cinq six sept huit neuf dix onze douze"
_WORDS = {w: n for row in (_HOURS, _STUNDEN, _HEURES) for n, w in enumerate(row.split(), 1)}
_MINUTES = {
    "half": 30, "a quarter": 15, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25,
    "viertel": 15, "fünf": 5, "zehn": 10, "zwanzig": 20,
}  # fmt: skip
_SIGNS = (
    r"(?P<sign>[ap]\.?\s?m\b\.?|(?:(?:in the |that )?(?:morning|afternoon|evening)|at night"
    r"|morgens|vormittags|nachmittags|abends)\b)"
)
_LATE = ("p", "afternoon", "evening", "at night", "nachmittags", "abends")
_ZONES = {
    "UTC": 0, "GMT": 0, "WET": 0, "BST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "EET": 2, "EEST": 3, "IST": 5.5,
    "KST": 9, "JST": 9, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip  # hours ahead of UTC
_ZONE = rf"(?:\s?\(?(?P<zone>{'|'.join(_ZONES)})\b\)?)?"
_HOUR = "|".join(sorted(_WORDS, key=len, reverse=True))
_TIMES = (
    re.compile(
        rf"(?<![\d.,:/])(?P<hour>\d{{1,2}}):(?P<minute>[0-5]\d)(?![\d:/])(?:\s?{_SIGNS})?(?: Uhr)?{_ZONE}", re.I
    ),
    re.compile(rf"(?<![\d.,:])(?P<hour>\d{{1,2}})(?:\.(?P<minute>[0-5]\d))?\s?(?:{_SIGNS}){_ZONE}", re.I),
    re.compile(r"(?<![\d.,:])(?P<hour>\d{1,2})(?:\.(?P<minute>[0-5]\d))? Uhr(?: (?P<after>[0-5]?\d)\b)?"),
    re.compile(r"(?<![\d.,:])(?P<hour>\d{1,2})\s?h\s?(?P<minute>[0-5]\d)(?!\d)"),
    re.compile(
        r"(?P<sign>午前|午後|오전|오후)?\s?(?P<hour>\d{1,2})(?:時(?!間)|시(?!간))\s?"
        r"(?:(?P<minute>[0-5]?\d)\s?[分분]|(?P<half>半|반))?"
    ),
    re.compile(
        rf"\b(?P<shift>{'|'.join(sorted(_MINUTES, key=len, reverse=True))})(?: minutes)? (?P<way>past|to|nach|vor)"
        rf" (?P<word>{_HOUR}|noon|midnight)\b(?: {_SIGNS})?",
        re.I,
    ),
    re.compile(rf"\bhalb (?P<before>{_HOUR})\b", re.I),
    re.compile(rf"\b(?P<word>{_HOUR}) o['’]clock\b(?: {_SIGNS})?", re.I),
    re.compile(r"\b(?P<fixed>noon|midday|midnight|midi|minuit|Mitternacht)\b|(?P<east>正午|정오|자정)", re.I),
)  # fmt: skip
_FIXED = dict.fromkeys(("noon", "midday", "midi", "正午", "정오"), _HALF)


class Time(Struct, frozen=True):
    """minutes: after midnight, in UTC where it says its zone. either: it may be twelve hours later as well."""

    text: str
    start: int
    end: int
    minutes: int
    either: bool
    zone: str = ""

    @property
    def sort(self) -> str:
        return "time"

    def agrees(self, other: "Time") -> bool:
        apart = self._moment(other) - other._moment(self)
        return apart % (_HALF if self.either or other.either else _DAY) == 0

    def _moment(self, other: "Time") -> int:
        ahead = _ZONES[self.zone] if self.zone and other.zone else 0
        return self.minutes - round(60 * ahead)


@lru_cache(maxsize=4096)
def times(text: str) -> tuple[Time, ...]:
    """In the order of the text; of two that overlap, the longer one."""
    found = sorted(_times(text), key=lambda each: (each.start, -each.end))
    kept: list[Time] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def _times(text: str) -> Iterator[Time]:
    for pattern in _TIMES:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            hour, shift = _hour(parts), _shift(parts)
            if hour > _DAY or hour + shift > _DAY:
                continue
            sign = (parts.get("sign") or "").casefold()
            minutes, either = _of_the_day(hour + shift, sign, fixed=_is_fixed(parts), told=_is_told(match))
            zone = (parts.get("zone") or "").upper()
            yield Time(match.group().strip(), match.start(), match.end(), minutes, either, zone)


def _hour(parts: dict[str, str | None]) -> int:
    """Of the full hour, in minutes."""
    if word := parts.get("word") or parts.get("fixed") or parts.get("east") or parts.get("before"):
        known = _WORDS.get(word.casefold())
        return 60 * known if known else _FIXED.get(word.casefold(), 0)
    return 60 * int(parts.get("hour") or 0)


def _shift(parts: dict[str, str | None]) -> int:
    """Minutes after the full hour, or before it."""
    if parts.get("before"):
        return -30
    if said := parts.get("shift"):
        return _MINUTES[said.casefold()] * (1 if parts["way"] in ("past", "nach") else -1)
    return 30 if parts.get("half") else int(parts.get("minute") or parts.get("after") or 0)


def _is_fixed(parts: dict[str, str | None]) -> bool:
    word = parts.get("fixed") or parts.get("east") or parts.get("word") or ""
    return bool(word) and word.casefold() not in _WORDS


def _is_told(match: re.Match[str]) -> bool:
    """Whether its hour is written as on a clock of 24 hours: 06:30, 14 Uhr."""
    hour = match.groupdict().get("hour") or ""
    return hour.startswith("0") or (hour.isdigit() and (int(hour) > 12 or int(hour) == 0))


def _of_the_day(minutes: int, sign: str, *, fixed: bool, told: bool) -> tuple[int, bool]:
    if fixed or told:
        return minutes % _DAY, False
    if not sign:
        return minutes % _DAY, True
    late = sign.startswith(_LATE) or sign in ("午後", "오후") or sign.endswith(("afternoon", "evening", "night"))
    return (minutes % _HALF + (_HALF if late else 0)) % _DAY, False
