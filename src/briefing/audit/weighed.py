"""More than, by what the source has. In: the sentence, and what is near it in the sources. Out: "Vik grew further than
Sund", where Vik grew by 2% and Sund by 3%; "the old pump is more reliable than the new one", of the new one, that is
more reliable than the old. English alone.
"""

import re
from collections.abc import Iterator

from briefing.audit.flaw import Flaw
from briefing.audit.measures import measures, size
from briefing.audit.sentence import Judged
from briefing.checks.follow import matter
from briefing.checks.negation import DENIES
from briefing.cldr import primary

_MORE = r"further|more(?: \w+)?|harder|higher|larger|greater|bigger|longer|older|taller|heavier|deeper|wider|steeper"
_LESS = r"less(?: \w+)?|fewer(?: \w+)?|lower|smaller|shorter|younger|lighter|narrower|shallower|cheaper"
_COMPARED = re.compile(
    rf"\b(?:(?P<more>{_MORE})|(?P<less>{_LESS}))(?: \w+)?? than (?P<standard>[^,;:.()]+)", re.IGNORECASE
)
_SCALE = re.compile(
    r"\b(?P<scale>(?:more|less) [a-z]{4,}|(?!other|rather|whether|either|neither|further)[a-z]{3,}er)\s+than\s"
    r"(?P<standard>[^,;:.()]+)"
)
_CLAUSE = re.compile(r"[,;:]\s|\s(?:while|whereas|and|but|after|compared)\s")
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
_HEAD = 5  # words of a standard


def weighed(judged: Judged) -> Iterator[Flaw]:
    """At most one flaw of a sentence."""
    if primary(judged.language) != "en" or not judged.statement.same_language or DENIES["en"].search(judged.text):
        return
    for number in judged.near[:2]:
        source = judged.said(number)
        if found := _by_numbers(judged.text, source) or _exchanged(judged.text, source):
            yield Flaw("statement", "contradicted", "error", f"The source has it the other way round: {found}.", number)
            return


def _by_numbers(text: str, source: str) -> str:
    """The two numbers by which it is the other way round; "" where it is not, or nothing tells."""
    found = _COMPARED.search(text)
    if not found:
        return ""
    told = text[: found.start()], " ".join(found["standard"].split()[:_HEAD])
    sides = [_named(side, source) for side in told]
    here, there = (_number_of(side - other, source) for side, other in (sides, sides[::-1]))
    if not here or not there or here[1] == there[1] or here[2] != there[2]:
        return ""
    if (here[1] > there[1]) == bool(found["more"]):
        return ""
    return f"{here[0]}, and {there[0]}"


def _named(text: str, source: str) -> frozenset[str]:
    """The words of a text by which a source may name it: those with a capital, where it has any of them."""
    return matter(" ".join(_CAPITAL.findall(text)), "en") & matter(source, "en") or matter(text, "en")


def _number_of(words: frozenset[str], source: str) -> tuple[str, float, tuple[str, ...]] | None:
    """The only number in the only clause that has any of the words: as written, its size, and its unit."""
    held = [clause for clause in _CLAUSE.split(source) if words & matter(clause, "en")]
    found = [measure for clause in held for measure in measures(clause, "en") if measure.share or measure.units]
    value = size(found[0]) if len(held) == 1 and len(found) == 1 else None
    return (found[0].shown, abs(float(value)), (*found[0].units, found[0].share)) if value is not None else None


def _exchanged(text: str, source: str) -> str:
    """The comparison, where what is compared here is the standard there, and of the standard here it says so."""
    mine, theirs = _SCALE.search(text), _SCALE.search(source)
    if not mine or not theirs or mine["scale"] != theirs["scale"] or DENIES["en"].search(source):
        return ""
    left, right = _sides(text, mine)
    before, after = _sides(source, theirs)
    own, foreign = left - right - before, right - left
    if own & after and not foreign & after and right & before:
        return f"“{theirs.group()}”"
    return ""


def _sides(text: str, match: re.Match[str]) -> tuple[frozenset[str], frozenset[str]]:
    begin = max((each.end() for each in _CLAUSE.finditer(text, 0, match.start())), default=0)
    return matter(text[begin : match.start()], "en"), matter(" ".join(match["standard"].split()[:_HEAD]), "en")
