"""By what a sentence stands. In: the sentence, and what is near it in the sources. Out: whether a source has it word
for word, or only its facts were held; and which of its words nothing near it has.

The rules hold numbers, names, dates, denials and the like. Who reads "stands" is to see where that is all they held.
"""

import re
from collections.abc import Sequence

from briefing.audit.fold import fold
from briefing.checks.words import STOP, WORD, content
from briefing.reports.audit_findings import Held

_WORDS = re.compile(r"\w+")


def held_by(text: str, near: Sequence[str]) -> tuple[Held, tuple[str, ...]]:
    """near: the sentences of the sources that are nearest, with those beside them."""
    if any(_words(text) in _words(source) for source in near):
        return "words", ()
    known = frozenset[str]().union(*map(content, near))
    own = (match.group().rstrip(".'’") for match in WORD.finditer(text))
    return "facts", tuple(dict.fromkeys(word for word in own if _tells(word) and not content(word) <= known))


def is_whole(text: str, source: str) -> bool:
    """Whether a sentence is one of a source, character for character but for typography."""
    return fold(text).text.strip() == fold(source).text.strip()


def _words(text: str) -> str:
    """Whatever the case and the marks between them."""
    return f" {' '.join(_WORDS.findall(text.casefold()))} "


def _tells(word: str) -> bool:
    return word.casefold() not in STOP and not word[0].isdigit()
