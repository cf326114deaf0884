"""Relations: what causes what, what comes first, what is chosen and what is not, and where a way begins and ends.

"B because of A", "A led to B" and "because of A, B" say the same; so each is read as its two sides, the cause first. A
statement falls where the first side of one of its relations stands in the second side of one that it cites, and the
second in the first.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from briefing.checks.base import Compared, Fact, Statement
from briefing.checks.courses import courses
from briefing.checks.follow import matter
from briefing.checks.negation import DENIES
from briefing.cldr import primary

Kind = Literal["cause", "order", "choice", "course"]

# What stands between the two sides: + the first one before it, - the first one after it.
_ROWS: Mapping[str, str] = {
    "en": r"""
cause + leads? to|led to|led (?:[\w'’-]+ ){1,6}to|leading to|caus(?:es?|ing)|caused(?! by)|results? in|resulted in
cause + resulting in|brought about|gives? rise to|gave rise to|triggers?|triggered(?! by)|prompts?|prompted(?! by)
cause + means that|meant that|(?:which|that|this) is why|so that|, so|and so|therefore|consequently|hence
cause - because(?: of)?|due to|owing to|thanks to|as a (?:result|consequence) of|caused by|triggered by|prompted by
cause - driven by|brought about by|stem(?:s|med|ming) from|result(?:s|ed|ing) from|ar(?:ises?|ose) from|on account of
order + before|prior to|followed by|and then|, then|until|after which
order - after(?! which)|following|once|preceded by
choice + rather than|instead of|as opposed to|in favou?r of(?= \w+ing\b)|(?:, )?(?:and|but) not(?! only)|, not|[—–-] not
choice + than|versus|vs
choice - but (?:rather )?
""",
    "de": r"""
cause + führ(?:t|te|ten|en) zu\w?|verursach(?:t|te|ten|en)|bewirk(?:t|te|ten|en)
cause + deshalb|daher|deswegen|darum|sodass|so dass|zwang|zwingt
cause - weil|da|wegen|aufgrund|auf Grund|infolge|dank|verursacht durch|ausgelöst durch
order + bevor|ehe|gefolgt von|und dann|, dann|woraufhin|wonach
order - nachdem|nach
choice + statt|anstatt|anstelle|anstelle von|, (?:und )?nicht
choice - sondern
""",
    "fr": r"""
cause + entraîn(?:e|ent|a|é|ée)|(?<!à )caus(?:e|ent|a|é)|provoqu(?:e|ent|a|é)|condui(?:t|sent|sit) à
cause + mèn(?:e|ent) à|donc|c['’]est pourquoi
cause - parce qu['’e]|à cause d\w*|en raison d\w*|grâce à|du fait d\w*|causée? par|provoquée? par|due?s? à
order + avant|puis|après quoi
order - après(?! quoi)
choice + plutôt qu['’e]|au lieu d\w*|, (?:et )?(?:non|pas)
choice - mais
""",
    "es": r"""
cause + (?<!a )caus(?:a|an|ó|aron)|provoc(?:a|an|ó|aron)|llev(?:a|an|ó|aron) a|por eso|por lo tanto
cause - porque|debido a|a causa de|gracias a|causad[oa]s? por|provocad[oa]s? por
order + antes de|tras lo cual|después de lo cual
order - después de(?! lo cual)|tras(?! lo cual)
choice + en lugar de|en vez de|, (?:y )?no
choice - sino
""",
}
_NOT_BUT = {  # of "not A but B", what has to stand before it
    "en": re.compile(r"\bnot\b|n['’]t\b", re.IGNORECASE),
    "de": re.compile(r"\bnicht\b|\bkein", re.IGNORECASE),
    "fr": re.compile(r"\b(?:non|pas)\b", re.IGNORECASE),
    "es": re.compile(r"\bno\b", re.IGNORECASE),
}
_HARD = re.compile(r"[;:]\s|[.!?]\s(?=[^a-z])|\s[—–]\s")  # what stands beyond it belongs to no relation
_AGAIN = re.compile(r",\s(?:before|after|once|until|nachdem|bevor|avant|après|antes de|después de)\b", re.IGNORECASE)
_LEAD = re.compile(r"(?:^|[;:—–]\s|\b(?:and|but|that|und|aber|dass|et|mais|que|y|pero)\s)\W*$", re.IGNORECASE)
_THAN = re.compile(r"than|versus|vs", re.IGNORECASE)
_MORE = re.compile(r"\b(?:more|less|rather|better|mainly|mostly)\b", re.IGNORECASE)
_NAME = re.compile(r"\b(?!(?:The|A|An|In|On|At|It|He|She|They|This|That|Then|But|And|After|Before)\b)[A-Z][\w-]+\b")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_ENDS = re.compile(r"[,;:—–]\s")
_BEFORE = 30  # characters before a link, in which it may be denied
_MOST = 4  # of the words on the wrong sides, for one on the right side to be outweighed
_SHARE = 4  # times what a side shares with the other one, for it to be as much as the shorter of the two
_LEAST = 3  # words on the wrong sides, where each side has more of its own


class Relation(Struct, frozen=True):
    """first: of a cause and its effect the cause; what is earlier; what is chosen; where it begins."""

    kind: Kind
    link: str
    first: frozenset[str]
    second: frozenset[str]
    who: tuple[str, str] = ("", "")  # the name that begins each side

    def turns(self, other: "Relation") -> bool:
        """Whether its first side is the other's second, and its second the other's first."""
        if self.kind != other.kind:
            return False
        shared = (self.first & self.second) | (other.first & other.second)
        straight = len((self.second & other.second) - shared)
        straight += len((self.first & other.first) - shared) if self.kind != "choice" else 0  # whoever chooses
        one, two = (self.first & other.second) - shared, (self.second & other.first) - shared
        if self.kind == "order" and all(self.who) and self.who[0] != self.who[1] and self.who == other.who[::-1]:
            return not straight and bool(one or two)
        if self.kind == "choice":
            # "bears the cost instead of raising its price" is "keeps its price rather than pass on the cost"
            whole = not (self.second - shared - two) or not (other.second - shared - one)
            return bool(one and two) and len(one) + len(two) > straight and (whole or len(one) + len(two) >= _LEAST)
        if self.kind == "course":
            return bool(one and two) and straight <= 1 < len(one) + len(two)
        if not one or not two or straight * _MOST > len(one) + len(two):
            return False
        least = (
            min(len(self.first - shared), len(other.second - shared)),
            min(len(self.second - shared), len(other.first - shared)),
        )
        if any(_SHARE * len(found) <= few for found, few in zip((one, two), least, strict=True)):
            return False  # of "B after A" and "C after B", only B is the same
        most = 2 * len(one) >= least[0] and 2 * len(two) >= least[1]
        return most or (not straight and len(one) + len(two) >= _LEAST)

    def says(self, other: "Relation") -> bool:
        """Whether the two say the same."""
        straight = (len(self.first & other.first), len(self.second & other.second))
        crossed = (len(self.first & other.second), len(self.second & other.first))
        return self.kind == other.kind and straight[0] > crossed[0] and straight[1] > crossed[1]


class Relations(Compared):
    name = "relations"
    explains = "exchanges the two sides of what it cites"
    hint = "Keep cause and effect, before and after, what was chosen and what was not as the cited sentence has them."

    def changed(self, statement: Statement, passages: Sequence[str]) -> Iterator[Fact]:
        language = primary(statement.language)
        mine = relations(statement.text, language)
        theirs = [each for passage in passages for each in relations(passage, language)] if mine else []
        for one in mine:
            if any(map(one.turns, theirs)) and not any(map(one.says, theirs)):
                yield Fact(one.link)
                return


@lru_cache(maxsize=16_384)
def relations(text: str, language: str) -> tuple[Relation, ...]:
    """Those that nothing denies."""
    return tuple(_relations(text, language))


def _relations(text: str, language: str) -> Iterator[Relation]:
    for kind, first_before, link in _links(language):
        for match in link.finditer(text):
            sides = _sides(text, match, language)
            if sides and kind == "choice":
                sides = _chosen(*sides, match.group(), language, denied_first=not first_before)
            elif sides and _denied(sides[0][-_BEFORE:], language):
                continue
            left, right = sides or ("", "")
            first, second = (left, right) if first_before else (right, left)
            made = _matter(first, language), _matter(second, language)
            if all(made):
                yield Relation(kind, match.group().strip(" ,—–-"), *made, (_who(first), _who(second)))
    for course in courses(text, language):
        yield Relation("course", course.link, course.first, course.last)


def _chosen(left: str, right: str, link: str, language: str, *, denied_first: bool) -> tuple[str, str]:
    """What is chosen, and what is not; of "not A but B", A begins where it is denied, and of "more A than B", behind
    "more"."""
    if _THAN.fullmatch(link):
        more = list(_MORE.finditer(left))
        left = left[more[-1].end() :] if more else ""
        if more and more[-1].group().casefold() == "less":
            return right, left
    if denied_first:
        denied = [each.end() for each in _NOT_BUT[language].finditer(left)]
        left = left[denied[-1] :] if denied else ""
    return left, _ENDS.split(right)[0]


def _matter(text: str, language: str) -> frozenset[str]:
    return matter(text, language) | frozenset(_NUMBER.findall(text))


def _who(text: str) -> str:
    found = _NAME.search(text)
    return found.group() if found else ""


def _denied(text: str, language: str) -> bool:
    return language in DENIES and DENIES[language].search(text) is not None


def _sides(text: str, match: re.Match[str], language: str) -> tuple[str, str] | None:
    """What stands before a link, and after it; "because of A, B" is read as "B because of A"."""
    before, after = text[: match.start()], text[match.end() :]
    before = before[max((each.end() for each in _HARD.finditer(before)), default=0) :]
    if hard := _HARD.search(after) or _AGAIN.search(after):
        after = after[: hard.start()]
    if not matter(before, language) or (_LEAD.search(before) and "," in after):
        first, comma, rest = after.partition(", ")
        return (rest, first) if comma else None
    return before, after


@cache
def _links(language: str) -> tuple[tuple[Kind, bool, re.Pattern[str]], ...]:
    found: dict[tuple[Kind, bool], list[str]] = {}
    kinds: dict[str, Kind] = {"cause": "cause", "order": "order", "choice": "choice"}
    for line in _ROWS.get(language, "").strip().splitlines():
        kind, sign, words = line.split(" ", 2)
        found.setdefault((kinds[kind], sign == "+"), []).append(words)
    return tuple(
        (kind, before, re.compile(rf"(?:(?<!\w)|(?=[,—–-]))(?:{'|'.join(words)})(?!\w)", re.IGNORECASE))
        for (kind, before), words in found.items()
    )
