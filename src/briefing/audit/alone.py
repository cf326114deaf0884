"""Only one of several. In: the sentence, and what is near it in the sources. Out: "only by ferry", where the nearest
sentence has "by ferry, by train or on foot"; "Vik only", of "not only Vik, but Sund". English alone.
"""

import re
from collections.abc import Iterator

from briefing.audit.flaw import Flaw
from briefing.audit.sentence import HEARD, Judged
from briefing.checks.follow import matter
from briefing.checks.negation import DENIES
from briefing.cldr import primary

_ONLY = re.compile(r"\b(?:only|solely|exclusively|alone)\b", re.IGNORECASE)
_NO_LIMIT = re.compile(  # "the only one", "only later", "only 12"
    r"\b(?:the|an?|one|first and|if|not|his|her|its|their) only\b|\blet alone\b"
    r"|\bonly (?:to|then|when|after|later|once|if|about|\d|one|two|three|four"
    r"|five|six|a (?:few|handful|single))\b",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(
    r"\bnot (?:\w+ )?(?:only|just|merely|solely)\b(?P<one>[^;:.]*?),?\s(?:but(?: also)?|also)\s(?P<other>[^;:.]+)",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\bboth\s(?P<one>[^,;:.]{3,60}?)\sand\s(?P<other>[^,;:.]{3,60}?)"
    r"(?= (?:are|is|was|were|can|will|have|has|had)\b|[,;:.])",
    re.IGNORECASE,
)
_SAME = re.compile(  # by ferry, by train
    r"\b(?P<relation>by|in|on|at|for|with|from|to|via|through)\s(?P<one>[^,;:.]{2,40}?)(?:,|,?\s(?:and|or))\s"
    r"(?P=relation)\s(?P<other>[^,;:.]{2,40})",
    re.IGNORECASE,
)
_AS_WELL = re.compile(
    r"\b(?P<one>[\w’'-]+(?:\s[\w’'-]+)?),?\s(?:as well as|along with|together with|in addition to)\s"
    r"(?P<other>[^,;:.]{2,40})",
    re.IGNORECASE,
)
_ALSO = (_NOT_ONLY, _BOTH, _SAME, _AS_WELL)
_BORDER = re.compile(r"[,;:()—–.!?]|\s(?:and|but|because|while|which|who|that)\s")
_BESIDE = 4  # words beside "only", and of another one


def alone(judged: Judged) -> Iterator[Flaw]:
    """At most one flaw of a sentence."""
    found = _ONLY.search(judged.text)
    english = primary(judged.language) == "en" and judged.statement.same_language
    if not found or not english or _NO_LIMIT.search(judged.text) or DENIES["en"].search(judged.text):
        return
    heard = judged.sharing(HEARD)
    for number in judged.near[:1]:
        source = judged.said(number)
        if (
            source in heard
            and not _ONLY.search(_NOT_ONLY.sub("", source))
            and (more := _more(judged.text, found, source))
        ):
            message = f"The source has more than that: “{more}”, and not “{found.group()}” this."
            yield Flaw("statement", "contradicted", "error", message, number)


def _more(text: str, only: re.Match[str], source: str) -> str:
    """What the source has beside that one, as it is written; "" where it has nothing."""
    mine, focus = matter(text, "en"), _focus(text, only)
    for match in (match for pattern in _ALSO for match in pattern.finditer(source)):
        sides = match["one"], match["other"]
        for one, other in (sides, sides[::-1]):
            here, beyond = matter(one, "en"), matter(" ".join(other.split()[:_BESIDE]), "en")
            if focus & here - beyond and beyond - here - mine and not beyond & mine - here:
                return " ".join(other.split()[:_BESIDE])
    return ""


def _focus(text: str, only: re.Match[str]) -> frozenset[str]:
    """What "only" is said of: the words after it in its clause, or, where it ends that, before it."""
    border = _BORDER.search(text, only.end())
    after = text[only.end() : border.start() if border else len(text)].split()
    before = text[: only.start()].split()
    return matter(" ".join(after[:_BESIDE]), "en") or matter(" ".join(before[-_BESIDE:]), "en")
