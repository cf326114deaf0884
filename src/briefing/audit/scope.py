"""How many of them. In: the sentence, and what is near it in the sources. Out: "all the kilns", where the nearest
sentence has "some of the kilns"; "few", where it has "most".

Only what goes beyond the source is told: of what holds of all, "some" is true.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.audit.flaw import Flaw
from briefing.audit.sentence import HEARD, Judged
from briefing.checks.follow import matter
from briefing.checks.negation import DENIES
from briefing.cldr import primary

_ROWS = {  # from none to all
    "en": (
        "no|none|neither|not one|not a single",
        "few|hardly any|very few|a handful|a minority|a couple|only one|one or two",
        "some|several|a number|a few|certain|not all|not every",
        "half|many|numerous|a lot|lots",
        "most|the majority|a majority|the bulk|almost all|nearly all",
        "all|every|each|both|everyone|the whole|the entire",
    ),
    "de": (
        "kein|keine|keiner|keines|keinen",
        "wenige|kaum|einzelne|eine Minderheit|nur eine|nur ein",
        "einige|manche|mehrere|etliche|ein paar|bestimmte|nicht alle|nicht jede|nicht jeder",
        "die Hälfte|viele|zahlreiche",
        "die meisten|fast alle|die Mehrheit|der Großteil",
        "alle|allen|aller|jede|jeder|jedes|jeden|sämtliche|beide|beiden",
    ),
    "fr": (
        "aucun|aucune|nul|nulle",
        "peu de|peu d’|rares|une minorité",
        "certains|certaines|quelques|plusieurs|pas tous|pas toutes",
        "la moitié|beaucoup|de nombreux|de nombreuses",
        "la plupart|la majorité|presque tous|presque toutes",
        "tous|toutes|chaque|les deux|l’ensemble",
    ),
}
_FIRST, _FEW, _MANY, _MOST, _ALL = 0, 1, 3, 4, 5
_LOOK = 4  # words after it, among which is what it counts
_PATTERNS = {
    language: re.compile(
        "|".join(
            rf"(?P<r{rank}>(?<![\w-])(?:{'|'.join(sorted(row.split('|'), key=len, reverse=True))})(?![\w-]))"
            for rank, row in reversed(list(enumerate(rows)))
        ),
        re.IGNORECASE,
    )
    for language, rows in _ROWS.items()
}
_NOT_ALL = re.compile(r"not (?:all|every)|nicht (?:alle|jeder?)|pas tou(?:s|tes)", re.IGNORECASE)
_APART = {  # of whom not all do the same
    "en": re.compile(r"\b(?:mixed|varied|in different directions|some\b[^.;]*\bothers)\b|^\W*others\b", re.IGNORECASE),
    "de": re.compile(
        r"\b(?:uneinheitlich|gemischt|unterschiedlich|(?:einige|manche)\b[^.;]*\bandere)\b", re.IGNORECASE
    ),
    "fr": re.compile(r"\b(?:en ordre dispersé|mitigée?s|partagée?s|(?:certaine?s|les une?s)\b[^.;]*\bd['’]autres)\b"),
}
_WORD = re.compile(r"[^\W_][\w'’-]*")
_BORDER = re.compile(r"[,;:()—–.!?]|\s(?:and|or|und|oder|et|ou)\s")


def scope(judged: Judged) -> Iterator[Flaw]:
    """At most one flaw of a sentence."""
    language = primary(judged.language)
    mine = _found(judged.text, language) if judged.statement.same_language and language in _ROWS else ()
    if not mine:
        return
    heard = judged.sharing(HEARD)
    for number in judged.near[:1]:
        source = judged.said(number)
        if source not in heard or _denies(source, language) != _denies(judged.text, language):
            return
        theirs = _found(source, language)
        for shown, rank, stems in mine:
            apart = _APART[language].search(source) if rank == _ALL and stems & matter(source, language) else None
            if apart and not _APART[language].search(judged.text) and not any(each[1] == _ALL for each in theirs):
                message = f"The source has “{apart.group()}” here, not “{shown}”."
                yield Flaw("statement", "contradicted", "error", message, number)
                return
            others = [each for each in theirs if each[2] & stems]
            if others and all(_beyond(rank, other) or _limits(shown, other) for _, other, _ in others):
                message = f"The source has “{others[0][0]}” here, not “{shown}”."
                yield Flaw("statement", "contradicted", "error", message, number)
                return


def _denies(text: str, language: str) -> bool:
    return DENIES[language].search(_NOT_ALL.sub("", text)) is not None


def _limits(shown: str, theirs: int) -> bool:
    """Whether it says that they are not all, of what are all."""
    return theirs == _ALL and _NOT_ALL.fullmatch(shown) is not None


def _beyond(mine: int, theirs: int) -> bool:
    return (mine == _ALL and theirs != _ALL) or mine >= theirs + 2 or (mine <= _FEW and theirs >= _MANY)


@lru_cache(maxsize=4096)
def _found(text: str, language: str) -> tuple[tuple[str, int, frozenset[str]], ...]:
    """Each as it is written, its rank, and the stems of what it counts."""
    found: list[tuple[str, int, frozenset[str]]] = []
    for match in _PATTERNS[language].finditer(text):
        border = _BORDER.search(text, match.end())
        after = _WORD.findall(text[match.end() : border.start() if border else len(text)])[:_LOOK]
        rank = int((match.lastgroup or "r0")[1:])
        found.append((match.group(), rank, matter(" ".join(after), language)))
    return tuple(found)
