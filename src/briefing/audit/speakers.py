"""Words given to somebody else. In: the sentence, and what is near it in the sources. Out: who is said to say what in
the sources another one says, in the very sentence that tells it, or by the pronoun for whom was named last.

Whoever is named anywhere near that sentence is not accused.
"""

import re
from collections.abc import Iterator

from briefing.audit.flaw import Flaw
from briefing.audit.sentence import ALIKE, Judged
from briefing.audit.terms import terms

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_NAME = rf"(?:{_CAPITAL}[\w'’.-]*\s)*{_CAPITAL}[\w’-]+"
_SAYS = (
    r"(?:said|says|told|tells|added|adds|noted|notes|argued|argues|explained|explains|warned|warns|claimed|claims|commented"
    r"|comments|wrote|writes|stated|states|insisted|insists|predicted|predicts|believes|believed|thinks|thought)"
)
_ASIDE = r"(?:,\s[^,;:“”\"]{3,80},)?"
_SPOKEN = (
    re.compile(rf"(?P<name>{_NAME}){_ASIDE}\s(?:also\s|has\s|had\s|then\s)?{_SAYS}\b"),
    re.compile(rf"\b{_SAYS}\s(?:the\s)?(?:[a-z][\w-]*\s){{0,4}}(?P<name>{_NAME})"),
    re.compile(rf"\b[Aa]ccording to\s(?:the\s)?(?:[a-z][\w-]*\s){{0,4}}(?P<name>{_NAME})"),
)
_PRONOUN = re.compile(rf"\b(?:he|she)\s(?:also\s|has\s|had\s|then\s)?{_SAYS}\b|\b{_SAYS}\s(?:he|she)\b", re.IGNORECASE)
_BEFORE = 4  # sentences, in which whom a pronoun means is looked for
_FEWEST = 3  # words of what is said


def speakers(judged: Judged) -> Iterator[Flaw]:
    """At most one flaw of a sentence."""
    given = _speaker(judged, judged.text) if judged.statement.same_language else ""
    for number in judged.near[:1] if given else ():
        if not _tells_the_rest(judged, given, number) or _is_near(judged, given, number):
            continue
        said = _speaker(judged, judged.said(number)) or _meant(judged, number)
        if said and said != given:
            shown = judged.judge.places.persons.shown(said)
            yield Flaw("name", "contradicted", "error", f"In the source, somebody else says it: {shown}.", number)


def _speaker(judged: Judged, text: str) -> str:
    """The surname of the only one who is said to say something."""
    names = {match["name"].split()[-1].casefold() for pattern in _SPOKEN for match in pattern.finditer(text)}
    known = {re.sub(r"['’]s?$", "", name) for name in names} & judged.judge.surnames
    return min(known) if len(known) == 1 else ""


def _meant(judged: Judged, number: int) -> str:
    """Whom the pronoun of who speaks means: the last one named before."""
    if not _PRONOUN.search(judged.said(number)):
        return ""
    for before in range(number - 1, max(-1, number - 1 - _BEFORE), -1):
        if named := judged.judge.places.persons.in_text(judged.said(before)):
            return named[-1]
    return ""


def _is_near(judged: Judged, given: str, number: int) -> bool:
    last = len(judged.corpus.units)
    around = range(max(0, number - _BEFORE), min(last, number + 2))
    return any(given in judged.said(each).casefold() for each in around)


def _tells_the_rest(judged: Judged, given: str, number: int) -> bool:
    rest = set(terms(judged.text)) - set(terms(given))
    shared = rest & set(terms(judged.said(number)))
    total = sum(map(judged.corpus.rarity, rest))
    return len(shared) >= _FEWEST and sum(map(judged.corpus.rarity, shared)) >= ALIKE * total
