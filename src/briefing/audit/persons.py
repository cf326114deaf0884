"""Who says what. In: the sources. Out: the people that they name, and who of them says the words at a place.

People are found by a full name (two words with a capital), later by the last of them; in Japanese and Korean by the
title after a name.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from briefing.audit.corpus import Corpus, Segment
from briefing.audit.indexed import pieces
from briefing.audit.quotes import quotations
from briefing.checks.identifiers import is_identifier
from briefing.checks.words import STOP
from briefing.model import Block, Document

_LINKS = "van|von|de|del|der|den|al|la|le|da|dos|ibn|bin"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_FULL, _FULL_IN_ASCII = (  # the letter comes first, and then what must not be before it: so it is found quicker
    re.compile(rf"{capital}(?<![\w-].)[\w'’-]+(?: (?:(?:{_LINKS}) )*{capital}[\w'’-]+)+")
    for capital in (_CAPITAL, "[A-Z]")
)
_TITLES = frozenset("Dr Prof Mr Mrs Ms Sr Sra Mme Hr Fr Ing St".split())
_REACH = 60  # characters before a name that tell of a place
_PLACED = re.compile(  # "in New York", "the University of California, San Francisco"
    rf"\b(?:in|at|near)\s(?:the\s)?$|\b(?:University|Institute|School|College|Center|Centre)\s(?:of|for)\s(?:{_CAPITAL}[\w.]*,?\s)*$"
)
_UNNAMED = re.compile(  # who was not named before either: "an insider told the paper", "two officials said"
    r"\b(?:an?|one|another|some|several|two|three|other) (?:[\w-]+ ){1,4}?"
    r"(?:said|told|says|tells|added|wrote|claimed|explained)\b"
    r"|\b(?:ein|eine|un|une|una) (?:[\w-]+ ){1,4}?(?:sagte|erklärte|a déclaré|a dit|dijo|ha detto)\b"
    r"|(?:said|told|says|added|wrote|claimed|explained|sagte|erklärte) (?:an?|one|another|some|several|ein|eine) [\w-]+"
)
_SMALL = re.compile(r"(?<![\w'’-])[a-zß-öø-ÿ][\w'’-]*")
_OPENS = re.compile(r"(?:^|[.!?:]\W{0,3}\s)\W*$")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_EAST = re.compile(
    r"(?P<ja>[一-龥々]{3,5}?)(?:さん|氏|社長|市長|町長|村長|准教授|教授|博士|館長|会長|所長|議員|代表)"
    r"|(?P<ko>[가-힣]{3})\s?(?:관장|박사|교수|시장|대표|회장|소장|의원|씨|기자)"
)


class Persons:
    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.surnames: dict[str, str] = {}  # the last word of a name, and all of it
        self.ordinary: set[str] = set()  # surnames that are words as well: "Research" opens a sentence, and is nobody
        self.spoken_of: set[str] = set()  # whom the text itself names, and not only the byline
        self._last: tuple[Block | None, tuple[list[tuple[int, int]], list[tuple[int, str]]]] = None, ([], [])
        for source in corpus.sources:
            self.surnames |= {_last(name): name for name in _names(source.document.author)}
            for name in source.once(full_names):
                self.surnames.setdefault(_last(name), name)
                self.spoken_of.add(_last(name))
            self.ordinary |= source.once(small_words)[0] & self.surnames.keys()

    def in_text(self, text: str) -> list[str]:
        """The known people that a text names, each as its last name, in order."""
        return [name for _, name in self._mentions(text)]

    def _mentions(self, text: str) -> Iterator[tuple[int, str]]:
        for match in _EAST.finditer(text):
            if (name := match["ja"] or match["ko"]) in self.surnames:
                yield match.start(), name
        for match in _WORD.finditer(text):
            word = re.sub(r"['’]s?$", "", match.group())
            known = word[0].isupper() and word.casefold() in self.surnames
            if known and not (word.casefold() in self.ordinary and _OPENS.search(text, 0, match.start())):
                yield match.start(), word.casefold()

    def speaker(self, place: Segment) -> str:
        """The last name of who says the words at a place; "" where the source does not have them between quotation
        marks, or names nobody near."""
        blocks = self.corpus.documents[place.document].blocks
        block = blocks[place.block]
        spans, said = self._spoken(block)
        if not any(start - 1 <= place.start and place.end <= end + 1 for start, end in spans):
            return ""
        return _nearest(block, place, said) or ("" if _UNNAMED.search(block.text) else self._before(place))

    def _spoken(self, block: Block) -> tuple[list[tuple[int, int]], list[tuple[int, str]]]:
        """Where a block quotes, and whom it names outside of that. Of one block, each quotation asks again."""
        if self._last[0] is not block:
            spans = [(each.start, each.end) for each in quotations(block)]
            named = self._mentions(block.text)
            said = [(at, name) for at, name in named if not any(start <= at < end for start, end in spans)]
            self._last = block, (spans, said)
        return self._last[1]

    def _before(self, place: Segment) -> str:
        """The last person that the paragraph above names."""
        blocks = self.corpus.documents[place.document].blocks
        above = blocks[place.block - 1] if place.block else None
        named = self.in_text(above.text) if above and above.kind == "paragraph" else []
        return named[-1] if named else ""

    def shown(self, last: str) -> str:
        return self.surnames.get(last, last)


def full_names(document: Document) -> list[str]:
    """In their order, each once."""
    spoken = (block.text for block in document.blocks if block.kind not in ("heading", "code"))
    return list(dict.fromkeys(name for text in spoken for name in _names(text)))


def small_words(document: Document) -> tuple[frozenset[str], frozenset[str]]:
    """What its text writes with a small letter; and what its code does."""
    told, code = pieces(document)
    return _small(told), _small(code)


def _small(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(_SMALL.findall("\n".join(texts)))


def _nearest(block: Block, place: Segment, said: list[tuple[int, str]]) -> str:
    """Of the people beside a quotation: who stands in its sentence, else who was named last before it."""
    starts = [span.start for span in block.sentences] or [0]
    first, last = bisect_right(starts, place.start) - 1, bisect_right(starts, place.end) - 1
    begin, end = starts[max(first, 0)], starts[last + 1] if last + 1 < len(starts) else len(block.text)
    same = [(abs(at - place.start), name) for at, name in said if begin <= at < end]
    if same:
        return min(same)[1]
    before = [name for at, name in said if at < place.start]
    return before[-1] if before else said[0][1] if said else ""


def _names(text: str) -> Iterator[str]:
    for match in (_FULL_IN_ASCII if text.isascii() else _FULL).finditer(text):
        if _PLACED.search(text, max(0, match.start() - _REACH), match.start()):
            continue
        words = [word for word in match.group().split() if word not in _LINKS.split("|")]
        while words and words[0].casefold() in STOP:
            words = words[1:]
        if words and words[-1] in _TITLES:  # "the Chemist Dr. Silke Harms"
            continue
        if len(words) > 1 and all(word[0].isupper() for word in words) and not any(map(is_identifier, words)):
            yield " ".join(word for word in match.group().split() if word in words or word in _LINKS.split("|"))
    for match in _EAST.finditer(text) if not text.isascii() else ():
        yield match["ja"] or match["ko"]


def _last(name: str) -> str:
    return re.sub(r"['’]s?$", "", name.split()[-1]).casefold()
