"""What the other tools are given: the months of the sample as texts, and the task in words. Standard library only: it
runs in each tool's own environment.

In: the folder of the sources. Out: a text for each month, its heading included, and what stands around them.
"""

import re
from dataclasses import dataclass
from pathlib import Path

JOBS = 16  # calls at once, for every tool
MODEL = "gpt-4o-mini"  # a name that every tool knows; a scripted server answers

SECTION = """You write one section of a briefing document for busy, expert readers, from the text of one month below.
Give the key paper of the month (title and URL as the text has them); the main idea in at most 3 sentences: what it is,
how it works, the main finding with its figures; the one sentence of the text that a reader would underline, copied
verbatim; why it matters according to the text, in at most 2 sentences; and up to 8 other papers or tools that the text
links (title and URL). For every sentence of your own, copy verbatim the sentences of the text that carry it, as its
quotes. Say only what these say, copy figures and names exactly, keep every "not", "may" and "up to", add nothing that
you know yourself. At most 35 words a sentence."""
OVERVIEW = """You write the overview of a briefing document from the opening and the end of its sources and its twelve
sections below: the introduction in at most 3 sentences (what the sources cover, who wrote them, how they chose), the
conclusions in at most 5 (what holds across several sections), the outlook in at most 4 (what the sources expect next),
and the whole in at most 2. For every sentence of your own, copy verbatim the sentences below that carry it, as its
quotes. Say only what these say, copy figures and names exactly, add nothing that you know yourself. At most 40 words a
sentence."""

_MONTH = re.compile(r"## \w+ 2024\b")
_PART = re.compile(r"(?m)^(?=## )")


@dataclass(frozen=True)
class Month:
    title: str
    text: str


def frame(folder: Path) -> str:
    """What stands around the months."""
    return "\n\n".join(part for file in _files(folder) for part in _parts(file) if not _MONTH.match(part))


def months(folder: Path) -> list[Month]:
    parts = [part for file in _files(folder) for part in _parts(file) if _MONTH.match(part)]
    return [Month(part.partition("\n")[0].removeprefix("## "), part) for part in parts]


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.md"))


def _parts(file: Path) -> list[str]:
    """By headings of the second level, without the front matter."""
    body = file.read_text(encoding="utf-8").split("---\n", 2)[2]
    return [part.strip() for part in _PART.split(body)]
