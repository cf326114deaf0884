"""How many times. In: the sentence, and what is near it in the sources. Out: a multiple that the nearest sentence has
otherwise: "three times as long", of "one and a half times as long"; "cut to a quarter", of "halved".

In English and German. Of a sentence with two multiples nothing is told, nor where one is the inverse of the other.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.audit.flaw import Flaw
from briefing.audit.sentence import HEARD, Judged
from briefing.checks import spelled
from briefing.cldr import primary

_AND_A_HALF = r"(?P<half>\sand\sa\shalf)?"
_THAN = r"(?=\s(?:as|more|less|fewer|the|what|its|that|those|\w+er|larger|greater)\b)"
_ONES = "one two three four five six seven eight nine ten twelve fifteen twenty thirty fifty hundred".split()
_TIMES = re.compile(
    rf"\b(?P<number>\d+(?:\.\d+)?|{'|'.join(_ONES)}|a){_AND_A_HALF}\s?(?:times{_THAN}|-?fold\b|[x×]{_THAN})",
    re.IGNORECASE,
)
_PLAIN = {
    "en": (
        (
            r"halv(?:e[sd]?|ing)|(?:cut|reduced|split) (?:\w+\s){0,4}in half|half (?=as\b|what\b|the\b|its\b|that\b)",
            0.5,
        ),
        (
            r"doubl(?:e[sd]?|ing)(?! (?:room|door|bed|standard|check))|twice(?=\s(?:as|the|what|its|that)\b)|twofold",
            2.0,
        ),
        (r"tripl(?:e[sd]?|ing)|trebl(?:e[sd]?|ing)|threefold", 3.0),
        (r"quadrupl(?:e[sd]?|ing)|fourfold", 4.0),
        (r"(?<!by )(?:a |one )quarter (?=of\b|what\b|the\b|that\b)|to (?:a|one) quarter\b", 0.25),
        (r"three[- ]quarters (?=of\b|what\b|the\b|that\b)|by (?:a|one) quarter\b", 0.75),
        (r"(?<!by )(?:a |one )third (?=of\b|what\b|the\b|that\b)|to (?:a|one) third\b", 1 / 3),
        (r"two[- ]thirds (?=of\b|what\b|the\b|that\b)|by (?:a|one) third\b", 2 / 3),
        (r"(?:a |one )tenth (?=of\b|what\b|the\b|that\b)|to (?:a|one) tenth\b", 0.1),
    ),
    "de": (
        (r"halbiert\w*|halb so|die Hälfte", 0.5),
        (r"verdoppel\w*|doppelt\w*|zweimal so|zweifach\w*", 2.0),
        (r"verdreifach\w*|dreimal so|dreifach\w*", 3.0),
        (r"vervierfach\w*|viermal so|vierfach\w*", 4.0),
        (r"verfünffach\w*|fünfmal so|fünffach\w*", 5.0),
        (r"anderthalb\w*|eineinhalb\w*", 1.5),
        (r"(?:ein|auf ein) Viertel", 0.25),
        (r"drei Viertel", 0.75),
        (r"(?:ein|auf ein) Drittel", 1 / 3),
        (r"zwei Drittel", 2 / 3),
    ),
}
_PATTERNS = {
    language: [(re.compile(rf"(?<![\w-])(?:{words})", re.IGNORECASE), value) for words, value in rows]
    for language, rows in _PLAIN.items()
}
_ALIKE = 0.06  # by which two may differ, of the larger
_HELD = 2  # near sentences


def multiples(judged: Judged) -> Iterator[Flaw]:
    """At most one flaw of a sentence."""
    language = primary(judged.language)
    mine = _found(judged.text, language) if judged.statement.same_language else ()
    if len(mine) != 1:
        return
    heard = judged.sharing(HEARD)
    shown, value = mine[0]
    for number in judged.near[:_HELD]:
        source = judged.said(number)
        theirs = _found(source, language)
        if source not in heard or not theirs:
            continue
        beside = [each for text in judged.neighbours(number) for _, each in _found(text, language)]
        if len(theirs) == 1 and not any(_same(value, each) or _same(value, 1 / each) for each in beside):
            message = f"The source has “{theirs[0][0]}” here, not “{shown}”."
            yield Flaw("number", "contradicted", "error", message, number)
        return


def repeated(judged: Judged) -> list[tuple[int, int]]:
    """Where a multiple stands that a near sentence has, in whatever form: its digits are no numbers."""
    language = primary(judged.language)
    mine = _found(judged.text, language)
    near = [value for number in judged.near if mine for _, value in _found(judged.said(number), language)]
    found = [shown for shown, value in mine if any(_same(value, each) for each in near)]
    places = [(judged.text.find(shown), len(shown)) for shown in found]
    return [(start, start + length) for start, length in places]


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= _ALIKE * max(one, other)


@lru_cache(maxsize=4096)
def _found(text: str, language: str) -> tuple[tuple[str, float], ...]:
    """Each multiple as it is written, and its value."""
    found = [
        (match.group().strip(), value)
        for pattern, value in _PATTERNS.get(language, ())
        for match in pattern.finditer(text)
    ]
    for match in _TIMES.finditer(text) if language == "en" else ():
        digits = match["number"]
        whole = float(digits) if digits[0].isdigit() else float(spelled.value(digits, "en")) if digits != "a" else 1.0
        found.append((match.group().strip(), whole + (0.5 if match["half"] else 0)))
    return tuple(found)
