"""Looks up the cues of a language. In: a language. Out: whether, and how often, a text has a cue."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Literal

from briefing.writers.selection.cues.base import Cues
from briefing.writers.selection.cues.table import TABLES
from briefing.writers.selection.terms import folded

Cue = Literal[
    "refers", "stands", "joins", "within", "definite", "pointer", "caption", "notice", "greets", "mine", "picks",
    "judges", "alleges", "tells", "explains", "matters", "covers", "ahead", "whole", "leads", "nameless", "you",
    "closes", "instructs", "announces", "weighs", "asserts", "crowns", "article", "clause",
]  # fmt: skip

_WIDER: Mapping[Cue, Cue] = {"announces": "picks", "weighs": "matters"}  # what answers where a table leaves it out
_OPENING = re.compile(r"[\s\"'“”‘’«»„「『*_\-–—•]*")
_UNSPACED = frozenset({"ko", "ja", "zh"})  # no word borders to hold on to: particles follow, or no space at all
_SCRIPTS = (  # their first and last characters
    ("ja", "\u3040", "\u30ff"),  # before Han, which Japanese has as well
    ("ko", "\uac00", "\ud7af"),
    ("zh", "\u4e00", "\u9fff"),
    ("ar", "\u0600", "\u06ff"),
)
_SHARE = 0.1  # of a script among the letters, to be the text's own
_PLAIN_WORDS, _PLAINLY = 60, 3  # words of a text, and times as many of another language, to contradict what it declares


class Lexicon:
    """The cues of one language. A language without a table has none, and every question is answered with no."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._cues = TABLES.get(language, Cues())
        self._compiled: dict[Cue, re.Pattern[str]] = {}

    @property
    def is_known(self) -> bool:
        return self.language in TABLES

    @property
    def is_spaced(self) -> bool:
        """Whether there is a table of its function words, and they stand by themselves."""
        return self.is_known and self.language not in _UNSPACED

    @property
    def capitalises_titles(self) -> bool:
        """Whether "A History of Kilns" is a title, and "a history of kilns" is not."""
        return self._cues.asserts != Cues().asserts

    @cached_property
    def function_words(self) -> frozenset[str]:
        return frozenset(self._cues.function.split())

    @cached_property
    def light_words(self) -> frozenset[str]:
        return frozenset(self._cues.light.split())

    def opens(self, cue: Cue, text: str) -> bool:
        """Whether the text begins with the cue, quotation marks aside."""
        start = _OPENING.match(text)
        return bool(self._pattern(cue).match(text, start.end() if start else 0))

    def count(self, cue: Cue, text: str) -> int:
        """How many different words of the cue the text has."""
        return len({found.group().casefold() for found in self._pattern(cue).finditer(text)})

    def writes_small(self, cue: Cue, text: str) -> bool:
        """Whether the text has the cue in small letters, or in a script that has no others."""
        return any(found.group() == found.group().lower() for found in self._pattern(cue).finditer(text))

    def without(self, cue: Cue, text: str) -> str:
        """What follows the cue, where the text begins with it."""
        found = self._pattern(cue).match(text)
        return text[found.end() :] if found else text

    def is_all(self, cue: Cue, text: str) -> bool:
        return bool(self._pattern(cue).fullmatch(text))

    def ends(self, cue: Cue, text: str) -> bool:
        return any(found.end() == len(text) for found in self._pattern(cue).finditer(text, max(0, len(text) - 4)))

    def _pattern(self, cue: Cue) -> re.Pattern[str]:
        if cue not in self._compiled:
            alternatives = re.sub(r"\n\s*", "", getattr(self._cues, cue) or getattr(self._cues, _WIDER[cue]))
            whole = rf"(?:{alternatives})" if self.language in _UNSPACED else rf"(?<!\w)(?:{alternatives})(?!\w)"
            self._compiled[cue] = re.compile(whole, re.IGNORECASE)
        return self._compiled[cue]


@cache
def lexicon(language: str) -> Lexicon:
    return Lexicon(language)


def language_of(texts: Iterable[str], declared: str) -> str:
    """The language whose table suits a text best: by its script, else by its function words, else as declared."""
    whole = " ".join(texts)
    if language := _of_script(whole):
        return language
    hits, count = _hits(whole)
    best = max(hits, key=hits.__getitem__)
    return best if hits[best] > count * _SHARE else declared.split("-")[0]


def _of_script(text: str) -> str:
    """The language whose script the text is in, or "". Counted by signs: patterns of so many take 5 ms to be made."""
    if text.isascii():
        return ""
    signs = Counter(text)
    letters = sum(count for sign, count in signs.items() if sign.isalpha()) or 1
    for language, first, last in _SCRIPTS:
        if sum(count for sign, count in signs.items() if first <= sign <= last) / letters > _SHARE:
            return language
    return ""


def other_language(text: str, declared: str) -> str:
    """The language that a text is in, where it is plainly not in the declared one, by their function words; else "".
    Templates declare English, whatever is written in them."""
    own, words = declared.split("-")[0].casefold(), folded(text)
    if own not in TABLES or len(words) < _PLAIN_WORDS:
        return ""
    if _PLAINLY * sum(map(lexicon(own).function_words.__contains__, words)) >= len(words):
        return ""  # no other can have so many more, and they need not be counted
    hits, count = _hits(text)
    best = max(hits, key=hits.__getitem__)
    return best if hits[best] > count * _SHARE and hits[best] > hits[own] * _PLAINLY and best != own else ""


def _hits(text: str) -> tuple[dict[str, int], int]:
    """How many words of a text are function words of each language, and how many words it has."""
    words = folded(text)
    hits, languages = dict.fromkeys(TABLES, 0), _languages()
    for word, times in Counter(filter(languages.__contains__, words)).items():
        for name in languages[word]:
            hits[name] += times
    return hits, len(words)


@cache
def _languages() -> Mapping[str, tuple[str, ...]]:
    """By function word, the languages that have it."""
    found: dict[str, list[str]] = {}
    for name in TABLES:
        for word in lexicon(name).function_words:
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}
