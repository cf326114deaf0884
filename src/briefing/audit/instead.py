"""Another name in the place of one. In: the sentence, and what is near it in the sources. Out: the name that it has,
and the one that the source has there.

It is told where a sentence of a source has nearly the same words in their order; and of models and parts, where one
that tells the same has a single one of their series, and nothing around has the given one. No other passage may tell
nearly as much of the name itself.
"""

import re
from collections.abc import Iterator, Sequence

from briefing.audit.mentions import Mention
from briefing.audit.roles import is_of_another
from briefing.audit.sentence import Judged
from briefing.audit.telling import (
    MOSTLY,
    TOLD,
    in_the_clause,
    is_byline,
    is_named,
    is_place,
    named_in,
    share,
    told_elsewhere,
)

Rival = tuple[int, Mention, Mention]  # the number of a sentence of a source, the name given, the name there


def instead(judged: Judged, mine: Sequence[Mention]) -> Iterator[Rival]:
    """mine: the names of the sentence."""
    yield from _in_its_place(judged, mine)
    for given in mine:
        yield from _of_its_series(judged, given, mine)
        yield from _of_its_sort(judged, given, mine)
        yield from _of_its_section(judged, given, mine)


def _in_its_place(judged: Judged, mine: Sequence[Mention]) -> Iterator[Rival]:
    number, found, _ = judged.twin or (0, [], ())
    for change in found:
        before, after = (judged.judge.mentions(text) for text in (change.before, change.after))
        if change.kind not in ("replaced", "number") or len(before) != 1 or len(after) != 1:
            continue
        given, said = _whole(mine, after[0]), _whole(judged.judge.mentions(judged.said(number)), before[0])
        alone = _spare(change.after, after[0]) <= 1 and _leads(change.before, before[0])
        if not alone or not given.other(said) or is_byline(judged, given):
            continue
        if not named_in(judged, given, judged.said(number)) and not told_elsewhere(judged, given, number):
            yield number, given, said


def _whole(named: Sequence[Mention], part: Mention) -> Mention:
    """A name of which only a part was changed."""
    return next((each for each in named if part.text in each.text), part)


def _leads(text: str, name: Mention) -> bool:
    """Whether a name stands first in what was changed, or all but first."""
    return not name.start or (len(text[: name.start].split()) <= 1 and _spare(text, name) <= 1)


def _spare(text: str, name: Mention) -> int:
    """Words beside a name."""
    return len(text.split()) - len(name.text.split())


def _of_its_series(judged: Judged, given: Mention, mine: Sequence[Mention]) -> Iterator[Rival]:
    for number in judged.near[:3] if given.is_coded else ():
        if share(judged, given, judged.said(number)) < TOLD:
            continue
        named = [each for each in judged.judge.mentions(judged.said(number)) if _series(each) & _series(given)]
        single = len({each.tokens for each in named}) == 1 and given.other(named[0])
        if not single or any(named[0].is_also(each) for each in mine):
            return
        around = any(named_in(judged, given, text) for text in judged.neighbours(number))
        if not around and is_named(judged, given) and not told_elsewhere(judged, given, number):
            yield number, given, named[0]
        return


def _of_its_sort(judged: Judged, given: Mention, mine: Sequence[Mention]) -> Iterator[Rival]:
    """Where a sentence that tells the same names one person (or ship, or firm: what has an article) that this one does
    not, and this one names one that it does not, and all others are the same."""
    sort = "" if any(judged.parts()) else _sort(judged, given, judged.text)
    for number in judged.near[:3] if sort else ():
        source = judged.said(number)
        if share(judged, given, source) < MOSTLY:
            continue
        theirs = judged.judge.mentions(source)
        lost = [each for each in mine if not any(each.is_also(one) for one in theirs)]
        free = [each for each in theirs if not any(each.is_also(one) for one in mine)]
        free = [each for each in free if _sort(judged, each, source) == sort]
        single = lost == [given] and len({each.tokens for each in free}) == 1 and given.other(free[0])
        single = single and in_the_clause(judged, given, free[0], source)
        single = single and not is_of_another(judged.text, given.text, source, free[0].text)
        if single and not _PRONOUN.search(source) and not told_elsewhere(judged, given, number):
            yield number, given, free[0]
        return


def _of_its_section(judged: Judged, given: Mention, mine: Sequence[Mention]) -> Iterator[Rival]:
    """Where a passage that tells the same stands in the section of another name, and the given one has a section of its
    own, or more, and is not spoken of in this."""
    topics = [each for heading in judged.judge.topics for each in heading]
    for number in judged.near[:2] if any(given.is_also(each) for each in topics) else ():
        section = judged.corpus.section(number)
        heads = [each for heading in section[:1] for each in judged.judge.mentions(heading)]
        if not heads or share(judged, given, judged.said(number)) < TOLD:
            continue
        here = any(named_in(judged, given, text) for text in section)
        known = any(each.is_also(one) for each in heads for one in mine)
        if not here and not known and all(map(given.other, heads)) and not told_elsewhere(judged, given, number):
            yield number, given, heads[0]
        return


_PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers|they|them|their|it|its)\b", re.IGNORECASE)


def _sort(judged: Judged, name: Mention, text: str) -> str:
    """ "person", "place" (of several words), "thing" (what has an article), or nothing."""
    if name.is_coded or name.is_acronym:
        return ""
    if text[: name.start].casefold().endswith("the "):
        return "thing"
    if not name.tokens & judged.judge.surnames:
        return ""
    return "place" if is_place(judged, name) else "person"


def _series(name: Mention) -> frozenset[str]:
    """What names of one series share: MacBook, and CS of the CS42L84."""
    words = {re.split(r"[-_\d]", token)[0] for token in name.tokens} | name.tokens
    return frozenset(word for word in words if len(word) > 1 and not any(map(str.isdigit, word)))
