"""A plain map-reduce, as one writes it in an afternoon: a call for each month, all at once, then one for the whole.
Quotes are typed by the model, and looked up in the text.

    python with_script.py SOURCES OUT        # OPENAI_BASE_URL, OPENAI_API_KEY
"""

import json
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from material import JOBS, MODEL, OVERVIEW, SECTION, Month, frame, months
from openai import OpenAI
from pydantic import BaseModel


class Sentence(BaseModel):
    text: str
    quotes: list[str]


class Link(BaseModel):
    title: str
    url: str


class Section(BaseModel):
    key_paper: Link
    main_idea: list[Sentence]
    quote: str
    relevance: list[Sentence]
    others: list[Link]


class Overview(BaseModel):
    introduction: list[Sentence]
    conclusions: list[Sentence]
    outlook: list[Sentence]
    overall: list[Sentence]


Shape = TypeVar("Shape", Section, Overview)
LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")
client = OpenAI()


def ask(task: str, text: str, shape: type[Shape]) -> Shape:
    reply = client.chat.completions.parse(
        model=MODEL,
        temperature=0,
        messages=[{"role": "system", "content": task}, {"role": "user", "content": text}],
        response_format=shape,
    )
    found = reply.choices[0].message.parsed
    if found is None:
        sys.exit("the model refused")
    return found


def lost(section: Section, month: Month) -> Iterator[str]:
    """The quotes that do not stand in the text."""
    text = " ".join(LINK.sub(r"\1", month.text).split())
    sentences = [*section.main_idea, *section.relevance]
    for quote in [section.quote, *(quote for sentence in sentences for quote in sentence.quotes)]:
        if " ".join(quote.split()) not in text:
            yield quote


def written(title: str, section: Section) -> str:
    lines = [f"## {title}", f"[{section.key_paper.title}]({section.key_paper.url})"]
    lines += [sentence.text for sentence in section.main_idea]
    lines += [f"> {section.quote}", *(sentence.text for sentence in section.relevance)]
    lines += [f"- [{link.title}]({link.url})" for link in section.others]
    return "\n\n".join(lines)


def main() -> None:
    sources, out = Path(sys.argv[1]), Path(sys.argv[2])
    year = months(sources)
    with ThreadPoolExecutor(JOBS) as pool:
        sections = list(pool.map(lambda month: ask(SECTION, month.text, Section), year))
    parts = [written(month.title, section) for month, section in zip(year, sections, strict=True)]
    overview = ask(OVERVIEW, "\n\n".join([frame(sources), *parts]), Overview)
    whole = [sentence.text for field in overview for sentence in field[1]]
    out.mkdir(parents=True, exist_ok=True)
    (out / "briefing.md").write_text("\n\n".join([*whole, *parts]) + "\n", encoding="utf-8")
    unfound = sum(len(list(lost(section, month))) for month, section in zip(year, sections, strict=True))
    sentences = len(whole) + sum(len(section.main_idea) + len(section.relevance) for section in sections)
    print(json.dumps({"sections": len(sections), "sentences": sentences, "quotes not found": unfound}))


if __name__ == "__main__":
    main()
