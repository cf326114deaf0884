"""Whether a source affirms what a statement denies. In: the words around a denial, and a sentence of a source. Out:
whether the two cannot both be so.

A denial contradicts a sentence where the very word that is denied stands there, and stands there as a fact. What is
planned agrees with "not yet"; what is shipped "without it", with "has none"; and "28 are not of brick" says of the rest
what "40, of which 12 are of brick" says. In a free paraphrase a lone denial is no sign of anything.
"""

import re

from briefing.audit.terms import terms
from briefing.audit.verbs import root, tells
from briefing.checks.follow import matter
from briefing.checks.negation import DENIES
from briefing.checks.opposites import opposites

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
    r"|eliminat\w+|(?:do|does|did|doing) away|dispens\w+|replac\w+|skip\w*|le(?:ft|aves?|aving)\b[^.;]{0,40}\bout"
    r"|missing|(?!(?:un|regard|neverthe|nonethe|doubt)less)\w{3,}less)\b",
    re.IGNORECASE,
)
# What holds for all but one, up to a limit, or until then: the denial may be of the rest.
_EXCEPT = re.compile(
    r"\b(?:but|except\w*|apart|unlike|while|whereas|although|though|however|after|before|following)\b", re.IGNORECASE
)
_BUT_ONE = re.compile(r"\b(?:all|every|each|any)\b[^,;.]*\b(?:but|except|apart|save)\b", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:up to|until|till|at most|no later than|no more than)\b", re.IGNORECASE)
_BEYOND = re.compile(r"\b(?:after|afterwards|last|later|more|longer|beyond|over|since|now)\b", re.IGNORECASE)
_EQUAL = re.compile(r"\b(?:so|as|such|that) (?:a|many|much|few|\w+)\b|\bbefore\b", re.IGNORECASE)
_UNEQUALLED = re.compile(
    r"\bthan (?:\w+ )?(?:any|ever|all)\b|\b(?:first|record|most|best|unprecedented|\w{3,}est)\b", re.IGNORECASE
)
_NOT_YET = re.compile(
    r"\b(?:yet|so far|to date|still|ha(?:s|ve|d)(?:n['’]t| not| never| yet)|until now|as of)\b", re.IGNORECASE
)
_PLANNED = re.compile(
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
    if _lacks(found, after, source) or _foreign(cue, after, source) or agreed_later(text, source):
        return False
    return not (_of_the_rest(text, source) or _excepted(text, after, source) or _of_both(after, source))


def agreed_later(text: str, source: str) -> bool:
    """Whether a text says that something has not happened yet, and the source that it is planned."""
    return bool(_NOT_YET.search(text) and _PLANNED.search(source) and not _PLANNED.search(text))


def _lacks(denial: re.Match[str], after: str, source: str) -> bool:
    """Whether a thing is said not to be there, and the source has it left out in another word."""
    before = denial.string[: denial.start()]
    none = _NONE.fullmatch(denial.group().split()[-1]) or _HAVING.search(f"{before[-12:]} {after[:12]}")
    return bool(none and _PRIVATIVE.search(source))


def _of_the_rest(text: str, source: str) -> bool:
    """Whether a number is denied something that the source says of another number, or a time beyond that of the source,
    or it was so at no other time as much as the source says it was."""
    mine, theirs = set(_NUMBER.findall(text)), set(_NUMBER.findall(source))
    beyond = _UP_TO.search(source) and _BEYOND.search(text)
    return bool((mine - theirs and theirs - mine) or beyond or (_EQUAL.search(text) and _UNEQUALLED.search(source)))


def _excepted(text: str, after: str, source: str) -> bool:
    """Whether the source tells something else of what the text speaks of: it kept one promise "but" broke the other."""
    mine = matter(text, "en")
    if _BUT_ONE.search(source) and mine - matter(source, "en"):
        return True
    verb = next((root(word) for word in _WORD.findall(after) if tells(word)), "")
    sides = [(matter(each, "en"), verb in map(root, _WORD.findall(each))) for each in _EXCEPT.split(source)]
    said = frozenset[str]().union(*(side for side, has in sides if has))
    return bool(said) and any(mine & side - said for side, has in sides if not has)


def _of_both(after: str, source: str) -> bool:
    """Whether the source has what is denied, and its opposite, too: "accepted it after it had turned down two"."""
    theirs = opposites(source, "en")
    mine = {(each.row, each.side) for each in opposites(after, "en")}
    return any((each.row, each.side) in mine and any(map(each.faces, theirs)) for each in theirs)


def _foreign(cue: str, after: str, source: str) -> bool:
    """Whether the source does not have what is denied: of a deed its verb, of a thing any of its words."""
    thing = _NONE.fullmatch(cue.split()[-1]) or _NOUN.match(after)
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
