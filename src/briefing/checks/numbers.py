"""Numbers: every figure of a statement has to stand in what it cites, with its scale, its sign and its percent sign.

"15T", "15 trillion" and "15,000,000,000,000" are one number, "14" and "fourteen" too; 5 and 5 %, 5 and -5 are not.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from briefing.checks.base import Fact, Statement

_SCALES = {
    "thousand": 3, "million": 6, "millions": 6, "billion": 9, "billions": 9, "trillion": 12, "trillions": 12,
    "k": 3, "K": 3, "M": 6, "B": 9, "bn": 9, "T": 12, "mn": 6,
    "Tausend": 3, "Millionen": 6, "Mio": 6, "Milliarden": 9, "Mrd": 9, "Billionen": 12,
    "millones": 6, "milliards": 9,
    "万": 4, "億": 8, "亿": 8, "만": 4, "억": 8, "조": 12, "兆": 12,
}  # fmt: skip
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = {
    name: 10 * n for n, name in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_VALUES = {name: n for n, name in enumerate(_UNITS)} | _TENS | {"dozen": 12, "hundred": 100}
_LATIN = sorted((re.escape(name) for name in _SCALES if name.isascii()), key=len, reverse=True)
_HAN = "|".join(name for name in _SCALES if not name.isascii())
_SCALE = "|".join(_LATIN)
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))

_DIGITS = re.compile(
    r"(?<![\w.,/])(?P<sign>(?<![\w)])[-−–](?=\d))?"
    r"(?P<number>\d+(?:[.,'’\u202f]\d+)*)"
    rf"(?:[ \u00a0-]?(?P<scale>(?:{_SCALE})(?![^\W_])|{_HAN}))?"
    r"(?P<percent>\s?(?:%|％|percent\b|per cent\b|Prozent\b|pour cent\b|por ciento\b|퍼센트))?"
)
_WORDS = re.compile(
    rf"(?<![\w-])(?P<number>(?:{_WORD})(?:[ -](?:{_WORD}))*)(?:[ -](?P<scale>{_SCALE})(?!\w))?"
    r"(?P<percent>\s(?:percent|per cent))?(?!\w)",
    re.IGNORECASE,
)
_INSIDE_NAME = re.compile(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


_IN_NAMES = re.compile(r"(?<!\w)[^\W\d_][\w.]*[-_]\d[\w.]*")  # GPT-3.5: an identifier, for the rule of those


class Numbers:
    name = "numbers"
    explains = "is a number that what it cites does not carry"
    hint = "Copy the number from the cited sentence, cite the sentence that has it, or leave it out."
    whole = False
    elsewhere = True

    def facts(self, statement: Statement) -> Iterator[Fact]:
        for text, key in _numbers(_IN_NAMES.sub(" ", statement.text)):
            if text.casefold() not in ("one", "zero"):  # far more often a pronoun than a figure
                yield Fact(text, key)

    def carries(self, passage: str, fact: Fact) -> bool:
        return fact.key in _keys(passage)


@lru_cache(maxsize=16_384)
def _keys(passage: str) -> frozenset[str]:
    return frozenset(key for _, key in _numbers(passage))


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """Each number as written, and its key: sign, value and percent sign. In the order of the text."""
    digits = (match for match in _DIGITS.finditer(text) if not _part_of_a_name(text, match.end()))
    found = [(m.start(), m.group().strip(), _key(value, m)) for m in digits for value in _values(m["number"])]
    found += [(m.start(), m.group().strip(), _key(_spelled(m["number"]), m)) for m in _WORDS.finditer(text)]
    return ((shown, key) for _, shown, key in sorted(found))


def _part_of_a_name(text: str, end: int) -> bool:
    """ "8x7B" and "2nd" are read by other rules; the 24 of "24-page" is a number."""
    return end < len(text) and bool(_INSIDE_NAME.match(text[end]))


def _values(digits: str) -> list[Decimal]:
    """What the digits may mean: one number, unless its separators can be read in two ways (1.500)."""
    plain = re.sub(r"['’\u202f]", "", digits)
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", plain):
        return [Decimal(plain.replace(",", ""))]
    if re.fullmatch(r"\d{1,3}(\.\d{3}){2,}(,\d+)?", plain):
        return [Decimal(plain.replace(".", "").replace(",", "."))]
    if re.fullmatch(r"\d+([.,]\d+)?", plain):
        return [Decimal(plain.replace(",", "."))]
    return [Decimal(part) for part in re.findall(r"\d+", plain)]  # 3.12.1, 1/2/3: a version or a date, part by part


def _key(value: Decimal, match: re.Match[str]) -> str:
    scale = match["scale"] or ""
    power = _SCALES.get(scale) or _SCALES.get(scale.lower()) or 0
    number = (value * Decimal(10) ** power).normalize()
    sign = "-" if "sign" in match.groupdict() and match["sign"] else ""
    return f"{sign}{number:f}{'%' if match['percent'] else ''}"


def _spelled(words: str) -> Decimal:
    total = 0
    for word in re.split(r"[ -]", words.lower()):
        value = _VALUES[word]
        total = (total or 1) * value if word in ("hundred", "dozen") else total + value
    return Decimal(total)
