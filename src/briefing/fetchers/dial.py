"""Connections. In: the name of a host, and what the run allows. Out: a stream to an address of it that was checked.

A host is looked up once, all its addresses are checked, and the connection goes to one of them: the name is not looked
up again in between (DNS rebinding), while TLS and the Host header still carry it. No wait outlasts the deadline.
"""

import errno
import queue
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore2

from briefing.errors import SourceError
from briefing.fetchers.guard import Resolve, literal

_NO_WAY = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL}

Check = Callable[[str, Sequence[str]], None]
"""Takes a host and its addresses; raises SourceError where they may not be asked."""


class Deadline:
    """The end of the time that one source may take, all its redirects, tries and pauses together."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def cap(self, timeout: float | None) -> float:
        """The timeout, or what is left where that is less. Raises SourceError where nothing is."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise SourceError(f"the page did not arrive within {self._seconds:g} seconds", hint="Try again later.")
        return left if timeout is None else min(timeout, left)


class _Stream(httpcore2.NetworkStream):
    """A connection on which no wait outlasts the deadline."""

    def __init__(self, plain: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._plain, self._deadline = plain, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._plain.read(max_bytes, self._deadline.cap(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._plain.write(buffer, self._deadline.cap(timeout))

    def close(self) -> None:
        self._plain.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        try:
            secured = self._plain.start_tls(ssl_context, server_hostname, self._deadline.cap(timeout))
        except httpcore2.ConnectError as error:
            if isinstance(error.__cause__, ssl.SSLError):
                raise _insecure(error.__cause__) from error
            raise
        return _Stream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._plain.get_extra_info(info)


def _insecure(error: ssl.SSLError) -> SourceError:
    if isinstance(error, ssl.SSLCertVerificationError):
        what = f"the certificate of the server is not trusted ({error.verify_message.rstrip('.')})"
        return SourceError(what, hint="Check the address. SSL_CERT_FILE can name a file of further authorities.")
    reason = (error.reason or "unknown").lower().replace("_", " ")
    return SourceError(f"no secure connection could be made ({reason})", hint="Check the address: https or http?")


class Dialer(httpcore2.NetworkBackend):
    """Looks a host up, has its addresses checked, and dials them in turn.

    Raises SourceError, with `hint`, where another try would not help: the host is not found, not to be asked, or there
    is no network.
    """

    def __init__(self, resolve: Resolve, check: Check, deadline: Deadline, hint: str) -> None:
        self._resolve, self._check, self._deadline, self._hint = resolve, check, deadline, hint
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        addresses = self._addresses(host, port, timeout)
        self._check(host, addresses)
        for address in addresses:
            try:
                limit = self._deadline.cap(timeout)
                plain = self._plain.connect_tcp(address, port, limit, local_address, socket_options)
                return _Stream(plain, self._deadline)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                trouble = error
        if isinstance(trouble.__cause__, OSError) and trouble.__cause__.errno in _NO_WAY:
            raise SourceError(f"there is no way to {host} from here", hint=self._hint) from trouble
        raise trouble

    def _addresses(self, host: str, port: int, timeout: float | None) -> Sequence[str]:
        address = literal(host)
        if address:
            return [address]
        answers: queue.SimpleQueue[Sequence[str]] = queue.SimpleQueue()
        # In a thread, because the system's look-up knows no timeout.
        threading.Thread(target=lambda: answers.put(self._found(host, port)), daemon=True).start()
        try:
            found = answers.get(timeout=self._deadline.cap(timeout))
        except queue.Empty:
            raise SourceError(f"the host {host} could not be looked up in time", hint=self._hint) from None
        if not found:
            raise SourceError(f"the host {host} could not be found", hint=self._hint)
        return found

    def _found(self, host: str, port: int) -> Sequence[str]:
        try:
            return self._resolve(host, port)
        except (OSError, UnicodeError):  # UnicodeError: a name that cannot stand in DNS
            return ()
