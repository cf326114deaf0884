"""Negation: a statement that denies something has to rest on a passage that denies, excludes or limits something."""

import re
from collections.abc import Iterator

from briefing.checks.base import Fact, Statement

# What denies something, by language; a language without an entry is not asked.
_DENIES = {
    "en": re.compile(
        r"\b(?:not|never|no|none|nobody|nothing|cannot|neither|nor|\w+n['’]t|without|fail(?:s|ed)? to|unable|hardly)\b",
        re.I,
    ),
    "de": re.compile(r"\b(?:nicht|nichts|nie|niemals|niemand|kein\w*|weder|ohne)\b", re.I),
    "fr": re.compile(r"\b(?:ne|n['’]\w+|jamais|aucune?|sans|ni)\b", re.I),
    "es": re.compile(r"\b(?:no|nunca|jamás|ningun[oa]?|nada|nadie|sin|ni)\b", re.I),
}
# What a denial may rest on: denials, and what excludes, limits or falls short.
_LIMITS = {
    "en": re.compile(
        r"\b(?:no|not|never|none|nobody|nothing|cannot|\w+n['’]t|neither|nor|without|lack\w*|fail\w*|less|fewer|rather"
        r"|instead|only|hardly|barely|rarely|seldom|few|little|unlike|avoid\w*|prevent\w*|exclud\w*|except\w*|beyond"
        r"|absent|limit\w*|refus\w*|reject\w*|remov\w*|drop(?:s|ped)?|stop(?:s|ped)?|omit\w*|miss(?:es|ed|ing)|yet to"
        r"|un(?:able|likely|clear|known|available|necessary|successful|resolved|proven|related|tested|finished|changed|willing)"
        r"|in(?:sufficient|ferior|correct|complete|feasible|ability|capable|significant)|im(?:possible|practical)"
        r"|irrelevant|vanish\w*"
        r"|superfluous|free of|too \w+ to|stayed|remains?)\b",
        re.I,
    ),
    "de": re.compile(
        r"\b(?:nicht|nichts|nie|niemals|niemand|kein\w*|weder|ohne|kaum|nur|wenig\w*|statt|fehl\w*|ablehn\w*|lehnt\w*|un\w{4,})\b",
        re.I,
    ),
    "fr": re.compile(
        r"\b(?:ne|n['’]\w+|jamais|aucune?|sans|ni|peu|moins|seulement|échou\w*|refus\w*|manqu\w*)\b", re.I
    ),
    "es": re.compile(
        r"\b(?:no|nunca|jamás|ningun\w*|nada|nadie|sin|ni|poco\w*|menos|solo|sólo|falt\w*|rechaz\w*)\b", re.I
    ),
}


def denial(text: str, language: str) -> re.Match[str] | None:
    """The last word of a text that denies something; None also in a language without an entry."""
    pattern = _DENIES.get(language.split("-")[0])
    return next(reversed(list(pattern.finditer(text))), None) if pattern else None


class Negation:
    name = "negation"
    explains = "denies something that what it cites does not deny"
    hint = "Say what the cited sentence says, in its direction."
    whole = True
    byline = False
    elsewhere = False

    def facts(self, statement: Statement) -> Iterator[Fact]:
        language = statement.language.split("-")[0]
        denies = _DENIES.get(language)
        if denies and statement.same_language and (match := denies.search(statement.text)):
            yield Fact(match.group(), language)

    def carries(self, passage: str, fact: Fact) -> bool:
        return bool(_LIMITS[fact.key].search(passage))
