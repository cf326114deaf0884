"""What is planned, asked for, possible or looked into, told as done. In: the sentence, and what is near it in the
sources. Out: "has signed", of who is expected to sign; "will get", of what is not ruled out. English alone.

A deed is held against the source by its verb: where the nearest sentence has it in no form but one that leaves open
whether it was done, and no sentence near has it as done, it is not known to be.
"""

import re
from collections.abc import Iterator

from briefing.audit.flaw import Flaw
from briefing.audit.sentence import HEARD, Judged
from briefing.audit.terms import terms
from briefing.audit.verbs import is_past, root, tells
from briefing.checks.negation import DENIES
from briefing.cldr import primary

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_CLAUSE = re.compile(r"[;:]\s|(?<!\.\.)[.!?](?:\s|$)")
_SOON = (  # right before "to"
    r"(?:expect|schedul|slat|suppos|intend|prepar|propos|threaten|promis|pledg|vow|consider)(?:ed|s|es|ing)?|plan\w*"
    r"|due|set|going|about|likely|aim\w*|hop(?:e|es|ed|ing)|want\w*|wish\w*|seek\w*|sought|try|tries|tried|trying|bid"
    r"|attempt\w*|effort\w*|willing|ready"
)
_ASKED = (  # with whoever is to do it before "to"
    r"(?:ask|urg|call|press|push|request|demand|recommend|encourag|invit|appeal|beg|plead|want|expect|wait)"
    r"(?:e?s|e?d|ing|e)?|hop(?:e|es|ed|ing) for"
)
_GOVERNED = re.compile(rf"\b(?:(?:{_SOON})|(?:{_ASKED})\b[^,;:]{{0,70}}?)\sto(?: \w+ly| help| also)?\s$", re.IGNORECASE)
_MODAL = re.compile(
    r"\b(?:will|would|(?-i:may)|might|should|must|(?:is|are) to)(?: \w+ly| also| soon| not| then| be| have)*\s$"
    r"|['’]ll\s$",
    re.IGNORECASE,
)
_WHETHER = re.compile(r"\bwhether\b", re.IGNORECASE)
_OPEN = re.compile(  # of the statement: it leaves it open, too
    r"\b(?:will|would|could|(?-i:may)|might|should|shall|whether|if|unless|likely|expect\w*|plan\w*|hop(?:e|es|ed|ing)"
    r"|aim\w*|want\w*|wish\w*|ask\w*|urg(?:e|es|ed|ing)|call\w*|seek\w*|sought|due|consider\w*|intend\w*|propos\w+"
    r"|allege\w*|reportedly|suppos\w+|to be|tr(?:y|ies|ied|ying)|about to|set to|accus\w+|suspect\w*|claim\w*|fail\w*"
    r"|demand(?:s|ed|ing)|request(?:s|ed|ing)|pledg\w+|vow\w*|promis\w+|press\w*|push\w*|threat\w*|prepar\w+|appeal\w*|attempt\w*)\b|\?",
    re.IGNORECASE,
)
_PERFECT = re.compile(
    r"\b(?:has|have|had)(?: already| now| since| also| just| long| recently| \w+ly)? (?P<done>[a-z]{3,})\b"
    r"|(?P<of>[\w’'-]*[a-z\d])\s(?P<did>[a-z]{2,}ed)\b(?! (?:by|to be)\b)"
)
_OF_A_THING = frozenset("the a an its his her their this that these of any some most left more newly".split())
_AGREED = re.compile(
    r"\b(?:agreed|promised|pledged|committed|undertaken|vowed) to (?:\w+ly )?(?P<deed>[a-z]{3,})", re.IGNORECASE
)
_GAVE_WORD = re.compile(r"\b(?:agree\w*|promis\w+|pledg\w+|commit\w*|undert\w+|vow\w*|accept\w*)\b", re.IGNORECASE)
_SURE = re.compile(r"\b(?:will|is going to|are going to|is certain to|are certain to)\b(?! not\b)", re.IGNORECASE)
_NOT_SURE = re.compile(
    r"\b(?:(?:not|n['’]t)(?: \w+){0,2} rul(?:e|ed|ing) out(?: (?:hopes?|the (?:chance|possibility)) (?:of|that))?"
    r"|cannot be (?:ruled out|excluded)|hopes? (?:of|for)"
    r"|chances? of|possibility (?:of|that)|speculat\w+ (?:about|that|of)|rumou?rs? (?:of|about|that)|rumou?red|mull\w*"
    r"|contemplat\w+|toy\w* with|considering)\b",
    re.IGNORECASE,
)
_AHEAD = 8  # words after what leaves it open
_FEWEST = 2  # words that a deed and its sentence share beside it


def foreseen(judged: Judged) -> Iterator[Flaw]:
    """At most one flaw of a sentence."""
    if primary(judged.language) != "en" or not judged.statement.same_language or DENIES["en"].search(judged.text):
        return
    heard = judged.sharing(HEARD)
    for number in judged.near[:2]:
        if judged.said(number) in heard:
            yield from [*_done(judged, number), *_agreed(judged, number), *_sure(judged, number)][:1]
            return


def _flaw(number: int, mine: str, theirs: str) -> Flaw:
    message = f"The source is less sure: it has “{theirs}”, not “{mine}”."
    return Flaw("statement", "contradicted", "error", message, number)


def _done(judged: Judged, number: int) -> Iterator[Flaw]:
    found = None if _OPEN.search(judged.text) else _PERFECT.finditer(judged.text)
    source = judged.said(number)
    for match in found or ():
        deed = match["done"] or match["did"]
        if (match["of"] or "").casefold() in _OF_A_THING:
            continue
        if is_past(deed) and tells(deed) and (left := _left_open(source, deed)) and not _is_done(judged, deed):
            yield _flaw(number, match.group().strip(), left)


def _left_open(source: str, deed: str) -> str:
    """What leaves it open in a sentence whether it was done, as it is written; "" where it is told as done, too."""
    shown = ""
    for word in _WORD.finditer(source):
        if root(word.group()) != root(deed) or word.group()[0].isupper():
            continue
        begin = max((match.end() for match in _CLAUSE.finditer(source, 0, word.start())), default=0)
        before = source[begin : word.start()]
        found = _GOVERNED.search(before) or _MODAL.search(before) or _WHETHER.search(before)
        if not found or (is_past(word.group()) and not _WHETHER.search(before) and not _MODAL.search(before)):
            return ""
        shown = shown or f"{found.group().strip()[:60]} {word.group()}"
    return shown


def _is_done(judged: Judged, deed: str) -> bool:
    """Whether a sentence of the sources that speaks of the same tells it as done, or by another form of the word."""
    mine = set(terms(judged.text)) - set(terms(deed))
    held = sorted(judged.corpus.votes(mine | set(terms(deed))))
    for number in held:
        text = judged.said(number)
        if len(mine & set(terms(text))) < _FEWEST:
            continue
        for word in _WORD.finditer(text):
            if root(word.group()) == root(deed) and not _left_open(text, deed):
                return True
    return False


def _agreed(judged: Judged, number: int) -> Iterator[Flaw]:
    """Who is only asked to do it."""
    source = judged.said(number)
    match = _AGREED.search(judged.text)
    left = _left_open(source, match["deed"]) if match else ""
    if match and left and not any(map(_GAVE_WORD.search, judged.neighbours(number))):
        yield _flaw(number, match.group(), left)


def _sure(judged: Judged, number: int) -> Iterator[Flaw]:
    """What is said to come, and there is only not ruled out."""
    source = judged.said(number)
    sure, left = _SURE.search(judged.text), _NOT_SURE.search(source)
    if sure and left and not _NOT_SURE.search(judged.text):
        ahead = set(terms(" ".join(_CLAUSE.split(source[left.end() :])[0].split()[:_AHEAD])))
        lacking = ahead - set(terms(judged.text))
        if len(ahead - lacking) > 1 and len(lacking) <= 1 and not any(map(str.isdigit, lacking)):
            yield _flaw(number, sure.group(), left.group())
