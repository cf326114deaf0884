"""The terms of a text, in any script. In: text. Out: terms that can be counted and compared, and a length in words.

Words are folded to lower case and cut to their first letters, which joins most inflected forms without knowing the
language (McNamee and Mayfield, Character N-Gram Tokenization for European Language Text Retrieval, 2004). Scripts that
write no spaces, or glue particles to their nouns (Han, Kana, Hangul), are cut into overlapping pairs of characters.
"""

import re
from functools import cache, lru_cache

STEM = 6  # letters of a word that are kept
_SPANS = tuple(
    "\u1100-\u11ff \u3040-\u30ff \u3130-\u318f \u31f0-\u31ff \u3400-\u4dbf \u4e00-\u9fff \uac00-\ud7af"
    " \uff66-\uff9d".split()
)
_PAIRED = "".join(_SPANS)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")  # what a token is where nothing is paired
_GAPS = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) != "'"}  # between words of ASCII
_POSSESSIVE = re.compile(r"['’]s$")
_CHARACTERS_A_WORD = 2  # of the paired scripts, measured against translations: good enough for a limit on length


def tokens(text: str) -> tuple[str, ...]:
    """Words and runs of paired scripts, as written."""
    if text.isascii():  # most are, and are cut without a pattern in a third of the time
        words = text.translate(_GAPS).split()
        if "'" not in text:
            return tuple(words)
        return tuple(word for each in words for word in (_WORD.findall(each) if "'" in each else (each,)))
    paired = any(map(_pairs, set(text))) or "々" in text
    return tuple((_token() if paired else _WORD).findall(text))


@lru_cache(maxsize=1)
def folded(text: str) -> tuple[str, ...]:
    """Its tokens, case folded. The last ones are kept: a new document is asked for its language and for commands."""
    return tokens(text.lower()) if text.isascii() else tuple(map(str.casefold, tokens(text)))


@cache
def _token() -> re.Pattern[str]:
    """Compiled where it is needed: sets of so many characters take 5 ms."""
    return re.compile(rf"[{_PAIRED}々ー]+|(?:(?![{_PAIRED}])[^\W_])+(?:['’](?:(?![{_PAIRED}])[^\W_])+)*")


def is_paired(token: str) -> bool:
    return _pairs(token[:1])


@cache
def _pairs(char: str) -> bool:
    return any(span[0] <= char <= span[-1] for span in _SPANS)


@lru_cache(maxsize=32_768)
def terms(text: str, function_words: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The terms of a text in their order, without function words and single letters."""
    found: list[str] = []
    for token in tokens(text):
        if is_paired(token):
            found += [token[i : i + 2] for i in range(max(1, len(token) - 1))]
            continue
        word = _POSSESSIVE.sub("", token.casefold())
        if word not in function_words and (len(word) > 1 or word.isdigit()):
            found.append(word if any(map(str.isdigit, word)) else word[:STEM])
    return tuple(found)


def length(text: str) -> float:
    """How long a text is, in words of a language that writes spaces."""
    return sum(len(token) / _CHARACTERS_A_WORD if is_paired(token) else 1 for token in tokens(text))


def overlap(these: frozenset[str], those: frozenset[str]) -> float:
    """Dice's coefficient: 1 for equal sets, 0 for sets with nothing in common or nothing in them."""
    together = len(these) + len(those)
    return 2 * len(these & those) / together if together else 0.0
