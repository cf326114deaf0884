"""Whether a quotation comes from where, and from whom, the document says. In: what the document says beside it, and
where the words stand. Out: what the source has there instead.

Months are compared where the sources go by months; speakers where the source itself gives the words to somebody.
"""

import re
from collections.abc import Sequence

from briefing.audit.corpus import Corpus, Segment
from briefing.audit.persons import Persons
from briefing.checks.base import Statement
from briefing.checks.dates import Dates

_RULE = Dates()
# "The prince saw no sign “of it” of Holm's debts": whose they are, says nothing.
_OWNERS = re.compile(
    r"[^\W\d_][\w-]*['’]s(?=\s(?!(?:words?|statement|remarks?|claim|view|comment|line|letter|post|quote|quip)\b))"
)
_LEAST = 3  # headings with a month, for a source to go by months
_TITLE = 12  # bytes of a title that tells one source from another


def months(texts: Sequence[str], language: str) -> frozenset[str]:
    """The months of the last of some texts that names any."""
    for text in reversed(texts):
        if found := frozenset(fact.key.split()[0] for fact in _RULE.facts(Statement(text, language, language))):
            return found
    return frozenset()


class Places:
    def __init__(self, corpus: Corpus, language: str) -> None:
        self.corpus, self.language = corpus, language
        self.persons = Persons(corpus)
        self.monthly = [self._goes_by_months(number) for number in range(len(corpus.documents))]

    def misplaced(self, place: Segment, outside: str, heading: Sequence[str]) -> str:
        """What the source says of where these words stand, or who says them, as a sentence; "" where the document
        agrees. outside: what the document says beside the quotation."""
        here = self.month_of(place)
        stated = self._stated_month(outside, heading, place)
        if here and stated and not here & stated:
            under = self.corpus.headings[place.document][place.block][-1]
            return f"It stands in the source under another month: “{under}”."
        if other := self._other_source(outside, place):
            return f"It stands in another source, {self.corpus.documents[place.document].source}, and not in “{other}”."
        named = self.persons.in_text(_OWNERS.sub(" ", outside))
        speaker = self.persons.speaker(place) if named else ""
        if speaker and speaker not in named:
            return f"In the source, somebody else says it: {self.persons.shown(speaker)}."
        return ""

    def names_anybody(self, text: str) -> bool:
        """Whether it names somebody of whom the sources speak; whoever wrote one may have written others."""
        return any(name in self.persons.spoken_of for name in self.persons.in_text(text))

    def month_of(self, place: Segment) -> frozenset[str]:
        """The months that a place in the sources belongs to, where they go by months."""
        language = self.corpus.documents[place.document].language or "en"
        return months(self.corpus.headings[place.document][place.block], language) & self.monthly[place.document]

    def _stated_month(self, outside: str, heading: Sequence[str], place: Segment) -> frozenset[str]:
        """The months to which the document gives something: by its own words, else by the headings above."""
        known = self.monthly[place.document]
        own = months([outside], self.language)
        return own & known if own else months(heading, self.language) & known

    def _goes_by_months(self, number: int) -> frozenset[str]:
        document = self.corpus.documents[number]
        above = [block.text for block in document.blocks if block.kind == "heading"]
        found = [each for each in (months([text], document.language or "en") for text in above) if each]
        return frozenset(str(n) for n in range(1, 13)) if len(found) >= _LEAST else frozenset()

    def _other_source(self, outside: str, place: Segment) -> str:
        """The title of a source that the document names, where the words stand in another one."""
        said = outside.casefold()
        named = [
            (number, each.title)
            for number, each in enumerate(self.corpus.documents)
            if len(each.title.encode()) >= _TITLE and each.title.casefold() in said
        ]
        return "" if any(number == place.document for number, _ in named) else next((title for _, title in named), "")
