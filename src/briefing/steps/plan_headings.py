"""A document divided by its headings. In: a Document. Out: its parts, each under the id that its heading gives it.

An id comes from the words of the heading alone, without its number, so that another heading before it changes none.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Set
from string import ascii_uppercase

from msgspec.structs import replace

from briefing.fingerprint import digest
from briefing.model import Document
from briefing.steps.plan_layout import Part, parts_between
from briefing.steps.plan_outline import Heading, closes, headings, paths, titles, words_at

_LONGEST = 60  # characters of an id
_MUCH = 1 / 3  # of the text


def parts_by_headings(document: Document, taken: Set[str] = frozenset()) -> tuple[Part, ...]:
    """Sections at the highest level that has several headings, and the few above it; what stands before the first is
    introduction, or a section under the title where it is much of the text; headings at the end that close the document
    are outlook. taken: ids that others have.

    Without a heading besides its title the document is one section.
    """
    whole = titles(document)
    found = [heading for heading in headings(document) if heading.position not in whole]
    if not found:
        return _whole(document, taken)
    opening = _opening(found)
    much = _is_much(document, opening[0].position)
    sections = _without_closing(opening, besides=much)
    above, ids = paths(document), _ids(document, sections, taken)
    cuts = {
        h.position: Part(0, 0, slug=ids[h.position], title=h.text, own=h.position, above=above[h.position])
        for h in sections
    }
    cuts |= {h.position: Part(0, 0, frame="outlook") for h in opening[len(sections) :]}
    if much:
        cuts[0] = _titled(document, taken | set(ids.values()))
    return _with_content(parts_between(cuts, len(document.blocks)))


def _is_much(document: Document, end: int) -> bool:
    """Whether what stands before the first heading is no introduction, but the article: a report with one heading in
    its middle, or none but "References"."""
    sizes = [len(block.text) if block.kind != "heading" else 0 for block in document.blocks]
    return sum(sizes[:end]) > _MUCH * sum(sizes)


def _opening(found: list[Heading]) -> list[Heading]:
    """Those of the highest level that has several, and the few above it; "1.1" is not one where "1." stands beside it
    on the same level."""
    count = Counter(heading.level for heading in found)
    level = min((level for level in count if count[level] > 1), default=min(count))
    numbers = {(heading.level, heading.number) for heading in found if heading.number}
    return [h for h in found if h.level <= level and (h.level, h.number[:-1]) not in numbers]


def _without_closing(opening: list[Heading], besides: bool) -> list[Heading]:
    """Without the headings at the end that close the document, and the appendices after those; all of them, where that
    would leave no section. besides: whether there is one besides them."""
    end = len(opening) - _appendices(opening)
    while end and closes(opening[end - 1].text):
        end -= 1
    closed = end < len(opening) and closes(opening[end].text)
    return opening[:end] if (end or besides) and closed else opening


def _appendices(opening: list[Heading]) -> int:
    """How many headings at the end are appendices: "A Data", "B Prompts", ..."""
    letters = [re.match(r"(?:Appendix )?([A-Z])(?:[.:]|\s|$)", heading.text) for heading in opening]
    named = [letter[1] if letter else "" for letter in letters]
    return next((n for n in range(26, 1, -1) if named[-n:] == list(ascii_uppercase[:n])), 0)


def _with_content(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """A section that is its heading alone ("Part One", directly above another heading) joins the next one."""
    kept: list[Part] = []
    start = None
    for part, following in zip(parts, (*parts[1:], None), strict=True):
        if part.slug and part.end - part.start == 1 and following and following.slug:
            start = part.start if start is None else start
        else:
            kept.append(replace(part, start=part.start if start is None else start))
            start = None
    return tuple(kept)


def _whole(document: Document, taken: Set[str]) -> tuple[Part, ...]:
    """The whole document as one section."""
    return (replace(_titled(document, taken), end=len(document.blocks)),) if document.blocks else ()


def _titled(document: Document, taken: Set[str]) -> Part:
    """A section that is called by the title of the document."""
    title = document.title or next((document.blocks[p].text for p in sorted(titles(document))), "") or document.source
    own = min(titles(document), default=-1)
    slug = _Names(taken).first(slugify(title), f"{slugify(title)}-{document.source}")
    return Part(0, 0, slug=slug, title=title, own=own)


# ── Ids ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def slugify(text: str) -> str:
    """Letters, marks and digits of every script, in lower case, joined by "-": "2.2 Net Recap" → "net-recap"."""
    words = unicodedata.normalize("NFKC", text[words_at(text) :] or text).casefold()
    kept = "".join(
        char if unicodedata.category(char)[0] in "LMN" else "-" for char in unicodedata.normalize("NFC", words)
    )
    slug = re.sub("-+", "-", kept).strip("-")
    return (slug[:_LONGEST].rsplit("-", 1)[0] if len(slug) > _LONGEST else slug) or "section"


def _ids(document: Document, sections: list[Heading], taken: Set[str]) -> dict[int, str]:
    """An id for each heading. Of two that read alike the second is told apart by what its text begins with, not by a
    count, which another one before it would change; headings of another source, by the id of their source."""
    free, bodies, ids = _Names(taken), _bodies(document), {}
    for heading in sections:
        slug = slugify(heading.text)
        mark = digest(slug, bodies[heading.position])[:6]
        others = f"{slug}-{document.source}" if slug in taken else slug
        ids[heading.position] = free.first(others, f"{slug}-{mark}")
    return ids


def _bodies(document: Document) -> dict[int, str]:
    """For each heading, the text that comes next after it."""
    bodies, text = {}, ""
    for position in range(len(document.blocks) - 1, -1, -1):
        block = document.blocks[position]
        if block.kind == "heading":
            bodies[position] = text
        else:
            text = block.text
    return bodies


class _Names:
    """Gives each name once."""

    def __init__(self, used: Set[str]) -> None:
        self._used = set(used)
        self._next: Counter[str] = Counter()  # by name, how many counted ones are known to be used

    def first(self, *candidates: str) -> str:
        """The first that is not used; of sections alike to the word, the second is "-2"."""
        name = next((name for name in candidates if name not in self._used), "") or self._counted(candidates[-1])
        self._used.add(name)
        return name

    def _counted(self, name: str) -> str:
        while (counted := f"{name}-{self._next[name] + 2}") in self._used:
            self._next[name] += 1
        return counted
