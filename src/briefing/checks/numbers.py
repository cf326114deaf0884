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
    r"(?<!\w)(?<!\d[.,])(?P<sign>(?<![\w)])(?:[-−–]|minus )(?=\d))?"
    r"(?P<number>\d+(?:[.,'’\u202f]\d+)*|(?<![\w.])\.\d+)"
    rf"(?:[ \u00a0-]?(?P<scale>(?:{_SCALE})(?![^\W_])|{_HAN}))?"
    r"(?P<percent>\s?(?:%|％|percent\b|per cent\b|Prozent\b|pour cent\b|por ciento\b|퍼센트))?"
)
_WORDS = re.compile(
    rf"(?<![\w-])(?P<number>(?:{_WORD})(?:(?: and |[ -])(?:{_WORD}))*)(?:[ -](?P<scale>{_SCALE})(?!\w))?"
    r"(?P<percent>\s(?:percent|per cent))?(?!\w)",
    re.IGNORECASE,
)
_INSIDE_NAME = re.compile(r"(?!(?:x|×|st|nd|rd|th|er|e|ème|º)(?!\w))[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_RANGE = re.compile(r"(?<![\w.,])(\d[\d.,]*)\s?(?:[-–—]|to|and|bis|à|a|und|et|y)\s?[$€£]?$")
# For the rule of identifiers, to the letter: GPT-3.5 and 3.12.1.
_IN_NAMES = re.compile(r"(?<!\w)[A-Za-z\u00c0-\u024f\u0370-\u04ff][\w.]*[-_]\d[\w.]*|(?<![\w.,])\d+(?:\.\d+){2,}")
_UNUSUAL = re.compile(r"\d*[²³¹⁰-₟¼-¾⅐-↏①-⓿]+")  # 99½ and 10⁶ are taken as they stand


class Numbers:
    name = "numbers"
    explains = "is a number that what it cites does not carry"
    hint = "Copy the number from the cited sentence, cite the sentence that has it, or leave it out."
    whole = False
    byline = False
    elsewhere = True

    def facts(self, statement: Statement) -> Iterator[Fact]:
        for match in _UNUSUAL.finditer(statement.text):
            yield Fact(match.group(), _AS_IT_STANDS + match.group())
        for text, key in _numbers(_UNUSUAL.sub(" ", _IN_NAMES.sub(" ", statement.text)), inside_names=False):
            if text.casefold() not in ("one", "zero"):  # far more often a pronoun than a figure
                yield Fact(text, key)

    def carries(self, passage: str, fact: Fact) -> bool:
        if fact.key.startswith(_AS_IT_STANDS):
            return fact.text in passage
        return fact.key in _keys(passage)


_AS_IT_STANDS = "="


@lru_cache(maxsize=16_384)
def _keys(passage: str) -> frozenset[str]:
    return frozenset(key for _, key in _numbers(passage, inside_names=True))


def _numbers(text: str, *, inside_names: bool) -> list[tuple[str, str]]:
    """Each number as written, and its key: sign, value and percent sign. In the order of the text. inside_names: also
    those that a name has within it, and the first of a range with the scale and percent sign of the last."""
    found: list[tuple[int, str, str]] = []
    for match in _DIGITS.finditer(text):
        if not inside_names and _part_of_a_name(text, match.end()):
            continue
        found += [(match.start(), match.group().strip(), _key(value, match)) for value in _values(match["number"])]
        if inside_names and (first := _RANGE.search(text, max(0, match.start() - 30), match.start())):
            found += [(first.start(), first[1], _key(value, match)) for value in _values(first[1].strip(".,"))]
    found += [(m.start(), m.group().strip(), _key(_spelled(m["number"]), m)) for m in _WORDS.finditer(text)]
    return [(shown, key) for _, shown, key in sorted(found)]


def _part_of_a_name(text: str, end: int) -> bool:
    """ "8x7B" is for the rule of identifiers; the 24 of "24-page", "8x" and "2nd" are numbers."""
    return _INSIDE_NAME.match(text, end) is not None


def _values(digits: str) -> list[Decimal]:
    """What the digits may mean: one number, unless its separators can be read in two ways (1.500)."""
    plain = re.sub(r"['’\u202f]", "", digits)
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", plain):
        return [Decimal(plain.replace(",", ""))]
    if re.fullmatch(r"\d{1,3}(\.\d{3}){2,}(,\d+)?", plain):
        return [Decimal(plain.replace(".", "").replace(",", "."))]
    if re.fullmatch(r"\d*([.,]\d+)?", plain):
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
    for word in re.split(r" and |[ -]", words.lower()):
        value = _VALUES[word]
        total = (total or 1) * value if word in ("hundred", "dozen") else total + value
    return Decimal(total)
