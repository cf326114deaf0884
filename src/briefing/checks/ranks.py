"""Ranks: "the biggest" is not carried by "the second-biggest", nor by "one of the biggest".

A superlative falls where every passage that has it, and speaks of the same, gives it another rank.
"""

import re
from collections.abc import Iterator, Sequence

from briefing.checks.base import Compared, Fact, Statement
from briefing.checks.follow import matter
from briefing.cldr import primary

_ORDINAL = r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|2nd|3rd|4th|5th"
_RANKS = {
    "en": re.compile(
        rf"(?P<some>\b(?:one of|among|some of|part of) (?:the|its|his|her|their|our) (?:\w+ ){{0,2}}?)?"
        rf"(?:\b(?P<rank>{_ORDINAL})[- ])?\b(?P<word>(?:most|least) [a-z]{{4,}}|[a-z]{{3,}}est)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"(?P<some>\b(?:eine[rs]?|zu) (?:der|den) (?:\w+ )??)?"
        r"\b(?P<rank>zweit|dritt|viert|fünft)?(?P<word>(?:größt|höchst|längst|ältest|kleinst|jüngst|stärkst|schnellst"
        r"|wichtigst|best|reichst|schwerst|tiefst|teuerst|billigst)\w{1,2})\b",
        re.IGNORECASE,
    ),
}
_NO_SUPERLATIVES = frozenset(
    "west midwest forest interest request protest contest invest suggest rest test guest honest harvest arrest modest "
    "earnest tempest conquest inquest manifest digest bequest unrest chest nest pest quest best latest interest "
    "northwest southwest priest crest everest budapest".split()
)
_ENDING = re.compile(r"e[nrsm]?$")
_MOST = 0.5  # of what a statement speaks of, for a passage to speak of the same


class Ranks(Compared):
    name = "ranks"
    explains = "has another rank in what it cites"
    hint = "Keep the “second” or the “one of” of the cited sentence."

    def changed(self, statement: Statement, passages: Sequence[str]) -> Iterator[Fact]:
        language = primary(statement.language)
        mine = _ranks(statement.text, language)
        stems = matter(statement.text, language) if mine else frozenset()
        near = [each for each in passages if len(stems & matter(each, language)) >= _MOST * len(stems)] if mine else []
        theirs = [each for passage in near for each in _ranks(passage, language)]
        for word, rank, text in mine:
            held = {other for stem, other, _ in theirs if stem == word}
            if held and rank not in held and not (rank == "some" and "" in held):
                yield Fact(text)


def _ranks(text: str, language: str) -> list[tuple[str, str, str]]:
    """Of each superlative, the word, its rank ("" for the first, "some" for one of the first), and how it is put."""
    if language not in _RANKS:
        return []
    found: list[tuple[str, str, str]] = []
    for match in _RANKS[language].finditer(text):
        word = match["word"].casefold()
        if word not in _NO_SUPERLATIVES:
            rank = "some" if match["some"] else (match["rank"] or "").casefold()
            found.append((_ENDING.sub("", word) if language == "de" else word, rank, match.group()))
    return found
