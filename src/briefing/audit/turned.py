"""Who does it to whom. In: a sentence with two names on the two sides of a verb, and a sentence of a source that has
them on the two sides of the same verb. Out: whether they have changed places.

"Aas was fined for shoving Holm" is held against "Holm paid a fine for shoving Aas": what the verb is, the words that
stand between the two names in both say. English alone: other languages tell by endings who does it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.audit.doers import doers
from briefing.audit.flaw import Flaw
from briefing.audit.mentions import Mention
from briefing.audit.sentence import Judged
from briefing.audit.sides import sides
from briefing.audit.verbs import is_past, is_verb, root, tells
from briefing.checks.negation import DENIES
from briefing.cldr import primary

_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 3  # sentences
_BETWEEN = 80  # characters
_BY = re.compile(
    r"\b(?:by|from|with|alongside|together|and|or|who|whom|whose|which|that)\W*(?:the\W*)?$", re.IGNORECASE
)
_CLAUSE = re.compile(r"[;:.!?“”\"]|\b(?:who|whom|whose|which|that|by|while|but|where|than)\b", re.IGNORECASE)
_OF_A_NOUN = frozenset("the a an its his her their this that of".split())  # "the charging business"
_MUTUAL = frozenset(map(root, "meet marry fight face play debate discuss share match".split()))


def turned(judged: Judged) -> Iterator[Flaw]:
    """At most one flaw of a sentence, and none where another rule of names tells it."""
    if primary(judged.language) != "en" or not judged.statement.same_language or DENIES["en"].search(judged.text):
        return
    mine = judged.judge.mentions(judged.text)
    for number in judged.near[:_NEAR] if len(mine) > 1 else ():
        source = judged.said(number)
        theirs = judged.judge.mentions(source)
        for one, other in pairwise(mine):
            if _stand_crossed(judged.text, (one, other), mine, source, theirs):
                if any(sides(judged)) or any(doers(judged)):
                    return
                message = f"“{one.text}” and “{other.text}” have changed places: the source has it the other way round."
                yield Flaw("name", "contradicted", "error", message, number)
                return


def _stand_crossed(
    text: str, pair: tuple[Mention, Mention], mine: Sequence[Mention], source: str, theirs: Sequence[Mention]
) -> bool:
    one, other = pair
    first, last = ([each for each in theirs if each.is_also(name)] for name in pair)
    if not one.apart(other) or len(first) != 1 or len(last) != 1 or last[0].end > first[0].start:
        return False
    if any(sum(each.is_also(name) for each in mine) != 1 for name in pair):
        return False
    here, there = text[one.end : other.start], source[last[0].end : first[0].start]
    if max(len(here), len(there)) > _BETWEEN or DENIES["en"].search(source):
        return False
    return bool(_verbs(here) & _verbs(there))


def _verbs(between: str) -> frozenset[str]:
    """The roots of the verbs that join what stands before to what stands after; none of two clauses."""
    if _CLAUSE.search(between) or _BY.search(between):
        return frozenset()
    words = _WORD.findall(between)
    told = [word for before, word in pairwise(["", *words]) if before.casefold() not in _OF_A_NOUN and tells(word)]
    found = {root(word) for word in told if is_verb(word) or is_past(word) or word.endswith("ing")}
    return frozenset(found - _MUTUAL)
