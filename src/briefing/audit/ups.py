"""Up and down, by a number. In: the sentence, and what is near it in the sources. Out: "gained 1.8%", of what is "down
1.8%" there.

Where both have the number and a word of direction right beside it, nothing else has to be compared.
"""

import re
from collections.abc import Iterator, Mapping

from briefing.audit.flaw import Flaw
from briefing.audit.measures import Measure, agree, measures
from briefing.audit.sentence import Judged
from briefing.audit.terms import terms
from briefing.cldr import primary

_UP = (
    r"up|gain(?:s|ed|ing)?|ris(?:es?|en|ing)|rose|jump(?:s|ed|ing)?|climb(?:s|ed|ing)?|soar(?:s|ed|ing)?"
    r"|surg(?:es?|ed|ing)|grew|gro(?:ws?|wn|wing|wth)|increas(?:es?|ed|ing)|advanc(?:es?|ed)|add(?:s|ed)"
    r"|rall(?:y|ies|ied)|rebound(?:s|ed)?|higher"
)
_DOWN = (
    r"down|f[ae]ll(?:s|en|ing)?|los(?:s|es?|t)|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|sl(?:id|ides?|iding)"
    r"|slump(?:s|ed)?|plung(?:es?|ed)|tumbl(?:es?|ed)|decreas(?:es?|ed|ing)|shed|sank|sunk|plummet(?:s|ed)?"
    r"|slip(?:s|ped)?|dip(?:s|ped)?|shrank|shr[iu]nk|lower"
)
_WORDS: Mapping[str, tuple[str, str]] = {
    "en": (_UP, _DOWN),
    "de": (
        r"stieg\w*|gestiegen|steigt|wuchs|gewachsen|wächst|legte\w*|gewann|kletterte\w*|plus|zunahm|anstieg|zuwachs",
        r"fiel\w*|gefallen|fällt|sank|sanken|gesunken|sinkt|verlor\w*|schrumpfte\w*|minus|abnahm|rückgang|verlust",
    ),
    "fr": (
        r"hausse|augment\w+|progress\w+|gagn\w+|grimp\w+|bondi\w*|crû|croissance|gain",
        r"baisse|diminu\w+|recul\w*|perd\w*|chut\w+|baissé\w*|perte",
    ),
    "es": (
        r"sub(?:e|ió|en|ieron|ida)|aument\w+|crec\w+|gan(?:a|ó|an|aron)|avanz\w+|alza",
        r"baj(?:a|ó|an|aron|ada)|disminu\w+|cay\w+|cae|caída|perd\w+|pierde\w*|retroced\w+|descens\w+",
    ),
}
_BY = (
    r"(?:by|of|about|around|roughly|nearly|almost|some|over|more|than|as|much|another|um|rund|etwa|fast|von|de|d’|en"
    r"|un|une|environ|casi|cerca|the|a|an)"
)
_LOOKS = {
    language: (
        re.compile(rf"\b(?:(?P<up>{up})|(?P<down>{down}))(?:\s{_BY})*\s[$€£¥]?$", re.IGNORECASE),
        re.compile(
            rf"\s?(?:%|percent(?:age points?)?|per cent|points?|prozent)?\s(?:(?P<up>{up})|(?P<down>{down}))\b",
            re.IGNORECASE,
        ),
    )
    for language, (up, down) in _WORDS.items()
}
_LOOK = 40  # characters before a number


def ups(judged: Judged) -> Iterator[Flaw]:
    """At most one flaw of a sentence."""
    language = primary(judged.language)
    if language not in _LOOKS or not judged.statement.same_language:
        return
    for given in measures(judged.text, judged.language):
        told = _course(judged.text, given, language) if not given.is_year else ""
        near = [number for number in judged.near[:3] if told and _speaks(judged, number, given)]
        courses = [(number, course) for number in near for course in _courses(judged.said(number), given, language)]
        if courses and all(course != told for _, course in courses):
            message = f"The source has it the other way: “{given.shown}” goes {courses[0][1]} there, not {told}."
            yield Flaw("statement", "contradicted", "error", message, courses[0][0])
            return


def _speaks(judged: Judged, number: int, given: Measure) -> bool:
    """Whether a sentence of a source shares more than the number."""
    shared = set(terms(judged.text)) & set(terms(judged.said(number)))
    return bool(shared - set(terms(given.text)) - {"percent"})


def _courses(text: str, given: Measure, language: str) -> list[str]:
    found = (_course(text, each, language) for each in measures(text, language) if agree(given, each))
    return [course for course in found if course]


def _course(text: str, measure: Measure, language: str) -> str:
    """ "up" or "down", where a word right beside a number says so; "" where none does, or two do."""
    before, after = _LOOKS[language]
    lead = text[max(0, measure.start - _LOOK) : measure.start]
    one = before.search(lead)
    other = after.match(text, measure.start + len(measure.text))
    found = {name for match in (one, other) if match for name in ("up", "down") if match[name]}
    return found.pop() if len(found) == 1 else ""
