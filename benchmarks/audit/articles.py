"""Statements made of articles of others, by the same mutations. In: a folder of pages. Out: records, kept nowhere.

Of each article: quotations of its sentences, sentences with a number as statements, and its links. A quotation of
another article stands for an invented one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.audit.mutations import NUMBER
from benchmarks.audit.planting import folded, planted
from benchmarks.audit.records import MARKS, Record, Source
from benchmarks.audit.words import LEADS, UNITS

from briefing.errors import BriefingError
from briefing.model import Document, Origin, Page
from briefing.steps.extract import extract, spoken_language

ENDINGS = (".md", ".html", ".pdf")
LEFT_OUT = ("html_negative", "pairs", "feeds")  # no articles, or twice the same
LONGEST_FOLDER = 30  # files of one folder
SHORTEST = 2000  # characters
QUOTES, STATEMENTS, LINKS, NAMED = 6, 6, 5, 4  # of one article
_FULL_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+(?![\w-]| [A-Z])")
_SMALL = re.compile(r"\b[a-z]+\b")
_MARK = re.compile("|".join(sorted({re.escape(m) for pair in MARKS for m in pair} | {r"[*_`\[\]<>|\\$#~]"})))


@dataclass(frozen=True, slots=True)
class Article:
    source: Source
    document: Document


def read(folder: Path) -> dict[str, Article]:
    """The articles that are long enough, in a language that the mutations know, each once."""
    found: dict[str, Article] = {}
    seen: set[str] = set()
    for path in _paths(folder):
        name = path.relative_to(folder).with_suffix("").as_posix().replace("/", "-")
        try:
            document = extract(Page(name, str(path), Origin.FILE, path.read_bytes(), path=str(path)))
        except BriefingError:
            continue  # a scan without text
        article = Article(_source(name, document), document)
        sentences = set(_sentences(document))
        known = article.source.language in UNITS and len(article.source.plain) > SHORTEST
        if known and 2 * len(sentences & seen) < len(sentences):
            found[name] = article
            seen |= sentences
    return found


def _source(name: str, document: Document) -> Source:
    language = spoken_language(document).partition("-")[0] or "en"
    plain = " ".join(block.text for block in document.blocks if block.kind != "heading")
    return Source(name, language, document.title or name, plain, rivals=(_names(plain),))


def _names(plain: str) -> tuple[str, ...]:
    """Names of two words within a sentence that stand there more than once, and whose words are never without a
    capital."""
    found = Counter(_FULL_NAME.findall(plain))
    small = set(_SMALL.findall(plain))
    return tuple(n for n, count in found.items() if count > 1 and not small & set(n.lower().split()))


def _paths(folder: Path) -> Iterator[Path]:
    folders = sorted({path.parent for path in folder.rglob("*") if path.suffix in ENDINGS})
    for each in folders:
        if not any(part in LEFT_OUT for part in each.relative_to(folder).parts):
            yield from sorted(p for p in each.iterdir() if p.suffix in ENDINGS and p.name != "README.md")[
                :LONGEST_FOLDER
            ]


def records(found: Mapping[str, Article]) -> list[Record]:
    names = list(found)
    made: list[Record] = []
    for n, article in enumerate(found.values()):
        sentences = _sentences(article.document)
        base = [*_quotes(article.source, sentences), *_statements(article.source, sentences), *_links(article)]
        pool = tuple(_spread(sentences, 30))
        for record in base:
            made.append(record)
            made.extend(planted(record, article.source, article.source.plain, pool))
        made.extend(_foreign(article, found[names[(n + 1) % len(names)]]))
    return made


def _sentences(document: Document) -> list[str]:
    """Whole sentences of running text, without marks that a quotation or Markdown gives a meaning."""
    spans = [
        (block, span) for block in document.blocks if block.kind in ("paragraph", "item") for span in block.sentences
    ]
    texts = [block.text[span.start : span.end] for block, span in spans]
    least = 20 if document.language[:2] in ("ja", "ko") else 45
    whole = [t for t in texts if least <= len(t) <= 240 and t[-1] in ".。!?" and not _MARK.search(t) and "://" not in t]
    return list(dict.fromkeys(t for t in whole if not t[0].isdigit() and t[0] not in "-+•"))


def _spread(items: Sequence[str], most: int) -> list[str]:
    """As many as that, from all parts of the article."""
    return [items[n * len(items) // most] for n in range(most)] if len(items) > most else list(items)


def _quotes(source: Source, sentences: Sequence[str]) -> Iterator[Record]:
    for n, sentence in enumerate(_spread(sentences, QUOTES), 1):
        name = f"{source.name}/q{n}"
        yield Record(
            name, "verbatim", LEADS[source.language].format(f"“{sentence}”"), source.name, "stands", False, name
        )


def _statements(source: Source, sentences: Sequence[str]) -> Iterator[Record]:
    told = [s for s in sentences if NUMBER.search(s)]
    for n, sentence in enumerate(_spread(told, STATEMENTS), 1):
        name = f"{source.name}/s{n}"
        yield Record(name, "number", sentence, source.name, "stands", False, name)
    named = [s for s in sentences if s not in told and any(name in s for name in source.rivals[0])]
    for n, sentence in enumerate(_spread(named, NAMED), 1):
        name = f"{source.name}/p{n}"
        yield Record(name, "name", sentence, source.name, "stands", False, name)


def _links(article: Article) -> Iterator[Record]:
    links = [(block.text[link.start : link.end], link.url) for block in article.document.blocks for link in block.links]
    plain = [
        f"[{text}]({url})"
        for text, url in links
        if len(text) > 3 and "xxx" not in url and not _MARK.search(text) and re.fullmatch(r"https?://[\w./-]+\w", url)
    ]
    for n, text in enumerate(_spread(list(dict.fromkeys(plain)), LINKS), 1):
        name = f"{article.source.name}/l{n}"
        yield Record(name, "link", text, article.source.name, "stands", False, name)


def _foreign(article: Article, other: Article) -> Iterator[Record]:
    """Quotations of another article: of this one they are invented."""
    source, text = article.source, folded(article.source.plain)
    for n, sentence in enumerate(_spread(_sentences(other.document), 2), 1):
        if folded(sentence) not in text:
            name = f"{source.name}/f{n}"
            statement = LEADS[source.language].format(f"“{sentence}”")
            yield Record(name, "invented quote", statement, source.name, "missing", True, name)
