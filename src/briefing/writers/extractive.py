"""The writer that is always there: it chooses sentences and links of the source, without key, network or model.

In: a Task. Out: a Reply whose prose is sentences of the reading as they stand, each citing itself. It goes through the
same verification as any other. How it chooses: docs/extractive.md.

Roles that it knows:
  section   key, idea, quote, relevance, others
  overview  introduction, lead, conclusions, outlook, overall, excerpts
A field without a role, or with one that it does not know, is filled by its kind. What takes understanding stays empty:
analysis, headings, words within a sentence, and fields whose role is `model` or `attribution`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from threading import Lock

from msgspec.structs import replace

from briefing.division import division
from briefing.model import Draft, FieldKind, FieldSpec, LinkChoice, Passage, Reading, Role, Usage
from briefing.writers.base import Reply, Task
from briefing.writers.options import WriterOptions
from briefing.writers.selection import links, measures
from briefing.writers.selection.addresses import same
from briefing.writers.selection.choose import choose, repeats
from briefing.writers.selection.keyterms import key_terms
from briefing.writers.selection.lexicon import Lexicon
from briefing.writers.selection.links import Place
from briefing.writers.selection.material import Measure, Statement, gather
from briefing.writers.selection.measures import Focus
from briefing.writers.selection.naming import is_title, is_told, naming_heading
from briefing.writers.selection.overview import FRAME, OVERVIEW, openings
from briefing.writers.selection.shape import Numbered, place_of
from briefing.writers.selection.standing import Standing
from briefing.writers.selection.terms import terms

_TURNS = ("key", "reference", "quote", "relevance", "idea", "introduction", "conclusions", "outlook", "lead", "overall")
_MEASURES: Mapping[str, Callable[[Focus], Measure]] = {"idea": measures.idea, "relevance": measures.relevance}
# A worksheet keeps a processor busy and takes forty times the memory of its text. Threads share one processor: to have
# as many worksheets at once as there are sections would save no time.
_ONE_AT_A_TIME = Lock()
# What a section says, as far as a sentence of the whole must not say it again. Styles differ in what they ask for, so
# the second best quotation and the relevance are counted in for all of them.
_SAID = (
    FieldSpec("idea", "prose", "", role="idea"),
    FieldSpec("quote", "quote", "", role="quote"),
    FieldSpec("another", "quote", "", role="quote"),
    FieldSpec("relevance", "prose", "", most=2, role="relevance"),
)
_SCARCE = 4  # statements: in a section with fewer, the main idea comes before the quote


class ExtractiveWriter:
    engine = "extractive"
    model = ""
    prompted = False
    window = 0

    def __init__(self, options: WriterOptions | None = None) -> None:
        """It needs nothing: neither key nor model nor network."""

    def draft(self, task: Task) -> Reply:
        with _ONE_AT_A_TIME:
            return Reply(Draft(Worksheet(task).fill(task.fields)), Usage())

    def hand_in(self) -> str:
        """It puts nothing off."""
        return ""

    def close(self) -> None:
        """It holds nothing open."""


class Worksheet:
    """One task at work: what is weighed, and what is taken already. No sentence is used twice."""

    def __init__(self, task: Task) -> None:
        self.reading = task.reading
        # "March 2031" of "March 2031: Ash glazes"; the title of a section that is no period is all matter of its own
        self.period = task.title.split(":")[0] if division(task.id.partition(",")[0]) != "heading" else ""
        self.material = gather(task.reading, task.title, self.period, task.language)
        self.places = links.places(task.reading, self.material, task.id)
        self.key = links.key(self.places)
        named = naming_heading(self.material, self.period) if self.period and not self.key else None
        self.named = named if named and not is_told(named[1], task.title) else None
        self.titled = bool(named)
        self.among = self._among(named)
        self.focus = self._focus()
        self.taken: list[Statement] = []
        self.has_idea = False
        self.language = task.language
        fit = [statement for statement in self.among if statement.standing > Standing.LEANS]
        self.scarce = len(fit) < _SCARCE

    def fill(self, specs: Sequence[FieldSpec]) -> dict[str, object]:
        """A value for each field, as model.Draft describes it."""
        found = {spec.key: self._value(spec) for spec in sorted(specs, key=self._turn)}
        if all(value is None for value in found.values()):
            found |= self._bare_name(specs)
        values = {spec.key: found[spec.key] for spec in specs if spec.kind == "quote"}
        quotes = {key: value for key, value in values.items() if isinstance(value, list)}
        found |= zip(quotes, sorted(quotes.values()), strict=True)  # in the order of the source
        return {spec.key: found[spec.key] for spec in specs}

    def _bare_name(self, specs: Sequence[FieldSpec]) -> dict[str, object]:
        """Where nothing can be told of a section, the first item that it names is told at least."""
        named = next((statement for statement in self.among if statement.standing is Standing.NAMES), None)
        fit = (spec for spec in specs if spec.kind == "reference" and not (spec.takes_a_model or spec.missing))
        key = next((spec.key for spec in fit), None)
        return {key: {"link": None, "sentence": named.number}} if named and key else {}

    @property
    def is_whole(self) -> bool:
        """Whether it is the overview that is written."""
        return any(passage.section for passage in self.reading.passages)

    @cached_property
    def fresh(self) -> Sequence[Statement]:
        """In the overview, what no section says already. Elsewhere, all that the key item is told with."""
        if not self.is_whole:
            return self.among
        parts = groupby(enumerate(self.reading.passages, 1), key=lambda pair: pair[1].section)
        told = {name: self._told(name, list(part)) for name, part in parts if name not in FRAME}
        return [s for s in self.among if not repeats(s, told.get(s.passage.section, ()))]

    def _told(self, section: str, part: Sequence[Numbered]) -> list[Statement]:
        """What a section says that is written from these sentences: the overview is shown the blocks that the sections
        rest on, not which sentences of them. So its writing is done once more."""
        passages = tuple(replace(passage, section="") for _, passage in part)
        shown = Reading(passages, tuple(_links(passages)))
        title = " ".join(part[0][1].located.heading[:1])
        sheet = Worksheet(Task(section, title, self.language, _SAID, shown))
        sheet.fill(_SAID)
        found = {statement.number for statement in sheet.taken}
        return [self.material.by_number[part[number - 1][0]] for number in sorted(found)]

    def _turn(self, spec: FieldSpec) -> int:
        """A quote is chosen before the sentences around it are used up, but not where they are few."""
        role = spec.role or spec.kind
        if role == "idea" and self.scarce:
            return _TURNS.index("quote") - 1
        return _TURNS.index(role) if role in _TURNS else len(_TURNS)

    def _among(self, named: Numbered | None) -> Sequence[Statement]:
        """What is said of the key item: all of the section, or where a heading names it, what stands under it."""
        choices = self.reading.links if self.key else ()
        heads = [c.located for c in choices if c.located.block.kind == "heading" and self._is_key(c)]
        heads += [named[1].located] if named else []
        return self.material.under(heads[0]) if heads else self.material.statements

    def _is_key(self, choice: LinkChoice) -> bool:
        return self.key is not None and same(choice.link.url) == self.key.name

    def _focus(self) -> Focus:
        named = set(self.material.topic)
        if self.key:
            choice = self.reading.links[self.key.best - 1]
            named |= {*terms(choice.text, self._words(self.key.best).function_words)}
        return Focus(self.material.titles, frozenset(named), self.key.name if self.key else "")

    def _value(self, spec: FieldSpec) -> object:
        if spec.takes_a_model:
            return None
        match spec.kind:
            case "prose":
                return self._prose(spec)
            case "quote":
                return self._quote()
            case "quotes":
                return self._excerpts(spec)
            case "reference":
                return self._work() if spec.missing else self._reference()
            case "references":
                return [place.best for place in links.others(self.places, self.key, spec.most)] or None
            case "tags":
                return key_terms(self.material, spec.most) or None
            case "code" | "figure" | "table":
                return self._first(spec.kind)
            case _:
                return None

    def _prose(self, spec: FieldSpec) -> object:
        if spec.role in OVERVIEW:
            among = self.fresh if spec.role == "conclusions" else self.among
            chosen = OVERVIEW[spec.role](self.material, among, spec.most, self.taken)
        else:
            chosen = choose(self.material, self.among, self._measure(spec.role), spec.most, self.taken)
        self.taken += chosen
        return [{"text": statement.text, "cites": [statement.number]} for statement in chosen] or None

    def _measure(self, role: Role) -> Measure:
        """What comes after the main idea under the same role explains how it works."""
        measure = _MEASURES[role](self.focus) if role in _MEASURES else measures.central
        if role == "idea" and self.has_idea:
            measure = measures.mechanism(self.focus)
        self.has_idea |= role == "idea"
        return measure

    def _quote(self) -> object:
        measure = measures.pull if self.is_whole else measures.quote
        chosen = choose(self.material, self.fresh, measure(self.focus), 1, self.taken)
        self.taken += chosen
        return [statement.number for statement in chosen] or None

    def _excerpts(self, spec: FieldSpec) -> object:
        """What each source says of itself first, in a sentence or two that stand together, and nothing else says."""
        found = [opening for opening in openings(self.material, self.fresh, self.taken) if opening][: spec.most]
        self.taken += [statement for opening in found for statement in opening]
        return [[statement.number for statement in opening] for opening in found] or None

    def _work(self) -> object:
        """The key item where its link or heading reads as the title of a work. Where a reader is told that the source
        names none, nothing less will do."""
        if self.key and self._is_title(self.key):
            return {"link": self.key.best, "sentence": None}
        words = self.material.lexicons[self.named[1].located.source] if self.named else None
        told = any(s.words.opens("definite", s.text) or s.words.count("picks", s.text) for s in self.among)
        if self.named and words and words.capitalises_titles and told and is_title(self.named[1].text, words):
            return {"link": None, "sentence": self.named[0]}
        return None

    def _is_title(self, place: Place) -> bool:
        words = self._words(place.best)
        return is_title(place.anchor, words) and (place.names_a_work or not words.capitalises_titles)

    def _words(self, link: int) -> Lexicon:
        return self.material.lexicons[self.reading.links[link - 1].located.source]

    def _reference(self) -> object:
        """The link that the section is about; without one, the heading or the sentence that names the item."""
        if self.key:
            return {"link": self.key.best, "sentence": None}
        if self.named:
            return {"link": None, "sentence": self.named[0]}
        if self.titled or self.scarce:
            return None
        named = choose(self.material, self.among, measures.naming(self.focus), 1, self.taken)
        self.taken += named
        return {"link": None, "sentence": named[0].number} if named else None

    def _first(self, kind: FieldKind) -> object:
        passages = enumerate(self.reading.passages, 1)
        return next((number for number, passage in passages if passage.located.block.kind == kind), None)


def _links(passages: Iterable[Passage]) -> Iterator[LinkChoice]:
    """The links of the blocks that sentences are from."""
    blocks = {place_of(passage): passage.located for passage in passages}
    for located in blocks.values():
        yield from (LinkChoice(located, link) for link in located.block.links)
