"""Verifying what a writer wrote in its own words: every sentence names what carries it, and is held against it.

In: sentences with the numbers that they cite. Out: those that stand, with citations added where a fact was found
beside what was cited; the others as problems.
"""

import re
from collections.abc import Iterable, Sequence

from briefing.checks.base import Missing
from briefing.checks.table import checks
from briefing.checks.words import content
from briefing.cldr import primary
from briefing.model import Analysis, Document, FieldSpec, Passage, Prose, Sentence
from briefing.steps.carried import uncarried
from briefing.steps.desk import Desk, shorten
from briefing.steps.numbered import visible_text
from briefing.steps.weave import PLACE, Filled, cuts_in, fill, taken_up, turned, without_marks
from briefing.text import canonical, sentences

_TYPED = re.compile(r"\s*\[((?:L?\d+)(?:\s*[,;–-]\s*L?\d+)*)\](?=[\s.,;:!?]|$)")
_RELATED = 2  # content words that a statement must share with a passage before it is cited for a fact found there
_FRAMING = 3  # content words around quoted ones that say something by themselves
_FRAMED = 0.2  # share of them that stands in what is cited
_LONGEST = 4_000  # characters of one item; each of its sentences is held by itself
_HEADING = 90  # characters of a heading: what is longer is a sentence
_MOST = 200  # items of a field that are looked at
_MARKUP = re.compile(
    r"<[a-z/!][^>]*>|<!--|```|^\s*(?:#{1,6}|[-*>|])\s|\[[^\]]*\]\(|\[\^"
    r"|\w[\u0332-\u0338\u20dd-\u20e4]",  # words struck through or framed by combining marks
    re.IGNORECASE,
)


def prose(desk: Desk, spec: FieldSpec, value: object) -> Prose | None:
    found: list[Sentence] = []
    given = value if isinstance(value, list) else [value]
    for item in given[:_MOST]:
        found += _statements(desk, spec, item)
    if len(given) > _MOST:
        desk.note(spec.key, "length", f"The writer gave {len(given)} sentences; the first {_MOST} were looked at.")
    kept = desk.limited(spec, found, lambda sentence: sentence.text)
    return Prose(kept) if kept else None


def _statements(desk: Desk, spec: FieldSpec, item: object) -> list[Sentence]:
    """One answered item, which may hold several sentences: each is held against the same citations."""
    if not isinstance(item, dict) or not isinstance(item.get("text"), str):
        desk.reject(spec, "shape", "a sentence comes with the numbers that it cites", "Give text and cites.", item)
        return []
    written = canonical(item["text"][: _LONGEST + 1])
    longest = _HEADING if spec.role == "heading" else _LONGEST
    if len(item["text"]) > longest:
        what = f"a {'heading' if spec.role == 'heading' else 'sentence'} has at most {longest} characters"
        desk.reject(spec, "length", what, "Write it shorter.", written)
        return []
    whole = [p for p in map(desk.passage, _as_list(item.get("cites"))) if p is not None and p.text == written]
    if whole:  # the source's own sentence, as it stands
        return [Sentence(written, (desk.cite_passage(whole[0]),))]
    text, typed = _strip_typed_numbers(visible_text(written))
    cuts = cuts_in(desk, spec, text, item.get("quotes")) if spec.woven else {}
    if cuts is None:
        return []
    text = without_marks(text) if cuts else text
    if not re.search(r"\w", text):
        desk.reject(spec, "empty", "the sentence is empty", "Write it, or give null.")
        return []
    if _MARKUP.search(text):
        desk.reject(spec, "markup", "prose is plain text", "Leave markup out.", text)
        return []
    if typed:
        desk.note(spec.key, "typed", f"Numbers typed into “{shorten(text)}” were taken out, and read as citations.")
    cited = _cited(desk, spec, text, [*_as_list(item.get("cites")), *typed])
    if not spec.woven and _unfilled(text, cited):
        what = "it has a place for words of the source, which this field does not take"
        desk.reject(spec, "weave", what, "Say it in your own words.", text)
        return []
    text, cuts = taken_up(text, cuts, cited) if spec.woven else (text, cuts)
    parts = [fill(part, cuts, desk.task.language) for part in _split(text, desk.task.language, cited)]
    return [s for part in parts if (s := _statement(desk, spec, part, cited)) is not None]


def _unfilled(text: str, cited: Iterable[Passage] = ()) -> bool:
    """Whether a {1} stands in it that no source has so."""
    return any(not any(match.group() in passage.text for passage in cited) for match in PLACE.finditer(text))


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _strip_typed_numbers(text: str) -> tuple[str, list[object]]:
    """Models that see numbered sentences like to type the numbers, too."""
    numbers = [number for match in _TYPED.finditer(text) for number in re.findall(r"\d+", match[1])]
    return _TYPED.sub("", text).strip(), list(numbers)


def _split(text: str, language: str, cited: Sequence[Passage] = ()) -> list[str]:
    """The sentences of a text. None ends within a title ("Is it so? A study"): before a small letter, or between two
    words that stand side by side in one sentence of what is cited."""
    found: list[str] = []
    for span in sentences(text, language):
        part = text[span.start : span.end]
        if found and (part[0].islower() or _goes_on(found[-1], part, cited)):
            part = f"{found.pop()} {part}"
        found.append(part)
    return found


def _goes_on(before: str, after: str, cited: Iterable[Passage]) -> bool:
    across = f"{before.rpartition(' ')[2]} {after.partition(' ')[0]}"
    return any(across in passage.text for passage in cited)


def _cited(desk: Desk, spec: FieldSpec, text: str, numbers: Sequence[object]) -> list[Passage]:
    cited: list[Passage] = []
    for number in numbers:
        if (passage := desk.passage(number)) is None:
            desk.note(spec.key, "citation", f"“{shorten(text)}” cites {shorten(str(number))!r}, which does not exist.")
        elif passage not in cited:
            cited.append(passage)
    return cited


def _statement(desk: Desk, spec: FieldSpec, filled: Filled, cited: list[Passage]) -> Sentence | None:
    """The sentences that words are taken from are cited, too."""
    if not re.search(r"\w", filled.text):
        return None  # a mark alone, split off
    text, cited = filled.text, list(dict.fromkeys([*cited, *(piece.passage for *_, piece in filled.spans)]))
    if denied := turned(filled, desk):
        what = f"it leaves out the “{denied}” that stands before what it quotes"
        desk.reject(spec, "negation", what, "Quote the denial, too, or say it in your own words.", text)
        return None
    if not cited:
        desk.reject(spec, "citation", "it cites no sentence of the source", "Cite the numbers that carry it.", text)
        return None
    if _is_framed_freely(desk, filled, cited):
        what = "what it says around the words that it quotes speaks of other things than what it cites"
        desk.reject(spec, "support", what, "Say what the cited sentences say, or let the words stand for more.", text)
        return None
    cited, lacking = _complete(desk, text, cited)
    if lacking:
        what = "; ".join(dict.fromkeys(_lack(gap, text) for gap in lacking))
        desk.reject(spec, lacking[0].check.name, what, lacking[0].check.hint, text)
        return None
    return filled.sentence(desk, cited)


def _is_framed_freely(desk: Desk, filled: Filled, cited: Sequence[Passage]) -> bool:
    """Whether a sentence with words of the source has enough of its own to say something, and nothing cited says it:
    the words that are quoted support nothing but themselves. English alone: no other function words are known."""
    sources, language = _sources(desk, cited), desk.task.language
    if not filled.spans or {primary(language), primary(sources[0].language or language)} != {"en"}:
        return False
    stems = content(filled.outside) - content(" ".join(f"{source.author} {source.site}" for source in sources))
    if len(stems) < _FRAMING:
        return False
    return len(stems & frozenset[str]().union(*(content(p.text) for p in cited))) < _FRAMED * len(stems)


def _lack(gap: Missing, text: str) -> str:
    """What is wrong, as a clause that does not say the whole sentence once more."""
    return f"it {gap.check.explains}" if gap.fact.text == text else str(gap)


def _complete(desk: Desk, text: str, cited: list[Passage]) -> tuple[list[Passage], list[Missing]]:
    """Add citations for facts that stand elsewhere in the reading; what is found nowhere is lacking."""
    lacking: list[Missing] = []
    added: list[Passage] = []
    for gap in uncarried(text, [p.text for p in cited], desk.task.language, _sources(desk, cited)):
        if any(gap.check.carries(passage.text, gap.fact) for passage in added):
            continue
        if gap.check.elsewhere and (found := _elsewhere(desk, gap, text, cited)) is not None:
            added.append(found)
        else:
            lacking.append(gap)
    return [*cited, *added], lacking


def _sources(desk: Desk, passages: Iterable[Passage]) -> list[Document]:
    return [desk.documents[name] for name in dict.fromkeys(passage.located.source for passage in passages)]


def _elsewhere(desk: Desk, gap: Missing, text: str, cited: Sequence[Passage]) -> Passage | None:
    """The passage that carries the fact and is closest to the statement: a heading above what is cited, or one that
    speaks of the same things."""
    headings = {heading for passage in cited for heading in passage.located.heading}
    stems = content(text) if gap.check.whole else content(text) - content(gap.fact.text)
    best: tuple[int, Passage] | None = None
    for passage in desk.task.reading.passages:
        if not gap.check.carries(passage.text, gap.fact):
            continue
        shared = len(stems & content(passage.text))
        if passage.located.block.kind == "heading" and passage.located.block.text in headings:
            shared += _RELATED
        if shared >= _RELATED and (best is None or shared > best[0]):
            best = (shared, passage)
    return best[1] if best else None


def analysis(desk: Desk, spec: FieldSpec, value: object) -> Analysis | None:
    """The writer's own view: uncited, but its facts must stand somewhere in what it was shown."""
    found: list[str] = []
    passages = desk.task.reading.passages
    for item in _as_list(value):
        raw = item.get("text") if isinstance(item, dict) else item
        if not isinstance(raw, str) or not re.search(r"\w", raw) or _MARKUP.search(raw) or _unfilled(raw, passages):
            desk.reject(spec, "shape", "a view is a sentence of plain text", "Write it as text.", item)
            continue
        for text in _split(visible_text(canonical(raw)), desk.task.language):
            facts = [check for check in checks() if not check.whole]
            shown, sources = [passage.text for passage in passages], _sources(desk, passages)
            lacking = uncarried(text, shown, desk.task.language, sources, facts) if passages else []
            if lacking:
                desk.reject(spec, lacking[0].check.name, str(lacking[0]), lacking[0].check.hint, text)
            else:
                found.append(text)
    return Analysis(desk.limited(spec, found, str)) if found else None
