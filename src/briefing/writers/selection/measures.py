"""What makes a sentence fit for a field. In: a statement. Out: its worth for each role; 0 or less means: unfit.

The weights were set by reading what they choose on articles of many kinds; docs/extractive.md tells what each is for.
"""

import re

from msgspec import Struct

from briefing.writers.selection.lexicon import Cue
from briefing.writers.selection.material import Measure, Statement
from briefing.writers.selection.standing import Standing
from briefing.writers.selection.terms import length

_QUOTABLE = (9.0, 45.0)  # words
_STRONG = 0.75  # of judgement and relevance together: two words of either
_NAMING_LONGEST = 32  # words
_COMFORTABLE = (11.0, 34.0)  # words
_TELLING = 6  # words, below which a sentence hardly tells anything


_CITING = re.compile(r"\W*[^.,;:]{1,60} et al\.?,? ?\(")  # begins with what others wrote
_RELEASE = re.compile(r"\bv\d|\b\d+\.\d+\.\d+")


class Focus(Struct, frozen=True):
    """What a section is about."""

    titles: frozenset[str]  # its own, and the headings that its sources begin with
    terms: frozenset[str]  # of those headings, and of the name of its key item
    key: str  # the place that the key item's links lead to, or ""


def _has(statement: Statement, cue: Cue) -> float:
    """0 without the cue, one half for one, and towards 1 for more."""
    return 1 - 0.5 ** statement.words.count(cue, statement.said)


def _near(statement: Statement, focus: Focus) -> float:
    return min(1.0, len(statement.terms & focus.terms) / 3)


def _readable(statement: Statement) -> float:
    """1 for a sentence of a comfortable length, towards -1 for one so short that it says little."""
    least, most = _COMFORTABLE
    size = length(statement.text)
    return 1.0 if least <= size <= most else 0.4 if size > most else 2 * size / least - 1


def _heading(statement: Statement, focus: Focus, cue: Cue) -> bool:
    """Whether the nearest heading below the section's own has the cue."""
    return statement.heading not in focus.titles and statement.words.count(cue, statement.heading) > 0


def idea(focus: Focus) -> Measure:
    def measure(statement: Statement) -> float:
        return (
            statement.central
            + 0.5 * statement.early
            + 0.8 * _near(statement, focus)
            + 0.5 * _has(statement, "tells")
            + 0.2 * any(map(str.isdigit, statement.text))
            + 0.2 * _readable(statement)
            + 0.7 * statement.answers
            + 0.5 * (focus.key in statement.leads_to)
            - 0.6 * _heading(statement, focus, "weighs")
            - 0.4 * _has(statement, "mine")
            - 0.3 * _has(statement, "you")
            - 0.8 * statement.dangles
            - 0.5 * bool(_CITING.match(statement.text))
            - 0.2 * min(2, len(statement.leads_to - {focus.key}))
        )

    return measure


def mechanism(focus: Focus) -> Measure:
    """For a sentence that explains: how a thing is made, works or was tested."""

    def measure(statement: Statement) -> float:
        explains = _has(statement, "explains")
        return explains and idea(focus)(statement) + 0.8 * explains

    return measure


def naming(focus: Focus) -> Measure:
    """For a sentence that announces the item itself, where no link names it."""

    def measure(statement: Statement) -> float:
        fits = (
            statement.standing == Standing.STANDS
            and length(statement.text) <= _NAMING_LONGEST
            and statement.early > 0.5
        )
        return idea(focus)(statement) * (_has(statement, "announces") > 0) * fits

    return measure


def quote(focus: Focus) -> Measure:
    """For a sentence that judges; in a language whose words of judgement are not known, one that stands alone."""

    def measure(statement: Statement) -> float:
        judges = _weight(statement) or not statement.words.is_known
        if not _is_quotable(statement) or not judges:
            return 0.0
        return (
            0.6 * statement.central
            + 1.0 * _has(statement, "judges")
            + 0.6 * _near(statement, focus)
            + 0.4 * _has(statement, "matters")
            + 0.4 * _readable(statement)
            - 0.5 * _heading(statement, focus, "weighs")
            - 0.5 * bool(statement.leads_to)
            - 0.5 * _has(statement, "picks")
            - 0.8 * _has(statement, "alleges")
            - 0.4 * _has(statement, "mine")
            - 0.8 * _has(statement, "you")
        )

    return measure


def _is_quotable(statement: Statement) -> bool:
    least, most = _QUOTABLE
    return statement.standing == Standing.STANDS and least <= length(statement.text) <= most


def relevance(focus: Focus) -> Measure:
    def measure(statement: Statement) -> float:
        said, headed = _has(statement, "matters"), _heading(statement, focus, "weighs")
        if not said and not headed:
            return 0.0
        return (
            1.0 * headed
            + 0.9 * said
            + 0.4 * statement.central
            + 0.3 * _has(statement, "judges")
            + 0.3 * _near(statement, focus)
            + 0.2 * _readable(statement)
            - 0.3 * statement.early
            - 0.8 * statement.dangles
        )

    return measure


def central(statement: Statement) -> float:
    return statement.central + 0.2 * _readable(statement) - 0.3 * (length(statement.text) < _TELLING)


def introduction(statement: Statement) -> float:
    said = _has(statement, "covers")
    return said and 1.2 * said + 0.3 * statement.central + 0.2 * statement.early + 0.2 * _readable(statement)


def outlook(statement: Statement) -> float:
    """The end of a list of changes is no outlook, whatever it says of the future."""
    said = _has(statement, "ahead") * (not any(map(_RELEASE.search, statement.passage.located.heading)))
    return said and 1.0 * said + 0.4 * statement.central + 0.2 * _readable(statement)


def conclusion(statement: Statement) -> float:
    """A sentence that judges strongly, or judges where the source weighs its matter."""
    said = _has(statement, "judges")
    headed = statement.words.count("weighs", statement.heading) > 0
    if not _is_quotable(statement) or _weight(statement) < (_STRONG - 0.25 * headed):
        return 0.0
    return (
        0.3 * headed
        + 1.0 * said
        + 0.5 * _has(statement, "matters")
        + 0.4 * statement.central
        + 0.3 * _readable(statement)
        - 0.8 * _has(statement, "alleges")
        - 0.5 * bool(statement.leads_to)
        - 0.4 * _has(statement, "mine")
    )


def _weight(statement: Statement) -> float:
    return _has(statement, "judges") + _has(statement, "matters")


def overall(statement: Statement) -> float:
    """What a text says of its own plan is not said of the whole, except where it sums up."""
    headed = statement.passage.located.block.kind != "item" and statement.words.count("whole", statement.heading) > 0
    said = 0.8 if headed else _has(statement, "whole") * (not _has(statement, "covers"))
    return said and (
        1.0 * said + 0.4 * _has(statement, "judges") + 0.3 * statement.central + 0.2 * _readable(statement)
    )


def thesis(statement: Statement) -> float:
    """What is asserted of the whole, by a sentence that stands by itself; not what a text covers or what is to come."""
    aside = statement.words.count("covers", statement.said) or statement.words.count("ahead", statement.said)
    said = 0.0 if aside or statement.standing < Standing.STANDS else _has(statement, "whole")
    return said and 1.0 * said + 0.6 * _has(statement, "judges") + 0.2 * _readable(statement)


def pull(focus: Focus) -> Measure:
    """For a quotation of the whole: one that judges strongly, where the language is known."""

    def measure(statement: Statement) -> float:
        strong = _weight(statement) >= _STRONG or not statement.words.is_known
        return quote(focus)(statement) if strong else 0.0

    return measure
