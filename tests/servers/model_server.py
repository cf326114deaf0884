"""A scripted server that speaks the OpenAI chat-completions protocol, over real HTTP on loopback.

    with ModelServer(respond) as server:
        ...  # server.base_url, server.requests, server.most_at_once

`respond(request, n)` is called with the body of each request, as JSON, and its number from 1, and returns an Answer:
what to send, and how badly. It may be called from several threads at once.
"""

import json
import os
import socket
import struct
import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from msgspec import Struct, field


class Answer(Struct, frozen=True):
    """One answer. Times are in seconds."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str | bytes | Mapping[str, Any] = b""
    delay: float = 0.0  # before the first byte
    drip: float = 0.0  # between the bytes of the body
    cut: int | None = None  # close after so many bytes of the body, in spite of its Content-Length
    reset: bool = False  # reset the connection (RST) instead of answering
    stall: bool = False  # never answer

    @property
    def payload(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        return (self.body if isinstance(self.body, str) else json.dumps(self.body)).encode()


Respond = Callable[[dict[str, Any], int], Answer]


def completion(
    content: object,
    *,
    finish: str = "stop",
    refusal: str | None = None,
    usage: tuple[int, int] | None = (100, 20),
    **how: Any,
) -> Answer:
    """A chat completion with this content (an object is sent as JSON text). `how` is as for Answer."""
    text = content if isinstance(content, str) or content is None else json.dumps(content)
    body: dict[str, Any] = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 0,
        "model": "scripted",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish,
                "message": {"role": "assistant", "content": text, "refusal": refusal},
            }
        ],
    }
    if usage is not None:
        body["usage"] = {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)}
    return Answer(body=body, **how)


def failure(status: int, message: str = "", *, code: str = "", headers: Mapping[str, str] | None = None) -> Answer:
    """An error as such servers send it."""
    error = {"message": message, "type": "error", "param": None, "code": code or None}
    return Answer(status=status, headers=headers or {}, body={"error": error})


class ModelServer:
    """Counts what it is asked, and how much of it at once. Leaving it ends what is stalled."""

    def __init__(self, respond: Respond) -> None:
        self._respond = respond
        self._lock = threading.Lock()
        self._running: set[socket.socket] = set()
        self.over = threading.Event()
        self.most_at_once = 0
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []  # by lower-case name

    def __enter__(self) -> Self:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.script = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.005,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def answer(self, request: dict[str, Any], headers: Mapping[str, str], connection: socket.socket) -> Answer:
        with self._lock:
            self.requests.append(request)
            self.headers.append({name.lower(): value for name, value in headers.items()})
            number = len(self.requests)
            self._running = {other for other in self._running if not _gone(other)} | {connection}
            self.most_at_once = max(self.most_at_once, len(self._running))
        answer = self._respond(request, number)
        self.over.wait(3600 if answer.stall else answer.delay)
        return answer

    def leave(self, connection: socket.socket) -> None:
        """The call on this connection is over. Said before its last byte is out: the next call may follow at once."""
        with self._lock:
            self._running.discard(connection)


def _gone(connection: socket.socket) -> bool:
    """Whether the client has closed the connection: a call that it gave up is no longer under way."""
    try:
        return connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64
    script: ModelServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away in the middle is what these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else headers and body, sent apart, cost 40 ms
    server: _Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if not self.path.endswith("/chat/completions"):
            self._send(failure(404, f"there is nothing at {self.path}"))
            return
        try:
            self._send(self.server.script.answer(json.loads(body), dict(self.headers.items()), self.connection))
        finally:
            self.server.script.leave(self.connection)

    def _send(self, answer: Answer) -> None:
        if answer.stall or answer.reset:
            self._break(reset=answer.reset)
            return
        payload = answer.payload
        if not answer.drip:
            self.server.script.leave(self.connection)
        self.send_response(answer.status)
        for name, value in {"Content-Type": "application/json", **answer.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self._send_body(payload[: answer.cut], answer.drip)
        if answer.cut is not None:
            self._break(reset=False)

    def _send_body(self, payload: bytes, drip: float) -> None:
        if not drip:
            self.wfile.write(payload)
            return
        for byte in payload:
            self.wfile.write(bytes([byte]))
            if self.server.script.over.wait(drip):
                return

    def _break(self, *, reset: bool) -> None:
        self.server.script.leave(self.connection)
        self.close_connection = True
        if reset:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            os.close(self.connection.detach())  # at once, so that no orderly end goes before the reset

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Silent."""
