"""The address guard: what everybody reaches, and what only some do."""

import pytest

from briefing.errors import SourceError
from briefing.fetchers.guard import check_addresses, check_host, is_public, literal, look_up, shown

NOBODY: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1",
        "8.8.8.8",
        "93.184.216.34",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "192.167.1.1",
        "198.17.0.1",
        "198.20.0.1",
        "223.255.255.255",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2606:2800:220:1::1",
        "2a00:1450:4001:80b::200e",
        "64:ff9b::808:808",  # 8.8.8.8 by way of NAT64
    ],
)
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.100.100.200",  # metadata (Alibaba)
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",  # metadata (Azure)
        "169.254.169.254",  # metadata (most others)
        "169.254.170.2",  # credentials of a container (ECS)
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",  # metadata (Oracle)
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",  # 127.0.0.1, IPv4-compatible
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:8.8.8.8",  # mapped: no host has such an address in DNS
        "64:ff9b::7f00:1",  # 127.0.0.1 by way of NAT64
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",  # metadata (AWS)
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
    ],
)
def test_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("127.1", "127.0.0.1"),
        ("2130706433", "127.0.0.1"),
        ("0x7f000001", "127.0.0.1"),
        ("0x7f.1", "127.0.0.1"),
        ("0177.0.0.01", "127.0.0.1"),
        ("0", "0.0.0.0"),
        ("::1", "::1"),
        ("0:0:0:0:0:0:0:1", "::1"),
        ("example.org", ""),
        ("127.0.0.1.example.org", ""),
        ("1.2.3.4.5", ""),
        ("999.1", ""),
        ("deadbeef", ""),
        ("0xyz", ""),
    ],
)
def test_literal(host: str, address: str) -> None:
    assert literal(host) == address


@pytest.mark.parametrize(
    "host",
    [
        "example.org",
        "EXAMPLE.ORG.",
        "a-b.c_d.example",
        "xn--exmple-cua.org",
        "8.8.8.8",
        "localhost.example.org",
        "internal.example.org",
        "mylan.example",
        "2606:2800:220:1::1",
    ],
)
def test_host_may_be_looked_up(host: str) -> None:
    check_host(host, NOBODY)


@pytest.mark.parametrize(
    ("host", "what"),
    [
        ("127.0.0.1", "private address"),
        ("127.0.0.1.", "private address"),
        ("127.1", "private address"),
        ("2130706433", "private address"),
        ("0x7f.0.0.1", "private address"),
        ("0", "private address"),
        ("169.254.169.254", "private address"),
        ("::1", "private address"),
        ("::ffff:7f00:1", "private address"),
        ("localhost", "local network"),
        ("LOCALHOST.", "local network"),
        ("printer", "local network"),
        ("app.localhost", "local network"),
        ("printer.local", "local network"),
        ("metadata.google.internal", "local network"),
        ("nas.home.arpa", "local network"),
        ("wiki.corp", "local network"),
        ("", "not the name of a host"),
        (".", "not the name of a host"),
        ("a%20b", "not the name of a host"),
        ("1.2.3.4%00", "not the name of a host"),
        ("fe80::1%25eth0", "not the name of a host"),
        ("a..b", "not the name of a host"),
    ],
)
def test_host_is_refused(host: str, what: str) -> None:
    with pytest.raises(SourceError, match=what) as caught:
        check_host(host, NOBODY)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("localhost", "Localhost"),
        ("WIKI.corp.", "wiki.corp"),
        ("::1", "[::1]"),
    ],
)
def test_allowed_by_name(host: str, allowed: str) -> None:
    check_host(host, {allowed})
    check_addresses(host, ["127.0.0.1", "::1"], {allowed})


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("127.0.0.1", "localhost"),  # by this very name, not by what the name stands for
        ("localhost", "127.0.0.1"),
        ("evil.wiki.corp", "wiki.corp"),
    ],
)
def test_not_allowed_by_another_name(host: str, allowed: str) -> None:
    with pytest.raises(SourceError):
        check_host(host, {allowed})


def test_one_private_address_among_public_ones_is_enough() -> None:
    check_addresses("example.org", ["8.8.8.8", "1.1.1.1"], NOBODY)
    with pytest.raises(SourceError, match=r"example\.org has the private address 10\.0\.0\.1"):
        check_addresses("example.org", ["8.8.8.8", "10.0.0.1"], NOBODY)


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        ("https://example.org/a?b#c", "https://example.org/a?b#c"),
        ("https://user:word@example.org/a", "https://example.org/a"),
        ("HTTPS://token@example.org", "HTTPS://example.org"),
        ("https://a@b:c@example.org/", "https://example.org/"),
        ("https://example.org/@writer/post", "https://example.org/@writer/post"),
        ("https://example.org?mail=a@b", "https://example.org?mail=a@b"),
        ("notes/a@b.md", "notes/a@b.md"),
    ],
)
def test_shown_without_credentials(address: str, printed: str) -> None:
    assert shown(address) == printed


def test_the_system_looks_up() -> None:
    found = look_up("localhost", 80)
    assert set(found) <= {"127.0.0.1", "::1"}
    assert len(found) == len(set(found)) > 0
