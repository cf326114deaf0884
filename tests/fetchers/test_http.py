"""Pages over real HTTP, from a scripted site on loopback that misbehaves in every way that we know of."""

import threading
import time
import tracemalloc
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.errors import SourceError
from briefing.fetchers.base import FetchOptions
from briefing.fetchers.http import fetch_http
from briefing.fetchers.snapshot import Snapshot, keep, kept
from briefing.model import Origin, Page
from briefing.store import Store
from tests.servers.site import Answer, Asked, Site, redirect

QUICK = FetchOptions(allow_hosts=frozenset({"127.0.0.1"}), wait=0.0)
TEXT = "<p>Ein größerer Satz.</p>".encode()


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        yield site


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def get(address: str, store: Store, options: FetchOptions = QUICK) -> Page:
    return fetch_http("page", address, store.root, store, options)


def refused(address: str, store: Store, options: FetchOptions = QUICK) -> SourceError:
    with pytest.raises(SourceError) as caught:
        get(address, store, options)
    assert caught.value.where
    assert caught.value.hint
    return caught.value


# ── What a page is ──────────────────────────────────────────────────────────────────────────────────────────────


def test_page(site: Site, store: Store) -> None:
    address = site.script("/a", Answer(TEXT, headers={"Content-Type": 'Text/HTML; Charset="ISO-8859-1"; x=y'}))
    page = get(f"{address}#part", store)
    assert page == Page("page", address, Origin.LIVE, TEXT, "text/html", "iso-8859-1")
    (asked,) = site.asked
    assert asked.headers["User-Agent"].startswith("briefing/")
    assert asked.headers["Host"] == f"127.0.0.1:{site.port}"
    assert "br" in asked.headers["Accept-Encoding"].split(", ")
    assert asked.headers["Cookie"] is None


@pytest.mark.parametrize(
    ("declared", "media_type", "charset"),
    [
        ("application/pdf", "application/pdf", ""),
        ("text/html;charset=utf-8", "text/html", "utf-8"),
        ("text/plain; charset=", "text/plain", ""),
        ("", "", ""),
        (";;;", "", ""),
        ("text/html; charset=x-süß", "text/html", ""),
    ],
)
def test_content_type(site: Site, store: Store, declared: str, media_type: str, charset: str) -> None:
    page = get(site.script("/a", Answer(TEXT, headers={"Content-Type": declared})), store)
    assert (page.media_type, page.charset) == (media_type, charset)


@pytest.mark.parametrize("coding", ["gzip", "br", "gzip, br"])
def test_compressed(site: Site, store: Store, coding: str) -> None:
    assert get(site.script("/a", Answer(TEXT * 1000, coding=coding)), store).content == TEXT * 1000


@pytest.mark.parametrize("length", [None, -1])
def test_with_and_without_a_length(site: Site, store: Store, length: int | None) -> None:
    assert get(site.script("/a", Answer(TEXT, length=length)), store).content == TEXT


def test_in_chunks(site: Site, store: Store) -> None:
    raw = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
    assert get(site.script("/a", Answer(raw=raw)), store).content == b"abcde"


# ── Redirects ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect(site: Site, store: Store, status: int) -> None:
    site.script("/b/c?d=e", Answer(TEXT))
    page = get(site.script("/a", redirect("b/c?d=e#f", status)), store)
    assert (page.url, page.content) == (site.url("/b/c?d=e"), TEXT)


def test_redirects_end(site: Site, store: Store) -> None:
    error = refused(site.script("/a", redirect("/a")), store, replace(QUICK, max_redirects=4))
    assert "more than 4 times" in error.what
    assert len(site.asked) == 5


@pytest.mark.parametrize(
    ("target", "what"),
    [
        ("http://localhost/", "localhost is a name of the local network"),
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254 is a private address"),
        ("http://[::1]/", "::1 is a private address"),
        ("//10.0.0.1/", "10.0.0.1 is a private address"),
        ("http://2130706433/", "2130706433 has the private address 127.0.0.1"),
        ("http://0x7f000001/", "0x7f000001 has the private address 127.0.0.1"),
        ("http://0177.0.0.1/", "answered 302 Found and sent no page"),
        ("http://127.1/", "127.1 has the private address 127.0.0.1"),
        ("http://127.0.0.2./", "127.0.0.2. has the private address 127.0.0.2"),
        ("http://0.0.0.0/", "0.0.0.0 is a private address"),
        ("http://0/", "0 has the private address 0.0.0.0"),
        ("http://%31%32%37.0.0.1/", "not the name of a host"),
        ("http://[::]/", ":: is a private address"),
        ("http://[::ffff:127.0.0.1]/", "::ffff:127.0.0.1 has the private address ::ffff:7f00:1"),
        ("http://[::ffff:a9fe:a9fe]/", "::ffff:a9fe:a9fe is a private address"),
        ("http://[::127.0.0.1]/", "private address"),
        ("http://[64:ff9b::127.0.0.1]/", "private address"),
        ("http://[64:ff9b::a9fe:a9fe]/", "64:ff9b::a9fe:a9fe is a private address"),
        ("http://[64:ff9b:1::7f00:1]/", "64:ff9b:1::7f00:1 is a private address"),
        ("http://[2002:7f00:1::]/", "2002:7f00:1:: is a private address"),
        ("http://[fe80::1]/", "fe80::1 is a private address"),
        ("http://[fd00:ec2::254]/", "fd00:ec2::254 is a private address"),
        ("http://localhost./", "localhost. is a name of the local network"),
        ("http://LOCALHOST/", "localhost is a name of the local network"),
        ("http://a.localhost/", "a.localhost is a name of the local network"),
        ("http://metadata.google.internal./", "metadata.google.internal. is a name of the local network"),
        ("http://kiln.example@10.0.0.1/", "user or a password"),
        ("http://10.0.0.1#@kiln.example/", "10.0.0.1 is a private address"),
        ("http://10.0.0.1\\@kiln.example/", "user or a password"),
        ("https://user:word@127.0.0.1/", "user or a password"),
        ("data:text/html,<p>x", "answered 302 Found and sent no page"),
        ("gopher://127.0.0.1:25/", "gopher: are not fetched"),
        ("file:///etc/passwd", "file: are not fetched"),
        ("ftp://example.org/", "ftp: are not fetched"),
        ("javascript:alert(1)", "answered 302 Found and sent no page"),
        ("http://127.0.0.1:99999/", "no port 99999"),
        ("http://[", "not the name of a host"),
    ],
)
def test_redirect_is_checked(site: Site, store: Store, target: str, what: str) -> None:
    error = refused(site.script("/a", redirect(target)), store)
    assert what in error.what
    assert error.where == site.url("/a")
    assert "word" not in str(error).replace("password", "")
    assert len(site.asked) == 1


def test_the_body_of_a_redirect_is_not_read(site: Site, store: Store) -> None:
    site.script("/b", Answer(TEXT))
    started = time.monotonic()
    address = site.script("/a", Answer(b"x" * 10_000, 302, {"Location": "/b"}, drip=0.1))
    assert get(address, store).content == TEXT
    assert time.monotonic() - started < 10


def test_cookies_live_for_one_conversation(site: Site, store: Store) -> None:
    """Some sites send a reader in a circle until the cookie that they set comes back."""

    def door(asked: Asked) -> Answer:
        if "seen=1" in (asked.headers["Cookie"] or ""):
            return Answer(TEXT)
        return redirect("/a", headers={"Set-Cookie": "seen=1"})

    address = site.script("/a", door)
    assert get(address, store).content == TEXT
    assert get(address, store).content == TEXT
    assert [bool(asked.headers["Cookie"]) for asked in site.asked] == [False, True, False, True]


# ── Addresses that are not asked ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("https://user:word@example.org/", "user or a password"),
        ("ftp://example.org/", "ftp: are not fetched"),
        ("http:///page", "not the name of a host"),
        ("http://example.org:0/", "no port 0"),
        ("http://exa mple.org/", "not the name of a host"),
        ("http://[::1", "not an address"),
        ("http://ⓛocalhost/", "not an address"),
        ("http://127。0。0。2/", "127.0.0.2 is a private address"),
        ("http://１２７.0.0.2/", "not an address"),
        ("http://①②⑦.0.0.2/", "not an address"),
        ("http://0177.0.0.2/", "not an address"),
    ],
)
def test_address(store: Store, address: str, what: str) -> None:
    error = refused(address, store)
    assert what in error.what
    assert "word@" not in str(error)


def test_loopback_is_refused_unless_allowed(site: Site, store: Store) -> None:
    error = refused(site.script("/a", Answer(TEXT)), store, FetchOptions())
    assert "127.0.0.1 is a private address" in error.what
    assert "--allow-host 127.0.0.1" in error.hint
    assert site.asked == []


def test_a_name_with_a_private_address_is_refused(site: Site, store: Store) -> None:
    options = FetchOptions(resolve=lambda _host, _port: ["127.0.0.1"])
    error = refused(site.url("/a", "site.example"), store, options)
    assert "site.example has the private address 127.0.0.1" in error.what
    assert site.asked == []


# ── Limits ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_size(site: Site, store: Store) -> None:
    address = site.script("/a", Answer(b"x" * 1000))
    assert len(get(address, store, replace(QUICK, max_bytes=1000)).content) == 1000
    for answer in (Answer(b"x" * 1000), Answer(b"x" * 1000, length=-1), Answer(b"x" * 1000, coding="gzip")):
        error = refused(site.script("/a", answer), store, replace(QUICK, max_bytes=999))
        assert error.what == "the page is larger than 999 bytes"


@pytest.mark.parametrize("coding", ["gzip", "br", "gzip, gzip"])
def test_a_bomb_does_not_go_off(site: Site, store: Store, coding: str) -> None:
    address = site.script("/a", Answer(b"\0" * 50_000_000, coding=coding))
    tracemalloc.start()
    try:
        error = refused(address, store, replace(QUICK, max_bytes=1_000_000))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert "larger than 1 000 000 bytes" in error.what
    assert peak < 5_000_000


def test_a_drip_ends(site: Site, store: Store) -> None:
    raw = b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + b"x" * 5000
    for address in (
        site.script("/body", Answer(b"x" * 5000, drip=0.02)),
        site.script("/head", Answer(raw=raw, drip=0.02)),
    ):
        started = time.monotonic()
        error = refused(address, store, replace(QUICK, total_timeout=0.3))
        assert error.what == "the page did not arrive within 0.3 seconds"
        assert 0.25 < time.monotonic() - started < 5


def test_silence_ends(site: Site, store: Store) -> None:
    address = site.script("/a", Answer(TEXT, stall=5))
    started = time.monotonic()
    assert refused(address, store, replace(QUICK, read_timeout=0.1)).what == "the server fell silent"
    assert time.monotonic() - started < 5
    assert len(site.asked) == QUICK.attempts


def test_a_look_up_that_hangs_ends(store: Store) -> None:
    over = threading.Event()

    def hang(_host: str, _port: int) -> list[str]:
        over.wait(10)
        return ["127.0.0.1"]

    started = time.monotonic()
    error = refused("http://site.example/", store, replace(QUICK, resolve=hang, connect_timeout=0.1))
    assert time.monotonic() - started < 5
    assert error.what == "the host site.example could not be looked up in time"
    over.set()


# ── Tries ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_tries_again(site: Site, store: Store, status: int) -> None:
    address = site.script("/a", Answer(status=status), Answer(status=status), Answer(TEXT))
    assert get(address, store).content == TEXT
    assert len(site.asked) == 3


@pytest.mark.parametrize(
    "bad",
    [
        Answer(reset=True, raw=b" "),
        Answer(TEXT, reset=True, length=1000),
        Answer(TEXT, length=1000),
        Answer(raw=b"SSH-2.0-OpenSSH\r\n"),
        Answer(raw=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"),
    ],
    ids=["reset", "reset amid the body", "shorter than it says", "not HTTP", "chunks without an end"],
)
def test_a_broken_answer_is_asked_for_again(site: Site, store: Store, bad: Answer) -> None:
    assert get(site.script("/a", bad, Answer(TEXT)), store).content == TEXT
    assert refused(site.script("/b", bad), store).what == "the connection broke off"
    assert len(site.asked) == 2 + QUICK.attempts


def test_a_closed_port(store: Store) -> None:
    with Site() as closed:
        address = closed.url("/a")
    assert refused(address, store).what == "the server does not take connections"


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 405, 410, 418, 451, 499, 501, 599])
def test_no_second_try_for_what_cannot_pass(site: Site, store: Store, status: int) -> None:
    error = refused(site.script("/a", Answer(TEXT, status)), store)
    assert f"answered {status}" in error.what
    assert len(site.asked) == 1


@pytest.mark.parametrize("status", [201, 202, 204, 206, 300, 302, 304])
def test_no_page(site: Site, store: Store, status: int) -> None:
    error = refused(site.script("/a", Answer(status=status)), store)
    assert f"answered {status}" in error.what
    assert "sent no page" in error.what
    assert kept(store, site.url("/a")) is None


def test_an_empty_page_is_none(site: Site, store: Store) -> None:
    assert refused(site.script("/a", Answer(b"")), store).what == "the server sent an empty page"


def test_compression_that_nobody_asked_for(site: Site, store: Store) -> None:
    error = refused(site.script("/a", Answer(TEXT, coding="deflate")), store)
    assert "nobody asked for (deflate)" in error.what
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "4"}, 4.0),
        ({"Retry-After": formatdate(1000, usegmt=True), "Date": formatdate(997, usegmt=True)}, 3.0),
        ({"Retry-After": "soon"}, 0.5),
        ({"Retry-After": "-1"}, 0.5),
        ({}, 0.5),
    ],
)
def test_the_pause_that_the_server_asks_for(site: Site, store: Store, headers: dict[str, str], seconds: float) -> None:
    scale = 0.05
    address = site.script("/a", Answer(status=503, headers=headers), Answer(TEXT))
    get(address, store, replace(QUICK, wait=scale))
    first, second = site.asked
    assert seconds * scale <= second.at - first.at


def test_a_date_that_is_past(site: Site, store: Store) -> None:
    headers = {"Retry-After": formatdate(1000, usegmt=True)}
    get(site.script("/a", Answer(status=503, headers=headers), Answer(TEXT)), store, replace(QUICK, wait=10.0))
    first, second = site.asked
    assert second.at - first.at < 4, "without a date it would be 5"


def test_no_pause_beyond_the_deadline(site: Site, store: Store) -> None:
    address = site.script("/a", Answer(status=503, headers={"Retry-After": "9999999999999999999999"}))
    started = time.monotonic()
    error = refused(address, store, replace(QUICK, wait=1.0, total_timeout=5))
    assert "503" in error.what
    assert time.monotonic() - started < 4
    assert len(site.asked) == 1


def test_pauses_grow(site: Site, store: Store) -> None:
    refused(site.script("/a", Answer(status=500)), store, replace(QUICK, wait=0.1))
    first, second, third = site.asked
    assert second.at - first.at >= 0.05
    assert third.at - second.at >= 0.1


# ── What is kept ────────────────────────────────────────────────────────────────────────────────────────────────


def test_asks_for_changes_only(site: Site, store: Store) -> None:
    tags = {"ETag": '"v1"', "Last-Modified": "Mon, 01 Jan 2024 00:00:00 GMT"}
    address = site.script("/a", Answer(TEXT, headers=tags), Answer(status=304), Answer(b"new"))
    first, second, third = (get(address, store) for _ in range(3))
    assert first == second, "a 304 gives the bytes that were kept, as live as the first time"
    assert third.content == b"new"
    conditions = [(asked.headers["If-None-Match"], asked.headers["If-Modified-Since"]) for asked in site.asked]
    assert conditions == [(None, None), ('"v1"', tags["Last-Modified"]), ('"v1"', tags["Last-Modified"])]


def test_refresh_asks_for_all_of_it(site: Site, store: Store) -> None:
    address = site.script("/a", Answer(TEXT, headers={"ETag": '"v1"'}))
    get(address, store)
    get(address, store, replace(QUICK, refresh=True))
    assert site.asked[1].headers["If-None-Match"] is None


def test_only_the_address_that_gave_the_tag_is_asked_with_it(site: Site, store: Store) -> None:
    site.script("/b", Answer(TEXT, headers={"ETag": '"b"'}), Answer(status=304))
    address = site.script("/a", redirect("/b"))
    assert get(address, store) == get(address, store)
    assert [(asked.path, asked.headers["If-None-Match"]) for asked in site.asked] == [
        ("/a", None),
        ("/b", None),
        ("/a", None),
        ("/b", '"b"'),
    ]


def test_a_tag_that_no_header_can_hold(site: Site, store: Store) -> None:
    address = site.script("/a", Answer(TEXT, headers={"ETag": '"größe"'}))
    assert get(address, store) == get(address, store)


def test_what_is_kept(site: Site, store: Store) -> None:
    address = site.script("/a", Answer(TEXT), Answer(status=404))
    get(f"{address}#part", store)
    refused(address, store)
    snapshot = kept(store, address)
    assert snapshot is not None
    assert (snapshot.url, snapshot.content, snapshot.charset) == (address, TEXT, "utf-8")
    assert kept(store, site.url("/other")) is None


def test_an_entry_of_another_version_is_as_good_as_absent(site: Site, store: Store) -> None:
    address = site.script("/a", Answer(TEXT))
    store.put("pages", address, {"link": address}, b"old")
    assert kept(store, address) is None
    assert get(address, store).content == TEXT


def test_a_copy_that_somebody_tampered_with(site: Site, store: Store) -> None:
    address = site.script("/a", Answer(TEXT))
    keep(store, address, Snapshot(address, TEXT, etag='"v1"\r\nX-Forged: yes'))
    assert "no valid request" in refused(address, store).what
    assert site.asked == []


def test_a_page_is_no_clock(site: Site, tmp_path: Path) -> None:
    """The same answer makes the same page and the same entry, byte by byte."""
    address = site.script("/a", Answer(TEXT))
    pages, entries = [], []
    for name in ("one", "two"):
        store = Store(tmp_path / name)
        pages.append(get(address, store))
        entries.append([file.read_bytes() for file in sorted(store.root.rglob("*")) if file.is_file()])
    assert pages[0] == pages[1]
    assert entries[0] == entries[1]
