"""A citation leads to the very sentence: its line in a file, its page in a PDF, a text fragment on a page."""

from msgspec.structs import replace

from briefing.fingerprint import evidence_id
from briefing.model import Block, Document, Located, Origin, Page, Prose, Quote, Sentence
from briefing.readers.markdown import read_markdown
from briefing.steps.cite import address, cite
from briefing.walk import cites_of

FILE = b"# Kilns\n\nThe first sentence stands here.\nThe second one\nis long. The third follows.\n"


def located(document: Document, position: int) -> Located:
    return Located(document.source, position, document.blocks[position], ("Kilns",))


def test_a_sentence_in_a_file_leads_to_its_line() -> None:
    document = read_markdown(Page("a", "sources/a.md", Origin.FILE, FILE, path="sources/a.md"))
    block = located(document, 1)
    text = block.block.text
    for words, line in [("The first", 3), ("The second", 4), ("The third", 5)]:
        start = text.index(words)
        assert address(document, block, start, len(text)) == f"sources/a.md#L{line}"
    first, evidence = cite(document, block, 0, 10)
    assert (first.url, evidence.url) == ("", "sources/a.md#L3")
    second, _ = cite(document, block, text.index("The third"), len(text))
    assert second.url == "sources/a.md#L5"
    assert second.evidence == evidence_id("a", text)


def test_on_a_page_each_citation_has_its_own_fragment() -> None:
    text = "Ash melts early. Ash forgives a short hold."
    page = Document("a", "https://a.org/x#top", Origin.LIVE, (Block("paragraph", text),), visible=text)
    made, evidence = cite(page, located(page, 0), 17, len(text))
    assert made.url.startswith("https://a.org/x#:~:text=")
    assert evidence.url.startswith("https://a.org/x#:~:text=")
    assert made.url != evidence.url


def test_a_saved_page_is_addressed_as_a_page() -> None:
    saved = Document(
        "a", "sources/a.html", Origin.FILE, (Block("paragraph", "Ash melts early."),), path="sources/a.html"
    )
    assert cite(saved, located(saved, 0), 0, 16)[1].url == "sources/a.html#:~:text=Ash%20melts%20early."


def test_in_a_pdf_the_page() -> None:
    block = Block("paragraph", "Ash melts early.", line=7)
    paper = Document("a", "https://a.org/x.pdf", Origin.LIVE, (block,), kind="pdf")
    assert cite(paper, located(paper, 0), 0, 3)[0].url == ""
    assert cite(paper, located(paper, 0), 0, 3)[1].url == "https://a.org/x.pdf#page=7"


def test_an_item_of_a_feed_leads_to_its_own_page() -> None:
    block = Block("paragraph", "Ash melts early.", url="https://a.org/post")
    feed = Document("a", "https://a.org/feed", Origin.LIVE, (block,))
    assert cite(feed, located(feed, 0), 0, 16)[1].url.startswith("https://a.org/post#:~:text=")


def test_all_citations_of_fields() -> None:
    document = read_markdown(Page("a", "a.md", Origin.FILE, FILE, path="a.md"))
    one, _ = cite(document, located(document, 1), 0, 9)
    two = replace(one, end=12)
    assert list(cites_of({"x": Prose((Sentence("x", (one, two)),)), "y": Quote("y", two)})) == [one, two, two]
