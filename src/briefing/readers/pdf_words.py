"""Broken lines into running text. In: the lines of a paragraph. Out: one text, with words that were broken made whole.

A hyphen at the end of a line is taken out only where the document itself shows, or all but shows, that it is no part
of the word: "exam-|ple" is "example", "long-|term" stays "long-term".
"""

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+(?:[-‐][^\W_]+)*")
_HYPHENS = ("-", "‐", "\u00ad")
_LAST = re.compile(r"([^\W_]+(?:[-‐][^\W_]+)*)[-‐\u00ad]$")
_LONGEST = 200  # characters that a broken word or address has at most
_CUT_ADDRESS = re.compile(r"(?:^|[\s(<])(?:https?:|https?://\S*[/._=&?%#-]|www\.\S*[/._-])$", re.IGNORECASE)
_ADDRESS_GOES_ON = re.compile(r"//\S|[\w%~-]*(?:/|[._=&?-][\w%])|[\w%~-]+[.,)]?$")


class Vocabulary:
    """How often a document writes a word within its lines. Words that a line's end breaks do not count."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._count: Counter[str] = Counter()
        broken = False
        for text in texts:
            words = _WORD.findall(text)
            whole = words[broken:]  # without what is left of the word that the line before broke
            broken = text.endswith(_HYPHENS)
            for word in whole[:-1] if broken else whole:
                self._count.update({_plain(word), *map(_plain, re.split("[-‐]", word))})

    def count(self, word: str) -> int:
        return self._count[_plain(word)]


def _plain(word: str) -> str:
    """At the start of a sentence a word is the same; all in capitals it is another one."""
    return word[:1].lower() + word[1:]


def joined(texts: Iterable[str], words: Vocabulary) -> str:
    """The lines as one text."""
    pieces: list[str] = []
    for text in texts:
        end = "".join(pieces[-2:])[-_LONGEST:]
        if _CUT_ADDRESS.search(end) and _ADDRESS_GOES_ON.match(text):
            pieces.append(text)
        elif end.endswith(_HYPHENS) and text[:1].isalnum() and (last := _LAST.search(end)):
            if _broken(last[1], text, words):
                pieces[-1] = pieces[-1][:-1]
            pieces.append(text)
        else:
            pieces += [" ", text] if pieces else [text]
    return "".join(pieces)


def _broken(last: str, text: str, words: Vocabulary) -> bool:
    """Whether the hyphen between `last` and the start of `text` only breaks a word."""
    found = _WORD.match(text)
    following = found[0] if found else ""
    part, first = re.split("[-‐]", last)[-1], re.split("[-‐]", following)[0]
    whole, parted = words.count(part + first), words.count(f"{part}-{first}") + words.count(f"{last}-{following}")
    if whole or parted:
        return whole > parted
    if first != following or not first[:1].islower() or not part[-1:].islower():
        return False
    return not (len(part) > 2 and len(first) > 2 and words.count(part) and words.count(first))
