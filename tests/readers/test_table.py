"""Which reader reads what: by bytes, by declaration, by name."""

import subprocess
import sys
from inspect import signature
from pathlib import Path

import pytest

from briefing import readers
from briefing.errors import SourceError
from briefing.model import Document, Origin, Page
from briefing.readers.table import FORMATS, reader_for

RSS = b"<?xml version='1.0'?>\n<!-- made by hand -->\n<rss version='2.0'><channel/></rss>"
HTML = b"<!DOCTYPE html>\n<html><body><p>Low water.</p></body></html>"
TEXT = b"# Low water\n\nIt was low."


def chosen(content: bytes, media_type: str = "", path: str = "", url: str = "") -> str:
    page = Page("quay", url or path, Origin.LIVE, content, media_type, path=path)
    return reader_for(page).__name__  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("content", "media_type", "place", "name"),
    [
        # as declared
        (b"<p>Low", "text/html", "https://quay.example/", "read_html"),
        (b"<p>Low", "application/xhtml+xml", "https://quay.example/", "read_html"),
        (TEXT, "text/markdown", "https://quay.example/low", "read_markdown"),
        (TEXT, "text/plain", "https://quay.example/low", "read_text"),
        (b"", "application/pdf", "https://quay.example/low", "read_pdf"),
        (b"<x/>", "application/rss+xml", "https://quay.example/low", "read_feed"),
        (b"<x/>", "text/xml", "https://quay.example/low", "read_feed"),
        (TEXT, "text/x-rst", "https://quay.example/low.rst", "read_text"),
        # by name, where the declaration is vague
        (TEXT, "text/plain", "https://raw.quay.example/low.md", "read_markdown"),
        (TEXT, "text/plain", "https://raw.quay.example/low.MD?raw=1#x", "read_markdown"),
        (TEXT, "application/octet-stream", "https://quay.example/low%2Emd", "read_markdown"),
        (TEXT, "", "notes/low.markdown", "read_markdown"),
        (TEXT, "", "notes/low.txt", "read_text"),
        (b"<p>Low", "", "notes/low.htm", "read_html"),
        (TEXT, "", "notes/README", "read_text"),
        (b"<head><title>Low</title>", "", "https://quay.example/low", "read_html"),
        (b"", "", "notes/empty.md", "read_markdown"),
        # by bytes, whatever is declared
        (b"%PDF-1.7\n", "text/html", "https://quay.example/low.html", "read_pdf"),
        (b"\n%PDF-1.4\n", "", "notes/low", "read_pdf"),
        (b"Files begin with %PDF-1.4 there.", "", "notes/pdf.md", "read_markdown"),
        (RSS, "text/html", "https://quay.example/feed", "read_feed"),
        (RSS, "text/plain", "https://quay.example/feed.md", "read_feed"),
        (b"\xef\xbb\xbf <feed xmlns='http://www.w3.org/2005/Atom'>", "", "notes/f", "read_feed"),
        (b"<rdf:RDF xmlns:rdf='x'>", "application/xml", "https://quay.example/", "read_feed"),
        (b"<?xml version='1.0'?><html xmlns='x'>", "text/xml", "https://quay.example/", "read_html"),
        (HTML, "text/plain", "https://quay.example/low.md", "read_html"),
        (HTML, "application/rss+xml", "https://quay.example/feed", "read_html"),
        (HTML, "", "notes/low", "read_html"),
        ("引き潮".encode("utf-16"), "", "notes/low.txt", "read_text"),
        ("Low water".encode("utf-16-le"), "", "notes/low.md", "read_markdown"),
        ("引き潮".encode("iso-2022-jp"), "", "notes/low.md", "read_markdown"),
        (b"Low \x0c water \x00.", "", "notes/low.md", "read_markdown"),
    ],
)
def test_the_reader_of_a_page(content: bytes, media_type: str, place: str, name: str) -> None:
    where = {"url": place} if "://" in place else {"path": place}
    assert chosen(content, media_type, **where) == name


@pytest.mark.parametrize(
    ("content", "media_type", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "image/png", "a PNG picture"),
        (b"PK\x03\x04\x14\0", "text/plain", "a ZIP archive (a .docx or an .epub is one)"),
        (b"\xd0\xcf\x11\xe0\xa1", "", "an old Office document"),
        (bytes(range(32)) * 20, "text/markdown", "binary data"),
        (b"\0\0\0\0\0\0\0\0", "", "binary data"),
        (b'{"a": 1}', "application/json", "of the type application/json"),
        (b"abc", "video/mp4", "of the type video/mp4"),
    ],
)
def test_what_no_reader_reads_is_refused_by_name(content: bytes, media_type: str, what: str) -> None:
    with pytest.raises(SourceError) as caught:
        chosen(content, media_type, url="https://quay.example/low.md")
    assert caught.value.what == f"this is {what}, which is not read"
    assert caught.value.where == "https://quay.example/low.md"
    assert "Markdown" in caught.value.hint


@pytest.mark.parametrize("head", [b"<!--x-->" * 500, b"<!-- " * 800, b"<?x" * 1300, b" " * 4096, b"<?x?><!---->" * 300])
def test_no_head_stalls_the_choice(head: bytes) -> None:
    assert chosen(head, "", "notes/low.md") == "read_markdown"
    assert chosen(head + b"<rss>", "", "notes/low.md") in ("read_feed", "read_markdown")


def test_every_entry_names_a_reader() -> None:
    for each in FORMATS:
        reader = reader_for(Page("x", "x", Origin.FILE, b"", media_type=each.media_types[0]))
        assert signature(reader).parameters["page"].annotation is Page
        assert signature(reader).return_annotation is Document
        assert Path(str(readers.__path__[0]), f"{each.reader.split(':')[0]}.py").is_file()


def test_media_types_and_endings_are_told_apart() -> None:
    for values in ([t for each in FORMATS for t in each.media_types], [e for each in FORMATS for e in each.endings]):
        assert len(values) == len(set(values))
        assert values == [value.lower() for value in values]


def test_a_run_over_text_does_not_pay_for_the_other_readers() -> None:
    code = (
        "import sys; from briefing.model import Origin, Page; from briefing.readers.table import reader_for;"
        "[reader_for(p)(p) for p in (Page('n', n, Origin.FILE, b'# A\\n\\n*b*', path=n) for n in ('a.md', 'a.txt'))];"
        "print([m for m in ('lxml', 'trafilatura', 'pypdf', 'feedparser', 'charset_normalizer') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout == "[]\n"
