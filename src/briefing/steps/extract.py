"""Extract. In: a Page of any format. Out: a Document whose blocks have sentences, or a SourceError.

What a format is read like stands in readers/; what is the same for all of them stands here.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from briefing.errors import NotAnArticle
from briefing.model import Block, Document, Link, Page, Span
from briefing.readers.table import reader_for
from briefing.text import sentences
from briefing.writers.selection.addressed import commands_of
from briefing.writers.selection.lexicon import language_of, other_language

_LONGEST = 100  # characters of a sentence in a note
_WHOLE = ("heading", "term", "code")  # one sentence, whatever is in it


def extract(page: Page, language: str = "") -> Document:
    """Read a page. language: of this source, as its reader knows it; "" is what the page says of itself."""
    document = parse(page, language)
    notes = tuple(_unshown(document.blocks))
    return replace(document, notes=(*document.notes, *notes)) if notes else document


def parse(page: Page, language: str = "") -> Document:
    """The same for what is shown to no writer: to look through all of it for commands takes a third of the time."""
    document = reader_for(page)(page)
    spoken = language or spoken_language(document)
    blocks = tuple(sentenced(block, spoken) for block in document.blocks if block.text)
    if not any(block.kind != "heading" for block in blocks):
        raise NotAnArticle(
            "holds no text that could be briefed",
            where=page.url,
            hint="Open it in a browser: if the text is there, save the page and name the file under `path:`.",
        )
    notes = (*page.notes, *document.notes)
    return replace(document, blocks=blocks, language=spoken, notes=notes, reason=page.reason)


def sentenced(block: Block, language: str) -> Block:
    """Each field by its name: for the blocks of a short page, replace() takes twice as long."""
    return Block(
        kind=block.kind,
        text=block.text,
        level=block.level,
        links=block.links,
        sentences=split(block, language),
        address=block.address,
        label=block.label,
        line=block.line,
        line_starts=block.line_starts,
        date=block.date,
        url=block.url,
    )


def _unshown(blocks: Iterable[Block]) -> Iterator[str]:
    """What no writer is shown."""
    found = [block.text[span.start : span.end] for block, span in commands_of(blocks)]
    if found:
        count = "a sentence" if len(found) == 1 else f"{len(found)} sentences"
        first = found[0] if len(found[0]) <= _LONGEST else found[0][: _LONGEST - 1] + "…"
        yield f"{count} of it told a machine what to do, and no writer was shown any of that: “{first}”"


def split(block: Block, language: str) -> tuple[Span, ...]:
    """The sentences of a block: for a table its rows, for code and headings the whole."""
    if block.kind in _WHOLE:
        return (Span(0, len(block.text)),)
    if block.kind == "table":
        spans, start = [], 0
        for row in block.text.split("\n"):
            if row:
                spans.append(Span(start, start + len(row)))
            start += len(row) + 1
        return tuple(spans)
    return _outside_links(sentences(block.text, language), block.links)


def _outside_links(spans: tuple[Span, ...], links: tuple[Link, ...]) -> tuple[Span, ...]:
    """No sentence ends inside of an anchor: «Is X Better Than Y? A Study» is one title."""
    if not links or len(spans) < 2:
        return spans
    joined: list[Span] = []
    for span in spans:
        if joined and any(link.start < joined[-1].end and span.start < link.end for link in links):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


_SAMPLE = 20_000  # characters that are enough to tell a language
_SCRIPTS = (  # first and last character of a script, and the language that it is likeliest to be
    ("ぁ", "ヿ", "ja"),
    ("가", "힣", "ko"),
    ("一", "鿿", "zh"),
    ("؀", "ۿ", "ar"),
    ("Ѐ", "ӿ", "ru"),
    ("֐", "׿", "he"),
)
_OTHERWISE = re.compile("[\x00-\u03ff\u2000-\u206f]+")  # Latin, Greek and signs; what is left is little
# Written in Latin letters: a page that declares one of these and is written in another script declares it wrongly.
_LATIN = frozenset("ca cs da de en es et fi fr ga hr hu is it lt lv nl no nb nn pl pt ro sk sl sq sv sw tr vi".split())


def spoken_language(document: Document) -> str:
    """What the document declares, unless its script or its commonest words plainly say otherwise; else the likeliest by
    these."""
    sample = " ".join(block.text for block in document.blocks)[:_SAMPLE]
    script, declared = _script_language(sample), document.language
    if script and (not declared or declared.split("-")[0] in _LATIN):
        return script
    return (other_language(sample, declared) or declared) if declared else language_of((sample,), "en")


def _script_language(sample: str) -> str:
    """The likeliest language of a script that tells one, or ""."""
    rest = "" if sample.isascii() else set(_OTHERWISE.sub("", sample))
    if not any(first <= sign <= last for sign in rest for first, last, _ in _SCRIPTS):
        return ""  # a pattern of so many signs takes 4 ms to be made
    signs = Counter(sample)
    counts = {name: sum(n for sign, n in signs.items() if first <= sign <= last) for first, last, name in _SCRIPTS}
    letters = sum(n for sign, n in signs.items() if sign.isalpha()) or 1
    if counts["ja"] > 0.05 * letters:  # beside Han, which Chinese has as well
        return "ja"
    name, most = max(counts.items(), key=lambda item: item[1])
    return name if most > 0.3 * letters else ""
