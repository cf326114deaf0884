"""Verifying what a writer chose: a quote, a link, tags, a figure. It gives numbers; the text is cut from the source."""

import re
from itertools import pairwise

from msgspec.structs import replace

from briefing.model import Excerpt, FieldSpec, LinkChoice, Passage, Quote, Quotes, Reference, References, Span, Tags
from briefing.steps.desk import Desk, shorten
from briefing.text import canonical
from briefing.writers.selection.lexicon import lexicon

QUOTABLE = ("paragraph", "item", "quotation", "footnote")
_TOGETHER = 3  # sentences that one of several quotes may have
_BRIEF = 4  # words of an anchor that may say nothing
_BORDER = re.compile(r"[,;:](?=\s)|[()–—、，；：（）]")  # of a clause; no comma of a number
_BY_NUMBER = "Choose by the numbers of the source; never type its words."


def quote(desk: Desk, spec: FieldSpec, value: object) -> Quote | None:
    """One sentence, or consecutive ones of one block."""
    numbers = value if isinstance(value, list) else [value]
    if not numbers:
        return None
    passages = [desk.passage(number) for number in numbers]
    chosen = [passage for passage in passages if passage is not None]
    if len(chosen) < len(passages):
        desk.reject(spec, "quote", "a quote is chosen by the numbers of its sentences", _BY_NUMBER, value)
        return None
    first, last = chosen[0], chosen[-1]
    if any(passage.located.block.kind not in QUOTABLE for passage in chosen):
        desk.reject(spec, "quote", "a heading, table, caption or code is no quote", "Choose a sentence.", first.text)
        return None
    if not _consecutive(chosen) or len(chosen) > spec.most:
        what = f"a quote is one sentence, or up to {spec.most} consecutive ones of one paragraph"
        desk.reject(spec, "quote", what, "Choose the strongest one.", first.text)
        return None
    text = first.located.block.text[first.span.start : last.span.end]
    return Quote(text, desk.cite(first.located, first.span.start, last.span.end))


def quotes(desk: Desk, spec: FieldSpec, value: object) -> Quotes | None:
    """Several quotes, each as `quote` has it."""
    one = replace(spec, most=_TOGETHER)
    found = [made for each in (value if isinstance(value, list) else [value]) if (made := quote(desk, one, each))]
    items = desk.limited(spec, found, lambda item: item.cite)
    return Quotes(items) if items else None


def _consecutive(passages: list[Passage]) -> bool:
    """Whether each passage is the next sentence of the same block."""

    def follows(one: Passage, two: Passage) -> bool:
        spans = one.located.block.sentences
        here = spans.index(one.span)
        return one.located == two.located and spans[here + 1 : here + 2] == (two.span,)

    return all(follows(one, two) for one, two in pairwise(passages))


def reference(desk: Desk, spec: FieldSpec, value: object) -> Reference | None:
    """A link of the source; where it has none, the sentence or heading that names the thing."""
    answer = value if isinstance(value, dict) else {"link": value}
    if not answer.keys() & {"link", "sentence"}:
        desk.reject(spec, "shape", "a reference is a link or a sentence, by its number", _BY_NUMBER, value)
    if answer.get("link") is not None:
        if (choice := desk.link(answer["link"])) is not None:
            return _reference(desk, spec, choice)
        desk.reject(spec, "reference", "there is no link of that number", _BY_NUMBER, answer["link"])
    if answer.get("sentence") is not None:
        if (passage := desk.passage(answer["sentence"])) is not None:
            return Reference(passage.text, "", desk.cite_passage(passage))
        desk.reject(spec, "reference", "there is no sentence of that number", _BY_NUMBER, answer["sentence"])
    return None


def _reference(desk: Desk, spec: FieldSpec, choice: LinkChoice) -> Reference:
    """The anchor is its text, or the clause around it where the anchor says nothing ("here"; "a link to download the
    data" does), and the address that would is not shown."""
    start, end = choice.link.start, choice.link.end
    tags = (desk.documents[choice.located.source].language.split("-")[0], "en")
    brief = len(choice.text.split()) <= _BRIEF
    if (
        brief
        and not spec.address
        and any(lexicon(tag).is_all("nameless", choice.text.strip(" .:()[]")) for tag in tags)
    ):
        around = (s for s in choice.located.block.sentences if s.start <= start < s.end)
        if span := next(around, None):
            start, end = _clause(choice.located.block.text, span, start, end)
    return Reference(choice.located.block.text[start:end], choice.link.url, desk.cite(choice.located, start, end))


def _clause(text: str, sentence: Span, start: int, end: int) -> tuple[int, int]:
    """The clause of a sentence in which text[start:end] stands; the sentence where that is all that the clause has."""
    before = [mark.end() for mark in _BORDER.finditer(text, sentence.start, start)]
    after = _BORDER.search(text, end, sentence.end)
    first, last = max(before, default=sentence.start), after.start() if after else sentence.end
    clause = text[first:last]
    first, last = first + len(clause) - len(clause.lstrip()), first + len(clause.rstrip())
    return (first, last) if (first, last) != (start, end) else (sentence.start, sentence.end)


def references(desk: Desk, spec: FieldSpec, value: object) -> References | None:
    """Links of the source, each address once."""
    found: list[Reference] = []
    for number in value if isinstance(value, list) else [value]:
        if (choice := desk.link(number)) is None:
            desk.reject(spec, "reference", "there is no link of that number", _BY_NUMBER, number)
        else:
            found.append(_reference(desk, spec, choice))
    items = desk.limited(spec, found, lambda item: item.url)
    return References(items) if items else None


def tags(desk: Desk, spec: FieldSpec, value: object) -> Tags | None:
    """Words of the section, as it writes them."""
    passages = [passage.text for passage in desk.task.reading.passages]
    found: list[str] = []
    for tag in value if isinstance(value, list) else [value]:
        text = canonical(tag) if isinstance(tag, str) else ""
        if not text or not any(as_word(text, passage) for passage in passages):
            desk.reject(spec, "tags", "a tag is a word of the source, as written there", "Copy it, or drop it.", tag)
        else:
            found.append(text)
    return Tags(desk.limited(spec, found, str)) if found else None


def as_word(tag: str, passage: str) -> bool:
    """Whether the passage has the tag, not as a piece of longer words; scripts without spaces have no such pieces."""
    pattern = rf"(?<![^\W\d_]){re.escape(tag)}(?![^\W\d_])" if tag.isascii() else re.escape(tag)
    return re.search(pattern, passage) is not None


def excerpt(desk: Desk, spec: FieldSpec, value: object) -> Excerpt | None:
    """A block of code, a figure or a table, by the number of any of its sentences."""
    number = value[0] if isinstance(value, list) and len(value) == 1 else value
    passage = desk.passage(number)
    if passage is None or passage.located.block.kind != spec.kind or spec.kind not in ("code", "figure", "table"):
        desk.reject(spec, "excerpt", f"that number is no {spec.kind} of the source", _BY_NUMBER, shorten(str(value)))
        return None
    block = passage.located.block
    cite = desk.cite(passage.located, 0, len(block.text))
    return Excerpt(spec.kind, block.text, cite, block.address, block.label)
