"""Offices given to somebody else. In: the sentence, and the sources. Out: who is said to be what another one is in the
sources, or to be something else than there, or of something that is another one's there.

Whoever the sources call so anywhere near is not accused, nor one of whom they say nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from briefing.audit.flaw import Flaw
from briefing.audit.nations import countries
from briefing.audit.roles import Role, roles
from briefing.audit.sentence import Judged
from briefing.audit.terms import terms
from briefing.checks.words import stem

_LOOKED = 120  # sentences that name somebody, or an office
_PAST = re.compile(r"\b(?:former|ex|late|then|outgoing|ehemalige[rn]?|frühere[rn]?|ancienne?)\b", re.IGNORECASE)
_PRESENT = re.compile(
    r"\b(?:current|present|incumbent|sitting|amtierende[rn]?|derzeitige[rn]?|actuelle?)\b", re.IGNORECASE
)
_WORD = re.compile(r"[\w'’-]+")
# Offices that one may have beside another, or that others are called by.
_LOOSE = frozenset(
    map(
        stem,
        "author co-author scientist researcher expert official executive leader boss head chief founder "
        "co-founder captain "
        "member writer reporter investigator fellow student professor doctor physician teacher owner investor deputy "
        "representative politician lawmaker adviser advisor consultant host general back center centre king "
        "principal "
        "justice veteran anchor premier experte forscher forscherin chercheur chercheuse chef patron".split(),
    )
)
_ONE = tuple(  # what means much the same
    frozenset(map(stem, row.split()))
    for row in (
        "chairman chairwoman chairperson chair president head leader chief",
        "ceo chief boss head president executive director manager founder chef",
        "spokesman spokeswoman spokesperson representative official sprecher sprecherin officer",
        "lawyer attorney counsel solicitor prosecutor",
        "journalist reporter correspondent writer editor columnist author critic reviewer",
        "writer author novelist poet playwright",
        "coach trainer manager",
        "senator congressman congresswoman lawmaker representative politician",
        "judge justice magistrate",
        "minister secretary premier",
        "teacher professor lecturer",
        "doctor physician surgeon",
        "engineer developer programmer technician",
        "captain skipper",
        "betriebsratschef betriebsratschefin betriebsratsvorsitzende betriebsratsvorsitzender",
    )
)


def offices(judged: Judged) -> Iterator[Flaw]:
    """At most one flaw of a sentence."""
    for role in roles(judged.text):
        if found := _otherwise(judged, role):
            number, message = found
            yield Flaw("name", "contradicted", "error", message, number)
            return


def _otherwise(judged: Judged, role: Role) -> tuple[int, str] | None:
    naming = [n for n in _having(judged, role.last) if _has(judged.said(n), role.last)]
    if not naming:
        return None
    held = [(n, each) for n in naming for each in roles(judged.said(n)) if each.last == role.last]
    for number, said in held:
        if _alike(said.head, role.head) and _PAST.search(said.phrase) and _PRESENT.search(role.phrase):
            return number, f"In the source {said.name} is “{said.phrase}”, not “{role.phrase}”."
    if any(_near(judged, n, role) for n in naming):
        return _of_another(judged, role, held, naming)
    if held and not any(_alike(each.head, role.head) for _, each in held) and role.head not in _LOOSE:
        number, said = held[0]
        return number, f"In the source {said.name} is “{said.phrase}”, not “{role.phrase}”."
    others = [
        (n, each)
        for n in _having(judged, role.head)
        for each in roles(judged.said(n))
        if each.head == role.head and each.last != role.last and each.last not in judged.text.casefold()
    ]
    for number, other in others:
        if role.beside & other.beside or held:
            return number, f"In the source {other.name} is “{other.phrase}”, not {role.name}."
    return None


def _of_another(
    judged: Judged, role: Role, held: Sequence[tuple[int, Role]], naming: Iterable[int]
) -> tuple[int, str] | None:
    """The same office, but of what in the source is somebody else's, and never stands beside this one."""
    mine = [
        (n, each)
        for n, each in held
        if _alike(each.head, role.head) and each.named and bool(countries(each.phrase)) == bool(countries(role.phrase))
    ]  # an American doctor may be a Boston physician
    if not mine or not role.named or any(role.named & each.named for _, each in mine):
        return None
    texts = [judged.said(n) for n in naming]
    for number, said in mine:
        strangers = [each for each in roles(judged.said(number)) if each.last != role.last]
        if any(role.named & each.named for each in strangers):
            return number, f"In the source {said.name} is “{said.phrase}”, not “{role.phrase}”."
    if not any(word in terms(text) for text in texts for word in role.named):
        number, said = mine[0]
        return number, f"In the source {said.name} is “{said.phrase}”, not “{role.phrase}”."
    return None


def _having(judged: Judged, word: str) -> list[int]:
    """The sentences that have a word, and those that are near."""
    return sorted({*sorted(judged.corpus.votes(terms(word)))[:_LOOKED], *judged.near})


def _near(judged: Judged, number: int, role: Role) -> bool:
    """Whether a sentence that names somebody, or the rest of its paragraph, has the office, and not only of "
    "others."""
    unit = judged.corpus.units[number]
    text = judged.corpus.block(unit).text
    words = [stem(word) for word in _WORD.findall(text)]
    told = sum(word == role.head or (word in _KNOWN and _alike(word, role.head)) for word in words)
    others = [each for each in roles(text) if each.last != role.last and _alike(each.head, role.head)]
    return told > len(others)


_KNOWN = frozenset().union(*_ONE)


@lru_cache(maxsize=4096)
def _alike(one: str, other: str) -> bool:
    same = one == other or one.endswith(other) or other.endswith(one)
    return same or any(one in row and other in row for row in _ONE)


def _has(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None
