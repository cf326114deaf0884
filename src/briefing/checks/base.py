"""What carries what: the rules by which a statement stands on the passages that it cites.

In: a statement in somebody's own words, and the passages it cites. Out: the facts in it that none of them carries.
A rule says which facts a statement holds, and whether a passage carries one; it knows nothing of styles or writers.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeGuard

from msgspec import Struct


class Statement(Struct, frozen=True):
    """A sentence, its language, and the language of what it cites (BCP 47 primary tags)."""

    text: str
    language: str = "en"
    source_language: str = "en"

    @property
    def same_language(self) -> bool:
        return self.language.split("-")[0] == self.source_language.split("-")[0]


class Fact(Struct, frozen=True):
    """Something in a statement that has to stand in what it cites. `text` is how the statement puts it; `key` is what
    the rule looks for."""

    text: str
    key: str = ""


class Check(Protocol):
    """One rule, in one file of this folder, entered in table.py."""

    name: str
    explains: str  # what is wrong, as the end of «"text" …»
    hint: str  # what to do about it
    whole: bool  # whether it asks for the statement as a whole, and not for single facts in it
    byline: bool  # whether the author and the site of a source may carry a fact, uncited: «Voss expects …»
    elsewhere: bool  # whether a fact that the cited passages lack may be found in another one, and that one cited too

    def facts(self, statement: Statement) -> Iterable[Fact]:
        """The facts of this rule's kind in the statement, in its order."""
        ...

    def carries(self, passage: str, fact: Fact) -> bool:
        """Whether the passage carries the fact."""
        ...


class Comparison(Check, Protocol):
    """A rule that also holds a statement against the clauses that it follows (follow.py): what was left out of them,
    or turned round. Such a fact is judged against all that is cited together, and no further citation mends it."""

    def changed(self, statement: Statement, passages: Sequence[str]) -> Iterable[Fact]:
        """What the statement made of the clauses that it follows, in its order."""
        ...


class Compared:
    """What those rules share that find nothing in a statement by itself: only beside what it cites is a direction, a
    rank or an order another one."""

    whole = True
    byline = False
    elsewhere = False

    def facts(self, statement: Statement) -> Iterable[Fact]:
        return ()

    def carries(self, passage: str, fact: Fact) -> bool:
        return fact.text in passage


class Missing(Struct, frozen=True):
    """A fact of a statement that nothing it cites carries."""

    check: Check
    fact: Fact

    def __str__(self) -> str:
        return f"“{self.fact.text}” {self.check.explains}"


def missing(checks: Iterable[Check], statement: Statement, passages: Sequence[str]) -> list[Missing]:
    """All facts of the statement that none of the passages carries, and those that it changed."""
    return [Missing(check, fact) for check in checks for fact in _missing(check, statement, passages)]


def _missing(check: Check, statement: Statement, passages: Sequence[str]) -> Iterator[Fact]:
    for fact in check.facts(statement):
        if not any(check.carries(passage, fact) for passage in passages):
            yield fact
    if _compares(check) and statement.same_language and statement.text not in passages:
        yield from check.changed(statement, passages)


def _compares(check: Check) -> TypeGuard[Comparison]:
    """Whether it is one; isinstance(), which asks for each part of it, takes longer than many a rule."""
    return hasattr(check, "changed")
