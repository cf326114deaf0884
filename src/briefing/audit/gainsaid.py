"""Whether a source affirms what a statement denies. In: the words around a denial, and a sentence of a source. Out:
whether the two cannot both be so.

A denial contradicts a sentence where the very word that is denied stands there, and stands there as a fact. What is
planned agrees with "not yet"; what is shipped "without it", with "has none"; and "28 are not of brick" says of the rest
what "40, of which 12 are of brick" says. In a free paraphrase a lone denial is no sign of anything.
"""

import re

from briefing.audit.corpus import terms
from briefing.audit.verbs import root, tells
from briefing.checks.follow import matter
from briefing.checks.negation import DENIES

ALIKE = 0.6  # of the content words of a statement, in the one sentence that its denial is held against
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_JOINS = re.compile(
    r"\W*(?:and|or|nor|but|und|oder|aber|sowie|et|ou|mais|ni|y|o|pero|e|ma|mas|en|of|maar)\s", re.IGNORECASE
)
_NUMBER = re.compile(r"\d[\d.,]*")
_BORDER = re.compile(
    r"[,;:()—–]|[.!?](?=\s|$)|\s(?:and|but|or|because|although|though|while|whereas|since|which|who|that|unless|if|when"
    r"|where|until|before|so)\s",
    re.IGNORECASE,
)
_NOUN = re.compile(r"\s*(?:an?|the|any|one|its|his|her|their)\s", re.IGNORECASE)  # after a denial, a thing and no deed
_NONE = re.compile(r"no|none|without|neither|nor", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|in|on|at|for|by|with|to|from|as|than)\s", re.IGNORECASE)
_ADVERB = re.compile(r"\w{2,}ly|longer|yet|ever|ahead|far", re.IGNORECASE)
_HAVING = re.compile(
    r"\b(?:ha(?:s|ve|d|ving)|need\w*|use[sd]?|using|includ\w+|contain\w*|carr(?:y|ies|ied)|get|got|com(?:e|es) with)\b",
    re.IGNORECASE,
)
_PRIVATIVE = re.compile(
    r"\b(?:without|lack(?:s|ed|ing)?|drop(?:s|ped|ping)?|instead|remov\w+|omit\w*|absen\w+|devoid|scrap(?:s|ped|ping)"
    r"|eliminat\w+|(?:do|does|did|doing) away|dispens\w+|replac\w+|skip\w*|leav\w+ out|left out|missing"
    r"|(?!(?:un|regard|neverthe|nonethe|doubt)less)\w{3,}less)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:yet|so far|to date|still|ha(?:s|ve|d)(?:n['’]t| not| never| yet)|until now|as of)\b", re.IGNORECASE
)
PLANNED = re.compile(
    r"\b(?:aim\w*|plan(?:s|ned|ning)?|intend\w*|seek\w*|sought|hop(?:e|es|ed|ing)|want\w*|wish\w*|propos\w+|promis\w+"
    r"|pledg\w+|(?:is|are|was|were) (?:due |set |going |expected |scheduled |supposed |meant )?to|vow\w*)\b",
    re.IGNORECASE,
)


def gainsaid(text: str, cue: str, source: str, language: str) -> bool:
    """Whether the source affirms what stands under a denial of the text. cue: the denial, as it is written there."""
    mine = matter(text, language)
    if len(mine & matter(source, language)) < ALIKE * len(mine):
        return False
    if language != "en":
        return True
    found = re.search(rf"(?<!\w){re.escape(cue)}(?!\w)", text)
    if found is None:
        return True
    border = _BORDER.search(text, found.end())
    after = text[found.end() : border.start() if border else len(text)]
    return not (
        _lacks(found, after, source) or _of_the_rest(text, source) or _foreign(cue, after, source)
    ) and not agreed_later(text, source)


def agreed_later(text: str, source: str) -> bool:
    """Whether a text says that something has not happened yet, and the source that it is planned."""
    return bool(_NOT_YET.search(text) and PLANNED.search(source) and not PLANNED.search(text))


def _lacks(denial: re.Match[str], after: str, source: str) -> bool:
    """Whether a thing is said not to be there, and the source has it left out in another word."""
    before = denial.string[: denial.start()]
    none = _NONE.fullmatch(denial.group()) or _HAVING.search(f"{before[-12:]} {after[:12]}")
    return bool(none and _PRIVATIVE.search(source))


def _of_the_rest(text: str, source: str) -> bool:
    """Whether a number is denied something that the source says of another number."""
    mine, theirs = set(_NUMBER.findall(text)), set(_NUMBER.findall(source))
    return bool(mine - theirs and theirs - mine)


def _foreign(cue: str, after: str, source: str) -> bool:
    """Whether the source does not have what is denied: of a deed its verb, of a thing any of its words."""
    thing = _NONE.fullmatch(cue) or _NOUN.match(after)
    told = _OF.split(after)[0] if thing else after
    words = [word for word in _WORD.findall(told) if tells(word) and not _ADVERB.fullmatch(word)]
    words = words if thing else words[:1]
    held = {*map(root, terms(source)), *map(root, _WORD.findall(source))}
    begun = matter(source, "en")
    return bool(words) and not any(root(word) in held or matter(word, "en") & begun for word in words)


def conjunct_lost(lost: str, text: str, language: str) -> bool:
    """Whether words of a source that a text lost are the last of a list, and what they deny is nothing that the text
    speaks of: "and not much light". They were left out with their denial."""
    denies = DENIES.get(language)
    found = denies.search(lost) if denies and _JOINS.match(lost) else None
    words = matter(lost[found.end() :], language) if found else frozenset()
    return bool(words) and not words & matter(text, language)
