"""Denials in another construction. In: the sentence, and what is near it in the sources. Out: what a source denies and
the sentence says, or the other way round, wherever in the two it stands, in English, German, French, Spanish, Italian,
Portuguese and Dutch.

A denial is of the word after it (of the verb at the end, where a language has it there), and of what follows in its
clause. Both have to be told in the other text, and one thing more that stands before it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from briefing.audit.gainsaid import gainsaid
from briefing.audit.sentence import HEARD, Judged
from briefing.audit.verbs import root
from briefing.checks.follow import matter
from briefing.checks.negation import DENIES, LIMITS, outdone
from briefing.cldr import primary

_SPOKEN_OF = 0.45  # of what a sentence tells, for a denial of a source to be about it
_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
_BORDER = re.compile(
    r"[,;:()—–]|[.!?](?=\s|$)|[.!?](?=[A-ZÄÖÜ])|\s(?:and|but|or|nor|because|although|though|while|whereas|since"
    r"|which|who"
    r"|that|unless|if|when|where|as|so|until|before|und|aber|oder|sondern|weil|obwohl|während|dass|wenn|et|mais"
    r"|ou|car|que"
    r"|qui|quand|y|pero|sino|e|ma|maar)\s",
    re.IGNORECASE,
)
_STRONG = re.compile(r"[;:]\s|[.!?](?=\s|[A-ZÄÖÜ])")
_NOR = re.compile(r"\b(?:nor|or|noch|ni|né|nem)\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|unless|before|bis|bevor|jusqu|avant|hasta|antes)\b", re.IGNORECASE)
_NEITHER = re.compile(r"\b(?:neither|weder|ni|né|nem|noch)\b", re.IGNORECASE)  # the whole clause, and what it is of
_PART = re.compile(  # of some, for a time, or a contrast: not a denial of the word after it
    r"\b(?:until|till|yet|only|just|merely|simply|all|every\w*|always|necessarily|much|many|entirely|completely"
    r"|fully|exactly"
    r"|if|whether|unless|at first|initially|so|as|more|less|fewer|later|nur|bloß|alle[nrms]?|immer|ganz"
    r"|zunächst|anfangs|bis"
    r"|erst|mehr|weniger|vollständig|unbedingt|seulement|tou[st]\w*|toujours|encore|que|plus|moins|d['’]abord"
    r"|jusqu\w*"
    r"|solo|sólo|todo\w*|siempre|hasta|más|menos|sempre|tutt\w*|alleen|altijd)\b",
    re.IGNORECASE,
)
_AT_ALL = re.compile(r"\b(?:at all|no longer|nicht mehr|ne (?:[\w’']+ )?plus)\b", re.IGNORECASE)
_IDIOM = re.compile(
    r"\b(?:no (?:doubt|wonder|matter|fewer|less|more|later|earlier|sooner)|not (?:only|just|least|to mention"
    r"|unlike)|why not"
    r"|or not|if not|nicht (?:nur|zuletzt|einmal|umsonst)|non seulement|no s[oó]lo|ne (?:\w+ )?que|n['’]\w+ que)\b",
    re.IGNORECASE,
)
_THEN = re.compile(  # of the statement: that it was so once, or would be
    r"\b(?:until|till|formerly|used to|once|previously|before|would|could|should|might|may|if|bis|früher"
    r"|ehemals|einst|würde\w*"
    r"|könnte\w*|wenn|falls|auparavant|autrefois|jusqu\w*|si|hasta|antes|si|rather|instead|statt|plutôt|hardly"
    r"|barely)\b|\?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_INVERTED = re.compile(r"\s(?:do|does|did|is|are|was|were|has|have|had|can|could|will)\s", re.IGNORECASE)
_BY_NO_MEANS = re.compile(r"\s(?:way|ways|means|case|sense)\b", re.IGNORECASE)
_WITHOUT = re.compile(r"without|ohne|sans|sin|senza|sem|zonder", re.IGNORECASE)
_NOTHING = re.compile(r"nothing|none|nobody|never|nichts|niemand|rien|nada|niente", re.IGNORECASE)
_OF = re.compile(
    r"\s(?:about|of|to|but|from|in|on|for|at|über|von|zu[mr]?|im|in|an|de|du|à|sur)\s(?!\w+en\b)", re.IGNORECASE
)
_LIGHT = frozenset(
    "way ways means case sense longer any one thing anything mehr gar davon dabei wollte wollten will wollen "
    "konnte konnten kann können musste muss müssen darf durfte durften dürfen möchte möchten peut peuvent "
    "veut veulent pouvait voulait".split()
)
_ENOUGH = 0.5  # of the words after a denial
_LETTERS = 4  # that two forms of a word share


class Denied(Struct, frozen=True):
    """word: the one that is denied. after: the words of its clause after it; beside: those of its sentence else."""

    cue: str
    word: str
    after: tuple[str, ...]
    beside: tuple[str, ...]


def polarity(judged: Judged) -> Iterator[tuple[int, str]]:
    """The number of the sentence of a source that says otherwise, and what is wrong."""
    language = primary(judged.language)
    if language not in _LANGUAGES or not judged.statement.same_language:
        return
    if DENIES[language].search(judged.text):
        yield from _added(judged, language)
    elif not _THEN.search(judged.text):
        yield from _lost(judged, language)


def _lost(judged: Judged, language: str) -> Iterator[tuple[int, str]]:
    near = judged.sharing(_SPOKEN_OF)
    for number in judged.near[:3]:
        source = judged.said(number)
        if source not in near or not DENIES[language].search(source) or _limits(judged.text, source, language):
            continue
        one = next((each for each in denied(source, language) if _tells(judged.text, each)), None)
        others = [text for text in near if text != source and not DENIES[language].search(text)]
        if one and not any(_tells(text, one) for text in others):
            yield number, f"The source denies it: it has “{one.cue} … {one.word}”."
        return


def _added(judged: Judged, language: str) -> Iterator[tuple[int, str]]:
    near = judged.sharing(HEARD)
    for number in judged.near[:1]:
        source = judged.said(number)
        around = judged.around[0]
        if source not in near or LIMITS[language].search(around) or outdone(judged.text, [source], language):
            return
        one = next((each for each in denied(judged.text, language) if _tells(source, each)), None)
        if one and not _THEN.search(source) and gainsaid(judged.text, one.cue, source, language):
            yield number, f"“{one.cue} … {one.word}” denies what the source says."


def _limits(text: str, source: str, language: str) -> bool:
    """Whether a text limits something by itself, in a word of a kind that the source does not have."""
    theirs = {match.group().casefold()[:5] for match in LIMITS[language].finditer(source)}
    return any(match.group().casefold()[:5] not in theirs for match in LIMITS[language].finditer(text))


@lru_cache(maxsize=2048)
def denied(text: str, language: str) -> tuple[Denied, ...]:
    return tuple(_denied(text, language))


def _denied(text: str, language: str) -> Iterator[Denied]:
    plain = _IDIOM.sub(lambda match: " " * len(match.group()), text)
    plain = plain if not plain.rstrip().endswith("?") else ""
    for cue in DENIES[language].finditer(plain):
        begin = max((match.end() for match in _BORDER.finditer(text, 0, cue.start())), default=0)
        nor = _NOR.search(text, cue.end()) if _NEITHER.fullmatch(cue.group()) else None
        border = _BORDER.search(text, nor.end() if nor else cue.end())
        after = plain[cue.end() : border.start() if border else len(text)]
        if _PART.search(_AT_ALL.sub("", f"{plain[begin : cue.start()]} {after}")) or _UNTIL.search(text, cue.end()):
            continue
        opens = max((match.end() for match in _STRONG.finditer(text, 0, cue.start())), default=0)
        if _WITHOUT.fullmatch(cue.group()) and not _WORD.search(text, begin, cue.start()):
            continue  # "without it, …" is a condition
        words = _telling(after, language)
        if words and not (_NOTHING.fullmatch(cue.group()) and _OF.match(after)):
            if len(words) > 1 and _INVERTED.match(after):  # "nor do people react": the verb is denied
                words = words[1:]
            more = () if _BY_NO_MEANS.match(after) else words[1:]
            strong = _STRONG.search(text, cue.end())
            rest = text[border.start() : strong.start() if strong else len(text)] if border else ""
            yield Denied(cue.group(), words[0], more, _telling(f"{plain[opens : cue.start()]} {rest}", language))


def _telling(text: str, language: str) -> tuple[str, ...]:
    words = _WORD.findall(text)
    return tuple(word for word in words if matter(word, language) and word.casefold() not in _LIGHT)


def _tells(text: str, one: Denied) -> bool:
    """Whether a text has the denied word, and speaks of the same."""
    held = {form for word in _WORD.findall(text) for form in _forms(word)}
    if not _forms(one.word) & held:
        return False
    shared = sum(bool(_forms(word) & held) for word in one.after)
    beside = sum(bool(_forms(word) & held) for word in one.beside)
    enough = shared >= _ENOUGH * len(one.after)
    return enough and (beside > 0 or shared > 1 or (not one.beside and shared > 0))


@lru_cache(maxsize=16_384)
def _forms(word: str) -> frozenset[str]:
    """What the forms of a word share: its root, its beginning, and of a German verb its stem."""
    plain = _plain(word.casefold())
    found = {root(word), plain[:_LETTERS]} if len(plain) >= _LETTERS else {root(word)}
    if plain.endswith("en") and len(plain) > _LETTERS:
        found.add(f"{plain.removesuffix('en')}-")
    if plain.startswith("ge") and plain.endswith("t") and len(plain) > _LETTERS:
        found.add(f"{plain[2:-1]}-")
    return frozenset(found)


def _plain(word: str) -> str:
    """Without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
