"""Whether a sentence in somebody's own words stands. In: the sentence, and the sources. Out: the passage that is
nearest to it, and the facts in it that no source carries, or that the nearest passage contradicts.

What carries what, the rules of checks/ say. Here is only where to look, and how much of a sentence the sources must
speak of before something that they lack is held against it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from urllib.parse import urlsplit

from briefing.audit.align import align
from briefing.audit.changes import Change, changes
from briefing.audit.corpus import Corpus, Segment, terms
from briefing.audit.measures import Measure, agree, asked, is_about, measures, rounds
from briefing.audit.place import Places
from briefing.checks.base import Check, Fact, Missing, Statement, missing
from briefing.checks.dates import Dates
from briefing.checks.follow import clauses, followed, pairs
from briefing.checks.table import CHECKS
from briefing.checks.words import stem
from briefing.cldr import month_names
from briefing.model import Severity
from briefing.reports.audit_findings import FindingKind, FindingVerdict
from briefing.reports.words import Run

# The share of what the words of a sentence tell that its nearest passages have to have, for what they lack to be
# missing and not merely beyond them: in a section of which the sources speak, and in one of which they do not.
COVERED, UNREACHED = 0.45, 0.75
FIGURES = 0.25  # the same for a figure that stands nowhere, in a section of which the sources speak
# The share of its words that a sentence of a source has in their order, for every difference to be one of meaning.
CLOSE = 0.7
# The share of what its words tell that a sentence of a source has, for its direction, its month, or its numbers to be
# held against it.
ALIKE = 0.6
_FEWEST = 3  # words: as few are in many places, and tell nothing
_NAMED = 5  # the same beside a name that is missing
_NEAR = 4  # sentences of the sources that are near
_REACH = 250  # characters around them
_LOOKED = 300  # sentences in which a fact is looked for that none of those carries
_LABEL = re.compile(
    r"^\W*(?:\d{1,3}[.)]\s+|\d{1,2}(?:\.\d{1,2})+\s+(?=[^\W\d_a-z]))?(?:[^\W\d_][\w/&' -]{1,32}?\s?[:：]\s+)?"
)
_KINDS: dict[str, FindingKind] = {  # by the name of the rule; numbers with their units are judged in measures.py
    "dates": "date", "identifiers": "identifier", "names": "name", "negation": "negation",
    "omissions": "statement",
}  # fmt: skip
_MONTHS = Dates()
_SMALL = re.compile(r"(?<![\w'’-])[a-zß-öø-ÿ][\w'’-]*")
_PARTS = re.compile(r"[;:]\s|,\s(?:and|but|und|aber|et|mais|y|pero)\s")
_PLACE = re.compile(r"\b(?:lines?|pages?|pp?\.|section|chapter|part|figure|fig\.|table|Zeile|Seite|Abschnitt)\s$", re.I)
_DOTTED_DATE = re.compile(r"(?<!\d)(\d{1,2})([./])\d{1,2}\2((?:19|20)\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a sentence. near: the number of the sentence of a source that says otherwise, or none."""

    kind: FindingKind
    verdict: FindingVerdict
    severity: Severity
    message: str
    near: int | None = None
    runs: tuple[Run, ...] = ()


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
    def published(self) -> frozenset[str]:
        """The dates of the sources, as a list of sources gives them: no sentence of theirs has to."""
        return frozenset(d.published for d in self.corpus.documents if len(d.published) >= len("2031-03-01"))

    @cached_property
    def hosts(self) -> str:
        """Where the links of the sources lead: their sites are known by name."""
        links = (link.url for d in self.corpus.documents for block in d.blocks for link in block.links)
        return " ".join(sorted({(urlsplit(url).hostname or "") for url in links})).casefold()

    def judge(self, text: str) -> "Judged":
        if text not in self._judged:
            plain = _DOTTED_DATE.sub(r"\1 \3", _LABEL.sub("", text))
            for date in self.published:
                plain = plain.replace(date, "")
            self._judged[text] = Judged(self, plain, text, tuple(self.corpus.nearest(text, _NEAR)))
        return self._judged[text]


@dataclass(frozen=True)
class Judged:
    judge: Judge
    text: str
    whole: str  # with its label
    near: tuple[int, ...]  # sentences of the sources, the nearest first

    @property
    def corpus(self) -> Corpus:
        return self.judge.corpus

    @cached_property
    def statement(self) -> Statement:
        return Statement(self.text, self.judge.language, self._source_language)

    @property
    def _source_language(self) -> str:
        if not self.near:
            return self.judge.language
        return self.corpus.documents[self.corpus.units[self.near[0]].document].language or "en"

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
    def alike(self) -> list[str]:
        """The nearest sentences that have most of what the words of this one tell."""
        mine = set(terms(self.text))
        total = sum(map(self.corpus.rarity, mine))
        texts = [self.corpus.text(number) for number in self.near] if len(mine) >= _FEWEST else []
        return [text for text in texts if sum(map(self.corpus.rarity, mine & set(terms(text)))) >= ALIKE * total]

    def support(self, without: Sequence[str] = (), fewest: int = _FEWEST) -> float:
        """How much of what its words tell its nearest passages have. without: facts that are missing."""
        mine = set(terms(self.whole)) - set(terms(" ".join(without)))
        if len(mine) < fewest:
            return 0.0
        total = sum(map(self.corpus.rarity, mine))
        held = (sum(map(self.corpus.rarity, mine & set(terms(text)))) for text in self.around)
        return max(held, default=0.0) / total if total else 0.0

    def flaws(self, *, reached: bool = True, whole: bool = True) -> list[Flaw]:
        """reached: whether the sources speak of what the section is about that the sentence stands in. whole: whether
        nothing was cut out of it."""
        found = [
            *(self._close() if whole else ()),
            *self._numbers(reached),
            *(self._clauses() if reached else ()),
            *(self._months() if reached else ()),
        ]
        for check in CHECKS:
            if (kind := _KINDS.get(check.name)) and not any(flaw.kind == kind == "negation" for flaw in found):
                found += self._facts(check, kind, reached)
        return found

    def _covered(self, lacking: Sequence[str], reached: bool, fewest: int = _FEWEST) -> bool:
        least, fewest = (COVERED, fewest) if reached else (UNREACHED, 2 * _FEWEST)
        return self.support(lacking, fewest) >= least or self.twin is not None

    # ── Against a sentence that says nearly the same ────────────────────────────────────────────────────────────

    @cached_property
    def twin(self) -> tuple[int, list[Change], tuple[Run, ...]] | None:
        """The sentence of a source that has most of the words in their order, and what differs."""
        best: tuple[float, int, list[Change], tuple[Run, ...]] | None = None
        for number in self.near[:3]:
            source = self.corpus.text(number)
            aligned = align(self.text, source)
            if aligned and aligned.share >= CLOSE and aligned.words >= 4 and (best is None or aligned.share > best[0]):
                found, runs = changes(source[aligned.start : aligned.end], self.text, self.judge.language)
                best = aligned.share, number, found, runs
        return best[1:] if best else None

    def _close(self) -> Iterator[Flaw]:
        number, found, runs = self.twin or (0, [], ())
        for change in found:
            if change.kind == "negation":
                message = f"The source says the opposite: {change}."
                yield Flaw("negation", "contradicted", "error", message, number, runs)
            elif change.kind == "number" and self._swapped(change):
                message = f"The source has “{change.before}” here, not “{change.after}”."
                yield Flaw("number", "contradicted", "error", message, number, runs)

    def _swapped(self, change: Change) -> bool:
        """Whether a number stands where the source has another one, though it stands near as well."""
        before, after = measures(change.before, self._source_language), measures(change.after, self.judge.language)
        if len(before) != 1 or len(after) != 1 or not self._held(after):
            return False
        return not agree(after[0], before[0]) and not rounds(after[0], before[0], about=True)

    # ── Numbers ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _numbers(self, reached: bool) -> Iterator[Flaw]:
        known = [measure for text in self.around for measure in measures(text, self._source_language)]
        for given in asked(self.text, self.statement):
            if not any(agree(given, each) for each in known) and not _PLACE.search(self.text, 0, given.start):
                yield from self._number(given, known, reached)

    def _number(self, given: Measure, known: Sequence[Measure], reached: bool) -> Iterator[Flaw]:
        about = is_about(self.text, given)
        exact = next((each for each in known if rounds(given, each, about=about)), None)
        if exact and (about or given.same_kind(exact) or given.noun == exact.noun != ""):
            if not about:
                message = f"“{given.shown}” is rounded: the source has “{exact.shown}”."
                yield Flaw("number", "rounded", "info", message, self.near[0])
            return
        covered = self._covered([given.text], reached)
        if given.is_year and not covered:
            return
        if covered and (rival := self._rival(given)):
            number, said = rival
            message = f"The source has another number here: “{said.shown}”, not “{given.shown}”."
            yield Flaw("number", "contradicted", "error", message, number)
        elif given.text[0].isdigit() and not self._elsewhere_number(given):
            slightly = reached and self.support([given.text]) >= FIGURES
            version = "." in given.text and not given.units and not given.share  # Llama 3.3: a name, more than a number
            yield self._lacking("number", f"“{given.shown}”", self.twin is not None if version else covered or slightly)

    def _clauses(self) -> Iterator[Flaw]:
        """Months and numbers that the source has, and has elsewhere: the very clause that one follows has another."""
        if not self.statement.same_language or not self.alike:
            return
        language = self.judge.language
        stated = measures(self.text, language)
        for piece, clause in pairs(self.text, self.alike, language):
            said = measures(clause, language)
            near = self.near[next((n for n, number in enumerate(self.near) if clause in self.corpus.text(number)), 0)]
            for given in self._held(asked(piece, Statement(piece, language, language))):
                rivals = [each for each in said if each.same_kind(given) or each.noun == given.noun != ""]
                rivals = [each for each in rivals if not any(agree(one, each) for one in stated)]
                here = measures(self.corpus.text(near), language)
                rivals = [each for each in rivals if any(each.text == one.text for one in here)]
                if rivals and not any(agree(given, each) or rounds(given, each, about=True) for each in here):
                    message = f"The source has “{rivals[0].shown}” here, not “{given.shown}”."
                    yield Flaw("number", "contradicted", "error", message, near)

    def _months(self) -> Iterator[Flaw]:
        """A month where the very part of a sentence that one follows, or the heading above it, has another."""
        stated = months_of(self.text, self.judge.language)
        if not stated or not self.statement.same_language:
            return
        mine = set(terms(self.text)) - set(terms(" ".join(_month_words(self.text, self.judge.language))))
        for number in self.near[:2]:
            part = max(_PARTS.split(self.corpus.text(number)), key=lambda each: len(mine & set(terms(each))))
            here, above = months_of(part, self._source_language), self._month_above(number)
            shared = mine & set(terms(f"{part} {above[1]}" if above[0] else part))
            if len(mine) < _NAMED or sum(map(self.corpus.rarity, shared)) < ALIKE * sum(map(self.corpus.rarity, mine)):
                continue
            known = here or above[0]
            if known and not known & stated and not months_of(self.corpus.text(number), self._source_language) - here:
                message = f"The source has another month here: “{_month_named(part, above[1], self._source_language)}”."
                yield Flaw("date", "contradicted", "error", message, number)
            return

    def _month_above(self, number: int) -> tuple[frozenset[str], str]:
        """The months of the heading above a sentence, where its source goes by months, and that heading."""
        unit = self.corpus.units[number]
        place = Segment(0, unit.document, unit.block, unit.start, unit.end)
        above = self.corpus.headings[unit.document][unit.block]
        return self.judge.places.month_of(place), above[-1] if above else ""

    def _held(self, given: Sequence[Measure]) -> list[Measure]:
        """Those that stand near, and so were not told yet."""
        known = [measure for text in self.around for measure in measures(text, self._source_language)]
        whole = {each.text for each in measures(self.text, self.judge.language)}
        return [each for each in given if each.text in whole and any(agree(each, one) for one in known)]

    def _rival(self, given: Measure) -> tuple[int, Measure] | None:
        """The number that a near sentence has where this one is given: of the same unit, or before the same noun."""
        mine = measures(self.text, self.judge.language)
        for number in self.near[:2]:
            others = measures(self.corpus.text(number), self._source_language)
            free = [each for each in others if not any(agree(one, each) for one in mine)]
            for each in free:
                same_noun = each.noun and each.noun == given.noun and not given.is_year
                if each.same_kind(given) or each.value == given.value or same_noun:
                    return number, each
        return None

    def _elsewhere_number(self, given: Measure) -> bool:
        found = sorted(self.corpus.votes(terms(given.text)))[:_LOOKED]
        if given.is_year and given.text in self.judge.bylines:
            return True
        return any(
            agree(given, each) for number in found for each in measures(self.corpus.text(number), self._source_language)
        )

    # ── Months, identifiers, names ──────────────────────────────────────────────────────────────────────────────

    def _facts(self, check: Check, kind: FindingKind, reached: bool) -> Iterator[Flaw]:
        """One flaw for all facts of a kind that no source carries."""
        if kind in ("name", "date") and not self.statement.same_language:
            return
        if kind in ("negation", "statement"):
            yield from self._compared(check, kind) if reached else ()
            return
        lacking = [fact for fact in check.facts(self.statement) if not self._carried(check, fact)]
        if kind == "name":
            lacking = [fact for fact in lacking if stem(fact.text) not in self.judge.small and not self._opens(fact)]
        if lacking:
            shown = ", ".join(dict.fromkeys(f"“{fact.text}”" for fact in lacking))
            covered = self._covered([fact.text for fact in lacking], reached, _NAMED)
            yield self._lacking(kind, shown, covered or (reached and kind == "name" and self._full_name(lacking)))

    def _compared(self, check: Check, kind: FindingKind) -> Iterator[Flaw]:
        """What a rule finds that holds the sentence against the very passages: its direction, or what it left out."""
        for fact in (self._denials if check.name == "negation" else self._left_out)(check):
            said = str(Missing(check, fact))
            yield Flaw(kind, "contradicted", "error", f"{said}.", self.near[0] if self.near else None)

    def _denials(self, check: Check) -> list[Fact]:
        """Where the clause that the denial stands in follows one of a sentence that denies nothing."""
        language = self.judge.language
        pieces = [piece for piece in clauses(self.text) if list(check.facts(replace(self.statement, text=piece)))]
        heard = [text for text in self.alike if any(followed(piece, [text], language) for piece in pieces)]
        return [each.fact for each in missing([check], self.statement, heard)] if heard else []

    def _left_out(self, check: Check) -> list[Fact]:
        """Where the word stood within the very slice that the sentence has most words of."""
        gone = " ".join(run.text for run in self.twin[2] if run.kind == "removed") if self.twin else ""
        found = [each.fact for each in missing([check], self.statement, self.alike)] if gone else []
        return [fact for fact in found if fact.text in gone]

    def _full_name(self, lacking: Sequence[Fact]) -> bool:
        """Whether two of the names stand side by side: somebody of whom no source speaks."""
        return any(f"{one.text} {other.text}" in self.text for one, other in pairwise(lacking))

    def _opens(self, fact: Fact) -> bool:
        """Whether it is the first word, and no other name follows: more often an ordinary word than a name."""
        return re.match(rf"\W*{re.escape(fact.text)}(?!\W+[^\W\d_a-zß-ÿ])", self.text) is not None

    def _carried(self, check: Check, fact: Fact) -> bool:
        if any(check.carries(text, fact) for text in self.around) or check.carries(self.judge.bylines, fact):
            return True
        wanted = terms(fact.text) if check.name != "dates" else self._month_terms(fact)
        if not wanted or fact.text.casefold() in self.judge.hosts:
            return True
        found = sorted(self.corpus.votes(wanted))[:_LOOKED]
        return any(check.carries(self.corpus.text(number), fact) for number in found)

    def _month_terms(self, fact: Fact) -> tuple[str, ...]:
        number, *languages = fact.key.split()
        return terms(" ".join(name for tag in languages for name, n in month_names(tag).items() if str(n) == number))

    def _lacking(self, kind: FindingKind, shown: str, covered: bool) -> Flaw:
        near = self.near[0] if self.near else None
        if covered:
            message = f"{shown} is not in the sources, which speak of what this is about."
            return Flaw(kind, "missing", "error" if kind == "number" else "warning", message, near)
        message = f"Whether {shown} is right cannot be told: the given sources do not cover it."
        return Flaw(kind, "unclear", "info", message, near)


def months_of(text: str, language: str) -> frozenset[str]:
    return frozenset(fact.key.split()[0] for fact in _MONTHS.facts(Statement(text, language, language)))


def _month_words(text: str, language: str) -> list[str]:
    return [fact.text for fact in _MONTHS.facts(Statement(text, language, language))]


def _month_named(part: str, above: str, language: str) -> str:
    return (_month_words(part, language) or _month_words(above, language))[0]


def small_words(texts: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    for text in texts:
        found.update(_SMALL.findall(text))
    return frozenset(map(stem, found))
