"""Fractions in words. In: text, and its language. Out: what each is as a percentage, and where it stands.

"A quarter of the users" and "one in four users" are 25 %, "nine out of ten" 90 %; "two in three
days", "the third quarter of 2031" and "half an hour" are no shares.
"""

import re
from collections.abc import Iterator
from functools import cache

from briefing.checks.caseless import caseless
from briefing.cldr import primary

_PARTS = {
    "en": (("hal(?:f|ves)", 2), ("thirds?", 3), ("quarters?|fourths?", 4), ("fifths?", 5), ("tenths?", 10)),
    "de": (("Hälfte", 2), ("Drittel", 3), ("Viertel", 4), ("Fünftel", 5), ("Zehntel", 10)),
    "fr": (("moitié", 2), ("tiers", 3), ("quarts?", 4), ("cinquièmes?", 5), ("dixièmes?", 10)),
    "es": (("mitad", 2), ("tercios?|tercera parte", 3), ("cuartos?|cuarta parte", 4), ("quintos?|quinta parte", 5)),
}
_LETTERS = {  # of which one stands in each of them: most texts have none, and are not looked through
    "en": ("hal", "third", "quarter", "fourth", "fifth", "tenth"),
    "de": ("lfte", "drittel", "viertel", "nftel", "zehntel"),
    "fr": ("moiti", "tiers", "quart", "cinqui", "dixi"),
    "es": ("mitad", "terci", "tercera", "cuart", "quint"),
}
_HOW_MANY = {
    "en": {"": 1, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4},
    "de": {"": 1, "die": 1, "ein": 1, "zwei": 2, "drei": 3, "vier": 4},
    "fr": {"": 1, "la": 1, "un": 1, "deux": 2, "trois": 3, "quatre": 4},
    "es": {"": 1, "la": 1, "un": 1, "dos": 2, "tres": 3, "cuatro": 4},
}
_OF = {
    "en": r"(?: of\b| the\b)",
    "de": r"(?: de[rs]\b| aller\b| von\b)",
    "fr": r" d(?:e|es|u)?\b",
    "es": r" de(?:l)?\b",
}
_TIMES = r"(?:seconds|minutes|hours|days|nights|weeks|months|quarters|seasons|years|decades|games|matches)\b"
_ONE_IN = re.compile(
    r"\b(?:(?P<many>one|two|three|four|five|six|seven|eight|nine|[1-9]) (?:in|out of)(?: every)?|jede[rs]?"
    r"|un[eo]? (?:sur|de cada))"
    r" (?P<of>two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|[1-9]\d{0,2}|zweite|dritte"
    r"|vierte|fünfte|sechste|siebte|achte|neunte|zehnte|deux|trois|quatre|cinq|sept|huit|neuf|dix|dos|tres|cuatro"
    r"|cinco|seis|siete|ocho|nueve|diez)\b"
    rf"(?!-|[ ](?:consecutive |straight )?(?:{_TIMES}))",
    re.IGNORECASE,
)
_MAYBE_ONE_IN = re.compile(  # in small letters
    r"(?:one|two|three|four|five|six|seven|eight|nine|[1-9]) (?:in|out of) |jede|un[eo]? (?:sur|de cada) "
)
_NUMBERS = {
    word: number
    for number, row in {
        1: "one", 2: "two zweite deux dos", 3: "three dritte trois tres", 4: "four vierte quatre cuatro",
        5: "five fünfte cinq cinco",
        6: "six sechste seis", 7: "seven siebte sept siete", 8: "eight achte huit ocho", 9: "nine neunte neuf nueve",
        10: "ten zehnte dix diez", 12: "twelve", 20: "twenty",
    }.items()
    for word in row.split()
}  # fmt: skip


def fractions(text: str, language: str) -> Iterator[tuple[int, str, str]]:
    """Where each begins, how it is written, and its percentage, to two places: (4, "two thirds", "66.67")."""
    own, small = primary(language), caseless(text)
    for pattern, parts in _shares(own) if any(letters in small for letters in _LETTERS.get(own, ())) else ():
        for match in pattern.finditer(text):
            share = 100 * _HOW_MANY[own][caseless(match["many"] or "")] / parts
            if share <= 100:
                yield match.start(), match.group(), _written(share)
    for match in _ONE_IN.finditer(text) if _MAYBE_ONE_IN.search(small) else ():
        many, whole = (_number(match[name] or "1") for name in ("many", "of"))
        if many < whole:
            yield match.start(), match.group(), _written(100 * many / whole)


@cache
def _shares(language: str) -> list[tuple[re.Pattern[str], int]]:
    many = "|".join(filter(None, _HOW_MANY.get(language, ())))
    return [
        (re.compile(rf"(?:\b(?P<many>{many})[ -])?\b(?:{names}){_OF[language]}", re.IGNORECASE), parts)
        for names, parts in _PARTS.get(language, ())
    ]


def _number(word: str) -> int:
    return _NUMBERS.get(caseless(word)) or int(word)


def is_one_in(text: str) -> bool:
    return _ONE_IN.fullmatch(text) is not None


def _written(share: float) -> str:
    return f"{share:.2f}".rstrip("0").rstrip(".")
