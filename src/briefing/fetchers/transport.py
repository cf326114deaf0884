"""Requests and their answers. In: a request of the httpx2 client. Out: its answer, straight or by way of a proxy.

Every error of the network leaves here as a SourceError: as Passing where another try may succeed.
"""

import contextlib
from collections.abc import Iterator, Sequence
from urllib.request import getproxies, proxy_bypass

import httpcore2
import httpx2

from briefing.errors import SourceError
from briefing.fetchers.base import FetchOptions, Passing
from briefing.fetchers.dial import Deadline, Dialer
from briefing.fetchers.guard import check_addresses, check_host

_LATER = "Try again later."
_NETWORK = "Check the address and the network; --offline reads what was kept without asking."
_PROXY = "Check HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY."


@contextlib.contextmanager
def _translated(deadline: Deadline) -> Iterator[None]:
    try:
        yield
    except httpcore2.ConnectTimeout as error:
        deadline.cap(None)
        raise Passing("the server did not take the connection in time", hint=_NETWORK) from error
    except httpcore2.TimeoutException as error:
        deadline.cap(None)
        raise Passing("the server fell silent", hint=_LATER) from error
    except httpcore2.ConnectError as error:
        raise Passing("the server does not take connections", hint=_NETWORK) from error
    except (httpcore2.NetworkError, httpcore2.RemoteProtocolError) as error:
        raise Passing("the connection broke off", hint=_LATER) from error
    except httpcore2.ProxyError as error:
        raise SourceError(f"the proxy answered {str(error)[:3]}", hint=_PROXY) from error
    except httpcore2.LocalProtocolError as error:
        what = "no valid request can be made of the address and what was kept of it"
        raise SourceError(what, hint="Delete .briefing/ and check the address.") from error


class _Body(httpx2.SyncByteStream):
    def __init__(self, response: httpcore2.Response, deadline: Deadline) -> None:
        self._response, self._deadline = response, deadline

    def __iter__(self) -> Iterator[bytes]:
        with _translated(self._deadline):
            yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


class Transport(httpx2.BaseTransport):
    """Sends the requests for one source, each to its host or to the proxy that the environment names for it."""

    def __init__(self, options: FetchOptions, deadline: Deadline) -> None:
        self._options, self._deadline = options, deadline
        self._pools: dict[str, httpcore2.ConnectionPool] = {}

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        url = request.url
        check_host(url.raw_host.decode("ascii"), self._options.allow_hosts)
        target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        with _translated(self._deadline):
            response = self._pool(url).handle_request(
                httpcore2.Request(request.method, target, headers=request.headers.raw, extensions=request.extensions)
            )
        return httpx2.Response(response.status, headers=response.headers, stream=_Body(response, self._deadline))

    def close(self) -> None:
        for pool in self._pools.values():
            pool.close()

    def _pool(self, url: httpx2.URL) -> httpcore2.ConnectionPool:
        proxy = _proxy(url)
        if proxy not in self._pools:
            self._pools[proxy] = self._proxied(proxy) if proxy else self._direct()
        return self._pools[proxy]

    def _direct(self) -> httpcore2.ConnectionPool:
        def check(host: str, addresses: Sequence[str]) -> None:
            check_addresses(host, addresses, self._options.allow_hosts)

        dialer = Dialer(self._options.resolve, check, self._deadline, _NETWORK)
        return httpcore2.ConnectionPool(network_backend=dialer)

    def _proxied(self, address: str) -> httpcore2.ConnectionPool:
        """The proxy looks names up in our place. It is of the user's choosing, so its own address is not checked."""
        try:
            proxy = httpx2.Proxy(address)
        except (httpx2.InvalidURL, ValueError):
            raise SourceError("the proxy that the environment names is not an address", hint=_PROXY) from None
        if proxy.url.scheme not in ("http", "https"):
            raise SourceError(f"a proxy of the kind {proxy.url.scheme} cannot be used", hint=_PROXY)
        url = httpcore2.URL(scheme=proxy.url.raw_scheme, host=proxy.url.raw_host, port=proxy.url.port, target=b"/")
        dialer = Dialer(self._options.resolve, lambda _host, _addresses: None, self._deadline, _PROXY)
        return httpcore2.ConnectionPool(proxy=httpcore2.Proxy(url, proxy.raw_auth), network_backend=dialer)


def _proxy(url: httpx2.URL) -> str:
    """The proxy that the environment (or the system) names for an address, "" for none."""
    proxies = getproxies()
    proxy = proxies.get(url.scheme) or proxies.get("all") or ""
    if not proxy or proxy_bypass(url.raw_host.decode("ascii")):
        return ""
    return proxy if "://" in proxy else f"http://{proxy}"
