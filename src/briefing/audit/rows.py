"""Words of which only one can hold: days of the week, seasons, colours, sides of the compass, "a day" and "a week". In:
the sentence, and what is near it in the sources. Out: the one that stands where the source has another of its row."""

import re
from collections.abc import Iterator
from functools import cache

from briefing.audit.flaw import Flaw
from briefing.audit.sentence import ALIKE, Judged
from briefing.audit.terms import terms
from briefing.cldr import primary

_FEWEST = 3  # words beside it, for the source to speak of the same
_ROWS = {  # the days of the week first
    "en": (
        "Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?",
        "red|green|blue|yellow|white|black|brown|purple|pink|grey|gray",
        "in (?:the )?spring|in (?:the )?summer|in (?:the )?autumn|in (?:the )?fall|in (?:the )?winter",
        "north|south|east|west",
        "northern|southern|eastern|western",
        "(?:a|per|each|every) (?:second|minute|hour|day|week|month|year)",
        "(?:with)?in (?:just )?(?:a few |several |some )?(?:seconds|minutes|hours|days|weeks|months|years|decades)",
        "(?:previous|last|next|following|past) (?:night|day|week|month|quarter|year|decade|century)",
        "(?:dozens|hundreds|thousands|millions|billions|trillions)(?= of)",
        "hourly|daily|weekly|monthly|quarterly|yearly|annually",
    ),
    "de": (
        "Montags?|Dienstags?|Mittwochs?|Donnerstags?|Freitags?|Samstags?|Sonntags?",
        "(?:rot|grün|blau|gelb|weiß|schwarz|braun|grau)(?:e[nmrs]?)?",
        "Frühling|Frühjahr|Sommer|Herbst|Winter",
        "nördlich|südlich|östlich|westlich",
        "(?:binnen|in|nach) (?:wenigen |einigen )?(?:Sekunden|Minuten|Stunden|Tagen|Wochen|Monaten|Jahren)",
        "(?:vorige|letzte|nächste|kommende|vergangene)[nmsr]? (?:Nacht|Tag|Woche|Monat|Quartal|Jahr)s?",
        "Dutzende|Hunderte|Tausende|Hunderttausende|Millionen(?= von)|Milliarden(?= von)",
        "pro (?:Sekunde|Minute|Stunde|Tag|Woche|Monat|Jahr)",
        "stündlich|täglich|wöchentlich|monatlich|jährlich",
    ),
    "fr": (
        "lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?",
        "(?:rouge|vert|bleu|jaune|blanc|noir)(?:e?s?)",
        "printemps|été|automne|hiver",
        "au nord|au sud|à l[’']est|à l[’']ouest",
        "en quelques (?:secondes|minutes|heures|jours|semaines|mois|années|ans)",
        "(?:dizaines|centaines|milliers|millions|milliards)(?= d[e’'])",
        "par (?:seconde|minute|heure|jour|semaine|mois|an)",
    ),
    "es": ("lunes|martes|miércoles|jueves|viernes|sábados?|domingos?", "al norte|al sur|al este|al oeste"),
    "it": ("lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica",),
    "nl": ("maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag",),
    "ja": ("[月火水木金土日]曜",),
    "ko": ("[월화수목금토일]요일",),
}
_SAME = (("grey", "gray"), ("yearly", "annually"))
_BEGINNING = 4  # letters


def rows(judged: Judged) -> Iterator[Flaw]:
    """At most one. The other one stands in the very sentence of a source that says the rest, and this one neither there
    nor beside it."""
    if not judged.statement.same_language:
        return
    for pattern in _patterns(primary(judged.language)):
        stated = _found(pattern, judged.text)
        number = _source_of(judged, " ".join(stated.values())) if stated else None
        if number is None:
            continue
        near = {word for text in judged.neighbours(number) for word in _found(pattern, text)}
        wrong = [shown for word, shown in stated.items() if word not in near]
        free = [shown for word, shown in _found(pattern, judged.said(number)).items() if word not in stated]
        if len(wrong) == len(free) == 1:
            message = f"The source has “{free[0]}” here, not “{wrong[0]}”."
            yield Flaw("statement", "contradicted", "error", message, number)
            return


def is_weekday(word: str, language: str) -> bool:
    rows = _patterns(primary(language))
    return bool(rows) and rows[0].fullmatch(word) is not None


def _source_of(judged: Judged, words: str) -> int | None:
    """The sentence of a source that has most of what the rest of the sentence tells."""
    mine = set(terms(judged.text)) - set(terms(words))
    total = judged.corpus.weight(mine)
    for number in judged.near[:2] if len(mine) >= _FEWEST else ():
        if judged.corpus.weight(mine & set(terms(judged.said(number)))) >= ALIKE * total:
            return number
    return None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    before, after = ("", "") if language in ("ja", "ko") else (r"(?<![\w-])", r"(?![\w-])")
    return tuple(re.compile(f"{before}(?:{row}){after}") for row in _ROWS.get(language, ()))


def _found(pattern: re.Pattern[str], text: str) -> dict[str, str]:
    """The words of a row in a text, each by its key."""
    return {_key(match.group()): match.group() for match in pattern.finditer(text)}


def _key(words: str) -> str:
    """What the forms of one word share, and no two words of a row."""
    last = words.casefold().split()[-1]
    plain = next((first for first, other in _SAME if last == other), last)
    return plain[:_BEGINNING]
