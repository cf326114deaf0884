"""Numbers: every figure of a statement has to stand in what it cites, with its scale, its sign and its percent sign.

"15T", "15 trillion" and "15,000,000,000,000" are one number, "14" and "vierzehn" too, and "1.500" where its language
groups by points; 5, 5 %, 5 percentage points and -5 are four.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache

from briefing.checks import spelled
from briefing.checks.base import Fact, Statement
from briefing.cldr import primary

_SCALES: Mapping[str, str] = {
    "": "K 3 k 3 M 6 B 9 bn 9 T 12 mn 6 万 4 億 8 亿 8 만 4 억 8 조 12 兆 12 千万 7 百万 6 천만 7 백만 6 천 3 千 3",
    "en": "hundred 2 thousand 3 million 6 millions 6 billion 9 billions 9 trillion 12 trillions 12",
    "de": "Tausend 3 tausend 3 Million 6 Millionen 6 Mio 6 Milliarde 9 Milliarden 9 Mrd 9 Billion 12 Billionen 12",
    "fr": "mille 3 million 6 millions 6 milliard 9 milliards 9 Md 9 Mds 9 billion 12 billions 12",
    "es": "mil_millones 9 mil 3 millón 6 millones 6 billón 12 billones 12",
    "it": "mila 3 milione 6 milioni 6 miliardo 9 miliardi 9 mld 9 mln 6",
    "pt": "mil_milhões 9 mil 3 milhão 6 milhões 6 bilhão 9 bilhões 9 trilhão 12 trilhões 12",
    "nl": "duizend 3 miljoen 6 miljard 9 mln 6 mld 9 biljoen 12",
}
_COMMA_FOR_POINT = frozenset("de fr es it pt nl da sv nb no fi pl cs tr id ru uk ro hu el".split())
_POINTS = (
    r"percentage points?\b|pp\b|%p|Prozentpunkte?n?\b|points? de pourcentage|puntos? porcentual(?:es)?"
    r"|punt[oi] percentual[ei]"
    r"|pontos? percentua(?:l|is)|procentpunt(?:en)?\b|%포인트|퍼센트포인트|ポイント|个百分点|個百分點"
)
_PERCENT = (
    r"%|％|percent\b|per cent\b|Prozent\b|pour cent\b|por ciento\b|por cento\b|per cento\b|procent\b|퍼센트|프로"
    r"|パーセント"
)
_INSIDE_NAME = re.compile(r"(?!(?:x|×|st|nd|rd|th|er|e|ème|º)(?!\w))[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_RANGE = re.compile(
    r"(?<![\w.,])(\d[\d.,]*)\s?(?:[-–—~〜～]|to|and|bis|à|a|und|et|y|e|o|en|tot|から|부터|에서|至|到)\s?[$€£]?$"
)
# For the rule of identifiers, to the letter: GPT-3.5 and 3.12.1.
_IN_NAMES = re.compile(
    r"(?<!\w)[A-Za-z\u00c0-\u024f\u0370-\u04ff][\w.]*[-_]\d[\w.]*|(?<![\w.,])\d+(?:\.\d+){2,}(?!\d*,\d)"
)
_MAYBE_IN_NAMES = re.compile(r"[-_]\d|\.\d+\.\d")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?![\d.])")  # 1.500.000 is no version
# Groups parted by a plain space that are not two numbers side by side: of an amount, or one that begins with 0.
_SURELY_GROUPED = (
    r"(?:(?<=[€$£¥])|(?<=[€$£¥][ \u00a0\u202f]))[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?(?!\d)"
    r"|[1-9]\d{0,2}(?: \d{3})*? 0\d\d(?: \d{3})*(?:\.\d+)?(?!\d)"
)
_MAYBE_GROUPED = re.compile(r"(?<![\w.,])[1-9]\d{0,2}(?: \d{3})+(?![\d.,])")
_POWER = re.compile(
    r"(?<![\w.,])(?:(?P<factor>\d+(?:[.,]\d+)?)\s?[×x·*]\s?)?10(?:(?:\^|\*\*)(?P<plain>[-−]?\d+)|(?P<raised>⁻?[⁰¹²³⁴-⁹]+))"
    r"|(?<![\w.,])(?P<mantissa>\d+(?:\.\d+)?)[eE](?P<exponent>[-+−]?\d+)(?!\w)"
)
_MAYBE_POWER = re.compile(r"\d[eE^*⁻⁰¹²³⁴-⁹]")
_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
_HAN = re.compile(r"[〇零一二三四五六七八九十百千万億亿兆]+")  # in a language that has other number words
_DIGIT, _MINUS = re.compile(r"\d"), "minus "
_AS_IT_STANDS = "="


class Numbers:
    name = "numbers"
    explains = "is a number that what it cites does not carry"
    hint = "Copy the number from the cited sentence, cite the sentence that has it, or leave it out."
    whole = False
    byline = False
    elsewhere = True

    def facts(self, statement: Statement) -> Iterator[Fact]:
        languages = f"{primary(statement.language)} {primary(statement.source_language)}"
        text = statement.text
        plain = _without_names(text)
        if not text.isascii():  # all these signs are beyond it
            plain = _blanked(_unusual(), plain, _POWER)
            for match in _unusual().finditer(_POWER.sub(" ", text)):
                yield Fact(match.group(), _AS_IT_STANDS + match.group())
            for match in _HAN.finditer(text) if primary(statement.language) not in ("zh", "ja", "ko") else ():
                yield Fact(match.group(), _AS_IT_STANDS + match.group())
        for shown, key in numbers(plain, primary(statement.language)):
            if spelled.asked(shown):
                yield Fact(shown, f"{key} {languages}")

    def carries(self, passage: str, fact: Fact) -> bool:
        if fact.key.startswith(_AS_IT_STANDS):
            return fact.text in passage
        key, own, source = fact.key.split(" ")
        return key in _keys(passage, source) or (own != source and key in _keys(passage, own))


@cache
def _unusual() -> re.Pattern[str]:
    """Signs for numbers that are no digits, such as ½, ㊱ or Ⅻ, with the digits before them: taken as they stand."""
    signs = "".join(c for c in map(chr, range(0x80, 0x20000)) if unicodedata.category(c) in ("No", "Nl"))
    return re.compile(rf"\d*[₊-₟{signs}]+")


@lru_cache(maxsize=16_384)
def _keys(passage: str, language: str) -> frozenset[str]:
    """Also those that it may have: 12 500 is two numbers, or one."""
    keys = {key for _, key in numbers(passage, language, inside_names=True)}
    return frozenset(keys | {match.group().replace(" ", "") for match in _MAYBE_GROUPED.finditer(passage)})


def _without_names(text: str) -> str:
    if not _MAYBE_IN_NAMES.search(text):
        return text
    return _IN_NAMES.sub(lambda m: m.group() if _GROUPED.fullmatch(m.group()) else " ", text)


def _blanked(pattern: re.Pattern[str], text: str, but: re.Pattern[str] | None = None) -> str:
    """The text with spaces for what the pattern finds, outside of what the other one does."""
    if not pattern.search(text):  # in most texts
        return text
    kept = [match.span() for match in but.finditer(text)] if but else []

    def blank(match: re.Match[str]) -> str:
        inside = any(start <= match.start() < end for start, end in kept)
        return match.group() if inside else " " * len(match.group())

    return pattern.sub(blank, text)


def numbers(text: str, language: str, *, inside_names: bool = False) -> list[tuple[str, str]]:
    """As located, without the places."""
    return [(shown, key) for _, shown, key in located(text, language, inside_names=inside_names)]


@lru_cache(maxsize=1024)  # of one text, its numbers, its units and its measures are asked for, one after the other
def located(text: str, language: str, *, inside_names: bool = False) -> tuple[tuple[int, str, str], ...]:
    """Where each number stands, as it is written, and its key: sign, value and percent sign. In the order of the text.
    inside_names: also those that a name has within it. The first of a range has the scale and the percent sign of the
    last; of a passage also none."""
    powers = _POWER.finditer(text) if _MAYBE_POWER.search(text) else ()
    found = [(m.start(), m.group(), f"{_power(m).normalize():f}") for m in powers]
    text = _blanked(_POWER, text) if found else text
    for match in _in_digits(_digits(language), text):
        if not inside_names and _part_of_a_name(text, match.end()):
            continue
        first = _RANGE.search(text, max(0, match.start() - 30), match.start())
        if first and (match["scale"] or match["percent"]):
            found = [one for one in found if inside_names or one[0] != first.start()]
            values = _values(first[1].strip(".,"), language)
            found += [(first.start(), first[1], _key(value, match, language)) for value in values]
        values = _values(match["number"], language)
        found += [(match.start(), match.group().strip(), _key(value, match, language)) for value in values]
    if (pattern := _words(language)) and spelled.may_stand(text, language):
        for match in pattern.finditer(text):
            value = spelled.value(match["number"], language)
            found.append((match.start(), match.group().strip(), _key(value, match, language)))
    return tuple(sorted(found))


def _in_digits(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """As pattern.finditer(text), which tries it at each letter: a number begins at a digit, or at the sign, the point
    or the word before one."""
    end = at = 0
    while digit := _DIGIT.search(text, at):
        at = digit.start()
        for start in _begins(text, at):
            if start >= end and (match := pattern.match(text, start)):
                yield match
                end = at = match.end()
                break
        else:
            at += 1


def _begins(text: str, digit: int) -> Iterator[int]:
    """Where a number with this digit as its first may begin, in their order."""
    before = text[digit - 1 : digit]
    if before == " " and text.startswith(_MINUS, digit - len(_MINUS)):
        yield digit - len(_MINUS)
    if before and before in "-−–.":
        yield digit - 1
    yield digit


@cache
def _scales(language: str) -> Mapping[str, int]:
    parts = f"{_SCALES['']} {_SCALES.get(language, _SCALES['en'])}".split()
    return {name.replace("_", " "): int(power) for name, power in zip(parts[::2], parts[1::2], strict=True)}


@cache
def _after(language: str) -> str:
    """What may follow a number: its scale and its percent sign."""
    names = sorted(map(re.escape, _scales(language)), key=len, reverse=True)
    latin, han = "|".join(n for n in names if n[0] < "\u3000"), "|".join(n for n in names if n[0] > "\u3000")
    return (
        rf"(?:[ \u00a0\u202f-]?(?P<scale>(?:{latin})(?![^\W_\u3040-\u9fff\uac00-\ud7af])|{han}))?"
        rf"(?:[ \u00a0\u202f-]?(?:(?P<points>{_POINTS})|(?P<percent>{_PERCENT})))?"
    )


@cache
def _digits(language: str) -> re.Pattern[str]:
    space = r"[ \u00a0\u202f\u2009]" if language in _COMMA_FOR_POINT else r"[\u00a0\u202f\u2009]"
    return re.compile(
        r"(?:(?<!\w)|(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]))(?<!\d[.,])"
        rf"(?P<sign>(?<![\w)])(?<!\d[%％°€$£¥])(?<!\d[ \u00a0\u202f][%€$£¥])(?:[-−–]|{_MINUS})(?=\d))?"
        rf"(?P<number>\d{{1,3}}(?:{space}\d{{3}})+(?:[.,]\d+)?(?!\d)|{_SURELY_GROUPED}|\d+(?:[.,'’]\d+)*|(?<![\w.])\.\d+)"
        rf"{_after(language)}"
    )


@cache
def _words(language: str) -> re.Pattern[str] | None:
    if not spelled.known(language):
        return None
    return re.compile(
        rf"(?<!\d)(?<!\d[ -])(?<!p[eo]r )(?<!pour )(?:{spelled.pattern(language).pattern}){_after(language)}",
        re.IGNORECASE,
    )


def _part_of_a_name(text: str, end: int) -> bool:
    """ "8x7B" is for the rule of identifiers; the 24 of "24-page", "8x" and "2nd" are numbers."""
    return _INSIDE_NAME.match(text, end) is not None


@lru_cache(maxsize=4096)
def _values(digits: str, language: str) -> Sequence[Decimal]:
    """What the digits mean where a comma (or a point) is the sign for decimals; of a date, its parts."""
    if digits.isdecimal():
        return [Decimal(digits)]
    plain = re.sub(r"['’\s]", "", digits)
    group, point = (r"\.", ",") if language in _COMMA_FOR_POINT else (",", r"\.")
    if re.fullmatch(rf"[1-9]\d{{0,2}}(?:(?:{group}\d{{3}})+|(?:,\d{{2}})+,\d{{3}})(?:{point}\d+)?", plain):
        return [Decimal(re.sub(group, "", plain).replace(",", "."))]
    for mark in ",.":  # of another language, where they can be read in one way only: 1,500.25 and 1.500.000
        other = "." if mark == "," else ","
        many = rf"[1-9]\d{{0,2}}(?:\{mark}\d{{3}})"
        if re.fullmatch(rf"{many}+\{other}\d+|{many}{{2,}}", plain):
            return [Decimal(plain.replace(mark, "").replace(",", "."))]
    if re.fullmatch(r"\d*([.,]\d+)?", plain):
        return [Decimal(plain.replace(",", "."))]
    return [Decimal(part) for part in re.findall(r"\d+", plain)]  # 3.12.1, 1/2/3: a version or a date, part by part


def _power(match: re.Match[str]) -> Decimal:
    if match["mantissa"]:
        return Decimal(match["mantissa"]).scaleb(int(match["exponent"].translate(_RAISED)))
    exponent = int((match["plain"] or match["raised"]).translate(_RAISED))
    return Decimal((match["factor"] or "1").replace(",", ".")).scaleb(max(-99, min(exponent, 99)))


def _key(value: Decimal, match: re.Match[str], language: str) -> str:
    scales, scale = _scales(language), match["scale"] or ""
    power = scales.get(scale) or scales.get(scale.lower()) or 0
    number = (value * Decimal(10) ** power).normalize()
    sign = "-" if "sign" in match.groupdict() and match["sign"] else ""
    return f"{sign}{number:f}{'pp' if match['points'] else '%' if match['percent'] else ''}"
