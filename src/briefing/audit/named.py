"""The months, identifiers and names of a sentence. In: the sentence, and what is near it in the sources. Out: those
that no source carries, and the month that the nearest passage has instead."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise

from briefing.audit.corpus import Segment
from briefing.audit.flaw import Flaw, lacking
from briefing.audit.fuller import is_fuller
from briefing.audit.initials import abbreviations, shortened, spelled_out
from briefing.audit.measures import agree, measures
from briefing.audit.moments import told
from briefing.audit.nations import abbreviated_state, countries, same_country
from briefing.audit.rows import is_weekday
from briefing.audit.sentence import ALIKE, Judged, parts_of
from briefing.audit.spans import Stretch, ends, stretches
from briefing.audit.terms import terms
from briefing.checks.base import Check, Fact, Statement
from briefing.checks.dates import Dates
from briefing.checks.identifiers import Identifiers
from briefing.checks.names import Names
from briefing.checks.words import STOP, stem
from briefing.cldr import month_names
from briefing.reports.audit_findings import FindingKind

_DATES, _IDENTIFIERS, _NAMES = Dates(), Identifiers(), Names()
_CAPITALS = re.compile(  # a name of several words
    r"[^\W\d_a-zß-öø-ÿ][\w-]*(?:\s(?:(?:of|and|for|the|de|des|für|und)\s){0,2}[^\W\d_a-zß-öø-ÿ][\w-]*)+"
)
_DAY = re.compile(r"[^\W\d_]{3,} (\d{1,2})(?:st|nd|rd|th)?\b(?!\s?[%\w])|\b(\d{1,2})(?:st|nd|rd|th|\.)? [^\W\d_]{3,}")
_NAMED = 5  # words beside a name, for it to be missing
_DATED = 4  # words beside a month, for another one to be held against it
_SURE = 0.8  # of what the words of a sentence tell, for one of several months of a source to be its own
_YEAR = 12  # months
_LOOKED = 300  # sentences in which a name is looked for that none of the near ones carries
_GREEK = {unicodedata.name(chr(n)).split()[-1]: chr(n) for n in range(0x3B1, 0x3CA)}  # "Delta W" is ΔW


def named(judged: Judged, *, reached: bool) -> Iterator[Flaw]:
    same = judged.statement.same_language
    if reached and same:
        yield from islice(chain.from_iterable(map(_months, (judged, *judged.parts()))), 1)
    yield from _dates(judged, reached) if same else ()
    yield from _identifiers(judged, reached)
    yield from _names(judged, reached) if same else ()


def _months(judged: Judged) -> Iterator[Flaw]:
    """A month where the very part of a sentence that one follows, or the heading above it, has another."""
    stated = months_of(judged.text, judged.language)
    mine = set(terms(judged.text)) - set(terms(" ".join(_month_words(judged.text, judged.language))))
    if not stated or len(mine) < _DATED:
        return
    mine -= {digits for match in _DAY.finditer(judged.text) for digits in match.groups() if digits}
    total = judged.corpus.weight(mine)
    for number in judged.near[:2]:
        part = max(parts_of(judged.said(number)), key=lambda each: len(mine & set(terms(each))))
        here, above = months_of(part, judged.source_language), _month_above(judged, number)
        shared = mine & set(terms(f"{part} {above[1]}" if above[0] else part))
        told = judged.corpus.weight(shared) / total
        if told < ALIKE:
            continue
        if stretch := _otherwise(judged, part):
            message = f"The source has another stretch of the year here: “{stretch.text}”."
            yield Flaw("date", "contradicted", "error", message, number)
            return
        spans = _ends(part, judged.source_language)
        known, others = here or above[0], months_of(judged.said(number), judged.source_language) - here
        if known and not (known | spans) & stated and (not others or told >= _SURE):
            message = f"The source has another month here: “{_month_named(part, above[1], judged.source_language)}”."
            yield Flaw("date", "contradicted", "error", message, number)
        return


def _otherwise(judged: Judged, part: str) -> Stretch | None:
    """ "The first seven months", where the sentence has "from January to August"."""
    mine, theirs = ends(judged.text, judged.language), stretches(part, judged.source_language)
    if not mine or len(theirs) != 1 or ends(part, judged.source_language):
        return None
    return theirs[0] if mine[0] == theirs[0].first and 0 < theirs[0].last != mine[1] else None


def _ends(part: str, language: str) -> frozenset[str]:
    """The months with which what a text tells without their names begins and ends."""
    return frozenset(str(month) for each in stretches(part, language) for month in (each.first, each.last) if month)


def _month_above(judged: Judged, number: int) -> tuple[frozenset[str], str]:
    """The months of the heading above a sentence, where its source goes by months, and that heading."""
    unit = judged.corpus.units[number]
    place = Segment(0, unit.document, unit.block, unit.start, unit.end)
    above = judged.corpus.headings[unit.document][unit.block]
    return judged.judge.places.month_of(place), above[-1] if above else ""


def _dates(judged: Judged, reached: bool) -> Iterator[Flaw]:
    yield from _told(
        judged, "date", [fact for fact in _DATES.facts(judged.statement) if not _dated(judged, fact)], reached
    )


def _identifiers(judged: Judged, reached: bool) -> Iterator[Flaw]:
    facts = [fact for fact in _IDENTIFIERS.facts(judged.statement) if not _carried(judged, _IDENTIFIERS, fact)]
    spoken = {judged.text[start:end] for start, end in told(judged)}
    facts = [fact for fact in facts if fact.text not in spoken]
    facts = [fact for fact in facts if not _is_of_a_number(judged, fact) and not _in_other_words(judged, fact)]
    yield from _told(judged, "identifier", facts, reached)


def _in_other_words(judged: Judged, fact: Fact) -> bool:
    """Whether the sources have it shorter, spelled out, or as the name of the country or its people."""
    if any(same_country(fact.text, text) or spelled_out(fact.text, text, sure=3) for text in judged.around):
        return True
    if fact.text.isupper() and any(spelled_out(fact.text, text) for text in _told_by(judged)):
        return True
    if fact.text.isupper() and _in_small(fact.text.lower(), judged.around[:1]):
        return True
    whole = next((m.group() for m in _CAPITALS.finditer(judged.text) if fact.text in m.group()), "")
    texts = [judged.judge.bylines, *judged.around]
    if whole and (any(shortened(whole, text) for text in texts) or _is_abbreviated(judged, whole, fact.text)):
        return True
    country, state = countries(whole), abbreviated_state(whole or fact.text)
    return bool(country or state) and any(
        country & countries(text) or (state and state in text) for text in _told_by(judged)
    )


def _in_small(word: str, texts: Sequence[str]) -> bool:
    """ "LED", where the source has "led"; its "who" is no WHO."""
    forms = {word, word.removesuffix("s")} if len(word) > 3 else {word}
    return len(word) > 2 and word not in STOP and any(forms & {*re.findall(r"\w+", text)} for text in texts)


def _is_abbreviated(judged: Judged, whole: str, word: str) -> bool:
    """Whether a source has, anywhere, the initials of a part of a name of several words in which a word stands."""
    return any(
        re.search(rf"(?<!\w){re.escape(short)}s?(?!\w)", judged.said(number))
        for short in abbreviations(whole, word)
        for number in sorted(judged.corpus.votes(terms(short)))[:_LOOKED]
    )


def _told_by(judged: Judged) -> Iterator[str]:
    """The blocks of the source that is nearest."""
    number = judged.first
    blocks = judged.corpus.documents[judged.corpus.units[number].document].blocks if number is not None else ()
    yield from (block.text for block in blocks)


def _is_of_a_number(judged: Judged, fact: Fact) -> bool:
    """42m, 1PB, the Millionen of 25 Millionen, or the Gbps of 8 Gbps, which may be 8Gbps elsewhere: the rule of numbers
    has been asked."""
    return any(
        fact.text in (*each.units, *each.text.split()[1:])
        or (
            fact.text in [f"{each.text}{unit}" for unit in ("m", *each.units)]
            and any(agree(each, known) for known in judged.known)
        )
        for each in measures(judged.text, judged.language)
    )


def _names(judged: Judged, reached: bool) -> Iterator[Flaw]:
    facts = [fact for fact in _NAMES.facts(judged.statement) if not _carried(judged, _NAMES, fact)]
    facts = [fact for fact in facts if stem(fact.text) not in judged.judge.small and not _opens(judged.text, fact)]
    facts = [fact for fact in facts if not is_weekday(fact.text, judged.language)]  # reckoned, as "the day before" is
    facts = [fact for fact in facts if not _is_of_a_number(judged, fact) and not _in_other_words(judged, fact)]
    facts = [fact for fact in facts if _GREEK.get(fact.text.upper(), "\0") not in judged.judge.letters]
    fuller = all(is_fuller(judged, fact.text) for fact in facts)  # who invents one is not to be believed of the others
    yield from _told(judged, "name", facts, reached, known=_full_name(judged.text, facts), fuller=fuller)


def _told(
    judged: Judged,
    kind: FindingKind,
    facts: Sequence[Fact],
    reached: bool,
    *,
    known: bool = False,
    fuller: bool = False,
) -> Iterator[Flaw]:
    """One flaw for all facts of a kind that no source carries. known: that they would be there, if they were right.
    fuller: that they add to names that are there, and nobody can tell."""
    if facts:
        shown = ", ".join(dict.fromkeys(f"“{fact.text}”" for fact in facts))
        covered = not fuller and judged.covered([fact.text for fact in facts], reached, _NAMED)
        yield lacking(kind, shown, judged.first, covered=covered or (reached and known and not fuller))


def _full_name(text: str, facts: Sequence[Fact]) -> bool:
    """Whether two of the names stand side by side: somebody of whom no source speaks."""
    return any(f"{one.text} {other.text}" in text for one, other in pairwise(facts))


def _opens(text: str, fact: Fact) -> bool:
    """Whether it is the first word, and no other name follows: more often an ordinary word than a name."""
    return re.match(rf"\W*{re.escape(fact.text)}(?!\W+[^\W\d_a-zß-ÿ])", text) is not None


def _carried(judged: Judged, check: Check, fact: Fact) -> bool:
    wanted = terms(fact.text)
    if not wanted or fact.text.casefold() in judged.judge.hosts or check.carries(judged.judge.bylines, fact):
        return True
    return _stands(judged, check, fact, wanted)


def _dated(judged: Judged, fact: Fact) -> bool:
    number, *languages = fact.key.split()
    names = terms(" ".join(name for tag in languages for name, n in month_names(tag).items() if str(n) == number))
    if any(number in _ends(text, judged.source_language) for text in judged.around) or _is_counted(judged, number):
        return True
    return not names or _DATES.carries(judged.judge.bylines, fact) or _stands(judged, _DATES, fact, names)


def _is_counted(judged: Judged, month: str) -> bool:
    """Whether it is so many months before, or after, one of a text that says how many: August, of November and three
    months."""
    for text in judged.around:
        spans = {
            int(each.value)
            for each in measures(text, judged.source_language)
            if each.units == ("month",) and each.value
        }
        apart = {abs(int(month) - int(known)) for known in months_of(text, judged.source_language)}
        if any(span in (each, _YEAR - each) for span in spans for each in apart):
            return True
    return False


def _stands(judged: Judged, check: Check, fact: Fact, wanted: Sequence[str]) -> bool:
    if any(check.carries(text, fact) for text in judged.around):
        return True
    found = sorted(judged.corpus.votes(wanted))[:_LOOKED]
    return any(check.carries(judged.said(number), fact) for number in found)


def months_of(text: str, language: str) -> frozenset[str]:
    return frozenset(fact.key.split()[0] for fact in _DATES.facts(Statement(text, language, language)))


def _month_words(text: str, language: str) -> list[str]:
    return [fact.text for fact in _DATES.facts(Statement(text, language, language))]


def _month_named(part: str, above: str, language: str) -> str:
    return (_month_words(part, language) or _month_words(above, language))[0]
