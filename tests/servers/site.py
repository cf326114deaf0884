"""A scripted website on loopback. In: what to answer at each path. Out: real HTTP, and a record of what was asked.

    with Site() as site:
        site.script("/page", Answer(b"<p>Text."), Answer(status=503))   # the last one answers from then on
        ...  # ask site.url("/page")
        assert [asked.path for asked in site.asked] == ["/page"]

As a proxy it is asked with whole addresses as paths, and with "host:port" for CONNECT.
"""

import contextlib
import gzip
import os
import socket
import ssl
import struct
import threading
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType

import brotli  # type: ignore[import-untyped]

CERTIFICATE = Path(__file__).with_name("site.example.pem")  # for the name site.example alone, with its key; for tests
_COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": lambda body: gzip.compress(body, mtime=0),
    "deflate": zlib.compress,
    "br": lambda body: brotli.compress(body, quality=3),
}


@dataclass(frozen=True)
class Answer:
    """One answer, and how badly it is given. Times in seconds."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    coding: str = ""  # sends the body compressed: gzip, deflate or br, or several, applied in this order: "gzip, br"
    length: int | None = None  # claims this Content-Length, whatever the body has; -1 claims none
    stall: float = 0.0  # silence before the answer
    drip: float = 0.0  # silence between one byte of the body and the next
    reset: bool = False  # resets the connection after what was to be sent
    raw: bytes = b""  # sent, dripped and reset as it is, in place of all the above


@dataclass(frozen=True)
class Asked:
    """One request as it came."""

    path: str
    headers: Message
    at: float  # time.monotonic()
    method: str = "GET"
    body: bytes = b""


Script = Answer | Callable[[Asked], Answer]


def redirect(to: str, status: int = 302, headers: Mapping[str, str] | None = None) -> Answer:
    return Answer(status=status, headers={"Location": to, **(headers or {})})


class Site:
    """Serves on 127.0.0.1, on a free port. tls: with the certificate of site.example."""

    def __init__(self, tls: bool = False) -> None:
        self.asked: list[Asked] = []
        self.names: list[str] = []  # that TLS clients asked for (SNI)
        self.closing = threading.Event()
        self._scripts: dict[str, list[Script]] = {}
        self._server = _Server(self)
        self._scheme = "https" if tls else "http"
        if tls:
            self._secure()
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    def script(self, path: str, *answers: Script) -> str:
        """What to answer there, one after the other; the last for ever. Returns the address."""
        self._scripts[path] = list(answers)
        return self.url(path)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"{self._scheme}://{host}:{self.port}{path}"

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    def answer(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        left = self._scripts.get(asked.path, [Answer(b"nothing here", status=404)])
        script = left.pop(0) if len(left) > 1 else left[0]
        return script if isinstance(script, Answer) else script(asked)

    def _secure(self) -> None:
        def hear(_socket: ssl.SSLObject | ssl.SSLSocket, name: str | None, _context: ssl.SSLContext) -> None:
            self.names.append(name or "")

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        context.sni_callback = hear
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)

    def __enter__(self) -> "Site":
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.closing.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # so that closing the site waits for them

    def __init__(self, site: Site) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.site = site


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    timeout = 5

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        asked = Asked(self.path, self.headers, time.monotonic(), self.command, body)
        with contextlib.suppress(ConnectionError, ssl.SSLError):  # the client may have had enough
            self._give(self.server.site.answer(asked))
        self.close_connection = True

    do_CONNECT = do_HEAD = do_POST = do_GET  # noqa: N815 - the names that http.server calls

    def log_message(self, *_: object) -> None:
        pass

    def _give(self, answer: Answer) -> None:
        self.server.site.closing.wait(answer.stall)
        self._send(answer.raw or self._headed(answer), answer.drip)
        if answer.reset:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            os.close(self.connection.detach())

    def _headed(self, answer: Answer) -> bytes:
        """Sends the head, and returns the body."""
        body = b"" if answer.status == 304 else answer.body
        for coding in filter(None, answer.coding.split(", ")):
            body = _COMPRESS[coding](body)
        headers = {"Content-Type": "text/html; charset=utf-8", "Connection": "close"}
        if answer.coding:
            headers["Content-Encoding"] = answer.coding
        if answer.length != -1 and answer.status != 304:
            headers["Content-Length"] = str(len(body) if answer.length is None else answer.length)
        self.send_response_only(answer.status)  # no Date, no Server: only what is scripted
        for name, value in {**headers, **answer.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        return body

    def _send(self, data: bytes, drip: float) -> None:
        if not drip:
            self.wfile.write(data)
            return
        for byte in data:
            if self.server.site.closing.wait(drip):
                return
            self.wfile.write(bytes([byte]))
