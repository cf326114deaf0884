"""How long an audit of a document of 100 KB against 10 MB of sources takes, and how the time grows with either.

All figures are of one run, as ratios where they are compared. The texts are generated, the same each time.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.audit.checkers import document
from benchmarks.audit.figures import table

from briefing.audit.audit import audit
from briefing.executors.forks import processors
from briefing.model import Document

SOURCE_BYTES, DOCUMENT_BYTES, SOURCE_FILES = 10_000_000, 100_000, 20
SIZES = (DOCUMENT_BYTES // 4, DOCUMENT_BYTES)
FACTORS = (1, 2, 4, 8)
VOCABULARY = 20_000
SYLLABLES = "ba cor den el fi gan hor ist ju kel lam mo nar os pel qui ran sol tur ven wis yor zam ad be".split()


def section() -> str:
    start = time.process_time()
    texts = articles(SOURCE_BYTES, SOURCE_FILES)
    sources = [document(f"source-{n}", text) for n, text in enumerate(texts)]
    reading = time.process_time() - start
    whole = _timed(briefing_of(sources, DOCUMENT_BYTES), sources)
    rows = [
        (f"reading {SOURCE_BYTES // 1_000_000} MB in {SOURCE_FILES} sources (and making them)", f"{reading:.1f} s"),
        (f"the audit of {DOCUMENT_BYTES // 1000} KB against them", f"{whole:.1f} s"),
    ]
    longer = [(briefing_of(sources[:4], DOCUMENT_BYTES // 8 * n), sources[:4]) for n in FACTORS]
    wider = [(briefing_of(sources[:1], DOCUMENT_BYTES // 4), sources[: 2 * n]) for n in FACTORS]
    return "\n\n".join(
        (
            "## Speed",
            "Processor time of one process, all of one run. Linear growth would double from column to column.",
            table(("what", "time"), rows),
            f"The command as a whole, from its start to its end, on {processors()} processors:",
            table(
                ("the document", "by the clock", "processor time, all processes"),
                [(f"{size // 1000} KB", *_whole(texts, briefing_text(sources, size))) for size in SIZES],
            ),
            growth("the document grows", longer),
            growth("the sources grow", wider),
        )
    )


def growth(name: str, cases: Sequence[tuple[Document, Sequence[Document]]]) -> str:
    seconds = [_least(text, sources, 2) for text, sources in cases]
    head = (f"{name}", *(f"× {n}" for n in FACTORS))
    return table(head, [("time, as a multiple of the first", *(f"{s / seconds[0]:.1f}" for s in seconds))])


def _least(text: Document, sources: Sequence[Document], runs: int) -> float:
    return min(_timed(text, sources) for _ in range(runs))


def _timed(text: Document, sources: Sequence[Document]) -> float:
    start = time.process_time()
    audit(text, sources)
    return time.process_time() - start


def _whole(texts: Sequence[str], told: str) -> tuple[str, str]:
    """By the clock, and by the processors."""
    with tempfile.TemporaryDirectory() as folder:
        places = [Path(folder) / f"source-{n}.md" for n in range(len(texts))]
        for place, text in zip((Path(folder) / "briefing.md", *places), (told, *texts), strict=True):
            place.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "briefing.cli", "audit", "briefing.md", "--source", *map(str, places)]
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        done = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=False)
        clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):  # 1: it found something
        raise RuntimeError(f"briefing audit ended with {done.returncode}")
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"{clock:.1f} s", f"{spent:.1f} s"


def articles(size: int, files: int) -> list[str]:
    """size: of all of them, in bytes."""
    return [_article(n, size // files) for n in range(files)]


def _article(seed: int, size: int) -> str:
    parts, length, n = [f"# Source {seed}\n\n"], 0, 0
    while length < size:
        parts.append(_sentence(f"{seed}/{n}") + ("\n\n" if n % 6 == 5 else " "))
        length += len(parts[-1])
        n += 1
    return "".join(parts)


def _sentence(seed: str) -> str:
    """Words as common as words of a language are (Zipf's law), and two numbers."""
    draw = random.Random(seed)  # noqa: S311 - the same texts each time
    chosen = [_word(int(VOCABULARY ** draw.random())) for _ in range(14)]
    chosen[5] = str(draw.randrange(2, 60_000))
    chosen[10] = f"{draw.uniform(1, 99):.1f} %"
    return " ".join(chosen).capitalize() + "."


def _word(rank: int) -> str:
    """The commoner, the shorter."""
    syllables = []
    while rank:
        rank, n = divmod(rank, len(SYLLABLES))
        syllables.append(SYLLABLES[n])
    return "".join(syllables)


def briefing_of(sources: Sequence[Document], size: int) -> Document:
    return document("briefing", briefing_text(sources, size))


def briefing_text(sources: Sequence[Document], size: int) -> str:
    """Quotations that stand, that are altered and that are invented, and statements, in turn."""
    blocks = [
        (source, block)
        for source in sources
        for block in source.blocks
        if block.sentences and block.kind == "paragraph"
    ]
    parts, length, n = ["# A briefing\n\n"], 0, 0
    while length < size:
        _, block = blocks[n * 7919 % len(blocks)]
        span = block.sentences[n % len(block.sentences)]
        parts.append(_told(block.text[span.start : span.end], n) + "\n\n")
        length += len(parts[-1])
        n += 1
    return "".join(parts)


def _told(sentence: str, n: int) -> str:
    match n % 4:
        case 0:
            return f'The source says: "{sentence}"'
        case 1:
            return f'The source says: "{sentence.replace(" ", " hardly ", 5)}"'
        case 2:
            return f'The source says: "{_sentence(f"invented/{n}")}"'
        case _:
            return sentence
