"""Names that stand where a source has another one. In: the sentence, and what is near it in the sources. Out: who is
said to have done, or to be, what in the source is somebody else's.

A name is held against the nearest sentences by what stands in its place (instead.py), and by its deed (deeds.py): the
one who draws the plans there. It is accused only where the rest of the sentence is what that passage tells, and no
passage tells nearly as much of the name itself.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.audit.deeds import Deed, deeds
from briefing.audit.flaw import Flaw
from briefing.audit.instead import Rival, instead
from briefing.audit.mentions import Mention
from briefing.audit.nations import same_country
from briefing.audit.sentence import Judged
from briefing.audit.telling import CLAUSES, TOLD, is_byline, share, told_elsewhere
from briefing.audit.terms import terms
from briefing.audit.verbs import root
from briefing.reports.audit_findings import FindingKind

_SMALL = re.compile(r"(?<!\w)(?:[a-zß-öø-ÿ]{4}|[^\W_A-Za-zÀ-ÿ])")  # a word of some letters without a capital
_ACTIVE = ("does", "is")
_MUTUAL = frozenset(  # what two do with each other, whoever is named first
    map(
        root,
        "meet differ compare match resemble marry agree share combine compete equal join link connect cooperate "
        "collaborate discuss debate border neighbour".split(),
    )
)


def doers(judged: Judged) -> Iterator[Flaw]:
    """At most one flaw of a sentence."""
    if not judged.statement.same_language or not _SMALL.search(judged.text):
        return  # a title: its capitals are no names
    for each in (judged, *judged.parts()):
        if found := next((rival for rival in _rivals(each) if not _is_there(each, rival)), None):
            number, given, said = found
            kind: FindingKind = "identifier" if given.is_coded else "name"
            message = f"The source has another name here: “{said.text}”, not “{given.text}”."
            yield Flaw(kind, "contradicted", "error", message, number)
            return


def _is_there(judged: Judged, rival: Rival) -> bool:
    """Whether the sentence names the country of the given name, or has the other one as what it was: "v0.15 (was
    v0.14)"."""
    number, given, said = rival
    source = judged.said(number)
    was = rf"\((?:was|were|formerly|previously|before|up from|from)\s{re.escape(said.text)}"
    return same_country(given.text, source) or re.search(was, source) is not None


def _rivals(judged: Judged) -> Iterator[Rival]:
    if mine := judged.judge.mentions(judged.text):
        yield from instead(judged, mine)
        stated = deeds(judged.text, mine)
        for deed in stated:
            if deed.who and not is_byline(judged, deed.who):
                yield from _by_deed(judged, deed, deed.who, stated)


def _by_deed(judged: Judged, deed: Deed, given: Mention, stated: Sequence[Deed]) -> Iterator[Rival]:
    """The name that does the same in a sentence that tells the same. Where the given one has a deed of its own there,
    nothing is told: it may be the same in another word. At the other end of a deed it has none: "A beats B"."""
    said_of = [each.who for each in stated if each.is_like(deed) and each.who]
    for number in judged.near[:3]:
        there = _deeds_of(judged, number)
        named = [each.who or _antecedent(judged, number, given, each) for each in there if each.is_like(deed)]
        others = [each for each in named if each is not None]
        if share(judged, given, judged.said(number)) < TOLD or not others:
            continue
        if any(not given.other(each) or any(each.is_also(one) for one in said_of) for each in others):
            continue
        held = [each for each in there if each.who and given.is_also(each.who)]
        apart = all((each.role in _ACTIVE) != (deed.role in _ACTIVE) for each in held)
        free = apart or (deed.role != "undergoes" and _told_in_its_clause(judged, number, deed, given, others[0]))
        done = _is_mutual(judged, deed, others) or _done_elsewhere(judged, deed, given)
        if free and not done and not told_elsewhere(judged, given, number):
            yield number, given, others[0]
        return


def _is_mutual(judged: Judged, deed: Deed, others: Sequence[Mention]) -> bool:
    """Whether it is something that the two do together, so that it is the same of either."""
    named = [one for one in judged.judge.mentions(judged.text) for other in others if one.is_also(other)]
    beside = any(judged.text[: one.start].endswith((" with ", " with the ")) for one in named)
    return bool(named) and (deed.anchor in _MUTUAL or beside)


def _told_in_its_clause(judged: Judged, number: int, deed: Deed, given: Mention, other: Mention) -> bool:
    """Whether the clause of the other name has all the rest of the sentence, though the given one has a clause of its
    own beside it."""
    source = judged.said(number)
    rest = {root(term) for term in set(terms(judged.text)) - set(terms(given.text))} - {deed.anchor}
    rest &= {root(term) for term in terms(source)}
    clause = next((each for each in CLAUSES.split(source) if other.text in each), "")
    return given.text not in clause and len(rest) > 1 and rest <= {root(term) for term in terms(clause)}


def _deeds_of(judged: Judged, number: int) -> tuple[Deed, ...]:
    return _read(judged.said(number), tuple(judged.judge.mentions(judged.said(number))))


@lru_cache(maxsize=1024)
def _read(text: str, named: tuple[Mention, ...]) -> tuple[Deed, ...]:
    return tuple(deeds(text, named))


def _antecedent(judged: Judged, number: int, given: Mention, deed: Deed) -> Mention | None:
    """Whom a pronoun means: the last one named before in the paragraph; None where the given one is among them."""
    unit = judged.corpus.units[number]
    before = judged.judge.mentions(judged.corpus.block(unit).text[: unit.end])
    if any(given.is_also(each) for each in before):
        return None
    persons = [bool(each.tokens & judged.judge.surnames) for each in before]
    meant = [each for each, person in zip(before, persons, strict=True) if person is (deed.pronoun != "it")]
    return meant[-1] if meant else None


def _done_elsewhere(judged: Judged, deed: Deed, given: Mention) -> bool:
    """Whether the name does the same in another of the near sentences, or beside them."""
    last = len(judged.corpus.units)
    around = {n for number in judged.near for n in (number - 1, number, number + 1) if 0 <= n < last}
    found = (each for number in sorted(around) for each in _deeds_of(judged, number))
    return any(each.is_like(deed) and each.who is not None and not given.other(each.who) for each in found)
