"""`briefing extract`. In: an address or a file. Out: what the program reads from it, as text or JSON."""

import argparse
import json
from pathlib import Path

from msgspec import to_builtins

from briefing.fetchers.base import FetchOptions
from briefing.fetchers.table import fetch
from briefing.manifest import derive_id
from briefing.model import Block, Document, Source
from briefing.renderers.cleaning import clean
from briefing.steps.extract import extract
from briefing.store import Store


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("place", metavar="SOURCE", help="an address or a file")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default text")
    parser.add_argument("--language", default="", metavar="TAG", help="BCP 47; otherwise what the source says")
    parser.add_argument("--offline", action="store_true", help="use no network: only what was kept")
    parser.add_argument("--allow-host", action="append", default=[], metavar="HOST", help="fetch from this host too")


def main(options: argparse.Namespace) -> int:
    here = Path.cwd()
    remote = "://" in options.place
    path = Path(options.place)
    root = here if remote or path.absolute().is_relative_to(here) else path.absolute().parent
    source = Source(derive_id(options.place), **{"url" if remote else "path": options.place})
    allowed = FetchOptions(offline=options.offline, allow_hosts=frozenset(map(str.lower, options.allow_host)))
    page = fetch(source, here, root, Store(here), allowed)
    document = extract(page, options.language)
    if options.format == "json":
        print(as_json(document))
    else:  # a terminal obeys what it is shown; tabs are part of code
        print("\t".join(map(clean, as_text(document).split("\t"))))
    return 0


def as_json(document: Document) -> str:
    value = to_builtins(document)
    del value["visible"]  # the whole page once more, and only good for making links
    return json.dumps(value, ensure_ascii=False, indent=2)


def as_text(document: Document) -> str:
    facts = ("title", "author", "site", "published", "language", "url", "origin")
    head = [f"{name}: {getattr(document, name)}" for name in facts if getattr(document, name)]
    notes = [f"note: {note}" for note in document.notes]
    return "\n".join([*head, *notes, "", *(_block(block) for block in document.blocks)])


def _block(block: Block) -> str:
    match block.kind:
        case "heading":
            return f"\n{'#' * block.level} {block.text}\n"
        case "item":
            return f"{'  ' * max(block.level - 1, 0)}- {block.text}"
        case "quotation":
            return f"> {block.text}\n"
        case "code":
            return f"```{block.label}\n{block.text}\n```\n"
        case "figure":
            return f"[figure: {block.text or 'no caption'}] {block.address}\n"
        case "footnote":
            return f"[^{block.label}]: {block.text}\n"
        case _:
            return f"{block.text}\n"
