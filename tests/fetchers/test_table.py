"""The order in which the places of a source are tried, and what the page says of it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.errors import SourceError
from briefing.fetchers.base import FetchOptions
from briefing.fetchers.table import FETCHERS, PATH, fetch, fetch_spare
from briefing.model import SCHEMES, Origin, Page, Source
from briefing.readers import feed, html_bounds, markdown, pdf
from briefing.readers import text as text_reader
from briefing.store import Store
from tests.servers.site import Answer, Site

QUICK = FetchOptions(allow_hosts=frozenset({"127.0.0.1"}), wait=0.0, attempts=1)
OFFLINE = FetchOptions(offline=True)


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        yield site


@pytest.fixture
def folder(project: Path) -> Path:
    """The manifest's folder, with a file in it."""
    (project / "sources" / "saved.md").write_bytes(b"saved")
    return project / "sources"


def get(source: Source, folder: Path, options: FetchOptions = QUICK) -> Page:
    return fetch(source, folder, folder.parent, Store(folder.parent), options)


def test_a_path(folder: Path) -> None:
    page = get(Source("a", path="saved.md"), folder)
    assert page == Page("a", "sources/saved.md", Origin.FILE, b"saved", path="sources/saved.md")
    assert get(Source("a", path="saved.md"), folder, OFFLINE) == page
    assert get(Source("a", feed="saved.md"), folder) == page


# What goes into the output is the same on every machine; why it came to that is told, and not kept.
KEPT = "Read from the copy that an earlier run kept, not from the address."
SPARE = "Read from sources/saved.md in place of the address, which was not read."


@pytest.mark.parametrize("feed", [False, True])
def test_live_then_snapshot(site: Site, folder: Path, feed: bool) -> None:
    address = site.script("/a", Answer(b"live"), Answer(status=404))
    source = replace(Source("a", fallback="saved.md"), feed=address if feed else "", url="" if feed else address)
    live, later = get(source, folder), get(source, folder)
    assert (live.origin, live.content, live.notes) == (Origin.LIVE, b"live", ())
    assert later == replace(
        live,
        origin=Origin.SNAPSHOT,
        notes=(KEPT,),
        reason="the server answered 404 Not Found",
    )
    assert get(source, folder, OFFLINE).origin is Origin.SNAPSHOT
    assert len(site.asked) == 2, "offline asks nobody"


def test_fallback(site: Site, folder: Path) -> None:
    page = get(Source("a", url=site.script("/a", Answer(status=403)), fallback="saved.md"), folder)
    assert (page.origin, page.content) == (Origin.FALLBACK, b"saved")
    assert page.url == page.path == "sources/saved.md"
    assert (page.notes, page.reason) == ((SPARE,), "the server answered 403 Forbidden")


def test_offline_fallback(folder: Path) -> None:
    page = get(Source("a", url="https://site.example/", fallback="saved.md"), folder, OFFLINE)
    assert page.origin is Origin.FALLBACK
    assert (page.notes, page.reason) == ((SPARE,), "this run is offline")


def test_a_refused_address_is_not_asked_and_says_so(site: Site, folder: Path) -> None:
    page = get(Source("a", url=site.script("/a", Answer(b"live")), fallback="saved.md"), folder, FetchOptions())
    assert page.origin is Origin.FALLBACK
    assert "127.0.0.1 is a private address" in page.reason
    assert site.asked == []


@pytest.mark.parametrize(
    ("source", "options", "what", "where"),
    [
        (Source("a", url="https://u:word@site.example/"), OFFLINE, "this run is offline", "https://site.example/"),
        (Source("a", url="https://u:word@site.example/"), QUICK, "user or a password", "https://site.example/"),
        (Source("a", feed="file:///etc/passwd"), QUICK, "file: are not fetched", "file:///etc/passwd"),
        (Source("a", url="gopher://site.example/"), QUICK, "gopher: are not fetched", "gopher://site.example/"),
        (Source("a", path="none.md"), QUICK, "there is no such file", "sources/none.md"),
        (Source("a", path="../../x.md"), QUICK, "outside the project", "../../x.md"),
        (Source("a", path="file://saved.md"), QUICK, "file: are not fetched", "file://saved.md"),
    ],
)
def test_errors(folder: Path, source: Source, options: FetchOptions, what: str, where: str) -> None:
    with pytest.raises(SourceError, match=what) as caught:
        get(source, folder, options)
    assert (caught.value.where, bool(caught.value.hint)) == (where, True)
    assert "word@" not in str(caught.value)


@pytest.mark.parametrize("fallback", ["none.md", "../../secret.txt", "../.env"])
def test_a_fallback_that_cannot_be_read_names_both_troubles(site: Site, folder: Path, fallback: str) -> None:
    address = site.script("/a", Answer(status=410))
    with pytest.raises(SourceError, match="answered 410 Gone; and its fallback cannot be read: ") as caught:
        get(Source("a", url=address, fallback=fallback), folder)
    assert caught.value.where == address


def test_spare_for_a_page_that_turned_out_to_be_none(folder: Path) -> None:
    trouble = SourceError("it holds no article", where="https://site.example/", hint="…")
    store = Store(folder.parent)
    source = Source("a", url="https://site.example/", fallback="saved.md")
    page = fetch_spare(source, folder, folder.parent, store, QUICK, trouble)
    assert (page.notes, page.reason) == ((SPARE,), "it holds no article")
    with pytest.raises(SourceError) as caught:
        fetch_spare(replace(source, fallback=""), folder, folder.parent, store, QUICK, trouble)
    assert caught.value is trouble


def test_files_are_read_without_the_cost_of_the_web() -> None:
    code = "import sys, briefing.fetchers.table; print([m for m in ('httpx2', 'tenacity') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_limits_are_as_documented() -> None:
    options = FetchOptions()
    text = (Path(__file__).parents[2] / "docs" / "fetching.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|"]
    limits = [row[1].replace("\u00a0", " ") for row in rows if len(row) == 2][2:]
    reading = (
        f"{html_bounds.ELEMENTS:_}; {html_bounds.ELEMENTS:_}; {html_bounds.ATTRIBUTES:_}",
        f"{markdown.MOST_CHARACTERS:_} characters; {text_reader.MOST_LINES:_}; {feed.MOST_BLOCKS:_}",
        f"{pdf.MOST_PAGES:_}; {pdf.MOST_CHARACTERS:_}; {pdf.MOST_CONTENT:_} bytes",
    )
    assert limits == [
        f"{options.max_bytes:_} bytes".replace("_", " "),
        f"{options.max_redirects}",
        f"{options.connect_timeout:g} s each",
        f"{options.read_timeout:g} s",
        f"{options.total_timeout:g} s",
        f"{options.attempts}",
        *(limit.replace("_", " ") for limit in reading),
    ]


def test_a_snapshot_that_cannot_be_read_either_is_passed_over(site: Site, folder: Path) -> None:
    store = Store(folder.parent)
    source = Source("a", url=site.script("/a", Answer(b"a wall")), fallback="saved.md")
    assert fetch(source, folder, folder.parent, store, QUICK).origin is Origin.LIVE
    trouble = SourceError("it holds no article")
    assert fetch_spare(source, folder, folder.parent, store, QUICK, trouble).origin is Origin.SNAPSHOT
    assert fetch_spare(source, folder, folder.parent, store, QUICK, trouble, snapshot=False).origin is Origin.FALLBACK


def test_each_address_that_a_manifest_may_name_is_fetched() -> None:
    assert FETCHERS.keys() == {PATH, *SCHEMES}
