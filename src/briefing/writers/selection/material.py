"""What is chosen from. In: the reading of a task. Out: its statements, each weighed once, and its headings."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from briefing.model import LinkChoice, Located, Passage, Reading
from briefing.writers.selection.addresses import same
from briefing.writers.selection.centrality import Vector, centrality, vectors
from briefing.writers.selection.lexicon import Lexicon, language_of, lexicon
from briefing.writers.selection.shape import (
    LEADS,
    Numbered,
    Place,
    is_running_text,
    is_stated,
    lead_ins,
    links_in,
    place_of,
    unlinked,
)
from briefing.writers.selection.standing import Standing, standing
from briefing.writers.selection.terms import terms

_FADE = 0.1  # how fast a section's beginning fades with each sentence


class Statement(Struct, frozen=True):
    """A sentence of running text, and what is known of it."""

    number: int  # its place in the reading, from 1
    passage: Passage
    words: Lexicon
    terms: frozenset[str]
    vector: Vector
    central: float  # 0 to 1
    early: float  # 1 for the first of its source, towards 0 for the last
    standing: Standing
    answers: bool  # one of the points that a lead-in before it announces
    leads_to: frozenset[str]  # the places that its links lead to
    dangles: bool  # says nothing without its link ("read it here")
    said: str  # its text without the names that are links: they say what a thing is called, not what is said of it

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def heading(self) -> str:
        """The nearest heading above it."""
        return self.passage.located.heading[-1] if self.passage.located.heading else ""

    @property
    def place(self) -> Place:
        return place_of(self.passage)

    @property
    def is_last(self) -> bool:
        """Whether its block ends with it."""
        return self.passage.span.end == len(self.passage.located.block.text)


Measure = Callable[[Statement], float]  # what a statement is worth for a role; 0 or less: unfit for it


class Material(Struct, frozen=True):
    statements: tuple[Statement, ...]
    headings: tuple[Numbered, ...]  # where the reading shows them
    titles: frozenset[str]  # of the section, and the first heading of each source in it
    topic: frozenset[str]  # the terms of those titles beyond the period
    lexicons: Mapping[str, Lexicon]  # by source
    lead_ins: Mapping[Place, Numbered]  # what announces the list that a block belongs to
    by_number: Mapping[int, Statement]
    by_place: Mapping[Place, Sequence[Statement]]

    def before(self, statement: Statement) -> Statement | None:
        """The statement right before this one in its block."""
        found = self.by_number.get(statement.number - 1)
        return found if found and _adjoin(found, statement) else None

    def after(self, statement: Statement) -> Statement | None:
        """The statement right after this one in its block."""
        found = self.by_number.get(statement.number + 1)
        return found if found and _adjoin(statement, found) else None

    def lead_in(self, statement: Statement) -> Statement | None:
        """What announces the points of which this is one, if it can be told with them."""
        found = self.lead_ins.get(statement.place) if statement.answers else None
        said = self.by_number.get(found[0]) if found else None
        return said if said and standing(said.text.rstrip(LEADS) + ".", said.words)[0] > Standing.LEANS else None

    def title_of(self, statement: Statement) -> Statement | None:
        """The title that its block begins with ("Kilns of the Coast. This article tells of ...")."""
        first = self.by_place[statement.place][0]
        return first if first.standing is Standing.NAMES and first is not statement else None

    def under(self, head: Located) -> list[Statement]:
        """The statements that stand under a heading."""
        return [
            statement
            for statement in self.statements
            if statement.passage.located.source == head.source
            and statement.passage.located.position > head.position
            and head.block.text in statement.passage.located.heading
        ]


def _adjoin(one: Statement, other: Statement) -> bool:
    """Neighbours in a reading need not be neighbours in their block: the overview shows but some of its sentences."""
    between = one.passage.located.block.text[one.passage.span.end : other.passage.span.start]
    return one.place == other.place and not between.strip()


def gather(reading: Reading, title: str, period: str, language: str) -> Material:
    """Weigh the sentences of a reading. period: its name in the title ("March 2031"), which says nothing of the matter.
    language: the declared one; the text itself has the last word."""
    lexicons = _lexicons(reading, language)
    numbered = list(enumerate(reading.passages, 1))
    announced = lead_ins(numbered)
    statements = _statements(numbered, lexicons, announced)
    first = _first_headings(reading)
    return Material(
        statements=tuple(statements),
        headings=tuple((number, p) for number, p in numbered if p.located.block.kind == "heading"),
        titles=frozenset({title, *first.values()}),
        topic=_topic(title, period, first, lexicons),
        lexicons=lexicons,
        lead_ins=announced,
        by_number={statement.number: statement for statement in statements},
        by_place={place: tuple(group) for place, group in groupby(statements, key=lambda s: s.place)},
    )


def _lexicons(reading: Reading, language: str) -> dict[str, Lexicon]:
    texts: dict[str, list[str]] = {link.located.source: [] for link in reading.links}
    for passage in reading.passages:
        texts.setdefault(passage.located.source, []).append(passage.text)
    return {source: lexicon(language_of(pieces, language)) for source, pieces in texts.items()}


def _first_headings(reading: Reading) -> dict[str, str]:
    """The heading that each source's part begins with, or stands under."""
    found: dict[str, str] = {}
    for passage in reading.passages:
        is_heading = passage.located.block.kind == "heading"
        named = passage.text if is_heading else " ".join(passage.located.heading[-1:])
        found.setdefault(passage.located.source, named)
    return found


def _topic(title: str, period: str, headings: Mapping[str, str], lexicons: Mapping[str, Lexicon]) -> frozenset[str]:
    named = {
        term for source, text in headings.items() for term in terms(f"{title} {text}", lexicons[source].function_words)
    }
    return frozenset(term for term in named - {*terms(period)} if not term.isdigit())


def _statements(
    numbered: Iterable[Numbered], lexicons: Mapping[str, Lexicon], announced: Mapping[Place, Numbered]
) -> list[Statement]:
    stated = [(number, passage) for number, passage in numbered if is_running_text(passage)]
    words = [lexicons[passage.located.source] for _, passage in stated]
    found = [terms(passage.text, w.function_words) for (_, passage), w in zip(stated, words, strict=True)]
    weights = vectors(found)
    rows = zip(stated, words, found, weights, centrality(weights), _early(stated), strict=True)
    return [
        Statement(
            number=number,
            passage=passage,
            words=w,
            terms=frozenset(f),
            vector=vector,
            central=central,
            early=early,
            standing=standing(passage.text, w)[0] if is_stated(passage, w) else Standing.BARRED,
            answers=_answers(passage, w, announced),
            leads_to=frozenset(same(link.url) for link in links_in(passage)),
            said=unlinked(passage),
            dangles=any(w.is_all("nameless", LinkChoice(passage.located, link).text) for link in links_in(passage)),
        )
        for (number, passage), w, f, vector, central, early in rows
    ]


def _answers(passage: Passage, words: Lexicon, announced: Mapping[Place, Numbered]) -> bool:
    """A point is what its item begins with; what follows there tells of that point."""
    lead_in = announced.get(place_of(passage))
    if lead_in is None or any(map(str.isalpha, passage.located.block.text[: passage.span.start])):
        return False
    return words.count("leads", lead_in[1].text) > 0


def _early(stated: Iterable[Numbered]) -> Iterator[float]:
    for _, group in groupby(stated, key=lambda pair: (pair[1].located.source, pair[1].section)):
        yield from (1 / (1 + _FADE * index) for index, _ in enumerate(group))
