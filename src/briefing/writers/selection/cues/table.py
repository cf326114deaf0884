"""The cues of each language, by its primary tag (BCP 47)."""

from briefing.writers.selection.cues.arabic import ARABIC
from briefing.writers.selection.cues.base import Cues
from briefing.writers.selection.cues.chinese import CHINESE
from briefing.writers.selection.cues.dutch import DUTCH
from briefing.writers.selection.cues.english import ENGLISH
from briefing.writers.selection.cues.french import FRENCH
from briefing.writers.selection.cues.german import GERMAN
from briefing.writers.selection.cues.italian import ITALIAN
from briefing.writers.selection.cues.japanese import JAPANESE
from briefing.writers.selection.cues.korean import KOREAN
from briefing.writers.selection.cues.portuguese import PORTUGUESE
from briefing.writers.selection.cues.spanish import SPANISH

TABLES: dict[str, Cues] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "it": ITALIAN,
    "pt": PORTUGUESE,
    "nl": DUTCH,
    "ko": KOREAN,
    "ja": JAPANESE,
    "zh": CHINESE,
    "ar": ARABIC,
}
