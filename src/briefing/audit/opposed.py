"""The direction of a sentence. In: the sentence, and what is near it in the sources. Out: denials and reservations that
it lost or added.

A sentence is held against the sources whole, and each of its parts by itself: what one part denies, the other may not.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from briefing.audit.another import another
from briefing.audit.changes import Change
from briefing.audit.denials import denials, denied, limits_of
from briefing.audit.exchanged import exchanged
from briefing.audit.flaw import Flaw
from briefing.audit.gainsaid import agreed_later, conjunct_lost, gainsaid
from briefing.audit.measures import Measure, agree, measures
from briefing.audit.sentence import ALIKE, Judged
from briefing.audit.terms import terms
from briefing.audit.verbs import root
from briefing.checks.base import Fact, missing
from briefing.checks.direction import Direction
from briefing.checks.follow import clauses, followed
from briefing.checks.negation import DENIES, LIMITS, Negation
from briefing.checks.omissions import Omissions
from briefing.checks.opposites import opposites
from briefing.checks.poles import rows
from briefing.checks.words import content
from briefing.cldr import primary
from briefing.reports.audit_findings import FindingKind
from briefing.reports.words import Run

_IMAGINED = re.compile(  # what was not so
    r"\bwould(?: never| not|n['’]t)? have (?:thought|expected|guessed|imagined|hoped|liked|wished)\b", re.IGNORECASE
)
_NEGATION, _OMISSIONS, _DIRECTION = Negation(), Omissions(), Direction()
_MAYBE = re.compile(
    r"could|may|might|könnten?|dürften?|pourrai(?:en)?t|podrían?|potrebbe(?:ro)?|zouden|zou", re.IGNORECASE
)
_SURELY = re.compile(
    r"will|must|shall|wird|werden|muss|müssen|va|vont|doi(?:ven)?t|va a|van a|zal|zullen|moet", re.IGNORECASE
)
_SPOKEN_OF = 0.4  # of what a claim tells, for the guess of a source to be about it
_SHOWN = re.compile(
    r"\b(?:(?:has|have) (?:shown|proved|proven|established|confirmed)|proves|proved|demonstrates|demonstrated|confirmed"
    r"|confirms|(?:hat|haben) (?:gezeigt|bewiesen|nachgewiesen|bestätigt)|(?:a|ont) (?:montré|prouvé|démontré))\b",
    re.IGNORECASE,
)
_GUESSED = re.compile(
    r"\b(?:suspect(?:s|ed)?|suppose[sd]?|believe[sd]?|assume[sd]?|speculate[sd]?|guess(?:es|ed)?|hypothesi[sz]e[sd]?"
    r"|vermute[nt]\w*|glaub(?:t|en|te)|nimmt an|soupçonne\w*|suppose\w*|croi(?:t|ent))\b",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(  # says how many, and denies nothing
    r"\b(?:not (?:all|every|only|just|least)|nicht (?:alle\w*|jede\w*|nur)|pas (?:tous|toutes|seulement)"
    r"|no tod[oa]s|no (?:more|less|fewer|later|earlier|longer) than"
    r"|costs? nothing|nothing (?:but|less than|short of))\b",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(r"\bnot (?:only|just|merely|simply|least)\b", re.IGNORECASE)  # left out, it denies nothing
_FEW = 4  # words, both sides of a change together
_CLOSE = 2  # near sentences against which the direction of a whole sentence is held
_TOLD = 3  # content words of a clause, for it to be known again in one that denies
# "After the flood, not before it", "four doors, no window": of a contrast or a list, the clause itself is not denied.
_CONTRAST = re.compile(
    r",\s(?:(?:and|but)\s)?(?:not|no|nicht|kein\w*|pas|non)\s[^,;.:!?—–]*(?=[,;.:!?—–]|$)", re.IGNORECASE
)
_PHRASE = re.compile(r"(?<![,;:])\s(without|ohne|sans|sin|senza|sem|zonder)\b", re.IGNORECASE)  # denies its own words
_ELLIPSIS = re.compile(r"\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)(?: not|n['’]t)(?=\W*$)")
_BUT = re.compile(
    r"\b(?:but|sondern|mais|sino|ma|maar|as (?:promised|planned|expected|hoped))\b|而是|が、|하지만|이고", re.IGNORECASE
)
_BESIDE = re.compile(r"\s?[$€£¥−-]?")  # between a denial and its number: "not all 40" denies no number
_PARTICLE = re.compile(r"[가-힣一-龥ぁ-ん]{1,3}\s?")  # between a number and its denial, where that comes last
_NO_ONE = re.compile(r"no one\b", re.IGNORECASE)  # is nobody
_RATIO = re.compile(r"[:/]\d")  # "not 1:1"
_WISHED = re.compile(r"\b(?:would(?: like)?|wants?|wanted|wish\w*|asks?|asked|calls? for|called for) ", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"\b(?:do|does|did|is|are|was|were|has|have|had|ca|could|wo|would|should)n['’]t\b", re.IGNORECASE
)
_YET_TO = re.compile(r"\b(?:has|have|had|is|are) yet to\b", re.IGNORECASE)
_NEITHER = re.compile(r"\b(?:neither|weder|né|noch)\b|\bni\b.*\bni\b", re.IGNORECASE)
_WITHOUT = re.compile(r"\b(?:without|ohne|sans|sin|senza|sem|zonder)\b", re.IGNORECASE)  # of one thing only
_BORDER = re.compile(r"[,;:—–]\s")


def opposed(judged: Judged, *, reached: bool, whole: bool) -> Iterator[Flaw]:
    """At most one flaw of the sentence as a whole, or of the first of its parts that has one."""
    if told := [*exchanged(judged), *another(judged)][:1] if reached else []:
        yield from told
        return
    for each in (judged, *judged.parts()):
        found = next(_opposed(each, reached=reached, whole=whole, part=each is not judged), None)
        if found:
            yield found
            return


def _opposed(judged: Judged, *, reached: bool, whole: bool, part: bool) -> Iterator[Flaw]:
    number, found, runs = (judged.twin if whole else None) or (0, [], ())
    moved = _has_moved(found, judged.language)
    for change in found:
        reworded = _reworded(change.before, change.after, judged.language)
        kept = reworded or moved or _neither(judged.said(number), change, judged.language)
        kept = kept or (bool(change.before) and bool(_YET_TO.search(judged.text)))
        kept = kept or (not change.after and conjunct_lost(change.before, judged.text, primary(judged.language)))
        if change.kind == "negation" and not (kept or _in_part(judged, number)):
            yield Flaw("negation", "contradicted", "error", f"The source says the opposite: {change}.", number, runs)
        elif _turns(change, judged.language) and not any(each.kind == "negation" for each in found):
            yield Flaw("statement", "contradicted", "error", f"The source says the opposite: {change}.", number, runs)
        elif _MAYBE.fullmatch(change.before) and _SURELY.fullmatch(change.after):
            message = f"The source is less sure: {change}."
            yield Flaw("statement", "contradicted", "error", message, number, runs)
    if reached:
        yield from _denied_number(judged)
        yield from (
            _flaw(judged, "negation", f"“{fact.text}” denies what the source says.") for fact in _denials(judged)
        )
        yield from _too_sure(judged)
        yield from (
            _flaw(judged, "statement", f"The source says “{fact.text}”, and it is left out.")
            for fact in _left_out(judged)
        )
        yield from (
            _flaw(judged, "statement", f"“{each.fact.text}” turns round what the source says.")
            for each in missing([_DIRECTION], judged.statement, judged.alike if part else _close(judged))
            if not _said_so(judged, each.fact.text) and not _IMAGINED.search(judged.said(judged.near[0]))
        )
        yield from (Flaw("negation", "contradicted", "error", message, near) for near, message in denials(judged))


def _turns(change: Change, language: str) -> bool:
    """Whether a word of one side stands where the source has one of the other side: "later", for "earlier"."""
    if change.kind != "replaced" or len(f"{change.before} {change.after}".split()) > _FEW:
        return False
    before, after = (opposites(text, primary(language)) for text in (change.before, change.after))
    if not any(one.faces(other) for one in before for other in after):
        return False
    return len({each.match.group() for each in before}) == len({each.match.group() for each in after}) == 1


def _close(judged: Judged) -> list[str]:
    """The nearest sentences, and all that have much of what it tells: whether a clause is followed, the rule asks for
    itself, and a word that turns a sentence round is one that the two cannot share."""
    return list(dict.fromkeys([*map(judged.said, judged.near[:_CLOSE]), *judged.alike]))


def _said_so(judged: Judged, word: str) -> bool:
    """Whether a sentence beside the nearest denies the opposite of a word: "refused", of what "was not approved"."""
    poles = ((here, there) for row in rows(primary(judged.language)) for here, there in (row, row[::-1]))
    opposites = [there for here, there in poles if here.words.fullmatch(word)]
    beside = [text for number in judged.near[:2] for text in judged.neighbours(number)]
    return any(pole.words.fullmatch(each.word) for text in beside for each in denied(text) for pole in opposites)


def _has_moved(found: Sequence[Change], language: str) -> bool:
    """Whether a denial was lost at one place, and added at another: "there is no answer", "the answer is not there"."""
    pattern = DENIES.get(primary(language))
    if pattern is None:
        return False
    told = [each for each in found if each.kind == "negation" and not _WITHOUT.search(each.before)]
    return any(pattern.search(each.before) for each in told) and any(pattern.search(each.after) for each in told)


def _neither(source: str, change: Change, language: str) -> bool:
    """Whether "neither … nor" of the source is a denial at another place: "the two have none"."""
    denies = DENIES.get(primary(language))
    return bool(denies and _NEITHER.search(source) and denies.search(change.after) and not denies.search(change.before))


def _in_part(judged: Judged, number: int) -> bool:
    """Whether a sentence of a source denies this only for a time, or of some: "not until March", "not all". What limits
    it there has to be lost with the denial: "not as much as" denies "as much as"."""
    stated = set(map(root, terms(judged.text)))
    source = judged.said(number)
    kept = all(word in judged.text.casefold().split() for word in limits_of(source))
    return not kept and any(each.limited and each.verb in stated for each in denied(source))


def _reworded(before: str, after: str, language: str) -> bool:
    """Whether other words stand in place of a denial: "ignores" for "says nothing about" may say the same, and "not"
    for "instead of" does."""
    limits = LIMITS.get(primary(language))
    if limits and limits.search(before) and limits.search(after):
        return True
    if not before and _CONTRAST.fullmatch(after):
        return True
    if _NOT_ALL.search(after) or _NOT_ONLY.search(before):
        return True
    said = content(_AUXILIARY.sub("", before))  # "already", for "don't yet", is no other word for it
    return bool(said and content(after) and not said & content(after))


def _too_sure(judged: Judged) -> Iterator[Flaw]:
    """Something shown, where the source has somebody's guess."""
    claim = _SHOWN.search(judged.text)
    texts = judged.sharing(_SPOKEN_OF) if claim else []
    guess = next(filter(None, map(_GUESSED.search, texts[:1])), None)
    if claim and guess and not any(map(_SHOWN.search, texts)):
        message = f"The source is less sure: it has “{guess.group()}”, not “{claim.group()}”."
        yield Flaw("statement", "contradicted", "error", message, judged.first)


def _flaw(judged: Judged, kind: FindingKind, message: str) -> Flaw:
    return Flaw(kind, "contradicted", "error", message, judged.first)


def _denials(judged: Judged) -> list[Fact]:
    """Where the clause that the denial stands in follows one of a sentence that denies nothing."""
    language = judged.language
    text = _PHRASE.sub(r", \1", _CONTRAST.sub("", _ELLIPSIS.sub("", _NOT_ALL.sub("", judged.text))))
    statement = replace(judged.statement, text=text)
    pieces = [each for each in clauses(text) if list(_NEGATION.facts(replace(statement, text=each)))]
    pieces = [each for each in pieces if len(content(each)) > 1]  # one word is in many sentences
    heard = [text for text in judged.alike if any(followed(piece, [text], language) for piece in pieces)]
    if _denied_of_it(judged, [each for each in clauses(text) if each not in pieces]):
        return []
    facts = [each.fact for each in missing([_NEGATION], statement, heard)] if heard else []
    return [fact for fact in facts if any(gainsaid(text, fact.text, source, primary(language)) for source in heard)]


def _denied_of_it(judged: Judged, pieces: Sequence[str]) -> bool:
    """Whether a near sentence denies something of what another clause of this one speaks of: "in walls with faults, no
    gap opened", of "the gap did not open in walls with faults"."""
    limits = LIMITS.get(primary(judged.source_language))
    theirs = [clause for number in judged.near[:2] for clause in clauses(judged.said(number))]
    denying = [clause for clause in theirs if limits and limits.search(clause)]
    return any(followed(piece, denying, judged.language) for piece in pieces if len(content(piece)) >= _TOLD)


def _denied_number(judged: Judged) -> Iterator[Flaw]:
    """A number right beside its denial, which a near sentence gives for the same thing, and denies nothing. "Six, not
    five" is a contrast."""
    pattern = DENIES.get(primary(judged.language))
    if pattern is None or _BUT.search(judged.text):
        return
    found = pattern.finditer(judged.text)
    denials = [match.span() for match in found if not judged.text[: match.start()].rstrip().endswith((",", "、"))]
    denials = [(start, end) for start, end in denials if not _NO_ONE.match(judged.text, start)]
    for given in measures(judged.text, judged.language):
        end = given.start + len(given.text)
        if (
            given.is_year
            or _RATIO.match(judged.text, end)
            or not any(
                _BESIDE.fullmatch(judged.text, stop, given.start) or _PARTICLE.fullmatch(judged.text, end, start)
                for start, stop in denials
            )
        ):
            continue
        for number in judged.near[:3]:
            if _gives(judged, number, given):
                message = f"The source says the opposite: it has “{given.shown}”."
                yield Flaw("negation", "contradicted", "error", message, number)
                return


def _gives(judged: Judged, number: int, given: Measure) -> bool:
    source, language = judged.said(number), primary(judged.source_language)
    shared = (set(terms(judged.text)) & set(terms(source))) - set(terms(given.text))
    held = any(agree(given, each) for each in measures(source, language))
    return held and bool(shared) and language in LIMITS and not LIMITS[language].search(source)


def _left_out(judged: Judged) -> list[Fact]:
    """Where a sentence of a source has nearly the same words, only what stood within the slice that they follow. What
    is wanted, or would be, is not said to be so."""
    if any(_in_part(judged, n) or agreed_later(judged.text, judged.said(n)) for n in judged.near[:2]):
        return []
    if judged.twin:
        gone = _gone(judged.twin[2], judged.language)
        return [each.fact for each in missing([_OMISSIONS], judged.statement, judged.alike) if each.fact.text in gone]
    texts = [] if any(judged.parts()) or _WISHED.search(judged.text) else judged.sharing(ALIKE)
    return [each.fact for each in missing([_OMISSIONS], judged.statement, texts)]


def _gone(runs: Sequence[Run], language: str) -> str:
    """What was left out, and nothing stands instead."""
    return " ".join(
        _BORDER.split(f"{run.text} ")[0]  # what follows is another clause
        for run, following in zip_longest(runs, runs[1:], fillvalue=Run("same", ""))
        if run.kind == "removed" and not (following.kind == "added" and _reworded(run.text, following.text, language))
    )
