"""Markdown as blocks. In: a Page of Markdown. Out: a Document whose lines are those of the file."""

import re

from briefing.errors import NotAnArticle, SourceError
from briefing.model import Document, Page
from briefing.readers.charset import decode
from briefing.readers.front_matter import front_matter
from briefing.readers.markdown_clipping import authors_own, byline
from briefing.readers.markdown_parts import Part, parts_of
from briefing.readers.text import blocks_of_text

MOST_CHARACTERS = 2_000_000  # a thousand pages; of the worst of them, half a minute and a gigabyte
_LONG = 160  # characters of a line that nobody wrapped


def read_markdown(page: Page) -> Document:
    """Raises NotAnArticle where there is no text, and SourceError where there is too much of it."""
    where = page.path or page.url
    text = re.sub(r"\r\n?", "\n", decode(page.content, page.charset))
    if len(text) > MOST_CHARACTERS:
        what = f"the Markdown is longer than {MOST_CHARACTERS:_} characters".replace("_", " ")
        raise SourceError(what, where=where, hint="Split it, and name the parts as sources.")
    front = front_matter(text)
    body = "\n" * front.lines + "\n".join(text.split("\n")[front.lines :])  # lines keep their numbers
    if _is_plain(body):
        parts, notes = [Part(block) for block in blocks_of_text(body)], list[str]()
    else:
        parts, notes = parts_of(body, front.source or page.url)
    parts, left_out = authors_own(parts, front)
    above = byline(parts)
    blocks = tuple(part.block for part in parts)
    if not blocks:
        raise NotAnArticle("there is no text in it", where=where, hint="Name a file that holds some.")
    if left_out:
        lines = ", ".join(map(str, left_out))
        notes.append(
            f"line{'s' if len(left_out) > 1 else ''} {lines} left out: put in by a web clipper, not by the author"
        )
    return Document(
        source=page.source,
        url=page.url,
        origin=page.origin,
        blocks=blocks,
        title=front.title or next((block.text for block in blocks if block.kind == "heading" and block.level == 1), ""),
        author=front.author or above.author,
        site=front.site,
        published=front.published or above.published,
        language=front.language,
        path=page.path,
        kind="text",
        notes=(*page.notes, *front.notes, *notes),
    )


def _is_plain(text: str) -> bool:
    """Whether this is no Markdown at all: long lines without an empty one between them, and no heading."""
    lines = text.strip("\n").split("\n")
    return (
        len(lines) > 3
        and all(line.strip() and not line.startswith(("#", "```")) for line in lines)
        and any(len(line) > _LONG for line in lines)
    )
