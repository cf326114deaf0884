"""Another name at the same place. In: the sentence, and what is near it in the sources. Out: the name that stands
beside a word beside which the source has another one: "the observatory in Chile", of "the observatory in Hawaii"; "a
moon of Jupiter", of "Saturn's moon".

A name is a word with a capital; where all nouns have one, one that stands right behind another, or behind a preposition
that no article follows.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from briefing.audit.flaw import Flaw
from briefing.audit.initials import shortened, spelled_out
from briefing.audit.mentions import Mention
from briefing.audit.nations import same_country
from briefing.audit.roles import is_of_another
from briefing.audit.sentence import HEARD, Judged
from briefing.audit.telling import share, told_elsewhere
from briefing.audit.terms import terms
from briefing.checks.follow import matter
from briefing.checks.words import STOP, stem
from briefing.cldr import month_names, primary

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_LINK = r"(?:\s(?:of|am|an der|de|del|della|du|des|von|van|der|the|and|und)(?=\s))?"
_NAMES = {
    False: re.compile(rf"(?<![\w’'-])(?:{_CAPITAL}\.)*{_CAPITAL}[\w-]*(?:{_LINK}\s{_CAPITAL}[\w-]*)*"),
    True: re.compile(rf"(?<![\w’'-]){_CAPITAL}[\w-]*(?:\sam\s{_CAPITAL}[\w-]*)?"),
}
_NOUNS = frozenset({"de", "lb", "nds"})  # languages whose nouns all have a capital
_WORD = re.compile(r"[^\W\d_][\w-]*")
_OWNS = re.compile(r"[’']s?\s(?P<words>(?:[a-zß-öø-ÿ][\w-]*,?\s){0,3}[a-zß-öø-ÿ][\w-]*)")
_RELATIONS = frozenset(
    "of in at from by near with on for to and or in aus von bei nach an auf für mit und oder de du à chez en dans et "
    "par pour avec di da del y con por".split()
)
_ARTICLES = frozenset("the a an le la les un une der die das dem den des ein eine einem einen einer".split())
_BEFORE = re.compile(
    r"(?<![\w-])(?P<word>[^\W\d_][\w-]*)\s"
    rf"(?:(?P<small>{'|'.join(sorted(_RELATIONS | _ARTICLES, key=len, reverse=True))})\s)?(?:(?:the|an?|la|le)\s)?$"
)
_OF = {"von": "of", "de": "of", "du": "of", "des": "of", "di": "of", "del": "of"}
_OPENS = re.compile(r"(?:^|[.!?:]\W{0,3}\s|[“\"„«(])\W*$")
_SHORT = 5  # letters
_LOOKED = 60  # sentences that have a word
_HELD = 3  # near sentences
_SLIGHTLY, _MOSTLY = 0.3, 0.8  # of what the rest of a sentence tells
_PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers|they|them|their)\b", re.IGNORECASE)
Rival = tuple[int, Mention, Mention]  # the number of a sentence of a source, the name given, the name there
_TITLES = frozenset(
    "mr mrs ms dr prof sir monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch "
    "donnerstag "
    "freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche".split()
)


class Slot(Struct, frozen=True):
    """relation: what stands between the name and the word, "" for nothing."""

    relation: str
    word: str
    name: Mention


def slots(judged: Judged) -> Iterator[Flaw]:
    """At most one flaw of a sentence."""
    if not judged.statement.same_language:
        return
    for number, given, said in (*_beside(judged), *_partly(judged), *_of_people(judged)):
        message = f"The source has another name here: “{said.text}”, not “{given.text}”."
        yield Flaw("name", "contradicted", "error", message, number)
        return


def _beside(judged: Judged) -> Iterator[Rival]:
    """Beside the same word, in the same relation."""
    mine = _slots(judged.text, judged.language)
    for number in judged.near[:_HELD] if mine else ():
        theirs = _slots(judged.said(number), judged.source_language)
        for slot in mine:
            others = [each.name for each in theirs if (each.relation, each.word) == (slot.relation, slot.word)]
            least = HEARD if slot.relation else _SLIGHTLY
            if len(others) == 1 and _is_another(judged, number, slot.name, others[0], least):
                yield number, slot.name, others[0]


def _partly(judged: Judged) -> Iterator[Rival]:
    """Names of several words of which only one is another: the Vik Innovation Lab, and the Sund Innovation Lab."""
    mine = [name for name in _names(judged.text, judged.language) if len(name.tokens) > 1]
    for number in judged.near[:_HELD] if mine else ():
        theirs = _names(judged.said(number), judged.source_language)
        for given in mine:
            for said in theirs:
                one, other = _different(given, said)
                sure = one and other and _is_name(judged, one) and _is_name(judged, other)
                if one and other and sure and _is_another(judged, number, one, other, HEARD):
                    yield number, given, said


def _is_name(judged: Judged, word: Mention) -> bool:
    """Whether a word is nothing but a name, as far as the sources have it."""
    if word.text.casefold() in STOP or stem(word.text) in judged.judge.small:
        return False
    held = sorted(judged.corpus.votes(terms(word.text)))[:_LOOKED]
    return not any(re.search(rf"(?<!\w){re.escape(word.text.lower())}(?!\w)", judged.said(number)) for number in held)


def _different(given: Mention, said: Mention) -> tuple[Mention | None, Mention | None]:
    """The one word of each that the other has not, in the same place of as many."""
    mine, theirs = given.text.split(), said.text.split()
    apart = [(one, other) for one, other in zip(mine, theirs, strict=False) if one.casefold() != other.casefold()]
    if len(mine) != len(theirs) or len(apart) != 1:
        return None, None
    one, other = apart[0]
    return Mention(one, given.start, given.end), Mention(other, said.start, said.end)


def _of_people(judged: Judged) -> Iterator[Rival]:
    """Somebody of whom a sentence tells what the nearest tells of the only one that it names."""
    mine = [name for name in judged.judge.mentions(judged.text) if name.tokens & judged.judge.surnames]
    for number in judged.near[:1] if len(mine) == 1 and not any(judged.parts()) else ():
        source = judged.said(number)
        theirs = [name for name in judged.judge.mentions(source) if name.tokens & judged.judge.surnames]
        pronoun = _PRONOUN.search(source)
        if any(_held(judged.said(n), mine[0]) for n in (number - 2, number - 1) if n >= 0):
            continue  # whom a pronoun, or a quotation, may be of
        if len({name.tokens for name in theirs}) != 1 or (pronoun and pronoun.start() < theirs[0].start):
            continue
        if _is_another(judged, number, mine[0], theirs[0], _MOSTLY) and not told_elsewhere(judged, mine[0], number):
            yield number, mine[0], theirs[0]


def _is_another(judged: Judged, number: int, given: Mention, said: Mention, least: float) -> bool:
    if (
        not given.apart(said)
        or _abbreviates(given.text, said.text)
        or _is_one_person(judged, given, said)
        or _held(judged.text, said)
        or share(judged, given, judged.said(number)) < least
        or is_of_another(judged.text, given.text, judged.said(number), said.text)
    ):
        return False
    beside = list(judged.neighbours(number))
    if any(_held(text, given) for text in beside) or told_elsewhere(judged, given, number):
        return False
    beside.append(judged.around[0])
    if any(same_country(given.text, text) or spelled_out(given.text, text) for text in beside):
        return False
    return not any(shortened(given.text, text) for text in beside) and not same_country(said.text, judged.text)


def _is_one_person(judged: Judged, given: Mention, said: Mention) -> bool:
    """Whether both are of the name of somebody: "Swift" and "Taylor"."""
    full = (frozenset(name.casefold().split()) for name in judged.judge.places.persons.surnames.values())
    return any(given.tokens <= name and said.tokens <= name for name in full)


def _abbreviates(one: str, other: str) -> bool:
    """Whether one may be short for the other, as far as its first letter tells."""
    short, long = sorted((one, other), key=len)
    return short.isupper() and len(short) <= _SHORT and short[0] == long[0]


def _held(text: str, name: Mention) -> bool:
    """Whether a text has any word of a name."""
    words = {word.casefold() for word in re.findall(r"[\w]+", text)}
    return any(part in words for token in name.tokens for part in re.findall(r"\w+", token) if part not in STOP)


@lru_cache(maxsize=4096)
def _slots(text: str, language: str) -> tuple[Slot, ...]:
    return tuple(_found(text, primary(language)))


def _names(text: str, language: str) -> list[Mention]:
    own = primary(language)
    found = (Mention(match.group(), *match.span()) for match in _NAMES[own in _NOUNS].finditer(text))
    return [name for name in found if _may_name(name, own)]


def _found(text: str, language: str) -> Iterator[Slot]:
    nouns = language in _NOUNS
    for name in _names(text, language):
        owns, before = _OWNS.match(text, name.end), _BEFORE.search(text, 0, name.start)
        stands = before and not owns and not _OPENS.search(text, 0, name.start)
        if before and stands and (found := _left(before, language)):
            yield Slot(*found, name)
        if owns and not nouns:
            for word in _WORD.findall(owns["words"]):
                if word in STOP:
                    break
                yield Slot("of", stem(word), name)


def _left(before: re.Match[str], language: str) -> tuple[str, str] | None:
    """The relation and the word before a name."""
    small, word, nouns = (before["small"] or "").casefold(), before["word"], language in _NOUNS
    if small in _ARTICLES:
        small = "" if not nouns else "article"
    if word.casefold() in STOP or word.casefold() in _RELATIONS | _ARTICLES or small == "article":
        return None
    if not matter(word, language) or (nouns and not word[0].isupper()):
        return None
    if not small and not nouns and (word[0].isupper() or not _is_noun(word)):
        return None
    return _OF.get(small, small), stem(word)


# What an English name stands right behind, as what it is: the journal Nature, the moon Titan.
_CLASSES = frozenset(
    "journal magazine newspaper newsletter site website blog app ship vessel ferry moon planet star galaxy "
    "river lake "
    "island mountain village town city state province county country language company firm startup carrier airline "
    "publisher agency group band club team museum university hospital school street square bridge tower telescope "
    "spacecraft probe rover mission satellite rocket robot model system program programme tool library framework "
    "browser database chip processor protocol standard format game film movie novel book play album song opera".split()
)


def _is_noun(word: str) -> bool:
    return word.casefold() in _CLASSES


def _may_name(name: Mention, language: str) -> bool:
    first = name.text.casefold()
    return (
        len(first) > 1
        and not name.is_adjective
        and name.text[0].isupper()
        and first not in STOP | _TITLES
        and first not in month_names(language)
    )
