"""Who does it to whom. In: a sentence with two names on the two sides of a verb, and a sentence of a source that has
them on the two sides of the same verb. Out: whether they have changed places.

"Aas was fined for shoving Holm" is held against "Holm paid a fine for shoving Aas": what the verb is, the words that
stand between the two names in both say, and with what preposition it ends. English alone: other languages tell by
endings who does it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from briefing.audit.doers import doers
from briefing.audit.flaw import Flaw
from briefing.audit.mentions import Mention
from briefing.audit.sentence import Judged
from briefing.audit.sides import sides
from briefing.audit.verbs import AUXILIARY, BEING, is_past, is_verb, root, tells
from briefing.checks.negation import DENIES
from briefing.cldr import primary

_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 3  # sentences
_BETWEEN = 80  # characters
_AUXILIARY = 2  # words before a participle
_ASIDE = re.compile(r"\s\([^()]*\)|,?\s[–—]\s[^–—]{1,160}\s[–—](?=\s)|,\s\d{1,3}\b(?:,(?=\s[a-z])|(?=\s[a-z–—]))")
_PHRASES = (  # of several words, that are one verb
    (re.compile(r"\b(?:get|gets|getting|got) (?:a )?hold of\b"), "reach"),
    (re.compile(r"\b(?:get|gets|getting|got) in touch with\b"), "contact"),
)
_BY = re.compile(
    r"\b(?:with|near|alongside|together|and|or|who|whom|whose|which|that)\W*(?:the\W*)?$|,\W*$", re.IGNORECASE
)
_ENDS = re.compile(
    r"\b(?P<word>by|from|of|in|at|on|for|to|against|about|over|into|under|after|before)\W+(?:the\W+)?$", re.I
)
_OF = re.compile(r"\b(?:of|in|at|on|by|from|with)\W+(?:the\W+)?$", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:.!?“”\"]|\b(?:who|whom|whose|which|that|while|but|where|than)\b", re.IGNORECASE)
_CAPITAL = re.compile(r"\b[A-Z][^\W\d_]")
_OF_A_NOUN = frozenset("the a an its his her their this that of".split())  # "the charging business"
_INFINITIVE = AUXILIARY - BEING | {"to"}
_MUTUAL = frozenset(
    map(
        root,
        "meet marry fight face play debate discuss share match sister brother friend partner neighbour neighbor rival "
        "colleague cousin twin border join merge sit live resemble".split(),
    )
)


@dataclass(frozen=True, slots=True)
class _Turn:
    """verb: its root, whether it is done to the one before, and the preposition that it ends with."""

    verb: tuple[str, bool, str]
    one: Mention
    other: Mention


def turned(judged: Judged) -> Iterator[Flaw]:
    """At most one flaw of a sentence, and none where another rule of names tells it."""
    if primary(judged.language) != "en" or not judged.statement.same_language:
        return
    if len(_CAPITAL.findall(judged.text)) < 2:
        return  # to read its names is dear
    mine = _turns(judged, judged.text)
    for number in judged.near[:_NEAR] if mine else ():
        source = judged.said(number)
        theirs = _turns(judged, source, apart=True) if any(_may_name(source, each) for each in mine) else []
        for turn in mine:
            if _is_crossed(judged, turn, mine, theirs):
                if any(sides(judged)) or any(doers(judged)):
                    return
                one, other = turn.one.text, turn.other.text
                message = f"“{one}” and “{other}” have changed places: the source has it the other way round."
                yield Flaw("name", "contradicted", "error", message, number)
                return


def _may_name(source: str, turn: _Turn) -> bool:
    """Whether a text has a word of a name at all: to read its names is dear."""
    return any(word in source for word in f"{turn.one.text} {turn.other.text}".split())


def _is_crossed(judged: Judged, turn: _Turn, mine: Sequence[_Turn], theirs: Sequence[_Turn]) -> bool:
    """Whether the source has it of the two the other way round, and neither text has it both ways."""
    if not turn.one.apart(turn.other) or _are_one(judged, turn.one, turn.other):
        return False

    def has(turns: Sequence[_Turn], one: Mention, other: Mention) -> bool:
        return any(
            each.verb == turn.verb and _are_one(judged, each.one, one) and _are_one(judged, each.other, other)
            for each in turns
        )

    crossed = has(theirs, turn.other, turn.one)
    return crossed and not has(theirs, turn.one, turn.other) and not has(mine, turn.other, turn.one)


def _are_one(judged: Judged, one: Mention, other: Mention) -> bool:
    return one.is_also(other) or _in_full(judged, one) == _in_full(judged, other)


def _in_full(judged: Judged, name: Mention) -> str:
    """All of the name of somebody of whom a text has but a part, where only one has it; else the part."""
    surnames = judged.judge.places.persons.surnames
    part = name.text.casefold()
    if found := surnames.get(part):
        return found.casefold()
    known = {full.casefold() for full in surnames.values() if full.casefold().startswith(f"{part} ")}
    return known.pop() if len(known) == 1 else part


def _turns(judged: Judged, text: str, *, apart: bool = False) -> list[_Turn]:
    """What the names of a text do to those behind them, as far as nothing before denies it. apart: also where another
    name stands between the two."""
    for phrase, single in _PHRASES:
        text = phrase.sub(single, text)
    plain = _ASIDE.sub("", text)
    found: list[_Turn] = []
    named = judged.judge.mentions(plain)
    for one, other in combinations(named, 2) if apart else pairwise(named):
        if (
            other.start - one.end > _BETWEEN
            or _OF.search(plain[: one.start])
            or DENIES["en"].search(plain[: other.start])
        ):
            continue
        for verb in _verbs(plain[one.end : other.start]):
            by = verb[2] == "by"
            found.append(_Turn((verb[0], False, ""), other, one) if by else _Turn(verb, one, other))
    return found


def _verbs(between: str) -> Iterator[tuple[str, bool, str]]:
    """The verbs that join what stands before to what stands after; none of two clauses."""
    if _CLAUSE.search(between) or _BY.search(between):
        return
    ends = _ENDS.search(between)
    last = ends["word"].casefold() if ends else ""
    words = _WORD.findall(between[: ends.start()] if ends else between)
    for place, word in enumerate(words):
        before = {each.casefold() for each in words[max(0, place - _AUXILIARY) : place]}
        passive = bool(before & BEING)
        if not tells(word) or root(word) in _MUTUAL or (place and words[place - 1].casefold() in _OF_A_NOUN):
            continue
        if last == "by":
            if passive and is_past(word) and place == len(words) - 1:
                yield root(word), True, last
        elif passive or is_verb(word) or is_past(word) or word.endswith("ing") or _is_infinitive(words, place):
            yield root(word), passive, last


def _is_infinitive(words: Sequence[str], place: int) -> bool:
    return bool(place) and words[place - 1].casefold() in _INFINITIVE
