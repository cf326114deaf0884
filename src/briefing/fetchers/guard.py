"""Which hosts may be asked. In: the host of an address, and its IP addresses. Out: nothing, or a SourceError.

Sources can come from strangers, and a run in CI or at a desk sees what strangers do not: services on loopback, the
local network, the cloud's metadata. So only public addresses are asked, unless the user allows a host by name.
"""

import re
import socket
from collections.abc import Callable, Collection, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from briefing.errors import SourceError

Resolve = Callable[[str, int], Sequence[str]]
"""A host and a port to the IP addresses of the host, the best first. Raises OSError where it has none."""

# The IANA special-purpose address registries, spelled out because Python's own lists differ from version to version.
_CLOSED_4 = tuple(
    map(
        IPv4Network,
        [
            "0.0.0.0/8",  # this host
            "10.0.0.0/8",
            "100.64.0.0/10",  # carrier-grade NAT
            "127.0.0.0/8",
            "168.63.129.16/32",  # Azure's metadata and name service, on a public address
            "169.254.0.0/16",  # link-local, and the metadata service of most clouds
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, and broadcast
        ],
    )
)
_GLOBAL_6 = IPv6Network("2000::/3")  # all of IPv6 that is handed out for global unicast
_CLOSED_6 = tuple(
    map(
        IPv6Network,
        [
            "2001::/23",  # protocols, Teredo among them
            "2001:db8::/32",
            "2002::/16",  # 6to4
            "3fff::/20",
        ],
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")  # the last four bytes are the IPv4 address that is meant (RFC 6052)

_CREDENTIALS = re.compile(r"^([a-z][a-z0-9+.-]*://)[^/?#]*@", re.I)
_NAME = re.compile(r"[a-z0-9_:-]+(\.[a-z0-9_-]+)*")
_OLD_FORM = re.compile(r"(0x[0-9a-f]*|[0-9]+)(\.(0x[0-9a-f]*|[0-9]+)){0,3}")  # 127.1, 0x7f.1, 2130706433
# RFC 6761, RFC 6762 (appendix G too) and RFC 8375; ".internal" is also where clouds keep their metadata service.
_LOCAL = ("localhost", "local", "home.arpa", "internal", "intranet", "private", "corp", "home", "lan")


def shown(address: str) -> str:
    """An address as it may be printed: without user and password."""
    return _CREDENTIALS.sub(r"\1", address)


def look_up(host: str, port: int) -> list[str]:
    """What the system's resolver says."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether everybody on the internet reaches the same host under this IP address."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        if ip in _NAT64:
            ip = IPv4Address(int(ip) & 0xFFFF_FFFF)
        else:
            return ip in _GLOBAL_6 and not any(ip in network for network in _CLOSED_6)
    return not any(ip in network for network in _CLOSED_4)


def literal(host: str) -> str:
    """The IP address that a host is written as, in any form that a resolver takes; "" where it is a name."""
    try:
        return str(ip_address(host))
    except ValueError:
        if not _OLD_FORM.fullmatch(host):
            return ""
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except OSError:
        return ""


def is_allowed(host: str, allowed: Collection[str]) -> bool:
    """Whether the user allows this host by name."""
    return _plain(host) in {_plain(name) for name in allowed}


def _plain(host: str) -> str:
    return host.lower().strip("[]").rstrip(".")


def check_host(host: str, allowed: Collection[str]) -> None:
    """Refuse what the host alone gives away, before any look-up, which a proxy might make in our place."""
    name = _plain(host)
    if not _NAME.fullmatch(name):
        raise SourceError(f"{host!r} is not the name of a host", hint="Check the address.")
    if is_allowed(host, allowed):
        return
    address = literal(name)
    if address:
        check_addresses(host, [address], allowed)
    elif "." not in name or name.endswith(tuple(f".{ending}" for ending in _LOCAL)):
        raise SourceError(f"{host} is a name of the local network", hint=_hint(host))


def check_addresses(host: str, addresses: Sequence[str], allowed: Collection[str]) -> None:
    """Refuse a host that leads, with any of its addresses, to where not everybody may go."""
    if is_allowed(host, allowed):
        return
    closed = next((address for address in addresses if not is_public(address)), "")
    if closed:
        what = f"{host} is a private address" if closed == host else f"{host} has the private address {closed}"
        raise SourceError(what, hint=_hint(host))


def _hint(host: str) -> str:
    return f"Only public hosts are asked. If you trust this one, allow it by name: --allow-host {_plain(host)}."
