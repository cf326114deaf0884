"""Who is what. In: a text. Out: its people with what they are said to be, and of whom: "Ada Voss, the harbour master of
Vik", "the Vik harbour master Ada Voss" and "Ada Voss is the harbour master of Vik" are one role.

What a role is, its last noun says: a list of offices and trades, and the endings that make more of them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from briefing.checks.words import STOP, stem

_HEADS = (
    "actor actress adviser advisor agent ambassador analyst anchor architect astronaut astronomer attorney "
    "author banker "
    "biochemist bishop boss captain cardinal center centre ceo cfo chair chairman chairperson chairwoman "
    "chancellor chemist chief co-author co-founder coach co-pilot colonel columnist commander commentator "
    "commissioner "
    "composer conductor congressman congresswoman consultant coordinator correspondent councillor counsel "
    "critic cto curator "
    "dean defender deputy designer detective developer dietitian director doctor economist editor editor-in-chief "
    "engineer epidemiologist executive farmer fellow firefighter forward founder foreman general geologist "
    "goalkeeper "
    "governor historian host immunologist inspector inventor investigator investor journalist judge justice "
    "keeper king "
    "lawmaker lawyer leader lecturer librarian lieutenant linebacker lineman magistrate manager master "
    "mathematician mayor "
    "meteorologist midfielder minister musician neurologist neuroscientist novelist nurse officer operator owner "
    "painter pastor pharmacist philosopher physician physicist pianist pilot pitcher playwright poet policeman "
    "premier "
    "president priest prince princess principal producer professor programmer prosecutor psychologist "
    "quarterback queen "
    "receiver receptionist referee reporter representative researcher reviewer rower sailor sculptor scientist "
    "screenwriter "
    "secretary senator sergeant sheriff shipbuilder singer skipper sociologist solicitor spokesman spokesperson "
    "spokeswoman statistician striker student surgeon teacher technician trainer treasurer trustee umpire "
    "undersecretary "
    "veterinarian violinist warden winger writer back rusher safety cornerback head"
).split()
_ENDING = r"[a-z]{2,}(?:ologist|ographer|ometrist|iatrist|ician|icist|keeper|maker)"
_DE = (
    r"[A-ZÄÖÜ]?[\wäöüß-]*(?:chef|minister|präsident|direktor|sprecher|leiter|forscher|professor|experte?"
    r"|kanzler|trainer"
    r"|manager|gründer|autor|bürgermeister|vorsitzende[rn]?|vorstand|aufseher|anwalt|anwält|richter|ingenieur"
    r"|ärzt|arzt"
    r"|soziologe?|biologe?|geologe?|physiker|chemiker|historiker|ökonom|analyst|redakteur|korrespondent|kapitän"
    r"|abgeordnete[rn]?|rat|rät|senator|kommissar)(?:in)?"
)
_FR = (
    "ministre président présidente directeur directrice porte-parole chercheur chercheuse professeur économiste "
    "député "
    "députée sénateur sénatrice maire secrétaire chef patron patronne avocat avocate juge médecin ingénieur historien"
).split()
_HEAD = rf"(?:{'|'.join(sorted({*_HEADS, *_FR}, key=len, reverse=True))}|{_ENDING})"
_IS_HEAD = re.compile(rf"(?:[A-Za-z]+-)?(?i:{_HEAD})|{_DE}")
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_NAME = re.compile(
    rf"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|St)\.?\s)*(?P<name>{_CAPITAL}[\w'’-]+(?:\s(?:{_CAPITAL}\.|(?:van|von|de|del"
    rf"|der|den|al|la"
    rf"|le|da|dos|bin|ibn)|{_CAPITAL}[\w'’-]+)(?!\w))*)"
)
_TOKEN = re.compile(r"[\w&][\w&.'’/-]*")
_STOPS = re.compile(r"[,;:()“”\"„«»!?—–]|\.(?=\s)")
_APPOSED = re.compile(
    r",\s(?:(?:who|and)\s(?:is|was)\s)?(?P<phrase>[^,;:()“”\"—–]{3,90}?)(?=[,;:()“”\"—–]|\.(?:\s|$)|$)"
)
_IS = re.compile(r"\s(?:is|was|ist|war|est|était)\s(?P<phrase>[^,;:()“”\"—–]{3,90}?)(?=[,;:()“”\"—–]|\.(?:\s|$)|$)")
_AS = re.compile(r"\sas\s(?P<phrase>[^,;:()“”\"—–]{3,60}?)(?=[,;:()“”\"—–]|\.(?:\s|$)|$)")
_BESIDE_IT = re.compile(rf"\b(?P<head>{_IS_HEAD.pattern})\s(?:and|und|et)\s[\w-]+\s$")
_LED_IN = re.compile(r"(?:\b(?:the|a|an|its|his|her|their|der|die|le|la)|['’]s)\s[^,]*,\s$", re.IGNORECASE)
_OF = re.compile(r"^\s(?:of|at|for|with|from|von|der|des|du|de)\s(?P<org>[^,;:()“”\"—–.]{2,60})")
_BESIDE = 5  # words before a name that may be its role
_LEAD = 6  # words of a phrase before its last noun
_ARTICLES = frozenset("the a an its his her their our der die das ein eine le la un une".split())

_TIMES = frozenset("former then ex late current".split())  # say when, and not of what
_EMPTY = (_ARTICLES | STOP) - {"author", "authors"} - _TIMES
_BREAKS = (_EMPTY - _ARTICLES) | frozenset("neben bei nach vor seit als mit wie dans avec chez".split())


class Role(Struct, frozen=True):
    """last: of the words of the name, casefolded. head: the stem of the office. beside: the stems of the words that it
    stands with, of which `named` have a capital."""

    name: str
    head: str
    phrase: str
    beside: frozenset[str]
    named: frozenset[str]

    @property
    def last(self) -> str:
        return re.sub(r"['’]s?$", "", self.name.split()[-1]).casefold()


def is_office(word: str) -> bool:
    return _IS_HEAD.fullmatch(word) is not None


@lru_cache(maxsize=4096)
def roles(text: str) -> tuple[Role, ...]:
    return tuple(_roles(text)) if _IS_HEAD.search(text) else ()


def is_of_another(text: str, given: str, source: str, said: str) -> bool:
    """Whether a text says of one name which office it has, and the source gives another one to another name: what is
    told of a minister of fisheries is not told against by a minister of trade."""
    mine = [role for match in _NAME.finditer(text) for role in _being(text, match) if role.name.endswith(given)]
    theirs = [role for role in roles(source) if role.name.endswith(said)]
    return bool(mine) and not any(
        one.head == other.head and _same_place(one, other) for one in mine for other in theirs
    )


def _being(text: str, match: re.Match[str]) -> Iterator[Role]:
    if found := _IS.match(text, match.end()):
        yield from _told(match["name"], found["phrase"])


def _same_place(one: Role, other: Role) -> bool:
    """Whether two offices may be of one thing."""
    return not one.named or not other.named or bool(one.named & other.named)


def _roles(text: str) -> Iterator[Role]:
    for match in _NAME.finditer(text):
        start, words = match.start("name"), match["name"].split()
        inner = max((n for n, word in enumerate(words[:-1]) if _IS_HEAD.fullmatch(word)), default=-1)
        holder, before = " ".join(words[inner + 1 :]), _before(text[:start])
        of = _of(text[match.end() :])
        if inner >= 0:
            yield _role(holder, [*before, *words[: inner + 1], *of], len(before) + inner)
        elif before and _IS_HEAD.fullmatch(before[-1]):
            yield _role(holder, [*before, *of], len(before) - 1)
            if beside := _BESIDE_IT.search(text[:start]):
                yield _role(holder, [beside["head"]], 0)
        yield from _after(text, match.end(), holder)


def _after(text: str, end: int, holder: str) -> Iterator[Role]:
    if found := _APPOSED.match(text, end):
        yield from _told(holder, found["phrase"])
        end = found.end() + 1 if text[found.end() : found.end() + 1] == "," else end
    for pattern in (_IS, _AS):
        if found := pattern.match(text, end):
            yield from _told(holder, found["phrase"])


def _before(text: str) -> list[str]:
    """The words right before a name that may say what somebody is: without an article, and from the last mark on."""
    text = re.sub(r"(?:\b(?:Dr|Prof|Mr|Mrs|Ms|Sir)\.?\s)+$", "", text)
    begin = max((match.end() for match in _STOPS.finditer(text.rstrip(", "))), default=0)
    if text.endswith(", ") and not _LED_IN.search(text, begin):
        return []
    held: list[str] = []
    for word in reversed(_TOKEN.findall(text[begin:])[-_BESIDE:]):
        if word.casefold() in _EMPTY:
            break
        held.insert(0, word)
    return held


def _of(text: str) -> list[str]:
    found = _OF.match(text)
    return _TOKEN.findall(found["org"])[:_BESIDE] if found else []


def _told(holder: str, phrase: str) -> Iterator[Role]:
    """The role in what stands after a name: its last noun that is an office, with what is before it, and of what."""
    words: list[re.Match[str]] = []
    for word in _TOKEN.finditer(phrase):
        small = word.group().casefold()
        if len(words) > _LEAD or small in _BREAKS:
            break
        words.append(word)
    places = [place for place, word in enumerate(words) if _IS_HEAD.fullmatch(word.group())]
    if places:
        told = [each.group() for each in words[: places[-1] + 1]]
        of = _of(phrase[words[places[-1]].end() :])
        shown = phrase if of else phrase[: words[places[-1]].end()]
        yield _role(holder, told + of, places[-1], shown.strip())


def _role(holder: str, words: list[str], place: int, shown: str = "") -> Role:
    told = [re.sub(r"^[ld]['’]|['’]s?$", "", word) for word in words if word.casefold() not in _EMPTY | _TIMES]
    head = words[place]
    beside = frozenset(stem(word) for word in told if word != head)
    named = frozenset(stem(word) for word in told if word != head and (word[0].isupper() or "&" in word))
    key = stem(head.split("-")[-1] if not head.islower() else head)
    return Role(holder, key, shown or " ".join(words[: place + 1]), beside, named)
