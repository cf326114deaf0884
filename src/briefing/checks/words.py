"""Words as the rules see them: tokens, stems and content words. In: text. Out: words in their order."""

import re
from collections.abc import Iterator
from functools import lru_cache

WORD = re.compile(r"[^\W\d_](?:[\w'’.&/+-]*[\w+])?|\d[\w.,'’/+-]*", re.UNICODE)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

STOP = frozenset(
    "a about above according after again all also although an and any are article as at author authors be because "
    "been before being below between both but by can could did do does doing down during each either else even "
    "ever every few for from further had has have having he her here hers him his how however i if in into is it "
    "its itself just like made make makes many may might more most much must my no nor not notes now of off on "
    "once one only onto or other our out over own per rather said same says several she should since so some such "
    "than that the their them then there these they this those though through thus to too under until up upon us "
    "use used uses using very via was we well were what when where whether which while who whose why will with "
    "within without would yet you your".split()
)


_ENDINGS = ("ations", "ation", "ingly", "ings", "ing", "edly", "ies", "ied", "es", "ed", "ly", "s", "y", "e")


@lru_cache(maxsize=16_384)
def words(text: str) -> tuple[str, ...]:
    return tuple(match.group().rstrip(".'’") for match in WORD.finditer(text))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A crude stem: casefolded, possessive and common endings off. Two forms of one word share it; so may strangers."""
    word = word.casefold().replace("’", "'").removesuffix("'s").removesuffix("'")
    if word.endswith(_ENDINGS):  # most words have none
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                return word[: -len(ending)]
    return word


@lru_cache(maxsize=16_384)
def content(text: str) -> frozenset[str]:
    """The stems of the content words of a text; for scripts without spaces, pairs of characters."""
    return frozenset(_content(text))


def _content(text: str) -> Iterator[str]:
    for word in words(text):
        if _CJK.search(word):
            yield from (word[i : i + 2] for i in range(len(word) - 1))
        elif len(word) > 2 and word.casefold() not in STOP and not word[0].isdigit():
            for part in word.replace("/", "-").split("-"):
                if len(part) > 2:
                    yield stem(part)
