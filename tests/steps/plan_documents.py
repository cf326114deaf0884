"""Documents for the tests of planning in a few lines: "## Heading", "- item", "~ term", "= code", else a paragraph."""

from briefing.model import Block, Document, Origin, Plan


def block(line: str) -> Block:
    mark, _, words = line.partition(" ")
    if mark and set(mark) == {"#"}:
        return Block("heading", words, len(mark))
    if mark == "-":
        return Block("item", words, 1)
    if mark == "~":
        return Block("term", words)
    if mark == "=":
        return Block("code", words)
    return Block("paragraph", line)


def document(
    *lines: str, source: str = "a", title: str = "", published: str = "", language: str = "en", url: str = ""
) -> Document:
    blocks = tuple(map(block, lines))
    place = url or "https://example.org/post"
    return Document(source, place, Origin.LIVE, blocks, title=title, published=published, language=language)


def feed(*items: tuple[str, str, str], source: str = "feed") -> Document:
    """Items as (date, title, text), each on a page of its own."""
    blocks = tuple(
        block
        for date, title, text in items
        for block in (
            Block("heading", title, 2, date=date, url=f"https://example.org/{title}"),
            Block("paragraph", text, date=date, url=f"https://example.org/{title}"),
        )
    )
    return Document(source, "https://example.org/feed", Origin.LIVE, blocks, title="News", language="en")


def shape(plan: Plan) -> dict[str, list[str]]:
    """The texts of each section by id, the frame included where it holds something."""
    parts = {"introduction": plan.introduction, **{s.id: s.blocks for s in plan.sections}, "outlook": plan.outlook}
    return {name: [located.block.text for located in blocks] for name, blocks in parts.items() if blocks}


def titles(plan: Plan) -> dict[str, str]:
    return {section.id: section.title for section in plan.sections}
