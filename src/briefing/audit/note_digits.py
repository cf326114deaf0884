"""Digits of notes that were copied into the text: "fired 312 times in January.3 It". In: a document, and its sources.
Out: the document without them, so that its sentences can be held against the sources; and where they stood.

Answers of chatbots carry the numbers of their citations as small raised digits; copied as text, these are glued to the
word before them. One alone may be anything (phi3, a chapter): it takes several, of different words, and a first note.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from msgspec import Struct
from msgspec.structs import replace

from briefing.model import Block, Document, Link
from briefing.steps.extract import split

_NUMBERS = r"\d{1,3}(?:(?:,\s?|[–-])\d{1,3})*"
_GLUED = re.compile(
    rf"(?<![\w.-])(?P<word>[^\W\d_][^\W\d_A-Z]{{3,}})(?P<inner>{_NUMBERS})(?=[.,;:!?](?:\s|$)|\s*$)"
    rf"|(?P<last>[^\W\d_]{{3,}}|°[CF]|[%)\]”\"»’])[.!?][”\"»’)]?(?P<after>{_NUMBERS})(?=\s+[^\W\d_a-z]|\s+[“\"„«(]|\s*$)"
)
_SHORTENED = frozenset("nos vol vols fig figs art sec abs kap app pag chap abb tab ver vers".split())
_NOTES = re.compile(
    r"\W*(?:\d+\W+)?(?:sources?|references?|works cited|notes?|footnotes?|endnotes?|bibliography|citations?|quellen"
    r"|quellenverzeichnis|literatur(?:verzeichnis)?|fußnoten|anmerkungen|références|notes de bas de page|bibliographie"
    r"|fuentes|referencias|notas|参考文献|出典|脚注|注|참고 ?문헌|출처|각주|参考资料|来源|المصادر|المراجع)\W*",
    re.IGNORECASE,
)
_FEWEST = 3  # of different words, for the digits after them to be notes


class NoteDigits(Struct, frozen=True):
    """shown: the sentence up to the first of them. lead: whether the document has notes that they may lead to."""

    count: int
    shown: str
    block: Block
    at: int
    lead: bool


def without_note_digits(document: Document, sources: Sequence[Document]) -> tuple[Document, NoteDigits | None]:
    known = " ".join(block.text for each in sources for block in each.blocks).casefold()
    found = [(block, list(_glued(block, known))) for block in document.blocks]
    matches = [match for _, several in found for match in several]
    words = {(match["word"] or match["last"]).casefold() for match in matches}
    if len(words) < _FEWEST or not any(re.match(r"1(?!\d)", _digits(match)) for match in matches):
        return document, None
    blocks = tuple(_cut(block, several, document.language or "en") if several else block for block, several in found)
    number, match = next((number, several[0]) for number, (_, several) in enumerate(found) if several)
    first = document.blocks[number]
    leads = any(each.kind == "footnote" or _is_of_notes(each) for each in document.blocks[number:])
    begin = max((span.start for span in first.sentences if span.start <= match.start()), default=0)
    told = NoteDigits(len(matches), first.text[begin : match.end()], first, match.start(), leads)
    return replace(document, blocks=blocks), told


def _glued(block: Block, known: str) -> Iterator[re.Match[str]]:
    if block.kind in ("code", "heading", "footnote"):
        return
    for match in _GLUED.finditer(block.text):
        short = (match["last"] or "").casefold() in _SHORTENED
        if not short and match.group().strip(" .,;:!?").casefold() not in known:
            yield match


def _digits(match: re.Match[str]) -> str:
    return match["inner"] or match["after"]


def _is_of_notes(block: Block) -> bool:
    return block.kind in ("heading", "paragraph", "term") and _NOTES.fullmatch(block.text) is not None


def _cut(block: Block, matches: Sequence[re.Match[str]], language: str) -> Block:
    """Without the digits; links and lines moved to where their text has come to stand."""
    spans = [match.span("inner" if match["inner"] else "after") for match in matches]
    starts, gone = [start for start, _ in spans], [0]
    bounds = pairwise([0, *(offset for span in spans for offset in span), len(block.text)])
    pieces = [block.text[start:end] for start, end in islice(bounds, 0, None, 2)]
    for start, end in spans:
        gone.append(gone[-1] + end - start)
    moved = [offset - gone[bisect_left(starts, offset)] for offset in range(len(block.text) + 1)]
    shorter = replace(
        block,
        text="".join(pieces),
        links=tuple(Link(moved[link.start], moved[link.end], link.url) for link in block.links),
        line_starts=tuple(moved[start] for start in block.line_starts),
    )
    return replace(shorter, sentences=split(shorter, language))
