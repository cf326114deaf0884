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
from briefing.audit.verbs import BEING, is_past, is_verb, root, tells
from briefing.checks.negation import DENIES
from briefing.cldr import primary

_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 3  # sentences
_BETWEEN = 80  # characters
_AUXILIARY = 2  # words before a participle
_BY = re.compile(
    r"\b(?:by|from|with|of|in|at|on|near|alongside|together|and|or|who|whom|whose|which|that)\W*(?:the\W*)?$",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:of|in|at|on|by|from|with)\W+(?:the\W+)?$", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:.!?“”\"]|\b(?:who|whom|whose|which|that|by|while|but|where|than)\b", re.IGNORECASE)
_CAPITAL = re.compile(r"\b[A-Z][^\W\d_]")
_OF_A_NOUN = frozenset("the a an its his her their this that of".split())  # "the charging business"
_MUTUAL = frozenset(map(root, "meet marry fight face play debate discuss share match".split()))


def turned(judged: Judged) -> Iterator[Flaw]:
    """At most one flaw of a sentence, and none where another rule of names tells it."""
    if primary(judged.language) != "en" or not judged.statement.same_language or DENIES["en"].search(judged.text):
        return
    if len(_CAPITAL.findall(judged.text)) < 2:
        return  # to read its names is dear
    mine = judged.judge.mentions(judged.text)
    joined = [(one, other) for one, other in pairwise(mine) if _verbs(judged.text[one.end : other.start])]
    for number in judged.near[:_NEAR] if joined else ():
        source = judged.said(number)
        for pair in joined:
            if all(_may_name(source, each) for each in pair) and _stand_crossed(judged, pair, mine, source):
                if any(sides(judged)) or any(doers(judged)):
                    return
                one, other = pair
                message = f"“{one.text}” and “{other.text}” have changed places: the source has it the other way round."
                yield Flaw("name", "contradicted", "error", message, number)
                return


def _may_name(source: str, name: Mention) -> bool:
    """Whether a text has a word of a name at all: to read its names is dear."""
    return any(word in source for word in name.text.split())


def _stand_crossed(judged: Judged, pair: tuple[Mention, Mention], mine: Sequence[Mention], source: str) -> bool:
    one, other = pair
    theirs = judged.judge.mentions(source)
    first, last = ([each for each in theirs if each.is_also(name)] for name in pair)
    if not one.apart(other) or len(first) != 1 or len(last) != 1 or last[0].end > first[0].start:
        return False
    if any(sum(each.is_also(name) for each in mine) != 1 for name in pair) or DENIES["en"].search(source):
        return False
    if _OF.search(judged.text[: one.start]) or _OF.search(source[: last[0].start]):
        return False
    here, there = judged.text[one.end : other.start], source[last[0].end : first[0].start]
    return bool(_verbs(here) & _verbs(there))


def _verbs(between: str) -> frozenset[tuple[str, bool]]:
    """The roots of the verbs that join what stands before to what stands after, and whether it is done to what stands
    before; none of two clauses."""
    if len(between) > _BETWEEN or _CLAUSE.search(between) or _BY.search(between):
        return frozenset()
    words = _WORD.findall(between)
    found: set[tuple[str, bool]] = set()
    for place, word in enumerate(words):
        before = {each.casefold() for each in words[max(0, place - _AUXILIARY) : place]}
        after_noun = place and words[place - 1].casefold() in _OF_A_NOUN
        if tells(word) and not after_noun and (is_verb(word) or is_past(word) or word.endswith("ing")):
            found.add((root(word), bool(before & BEING)))
    return frozenset(each for each in found if each[0] not in _MUTUAL)
