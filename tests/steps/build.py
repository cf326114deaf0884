"""Documents and tasks in a few words, for tests of the steps. All texts are invented."""

from msgspec.structs import replace

from briefing.model import Block, BlockKind, Document, FieldSpec, Link, Located, Origin
from briefing.steps.extract import split
from briefing.steps.reading import section_reading
from briefing.writers.base import Task

FIELDS = (
    FieldSpec("key", "reference", "Key item", role="key"),
    FieldSpec("idea", "prose", "Main idea", role="idea"),
    FieldSpec("quote", "quote", "Quote", role="quote", most=2),
    FieldSpec("others", "references", "Also mentioned", role="others", most=8),
    FieldSpec("tags", "tags", "Tags", most=3),
    FieldSpec("view", "analysis", "Assessment", most=2),
    FieldSpec("listing", "code", "Code"),
)


def block(text: str, kind: BlockKind = "paragraph", *, level: int = 0, line: int = 0, **links: str) -> Block:
    """A block with its sentences; links as anchor=url, with underscores for the anchor's spaces."""
    found = []
    for anchor, url in links.items():
        words = anchor.replace("_", " ")
        start = text.index(words)
        found.append(Link(start, start + len(words), url))
    made = Block(kind, text, level or (2 if kind == "heading" else 0), tuple(found), line=line)
    return replace(made, sentences=split(made, "en"))


def document(*blocks: Block, source: str = "notes", **facts: str) -> Document:
    numbered = tuple(replace(b, line=n) for n, b in enumerate(blocks, start=1))
    path = f"sources/{source}.md"
    return Document(source, path, Origin.FILE, numbered, language="en", path=path, kind="text", **facts)  # type: ignore[arg-type]


def located(doc: Document) -> tuple[Located, ...]:
    heading = ""
    found = []
    for position, each in enumerate(doc.blocks):
        heading = each.text if each.kind == "heading" else heading
        found.append(Located(doc.source, position, each, (heading,) if heading and each.kind != "heading" else ()))
    return tuple(found)


def task(doc: Document, *fields: FieldSpec) -> Task:
    return Task("2031-03", "March 2031", "en", fields or FIELDS, section_reading(located(doc)))
