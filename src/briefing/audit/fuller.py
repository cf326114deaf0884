"""Names that are told more fully than in the sources. In: the sentence, and a word of it that no source has. Out:
whether it merely stands before a name that they do have, so that nobody can tell from them: a first name before a
surname to which they give no other one, or an owner before what is named.
"""

import re

from briefing.audit.roles import is_office
from briefing.audit.sentence import Judged
from briefing.audit.terms import terms
from briefing.checks.words import STOP
from briefing.cldr import month_names

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = rf"{_CAPITAL}[\w’'-]*"
_OWN = re.compile(r"['’]s?$")
_LINKS = r"(?:(?:van|von|de|del|der|den|al|la|le|da|dos|ibn|bin)\s)*"
_TITLES = frozenset("m mm mme mr mrs ms dr prof sir st hr fr herr frau monsieur madame señor señora".split())
_PLACED = re.compile(r"\b(?:in|at|near|à|nach|bei)\s(?:the\s)?$", re.IGNORECASE)
_SHARED = frozenset(  # last words of what is nobody
    "university institute laboratory lab labs group club bank ministry foundation council company museum school "
    "street river lake island mountain bridge railway station hospital party league award prize church".split()
)
_LOOKED = 60  # sentences that have a surname


def is_fuller(judged: Judged, word: str) -> bool:
    return _is_owner(judged, word) if _OWN.search(word) else _is_first_name(judged, word)


def _is_owner(judged: Judged, word: str) -> bool:
    """Whether it is whose a name is that the sources have: "Sund's Ada Voss", "Sund's captain, Ada Voss"."""
    found = re.search(rf"(?<!\w){re.escape(word)}\s(?:[a-z][\w-]*,?\s){{0,3}}(?P<name>{_WORD})", judged.text)
    return found is not None and bool(judged.judge.mentions(found["name"])) and _in_sources(judged, found["name"])


def _is_first_name(judged: Judged, word: str) -> bool:
    found = re.search(
        rf"(?<!\w)(?<!{_CAPITAL}\s){re.escape(word)}\s(?:{_CAPITAL}\.\s)?{_LINKS}(?P<last>{_WORD})(?!\s{_CAPITAL})",
        judged.text,
    )
    last = _OWN.sub("", found["last"]) if found else ""
    if not last or last.casefold() in _SHARED or last.isupper() or not judged.judge.mentions(last):
        return False
    texts = [*_naming(judged, last), judged.judge.bylines]
    held = [match for text in texts for match in re.finditer(rf"(?<![\w-]){re.escape(last)}(?![\w-])", text)]
    return bool(held) and all(_goes_with(word, match.string[: match.start()]) for match in held)


def _goes_with(first: str, before: str) -> bool:
    """Whether a surname after these words may be that of somebody with this first name."""
    found = re.search(rf"(?P<word>{_CAPITAL}[\w-]*)(?P<point>\.?)\s{_LINKS}$", before)
    if found is None:
        return _PLACED.search(before) is None
    word = found["word"].casefold()
    if word in _TITLES | STOP or word in month_names("en") or is_office(found["word"]):
        return True
    return len(word) == 1 and bool(found["point"]) and word == first[0].casefold()


def _in_sources(judged: Judged, name: str) -> bool:
    return bool(_naming(judged, _OWN.sub("", name)))


def _naming(judged: Judged, name: str) -> list[str]:
    """The sentences that have a name, as it is written."""
    found = (judged.said(number) for number in sorted(judged.corpus.votes(terms(name)))[:_LOOKED])
    return [text for text in found if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)]
