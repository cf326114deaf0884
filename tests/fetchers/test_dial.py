"""Connections: to the address that was checked, with the name that was asked for, by TLS too."""

import contextlib
import socket
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.errors import SourceError
from briefing.fetchers.base import FetchOptions
from briefing.fetchers.dial import Deadline, Dialer
from briefing.fetchers.http import fetch_http
from briefing.model import Page
from briefing.store import Store
from tests.servers.site import CERTIFICATE, Answer, Site, redirect

HOST = "site.example"
QUICK = FetchOptions(
    allow_hosts=frozenset({HOST, "127.0.0.1"}),
    wait=0.0,
    resolve=lambda _host, _port: ["127.0.0.1"],
    connect_timeout=2.0,
)


@pytest.fixture
def secure() -> Iterator[Site]:
    with Site(tls=True) as site:
        site.script("/a", Answer(b"text"))
        yield site


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        site.script("/a", Answer(b"text"))
        yield site


def get(address: str, tmp_path: Path, options: FetchOptions = QUICK) -> Page:
    return fetch_http("page", address, tmp_path, Store(tmp_path), options)


class Names:
    """A resolver that gives another answer each time, as an attacker's name server does."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers, self.asked = list(answers), 0

    def __call__(self, host: str, port: int) -> list[str]:
        self.asked += 1
        return self.answers.pop(0)


def test_one_look_up_for_check_and_connection(site: Site, tmp_path: Path) -> None:
    """The connection goes to what was checked (here: where nobody listens), not to what a second look-up would say."""
    names = Names(["127.0.0.2"], ["127.0.0.1"])
    with pytest.raises(SourceError, match="does not take connections"):
        get(site.url("/a", HOST), tmp_path, replace(QUICK, resolve=names, attempts=1))
    assert names.asked == 1
    assert site.asked == []


def test_each_connection_is_looked_up_and_checked_anew(site: Site) -> None:
    """A name that was public at the first try, and is not at the next one."""
    names = Names(["127.0.0.1"], ["10.0.0.9"])

    def check(host: str, addresses: Sequence[str]) -> None:
        if addresses != ["127.0.0.1"]:
            raise SourceError(f"{host} has the private address {addresses[0]}")

    dialer = Dialer(names, check, Deadline(5), "")
    dialer.connect_tcp(HOST, site.port, 1.0).close()
    with pytest.raises(SourceError, match=r"10\.0\.0\.9"):
        dialer.connect_tcp(HOST, site.port, 1.0)
    assert names.asked == 2


def test_every_redirect_is_looked_up_and_checked(site: Site, tmp_path: Path) -> None:
    """From a host that is allowed to one that is not, though both have the same address."""
    site.script("/a", redirect(site.url("/b", "other.example")))
    with pytest.raises(SourceError, match=r"other\.example has the private address 127\.0\.0\.1"):
        get(site.url("/a", HOST), tmp_path)
    assert [asked.path for asked in site.asked] == ["/a"]


def test_the_host_header_keeps_the_name(site: Site, tmp_path: Path) -> None:
    page = get(site.url("/a", HOST), tmp_path)
    assert page.url == site.url("/a", HOST)
    assert site.asked[0].headers["Host"] == f"{HOST}:{site.port}"


def test_the_next_address_is_tried(site: Site, tmp_path: Path) -> None:
    options = replace(QUICK, resolve=lambda _host, _port: ["127.0.0.2", "127.0.0.1"])  # nobody listens on the first
    assert get(site.url("/a", HOST), tmp_path, options).content == b"text"


def test_tls_keeps_the_name(secure: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    assert get(secure.url("/a", HOST), tmp_path).content == b"text"
    assert secure.names == [HOST]
    assert secure.asked[0].headers["Host"] == f"{HOST}:{secure.port}"


def test_a_certificate_for_another_name(secure: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    options = replace(QUICK, allow_hosts=frozenset({"other.example"}))
    with pytest.raises(SourceError, match=r"certificate .* is not trusted .*other\.example"):
        get(secure.url("/a", "other.example"), tmp_path, options)
    assert secure.names == ["other.example"], "asked once: another try would not help"
    assert secure.asked == []


def test_a_certificate_that_nobody_vouches_for(secure: Site, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="not trusted") as caught:
        get(secure.url("/a", HOST), tmp_path)
    assert "SSL_CERT_FILE" in caught.value.hint
    assert secure.asked == []


def test_https_where_http_is_spoken(site: Site, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no secure connection could be made") as caught:
        get(site.url("/a").replace("http:", "https:"), tmp_path)
    assert caught.value.hint == "Check the address: https or http?"


def _nobody(_host: str, _port: int) -> list[str]:
    raise OSError(-2, "Name or service not known")


def _unspeakable(_host: str, _port: int) -> list[str]:
    raise UnicodeError("label empty or too long")


@pytest.mark.parametrize("resolve", [_nobody, _unspeakable, lambda _host, _port: []])
def test_a_host_that_is_not_found_is_not_tried_again(tmp_path: Path, resolve: Names) -> None:
    asked: list[str] = []

    def counted(host: str, port: int) -> list[str]:
        asked.append(host)
        return resolve(host, port)

    with pytest.raises(SourceError, match=r"the host site\.example could not be found"):
        get("https://site.example/", tmp_path, replace(QUICK, resolve=counted, wait=100.0))
    assert asked == [HOST]


def test_without_a_network_there_is_no_second_try(tmp_path: Path) -> None:
    """To the broadcast address of loopback there is no way, as to everywhere without a network."""
    names = Names(["127.255.255.255"])
    with pytest.raises(SourceError, match=r"there is no way to site\.example from here"):
        get("http://site.example/", tmp_path, replace(QUICK, resolve=names, wait=100.0))
    assert names.asked == 1


def test_a_connection_that_is_never_taken(tmp_path: Path) -> None:
    """A full queue of a listener that accepts nobody swallows the next connection, as a firewall does."""
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        with pytest.raises(SourceError, match="did not take the connection in time"):
            get(address, tmp_path, replace(QUICK, connect_timeout=0.1, attempts=2))
