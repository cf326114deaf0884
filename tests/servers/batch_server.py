"""A scripted server with the files and batches endpoints of the OpenAI protocol, and with chat completions beside them.

    with BatchServer(respond) as server:
        ...  # server.base_url; server.files, server.batches, server.chats: what it was asked
        server.finish()  # every batch that is under way is done

`respond(body)` answers the body of a chat completion with the body of its reply, or None where that request fails.
`lose` names requests whose answer is lost on the way, though the server has done its work: "POST /v1/batches".
`refuse` gives the status with which requests are answered, and not done, by method and path without a query.
`spoil(line)` changes what is written of each request into the file of replies.
"""

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

Respond = Callable[[dict[str, Any]], dict[str, Any] | None]


class BatchServer:
    def __init__(self, respond: Respond) -> None:
        self.respond = respond
        self.files: dict[str, str] = {}
        self.batches: dict[str, dict[str, Any]] = {}
        self.chats: list[dict[str, Any]] = []
        self.asked: list[str] = []  # method and path
        self.lose: list[str] = []
        self.refuse: dict[str, int] = {}
        self.spoil: Callable[[dict[str, Any]], object] = lambda _: None
        self.lock = threading.Lock()
        self.without_batches = False

    def __enter__(self) -> Self:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.script = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.005,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    @property
    def handed_in(self) -> list[dict[str, Any]]:
        """All requests of all batches, as their bodies."""
        return [record["body"] for batch in self.batches.values() for record in self.requests(batch)]

    def requests(self, batch: dict[str, Any]) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.files[batch["input_file_id"]].splitlines()]

    def finish(self, status: str = "completed", first: int | None = None) -> None:
        """End what is under way; first: with the replies to so many requests only."""
        for batch in self.batches.values():
            if batch["status"] in ("in_progress", "cancelling"):
                output = f"file-out-{batch['id']}"
                self.files[output] = "".join(map(self._reply, self.requests(batch)[:first]))
                batch |= {"status": status, "output_file_id": output}

    def fail(self, message: str) -> None:
        for batch in self.batches.values():
            batch |= {"status": "failed", "errors": {"object": "list", "data": [{"code": "bad", "message": message}]}}

    def _reply(self, record: dict[str, Any]) -> str:
        body = self.respond(record["body"])
        response = {
            "status_code": 200 if body else 500,
            "request_id": "r",
            "body": body or {"error": {"message": "no"}},
        }
        line = {"id": "b", "custom_id": record["custom_id"], "response": response, "error": None}
        self.spoil(line)
        return json.dumps(line) + "\n"

    # ── Endpoints ───────────────────────────────────────────────────────────────────────────────────────────────

    def post(self, path: str, body: bytes) -> tuple[int, object]:
        if self.without_batches and path != "/v1/chat/completions":
            return 404, {"error": {"message": "nothing here"}}
        if path == "/v1/files":
            name = f"file-{len(self.files)}"
            head = body.index(b"\r\n\r\n", body.index(b"requests.jsonl")) + 4
            self.files[name] = body[head : body.index(b"\r\n--", head)].decode()
            return 200, {
                "id": name, "object": "file", "bytes": 1, "created_at": 0, "filename": "x", "purpose": "batch",
                "status": "processed",
            }  # fmt: skip
        if path == "/v1/batches":
            asked = json.loads(body)
            name = f"batch_{len(self.batches)}"
            self.batches[name] = {
                "id": name, "object": "batch", "endpoint": asked["endpoint"], "completion_window": "24h",
                "created_at": 0, "input_file_id": asked["input_file_id"], "status": "in_progress",
            }  # fmt: skip
            return 200, self.batches[name]
        if path.endswith("/cancel"):
            batch = self.batches[path.split("/")[-2]]
            batch["status"] = "cancelling" if batch["status"] == "in_progress" else batch["status"]
            return 200, batch
        if path == "/v1/chat/completions":
            self.chats.append(json.loads(body))
            return 200, self.respond(self.chats[-1])
        return 404, {"error": {"message": "nothing here"}}

    def get(self, path: str) -> tuple[int, object]:
        parts = path.partition("?")[0].strip("/").split("/")
        if parts[1:] == ["batches"]:
            return 200, {"object": "list", "data": list(self.batches.values()), "has_more": False}
        if parts[1] == "batches" and parts[2] in self.batches:
            return 200, self.batches[parts[2]]
        if parts[1] == "files" and parts[2] in self.files:
            return 200, self.files[parts[2]]
        return 404, {"error": {"message": "no such thing"}}


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    script: BatchServer


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self._answer("POST", lambda script: script.post(self.path, body))

    def do_GET(self) -> None:
        self._answer("GET", lambda script: script.get(self.path))

    def _answer(self, method: str, work: Callable[[BatchServer], tuple[int, object]]) -> None:
        script = self.server.script
        asked = f"{method} {self.path}"
        with script.lock:
            script.asked.append(asked)
            refused = script.refuse.get(asked.partition("?")[0])
            status, found = (refused, {"error": {"message": "not here"}}) if refused else work(script)
            lost = asked in script.lose
            if lost:
                script.lose.remove(asked)
        if lost:
            self.close_connection = True
            self.connection.close()
            return
        payload = (found if isinstance(found, str) else json.dumps(found)).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Silent."""
