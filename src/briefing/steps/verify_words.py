"""Verifying a few words of a source that stand by themselves, such as a date or who made something.

They are cut from one sentence, to the letter. What the program can tell of their sense, it holds them to: a date says
when, names name somebody, and a bracket that is opened is closed.
"""

import re

from briefing.checks.base import Statement
from briefing.checks.names import Names
from briefing.cldr import primary
from briefing.model import FieldSpec, Words
from briefing.steps.desk import Desk
from briefing.steps.period_hits import find_hits
from briefing.steps.verify_choices import QUOTABLE
from briefing.steps.weave import cut

_WORDED = (*QUOTABLE, "heading", "term", "figure", "table")  # kinds of blocks that words are taken from
_YEAR = re.compile(r"(?<![\w.,])(?:1[5-9]|20)\d\d(?![\w,]|\.\d)")
_ABBREVIATED = re.compile(r"\b[A-Z]{2,}\b")
_CASELESS = re.compile(r"[\u0590-\u1c4f\u2e80-\ud7ff]")  # letters that have no capitals
_PAIRS = (("(", ")"), ("[", "]"), ("（", "）"), ("【", "】"), ("「", "」"), ("“", "”"), ("«", "»"))
_NAMES = Names()


def words(desk: Desk, spec: FieldSpec, value: object) -> Words | None:
    """None where they do not stand there so, or are not what the field asks for, which is recorded."""
    made = cut(desk, spec, value, _WORDED)
    if made is None:
        return None
    language = desk.documents[made.passage.located.source].language or desk.task.language
    if unfit := _unfit(made.text, spec, language):
        desk.reject(spec, "shape", unfit, "Choose the words that say it, or null where the source has none.", made.text)
        return None
    start = made.passage.span.start
    return Words(made.text, desk.cite(made.passage.located, start + made.start, start + made.end))


def _unfit(text: str, spec: FieldSpec, language: str) -> str:
    if any(text.count(opened) != text.count(closed) for opened, closed in _PAIRS):
        return "it is cut within brackets"
    if spec.role == "date" and not (_YEAR.search(text) or find_hits(text, language)):
        return "it is no date"
    if spec.role == "names" and (not _names(text, language) or _is_numbered(text)):
        return "it names nobody"
    return ""


def _is_numbered(text: str) -> bool:
    """Whether it is a model or a version ("the 70B"): letters and digits in one word."""
    return any(any(map(str.isdigit, word)) and any(map(str.isalpha, word)) for word in text.split())


def _names(text: str, language: str) -> bool:
    """In German, where all nouns have capitals, one of them may be a name."""
    if _CASELESS.search(text) or _ABBREVIATED.search(text):
        return True
    if primary(language) == "de":
        return any(word[0].isupper() for word in text.split()[1:]) or text[:1].isupper()
    return any(True for _ in _NAMES.facts(Statement(text, language, language)))
