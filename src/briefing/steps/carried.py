"""Whether a sentence is carried. In: the sentence, the passages that it cites, and who wrote their sources. Out: the
facts in it that nothing carries."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from briefing.checks.base import Check, Missing, Statement, missing
from briefing.checks.table import checks

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
    carries itself, and who wrote a source needs no citation: «X argues …»."""
    if text in passages:
        return []
    statement = Statement(text, language, sources[0].language or language)
    return [gap for gap in missing(checks() if by is None else by, statement, passages) if not _in_byline(gap, sources)]


def _in_byline(gap: Missing, sources: Iterable[Signed]) -> bool:
    return gap.check.byline and any(
        gap.check.carries(f"{source.author[:BYLINE]} {source.site[:BYLINE]}", gap.fact) for source in sources
    )
