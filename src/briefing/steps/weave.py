"""Words of the source in a writer's own sentence. In: a text with {1} and {2} in it, and for each of these the number
of a sentence of the source with its first and last words. Out: where that slice stands, and the text with it between
quotation marks.

What the writer gives only finds the slice, and is never printed: the words are cut out of the source. They have to
stand there to the letter, as whole words, and once.
"""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from briefing.checks.negation import denial, knows
from briefing.cldr import quotation_marks
from briefing.model import Cite, FieldSpec, Passage, Sentence, Woven
from briefing.steps.desk import Desk
from briefing.steps.numbered import visible_text
from briefing.steps.verify_choices import QUOTABLE
from briefing.text import canonical

PLACE = re.compile(r"\{\s*(\d{1,3})\s*\}")
_CUT_HINT = "Give the sentence's number, and a few words as they stand there, where the quotation begins and ends."
_MARKS = '"“”„‟«»「」『』＂'  # that a writer puts around a place or its words, as if they were the text
_TYPED = re.compile(r"[“„]([^“”„]+)[”“]|\"([^\"]+)\"|«\s?([^«»]+?)\s?»|「([^「」]+)」")
_CLAUSE = re.compile(r"[,;:()–—\"”»“„]")  # what somebody is quoted to deny denies nothing after it
_EITHER = re.compile(r"\bor\s+$")  # «whether or not» denies nothing
_REACH = 5  # words over which a denial is taken to reach
_ENDS = ".,;:!?…。、！？"


class Cut(Struct, frozen=True):
    """A slice of a sentence of the source: passage.text[start:end]."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]


class Unfit(Exception):  # noqa: N818 - the name says what it is
    """Why there is no such slice, as a clause."""


def cut(desk: Desk, spec: FieldSpec, answer: object, kinds: Sequence[str] = QUOTABLE) -> Cut | None:
    """The slice that an answer names; None where there is none, which is recorded."""
    try:
        return _cut(desk, answer, kinds)
    except Unfit as error:
        shown = answer.get("from") if isinstance(answer, Mapping) else answer
        desk.reject(spec, "weave", str(error), _CUT_HINT, visible_text(str(shown or "")))
        return None


def _cut(desk: Desk, answer: object, kinds: Sequence[str]) -> Cut:
    if not isinstance(answer, Mapping):
        raise Unfit("words of the source are given by the number of their sentence, and the first and last of them")
    passage = desk.passage(answer.get("sentence"))
    if passage is None or passage.located.block.kind not in kinds:
        raise Unfit("there is no sentence of that number that words can be taken from")
    first, last = _words(answer.get("from")), _words(answer.get("to"))
    if not first:
        raise Unfit("its first words are not given")
    return Cut(passage, *_place(passage.text, first, last))


def _words(given: object) -> str:
    return visible_text(canonical(given)).strip(f" {_MARKS}") if isinstance(given, str) else ""


def _place(text: str, first: str, last: str) -> tuple[int, int]:
    """The shortest slice from the first words to the last. Raises Unfit where there is none, or another as short."""
    starts, ends = _spans(text, first), _spans(text, last) if last else []
    if not starts or (last and not ends):
        raise Unfit(f"the words “{last if starts else first}” do not stand there so")
    slices = {(a, max(b, d)) for a, b in starts for c, d in ends if c >= a} if last else set(starts)
    if not slices:
        raise Unfit(f"the words “{last}” do not stand after “{first}”")
    shortest = min(end - start for start, end in slices)
    found = [(start, end) for start, end in slices if end - start == shortest]
    if len(found) > 1:
        raise Unfit(f"the words “{first}” stand more than once in that sentence, so more of them are needed")
    return found[0]


def _spans(text: str, words: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(_whole(words), text)]


def _whole(words: str) -> str:
    """The words and not a piece of longer ones; scripts without spaces have no such pieces."""
    pattern = re.escape(words)
    before = r"(?<![^\W_])" if re.match(r"\w", words) and words[0].isascii() else ""
    after = r"(?![^\W_])" if re.search(r"\w\Z", words) and words[-1].isascii() else ""
    return f"{before}{pattern}{after}"


# ── In a sentence ───────────────────────────────────────────────────────────────────────────────────────────────


def cuts_in(desk: Desk, spec: FieldSpec, text: str, given: object) -> dict[int, Cut] | None:
    """The slices for the places in a text, by their number; None where one is lacking, which is recorded."""
    answers = given if isinstance(given, list) else []
    found: dict[int, Cut] = {}
    for number in dict.fromkeys(int(match[1]) for match in PLACE.finditer(text)):
        if not 1 <= number <= len(answers):
            desk.reject(spec, "weave", f"there is no quotation {number} for {{{number}}}", _CUT_HINT, text)
            return None
        made = cut(desk, spec, answers[number - 1])
        if made is None:
            return None
        found[number] = made
    return found


def without_marks(text: str) -> str:
    """A text without the quotation marks that a writer put around the places: the program sets them."""
    return re.sub(rf"[{_MARKS}]?\s?(\{{\s*\d+\s*\}})\s?[{_MARKS}]", r"\1", text)


def taken_up(text: str, cuts: Mapping[int, Cut], cited: Sequence[Passage]) -> tuple[str, dict[int, Cut]]:
    """The same where a writer typed a quotation that stands to the letter in a sentence that it cites: that becomes a
    slice like the others. One that does not stand there is left to the rule for quotations."""
    found = dict(cuts)
    made, last = "", 0
    for match in _TYPED.finditer(text):
        words = next(filter(None, match.groups())).strip()
        bare = words.rstrip(_ENDS)
        slices = [Cut(p, *spans[0]) for p in cited if len(spans := _spans(p.text, bare)) == 1] if bare else []
        if slices and not PLACE.search(words):
            number = max(found, default=0) + 1
            found[number] = slices[0]
            made += f"{text[last : match.start()]}{{{number}}}{words[len(bare) :]}"
            last = match.end()
    return made + text[last:], found


class Filled(Struct, frozen=True):
    """A sentence with its slices in their places: where each stands in the text, without the marks around it."""

    text: str
    spans: tuple[tuple[int, int, Cut], ...] = ()

    @property
    def outside(self) -> str:
        """What is not cut from a source."""
        own = self.text
        for start, end, _ in reversed(self.spans):
            own = own[:start] + own[end:]
        return own

    def sentence(self, desk: Desk, cited: Sequence[Passage]) -> Sentence:
        return Sentence(
            self.text,
            tuple(desk.cite_passage(passage) for passage in cited),
            tuple(_woven(desk, *span) for span in self.spans),
        )


def fill(text: str, cuts: Mapping[int, Cut], language: str) -> Filled:
    """The slices in their places, between the quotation marks of the language. A point that would stand twice is left
    out of the slice, not out of the sentence."""
    opening, closing = quotation_marks(language)
    made, last, spans = "", 0, []
    for match in PLACE.finditer(text):
        if int(match[1]) not in cuts:
            continue
        piece = _unpointed(cuts[int(match[1])], text[match.end() :])
        made += text[last : match.start()] + opening
        spans.append((len(made), len(made) + len(piece.text), piece))
        made += piece.text + closing
        last = match.end()
    return Filled(made + text[last:], tuple(spans))


def _unpointed(piece: Cut, rest: str) -> Cut:
    end = piece.start + len(piece.text.rstrip(_ENDS)) if rest.strip() else piece.end
    return Cut(piece.passage, piece.start, end) if end > piece.start else piece


def _woven(desk: Desk, start: int, end: int, piece: Cut) -> Woven:
    within = piece.passage.span.start
    made = desk.cite(piece.passage.located, within + piece.start, within + piece.end)
    return Woven(start, end, Cite(made.evidence, made.start, made.end))


def turned(filled: Filled, desk: Desk) -> str:
    """The word of the source that denies what a slice says, where the sentence leaves it out; else ""."""
    language = desk.task.language
    if not knows(language):
        return ""
    for _, _, piece in filled.spans:
        before = piece.passage.text[: piece.start]
        denied = denial(before, desk.documents[piece.passage.located.source].language or language)
        between = before[denied.end() :] if denied else ""
        reaches = not _CLAUSE.search(between) and len(between.split()) <= _REACH
        if denied and reaches and not _EITHER.search(before[: denied.start()]) and not denial(filled.outside, language):
            return denied.group()
    return ""
