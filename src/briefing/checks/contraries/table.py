"""Contraries: words of which only one can be true of one thing. Voluntary and mandatory, wide and narrow, to praise and
to condemn.

A file a language (three of English), and a line here; opposites.py reads them. Those of poles.py point up or down, and
turn a clause round wherever they stand in it; these do it only beside the same words: in one clause somebody may praise
what another condemns.
"""

from collections.abc import Mapping

from briefing.checks.contraries.dutch import DUTCH
from briefing.checks.contraries.english import ENGLISH
from briefing.checks.contraries.english_deeds import ENGLISH_DEEDS
from briefing.checks.contraries.english_qualities import ENGLISH_QUALITIES
from briefing.checks.contraries.french import FRENCH
from briefing.checks.contraries.german import GERMAN
from briefing.checks.contraries.italian import ITALIAN
from briefing.checks.contraries.spanish import SPANISH

CONTRARIES: Mapping[str, str] = {
    "en": ENGLISH + ENGLISH_DEEDS + ENGLISH_QUALITIES,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "it": ITALIAN,
    "nl": DUTCH,
}
