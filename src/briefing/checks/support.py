"""Support: a statement speaks of what its citations speak of: enough of its content words stand in one of them."""

from collections.abc import Iterator

from briefing.checks.base import Fact, Statement
from briefing.checks.words import content

LEAST = 0.25  # share of a statement's content words; a free paraphrase of one sentence stays above it


class Support:
    name = "support"
    explains = "speaks of other things than what it cites"
    hint = "Cite the sentences that say this, or leave it out."
    whole = True
    byline = False
    elsewhere = True

    def facts(self, statement: Statement) -> Iterator[Fact]:
        if statement.same_language and content(statement.text):
            yield Fact(statement.text, statement.text)

    def carries(self, passage: str, fact: Fact) -> bool:
        stems = content(fact.key)
        return len(stems & content(passage)) >= max(1, LEAST * len(stems))
