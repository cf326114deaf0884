"""By way of a proxy: it looks names up in our place, and still may not be asked for what is private."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.errors import SourceError
from briefing.fetchers.base import FetchOptions
from briefing.fetchers.http import fetch_http
from briefing.model import Page
from briefing.store import Store
from tests.servers.site import Answer, Site, redirect

PAGE = "http://site.example/a"


def _never(host: str, _port: int) -> list[str]:
    raise AssertionError(f"{host} is for the proxy to look up")


OPTIONS = FetchOptions(wait=0.0, resolve=_never)


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with Site() as proxy:
        for name in ("http_proxy", "https_proxy"):
            monkeypatch.setenv(name, f"http://user:word@127.0.0.1:{proxy.port}")
        proxy.script(PAGE, Answer(b"text"))
        yield proxy


def get(address: str, tmp_path: Path, options: FetchOptions = OPTIONS) -> Page:
    return fetch_http("page", address, tmp_path, Store(tmp_path), options)


def test_through_the_proxy(proxy: Site, tmp_path: Path) -> None:
    page = get(PAGE, tmp_path)
    assert (page.url, page.content) == (PAGE, b"text")
    (asked,) = proxy.asked
    assert asked.headers["Host"] == "site.example"
    assert asked.headers["Proxy-Authorization"].startswith("Basic ")


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://0x7f.1/",
        "http://169.254.169.254/latest/meta-data/",
        "https://[::1]/",
        "http://localhost/",
        "http://metadata.google.internal/",
        "https://printer/",
    ],
)
def test_the_proxy_is_not_asked_for_what_is_private(proxy: Site, tmp_path: Path, address: str) -> None:
    with pytest.raises(SourceError):
        get(address, tmp_path)
    proxy.script(PAGE, redirect(address))
    with pytest.raises(SourceError):
        get(PAGE, tmp_path)
    assert [asked.path for asked in proxy.asked] == [PAGE]


def test_a_tunnel_that_the_proxy_refuses(proxy: Site, tmp_path: Path) -> None:
    proxy.script("site.example:443", Answer(status=407))
    with pytest.raises(SourceError, match="the proxy answered 407") as caught:
        get("https://site.example/", tmp_path)
    assert "HTTPS_PROXY" in caught.value.hint
    assert [(asked.method, asked.path) for asked in proxy.asked] == [("CONNECT", "site.example:443")]


def test_no_proxy(proxy: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "other.example,site.example")
    direct = replace(OPTIONS, resolve=lambda _host, _port: ["127.0.0.1"])
    with pytest.raises(SourceError, match="has the private address"):
        get(PAGE, tmp_path, direct)
    assert proxy.asked == []


def test_all_proxy(proxy: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("http_proxy")
    monkeypatch.setenv("ALL_PROXY", f"127.0.0.1:{proxy.port}")
    assert get(PAGE, tmp_path).content == b"text"


@pytest.mark.parametrize(
    ("proxy_address", "what"),
    [
        ("socks5://user:word@127.0.0.1:1", "a proxy of the kind socks5 cannot be used"),
        ("http://user:word@[::1", "is not an address"),
        ("gopher://user:word@127.0.0.1", "is not an address"),
    ],
)
def test_a_proxy_that_cannot_be_used(
    proxy: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, proxy_address: str, what: str
) -> None:
    monkeypatch.setenv("http_proxy", proxy_address)
    with pytest.raises(SourceError, match=what) as caught:
        get(PAGE, tmp_path)
    assert "word" not in str(caught.value)
    assert proxy.asked == []
