"""What the block around a sentence says of it. In: passages. Out: whether they are statements, and of which list."""

import re
from collections.abc import Iterable

from briefing.model import Block, BlockKind, Link, Passage
from briefing.writers.selection.lexicon import Lexicon
from briefing.writers.selection.standing import is_closed
from briefing.writers.selection.terms import length

Numbered = tuple[int, Passage]  # a passage and its number in the reading, from 1
Place = tuple[str, int]  # of a block: its source, and its position there

_STATED: frozenset[BlockKind] = frozenset({"paragraph", "item", "quotation"})
_LISTED = re.compile(r"\(?\d{1,3}[.)]\s")
_STOPS = frozenset(".?!")
LEADS = ":?：？"
_LINKED = 0.8  # of a sentence, above which it is hardly more than an anchor
_LINE = 8  # words, below which a paragraph of one sentence is but a line
_UNCLOSED = 12  # words, below which a sentence of a paragraph without a stop is one


def is_running_text(passage: Passage) -> bool:
    return passage.located.block.kind in _STATED


def is_stated(passage: Passage, words: Lexicon) -> bool:
    """False for what only looks like a sentence: an anchor, a piece of one, a line such as a byline."""
    return not (_is_anchor(passage) or _is_cut(passage) or _is_line(passage, words) or _is_lost(passage, words))


def place_of(passage: Passage) -> Place:
    return passage.located.source, passage.located.position


def links_in(passage: Passage) -> list[Link]:
    """The links that stand in a sentence, in whole or in part."""
    span = passage.span
    return [link for link in passage.located.block.links if link.start < span.end and span.start < link.end]


def unlinked(passage: Passage) -> str:
    """The text of a sentence without the anchors in it."""
    kept, at = [], passage.span.start
    for link in sorted(links_in(passage), key=lambda link: link.start):
        kept.append(passage.located.block.text[at : max(at, link.start)])
        at = max(at, min(link.end, passage.span.end))
    return "".join([*kept, passage.located.block.text[at : passage.span.end]])


def lead_ins(numbered: Iterable[Numbered]) -> dict[Place, Numbered]:
    """For each listed block what announces its list: "The main findings are:", "What were the tips?"."""
    found: dict[Place, Numbered] = {}
    before: Numbered | None = None
    for number, passage in numbered:
        if not _is_listed(passage.located.block):
            before = (number, passage) if passage.text.endswith(tuple(LEADS)) else None
        elif before:
            found[place_of(passage)] = before
    return found


def _is_listed(block: Block) -> bool:
    return block.kind == "item" or bool(_LISTED.match(block.text))


def _is_anchor(passage: Passage) -> bool:
    span = passage.span
    within = sum(min(link.end, span.end) - max(link.start, span.start) for link in links_in(passage))
    return within > _LINKED * (span.end - span.start)


def _is_cut(passage: Passage) -> bool:
    """Whether a stop inside a link or an identifier (module.name) was taken for the end of a sentence."""
    span, text = passage.span, passage.located.block.text
    return (
        _is_glued(text, span.start)
        or _is_glued(text, span.end)
        or any(link.start < span.start or span.end < link.end for link in links_in(passage))
    )


def _is_lost(passage: Passage, words: Lexicon) -> bool:
    """Whether it ends with "here" or the like, which without a link leads nowhere, and has no other link."""
    links, text = links_in(passage), passage.located.block.text
    anchors = [text[link.start : link.end] for link in links]
    return (
        bool(links)
        and passage.span.end - links[-1].end <= 1
        and anchors[-1].isalpha()
        and all(words.is_all("nameless", anchor) for anchor in anchors)
    )


def _is_glued(text: str, border: int) -> bool:
    return 0 < border < len(text) and text[border - 1] in _STOPS and (text[border].isalnum() or text[border] == "_")


def _is_line(passage: Passage, words: Lexicon) -> bool:
    block, size = passage.located.block, length(passage.text)
    alone = passage.text == block.text
    return block.kind == "paragraph" and (
        (alone and size < _LINE) or (size < _UNCLOSED and not is_closed(passage.text, words))
    )
