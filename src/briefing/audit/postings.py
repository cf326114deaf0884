"""By each term, the sentences of a source that have it. In: a document. Out: an index, in one piece: it crosses to
other processes, and is shared by them, and a list for each term would be a hundred thousand objects.
"""

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain

from briefing.audit.indexed import spans
from briefing.audit.terms import STEMS, ascii_words, every_term, without_marks
from briefing.model import Document


class Postings:
    """The numbers of sentences, in their order, by the terms that they have."""

    def __init__(self, found: Mapping[str, Sequence[int]]) -> None:
        self._terms = "\n".join(found)
        self._numbers = array("I", list(chain.from_iterable(found.values())))
        self._ends = array("I", accumulate(map(len, found.values()), initial=0))  # of what comes before each term

    @cached_property
    def _places(self) -> dict[str, int]:
        return dict(zip(self._terms.split("\n"), range(len(self._ends) - 1), strict=False))

    def get(self, term: str) -> list[int]:
        place = self._places.get(term)
        return [] if place is None else self._numbers[self._ends[place] : self._ends[place + 1]].tolist()

    def count(self, term: str) -> int:
        """Of how many sentences it is a term."""
        place = self._places.get(term)
        return 0 if place is None else self._ends[place + 1] - self._ends[place]

    def __getstate__(self) -> tuple[str, "array[int]", "array[int]"]:
        return self._terms, self._numbers, self._ends

    def __setstate__(self, state: tuple[str, "array[int]", "array[int]"]) -> None:
        self._terms, self._numbers, self._ends = state

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Postings) and self.__getstate__() == other.__getstate__()

    __hash__ = None  # type: ignore[assignment]  # as of all that compares by what it holds


def postings(document: Document) -> Postings:
    words: defaultdict[str, list[int]] = defaultdict(list)
    found: defaultdict[str, list[int]] = defaultdict(list)
    number = 0
    for block in document.blocks:
        text = without_marks(block.text)
        for start, end in spans(block):
            told = text[start:end]
            if told.isascii():
                for word in set(ascii_words(told)):
                    words[word].append(number)
            else:
                for term in set(every_term(told)):
                    found[term].append(number)
            number += 1
    for word, numbers in words.items():
        if term := STEMS[word]:
            known = found.get(term)
            found[term] = sorted({*known, *numbers}) if known else numbers
    return Postings(found)
