"""Numbers that count nothing. In: a text, and a number in it. Out: the name that the number belongs to ("phase" of
"Phase 1"), or that it is the day of a date.

Such a number stands where its name does, and changes places only with one that is as much a label, or a day."""

import re

from briefing.audit.measures import Measure
from briefing.cldr import month_names, primary

DAY, _HAN = "day", "第"
_NAMING = frozenset(  # whatever stands right behind them is their number
    "phase chapter figure fig table week day step stage part page line section article act scene volume vol issue no "
    "nr number room gate track lane route highway platform level grade tier type class division group season episode "
    "round game match lap round seed verse psalm appendix annex note version model unit zone area district ward "
    "category kapitel abbildung tabelle woche tag schritt stufe teil seite zeile abschnitt artikel band ausgabe nummer "
    "zimmer gleis stadium runde klasse kategorie anhang chapitre tableau semaine jour étape partie ligne acte numéro "
    "tome volet salle voie catégorie niveau fase capítulo capitolo figura tabla tabella semana settimana paso página "
    "pagina sección número numero".split()
)
_BEFORE = re.compile(r"(?P<word>[^\W\d_]{2,})(?P<point>\.?)[\s\u00a0]$")
_AFTER = re.compile(r"(?:st|nd|rd|th|er|º|\.)?[\s\u00a0](?:of |de )?(?P<word>[^\W\d_]{3,})")
_EVERYDAY = frozenset("no round part act game match line day model".split())  # "a round 40", but for their capital
_SMALL_MONTHS = frozenset("fr es it pt nl".split())
_DAY_IN_HAN = re.compile(r"[日일]")
_LAST_DAY = 31
_FAR = 24  # characters
_OPENS = re.compile(r"(?:^|[.!?:;]\W{0,3}\s|[“\"„«(])\W*$")


def label(text: str, number: Measure, language: str) -> str:
    """The naming word before it, DAY, or nothing."""
    if _is_day(text, number, primary(language)):
        return DAY
    if text[: number.start].endswith(_HAN):
        return _HAN
    before = _BEFORE.search(text, max(0, number.start - _FAR), number.start)
    word = before["word"].casefold() if before else ""
    if not before or number.units or number.share or not number.text.isalnum() or word not in _NAMING:
        return ""
    return "" if word in _EVERYDAY and before["word"].islower() and not before["point"] else word


def name(text: str, number: Measure, language: str) -> str:
    """The word with a capital right before it: the Apollo of "Apollo 11"; nothing where all nouns have a capital, or a
    sentence begins with it."""
    before = _BEFORE.search(text, max(0, number.start - _FAR), number.start)
    plain = number.text.isdigit() and not number.units and not number.share
    if not before or before["point"] or not plain or primary(language) == "de":
        return ""
    opens = _OPENS.search(text, 0, before.start("word"))
    return before["word"].casefold() if before["word"][0].isupper() and not opens else ""


def _is_day(text: str, number: Measure, language: str) -> bool:
    digits, end = number.text, number.start + len(number.text)
    if not digits.isdigit() or not 1 <= int(digits) <= _LAST_DAY:
        return False
    beside = (_BEFORE.search(text, max(0, number.start - _FAR), number.start), _AFTER.match(text, end))
    months = (match["word"] for match in beside if match)
    return _DAY_IN_HAN.match(text, end) is not None or any(_is_month(word, language) for word in months)


def _is_month(word: str, language: str) -> bool:
    return (word[0].isupper() or language in _SMALL_MONTHS) and word.casefold() in month_names(language)
