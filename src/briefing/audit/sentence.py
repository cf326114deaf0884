"""What a sentence in somebody's own words stands on. In: the sentence, and the sources. Out: what of them is near to
it, and how much of what it tells they have.

What carries what, the rules of checks/ say; flaws.py asks them. Here is only where to look, and how much of a sentence
the sources must speak of before something that they lack is held against it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from urllib.parse import urlsplit

from msgspec import Struct

from briefing.audit.align import align
from briefing.audit.changes import Change, changes
from briefing.audit.corpus import Corpus
from briefing.audit.indexed import pieces
from briefing.audit.measures import Measure, measures
from briefing.audit.mentions import Capitals, Mention, Names, capitals
from briefing.audit.place import Places
from briefing.audit.terms import terms
from briefing.checks.base import Statement
from briefing.checks.words import stem
from briefing.cldr import month_names
from briefing.model import Document
from briefing.reports.words import Run

# The share of what the words of a sentence tell that its nearest passages have to have, for what they lack to be
# missing and not merely beyond them: in a section of which the sources speak, and in one of which they do not.
COVERED, UNREACHED = 0.45, 0.75
# The share of its words that a sentence of a source has in their order, for every difference to be one of meaning.
CLOSE = 0.7
# The share of what its words tell that a sentence of a source has, for its month, or a reservation that it left out, to
# be held against it; and for one of its clauses to be held against the clause there that it follows.
ALIKE, HEARD = 0.6, 0.5
_FEWEST = 3  # words: as few are in many places, and tell nothing
_NEAR = 4  # sentences of the sources that are near
_REACH = 250  # characters around them
_LABEL = re.compile(
    r"^\W*(?:\d{1,3}[.)]\s+|\d{1,2}(?:\.\d{1,2})+\s+(?=[^\W\d_a-z]))?"
    r"(?:[^\W\d_](?:(?!\d{3})[\w/&' -]){1,32}?\s?[:：]\s+)?"
)
_SMALL = re.compile(r"(?<![\w'’-])[a-zß-öø-ÿ][\w'’-]*")
_DOTTED_DATE = re.compile(r"(?<!\d)(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
# £1.78m is in millions; 30m may be metres. What else may be in millions, measures.agree says.
_MILLIONS = re.compile(
    r"(?<=[$€£¥])(\d[\d.,]*)\s?m\b|(?<![\w.,])(\d[\d.,]*)m(?=\s(?:dollars|euros?|pounds|yen|francs|kron)\b)"
)
_PARTS = re.compile(r"[;:]\s|,\s(?:and|but|und|aber|et|mais|y|pero)\s")
_GREEK = re.compile(r"[α-ωΑ-Ω]")


class Judge:
    """Holds sentences of one document against the sources."""

    def __init__(self, corpus: Corpus, language: str, small: frozenset[str], places: Places) -> None:
        """small: stems of words that the document writes with a small letter, and so are no names."""
        self.corpus, self.language, self.small, self.places = corpus, language, small, places
        self._judged: dict[str, Judged] = {}

    @cached_property
    def bylines(self) -> str:
        return " ".join(f"{d.author} {d.site} {d.title} {d.published} {d.url}" for d in self.corpus.documents)

    @cached_property
    def byline_words(self) -> frozenset[str]:
        return frozenset(re.findall(r"\w+", self.bylines.casefold()))

    @cached_property
    def surnames(self) -> frozenset[str]:
        return frozenset(self.places.persons.surnames)

    @cached_property
    def _names(self) -> Names:
        return Names([source.once(written) for source in self.corpus.sources], self.places.persons.surnames.values())

    def mentions(self, text: str) -> list[Mention]:
        """Who and what a text names, of all that the sources name."""
        return self._names.mentions(text)

    @cached_property
    def topics(self) -> list[list[Mention]]:
        """The names in each heading of the sources."""
        blocks = (block for d in self.corpus.documents for block in d.blocks if block.kind == "heading")
        return [self.mentions(block.text) for block in blocks]

    @cached_property
    def published(self) -> frozenset[str]:
        """The dates of the sources, as a list of sources gives them: no sentence of theirs has to."""
        return frozenset(d.published for d in self.corpus.documents if len(d.published) >= len("2031-03-01"))

    @cached_property
    def hosts(self) -> str:
        """Where the links of the sources lead: their sites are known by name."""
        links = (link.url for d in self.corpus.documents for block in d.blocks for link in block.links)
        return " ".join(sorted({(urlsplit(url).hostname or "") for url in links})).casefold()

    @cached_property
    def letters(self) -> frozenset[str]:
        """The Greek letters of the sources, small: a document may spell their names."""
        blocks = (block.text for d in self.corpus.documents for block in d.blocks)
        return frozenset(letter for text in blocks for letter in _GREEK.findall(text.lower()))

    def _dated(self, match: re.Match[str]) -> str:
        """A date in digits, with the name of its month where it is plain which of them it is."""
        day, point, month, year = match.groups()
        names = month_names(self.language, ("wide",)) if point == "." else {}
        name = next((name.title() for name, number in names.items() if number == int(month)), "")
        return f"{day} {name} {year}" if name else f"{day} {year}"

    def judge(self, text: str) -> "Judged":
        if text not in self._judged:
            plain = _DOTTED_DATE.sub(self._dated, _LABEL.sub("", text))
            plain = _MILLIONS.sub(lambda match: f"{match[1] or match[2]} million", plain)
            for date in self.published:
                plain = plain.replace(date, "")
            self._judged[text] = Judged(self, plain, text, tuple(self.corpus.nearest(text, _NEAR)))
        return self._judged[text]


class Judged(Struct, frozen=True, dict=True):
    judge: Judge
    text: str
    whole: str  # with its label
    near: tuple[int, ...]  # sentences of the sources, the nearest first

    @property
    def corpus(self) -> Corpus:
        return self.judge.corpus

    @property
    def language(self) -> str:
        return self.judge.language

    @property
    def first(self) -> int | None:
        return self.near[0] if self.near else None

    @cached_property
    def statement(self) -> Statement:
        return Statement(self.text, self.language, self.source_language)

    @property
    def source_language(self) -> str:
        if not self.near:
            return self.language
        return self.corpus.documents[self.corpus.units[self.near[0]].document].language or "en"

    def said(self, number: int) -> str:
        """A sentence of the sources."""
        return self.corpus.text(number)

    def neighbours(self, number: int) -> Iterator[str]:
        """A sentence of the sources, alone, with the next one of its paragraph, and with the one before."""
        yield self.said(number)
        for first, last in ((number, number + 1), (number - 1, number)):
            if first >= 0 and last < len(self.corpus.units):
                one, other = self.corpus.units[first], self.corpus.units[last]
                if (one.document, one.block) == (other.document, other.block):
                    yield f"{self.said(first)} {self.said(last)}"

    def parts(self) -> Iterator["Judged"]:
        """Each of its parts, judged as a sentence of its own; none where it has but one."""
        parts = parts_of(self.text)
        yield from map(self.judge.judge, parts if len(parts) > 1 else ())

    @cached_property
    def around(self) -> list[str]:
        """The nearest sentences with what stands around them, and the headings above."""
        found: list[str] = []
        for number in self.near:
            unit = self.corpus.units[number]
            above = " ".join(self.corpus.headings[unit.document][unit.block])
            found.append(f"{above}\n{self.corpus.window(number, _REACH).text}")
        return found

    @cached_property
    def known(self) -> list[Measure]:
        """The numbers that stand near."""
        return [measure for text in self.around for measure in measures(text, self.source_language)]

    def sharing(self, least: float) -> list[str]:
        """The nearest sentences that have at least this share of what its words tell."""
        mine = set(terms(self.text))
        total = self.corpus.weight(mine)
        texts = [self.said(number) for number in self.near] if len(mine) >= _FEWEST else []
        return [text for text in texts if self.corpus.weight(mine & set(terms(text))) >= least * total]

    @cached_property
    def alike(self) -> list[str]:
        return self.sharing(HEARD)

    @cached_property
    def twin(self) -> tuple[int, list[Change], tuple[Run, ...]] | None:
        """The sentence of a source that has most of the words in their order, and what differs."""
        best: tuple[float, int, list[Change], tuple[Run, ...]] | None = None
        for number in self.near[:3]:
            source = self.said(number)
            aligned = align(self.text, source)
            if aligned and aligned.share >= CLOSE and aligned.words >= 4 and (best is None or aligned.share > best[0]):
                found, runs = changes(source[aligned.start : aligned.end], self.text, self.language)
                best = aligned.share, number, found, runs
        return best[1:] if best else None

    def support(self, without: Sequence[str] = (), fewest: int = _FEWEST) -> float:
        """How much of what its words tell its nearest passages have. without: facts that are missing."""
        mine = set(terms(self.whole)) - set(terms(" ".join(without)))
        if len(mine) < fewest:
            return 0.0
        total = self.corpus.weight(mine)
        held = (self.corpus.weight(mine & set(terms(text))) for text in self.around)
        return max(held, default=0.0) / total if total else 0.0

    def covered(self, lacking: Sequence[str], reached: bool, fewest: int = _FEWEST) -> bool:
        """Whether the sources speak of what it says, so that what they lack is missing. reached: whether they speak of
        what its section is about."""
        least, fewest = (COVERED, fewest) if reached else (UNREACHED, 2 * _FEWEST)
        return self.support(lacking, fewest) >= least or self.twin is not None


def parts_of(text: str) -> list[str]:
    """What a sentence is put together from: what one part says, or denies, the other may not."""
    return _PARTS.split(text)


def written(document: Document) -> Capitals:
    """What a source writes with a capital."""
    told = (block for block in document.blocks if block.kind not in ("heading", "code"))
    texts = ((block.text, [span.start for span in block.sentences] or [0]) for block in told)
    return capitals(texts, [block.text for block in document.blocks if block.kind == "heading"], pieces(document)[0])


def small_stems(texts: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    for text in texts:
        found.update(_SMALL.findall(text))
    return frozenset(map(stem, found))
