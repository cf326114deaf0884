"""A source, and what is found in it once. In: a document. Out: it with its title, its sentences and its headings."""

import re
from collections.abc import Callable
from typing import Any, TypeVar

from msgspec.structs import replace

from briefing.model import Block, Document, Span

_LINE = re.compile(r"[^\n]+")
T = TypeVar("T")


class Indexed:
    """A source, and what is found in it once, for all that is held against it. It crosses to another process with what
    was found, and quicker than as it stands: most of it are spans, by the hundred thousand."""

    def __init__(self, source: Document) -> None:
        self.source = source
        self.document = _titled(source)
        self._found: dict[str, object] = {}

    def once(self, find: Callable[[Document], T]) -> T:
        """What a function finds in the document."""
        key = f"{find.__module__}.{find.__qualname__}"
        if key not in self._found:
            self._found[key] = find(self.document)
        found: T = self._found[key]  # type: ignore[assignment]  # of this very function
        return found

    def __getstate__(self) -> tuple[Document, list[tuple[object, ...]], dict[str, object]]:
        blocks = [
            (
                *(getattr(block, name) for name in _REST),
                [at for span in block.sentences for at in (span.start, span.end)],
            )
            for block in self.source.blocks
        ]
        return replace(self.source, blocks=()), blocks, self._found

    def __setstate__(self, state: tuple[Document, list[tuple[Any, ...]], dict[str, object]]) -> None:
        bare, blocks, self._found = state
        self.source = replace(
            bare,
            blocks=tuple(
                Block(**dict(zip(_REST, rest, strict=True)), sentences=tuple(map(Span, ends[::2], ends[1::2])))
                for *rest, ends in blocks
            ),
        )
        self.document = _titled(self.source)


_REST = tuple(name for name in Block.__struct_fields__ if name != "sentences")


Pieces = tuple[frozenset[str], frozenset[str]]
_last: tuple[Document | None, Pieces] = None, (frozenset(), frozenset())


def pieces(document: Document) -> Pieces:
    """What stands between spaces, each once: of the text, and of code. Headings are neither. Of one document, some ask
    one after the other."""
    global _last
    if _last[0] is not document:
        told: set[str] = set()
        code: set[str] = set()
        for block in document.blocks:
            if block.kind != "heading":
                (code if block.kind == "code" else told).update(block.text.split())
        _last = document, (frozenset(told), frozenset(code - told))
    return _last[1]


def _titled(document: Document) -> Document:
    """With its title above, where no block says it: it is quoted, too."""
    title = document.title
    if not title or any(title in block.text for block in document.blocks[:20]):
        return document
    return replace(document, blocks=(Block("heading", title, level=1), *document.blocks))


def spans(block: Block) -> list[tuple[int, int]]:
    """Of the sentences; of code, which has none, of the lines."""
    if block.sentences and block.kind != "code":
        return [(span.start, span.end) for span in block.sentences]
    return [line.span() for line in _LINE.finditer(block.text)] or [(0, len(block.text))]


def headings(document: Document) -> list[tuple[str, ...]]:
    """Of each block, the headings above it, outermost first; a heading stands under those above it."""
    above: list[tuple[int, str]] = []
    found: list[tuple[str, ...]] = []
    for block in document.blocks:
        if block.kind == "heading":
            above = [(level, text) for level, text in above if level < block.level]
        found.append(tuple(text for _, text in above))
        if block.kind == "heading":
            above.append((block.level, block.text))
    return found
