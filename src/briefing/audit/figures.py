"""The numbers of a sentence. In: the sentence, and what is near it in the sources. Out: those that the nearest passage
contradicts, that have changed places, that are rounded, or that stand nowhere."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from briefing.audit.bounds import bounds, within
from briefing.audit.changes import Change
from briefing.audit.derived import derived, leads, summed
from briefing.audit.flaw import Flaw, lacking
from briefing.audit.measures import Measure, agree, asked, is_about, measures, rounds
from briefing.audit.moments import told
from briefing.audit.multiples import repeated
from briefing.audit.reckoned import reckoned
from briefing.audit.sentence import Judged
from briefing.audit.swaps import Swap, swaps
from briefing.audit.terms import terms
from briefing.checks.base import Statement
from briefing.checks.dates import Dates
from briefing.checks.follow import pairs

FIGURES = 0.25  # of what the words of a sentence tell, for a figure that stands nowhere to be missing
_DATES = Dates()
_TIMES = 10_000  # that one number may be another, for one to stand in the other's place
_LOOKED = 300  # sentences in which a number is looked for that none of the near ones carries
_PLACE = re.compile(r"\b(?:lines?|pages?|pp?\.|section|chapter|part|figure|fig\.|table|Zeile|Seite|Abschnitt)\s$", re.I)
_VERSION = r"(?:[Vv]ersion(?:e?[ns])?|[Rr]eleases?|[Ss]eries|[Mm]odels?|[Bb]ranch(?:es)?)"
# Llama 3.3, the 3.2 and 3.3 versions: a name, more than a number.
_VERSIONED = re.compile(rf"(?:[^\W\d_a-zß-öø-ÿ]\w*|\b{_VERSION}|\b[Vv])[\s-]?$")
_VERSIONS = re.compile(rf"[\d\s.,]*(?:\s(?:and|or|und|et)\s)?[\d\s.,]*\s{_VERSION}\b")


def figures(judged: Judged, *, reached: bool, whole: bool) -> Iterator[Flaw]:
    swapped = list(_swapped(judged))
    yield from swapped
    yield from _replaced(judged) if whole and not swapped else ()
    yield from lost(judged, reached)
    if reached and not swapped:
        yield from _clauses(judged)
        yield from bounds(judged)


def _swapped(judged: Judged) -> Iterator[Flaw]:
    """Judged by the nearest passage that tells any two numbers apart: neither may stand in its own place beside some
    third one."""
    if not judged.statement.same_language or len(measures(judged.text, judged.language)) < 2:
        return
    told = (
        (number, found)
        for number in judged.near[:3]
        for source in judged.neighbours(number)
        if (found := list(swaps(judged.text, judged.language, source, judged.source_language)))
    )
    number, found = next(told, (0, []))
    kept = [each for swap, swapped in found if not swapped for each in (swap.one, swap.other)]
    moved = [swap for swap, swapped in found if swapped and swap.one not in kept and swap.other not in kept]
    for swap in moved[:1]:
        yield Flaw("number", "contradicted", "error", _said(swap), number)


def _said(swap: Swap) -> str:
    return f"“{swap.one.shown}” and “{swap.other.shown}” have changed places: the source has each where the other is."


def _replaced(judged: Judged) -> Iterator[Flaw]:
    """A number that stands where the source has another one, though it stands near as well."""
    number, found, runs = judged.twin or (0, [], ())
    for change in found:
        if change.kind == "number" and _elsewhere_near(judged, change):
            message = f"The source has “{change.before}” here, not “{change.after}”."
            yield Flaw("number", "contradicted", "error", message, number, runs)


def _elsewhere_near(judged: Judged, change: Change) -> bool:
    before, after = measures(change.before, judged.source_language), measures(change.after, judged.language)
    if len(before) != 1 or len(after) != 1 or not _held(judged, after) or summed(judged, after[0]):
        return False
    return not agree(after[0], before[0]) and not rounds(after[0], before[0], about=True)


def lost(judged: Judged, reached: bool) -> Iterator[Flaw]:
    """Numbers that nothing near has."""
    spoken = [*told(judged), *repeated(judged)]
    for given in asked(judged.text, judged.statement):
        if any(start <= given.start < end for start, end in spoken):
            continue
        if not any(agree(given, each) for each in judged.known) and not _PLACE.search(judged.text, 0, given.start):
            yield from _number(judged, given, reached)


def _number(judged: Judged, given: Measure, reached: bool) -> Iterator[Flaw]:
    about = is_about(judged.text, given)
    exact = next((each for each in judged.known if rounds(given, each, about=about)), None)
    if exact and (about or given.same_kind(exact) or given.noun == exact.noun != ""):
        if not about:
            message = f"“{given.shown}” is rounded: the source has “{exact.shown}”."
            yield Flaw("number", "rounded", "info", message, judged.near[0])
        return
    if any(within(judged.text, given, each) for each in judged.known) or derived(judged, given):
        return
    if reckoned(judged, given):
        return
    covered = judged.covered([given.text], reached)
    if given.is_year and not covered:
        return
    if covered and (rival := _rival(judged, given)):
        number, said = rival
        message = f"The source has another number here: “{said.shown}”, not “{given.shown}”."
        yield Flaw("number", "contradicted", "error", message, number)
    elif given.share != "p" and given.text[0].isdigit() and not _stands(judged, given):
        slightly = reached and judged.support([given.text]) >= FIGURES
        wanted = judged.twin is not None if _is_version(judged.text, given) else covered or slightly
        yield lacking("number", f"“{given.shown}”", judged.first, covered=wanted)


def _is_version(text: str, given: Measure) -> bool:
    if "." not in given.text or given.units or given.share:
        return False
    after = _VERSIONS.match(text, given.start + len(given.text))
    return after is not None or _VERSIONED.search(text, 0, given.start) is not None


def _clauses(judged: Judged) -> Iterator[Flaw]:
    """Months and numbers that the source has, and has elsewhere: the very clause that one follows has another."""
    if not judged.statement.same_language or not judged.alike:
        return
    language = judged.language
    stated = measures(judged.text, language)
    for piece, clause in pairs(judged.text, judged.alike, language):
        said = measures(clause, language)
        near = judged.near[next((n for n, number in enumerate(judged.near) if clause in judged.said(number)), 0)]
        for given in _held(judged, asked(piece, Statement(piece, language, language))):
            rivals = [each for each in said if each.same_kind(given) or each.counts_same(given)]
            rivals = [each for each in rivals if not any(agree(one, each) for one in stated)]
            here = measures(judged.said(near), language)
            rivals = [each for each in rivals if any(each.text == one.text for one in here)]
            told = any(agree(given, each) or rounds(given, each, about=True) for each in here)
            if rivals and not told and not summed(judged, given):
                message = f"The source has “{rivals[0].shown}” here, not “{given.shown}”."
                yield Flaw("number", "contradicted", "error", message, near)


def _held(judged: Judged, given: Sequence[Measure]) -> list[Measure]:
    """Those that stand near, and so were not told yet."""
    whole = {each.text for each in measures(judged.text, judged.language)}
    return [each for each in given if each.text in whole and any(agree(each, one) for one in judged.known)]


def _rival(judged: Judged, given: Measure) -> tuple[int, Measure] | None:
    """The number that a near sentence has where this one is given: of the same unit, or before the same noun."""
    mine = measures(judged.text, judged.language)
    for number in judged.near[:2]:
        others = measures(judged.said(number), judged.source_language)
        free = [each for each in others if not any(agree(one, each) for one in mine)]
        shares = [each for each in others if each.share]
        led = len(shares) == 2 or any(leads(judged.said(number), *pair) for pair in pairwise(shares))
        for each in free:
            if given.share == "p" != each.share and each.value != given.value and not led:
                continue  # by how many points two shares are apart, nobody has to have written down
            same_noun = each.counts_same(given) and not given.is_year and _of_one_size(given, each)
            if each.same_kind(given) or each.value == given.value or same_noun:
                return number, each
    return None


def _of_one_size(given: Measure, other: Measure) -> bool:
    """Of "four sizes" nobody says "70 billion parameter sizes" by mistake."""
    small, large = sorted(abs(each.value or Decimal(0)) for each in (given, other))
    return large <= _TIMES * max(small, Decimal(1))


def _is_day_of_release(judged: Judged, given: Measure) -> bool:
    """Whether it is the day on which a source was published, in a sentence that names the month."""
    months = {fact.key.split()[0].zfill(2) for fact in _DATES.facts(judged.statement)}
    released = (each.published[5:10] for each in judged.corpus.documents)
    return any(f"{month}-{given.key.zfill(2)}" == day for day in released for month in months)


def _stands(judged: Judged, given: Measure) -> bool:
    """Whether it stands anywhere in the sources."""
    if (given.is_year and given.key in judged.judge.bylines) or _is_day_of_release(judged, given):
        return True
    if re.search(rf"[A-Za-z]\d*_{re.escape(given.text)}\b", " ".join(judged.around)):
        return True  # "64-bit", of x86_64
    found = sorted(judged.corpus.votes(terms(given.text)))[:_LOOKED]
    return any(agree(given, each) for number in found for each in measures(judged.said(number), judged.source_language))
