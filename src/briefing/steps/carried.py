"""Whether a sentence is carried. In: the sentence, the passages that it cites, and who wrote their sources. Out: the
facts in it that nothing carries."""

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from briefing.checks.base import Check, Missing, Statement, missing
from briefing.checks.table import checks

_NAME = r"[^\W\d_a-zß-öø-ÿ][\w'’-]*"  # begins with a capital
_CREDIT = re.compile(rf"\b(?:by|von|par|por|di|door) ((?:{_NAME}(?:,? (?:and|und|et|y|e|en|&) |, | ))+{_NAME})")
BYLINE = 100  # characters of an author or a site that are taken for a name: a page can write anything there


class Signed(Protocol):
    """A source, as a document or as a record of it."""

    @property
    def author(self) -> str: ...
    @property
    def site(self) -> str: ...
    @property
    def language(self) -> str: ...


def uncarried(
    text: str, passages: Sequence[str], language: str, sources: Sequence[Signed], by: Iterable[Check] | None = None
) -> list[Missing]:
    """sources: of the passages, that of the first one first. by: these rules, or all. What is a source's own sentence
    carries itself, and who wrote a source needs no citation: «X argues …». As one of several to whom a work is credited
    («by Y and X») it does."""
    if text in passages:
        return []
    statement = Statement(text, language, sources[0].language or language)
    found = missing(checks() if by is None else by, statement, passages)
    signed = [f"{source.author[:BYLINE]} {source.site[:BYLINE]}" for source in sources]
    return [gap for gap in found if not _in_byline(gap, signed) or _credited(gap, text, signed)]


def _in_byline(gap: Missing, signed: Iterable[str]) -> bool:
    return gap.check.byline and any(gap.check.carries(line, gap.fact) for line in signed)


def _credited(gap: Missing, text: str, signed: Sequence[str]) -> bool:
    """Whether a work is credited to it together with somebody who has signed no source."""
    for credit in _CREDIT.finditer(text):
        names = re.findall(_NAME, credit[1])
        if gap.fact.text in names and not all(any(name in line for line in signed) for name in names):
            return True
    return False
