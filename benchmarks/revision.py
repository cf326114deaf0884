"""What a reviewer has to read: lines changed in briefing.md for each sentence changed in the source.

Each edit is made to the reading notes that come with the project (and with --corpus, to pairs of pages before and
after a real edit), and the briefing is brought up to date in three ways: revised, as `briefing run` does; with the
stale sections and the overview written anew, as a program that knows what is stale does; and all written anew, as most
do. The model is a scripted one that behaves as models do and no better: asked again, it picks other sentences and puts
them in other words, also where it is asked to revise. Prints a Markdown table; --write puts it into
docs/benchmarks/revision.md.

    python benchmarks/revision.py [--corpus DIR] [--write]
"""

import argparse
import difflib
import json
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.servers.honest import answer  # noqa: E402
from tests.servers.model_server import ModelServer, completion  # noqa: E402

from briefing import codec  # noqa: E402
from briefing.manifest import load_manifest  # noqa: E402
from briefing.model import Block, Briefing, Origin, Page, Prose  # noqa: E402
from briefing.pipeline import run  # noqa: E402
from briefing.review import status  # noqa: E402
from briefing.steps.extract import extract  # noqa: E402
from briefing.steps.options import RunOptions  # noqa: E402
from briefing.walk import slices_in  # noqa: E402

PAGE = ROOT / "docs" / "benchmarks" / "revision.md"
NOTES = ROOT / "sources" / "raschka-2024" / "part-1.md"
WAYS = ("revised", "stale parts anew", "all anew")
OPENERS = ("Here, ", "Also, ", "In short, ", "In all, ", "So, ", "")
_ABOUT = """\
lines added and removed in `briefing.md` after an edit of the source, and in brackets the sections and overview
that were written, and the calls of the model (means over {seeds} seeds). Each way starts from the same briefing
with an empty cache, as in CI.

The edits are made to the reading notes that come with the project; the rows in code type are real pages before
and after an edit. The model is scripted to behave as models do and no better: at each call it picks other
sentences and puts them in other words, also when it is asked to revise. So *revised* shows what the program
lets through, and not how well a model behaves: one that does as it is asked changes less.
"""
_NOTE = """\
A section that moved, and the row above the real pages, change addresses alone: a line that is more than ten lines
off is mended ([why](../updating.md#addresses-that-hold-still)).
"""
_LINE = re.compile(r"^\[(\d+)\] (.{30,})$", re.MULTILINE)


# ── A model that says it otherwise each time ────────────────────────────────────────────────────────────────────


class Restless:
    """Picks and words anew at each call. By a seed, so that the figures can be repeated."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - no secret

    def __call__(self, request: dict[str, Any], _: int) -> Any:
        found = answer(request)
        shown = [(int(n), text) for n, text in _LINE.findall(request["messages"][1]["content"])]
        schema = request["response_format"]["json_schema"]["schema"]["properties"]
        for key, shape in schema.items():
            if key != "reply_to" and shown and (value := self.value(shape["anyOf"][0], shown)) is not None:
                found[key] = value
        return completion(found)

    def value(self, shape: dict[str, Any], shown: list[tuple[int, str]]) -> Any:
        items = shape.get("items", {})
        choices = [items, *items.get("anyOf", [])]
        if any("text" in choice.get("properties", {}) for choice in choices):
            picked = self.chance.sample(shown, min(len(shown), shape["maxItems"]))
            return [{"text": self.chance.choice(OPENERS) + text, "cites": [n]} for n, text in sorted(picked)]
        if items.get("description") == "number of a sentence":
            return [self.chance.choice(shown)[0]]
        return None


# ── Edits ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _replace(old: str, new: str) -> Callable[[str], str]:
    def edit(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return edit


def _months(text: str) -> list[str]:
    return re.split(r"(?m)^(?=## )", text)


def _drop_paragraph(text: str) -> str:
    parts = text.split("\n\n")
    place = next(n for n, part in enumerate(parts) if part.startswith("The key paper of February"))
    return "\n\n".join(parts[:place] + parts[place + 1 :])


def _add_paragraph(text: str) -> str:
    new = "A later test by 3 of its users confirmed the gain. They report it for 2 further data sets."
    return text.replace("### Relevance\n\n", f"### Relevance\n\n{new}\n\n", 1)


def _move_section(text: str) -> str:
    months = _months(text)
    place = next(n for n, month in enumerate(months) if month.startswith("## March"))
    months.insert(place + 1, months.pop(place))
    return "".join(months)


def _add_month(text: str) -> str:
    new = (
        "## July 2024: a further month\n\nThe key paper of July is [Long Kilns](https://example.org/long-kilns). "
        "It describes a kiln that holds its heat for 9 hours. Its authors tested it on 12 loads of tiles.\n\n"
    )
    return text.rstrip() + "\n\n" + new


EDITS: dict[str, Callable[[str], str]] = {
    "a typo mended": _replace("subnetworks, called experts", "sub-networks, called experts"),
    "a figure corrected": _replace("8 experts replace every", "16 experts replace every"),
    "a paragraph added": _add_paragraph,
    "one removed": _drop_paragraph,
    "a section moved": _move_section,
    "a month added": _add_month,
    "layout: blank lines, spaces": lambda text: text.replace("\n\n", "\n\n\n", 8).replace(". ", ".  "),
    "layout: every blank line doubled": lambda text: text.replace("\n\n", "\n\n\n"),
}


# ── Measuring ───────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Update:
    """sentences: of the source, that were changed, added or dropped. lines: of briefing.md, added and removed.
    parts: sections and overview that are not what they were. survivors: quotations of what the source no longer has."""

    sentences: int
    lines: int
    parts: int
    calls: int
    survivors: int


def update(before: bytes, after: bytes, suffix: str, way: str, seed: int) -> Update:
    with ModelServer(Restless(seed)) as server, tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "sources").mkdir()
        path = root / "sources" / "notes.yaml"
        path.write_text(f"title: Notes\nperiod: {{by: month}}\nsources: [{{path: notes{suffix}}}]\n")
        source = root / "sources" / f"notes{suffix}"
        source.write_bytes(before)
        options = RunOptions(base_url=server.base_url, model="scripted", pace=0.01)
        first = run(load_manifest(path), options, {})
        page, old = first.folder / "briefing.md", (first.folder / "briefing.md").read_text()
        source.write_bytes(after)
        if way == "stale parts anew":
            _forget_stale(path, options, first.folder / "briefing.json")
        shutil.rmtree(root / ".briefing")
        calls = len(server.requests)
        again = RunOptions(base_url=server.base_url, model="scripted", pace=0.01, force=way == "all anew")
        second = run(load_manifest(path), again, {})
        return Update(
            sentences=_changed_sentences(before, after, suffix),
            lines=_changed_lines(old, page.read_text()),
            parts=len(second.written),
            calls=len(server.requests) - calls,
            survivors=_survivors(second.briefing, source, suffix),
        )


def _forget_stale(path: Path, options: RunOptions, memory: Path) -> None:
    """The briefing without what is stale: it has to be written as if it never had been."""
    stale = {state.id for state in status(load_manifest(path), options, {}).stale}
    briefing = json.loads(memory.read_text())
    briefing["sections"] = [section for section in briefing["sections"] if section["id"] not in stale]
    if stale:
        briefing["overview"]["fields"] = {}
    memory.write_bytes(codec.dump(codec.load(json.dumps(briefing).encode(), str(memory))))


def _blocks(content: bytes, suffix: str) -> tuple[Block, ...]:
    kind = "text/html" if suffix == ".html" else "text/markdown"
    page = Page("notes", f"sources/notes{suffix}", Origin.FILE, content, kind, path=f"sources/notes{suffix}")
    return extract(page, "").blocks


def _texts(content: bytes, suffix: str) -> Counter[str]:
    """Its sentences, and the addresses that it links."""
    found: Counter[str] = Counter()
    for block in _blocks(content, suffix):
        found.update(block.text[span.start : span.end] for span in block.sentences)
        found.update(link.url for link in block.links)
    return found


def _changed_sentences(before: bytes, after: bytes, suffix: str) -> int:
    old, new = _texts(before, suffix), _texts(after, suffix)
    return max((old - new).total(), (new - old).total())


def _changed_lines(old: str, new: str) -> int:
    found = difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    return sum(1 for line in found if line[:1] in "+-" and not line.startswith(("+++", "---")))


def _survivors(briefing: Briefing, source: Path, suffix: str) -> int:
    """Slices that no sentence of the source holds any more."""
    text = " ".join(_texts(source.read_bytes(), suffix))
    fields = [f for s in briefing.sections for f in s.fields.values()] + list(briefing.overview.fields.values())
    return sum(
        1 for field in fields if not isinstance(field, Prose) for slice_, _ in slices_in(field) if slice_ not in text
    )


def cases(corpus: Path | None) -> Iterator[tuple[str, bytes, bytes, str]]:
    text = NOTES.read_text(encoding="utf-8")
    for name, edit in EDITS.items():
        yield name, text.encode(), edit(text).encode(), ".md"
    for folder in sorted((corpus / "pairs").iterdir()) if corpus else ():
        yield f"`{folder.name}`", (folder / "old.html").read_bytes(), (folder / "new.html").read_bytes(), ".html"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, help="a folder with pairs/NAME/{old,new}.html")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    options = parser.parse_args()
    rows = [
        (
            "edit",
            "sentences and links changed",
            *(f"{way}: lines (parts, calls)" for way in WAYS),
            "quotes that outlived it",
        )
    ]
    rows.append(("---", *("---:" for _ in range(len(WAYS) + 2))))
    totals: Counter[str] = Counter()
    for name, before, after, suffix in cases(options.corpus):
        cells, survivors, sentences = [], 0, 0
        for way in WAYS:
            runs = [update(before, after, suffix, way, seed) for seed in range(options.seeds)]
            lines, parts, calls = (
                sum(getattr(r, key) for r in runs) / len(runs) for key in ("lines", "parts", "calls")
            )
            cells.append(f"{lines:.1f} ({parts:.1f}, {calls:.1f})")
            sentences = runs[0].sentences
            totals[way] += round(lines * 10)
            survivors += sum(r.survivors for r in runs) if way == "revised" else 0
        totals["sentences"] += sentences
        rows.append((name, str(sentences), *cells, str(survivors)))
        print(rows[-1], flush=True)
    each = [f"**{totals[way] / 10 / totals['sentences']:.1f}**" for way in WAYS]
    rows.append(("lines for each of them", str(totals["sentences"]), *each, ""))
    table = "".join("| " + " | ".join(row) + " |\n" for row in rows)
    print(table)
    if options.write:
        PAGE.write_text(_page(table, options), encoding="utf-8")


def _page(table: str, options: argparse.Namespace) -> str:
    corpus = " --corpus DIR" if options.corpus else ""
    command = f"python benchmarks/revision.py{corpus} --seeds {options.seeds} --write"
    return f"# What a reviewer has to read\n\n`{command}`: {_ABOUT.format(seeds=options.seeds)}\n{table}\n{_NOTE}"


if __name__ == "__main__":
    main()
