"""Whether a quotation comes from where, and from whom, the document says. In: a sentence with a quotation, the headings
above it, and where the words stand. Out: what the source has there instead.

Months are compared where the sources go by months; speakers where the source itself gives the words to somebody.
"""

import re
from collections.abc import Iterator, Sequence

from briefing.audit.corpus import Corpus, Segment, terms
from briefing.audit.quotes import quotations
from briefing.checks.base import Statement
from briefing.checks.dates import Dates
from briefing.checks.identifiers import is_identifier
from briefing.checks.words import STOP
from briefing.model import Block

_RULE = Dates()
_LEAST = 3  # headings with a month, for a source to go by months
_NAME = re.compile(r"(?<![\w-])[^\W\d_a-zß-ÿ][\w'’-]+(?:\s(?:[^\W\d_a-zß-ÿ][\w'’-]+|van|von|de|del|der|al))*")
_FAR = 120  # characters from a quotation to the name of who said it


def months(texts: Sequence[str], language: str) -> frozenset[str]:
    """The months of the last of some texts that names any."""
    for text in reversed(texts):
        if found := frozenset(fact.key.split()[0] for fact in _RULE.facts(Statement(text, language, language))):
            return found
    return frozenset()


class Places:
    def __init__(self, corpus: Corpus, language: str) -> None:
        self.corpus, self.language = corpus, language
        self.monthly = [self._goes_by_months(number) for number in range(len(corpus.documents))]

    def _goes_by_months(self, number: int) -> frozenset[str]:
        document = self.corpus.documents[number]
        named = [
            months([block.text], document.language or "en") for block in document.blocks if block.kind == "heading"
        ]
        found = [each for each in named if len(each) == 1]
        return frozenset().union(*found) if len(found) >= _LEAST else frozenset()

    def month_of(self, place: Segment) -> frozenset[str]:
        """The months that a place in the sources belongs to, where they go by months."""
        document = self.corpus.documents[place.document]
        return (
            months(self.corpus.headings[place.document][place.block], document.language or "en")
            & self.monthly[place.document]
        )

    def stated_month(self, outside: str, heading: Sequence[str], place: Segment) -> frozenset[str]:
        """The months to which the document gives something: by its own words, else by the headings above."""
        known = self.monthly[place.document]
        own = months([outside], self.language) & known
        return own or (months(heading, self.language) & known)

    def other_speaker(self, outside: str, who: str, place: Segment) -> str:
        """Who says these words in the source, where the document names somebody else; else ""."""
        stated = set(names(f"{outside} {who}"))
        block = self.corpus.documents[place.document].blocks[place.block]
        if not stated or not _is_spoken(block, place):
            return ""
        known = list(self._speakers(block, place))
        body = {name for name in stated if self._is_known(name)}
        if not known or not body or any(_same(one, other) for one in stated for other in known):
            return ""
        return known[0]

    def is_anybody(self, text: str) -> bool:
        """Whether a text names somebody of whom the sources speak."""
        return any(self._is_known(name) for name in names(text))

    def _speakers(self, block: Block, place: Segment) -> Iterator[str]:
        """Names beside a quotation of a source, outside of quotation marks, the nearest first."""
        spans = [(each.start, each.end) for each in quotations(block)]
        found = [
            (min(abs(match.start() - place.end), abs(place.start - match.end())), match.group())
            for match in _NAME.finditer(block.text)
            if not any(start <= match.start() < end for start, end in spans) and _is_name(match.group())
        ]
        yield from (name for far, name in sorted(found) if far <= _FAR)

    def _is_known(self, name: str) -> bool:
        """Whether the sources speak of somebody of that name."""
        last = name.split()[-1].casefold()
        return all(term in self.corpus.postings for term in terms(last))


def names(text: str) -> list[str]:
    return [match.group() for match in _NAME.finditer(text) if _is_name(match.group())]


def _is_name(text: str) -> bool:
    return " " in text and text.split()[0].casefold() not in STOP and not any(map(is_identifier, text.split()))


def _same(one: str, other: str) -> bool:
    return one.split()[-1].casefold() == other.split()[-1].casefold()


def _is_spoken(block: Block, place: Segment) -> bool:
    """Whether the source has the words between quotation marks."""
    return any(each.start - 1 <= place.start and place.end <= each.end + 1 for each in quotations(block))
