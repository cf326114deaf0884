"""What names the matter of a section. In: material, the period or the title. Out: a heading; whether it is a title."""

import re

from briefing.cldr import fold, month_names
from briefing.model import Passage
from briefing.writers.selection.lexicon import Lexicon
from briefing.writers.selection.links import title_likeness
from briefing.writers.selection.material import Material
from briefing.writers.selection.shape import Numbered
from briefing.writers.selection.standing import speaks_to_a_machine
from briefing.writers.selection.terms import terms

_VERSION = re.compile(r"\bv?\d+\.\d+(?:\.\d+)*\b(?!%)")
_LISTED = re.compile(r"\W*\d+(?:\.\d+)*[.):]\s")
_NAME, _YEAR = r"[^\W\d_][\w'’.-]*", r"\(?(?:19|20)\d\d[a-z]?\)?"
_CITED = re.compile(  # "Oren, et al. 2031", "Ida Oren in 2031", "Oren & Ida (2031)"
    rf"\W?(?:(?:{_NAME},? ){{1,4}}et al\.?,? |(?:{_NAME},? ){{1,2}}(?:(?:and|&) {_NAME},? |in )?){_YEAR}\W?"
)
_TITLED = 0.6  # from this likeness to a title
_NAMING = 2  # words that a heading must have beyond the period to name something


def naming_heading(material: Material, period: str) -> Numbered | None:
    """The first heading that names something beyond the period; none where it is but one of several versions."""
    named = [heading for heading in material.headings if _names(material, heading[1], period)]
    versions = [heading for heading in named if _VERSION.search(heading[1].text)]
    return None if not named or (named[0] in versions and len(versions) > 1) else named[0]


def _names(material: Material, passage: Passage, period: str) -> bool:
    """Whether a heading has a version, or words of its own, and is none that tells a machine what to do."""
    if speaks_to_a_machine(passage.text):
        return False
    said = set(terms(passage.text, material.lexicons[passage.located.source].function_words))
    version = _VERSION.search(passage.text)
    own = sum(not term.isdigit() for term in said - {*terms(period)})
    return bool(version and version.group() not in period) or own >= _NAMING


def is_title(text: str, words: Lexicon) -> bool:
    """Whether a text is the title of a work as it stands: nobody's name with a year, no number or month before it.
    Where titles are written like anything else, whatever names something may be one."""
    first, *_ = (*text.split(maxsplit=1), "")
    likeness = title_likeness(text, words)
    return (
        (likeness >= _TITLED if words.capitalises_titles else likeness > 0)
        and not _CITED.fullmatch(text.strip())
        and not _LISTED.match(text)
        and fold(first.strip(":,")) not in month_names(words.language)
    )


def is_told(heading: Passage, title: str) -> bool:
    """Whether a title has already the version that a heading names."""
    version = _VERSION.search(heading.text)
    return bool(version and version.group() in title)
