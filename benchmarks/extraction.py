"""How well web pages are read, beside trafilatura by itself on the same pages. Prints Markdown tables.

    python benchmarks/extraction.py --corpus DIR [--write]
    python benchmarks/extraction.py [--corpus DIR] --rows

--rows prints, for the table of ratios, how fast a page becomes a document with sentences and their offsets beside a
bare extraction by trafilatura: on the pages of DIR, or where there is none on pages made by this program.

DIR holds the pages; docs/benchmarks/extraction.md says where they are from:
    extraction/article-extraction-benchmark/NAME.html and NAME.json, whose `expected_text` is the article's whole text
    html/SLUG.html                pages with headings, as served (the article's place on each is in ARTICLES below)
    pairs/NAME/old.html, new.html, pair.json    a page before and after an edit, and the lines that differ
    html_negative/*.html          pages that hold no article
A folder that is missing is left out. --write puts the tables into docs/benchmarks/extraction.md.
"""

import argparse
import json
import logging
import random
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from difflib import SequenceMatcher
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

import trafilatura
from lxml import etree, html

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.many import article  # noqa: E402

from briefing.errors import BriefingError  # noqa: E402
from briefing.model import Block, Document, Origin, Page  # noqa: E402
from briefing.readers.html import read_html  # noqa: E402
from briefing.steps.extract import extract  # noqa: E402

PAGE = ROOT / "docs" / "benchmarks" / "extraction.md"
START = "<!-- figures: written by benchmarks/extraction.py -->\n"
BOOTSTRAPS = 2000
RUNS = 5  # of which the fastest counts
GENERATED = 60  # pages
GOAL = 0.8
LONG_POST = "lilianweng-thinking"

# Where the article is on each page, told by hand: its element, and what in it is none of its text.
ARTICLES: dict[str, tuple[str, str]] = {
    "annievella-2024-in-review": ("//article", ".//h1"),
    "antennapod-2021-recap-en": ("//article[contains(@class, 'post-content')]", ""),
    "asahi-progress-2022-11": ("//div[@class='post']", ".//div[@class='blog-header']"),
    "automobilwoche-vw-de-cp1252": ("//div[@class='print-only']", ".//h1"),
    "lawrencesivan-2021-06-diary-zh": ("//div[@class='entry-content']", ".//h1"),
    "liberation-ayrault-fr": ("//div[contains(@class, 'object-content')]", ""),
    LONG_POST: ("//div[@class='post-content']", ".//a[contains(@class, 'anchor')]"),
    "maru-2022-retrospective-ko": ("//div[@class='post-content']", ".//a[contains(@class, 'anchor')]"),
    "mishal23-year-in-review-2020": ("//div[@class='content']", ""),
    "nin-first-post-short": ("//article", ".//h1"),
    "publickey1-ja": ("//div[@class='maincol_inner']", ".//h1 | .//div[@class='ad_footer']"),
    "rrajath-2022-year-in-review": ("//div[@class='markdown']", ""),
    "rust-osdev-2023-03": ("//main", ".//h1 | .//*[@id='comment-form']"),
    "starlette-release-notes": ("//article", ".//h1 | .//a[@class='headerlink']"),
    "talkorigins-whats-old-en": ("//article", ".//aside"),
    "wikipedia-ebola-epidemic": ("//div[@id='mw-content-text']", ".//*[@id='toc'] | .//*[@class='mw-editsection']"),
}


def read(content: bytes) -> Document:
    return read_html(Page("page", "https://example.org/page", Origin.FILE, content))


def text_of(blocks: Sequence[Block], without: Sequence[str] = ()) -> str:
    return "\n".join(block.text for block in blocks if block.kind not in without)


def table(head: str, rows: Sequence[Sequence[object]]) -> str:
    columns = head.split(" | ")
    lines = ["| " + " | ".join(map(str, row)) + " |" for row in (columns, ["---"] * len(columns), *rows)]
    return "\n".join(lines)


# ── Text: the measure of article-extraction-benchmark ───────────────────────────────────────────────────────────


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[n : n + size]) for n in range(max(1, len(words) - size + 1)) if words)


def precision_recall(expected: str, got: str) -> tuple[float, float]:
    """Of one page. Shingles are counted as often as they occur in both; a page of which nothing is got has no precision
    that counts, and there the original, too, leaves it out of the mean."""
    true, found = shingles(expected), shingles(got)
    shared = (true & found).total()
    return shared / found.total() if found else float("nan"), shared / true.total() if true else float("nan")


def pooled(pages: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    """F1 of the mean precision and the mean recall, and both, as the benchmark's evaluate.py has them."""
    precision = statistics.mean(p for p, _ in pages if p == p)
    recall = statistics.mean(r for _, r in pages if r == r)
    return 2 * precision * recall / (precision + recall), precision, recall


def spread(ours: Sequence[tuple[float, float]], theirs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The middle 95 % of the difference in F1 over samples of the pages, drawn with replacement."""
    draw = random.Random(0)  # noqa: S311 - the same samples each time
    samples = [draw.choices(range(len(ours)), k=len(ours)) for _ in range(BOOTSTRAPS)]
    differences = sorted(pooled([ours[n] for n in s])[0] - pooled([theirs[n] for n in s])[0] for s in samples)
    return differences[BOOTSTRAPS * 25 // 1000], differences[BOOTSTRAPS * 975 // 1000]


def text_tables(folder: Path) -> str:
    pages = [
        (json.loads(f.read_bytes())["expected_text"], f.with_suffix(".html")) for f in sorted(folder.glob("*.json"))
    ]
    contents = [(expected, path.read_bytes()) for expected, path in pages]
    documents = [read(content) for _, content in contents]
    extractors: dict[str, list[str]] = {
        "briefing, text (all blocks but captions of pictures)": [text_of(d.blocks, ["figure"]) for d in documents],
        "briefing, all blocks": [text_of(d.blocks) for d in documents],
        "trafilatura, `extract(page)`": [trafilatura.extract(c) or "" for _, c in contents],
        "trafilatura, `include_comments=False` (its best)": [
            trafilatura.extract(c, include_comments=False) or "" for _, c in contents
        ],
        "trafilatura, `include_comments=False, favor_precision=True`": [
            trafilatura.extract(c, include_comments=False, favor_precision=True) or "" for _, c in contents
        ],
        "trafilatura, `include_comments=False, favor_recall=True`": [
            trafilatura.extract(c, include_comments=False, favor_recall=True) or "" for _, c in contents
        ],
    }
    scores = {
        name: [precision_recall(expected, text) for (expected, _), text in zip(contents, texts, strict=True)]
        for name, texts in extractors.items()
    }
    rows = [(name, *(f"{value:.4f}" for value in pooled(pages))) for name, pages in scores.items()]
    best = max((name for name in scores if name.startswith("trafilatura")), key=lambda name: pooled(scores[name])[0])
    low, high = spread(scores["briefing, text (all blocks but captions of pictures)"], scores[best])
    return (
        f"{len(contents)} pages. {table('reader | F1 | precision | recall', rows)}\n\n".replace(
            "pages. |", "pages.\n\n|"
        )
        + f"F1 of the first row less that of trafilatura at its best: {low:+.4f} to {high:+.4f} in the middle 95 % of"
        f" {BOOTSTRAPS} samples of the pages.\n\n" + speed_table([content for _, content in contents])
    )


# ── Speed ───────────────────────────────────────────────────────────────────────────────────────────────────────


def speed_table(contents: Sequence[bytes]) -> str:
    """Each page in turn by each reader, so that a busy machine slows all of them alike; processor time, one thread."""
    readers: dict[str, Callable[[bytes], object]] = {
        "briefing, `read_html`": read,
        "trafilatura, `bare_extraction(page)`": trafilatura.bare_extraction,
        "trafilatura, `extract(page)`": trafilatura.extract,
        "trafilatura, `bare_extraction(page, with_metadata=True)`": _with_metadata,
    }
    seconds = dict.fromkeys(readers, 0.0)
    for content in contents:
        for name, reader in readers.items():
            seconds[name] += min(_timed(reader, content) for _ in range(RUNS))
    ours = next(iter(seconds.values()))
    rows = [(name, f"{len(contents) / s:.0f}", f"{s / ours:.2f}") for name, s in seconds.items()]
    return table("reader | pages a second | `read_html` is … times as fast", rows)


def _with_metadata(content: bytes) -> object:
    return trafilatura.bare_extraction(content, with_metadata=True)


def _timed(reader: Callable[[bytes], object], content: bytes) -> float:
    start = time.process_time()
    reader(content)
    return time.process_time() - start


def _document(content: bytes) -> Document:
    """As a run has it: with the language it is in, and sentences with their offsets."""
    return extract(Page("page", "https://example.org/page", Origin.FILE, content))


def rows(corpus: Path | None) -> Iterator[dict[str, object]]:
    """Each round reads all pages once, each of them by both in turn; processor time of one thread."""
    kinds = {"pages of blogs, newspapers and reference works": _contents(corpus)} if corpus else {}
    kinds["pages made by the benchmark, of 5 kB"] = [
        article(n, "2031-05-04", as_html=True).encode() for n in range(GENERATED)
    ]
    for name, contents in kinds.items():
        with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as fresh:
            rounds = [fresh.submit(_round, contents).result() for _ in range(RUNS)]
        ours, theirs = ([each[n] for each in rounds] for n in range(2))
        ratios = [bare / mine for mine, bare in zip(ours, theirs, strict=True)]
        yield {
            "what": f"HTML to document with sentences and offsets, pages a second: {len(contents)} {name}",
            "limit": "bare trafilatura on the same pages",
            "goal": GOAL,
            "sense": "at least",
            "ratio": round(statistics.median(ratios), 3),
            "spread": [round(min(ratios), 3), round(max(ratios), 3)],
            "beside": " for ".join(f"{len(contents) / statistics.median(each):.0f}" for each in (ours, theirs))
            + " pages a second of one processor",
        }


def _round(contents: Sequence[bytes]) -> tuple[float, float]:
    """Seconds of ours and theirs, in a process that has not met these pages: both have caches."""
    logging.disable(logging.CRITICAL)
    for load in (_document, trafilatura.bare_extraction):
        load(article(GENERATED, "2031-05-04", as_html=True).encode())
    pairs = [(_timed(_document, content), _timed(trafilatura.bare_extraction, content)) for content in contents]
    return sum(mine for mine, _ in pairs), sum(bare for _, bare in pairs)


def _contents(corpus: Path) -> list[bytes]:
    """All pages of the corpus that hold an article, by both folders."""
    folders = (corpus / "extraction" / "article-extraction-benchmark", corpus / "html")
    found = [path.read_bytes() for folder in folders for path in sorted(folder.glob("*.html"))]
    return [content for content in found if _is_article(content)]


def _is_article(content: bytes) -> bool:
    try:
        _document(content)
    except BriefingError:
        return False
    return True


# ── Headings ────────────────────────────────────────────────────────────────────────────────────────────────────


def expected_article(content: bytes, slug: str) -> etree._Element:
    """The article's element, cleared by hand, independent of the reader."""
    region, without = ARTICLES[slug]
    (article,) = html.fromstring(content).xpath(region)
    for element in article.xpath(without) if without else ():
        element.drop_tree()
    for element in article.xpath(".//script | .//style | .//noscript"):
        element.drop_tree()
    return article


def plain(text: str) -> str:
    return " ".join(text.split())


def expected_headings(article: etree._Element) -> list[tuple[int, str]]:
    found = article.xpath(".//h1 | .//h2 | .//h3 | .//h4 | .//h5 | .//h6")
    return [(int(h.tag[1]), text) for h in found if (text := plain(h.text_content()))]


def kept(expected: Sequence[tuple[int, str]], got: Sequence[tuple[int, str]]) -> int:
    """How many of the expected headings were got, with their level and in their order."""
    return sum(match.size for match in SequenceMatcher(None, expected, got, autojunk=False).get_matching_blocks())


def trafilatura_headings(content: bytes) -> list[tuple[int, str]]:
    """The headings that trafilatura gives when it is asked for structure: <head rend="h2">."""
    xml = trafilatura.extract(content, output_format="xml", include_formatting=True, include_comments=False)
    heads = etree.fromstring(xml.encode()).iter("head") if xml else ()
    return [(int((h.get("rend") or "h0")[1:]), plain("".join(h.itertext()))) for h in heads]


def heading_tables(folder: Path) -> str:
    rows: list[tuple[str, int, int, int]] = []
    for slug in ARTICLES:
        content = (folder / f"{slug}.html").read_bytes()
        expected = expected_headings(expected_article(content, slug))
        ours = [(block.level, block.text) for block in read(content).blocks if block.kind == "heading"]
        rows.append((slug, len(expected), kept(expected, ours), kept(expected, trafilatura_headings(content))))
    total = [sum(row[n] for row in rows) for n in (1, 2, 3)]
    rows.append(("**all**", *total))
    summary = f"{total[1]} of {total[0]} headings = {100 * total[1] / total[0]:.1f} %"
    head = "page | headings of the article | kept by briefing | by trafilatura"
    return f"{summary}.\n\n{table(head, rows)}\n\n{long_post(folder)}"


def long_post(folder: Path) -> str:
    content = (folder / f"{LONG_POST}.html").read_bytes()
    article = expected_article(content, LONG_POST)
    true = shingles(plain(article.text_content()))
    texts = {"briefing": text_of(read(content).blocks), "trafilatura": trafilatura.extract(content) or ""}
    shares = {name: 100 * (true & shingles(text)).total() / true.total() for name, text in texts.items()}
    return (
        f"Of the text of `{LONG_POST}` (its `div.post-content`, as shingles of four words), briefing keeps"
        f" {shares['briefing']:.1f} %, trafilatura by itself {shares['trafilatura']:.1f} %."
    )


# ── Small edits, and pages without an article ───────────────────────────────────────────────────────────────────


def pair_table(folder: Path) -> str:
    rows = []
    for path in sorted(folder.iterdir()):
        told = json.loads((path / "pair.json").read_bytes())
        lines = [_squeezed(line) for side in ("old", "new") for line in told[f"lines_only_in_{side}"]]
        old, new = (
            [(b.kind, b.level, b.text) for b in read((path / f"{n}.html").read_bytes()).blocks] for n in ("old", "new")
        )
        changed = [
            block
            for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
            if tag != "equal"
            for block in (*old[a:b], *new[c:d])
        ]
        beside = [text for _, _, text in changed if not any(_squeezed(text) in line for line in lines)]
        rows.append((path.name, len(old), len(lines), len(changed), len(beside)))
    head = "pair | blocks | lines that differ on the page | blocks that differ | of them without a line that differs"
    return table(head, rows)


def _squeezed(text: str) -> str:
    return re.sub(r"\W", "", text)


def refusal_table(folder: Path) -> str:
    rows = []
    for path in sorted(folder.glob("*.html")):
        try:
            document = read(path.read_bytes())
            outcome = f"read: {len(document.blocks)} blocks, {len(text_of(document.blocks))} characters"
        except BriefingError as error:
            outcome = f"`{type(error).__name__}`: {error.what}. {error.hint}"
        rows.append((path.name, outcome))
    return table("page | outcome", rows)


# ── The page ────────────────────────────────────────────────────────────────────────────────────────────────────


def report(corpus: Path) -> str:
    parts = [
        ("Text and speed", corpus / "extraction" / "article-extraction-benchmark", text_tables),
        ("Headings", corpus / "html", heading_tables),
        ("Small edits", corpus / "pairs", pair_table),
        ("Pages without an article", corpus / "html_negative", refusal_table),
    ]
    made = [f"## {title}\n\n{make(folder)}\n" for title, folder, make in parts if folder.is_dir()]
    versions = ", ".join(f"{name} {version(name)}" for name in ("trafilatura", "lxml"))
    return "\n".join([f"Measured with {versions}.\n", *made])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, help="the folder that holds the pages")
    parser.add_argument("--rows", action="store_true", help="print rows for the table of ratios, as JSON lines")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/benchmarks/extraction.md")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)  # trafilatura tells of pages that hold nothing
    if options.rows:
        for row in rows(options.corpus):
            print(json.dumps(row, ensure_ascii=False), flush=True)
        return
    if options.corpus is None:
        parser.error("--corpus is needed, but for --rows")
    made = report(options.corpus)
    print(made)
    if options.write:
        before = PAGE.read_text(encoding="utf-8").partition(START)[0]
        PAGE.write_text(f"{before}{START}\n{made}", encoding="utf-8")


if __name__ == "__main__":
    main()
