"""Where a few words stand in the sources, wherever that is. In: words that tell little. Out: their places, to the
letter.

The index leads from rare words to sentences; "how it works" has none, and stands in any of them. Such words are few,
and all of the text is looked through for them.
"""

import re
from collections.abc import Iterator

from briefing.audit.corpus import Corpus, Segment
from briefing.audit.search import Place
from briefing.audit.terms import PAIRED

_MOST = 60  # characters of words that may have no rare one among them
_PARTED = re.compile(rf"[^\W_{PAIRED}]")  # a letter of a script that parts its words


def scan(corpus: Corpus, words: str) -> list[Place]:
    if len(words) > _MOST:
        return []
    return [Place("verbatim", (segment,)) for segment in _segments(corpus, words)]


def has(corpus: Corpus, text: str) -> bool:
    """Whether a source has these characters, letters or not."""
    return any(text in block.text for document in corpus.documents for block in document.blocks)


def _segments(corpus: Corpus, words: str) -> Iterator[Segment]:
    for number, document in enumerate(corpus.documents):
        for position, block in enumerate(document.blocks):
            start = block.text.find(words)
            while start >= 0:
                end = start + len(words)
                if not (_joined(block.text, start) or _joined(block.text, end)):
                    yield Segment(0, number, position, start, end)
                start = block.text.find(words, start + 1)


def _joined(text: str, at: int) -> bool:
    """Whether a place stands within a word."""
    return 0 < at < len(text) and bool(_PARTED.match(text[at - 1]) and _PARTED.match(text[at]))
