"""Kinds: another word of its field stands where the cited sentence has one. "The lining of the kidneys" is not carried
by "the lining of the lungs".

A word falls where the clause that its own follows has exactly one other word of the field instead, beside the same
words, and nothing that is cited has it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from briefing.checks.base import Compared, Fact, Statement
from briefing.checks.fields import FIELDS
from briefing.checks.follow import beside, matter, pairs
from briefing.checks.negation import DENIES
from briefing.cldr import primary

_WORD = re.compile(r"[^\W_]+(?:[-‑][^\W_]+)*")
_OWN = re.compile(r"['’]s?$")
_LETTER = re.compile(
    r"(?<![\w.'’&°º-])(?<![.°º\d] )(?<!degrees )[B-HJ-Z](?![\w'’&-]|\.\s?\w)"
)  # B cells, vitamin D; not I, °C, A. Smith
_ORDINALS = ("first", "second", "third")
_COUNTED = re.compile(r"(?:\b(?:the|a|his|her|its|their|our|my|your|this|every|each)|['’]s?)\s$", re.IGNORECASE)
_LETTERS = -1  # their field
_MOST = 0.6  # of what a statement speaks of, for a passage to be held against it as a whole
_LONGEST = 3  # words of one entry


class Kind(Struct, frozen=True):
    """A word of a field. value: what it stands for, whatever its form."""

    text: str
    start: int
    end: int
    field: int
    value: str


class Kinds(Compared):
    name = "kinds"
    explains = "is another one of its kind than what it cites has there"
    hint = "Take the word of the cited sentence."

    def changed(self, statement: Statement, passages: Sequence[str]) -> Iterator[Fact]:
        language = primary(statement.language)
        mine = kinds(statement.text, language)
        if not mine:
            return
        cited = {(each.field, each.value) for passage in passages for each in kinds(passage, language)}
        free = {(each.field, each.value) for each in mine} - cited
        if not {field for field, _ in cited} & {field for field, _ in free}:
            return
        held = (*pairs(statement.text, passages, language), *_repeated(statement.text, passages, language))
        rivals = (rival for piece, clause in held for rival in _rivals(piece, clause, language))
        found = {
            given.text: said.text
            for given, said in rivals
            if (given.field, given.value) in free and not any(_same(said, each) for each in mine)
        }
        yield from (Fact(given, said) for given, said in found.items())


def _repeated(text: str, passages: Sequence[str], language: str) -> Iterator[tuple[str, str]]:
    """The passages that have most of what the whole statement speaks of: a list is more than one clause."""
    stems = matter(text, language)
    yield from ((text, passage) for passage in passages if len(stems & matter(passage, language)) >= _MOST * len(stems))


def _rivals(piece: str, clause: str, language: str) -> Iterator[tuple[Kind, Kind]]:
    """Each word of a piece for which the clause has another one of its field, and one only, beside the same words."""
    if _denies(piece, language) != _denies(clause, language):
        return
    mine, theirs = kinds(piece, language), kinds(clause, language)
    for given in mine:
        own = [each for each in mine if each.field == given.field and not any(_same(each, one) for one in theirs)]
        free = [each for each in theirs if each.field == given.field and not any(_same(each, one) for one in mine)]
        if len({each.value for each in own}) == len({each.value for each in free}) == 1 and given in own:
            shared = beside(piece, given.start, given.end, language) & beside(
                clause, free[0].start, free[0].end, language
            )
            if shared:
                yield given, free[0]


def has(text: str, word: str, language: str) -> bool:
    """Whether a text has a word of a field, in whatever form."""
    wanted = kinds(word, primary(language))
    return any(_same(one, each) for one in wanted for each in kinds(text, primary(language)))


def _is_adverb(text: str, start: int, end: int) -> bool:
    """Whether it is the first of "it first appeared", or a second on the clock."""
    return text[start:end] in _ORDINALS and not _COUNTED.search(text, max(0, start - 12), start)


def _same(one: Kind, other: Kind) -> bool:
    return (one.field, one.value) == (other.field, other.value)


def _denies(text: str, language: str) -> bool:
    return language in DENIES and DENIES[language].search(text) is not None


@lru_cache(maxsize=16_384)
def kinds(text: str, language: str) -> tuple[Kind, ...]:
    return tuple(sorted(_kinds(text, language), key=lambda each: each.start))


def _kinds(text: str, language: str) -> Iterator[Kind]:
    entries = _entries(language)
    words = list(_WORD.finditer(text)) if entries else []
    place = 0
    while place < len(words):
        taken = 1
        for count in range(min(_LONGEST, len(words) - place), 0, -1):
            start, end = words[place].start(), words[place + count - 1].end()
            found = entries.get(text[start:end].casefold())
            if found and not _is_adverb(text, start, end):
                yield from (Kind(text[start:end], start, end, field, value) for field, value in found)
                taken = count
                break
        place += taken
    for match in _LETTER.finditer(text):
        yield Kind(match.group(), *match.span(), _LETTERS, match.group())


@cache
def _entries(language: str) -> Mapping[str, tuple[tuple[int, str], ...]]:
    """By each form of each word, its fields, and what it stands for there."""
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, field in enumerate(FIELDS.get(language, "").strip().splitlines()):
        for entry in field.split("|"):
            same = entry.split("/")
            for word in same:
                for form in _forms(word):
                    if (number, same[0]) not in found[form]:
                        found[form].append((number, same[0]))
    return {form: tuple(places) for form, places in found.items()}


def _forms(word: str) -> Iterator[str]:
    if word.startswith("="):
        yield word[1:]
        return
    yield from (word, f"{word}s", f"{word}es")
    if word.endswith("y"):
        yield f"{word[:-1]}ies"
