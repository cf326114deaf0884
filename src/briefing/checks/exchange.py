"""Exchange: two words that stand in each other's place. "The oven heats the hall" is made of the words of "the hall
heats the oven", and says something else.

Asked only of a statement that repeats a passage nearly word for word: it falls where it would repeat more of it if two
of its words changed places, and what stands between the two is the same on either side.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from msgspec import Struct

from briefing.checks.base import Compared, Fact, Statement
from briefing.cldr import primary

LEAST = 0.75  # of the words of a statement, in the order of the passage once the two have changed places
_OF = frozenset("of in at on von in an de du à en del di van te".split())  # "the farmers of Vik"
_SPARE = 4  # words that only one of the two has
_CLOSE = 6  # words between two that do something together
_GAIN = 2  # words that then stand in it
_FEWEST = 4  # words
_UNSPACED = ("ko", "ja", "zh", "th")
_WORD = re.compile(r"[^\W_]+(?:[.,:/@^'’‑-][^\W_]+)*")
_OWN = re.compile(r"['’]s?$")
_LIGHT = frozenset(  # which come and go when a sentence is repeated
    "a an the this that these those its his her their our one ones also then now too only just still yet both each all "
    "der die das den dem des ein eine einen einem einer eines auch nun dann noch schon ebenfalls "
    "le la les un une des aussi l el los las una unos unas también il lo gli i uno anche de het een ook".split()
)
_JOINS = frozenset("and or und oder sowie et ou y o e ed en of as well plus & nor".split())
_FUNCTION = _JOINS | frozenset(
    "is are was were be been being has have had do does did will would can could may might must in on at by from to of "
    "with without for against after before than who which that whom whose not no never but while because when if into "
    "over under between through during until since as like unlike instead rather "
    "ist sind war waren wird werden wurde wurden hat haben hatte kann soll muss in im an am auf von vom zu zum zur mit "
    "ohne für gegen nach vor als dass welche welcher nicht kein keine nie aber weil wenn bei aus durch über unter "
    "est sont était a ont avait par de du dans sur à au aux avec sans pour contre après avant que qui ne pas mais "
    "es son fue era ha han por del al con sin para contra después antes no pero che di da con per non ma zijn was "
    "door van met voor niet maar".split()
)
_BEING = frozenset("is are was were be been ist sind war waren est sont était es son fue era zijn was".split())
_MUTUAL = re.compile(  # of two that do something together, either may come first
    r"\b(?:met|meet\w*|marr\w+|equals?|resembl\w+|match\w*|differ\w*|border\w*|neighbou?r\w*|compar\w+|same|similar\w*"
    r"|together|next to|beside|alongside|between|near|likewise|versus|vs|agree\w*|compet\w+|twin\w*|link\w*"
    r"|connect\w*|distance|treffen|traf|trifft|gleich\w*|ähnlich\w*|zwischen|entre|comme|rencontr\w+|même|mismo)\b",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"^\s*(?:,|and\b|or\b|und\b|oder\b|et\b|ou\b|y\b|o\b).*(?:,|\band|\bor|\bund|\boder|\bet|\bou|\by|\bo)\s*\W*$"
)
_BY_CASE = frozenset("der den dem einen einem eines des".split())  # which say who does it, wherever it stands


class _Word(Struct, frozen=True):
    """text: casefolded, without the 's of an owner. article: what of the light words stands right before it."""

    text: str
    start: int
    end: int
    article: str


class Exchange(Compared):
    name = "exchange"
    explains = "stand in each other's place in what it cites"
    hint = "Put each word where the cited sentence has it."

    def changed(self, statement: Statement, passages: Sequence[str]) -> Iterator[Fact]:
        language = primary(statement.language)
        if language in _UNSPACED or any(_repeats(statement.text, passage) for passage in passages):
            return
        for passage in passages:
            if found := exchanged(statement.text, passage, language):
                yield Fact(" … ".join(found))
                return


def _repeats(text: str, passage: str) -> bool:
    said = [word.text for word in _words(text)]
    return _common(said, [word.text for word in _words(passage)]) == len(said)


def exchanged(text: str, passage: str, language: str) -> tuple[str, str] | None:
    """The two words of a text that stand in each other's place in a passage."""
    mine, theirs = _words(text), _words(passage)
    if len(mine) < _FEWEST:
        return None
    there = {word.text for word in theirs}
    said = [word.text for word in mine]
    if sum(word in there for word in said) < LEAST * len(said):
        return None
    order = [word.text for word in theirs]
    base = _common(said, order)
    if base == len(said) or base + _GAIN > len(said):
        return None
    known = list(dict.fromkeys(word for word in said if word in there and word not in _FUNCTION))
    for one, other in combinations(known, 2):
        if _inverted(said, order, one, other):
            turned = [other if word == one else one if word == other else word for word in said]
            gain = _common(turned, order)
            enough = gain >= max(base + _GAIN, LEAST * len(said))
            if enough and _apart(text, mine, theirs, (one, other), language):
                return one, other
    return None


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[_Word, ...]:
    found: list[_Word] = []
    article = ""
    for match in _WORD.finditer(text):
        word = _OWN.sub("", match.group())
        word = word if word == "May" else word.casefold()  # a month
        if word in _LIGHT:
            article = word
            continue
        found.append(_Word(word, *match.span(), article))
        article = ""
    return tuple(found)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words the two have in one order: the longest common subsequence, by bits (Hyyrö 2004)."""
    places: dict[str, int] = {}
    for bit, word in enumerate(one):
        places[word] = places.get(word, 0) | 1 << bit
    full = (1 << len(one)) - 1
    rest = full
    for word in other:
        held = rest & places.get(word, 0)
        rest = ((rest + held) | (rest - held)) & full
    return len(one) - rest.bit_count()


def _inverted(mine: Sequence[str], theirs: Sequence[str], one: str, other: str) -> bool:
    return mine.index(one) < mine.index(other) and any(word == one for word in theirs[theirs.index(other) :])


def _apart(text: str, mine: Sequence[_Word], theirs: Sequence[_Word], pair: tuple[str, str], language: str) -> bool:
    """Whether the two stand at either end of the same words, and these set the one apart from the other."""
    one, other = pair
    first, last = _places(mine, one, other)
    if any(
        _same([word.text for word in mine[first + 1 : last]], [word.text for word in theirs[start + 1 : end]])
        for start, end in _all_places(theirs, one, other)
    ):
        return False  # it has the two in this order as well
    for start, end in _all_places(theirs, other, one):
        here, beyond = mine[first + 1 : last], theirs[start + 1 : end]
        words = [word.text for word in here]
        if not _same(words, [word.text for word in beyond]) or not set(words) - _JOINS - _BEING:
            continue
        between = text[mine[first].end : mine[last].start]
        if _LIST.match(between) or (len(words) <= _CLOSE and _MUTUAL.search(between)):
            continue
        if language == "de" and _by_case((mine[first], mine[last]), (theirs[end], theirs[start])):
            continue
        return True
    return False


def _places(words: Sequence[_Word], one: str, other: str) -> tuple[int, int]:
    """The nearest two places, the one before the other."""
    return min(_all_places(words, one, other), key=lambda place: place[1] - place[0])


def _all_places(words: Sequence[_Word], one: str, other: str) -> list[tuple[int, int]]:
    return [
        (first, last)
        for last, after in enumerate(words)
        for first, before in enumerate(words[:last])
        if before.text == one and after.text == other
    ]


def _same(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether one is the other, but for a few words that tell no more than how, when, or which."""
    short, long = sorted((mine, theirs), key=len)
    spare = list(long)
    for word in short:
        if word not in spare:
            return False
        spare.remove(word)
    return _common(short, long) == len(short) and len(spare) <= _SPARE and not set(spare) & _FUNCTION - _OF


def _by_case(mine: tuple[_Word, _Word], theirs: tuple[_Word, _Word]) -> bool:
    """Whether both nouns kept their articles, and one of these tells the doer: "den Mann biss der Hund"."""
    kept = all(one.article == other.article for one, other in zip(mine, theirs, strict=True))
    return kept and any(word.article in _BY_CASE for word in mine)
