"""Readings for the tests of the extractive writer, from a notation as short as the tests need.

`# heading`, `- item`, `> quotation`, `| row`, `    code`, `![caption](address)`, else a paragraph; `[anchor](url)` is a
link. One line is one block.
"""

import re
from collections.abc import Sequence

from briefing.model import Block, BlockKind, FieldSpec, LinkChoice, Located, Passage, Reading, Span
from briefing.text import TextBuilder, sentences
from briefing.writers.base import Task
from briefing.writers.selection.material import Material, gather

_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_FIGURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_MARKS: tuple[tuple[str, BlockKind], ...] = (("- ", "item"), ("> ", "quotation"), ("| ", "table"), ("    ", "code"))


def page(text: str, source: str = "notes", language: str = "en") -> tuple[Located, ...]:
    located: list[Located] = []
    headings: list[tuple[int, str]] = []
    for line in filter(str.strip, text.strip("\n").split("\n")):
        block = _block(line, language)
        if block.kind == "heading":
            headings = [(level, title) for level, title in headings if level < block.level]
        located.append(Located(source, len(located), block, tuple(title for _, title in headings)))
        if block.kind == "heading":
            headings.append((block.level, block.text))
    return tuple(located)


def _block(line: str, language: str) -> Block:
    if figure := _FIGURE.fullmatch(line):
        return Block("figure", figure[1], sentences=(Span(0, len(figure[1])),), address=figure[2])
    kind: BlockKind = "paragraph"
    level = 0
    for mark, marked in _MARKS:
        if line.startswith(mark):
            kind, line = marked, line[len(mark) :]
    if heading := re.match(r"(#+) ", line):
        kind, level, line = "heading", len(heading[1]), line[heading.end() :]
    builder = TextBuilder()
    at = 0
    for link in _LINK.finditer(line):
        builder.add(line[at : link.start()])
        builder.add(link[1], url=link[2])
        at = link.end()
    builder.add(line[at:])
    text, links = builder.build()
    whole = kind in ("heading", "code", "table")
    return Block(kind, text, level, links, (Span(0, len(text)),) if whole else sentences(text, language))


def reading(blocks: Sequence[Located], section: str = "") -> Reading:
    """As steps.reading makes it: each link once for each anchor."""
    passages = [Passage(located, span, section) for located in blocks for span in located.block.sentences]
    links = {
        (link.url, located.block.text[link.start : link.end]): LinkChoice(located, link)
        for located in reversed(blocks)
        for link in reversed(located.block.links)
    }
    return Reading(tuple(passages), tuple(reversed(links.values())))


def task(
    text: str,
    fields: Sequence[FieldSpec],
    id: str = "2031-03",  # noqa: A002 - the name of the field
    title: str = "March 2031",
    language: str = "en",
) -> Task:
    return Task(id, title, language, tuple(fields), reading(page(text, language=language)))


def material(text: str, title: str = "March 2031", language: str = "en") -> Material:
    return gather(reading(page(text, language=language)), title, title, language)
