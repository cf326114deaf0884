"""What clings to an article. In: the blocks of an article as a page has them. Out: the same without its title, without
lists of other articles to read, and without headings and announcements that nothing follows."""

import re
from collections.abc import Sequence

from briefing.model import Block

# "Read also", in the languages in which it was met; the colon or nothing has to follow, or links alone.
_READ_ALSO = re.compile(
    r"(?:read (?:also|more|next|on)|also read|see also on .{3,30}|see more|don['’]t miss"
    r"|more (?:on this|from .{3,40}|stories|like this)|recommended (?:for you|reading|stories)"
    r"|related (?:articles?|stor(?:y|ies)|posts?|links|reading|coverage|content|topics)"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)|lesen sie (?:auch|mehr).{0,20}|mehr zum thema"
    r"|auch interessant|[àa] lire (?:aussi|également)|lire aussi|sur le même sujet|lea también"
    r"|también te puede interesar|leia (?:também|mais)|leggi anche|lees ook|läs också|czytaj (?:też|także)"
    r"|читайте также|(?:あわせて|合わせて)読みたい|関連(?:記事|リンク)|관련 ?(?:기사|글)|相关(?:阅读|文章)|延伸阅读)"
    r"\s*(?::|：|…|\.{3}|$)",
    re.I,
)
_SIGN = re.compile(r"\W")
_LINES = ("heading", "paragraph", "item")
_LEADING = 5  # blocks among which the title stands, where it stands in the article
_BEGINNING = 16  # characters
_SHORT = 120  # characters; what stands before the title is a rubric, a date or a name


def without_edges(blocks: Sequence[Block], title: str) -> tuple[Block, ...]:
    kept = _without_read_also(_without_title(blocks, title))
    while kept and (kept[-1].kind == "heading" or _announces(kept[-1])):
        kept.pop()
    return tuple(kept)


def bare(title: str) -> str:
    """Without signs, white space and case, by which titles that are the same may differ."""
    return _SIGN.sub("", title).casefold()


def _is_bare(text: str, title: str) -> bool:
    """Whether a text is this title, by their letters. Most texts begin with others, and are longer."""
    return title.startswith(bare(text[:_BEGINNING])) and bare(text) == title


def _announces(block: Block) -> bool:
    """Whether a last line names what was to follow, and is not there."""
    return block.kind == "paragraph" and block.text.endswith((":", "：")) and len(block.text) < _SHORT // 2


def _without_title(blocks: Sequence[Block], title: str) -> list[Block]:
    known = bare(title)
    for number, block in enumerate(blocks[:_LEADING]):
        if block.kind in ("heading", "paragraph") and known and _is_bare(block.text, known):
            return [*blocks[number + 1 :]]
        if len(block.text) > _SHORT or block.kind not in _LINES:
            break
    return list(blocks)


def _without_read_also(blocks: list[Block]) -> list[Block]:
    """Without the lines that say so, and the links that follow them."""
    kept: list[Block] = []
    listing = False
    for block in blocks:
        if _says_read_also(block):
            listing = True
            continue
        listing = listing and block.kind in _LINES and 10 * _linked(block) >= 9 * len(block.text)
        if not listing:
            kept.append(block)
    return kept


def _says_read_also(block: Block) -> bool:
    """Whether a block says so, with nothing behind it but links."""
    found = _READ_ALSO.match(block.text) if block.kind in _LINES else None
    return found is not None and len(block.text[found.end() :].strip()) <= _linked(block)


def _linked(block: Block) -> int:
    return sum(link.end - link.start for link in block.links)
