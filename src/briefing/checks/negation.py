"""Negation: a statement that denies something has to rest on a passage that denies, excludes or limits something."""

import re
from collections.abc import Iterator

from briefing.checks.base import Fact, Statement

_DENIES = {
    "en": re.compile(r"\b(?:not|never|cannot|no longer|neither|nor|\w+n['’]t|without)\b", re.I),
    "de": re.compile(r"\b(?:nicht|nie|niemals|kein\w*|weder|ohne)\b", re.I),
    "fr": re.compile(r"\b(?:ne|n['’]\w+|jamais|aucune?|sans|ni)\b", re.I),
    "es": re.compile(r"\b(?:no|nunca|jamás|ningun[oa]?|sin|ni)\b", re.I),
}
_LIMITS = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|cannot|\w+n['’]t|neither|nor|without|lack\w*|fail\w*|less|fewer|least|rather"
    r"|instead|only|hardly|barely|rarely|seldom|few|little|unlike|unable|impossible|infeasible|avoid\w*|prevent\w*"
    r"|exclud\w*|except\w*|beyond|absent|limit\w*|refus\w*|reject\w*|remov\w*|drop\w*|stop\w*|omit\w*|miss\w*|but"
    r"|however|though|yet to|irrelevant|in\w+able|un\w{4,}|nicht|nie|niemals|kein\w*|weder|ohne|kaum|nur|ne|n['’]\w+"
    r"|jamais|aucune?|sans|ni|nunca|jamás|ningun\w*|sin|non\w*)\b",
    re.I,
)


class Negation:
    name = "negation"
    explains = "denies something that what it cites does not deny"
    hint = "Say what the cited sentence says, in its direction."
    whole = True
    elsewhere = False

    def facts(self, statement: Statement) -> Iterator[Fact]:
        denies = _DENIES.get(statement.language.split("-")[0])
        if denies and statement.same_language and (match := denies.search(statement.text)):
            yield Fact(match.group(), match.group())

    def carries(self, passage: str, fact: Fact) -> bool:
        return bool(_LIMITS.search(passage))
