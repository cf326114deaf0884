"""What the sources tell of a name. In: a sentence, one of its names, and a passage. Out: how much of the rest of the
sentence the passage has; and whether another passage, which has the name, has nearly as much."""

import re

from briefing.audit.mentions import Mention
from briefing.audit.sentence import Judged
from briefing.audit.terms import terms
from briefing.audit.verbs import root

CLAUSES = re.compile(r"[;:]\s|,?\s(?:and|but|while|whereas|where|although|though|because|since)\s")
TOLD = 0.6  # of what the rest of a sentence tells, for a passage to be what it is about
MOSTLY = 0.7  # of it, where no deed tells the two apart
_AS_WELL = 0.8  # of that, told of the name itself elsewhere, for nothing to be held against it
_SHARED = 2  # words
_LOOKED = 60  # sentences that have the name
_REGIONS = frozenset(
    "New North South East West Upper Lower Great San Santa Los Las El Fort Port Lake Mount Cape".split()
)


def share(judged: Judged, given: Mention, passage: str) -> float:
    """Of what the rest of the sentence tells, how much a passage has; nothing where that is hardly a word."""
    rest = set(terms(judged.text)) - set(terms(given.text))
    held = {root(term) for term in terms(passage)}
    shared = {term for term in rest if root(term) in held}
    total = judged.corpus.weight(rest)
    return judged.corpus.weight(shared) / total if len(shared) >= _SHARED and total else 0.0


def told_elsewhere(judged: Judged, given: Mention, number: int) -> bool:
    """Whether another sentence than this one has the name, and tells nearly as much of the rest."""
    least = _AS_WELL * share(judged, given, judged.said(number))
    return any(share(judged, given, judged.said(other)) >= least for other in _naming(judged, given) if other != number)


def is_named(judged: Judged, given: Mention) -> bool:
    """Whether the sources have the name at all."""
    return bool(_naming(judged, given))


def is_place(judged: Judged, given: Mention) -> bool:
    """Whether the sources or the sentence speak of it as of a place: "in Lund", "New Lund"."""
    if given.text.split()[0] in _REGIONS:
        return True
    texts = [judged.text, *(judged.said(number) for number in _naming(judged, given))]
    return any(re.search(rf"\b(?:in|near)\s(?:the\s)?{re.escape(given.text)}(?![\w-]|['’]s\b)", text) for text in texts)


def in_the_clause(judged: Judged, given: Mention, said: Mention, passage: str) -> bool:
    """Whether the clause of a name has as much of the rest of a sentence as any other of its passage."""
    told = [(share(judged, given, each), said.text in each) for each in CLAUSES.split(passage)]
    return max((part for part, its in told if its), default=1.0) >= max(part for part, _ in told)


def _naming(judged: Judged, given: Mention) -> list[int]:
    found = sorted(judged.corpus.votes(terms(given.text)))[:_LOOKED]
    return [number for number in found if named_in(judged, given, judged.said(number))]


def named_in(judged: Judged, given: Mention, passage: str) -> bool:
    return any(given.is_also(each) for each in judged.judge.mentions(passage))


def is_byline(judged: Judged, given: Mention) -> bool:
    """Whether it is the author, the site or the title of a source: what it says of itself is said in its name."""
    return bool(given.tokens & judged.judge.byline_words)
