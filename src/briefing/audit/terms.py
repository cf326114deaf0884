"""What words of a text tell something, each by its stem. In: text. Out: its terms, by which it is looked up."""

import re
from collections.abc import Collection
from functools import lru_cache

from briefing.checks.words import STOP, stem

# Written without spaces, or (Korean) with what belongs to a word written onto it: Thai, Japanese, Chinese, Korean.
PAIRED = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[^\W_{PAIRED}]+|[{PAIRED}]+")
_PAIRED = re.compile(f"[{PAIRED}]")
_MARKS = "’“”‘–—…\u00a0"  # that most English texts have, which are in ASCII without them
# Of ASCII: what parts words is a space, and letters are small.
_PLAIN = bytes(ord(chr(code).lower() if chr(code).isalnum() else " ") for code in range(128)) + bytes(128)
EMPTY = STOP - {"may"}  # a month, too


class _Stems(dict[str, str]):
    """The stem of each word, found once; "" for words that tell nothing."""

    def __missing__(self, word: str) -> str:
        empty = word in EMPTY or (len(word) < 2 and not word.isdigit())
        found = self[word] = "" if empty else word if word.isdigit() else stem(word)
        return found


STEMS = _Stems()


@lru_cache(maxsize=4096)
def terms(text: str) -> tuple[str, ...]:
    """The stems of the words of a text, in its order; of scripts without spaces, pairs of characters."""
    return tuple(every_term(text))


def every_term(text: str) -> Collection[str]:
    """As terms(), and kept nowhere: for texts that are read once."""
    found: list[str] = []
    text = without_marks(text)
    if text.isascii():  # it holds no pairs
        return [known for known in map(STEMS.__getitem__, ascii_words(text)) if known]
    for word in _WORD.findall(text.casefold()):
        if _PAIRED.match(word):
            found += [word[i : i + 2] for i in range(max(1, len(word) - 1))]
        elif known := STEMS[word]:
            found.append(known)
    return found


def without_marks(text: str) -> str:
    """With spaces for marks that part words, so that it may be in ASCII: where its terms are, they stay."""
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
    return text


def ascii_words(text: str) -> list[str]:
    """Of a text in ASCII, small."""
    return text.encode().translate(_PLAIN).decode().split()
